"""Sorting the names of one entity: which are native, which aliases, which only suggested."""

import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from translit.languages import load_languages
from translit.schemes import detect_language, fold, has_letters, is_latin, list_languages
from translit.tables import LANGUAGE_CODE, LONGEST_STRING, tells_sound

_LONGEST_ACRONYM = 3
_MOST_ALIAS_WORDS = 6

_REACH = 20  # names before and after
# What Unicode calls the letters of scripts that have another name.
_SCRIPTS = {
    "CJK": ("Han", "Japanese"), "IDEOGRAPHIC": ("Han", "Japanese"),
    "HIRAGANA": ("Japanese",), "KATAKANA": ("Japanese",),
}  # fmt: skip
# Codes of three letters, as MARC, termbases and gazetteers have them.
_CODES = {
    "ara": "ar", "arm": "hy", "aze": "az", "bel": "be", "bul": "bg", "chi": "zh", "ell": "el",
    "fas": "fa", "geo": "ka", "gre": "el", "heb": "he", "hin": "hi", "hye": "hy", "jpn": "ja",
    "kat": "ka", "kaz": "kk", "kir": "ky", "kor": "ko", "mac": "mk", "mkd": "mk", "mon": "mn",
    "per": "fa", "rus": "ru", "srp": "sr", "tat": "tt", "tgk": "tg", "ukr": "uk", "zho": "zh",
}  # fmt: skip

# By the first word of a letter's name in Unicode: the language that a message gives as an example.
_LIKELY_CODES = {
    "HANGUL": "ko", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "ARABIC": "ar",
    "HEBREW": "he", "DEVANAGARI": "hi", "THAI": "th", "CYRILLIC": "ru", "BENGALI": "bn",
    "TAMIL": "ta", "GEORGIAN": "ka", "ARMENIAN": "hy", "GREEK": "el",
}  # fmt: skip


class SortedNames:
    """The names of an entity beside its canonical form, in the fields that they belong to."""

    def __init__(self, name: str, kind: str, guess: Callable[[str], str | None]) -> None:
        self._name = name
        self._kind = kind
        self._guess = guess
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
        code = code_of(lang) or self._guess(text)
        if code is None:
            return _ask_language(text)
        if self._native.setdefault(code, text) != text:
            return (
                "a row has one name in a language, and this is another: keep one in the file, or "
                "add this one by hand to `other_names`"
            )
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
    script = _name_script(letter)
    example = _LIKELY_CODES.get(script)
    told = f", such as `{example}`" if example else ""
    return (
        f"its letters ({script.capitalize()}) do not tell its language: "
        f"give its code in a column `lang` of a CSV, or by --lang{told}"
    )


@lru_cache(maxsize=4096)
def code_of(lang: str) -> str | None:
    """Return the code of a language as tables write it; None if it is none.

    >>> [code_of(lang) for lang in ("zh-CN", "sr-Cyrl", "sr-Latn", "Kazakh", "fas", "?")]
    ['zh', 'sr', 'sr-Latn', 'kk', 'fa', None]
    """
    lang = lang.strip()
    base = lang.partition("-")[0]
    code = _CODES.get(base.lower()) or _list_titles().get(lang.lower())
    if code is None:
        code = lang if LANGUAGE_CODE.fullmatch(lang) and lang in list_languages() else base
    return code if LANGUAGE_CODE.fullmatch(code) else None


@cache
def _list_titles() -> dict[str, str]:
    """The codes of languages by their English names."""
    return {language.title.lower(): code for code, language in load_languages().items()}


@lru_cache(maxsize=4096)
def list_possible(text: str) -> tuple[str, ...]:
    """Return the languages that a name may be of, by its letters.

    >>> list_possible("손흥민"), list_possible("گلستان"), list_possible("Київ")
    (('ko',), ('fa',), ('uk',))
    """
    letters = list(filter(str.isalpha, text))
    if any(map(tells_sound, letters)):
        return tuple(lang for lang in list_languages() if has_letters(lang, text))
    scripts = [_SCRIPTS.get(one, (one.capitalize(),)) for one in set(map(_name_script, letters))]
    found = [
        one
        for one in load_languages().values()
        if scripts
        and one.code in list_languages()
        and all(one.script in names for names in scripts)
    ]
    own = [one for one in found if not set(one.letters.get("own", "")).isdisjoint(text)]
    return tuple(one.code for one in own or found)


def _name_script(letter: str) -> str:
    """Return the first word of a letter's name in Unicode: `HANGUL`."""
    return unicodedata.name(letter, "UNKNOWN").replace("-", " ").partition(" ")[0]


class Company:
    """The languages of the names of one file, by which one that its letters leave open is told.

    A file has names of one country beside one another: the nearest whose language is sure decides.
    """

    def __init__(self, names: Iterable[tuple[int, str, str]], usual: str = "") -> None:
        """`names` are (line, text, language or ""); `usual` is the language that the user gives."""
        self._usual = usual
        sure: dict[int, str] = {}
        for line, text, lang in names:
            if text and not any(map(is_latin, text)) and (code := _find_sure(text, lang)):
                sure.setdefault(line, code)
        self._sure = sorted(sure.items())

    def guess(self, text: str, line: int) -> str | None:
        """Return the language of a name on a line; None where nothing tells it."""
        possible = list_possible(text)
        if len(possible) == 1:
            return possible[0]
        if self._usual and (not possible or self._usual in possible):
            return self._usual
        at = bisect(self._sure, line, key=itemgetter(0))
        near = self._sure[max(at - _REACH, 0) : at + _REACH]
        fitting = [(abs(number - line), lang) for number, lang in near if lang in possible]
        return min(fitting)[1] if fitting else detect_language(text)


def _find_sure(text: str, lang: str) -> str | None:
    if code := code_of(lang):
        return code
    possible = list_possible(text)
    return possible[0] if len(possible) == 1 else None


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
