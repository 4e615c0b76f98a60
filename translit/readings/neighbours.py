"""Neighbours: words that a text has from a language near its own, with the grammar of that one.

*Запоріжжя* is a nominative and a genitive in Ukrainian, and a Russian text that took it over has
the one or the other: what the word is there, only what stands before it tells.
"""

from collections.abc import Collection, Iterable, Iterator

from translit.languages import NOMINATIVE, VOCATIVE, CaseReading
from translit.lexicon import Spelling
from translit.readings.reading import Reading


def is_given_of_neighbour(read: CaseReading, spellings: Iterable[Spelling]) -> bool:
    """Tell whether a given name is read by the grammar of the text's own language, or of its own:
    Belarusian does not decline *Эльвира*, as Russian writes her."""
    return not read.neighbour or any(one.word.lang == read.neighbour for one in spellings)


def is_bare_in_case(read: CaseReading, written: str) -> bool:
    """Tell whether a neighbour has a word in a case as it has the name: *Запоріжжя, Кириенко*."""
    return bool(read.neighbour) and read.base == written and is_oblique(read.cases)


def is_oblique(cases: Collection[str]) -> bool:
    """Tell whether there is a case among these in which a name is not just given or spoken to."""
    return not set(cases) <= {NOMINATIVE, VOCATIVE}


def drop_bare(
    text: str, exact: Iterable[list[Reading]], cases: Iterable[list[Reading]]
) -> Iterator[list[Reading]]:
    """Give the readings without those of words that are read as being in a case, bare as they are.

    These have all cases, also that in which the name is given.
    """
    bare = {
        (one.start, one.end, one.known.id)
        for group in cases
        for one in group
        if (one.is_person or len(one.pieces) == 1)
        and one.bases == tuple(text[p.start : p.stop] for p in one.pieces)
    }
    for group in exact:
        left = [one for one in group if (one.start, one.end, one.known.id) not in bare]
        if left:
            yield left
