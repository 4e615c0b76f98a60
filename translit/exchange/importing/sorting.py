"""Sorting the names of one entity: which are native, which aliases, which only suggested."""

import unicodedata
from functools import lru_cache
from typing import Any

from translit.schemes import detect_language, fold, is_latin
from translit.tables import LANGUAGE_CODE, LONGEST_STRING

_LONGEST_ACRONYM = 3
_MOST_ALIAS_WORDS = 6

# By the first word of a letter's name in Unicode: the language that a message gives as an example.
_LIKELY_CODES = {
    "HANGUL": "ko", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "ARABIC": "ar",
    "HEBREW": "he", "DEVANAGARI": "hi", "THAI": "th", "CYRILLIC": "ru", "BENGALI": "bn",
    "TAMIL": "ta", "GEORGIAN": "ka", "ARMENIAN": "hy", "GREEK": "el",
}  # fmt: skip


class SortedNames:
    """The names of an entity beside its canonical form, in the fields that they belong to."""

    def __init__(self, name: str, kind: str) -> None:
        self._name = name
        self._kind = kind
        self._native: dict[str, str] = {}
        self._aliases: dict[str, str] = {}
        self._suggest: dict[str, None] = {}

    def add(self, text: str, lang: str) -> str | None:
        """Take one more name; `lang` is "" if not told. Returns why it cannot be used, or None."""
        if any(map(is_latin, text)):
            # A difference of case or marks alone is found without an alias.
            if key_of_name(text) != key_of_name(self._name):
                self._add_latin(text, lang)
            return None
        code = code_of(lang) or guess_language(text)
        if code is None:
            return _ask_language(text)
        if self._native.setdefault(code, text) != text:
            return "a row has one name in a language, and this is another"
        return None

    def _add_latin(self, text: str, lang: str) -> None:
        if self._is_weak(text):
            self._suggest[text] = None
        else:
            self._aliases.setdefault(text, code_of(lang) or "")

    def _is_weak(self, text: str) -> bool:
        """Tell whether a spelling is too short or too long to rewrite text for."""
        words = text.split()
        if self._kind == "person" and len(words) == 1:
            return True
        acronym = text.isupper() and len(text) <= _LONGEST_ACRONYM
        return acronym or len(words) > _MOST_ALIAS_WORDS or not text[0].isupper()

    def list_fields(self) -> dict[str, Any]:
        """Return the fields of the row: `native`, `aliases`, `suggest`, those that are needed."""
        aliases = [
            {"text": text, "lang": lang} if lang else {"text": text}
            for text, lang in self._aliases.items()
        ]
        fields = {"native": self._native, "aliases": aliases, "suggest": list(self._suggest)}
        return {field: value for field, value in fields.items() if value}


def _ask_language(text: str) -> str:
    """Say that a name needs its language, with the code that its letters make likely."""
    letter = next(filter(str.isalpha, text), "")
    script = unicodedata.name(letter, "UNKNOWN").split("-")[0].split(" ")[0]
    example = _LIKELY_CODES.get(script)
    told = f", such as `{example}`" if example else ""
    return (
        f"its letters ({script.capitalize()}) do not tell its language: "
        f"give its code in a column `lang` of a CSV{told}"
    )


@lru_cache(maxsize=4096)
def code_of(lang: str) -> str | None:
    """Return the code of a language as tables write it: `zh` of *zh-CN*; None if it is none."""
    base = lang if LANGUAGE_CODE.fullmatch(lang) else lang.partition("-")[0]
    return base if LANGUAGE_CODE.fullmatch(base) else None


@lru_cache(maxsize=4096)
def guess_language(text: str) -> str | None:
    """Guess the language of a name from its letters."""
    return detect_language(text)


def key_of_name(name: str) -> str:
    """Return what two names have in common that differ in case, marks and apostrophes."""
    return " ".join(map(fold, name.split()))


def tidy_name(text: str, kind: str) -> str:
    """Return a name as print has it.

    >>> tidy_name("LUKASHENKA,  Aliaksandr", "person")
    'Aliaksandr Lukashenka'
    """
    text = " ".join(text[: LONGEST_STRING + 1].split())
    if kind != "person":
        return text
    family, comma, given = text.partition(", ")
    if comma and given and "," not in given:
        text = f"{given} {family}"
    return " ".join(map(_lower, text.split()))


def _lower(word: str) -> str:
    if len(word) < 2 or not word.isupper() or "." in word or not word.strip("IVX"):
        return word
    return "-".join(part.capitalize() for part in word.split("-"))
