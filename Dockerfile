# A small image of the two commands:
#   docker build -t translit-fix .
#   echo "Szojgu left Kijów." | docker run -i --rm translit-fix
#   docker run --rm -v "$PWD:/work" translit-fix --check /work
#   docker run --rm --entrypoint translit translit-fix explain "Szojgu"
FROM python:3.13-slim AS build
COPY . /src
# The wheel holds the compiled lexicon; what building it needs stays in this stage.
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels /src

FROM python:3.13-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-compile /wheels/*.whl
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1
USER nobody
WORKDIR /work
ENTRYPOINT ["translit-fix"]
