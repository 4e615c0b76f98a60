"""The forms of all paradigms of a language, each filed under its ending.

A form is filed with what makes the base form of it again, and with whose names have it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from translit.languages.declension import Declension, change_joint, choose_paradigm, list_others
from translit.languages.endings import (
    START,
    EndingTable,
    Fitting,
    Orthography,
    Pattern,
    read_pattern,
)
from translit.languages.paradigm import (
    NOMINATIVE,
    PERSONS,
    WHOLE,
    Gender,
    Kind,
    Making,
    Number,
    Paradigm,
)

ACRONYM = "acronym"
_OF_PERSONS: tuple[Gender, ...] = ("m", "f")
_OF_WORDS: tuple[Gender, ...] = ("m", "f", "n")


class Undoing(NamedTuple):
    """How a form becomes the base form again, and the longest ending that this must have."""

    strip: int
    add: str
    key: str
    filled: tuple[tuple[str, str], ...] = ()
    """Orthography in braces that go by the sounds of the base form."""


class Template(NamedTuple):
    """A reading but for its base form."""

    kind: Kind
    gender: Gender | None
    number: Number | None
    cases: tuple[str, ...]
    joint: str
    foreign: bool


class Entry(NamedTuple):
    """What a form with an ending can be: by the letters of the name, and by any sound."""

    undoing: Undoing
    templates: tuple[Template, ...]
    by_sound: tuple[Template, ...]


class Made(NamedTuple):
    """What a form with an ending can have been made of."""

    undoing: Undoing
    making: Making


class _Winner(NamedTuple):
    """Of whom a paradigm declines the names; `native` and `foreign`: of which original."""

    kind: Kind
    gender: Gender | None
    native: bool
    foreign: bool


class _Winning(NamedTuple):
    """A paradigm that declines the names with an ending, and of whom they are."""

    fitting: Fitting[Paradigm]
    winners: tuple[_Winner, ...]


class _Filed(NamedTuple):
    """A form that is filed under its ending."""

    winning: _Winning
    cases: tuple[str, ...]
    joint: str


_Filing = dict[tuple[str, Undoing], list[_Filed]]


def index_paradigms(
    declension: Declension,
) -> tuple[Mapping[str, Sequence[Entry]], Mapping[str, Sequence[Entry]]]:
    """Return what forms can be by their endings: those of words, and those of acronyms."""
    filing: _Filing = {}
    known: dict[tuple[Fitting[Paradigm], ...], tuple[_Winning, ...]] = {}
    patterns: dict[Paradigm, Mapping[Pattern, tuple[str, ...]]] = {}
    for key, fitting in declension.paradigms.by_key.items():
        # Many endings fit the same blocks: the letters of a class.
        if fitting not in known:
            known[fitting] = tuple(_list_winning(fitting))
        for winning in known[fitting]:
            paradigm = winning.fitting.block
            if paradigm not in patterns:
                patterns[paradigm] = _list_patterns(paradigm)
            for pattern, cases in patterns[paradigm].items():
                _file_form(filing, declension.letters, key, winning, pattern, cases)
    packing = _Packing(filing)
    return packing.pack(acronyms=False), packing.pack(acronyms=True)


def _list_patterns(paradigm: Paradigm) -> Mapping[Pattern, tuple[str, ...]]:
    """Return the forms of a paradigm, each with its cases."""
    base = {} if paradigm.of_many else {NOMINATIVE: (WHOLE,)}
    found: dict[Pattern, tuple[str, ...]] = {}
    for case, forms in {**base, **paradigm.forms}.items():
        for pattern in map(read_pattern, dict.fromkeys(forms)):
            found[pattern] = (*found.get(pattern, ()), case)
    return found


def _list_winning(fitting: Sequence[Fitting[Paradigm]]) -> Iterator[_Winning]:
    kinds = sorted({kind for one in fitting for kind in one.block.kinds})
    numbers: tuple[Number | None, ...] = (None, "pl")
    found: dict[int, tuple[Fitting[Paradigm], list[_Winner]]] = {}
    for kind, number in product(kinds, numbers):
        genders = _OF_PERSONS if kind in PERSONS else _OF_WORDS
        won: dict[int, tuple[Fitting[Paradigm], set[Gender], set[bool]]] = {}
        for gender, foreign in product(genders, (False, True)):
            chosen = choose_paradigm(fitting, kind, gender, number, foreign)
            # Asked for a plural only what makes one is new.
            if chosen and chosen.block.of_many == (number == "pl"):
                for one in (chosen, *list_others(fitting, chosen, kind, gender, foreign)):
                    _, all_genders, origins = won.setdefault(id(one), (one, set(), set()))
                    all_genders.add(gender)
                    origins.add(foreign)
        for one, of_genders, origins in won.values():
            each: Iterable[Gender | None] = sorted(of_genders)
            if one.block.gender or kind not in PERSONS or len(of_genders) == len(genders):
                each = (one.block.gender,)
            winners = found.setdefault(id(one), (one, []))[1]
            winners.extend(_Winner(kind, who, False in origins, True in origins) for who in each)
    for one, winners in found.values():
        yield _Winning(one, tuple(winners))


def _file_form(
    filing: _Filing,
    letters: Orthography,
    key: str,
    winning: _Winning,
    pattern: Pattern,
    cases: tuple[str, ...],
) -> None:
    """File a form under each ending that it can have."""
    joints = winning.fitting.block.joints
    bare = key.removeprefix(START)
    start = START if key != bare else ""
    kept = bare if pattern.whole else bare[: len(bare) - winning.fitting.length]
    harmonizing = [letters.harmonizes(one) for one in pattern.keys]
    choices = [
        letters.list_letters(one) if by_harmony else (bare[-1:],)
        for one, by_harmony in zip(pattern.keys, harmonizing, strict=True)
    ]
    for filled in product(*choices):
        put = pattern.spell(filled)
        by_sound = zip(pattern.keys, filled, harmonizing, strict=True)
        sounds = tuple((one, letter) for one, letter, harmonizes in by_sound if harmonizes)
        for spelled in (put, *change_joint(put, 0, joints)):
            form = letters.lower(kept + spelled)
            joint = next((one for one in joints if one in spelled), "")
            undoing = _make_undoing(form, bare, key, sounds)
            filing.setdefault((start + form, undoing), []).append(_Filed(winning, cases, joint))


def _make_undoing(
    form: str, bare: str, key: str, sounds: tuple[tuple[str, str], ...] = ()
) -> Undoing:
    common = next(
        (place for place, pair in enumerate(zip(form, bare, strict=False)) if pair[0] != pair[1]),
        min(len(form), len(bare)),
    )
    return Undoing(len(form) - common, bare[common:], key, sounds)


class _Packing:
    """Makes entries of what was filed; equal readings are made once."""

    def __init__(self, filing: _Filing) -> None:
        self._filing = filing
        self._made: dict[tuple[int, tuple[str, ...], str, bool, bool], tuple[Template, ...]] = {}

    def pack(self, *, acronyms: bool) -> Mapping[str, Sequence[Entry]]:
        """Return the entries of acronyms or of all other names, by the endings of their forms."""
        index: dict[str, list[Entry]] = {}
        for (ending, undoing), filed in self._filing.items():
            templates = self._make(filed, acronyms, by_sound=False)
            by_sound = self._make(filed, acronyms, by_sound=True) if undoing.filled else ()
            if templates or by_sound:
                index.setdefault(ending, []).append(Entry(undoing, templates, by_sound))
        return {ending: tuple(entries) for ending, entries in index.items()}

    def _make(
        self, filed: Sequence[_Filed], acronyms: bool, by_sound: bool
    ) -> tuple[Template, ...]:
        each = []
        for winning, cases, joint in filed:
            key = (id(winning), cases, joint, acronyms, by_sound)
            if key not in self._made:
                self._made[key] = tuple(
                    Template(
                        one.kind,
                        one.gender,
                        winning.fitting.block.number,
                        cases,
                        joint,
                        by_sound or not one.native,
                    )
                    for one in winning.winners
                    if (one.kind == ACRONYM) == acronyms and (one.foreign or not by_sound)
                )
            each.append(self._made[key])
        return each[0] if len(each) == 1 else _join_cases(one for part in each for one in part)


def _join_cases(templates: Iterable[Template]) -> tuple[Template, ...]:
    """Return readings that differ in their case alone as one."""
    cases: dict[Template, dict[str, None]] = {}
    for one in templates:
        cases.setdefault(one._replace(cases=()), {}).update(dict.fromkeys(one.cases))
    return tuple(one._replace(cases=tuple(found)) for one, found in cases.items())


def index_makings(table: EndingTable[Making], letters: Orthography) -> Mapping[str, Sequence[Made]]:
    """Return what names can have been made of by their endings."""
    index: dict[str, dict[Made, None]] = {}
    for key, fitting in table.by_key.items():
        bare = key.removeprefix(START)
        for one in fitting:
            for pattern in map(read_pattern, one.block.to):
                kept = bare if pattern.whole else bare[: len(bare) - one.length]
                form = letters.lower(kept + pattern.spell(()))
                if form != bare:
                    made = Made(_make_undoing(form, bare, key), one.block)
                    index.setdefault(form, {})[made] = None
    return {ending: tuple(found) for ending, found in index.items()}
