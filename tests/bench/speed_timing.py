"""A script: the processor time that the `translit` that is found takes for texts; in every version.

speed_timing.py PIECES reads JSON Lines of texts, normalizes each once, then all once more, and
prints the seconds of both as JSON.
"""

import json
import sys
import time

from translit import Normalizer


def main(pieces: str) -> None:
    with open(pieces, encoding="utf-8") as file:  # noqa: PTH123
        texts = [json.loads(line) for line in file]
    normalizer = Normalizer()
    normalizer.normalize("Szojgu in Kijów.")  # all modules are imported, the lexicon is open
    seconds = {}
    for name in ("fresh", "replayed"):
        start = time.process_time()
        for text in texts:
            normalizer.normalize(text)
        seconds[name] = time.process_time() - start
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(*sys.argv[1:])
