"""Of which names a word of a text can be a case: the paradigms of a language read backward.

Every form of every paradigm is filed under its ending once, with what makes the base form of it
again. A base form counts only if no longer ending of it belongs to another paradigm.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from os.path import commonprefix
from typing import Literal, NamedTuple

from translit.languages.declining import (
    Declension,
    change_joint,
    choose_paradigm,
    list_others,
    load_declension,
)
from translit.languages.endings import (
    START,
    EndingTable,
    Fitting,
    Letters,
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

_ACRONYM = "acronym"
_LEAST = 2  # letters of a name
_APOSTROPHES = str.maketrans("ʼ‘`´", "’’’’")
_OF_PERSONS: tuple[Gender, ...] = ("m", "f")
_OF_WORDS: tuple[Gender, ...] = ("m", "f", "n")


class CaseReading(NamedTuple):
    """A name of which a word can be a case, and how.

    `gender` and `number` are None where the form is the same for each; `foreign` says that it is
    one only if the name is of Latin original. `way` is what the language has made of the base
    first: `nominative` (*Putinas*), `feminine` (*Merkelová*); a reading of kind `derived` is in no
    case, and `way` is what it is: `possessive` (*Putinův*), `adjective`, `follower`.
    """

    base: str
    kind: Kind | Literal["derived"]
    gender: Gender | None
    number: Number | None
    cases: tuple[str, ...]
    joint: str = ""
    foreign: bool = False
    way: str = ""


class _Undoing(NamedTuple):
    """How a form becomes the base form again, and the longest ending that this must have."""

    strip: int
    add: str
    key: str
    filled: tuple[tuple[str, str], ...] = ()
    """Letters in braces that go by the sounds of the base form."""


class _Template(NamedTuple):
    """A reading but for its base form."""

    kind: Kind
    gender: Gender | None
    number: Number | None
    cases: tuple[str, ...]
    joint: str
    foreign: bool


class _Entry(NamedTuple):
    """What a form with an ending can be: by the letters of the name, and by any sound."""

    undoing: _Undoing
    templates: tuple[_Template, ...]
    by_sound: tuple[_Template, ...]


class _Made(NamedTuple):
    """What a form with an ending can have been made of."""

    undoing: _Undoing
    making: Making


class CaseReader:
    """Reads the cases of one language; made once, it only reads."""

    def __init__(self, declension: Declension) -> None:
        self._letters = declension.letters
        self._paradigms = declension.paradigms
        self._words, self._acronyms = _index_paradigms(declension)
        self._derived = _Way("derived", declension.derived, self._letters)
        self._ways = [
            _Way(way, table, self._letters)
            for way, table in (
                ("feminine", declension.feminines),
                ("nominative", declension.nominatives),
            )
            if table.by_key
        ]
        self._longest = max(map(len, [*self._words, *self._acronyms]), default=0)

    def read(self, word: str, kinds: Collection[str] | None = None) -> tuple[CaseReading, ...]:
        """Return every reading of a word, of these kinds or of all."""
        small = self._letters.lower(word.translate(_APOSTROPHES))
        endings = _list_endings(small, self._longest)
        found: list[CaseReading] = []
        keys: dict[str, str | None] = {}
        indexes = (self._words, self._acronyms) if word[:2].isupper() else (self._words,)
        for index in indexes:
            for ending in endings:
                for entry in index.get(ending, ()):
                    base = _undo(word, entry.undoing)
                    if base not in keys:
                        keys[base] = self._paradigms.find_key(self._letters.lower(base))
                    if keys[base] == entry.undoing.key and len(base) >= _LEAST:
                        found.extend(
                            CaseReading(base, *template)
                            for template in self._fit(entry, base)
                            if kinds is None or template.kind in kinds
                        )
        for way in self._ways:
            found.extend(_read_way(way, found))
        if kinds is None or "derived" in kinds:
            found.extend(
                CaseReading(base, "derived", making.gender, None, (), way=making.what)
                for base, making in self._derived.undo(word)
            )
        return tuple(found)

    def _fit(self, entry: _Entry, base: str) -> tuple[_Template, ...]:
        """Return how a form is one of a base form: by its letters, else by how it may sound."""
        filled = entry.undoing.filled
        if filled:
            small = self._letters.lower(base)
            if any(self._letters.fill(key, small) != letter for key, letter in filled):
                return entry.by_sound
        return entry.templates


class _Way:
    """What a language makes of names before they decline, or derives from them, undone."""

    def __init__(self, name: str, table: EndingTable[Making], letters: Letters) -> None:
        self.name = name
        self._table = table
        self._letters = letters
        self._made = _index_makings(table, letters)
        self._longest = max(map(len, self._made), default=0)
        self._made_once = name != "derived"  # derived words are not written: all blocks hold

    def undo(self, word: str) -> Iterator[tuple[str, Making]]:
        """Give each name of which a word was made, and by which block."""
        small = self._letters.lower(word.translate(_APOSTROPHES))
        for start in range(max(0, len(small) - self._longest), len(small)):
            for undoing, making in self._made.get(small[start:], ()):
                base = _undo(word, undoing)
                if len(base) >= _LEAST and (
                    not self._made_once
                    or self._table.find_key(self._letters.lower(base)) == undoing.key
                ):
                    yield base, making


def _read_way(way: _Way, found: Iterable[CaseReading]) -> Iterator[CaseReading]:
    """Give the names of which the language has made those that were read."""
    bases: dict[str, list[tuple[str, Making]]] = {}
    for one in list(found):
        if one.way or one.number or one.kind == _ACRONYM:
            continue
        if way.name == "feminine" and (one.kind != "family" or one.gender == "m"):
            continue
        if one.base not in bases:
            bases[one.base] = list(way.undo(one.base))
        for base, making in bases[one.base]:
            gender: Gender = making.gender or "f"
            if one.gender in (None, gender):
                yield one._replace(base=base, gender=gender, way=way.name)


def _list_endings(small: str, longest: int) -> list[str]:
    """Return the endings of a word in small letters; of whole words with their mark."""
    starts = [0, *(place + 1 for place, letter in enumerate(small) if letter in " -")]
    endings = [small[start:] for start in range(max(0, len(small) - longest), len(small))]
    return [*(START + small[start:] for start in starts), *endings, ""]


def _undo(word: str, undoing: _Undoing) -> str:
    """Return the base form, with the capitals of the word."""
    stem = word[: len(word) - undoing.strip]
    if not undoing.add:
        return stem
    if word.isupper() and len(word) > 1:
        return stem + undoing.add.upper()
    return stem + undoing.add if stem else undoing.add.capitalize()


class _Winner(NamedTuple):
    """A paradigm that declines the names with an ending, of a kind and gender.

    `native` and `foreign` say of names of which original.
    """

    fitting: Fitting[Paradigm]
    kind: Kind
    gender: Gender | None
    native: bool
    foreign: bool


_Filed = dict[tuple[str, _Undoing], tuple[dict[_Template, None], dict[_Template, None]]]


def _index_paradigms(
    declension: Declension,
) -> tuple[Mapping[str, Sequence[_Entry]], Mapping[str, Sequence[_Entry]]]:
    """Return what forms can be by their endings: those of words, and those of acronyms."""
    filed: _Filed = {}
    winners = _Winners()
    for key, fitting in declension.paradigms.by_key.items():
        for winner in winners.find(fitting):
            paradigm = winner.fitting.block
            base = {} if paradigm.of_many else {NOMINATIVE: (WHOLE,)}
            for case, forms in {**base, **paradigm.forms}.items():
                for form in forms:
                    _file_form(filed, declension, key, winner, case, read_pattern(form))
    return _pack(filed, acronyms=False), _pack(filed, acronyms=True)


class _Winners:
    """Remembers who wins, as many endings fit the same blocks (the letters of a class)."""

    def __init__(self) -> None:
        self._known: dict[tuple[Fitting[Paradigm], ...], tuple[_Winner, ...]] = {}

    def find(self, fitting: tuple[Fitting[Paradigm], ...]) -> tuple[_Winner, ...]:
        """Return who declines the names that these fit."""
        if fitting not in self._known:
            self._known[fitting] = tuple(_list_winners(fitting))
        return self._known[fitting]


def _list_winners(fitting: Sequence[Fitting[Paradigm]]) -> Iterator[_Winner]:
    kinds = sorted({kind for one in fitting for kind in one.block.kinds})
    numbers: tuple[Number | None, ...] = (None, "pl")
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
            for winner in each:
                yield _Winner(one, kind, winner, False in origins, True in origins)


def _file_form(
    filed: _Filed, declension: Declension, key: str, winner: _Winner, case: str, pattern: Pattern
) -> None:
    """File a form under each ending that it can have."""
    paradigm = winner.fitting.block
    bare = key.removeprefix(START)
    kept = bare if pattern.whole else bare[: len(bare) - winner.fitting.length]
    letters = declension.letters
    choices = [
        letters.list_letters(one) if letters.harmonizes(one) else (bare[-1:],)
        for one in pattern.keys
    ]
    for filled in product(*choices):
        put = pattern.spell(filled)
        sounds = tuple(
            (one, letter)
            for one, letter in zip(pattern.keys, filled, strict=True)
            if letters.harmonizes(one)
        )
        for spelled in (put, *change_joint(put, 0, paradigm.joints)):
            form = letters.lower(kept + spelled)
            joint = next((one for one in paradigm.joints if one in spelled), "")
            undoing = _make_undoing(form, bare, key, sounds)
            template = _Template(
                winner.kind, winner.gender, paradigm.number, (case,), joint, not winner.native
            )
            start = START if key != bare else ""
            by_letters, by_sound = filed.setdefault((start + form, undoing), ({}, {}))
            by_letters[template] = None
            if sounds and winner.foreign:
                by_sound[template._replace(foreign=True)] = None


def _make_undoing(
    form: str, bare: str, key: str, sounds: tuple[tuple[str, str], ...] = ()
) -> _Undoing:
    common = len(commonprefix((form, bare)))
    return _Undoing(len(form) - common, bare[common:], key, sounds)


def _pack(filed: _Filed, *, acronyms: bool) -> Mapping[str, Sequence[_Entry]]:
    index: dict[str, list[_Entry]] = {}
    for (ending, undoing), listed in filed.items():
        by_letters, by_sound = (
            _join_cases(one for one in templates if (one.kind == _ACRONYM) == acronyms)
            for templates in listed
        )
        if by_letters or by_sound:
            index.setdefault(ending, []).append(_Entry(undoing, by_letters, by_sound))
    return {ending: tuple(entries) for ending, entries in index.items()}


def _join_cases(templates: Iterable[_Template]) -> tuple[_Template, ...]:
    """Return readings that differ in their case alone as one."""
    cases: dict[_Template, dict[str, None]] = {}
    for one in templates:
        cases.setdefault(one._replace(cases=()), {}).update(dict.fromkeys(one.cases))
    return tuple(one._replace(cases=tuple(found)) for one, found in cases.items())


def _index_makings(table: EndingTable[Making], letters: Letters) -> Mapping[str, Sequence[_Made]]:
    """Return what names can have been made of by their endings."""
    index: dict[str, dict[_Made, None]] = {}
    for key, fitting in table.by_key.items():
        bare = key.removeprefix(START)
        for one in fitting:
            for pattern in map(read_pattern, one.block.to):
                kept = bare if pattern.whole else bare[: len(bare) - one.length]
                form = letters.lower(kept + pattern.spell(()))
                if form != bare:
                    made = _Made(_make_undoing(form, bare, key), one.block)
                    index.setdefault(form, {})[made] = None
    return {ending: tuple(found) for ending, found in index.items()}


@cache
def load_case_reader(lang: str) -> CaseReader:
    """Return the reader of a language. Raises LanguageError for an unknown code."""
    return CaseReader(load_declension(lang))


def read_case(
    word: str, lang: str, kinds: Collection[str] | None = None
) -> tuple[CaseReading, ...]:
    """Return the names of which a word of a text can be a case, and how.

    Each is confirmed: `decline` gives the word for it. A word that is no case of a name has
    readings too (*Kota*, of Kot, and of Kota); which of the names there are, is not asked.

    Args:
        word: One word, or a name of several whose last bears the ending.
        lang: The code of the language that it stands in.
        kinds: The kinds to read, and `derived`; all if not given.

    Raises LanguageError for an unknown language.

    >>> [(one.base, one.cases) for one in read_case("Putinem", "pl", {"family"})]
    [('Putin', ('ins',)), ('Putinem', ('nom',))]
    """
    return load_case_reader(lang).read(word, kinds)
