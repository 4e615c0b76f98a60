"""Consistency: one form, in one document, for the spellings of a name that no table knows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from translit.forms import Style, apply_changes
from translit.names import NameReading, read_name
from translit.rewriting import Edit, Explanation, Mention
from translit.schemes import SchemeError, romanize
from translit.unlisted.evidence import Evidence, gather
from translit.unlisted.noticing import Sighting
from translit.unlisted.verdict import Parted, Verdict, join_spellings, list_parted

# A reading that is less likely than that is one of several: one original must explain a spelling.
_LEAST_CHANCE = 0.5
# Two forms so near each other, in code points, are set side by side: the text speaks of them.
_SIDE_BY_SIDE = 12


class Settled(NamedTuple):
    """A spelling that is to become another one: `is_sure` if it may be rewritten."""

    start: int
    end: int
    before: str
    after: str
    is_sure: bool
    why: str


def make_consistent(sightings: Sequence[Sighting], lang: str, style: Style) -> list[Settled]:
    """Return what becomes of the unlisted names of one document, in order.

    The sightings are those of the whole document; `lang` is its language.
    """
    seen = gather(sightings, lang)
    if len(seen) < 2:  # one spelling agrees with itself
        return []
    read = {
        one: readings[0]
        for one, evidence in seen.items()
        if (readings := read_name(one, lang, evidence.langs))
    }
    by_key: dict[str, list[str]] = {}
    for one, reading in read.items():
        if reading.chance >= _LEAST_CHANCE:
            by_key.setdefault(reading.key, []).append(one)
    parted = set(list_parted(seen))
    found: list[Settled] = []
    for _, spellings in sorted(by_key.items()):
        if len(spellings) > 1:
            found += _settle(spellings, read, seen, parted, sightings, style)
    return sorted(found)


def _settle(
    spellings: Sequence[str],
    read: Mapping[str, NameReading],
    seen: Mapping[str, Evidence],
    parted: Parted,
    sightings: Iterable[Sighting],
    style: Style,
) -> list[Settled]:
    verdicts = join_spellings(spellings, read, seen, parted)
    whole = [one for one in verdicts if len(one.spellings) == len(spellings)]
    if not whole or not whole[0].surety or not any(seen[one].is_name for one in spellings):
        return []
    (verdict,) = whole
    places = [one for one in sightings if one.spelling in verdict.spellings]
    canonical = choose_form(verdict, Counter(one.spelling for one in places), places, style)
    is_explained = all(read[one].may_be(verdict.original) for one in spellings)
    is_sure = verdict.surety == "sure" and is_explained and not _is_about_forms(places)
    why = _explain(verdict, canonical, seen[canonical].count, is_explained=is_explained)
    return [
        Settled(one.start, one.end, one.spelling, canonical, is_sure, why)
        for one in places
        if one.spelling != canonical
    ]


def choose_form(
    verdict: Verdict, counts: Mapping[str, int], places: Sequence[Sighting], style: Style
) -> str:
    """Return the form that stays: the style's, if it is printed, else the one printed most.

    Of those that are printed as often it is the one that comes first.
    """
    own = romanize_original(verdict.original, style)
    if own in counts:
        return own
    first = {one.spelling: -one.start for one in reversed(places)}
    return max(counts, key=lambda one: (counts[one], first.get(one, 0), one))


def romanize_original(original: NameReading, style: Style) -> str:
    """Return what the scheme of a style makes of an original; nothing where it has none."""
    scheme = style.schemes.get(original.lang)
    if scheme is None:
        return ""
    try:
        return romanize(original.text[:1].upper() + original.text[1:], scheme)
    except SchemeError:
        return ""


def _is_about_forms(places: Sequence[Sighting]) -> bool:
    """Tell whether the text speaks of the spellings: then they are what it says."""
    return any(one.is_spoken_of for one in places) or any(
        one.spelling != other.spelling
        and one.sentence == other.sentence
        and other.start - one.end < _SIDE_BY_SIDE
        for one, other in pairwise(places)
    )


def add_unlisted(
    found: Explanation, sightings: Sequence[Sighting], lang: str, style: Style, *, may_rewrite: bool
) -> Explanation:
    """Return an explanation with the unlisted names that its text spells in several ways.

    The sightings are those of the text as it is rewritten. They become edits where they are sure
    and it is allowed, else suggestions.
    """
    settled = make_consistent(sightings, lang, style)
    if not settled:
        return found
    edits, mentions = list(found.edits), list(found.mentions)
    changes: list[tuple[int, int, str]] = []
    for one in settled:
        start = found.to_original(one.start)
        span = start, start + len(one.before)
        is_edit = may_rewrite and one.is_sure
        if is_edit:
            edits.append(Edit(*span, one.before, one.after, None, "scheme", one.why))
            changes.append((one.start, one.end, one.after))
        mentions.append(
            Mention(
                start=span[0],
                end=span[1],
                text=one.before,
                canonical=one.after,
                entity_id=None,
                candidates=(),
                evidence="scheme",
                status="edit" if is_edit else "suggestion",
                reason=None if is_edit else "unlisted",
                why=one.why,
            )
        )
    return replace(
        found,
        text=apply_changes(found.text, changes),
        edits=tuple(sorted(edits, key=lambda edit: edit.start)),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.start)),
    )


_TIMES: Mapping[int, str] = {1: "once", 2: "twice", 3: "three times", 4: "four times"}


def _explain(verdict: Verdict, canonical: str, count: int, *, is_explained: bool) -> str:
    others = [one for one in verdict.spellings if one != canonical]
    quoted = [f"“{one}”" for one in (*others, canonical)]
    forms = f"{', '.join(quoted[:-1])} and {quoted[-1]}"
    text = verdict.original.text
    original = text[:1].title() + text[1:]
    both = "both" if len(quoted) == 2 else "all"
    are = f"are {both}" if is_explained else f"may {both} be"
    times = _TIMES.get(count, f"{count} times")
    return f"{forms} {are} {original}; this text prints “{canonical}” {times}"
