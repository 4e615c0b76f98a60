"""What a language does to names, as the blocks of its file say it: read and checked.

`after` are endings of names: letters, a class (`C`, `V`, `any`), or with a capital a whole word.
In a form `{}` is the whole name, else the text takes the place of `after`.
"""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from translit.languages.errors import FileFlaw

Kind = Literal["family", "given", "place", "organization", "acronym"]
Gender = Literal["m", "f", "n"]
Number = Literal["sg", "pl"]

KINDS: tuple[Kind, ...] = get_args(Kind)
PERSONS: frozenset[str] = frozenset(("family", "given"))
CLASSES = ("C", "V", "any")
NOMINATIVE = "nom"
GENITIVE = "gen"
LOCATIVE = "loc"
VOCATIVE = "voc"
"""In which a name stands only where nothing else can be meant: hardly a place is spoken to."""
OPENING = frozenset({NOMINATIVE, "acc"})
"""In one of which a place stands that a sentence starts with."""
WHOLE = "{}"

Block = Mapping[str, Any]

_BRACES = re.compile(r"\{([^}]*)\}")
_LAST_LETTER = ("C", "V")
_FIELDS: Mapping[str, Sequence[str]] = {
    "paradigms": ("of", "gender", "number", "after", "forms", "join", "foreign", "examples"),
    "nominative": ("gender", "after", "to", "examples"),
    "feminine": ("after", "to", "examples"),
    "derived": ("what", "of", "gender", "after", "to", "examples"),
    "before": ("words", "first", "mute", "check", "examples"),
}
_REQUIRED: Mapping[str, Sequence[str]] = {
    "paradigms": ("of", "after", "forms", "examples"),
    "nominative": ("gender", "after", "to", "examples"),
    "feminine": ("after", "to", "examples"),
    "derived": ("what", "after", "to", "examples"),
    "before": ("words",),
}
_CHOICES: Mapping[str, Sequence[str]] = {"gender": get_args(Gender), "number": get_args(Number)}


@dataclass(frozen=True, slots=True, eq=False)
class Paradigm:
    """The forms of the names that end in one of `after`; the first of a case is written.

    `number` is of the name; where the base form is another number (*Łukaszenka, Łukaszenkowie*),
    the forms have a nominative. `joints` part an ending from the name, the first is written.
    """

    kinds: frozenset[Kind]
    gender: Gender | None
    number: Number | None
    after: tuple[str, ...]
    forms: Mapping[str, tuple[str, ...]]
    joints: tuple[str, ...] = ()
    foreign: bool = False

    @property
    def of_many(self) -> bool:
        """Whether it makes a plural of a name that is a singular."""
        return self.number == "pl" and NOMINATIVE in self.forms


@dataclass(frozen=True, slots=True)
class Making:
    """Names made of a name: nominatives, women's names, derived words. The first is written."""

    after: tuple[str, ...]
    to: tuple[str, ...]
    gender: Gender | None = None
    what: str = ""
    kinds: frozenset[Kind] = frozenset()


@dataclass(frozen=True, slots=True)
class Before:
    """Pairs of a word and of what it is before a name that begins with one of `first`.

    A name that begins with one of `mute` may have either.
    """

    words: tuple[tuple[str, str], ...]
    first: str = ""
    mute: tuple[str, ...] = ()
    check: bool = False


def make_paradigm(block: Block, cases: Sequence[str]) -> Paradigm:
    """Return a paradigm of a block that was checked."""
    forms = block["forms"]
    return Paradigm(
        kinds=frozenset(block["of"]),
        gender=block.get("gender"),
        number=block.get("number"),
        after=listed(block["after"]),
        forms={case: (WHOLE,) for case in cases if case != NOMINATIVE}
        if forms == "same"
        else {case: listed(form) for case, form in forms.items()},
        joints=tuple(block.get("join", ())),
        foreign=block.get("foreign", False),
    )


def make_making(block: Block) -> Making:
    """Return what is made of names by a block that was checked."""
    return Making(
        after=listed(block["after"]),
        to=listed(block["to"]),
        gender=block.get("gender"),
        what=block.get("what", ""),
        kinds=frozenset(block.get("of", ())),
    )


def make_before(block: Block, sounds: Mapping[str, str]) -> Before:
    """Return a word before names of a block that was checked; `first` is one of the sounds."""
    return Before(
        words=tuple((one, other) for one, other in block["words"]),
        first=sounds.get(block.get("first", ""), ""),
        mute=tuple(block.get("mute", ())),
        check=block.get("check", False),
    )


def listed(value: str | Sequence[str]) -> tuple[str, ...]:
    """Return a text or a list of texts as a tuple."""
    return (value,) if isinstance(value, str) else tuple(value)


def check_grammar(
    grammar: Mapping[str, Sequence[Block]],
    cases: Sequence[str],
    sounds: Mapping[str, str],
    harmony: Iterable[str],
) -> None:
    """Raise FileFlaw for the first block that is wrong."""
    braces = (*_LAST_LETTER, *harmony)
    for section, blocks in grammar.items():
        if section not in _FIELDS:
            continue
        for number, block in enumerate(blocks):
            try:
                _check_fields(section, block)
                _check_values(block, cases, braces)
                _check_before(block, sounds)
            except FileFlaw as flaw:
                raise FileFlaw(flaw.at, str(flaw), (section, number)) from None


def _check_fields(section: str, block: Block) -> None:
    known = _FIELDS[section]
    for key in block:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            cure = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(known)}"
            raise FileFlaw(key, f"unknown field `{key}` in [[{section}]]; {cure}")
    for key in _REQUIRED[section]:
        if key not in block:
            raise FileFlaw(f"[[{section}]]", f"`{key}` is missing in [[{section}]]; add it")


def _check_values(block: Block, cases: Sequence[str], braces: Sequence[str]) -> None:
    for key, choices in _CHOICES.items():
        if block.get(key, choices[0]) not in choices:
            raise FileFlaw(key, f"`{key}` is one of {', '.join(choices)}")
    for key in ("check", "foreign"):
        if not isinstance(block.get(key, False), bool):
            raise FileFlaw(key, f"`{key}` is true or false")
    if not isinstance(block.get("what", ""), str):
        raise FileFlaw("what", "`what` is a text, such as possessive")
    for key in ("of", "join", "mute"):
        _check_texts(block, key, ())
    if "of" in block and (not block["of"] or not set(block["of"]) <= set(KINDS)):
        raise FileFlaw("of", f'`of` is a list of {", ".join(KINDS)}; write of = ["family"]')
    for key in ("after", "to"):
        _check_texts(block, key, (str,))
    for form in listed(block.get("to", ())):
        _check_form("to", form, braces)
    _check_forms(block.get("forms", "same"), cases, braces)
    _check_examples(block, cases)


def _check_before(block: Block, sounds: Mapping[str, str]) -> None:
    if "first" in block and block["first"] not in sounds:
        raise FileFlaw("first", f"`first` is one of the sounds: {', '.join(sounds) or 'none'}")
    words = block.get("words", [["", ""]])
    if not isinstance(words, list) or not all(map(_is_pair, words)):
        raise FileFlaw("words", '`words` are pairs; write words = [["de", "d’"]]')


def _check_texts(block: Block, key: str, others: tuple[type, ...]) -> None:
    value = block.get(key, [])
    if isinstance(value, str) and str in others and value:
        return
    right = isinstance(value, list) and all(isinstance(one, str) and one for one in value)
    if not right or (key in block and others and not value):
        raise FileFlaw(key, f'`{key}` is a list of texts; write {key} = ["…"]')


def _check_forms(forms: object, cases: Sequence[str], braces: Sequence[str]) -> None:
    if forms == "same":
        return
    if not isinstance(forms, dict) or not forms:
        raise FileFlaw("forms", '`forms` is "same" or a table; write forms = { gen = "{}a" }')
    for case, form in forms.items():
        if case not in cases:
            raise FileFlaw(case, f"unknown case `{case}`; `cases` has {', '.join(cases) or 'none'}")
        forms_of = [form] if isinstance(form, str) else form
        if not isinstance(forms_of, list) or not all(isinstance(one, str) for one in forms_of):
            raise FileFlaw(case, f'`{case}` is a form or a list of them; write {case} = "{{}}a"')
        for one in listed(form):
            _check_form(case, one, braces)


def _check_form(key: str, form: str, braces: Sequence[str]) -> None:
    for name in _BRACES.findall(form):
        if name and name not in braces:
            raise FileFlaw(key, f"`{{{name}}}` is not known; braces are {{}}, {', '.join(braces)}")
    if WHOLE in form[1:]:
        raise FileFlaw(key, f"`{{}}` is the whole name and comes first; write {{}} before “{form}”")


def _check_examples(block: Block, cases: Sequence[str]) -> None:
    examples = block.get("examples", [])
    size = 3 if "forms" in block else 2
    right = isinstance(examples, list) and all(
        isinstance(one, list) and len(one) == size and all(isinstance(text, str) for text in one)
        for one in examples
    )
    if not right or ("examples" in block and not examples):
        shape = '["Putin", "gen", "Putina"]' if size == 3 else '["Merkel", "Merkelová"]'
        raise FileFlaw("examples", f"`examples` are lists; write examples = [{shape}]")
    for example in examples if size == 3 else ():
        if example[1] not in cases:
            raise FileFlaw(
                example[0], f"unknown case `{example[1]}`; `cases` has {', '.join(cases) or 'none'}"
            )


def _is_pair(value: object) -> bool:
    return (
        isinstance(value, list) and len(value) == 2 and all(isinstance(one, str) for one in value)
    )
