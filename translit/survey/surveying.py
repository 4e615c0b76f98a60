"""Surveying: from what was noted of spellings to groups, each one name."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Protocol, TypeVar

from translit.names import NameReading, read_name
from translit.schemes import fold
from translit.survey.base_forms import is_base_form
from translit.survey.found import NameGroup, Survey
from translit.survey.naming import Met, Sharing, make_groups
from translit.survey.notes import Notes
from translit.survey.readings import Readings, Shared
from translit.survey.surveyor import Surveyor
from translit.tables import TableSource
from translit.unlisted import Evidence

_NO_SLUG = re.compile(r"[^a-z0-9]+")
_BATCH = 500  # spellings that are read at once by a process

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


def survey_names(
    texts: Iterable[str],
    *,
    tables: "TableSource | Sequence[TableSource]" = (),
    default_tables: bool = True,
) -> Survey:
    """Find the names of some texts that no table knows and that they spell in several ways.

    Each text is a document; they are read one by one, and not kept. Examples name them by their
    number, from 1. Nothing is rewritten. Raises TableError for a table that is wrong, TypeError
    for one text, and for what is no text.

    >>> found = survey_names(["In Kyiv, Motuzianyk spoke.", "It was Motuzyanyk of Ukraine."])
    >>> [(group.original, group.sure, group.canonical) for group in found.groups]
    [('Мотузяник', True, 'Motuzyanyk')]
    """
    if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
        raise TypeError("texts is an iterable of texts; for one text, give a list of it")
    surveyor = Surveyor(tables, default_tables=default_tables)
    notes = Notes()
    for number, text in enumerate(texts, 1):
        if not isinstance(text, str):
            raise TypeError(f"text {number} is {type(text).__name__}, not str")
        notes += surveyor.look(text, str(number))
    return group_notes(notes, surveyor)


class Each(Protocol):
    """Gives what a function makes of each item, in order, as `map` does, perhaps elsewhere."""

    def __call__(
        self, function: Callable[[_Given], _Made], items: Iterable[_Given], /
    ) -> Iterable[_Made]: ...


def group_notes(
    notes: Notes,
    surveyor: Surveyor,
    each: Each = map,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Survey:
    """Return the names of a corpus by what was noted of its spellings; the notes are used up.

    `each` reads and judges batches of them, perhaps in several processes; `progress` is told how
    many spellings of how many are read.
    """
    words = list(_list_names(notes, surveyor))
    batches = [words[at : at + _BATCH] for at in range(0, len(words), _BATCH)]
    asked = ([_ask(word, notes.seen[word]) for word in batch] for batch in batches)
    readings = Readings()
    done = 0
    for batch, read in zip(batches, each(_read_words, asked), strict=True):
        readings.add(batch, read)
        done += len(batch)
        progress(done, len(words))
    sharing = _list_batches(_gather(one, notes) for one in readings.take_shared())
    groups = [group for some in each(make_groups, sharing) for group in some]
    return Survey(tuple(_name_groups(groups, surveyor.is_known_id)), notes.documents, len(words))


_Asked = tuple[str, str, frozenset[str]]


def _ask(word: str, evidence: Evidence) -> _Asked:
    return word, evidence.lang, evidence.langs


def _read_words(words: Sequence[_Asked]) -> list[tuple[NameReading, ...]]:
    """Return what each word, with the languages of its text and near it, may be of."""
    return [read_name(*word) for word in words]


def _gather(shared: Sequence[Shared], notes: Notes) -> Sharing:
    """Take spellings that share an original out of the notes, with all that was noted of them."""
    met = tuple(
        Met(spelling, reading, notes.seen.pop(spelling), notes.examples.pop(spelling, ()))
        for spelling, reading in shared
    )
    pairs = combinations(sorted(one for one, _ in shared), 2) if notes.parted else ()
    return Sharing(met, frozenset(notes.parted.intersection(pairs)))


def _list_batches(items: Iterable[Sharing]) -> Iterator[list[Sharing]]:
    """Give spellings that share originals in lists of about as many spellings."""
    batch: list[Sharing] = []
    size = 0
    for one in items:
        batch.append(one)
        size += len(one.met)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _list_names(notes: Notes, surveyor: Surveyor) -> Iterator[str]:
    """Give the spellings that may be names as they are, sorted."""
    met: dict[str, set[str]] = {}
    for spelling, evidence in notes.seen.items():
        if surveyor.has_cases(evidence.lang):
            met.setdefault(evidence.lang, set()).add(fold(spelling))
    for spelling, evidence in sorted(notes.seen.items()):
        lang = evidence.lang
        if not surveyor.verdicts.asks(spelling):
            continue  # a person has decided
        if lang not in met or is_base_form(spelling, evidence, lang, met[lang]):
            yield spelling


def _name_groups(
    groups: Iterable[NameGroup], is_known_id: Callable[[str], bool]
) -> list[NameGroup]:
    """Return groups with ids of their own, those first that are printed most."""
    ranked = sorted(groups, key=lambda one: (-one.count, one.canonical, one.spellings))
    taken: set[str] = set()
    number: Counter[str] = Counter()
    named = []
    for group in ranked:
        slug = _NO_SLUG.sub("-", fold(group.canonical).lower()).strip("-") or "name"
        name = slug
        while name in taken or is_known_id(name):
            number[slug] += 1
            name = f"{slug}-{number[slug]}"
        taken.add(name)
        named.append(replace(group, id=name))
    return named
