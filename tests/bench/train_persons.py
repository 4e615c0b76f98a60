"""`python -m tests.bench train-persons`: write `data/world/persons.txt`, the names that are one.

The groups are those of rigour, which has them from Wikidata. They stand in its versions before 2 as
one text file, and only that is read: `pip install --no-deps "rigour<2"`. Rigour itself needs ICU to
be compiled, so it is not among what the default lexicon is built with.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path

from translit.schemes import fold_marked, is_latin

TARGET = Path(__file__).parents[2] / "data" / "world" / "persons.txt"
_SOURCE = "rigour/data/names/persons.txt"
_HEAD = """\
# Names of persons, given and family: a line for each name, with its spellings in Latin letters.
# Made by `python -m tests.bench train-persons` of rigour {version} (MIT licence, OpenSanctions),
# whose list is of Wikidata (CC0).
"""


def list_groups(lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Give the Latin spellings of each name, sorted: *zelensky, zelenskyj, зеленський => Q1*."""
    for line in lines:
        words, _, _ = line.partition(" => ")
        spellings = {fold_marked(word) for word in words.split(", ") if _is_latin_word(word)}
        if spellings:
            yield tuple(sorted(spellings))


def _is_latin_word(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    one = not any(sign in word for sign in " -.") and len(letters) > 1
    return one and all(map(is_latin, letters)) and fold_marked(word).isalpha()


def run(data: Path, misses: int) -> None:
    rigour = distribution("rigour")
    source = Path(str(rigour.locate_file(_SOURCE)))
    with source.open(encoding="utf-8") as file:
        groups = sorted(set(list_groups(file)))
    lines = [" ".join(group) for group in groups]
    TARGET.parent.mkdir(exist_ok=True)
    head = _HEAD.format(version=rigour.version)
    TARGET.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(groups)} names, {sum(map(len, groups))} spellings")
