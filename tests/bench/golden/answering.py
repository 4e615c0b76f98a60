"""A script: what the `translit` that is found makes of pieces; it runs in every version.

answering.py PIECES ANSWERS PART OF MODE reads JSON Lines of `id`, `text` and `options`, and
answers every OFth line, from PART on, in their order. With MODE `edits` an answer holds the `hash`
of what `normalize` gives and the `edits`, each [start, end, before, after, entity, evidence], with
MODE `mentions` all `mentions`, each [start, end, status, reason, entity]. What is raised is an
`error`.
"""

import hashlib
import json
import sys
from functools import lru_cache
from itertools import islice
from typing import Any

from translit import Normalizer


def main(pieces: str, answers: str, part: str, of: str, mode: str) -> None:
    answer = _find_mentions if mode == "mentions" else _find_edits
    with (
        open(pieces, encoding="utf-8") as source,  # noqa: PTH123
        open(answers, "w", encoding="utf-8") as target,  # noqa: PTH123
    ):
        for line in islice(source, int(part), None, int(of)):
            piece = json.loads(line)
            try:
                normalizer = _open(tuple(piece["options"].items()))
                found = answer(normalizer, piece["text"])
            except Exception as error:  # a version that fails is a difference
                found = {"error": f"{type(error).__name__}: {error}"}
            target.write(json.dumps(found) + "\n")


@lru_cache(maxsize=16)
def _open(options: tuple[tuple[str, str], ...]) -> Normalizer:
    return Normalizer(**dict(options))  # type: ignore[arg-type]


def _find_edits(normalizer: Normalizer, text: str) -> dict[str, Any]:
    normalized = normalizer.normalize(text)
    answer: dict[str, Any] = {"hash": _hash(normalized), "edits": []}
    if normalized != text:  # most texts stay, and to explain them takes as long again
        found = normalizer.explain(text, edits_only=True)
        answer["edits"] = [
            [e.start, e.end, e.before, e.after, e.entity_id, e.evidence] for e in found.edits
        ]
        if found.text != normalized:
            answer["explained"] = _hash(found.text)
    return answer


def _find_mentions(normalizer: Normalizer, text: str) -> dict[str, Any]:
    return {
        "mentions": [
            [m.start, m.end, m.status, m.reason, m.entity_id]
            for m in normalizer.explain(text).mentions
        ]
    }


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


if __name__ == "__main__":
    main(*sys.argv[1:])
