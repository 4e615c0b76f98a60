"""Latin words: how likely a word is as one of a language that has Latin letters of its own.

*Carney* and *Sarney* can be read back to Cyrillic, as any word can; but they look like words of
English and of Spanish, and *Shmyhal* looks like none. `data/originals/latin.tsv` holds counts of
runs of letters, a section like those of the families; `python -m tests.bench train-latin` makes it.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from translit.datafolder import find_data_folder
from translit.names.letters import Letters
from translit.schemes import fold

_SHARPNESS = 0.6
_HEAD = "[runs]"


@lru_cache(maxsize=8192)
def weigh_latin(word: str) -> float:
    """Return the logarithm of how likely a Latin word is as one of no other script.

    >>> weigh_latin("Carney") > weigh_latin("Shmyhal")
    True
    """
    return _SHARPNESS * _load().score_word(fold(word))


@cache
def _load() -> Letters:
    runs: dict[str, float] = {}
    path = find_data_folder() / "originals" / "latin.tsv"
    for line in path.read_text("utf-8").splitlines():
        context, tab, text = line.partition("\t")
        if tab:
            for one in text.split("|"):
                letter, _, number = one.partition("=")
                runs[context + letter] = float(number)
    return Letters(runs)


def write_latin(path: Path, runs: Mapping[str, float]) -> None:
    """Write counted runs of letters, in an order of their own."""
    rows: dict[str, list[str]] = {}
    for run, number in sorted(runs.items()):
        rows.setdefault(run[:-1], []).append(f"{run[-1]}={number:.0f}")
    lines = [_HEAD, *(f"{context}\t{'|'.join(row)}" for context, row in rows.items())]
    path.write_text("\n".join(lines) + "\n", "utf-8")
