"""Naming: from spellings that share an original to groups, each one name; done in any process."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from translit.forms import Style, find_style_of
from translit.names import NameReading, find_given_names
from translit.schemes import describe_scheme, tell_gender
from translit.survey.found import Example, NameGroup, SpellingCount
from translit.survey.notes import first_examples
from translit.unlisted import Evidence, Parted, Verdict, join_spellings, romanize_original

_MOST_TITLES = 5


class Met(NamedTuple):
    """A spelling, the original that it has, and what was seen of it."""

    spelling: str
    reading: NameReading
    evidence: Evidence
    examples: tuple[Example, ...]


class Sharing(NamedTuple):
    """All spellings that share an original, and the pairs of them that a document has parted."""

    met: tuple[Met, ...]
    parted: Parted


def make_groups(batch: Iterable[Sharing]) -> list[NameGroup]:
    """Return the names among spellings that share an original; their ids are still empty."""
    return [group for one in batch for group in _find_groups(one)]


def _find_groups(sharing: Sharing) -> Iterable[NameGroup]:
    met = {one.spelling: one for one in sharing.met}
    chosen = {spelling: one.reading for spelling, one in met.items()}
    seen = {spelling: one.evidence for spelling, one in met.items()}
    for verdict in join_spellings(met, chosen, seen, sharing.parted):
        if verdict.surety and _is_met_as_name(verdict, seen):
            yield _make_group(verdict, met)


def _is_met_as_name(verdict: Verdict, seen: Mapping[str, Evidence]) -> bool:
    """Tell whether a group is more than words at the start of sentences."""
    named = [one for one in verdict.spellings if seen[one].is_name]
    return bool(named) if verdict.surety == "sure" else len(named) == len(verdict.spellings)


def _make_group(verdict: Verdict, met: Mapping[str, Met]) -> NameGroup:
    seen = Evidence()
    spellings = []
    for one in verdict.spellings:
        evidence = met[one].evidence
        spellings.append(SpellingCount(one, evidence.count, evidence.documents))
        seen += evidence
    spellings.sort(key=lambda one: (-one.count, one.text))
    given = _rank(seen.list_beside("given"))
    original = verdict.original
    text = original.text[:1].title() + original.text[1:]
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
        why=_explain([met[one.text] for one in spellings], seen.lang),
        examples=tuple(
            example for one in spellings for example in first_examples(met[one.text].examples)
        ),
    )


def _explain(met: Iterable[Met], lang: str) -> str:
    """Say which conventions make the spellings, those together that one makes of one original."""
    made: dict[tuple[str, str], list[str]] = {}
    for one in met:
        maker = one.reading.find_maker(one.spelling, lang)
        made.setdefault((one.reading.text, maker), []).append(f"“{one.spelling}”")
    return "; ".join(
        f"{_join(quoted)} {'is' if len(quoted) == 1 else 'are'} {text[:1].title() + text[1:]} "
        f"in {describe_scheme(scheme)}"
        for (text, scheme), quoted in made.items()
    )


def _join(quoted: Sequence[str]) -> str:
    *others, last = quoted
    return f"{', '.join(others)} and {last}" if others else last


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
