"""Language tags: which language a mark such as `de-AT` or `sr_Latn` means."""

import re
from functools import cache

from translit.languages import UNTOLD, LanguageError, find_language, list_language_codes

_UNTOLD = frozenset({"", UNTOLD, "mul", "mis"})
_LATIN = "latn"
_SCRIPT = re.compile(r"[a-z]{4}")
# What a tag with one of these marks is no text as its language writes it: sounds, a private use.
_OTHERWISE = re.compile(r"fon[a-z]{3,5}|[tx]")


@cache
def read_tag(tag: str) -> str:
    """Return the code of the language that a tag means; empty if it tells none.

    What is in letters that its language is not written in, such as a name transliterated, is in
    no language that is known; nor is one that has no file.

    >>> read_tag("de-AT"), read_tag("EN_us"), read_tag("no"), read_tag("und"), read_tag("zxx")
    ('de', 'en', 'nb', '', 'zxx')
    >>> read_tag("uk-Latn"), read_tag("sr-Latn"), read_tag("uz-Latn-UZ")
    ('uk-latn', 'sr', 'uz-Latn')
    """
    first, *rest = re.split(r"[-_]", tag.strip().lower())
    if first in _UNTOLD:
        return ""
    script = rest[0] if rest and _SCRIPT.fullmatch(rest[0]) else ""
    if script == _LATIN and f"{first}-Latn" in list_language_codes():
        return f"{first}-Latn"
    try:
        language = find_language(first)
    except LanguageError:
        return first
    is_transliterated = script == _LATIN and language.script != "Latin" and language.code != "sr"
    if is_transliterated or any(map(_OTHERWISE.fullmatch, rest)):
        return "-".join((first, *rest))
    return language.code


def is_known(code: str) -> bool:
    """Tell whether something is known of a language: of others nothing is rewritten.

    >>> is_known("de"), is_known("uk-latn"), is_known("")
    (True, False, False)
    """
    return code in list_language_codes()


_FIELD = re.compile(r"(?:^|[_.-])([a-z]{2,3})(?:[_-][A-Za-z]{2,4})?$")


@cache
def read_field_language(field: str) -> str:
    """Return the language that the name of a field or column ends in; empty if in none.

    Only languages count whose text is read: `user_id` is no Indonesian.

    >>> read_field_language("title_de"), read_field_language("text-pt-BR")
    ('de', 'pt')
    >>> read_field_language("title.fr"), read_field_language("user_id"), read_field_language("made")
    ('fr', '', '')
    """
    match = _FIELD.search(field)
    code = read_tag(match[1]) if match else ""
    return code if is_known(code) and find_language(code).small_words else ""
