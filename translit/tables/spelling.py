"""Strings in tables: clean characters, one script to a name."""

import re
import unicodedata
from collections import Counter
from functools import cache

from translit.languages import list_scripts
from translit.tables.errors import flawed, shown

LONGEST_STRING = 1000
"""Code points in one string. The longest real names have about 200."""

LONGEST_WORD = 64
"""Letters in one word of a name. Longer ones are looked for in no text, and a word of a thousand
letters has so many spellings that they fill the memory."""

EAST_ASIAN = "East Asian"
_EAST_ASIAN_NAMES = frozenset(
    ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "IDEOGRAPHIC", "BOPOMOFO")
)
# Zero-width (non-)joiners are part of the spelling in Persian and Indic scripts.
_JOINERS = frozenset("\u200c\u200d")
_ROMAN_NUMERAL = re.compile(r"(?<!\w)[IVXLCDM]+(?!\w)")
_WORD = re.compile(r"[\w'\u2019]+")

# Scripts of languages that are written in several of Unicode at once, or in one of many names.
_NAMED_OTHERWISE = dict.fromkeys(("Han", "Hangul", "Japanese"), EAST_ASIAN)
# Scripts whose letters say how a name sounds; of the others, schemes write the `reading`.
_ALPHABETS = frozenset({"CYRILLIC", "GREEK", "GEORGIAN", "ARMENIAN"})
_SCRIPT_OF_SUBTAG = {
    "Latn": ("LATIN",),
    "Cyrl": ("CYRILLIC",),
    "Arab": ("ARABIC",),
    "Grek": ("GREEK",),
}


def clean(value: object, at: str) -> str:
    """A string as tables keep it: NFC, single spaces, nothing that cannot be seen.

    Raises Flawed for anything else than a string, and for an empty or overlong string,
    control characters, lone surrogates, and invisible marks other than the joiners.

    >>> clean("  Аляксандр   Лукашэнка ", "native.be")
    'Аляксандр Лукашэнка'
    """
    if not isinstance(value, str):
        raise flawed(at, f"must be a string, not {type_name(value)}", f'write {at} = "…"')
    if len(value) > LONGEST_STRING:
        raise flawed(at, f"is {len(value):,} characters long", f"write at most {LONGEST_STRING:,}")
    if not value.isprintable():
        _refuse_invisible(value, at)
    if not value.isascii():
        value = unicodedata.normalize("NFC", value)
    text = " ".join(value.split())
    if not text:
        raise flawed(at, "is empty", "give it a value, or delete the field")
    return text


def type_name(value: object) -> str:
    """A value's type in the words of TOML and JSON."""
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "a map",
        type(None): "null",
    }
    return names.get(type(value), f"a {type(value).__name__}")


def refuse_long_words(text: str, at: str) -> None:
    """Raises Flawed if a word is longer than those that are looked for in a text."""
    if len(text) <= LONGEST_WORD:
        return
    for word in _WORD.findall(text):
        if len(word) > LONGEST_WORD:
            raise flawed(
                at,
                f"has a word of {len(word):,} letters ({shown(word[:12] + '…')})",
                f"write at most {LONGEST_WORD}, or part its words with spaces or hyphens",
            )


def refuse_mixed_words(text: str, at: str) -> None:
    """Raises Flawed if one word has letters of two scripts: *Łuck* with a Cyrillic letter in it."""
    if not text.isascii():
        for word in _WORD.findall(text):
            _refuse_mixture(word, at)


def refuse_mixed_name(text: str, at: str) -> None:
    """Raises Flawed if a name is in two scripts; *Николай II* and *LG전자* are in one."""
    if not text.isascii():
        _refuse_mixture(_ROMAN_NUMERAL.sub("", text), at)


def refuse_foreign_script(text: str, language: str, at: str) -> None:
    """Raises Flawed if a name has no letter of the script its language is written in."""
    subtag = language.partition("-")[2]
    wanted = _SCRIPT_OF_SUBTAG.get(subtag, ()) if subtag else _list_scripts(language)
    scripts = {script for char in text if (script := script_of(char))}
    if wanted and scripts and scripts.isdisjoint(wanted):
        found = " and ".join(sorted(script.title() for script in scripts))
        raise flawed(
            at,
            f"({shown(text)}) is in {found} letters, but `{language}` is written in "
            f"{' or '.join(map(str.title, wanted))}",
            "write the name as it is in that language, or correct the language code",
        )


@cache
def _list_scripts(language: str) -> tuple[str, ...]:
    """Return the scripts that a language is written in, as `script_of` calls them."""
    return tuple(_NAMED_OTHERWISE.get(one, one.upper()) for one in list_scripts(language))


@cache
def script_of(char: str) -> str | None:
    """The script of a letter (`CYRILLIC`, `LATIN`, `East Asian`…); None if it goes with any."""
    if not char.isalpha():
        return None
    first = unicodedata.name(char, "").partition(" ")[0]
    if first in _EAST_ASIAN_NAMES:
        return EAST_ASIAN
    # Modifier letters (the apostrophe of Ukrainian in Latin, U+02BC) belong to every script.
    return None if first in ("MODIFIER", "") else first


def tells_sound(letter: str) -> bool:
    """Tell whether a letter is of a script that says how a name sounds."""
    return script_of(letter) in _ALPHABETS


def described(char: str) -> str:
    """A character by name and code point: `LATIN SMALL LETTER O (U+006F)`."""
    return f"{unicodedata.name(char, 'a character without a name')} (U+{ord(char):04X})"


def _refuse_mixture(text: str, at: str) -> None:
    scripts = set(map(script_of, text)) - {None}
    # Letters of companies and programmes are Latin in East Asian names, and look like nothing else.
    if len(scripts) < 2 or scripts == {"LATIN", EAST_ASIAN}:
        return
    letters = Counter(script for char in text if (script := script_of(char)))
    main, odd = letters.most_common()[0][0], letters.most_common()[-1][0]
    stray = next(char for char in text if script_of(char) == odd)
    raise flawed(
        at,
        f"({shown(text)}) mixes {main.title()} with {described(stray)}",
        f"type that letter in {main.title()}; one name is in one script",
    )


def _refuse_invisible(text: str, at: str) -> None:
    for char in text:
        category = unicodedata.category(char)
        if category == "Cs":
            raise flawed(at, f"holds half a character, U+{ord(char):04X}", "type the name again")
        if (category == "Cc" and not char.isspace()) or (category == "Cf" and char not in _JOINERS):
            raise flawed(at, f"holds an invisible character, {described(char)}", "delete it")
