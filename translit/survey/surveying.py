"""Surveying: from what was noted of spellings to groups, each one name."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from translit.forms import Style, find_style_of
from translit.names import NameReading, choose_readings, find_given_names, read_name
from translit.schemes import fold, tell_gender
from translit.survey.base_forms import is_base_form
from translit.survey.found import Example, NameGroup, SpellingCount, Survey
from translit.survey.notes import Notes, first_examples
from translit.survey.surveyor import Surveyor
from translit.tables import TableSource
from translit.unlisted import Evidence, Verdict, join_spellings, romanize_original

_NO_SLUG = re.compile(r"[^a-z0-9]+")
_BATCH = 500  # words that are read at once by a process
_MOST_TITLES = 5

Words = Sequence[tuple[str, str]]
Readings = Sequence[tuple[NameReading, ...]]
ReadAll = Callable[[Iterable[Words]], Iterator[Readings]]


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
    if isinstance(texts, str | bytes):
        raise TypeError("texts is an iterable of texts; for one text, give a list of it")
    surveyor = Surveyor(tables, default_tables=default_tables)
    notes = Notes()
    for number, text in enumerate(texts, 1):
        if not isinstance(text, str):
            raise TypeError(f"text {number} is {type(text).__name__}, not str")
        notes += surveyor.look(text, str(number))
    return group_notes(notes, surveyor)


def read_words(words: Words) -> Readings:
    """Return what each word, given with the language of its text, may be of."""
    return [read_name(word, lang) for word, lang in words]


def group_notes(
    notes: Notes,
    surveyor: Surveyor,
    read_all: ReadAll = lambda batches: map(read_words, batches),
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Survey:
    """Return the names of a corpus by what was noted of its spellings.

    `read_all` reads batches of words, perhaps in several processes; `progress` is told how many
    words of how many are read.
    """
    words = [(word, notes.seen[word].lang) for word in _list_names(notes, surveyor)]
    read: dict[str, tuple[NameReading, ...]] = {}
    batches = [words[at : at + _BATCH] for at in range(0, len(words), _BATCH)]
    for batch, readings in zip(batches, read_all(batches), strict=True):
        read |= {word: some for (word, _), some in zip(batch, readings, strict=True) if some}
        progress(len(read), len(words))
    chosen = choose_readings(read)
    by_key: dict[str, list[str]] = {}
    for word, reading in chosen.items():
        by_key.setdefault(reading.key, []).append(word)
    verdicts = [
        verdict
        for _, spellings in sorted(by_key.items())
        if len(spellings) > 1
        for verdict in join_spellings(spellings, chosen, notes.seen, notes.are_parted)
        if verdict.surety and _is_met_as_name(verdict, notes.seen)
    ]
    groups = _name_groups(
        [_make_group(verdict, notes, chosen) for verdict in verdicts], surveyor.is_known_id
    )
    return Survey(tuple(groups), notes.documents, len(words))


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


def _is_met_as_name(verdict: Verdict, seen: Mapping[str, Evidence]) -> bool:
    """Tell whether a group is more than words at the start of sentences."""
    named = [one for one in verdict.spellings if seen[one].is_name]
    return bool(named) if verdict.surety == "sure" else len(named) == len(verdict.spellings)


def _make_group(verdict: Verdict, notes: Notes, chosen: Mapping[str, NameReading]) -> NameGroup:
    seen = Evidence()
    spellings = []
    for one in verdict.spellings:
        evidence = notes.seen[one]
        spellings.append(SpellingCount(one, evidence.count, evidence.documents))
        seen += evidence
    spellings.sort(key=lambda one: (-one.count, one.text))
    given = _rank(seen.list_beside("given"))
    original = verdict.original
    text = original.text[:1].upper() + original.text[1:]
    return NameGroup(
        id="",
        kind=seen.kind,
        sure=verdict.surety == "sure",
        original=text,
        original_lang=original.lang,
        score=verdict.score,
        canonical=_choose_canonical(spellings, original, find_style_of(seen.lang)),
        spellings=tuple(spellings),
        given=given,
        titles=_rank(seen.list_beside("title"))[:_MOST_TITLES],
        gender=_tell_gender(seen, given, text, original.lang),
        lang=seen.lang,
        against=verdict.against,
        why="; ".join(chosen[one.text].explain(one.text, seen.lang) for one in spellings),
        examples=_choose_examples([one.text for one in spellings], notes),
    )


def _rank(counts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda text: (-counts[text], text)))


def _choose_canonical(
    spellings: Sequence[SpellingCount], original: NameReading, style: Style
) -> str:
    """Return the form that the style would print, if it is printed, else the one printed most."""
    own = romanize_original(original, style)
    return own if own in {one.text for one in spellings} else spellings[0].text


def _tell_gender(seen: Evidence, given: Iterable[str], original: str, lang: str) -> str:
    """Return the gender that titles, given names and the name's ending tell; nothing in doubt."""
    told = set(seen.genders)
    for name in given:
        told |= {str(one.gender) for one in find_given_names(name) if one.gender}
    ending = tell_gender(original, lang)
    if ending and (seen.kind == "person"):
        told.add(ending)
    return told.pop() if len(told) == 1 else ""


def _choose_examples(spellings: Sequence[str], notes: Notes) -> tuple[Example, ...]:
    return tuple(one for text in spellings for one in first_examples(notes.examples.get(text, ())))


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
