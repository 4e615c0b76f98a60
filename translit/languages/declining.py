"""The forms of a name in the cases of a language, as the paradigms of its file give them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from translit.languages.endings import EndingTable, Fitting, Letters, Pattern, read_pattern
from translit.languages.errors import LanguageError
from translit.languages.language import Language
from translit.languages.loading import (
    find_language,
    find_language_code,
    list_language_codes,
    load_languages,
)
from translit.languages.paradigm import (
    KINDS,
    NOMINATIVE,
    Gender,
    Kind,
    Making,
    Number,
    Paradigm,
    make_making,
    make_paradigm,
)

_PARTS = re.compile(r"[^ -]+[ -]?")  # of a name, each with what parts it from the next

Forms = dict[str, tuple[str, ...]]
"""By case, all that are read; the first is written."""


class Declension:
    """How one language declines: its paradigms by ending, compiled once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.letters = Letters(language)
        self._joints = frozenset(language.around.joints)
        blocks = language.grammar.get("paradigms", ())
        paradigms = [make_paradigm(block, language.cases) for block in blocks]
        self.paradigms = EndingTable(self.letters, [(one.after, one) for one in paradigms])
        self.nominatives = self._make_table("nominative")
        self.feminines = self._make_table("feminine")
        self.derived = self._make_table("derived")

    def _make_table(self, section: str) -> EndingTable[Making]:
        makings = map(make_making, self.language.grammar.get(section, ()))
        return EndingTable(self.letters, [(one.after, one) for one in makings])

    def decline(
        self,
        name: str,
        kind: Kind,
        gender: Gender | None,
        number: Number | None,
        foreign: bool,
    ) -> Forms:
        """Return the forms of one word, or of words of which the last bears the ending."""
        small = self.letters.lower(name)
        key = self.paradigms.find_key(small)
        if not name or key is None:
            return {}
        fitting = self.paradigms.by_key[key]
        chosen = choose_paradigm(fitting, kind, gender, number, foreign)
        if chosen is None:
            return {}
        made: dict[str, dict[str, None]] = {}
        if NOMINATIVE not in chosen.block.forms:
            made[NOMINATIVE] = {name: None}
        for one in (chosen, *list_others(fitting, chosen, kind, gender, foreign)):
            for case, listed in one.block.forms.items():
                spelled = self._spell(name, small, one, listed, foreign)
                made.setdefault(case, {}).update(dict.fromkeys(spelled))
        forms = {case: tuple(made[case]) for case in self.language.cases if case in made}
        if kind != "acronym" and name.isupper() and len(name) > 1:
            return {case: tuple(map(str.upper, found)) for case, found in forms.items()}
        return forms

    def part_place(self, name: str) -> tuple[str, str]:
        """Return what of a place declines, and what says where it lies: *Ростов-на-Дону*.

        A name that has a paradigm of its own does not part.
        """
        if self.language.phrases == "last" or not {" ", "-"} & set(name):
            return name, ""
        key = self.paradigms.find_key(self.letters.lower(name)) or ""
        if not {" ", "-"} & set(key):
            start = 0
            for part in _PARTS.findall(name)[:-1]:
                if start and part[:-1] in self._joints:
                    return name[: start - 1], name[start - 1 :]
                start += len(part)
        return name, ""

    def _spell(
        self,
        name: str,
        small: str,
        chosen: Fitting[Paradigm],
        forms: Iterable[str],
        foreign: bool,
    ) -> Iterator[str]:
        """Give each form by the letters, then with other joints; if foreign, by any sound."""
        spelled = [
            form
            for pattern in map(read_pattern, forms)
            for form in self.spell_pattern(pattern, name, small, chosen.length, foreign)
        ]
        yield from spelled
        for form in spelled:
            yield from change_joint(form, len(name) - chosen.length, chosen.block.joints)

    def spell_pattern(
        self, pattern: Pattern, name: str, small: str, length: int, foreign: bool
    ) -> Iterator[str]:
        """Give the form of a name by a pattern; if the name is foreign, by any harmony."""
        stem = name if pattern.whole else name[: len(name) - length]
        filled = [self.letters.fill(key, small) for key in pattern.keys]
        yield _join(stem, pattern.spell(filled), name)
        if foreign and any(map(self.letters.harmonizes, pattern.keys)):
            choices = [
                self.letters.list_letters(key) if self.letters.harmonizes(key) else (letter,)
                for key, letter in zip(pattern.keys, filled, strict=True)
            ]
            for letters in product(*choices):
                yield _join(stem, pattern.spell(letters), name)

    def make_names(
        self, table: EndingTable[Making], name: str, gender: Gender | None
    ) -> tuple[str, ...]:
        """Return what the blocks of a table make of a name, the longest ending alone."""
        small = self.letters.lower(name)
        key = table.find_key(small)
        for fitting in table.by_key.get(key, ()) if key is not None else ():
            making = fitting.block
            if gender is None or making.gender in (None, gender):
                patterns = map(read_pattern, making.to)
                return tuple(
                    form
                    for pattern in patterns
                    for form in self.spell_pattern(pattern, name, small, fitting.length, False)
                )
        return ()


def _join(stem: str, put: str, name: str) -> str:
    """Return a form, with a capital where the name has one and nothing of it stays."""
    return stem + put if stem or not name[0].isupper() else put[:1].upper() + put[1:]


def choose_paradigm(
    fitting: Iterable[Fitting[Paradigm]],
    kind: Kind,
    gender: Gender | None,
    number: Number | None,
    foreign: bool,
) -> Fitting[Paradigm] | None:
    """Return the paradigm of the longest ending; of two, the one that says more, or the first.

    What fits is in order: of one length letters are before classes.
    """
    best: Fitting[Paradigm] | None = None
    for one in fitting:
        if best is not None and one.rank != best.rank:
            break
        if _admits(one.block, kind, gender, number, foreign) and (
            best is None or _say_more(one, gender) > _say_more(best, gender)
        ):
            best = one
    return best


def list_others(
    fitting: Iterable[Fitting[Paradigm]],
    chosen: Fitting[Paradigm],
    kind: Kind,
    gender: Gender | None,
    foreign: bool,
) -> list[Fitting[Paradigm]]:
    """Return what a name of Latin original is read by too: each paradigm of foreign names."""
    return [
        one
        for one in fitting
        if foreign
        and one.block.foreign
        and one is not chosen
        and not chosen.block.number
        and _admits(one.block, kind, gender, None, foreign)
    ]


def _admits(
    paradigm: Paradigm, kind: Kind, gender: Gender | None, number: Number | None, foreign: bool
) -> bool:
    if kind not in paradigm.kinds or (paradigm.foreign and not foreign):
        return False
    if gender and paradigm.gender and gender != paradigm.gender:
        return False
    return paradigm.number == "pl" if number == "pl" else not paradigm.of_many


def _say_more(fitting: Fitting[Paradigm], gender: Gender | None) -> tuple[bool, bool]:
    paradigm = fitting.block
    return paradigm.foreign, bool(gender and paradigm.gender)


def change_joint(form: str, start: int, joints: tuple[str, ...]) -> Iterator[str]:
    """Give a form with each other joint, where it has the first one after `start`."""
    if joints and joints[0] in form[start:]:
        stem, ending = form[:start], form[start:]
        for other in joints[1:]:
            yield stem + ending.replace(joints[0], other, 1)


@cache
def load_declension(lang: str) -> Declension:
    """Return how a language declines. Raises LanguageError for an unknown code."""
    language = find_language(lang)
    return Declension(language) if language.code == lang else load_declension(language.code)


@cache
def list_joints(lang: str) -> frozenset[str]:
    """Return what may part a name from its ending in a language: Hungarian *Chilcote-nak*.

    >>> "-" in list_joints("hu")
    True
    """
    paradigms = load_declension(lang).paradigms
    every = (one.block for fitting in paradigms.by_key.values() for one in fitting)
    return frozenset(joint for one in every for joint in one.joints)


@cache
def list_declining_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have paradigms."""
    return tuple(code for code, one in load_languages().items() if one.grammar.get("paradigms"))


def check_declines(lang: str) -> None:
    """Raise LanguageError for a language that is unknown or has no paradigms, with those that do.

    >>> check_declines("pl")
    """
    listed = f"paradigms have {', '.join(list_declining_languages())}"
    if find_language_code(lang) not in list_language_codes():
        raise LanguageError(f"unknown language “{lang}”; {listed}")
    language = find_language(lang)
    if not language.grammar.get("paradigms"):
        raise LanguageError(f"“{lang}” ({language.title}) does not decline names; {listed}")


def decline(
    name: str,
    lang: str,
    kind: Kind,
    gender: Gender | None = None,
    *,
    number: Number | None = None,
    foreign: bool = False,
    declines: int | None = None,
) -> Forms:
    """Return the forms of a name by case: the first of a case is written, all are read.

    Args:
        name: The base form, as the language writes it: a family or given name by itself.
        lang: The code of the language that the text is in.
        kind: Which kind of name it is.
        gender: Of the person, or of the word; if not given, the longest ending tells it.
        number: `pl` for a family (*Łukaszenkowie*), or for a name that is a plural.
        foreign: Whether it is of Latin original (*Kennedy*), so that its letters do not tell
            its sound: paradigms of foreign names hold too, and any harmony is read.
        declines: How many words at the start decline, or, below zero, at the end; the rest stays.

    Returns nothing for a name that no paradigm fits, as for one of several words of which it is
    not said which decline. Raises LanguageError for an unknown language or kind.

    >>> decline("Zełenski", "pl", "family", "m")["gen"]
    ('Zełenskiego',)
    >>> decline("Kijów", "pl", "place")["loc"]
    ('Kijowie',)
    """
    if kind not in KINDS:
        raise LanguageError(f"unknown kind of name “{kind}”; it is one of {', '.join(KINDS)}")
    declension = load_declension(lang)
    words = name.split(" ")
    if declines:
        declining = words[:declines] if declines > 0 else words[declines:]
        each = [declension.decline(one, kind, gender, number, foreign) for one in declining]
        before, after = (words[:declines], []) if declines < 0 else ([], words[declines:])
        return _join_words(before, each, after, declension.language.cases)
    head, tail = declension.part_place(name) if kind == "place" else (name, "")
    if tail:
        forms = declension.decline(head, kind, gender, number, foreign)
        return {case: tuple(form + tail for form in listed) for case, listed in forms.items()}
    if len(words) > 1 and not _is_phrase(declension, name):
        return {}
    return declension.decline(name, kind, gender, number, foreign)


def _is_phrase(declension: Declension, name: str) -> bool:
    """Whether several words have one ending: by a paradigm, by the language, or after particles."""
    small = declension.letters.lower(name)
    key = declension.paradigms.find_key(small)
    if key is None or " " in key:
        return key is not None
    before = small.split(" ")[:-1]
    if declension.language.phrases == "last":
        return not any(word.endswith(declension.language.agreeing) for word in before)
    return name.split(" ")[:-1] == before


def _join_words(
    before: list[str], each: list[Forms], after: list[str], cases: Iterable[str]
) -> Forms:
    """Return the forms of words that decline together, for the cases that all of them have."""
    joined: Forms = {}
    for case in cases:
        if all(case in forms for forms in each):
            choices = product(*(forms[case] for forms in each))
            joined[case] = tuple(" ".join((*before, *words, *after)) for words in choices)
    return joined


def make_nominative(name: str, lang: str, gender: Gender) -> tuple[str, ...]:
    """Return a name as a language that gives every name an ending writes it; the first is written.

    Returns the name itself for other languages. Raises LanguageError for an unknown language.

    >>> make_nominative("Putin", "lt", "m")
    ('Putinas',)
    >>> make_nominative("Putin", "pl", "m")
    ('Putin',)
    """
    declension = load_declension(lang)
    return declension.make_names(declension.nominatives, name, gender) or (name,)


def gives_endings(lang: str) -> bool:
    """Tell whether a language gives every name an ending.

    >>> gives_endings("lt"), gives_endings("cs")
    (True, False)
    """
    return bool(find_language(lang).grammar.get("nominative"))


def make_feminine(name: str, lang: str) -> tuple[str, ...]:
    """Return the family name of a woman as a language that gives it an ending writes it.

    Returns the name itself for other languages. Raises LanguageError for an unknown language.

    >>> make_feminine("Merkel", "cs")
    ('Merkelová', 'Merkel')
    """
    declension = load_declension(lang)
    return declension.make_names(declension.feminines, name, None) or (name,)
