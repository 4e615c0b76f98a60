"""Declension: the paradigms of one language, compiled, and which of them a name follows."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from translit.languages.endings import EndingTable, Fitting, Orthography, Pattern, read_pattern
from translit.languages.language import Language
from translit.languages.paradigm import (
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
        self.letters = Orthography(language)
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
            return {case: tuple(map(self.letters.upper, found)) for case, found in forms.items()}
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
