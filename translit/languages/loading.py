"""Loading: which languages there are, and each of them by its code."""

import difflib
from collections.abc import Mapping
from functools import cache

from translit.datafolder import find_data_folder
from translit.languages.errors import LanguageError
from translit.languages.language import Language
from translit.languages.language_file import read_language

SYNONYMS = {"no": "nb", "nn": "nb", "sh": "sr", "bs": "hr", "mo": "ro", "iw": "he", "in": "id"}
"""Codes that mean the language of another code, as far as names are written alike."""


@cache
def list_language_codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, sorted.

    >>> {"pl", "uk", "zh"} <= set(list_language_codes())
    True
    """
    return tuple(sorted(path.stem for path in (find_data_folder() / "languages").glob("*.toml")))


def find_language_code(code: str) -> str:
    """Return the code by which a language is known here.

    >>> find_language_code("no"), find_language_code("de")
    ('nb', 'de')
    """
    return SYNONYMS.get(code, code)


@cache
def find_language(code: str) -> Language:
    """Return the language with this code; *no*, *sh* and *mo* are those that they mean.

    Raises LanguageError for an unknown code or a wrong file.

    >>> find_language("no").title
    'Norwegian Bokmål'
    """
    code = find_language_code(code)
    if code not in list_language_codes():
        near = difflib.get_close_matches(code, list_language_codes(), n=1)
        listed = f"it is one of {', '.join(list_language_codes())}"
        cure = f"did you mean {near[0]}?" if near else listed
        raise LanguageError(f"unknown language “{code}”; {cure}")
    return read_language(find_data_folder() / "languages" / f"{code}.toml")


@cache
def load_languages() -> Mapping[str, Language]:
    """Return every language by its code. Raises LanguageError for a wrong file."""
    return {code: find_language(code) for code in list_language_codes()}


def is_small_word(word: str, lang: str) -> bool:
    """Tell whether a word, as written, is a small word of a language: *und, à, в*.

    What is written in one country, `pt-BR`, has those of the language; of a language that is
    untold or has no file, *ga*, none is known.

    >>> is_small_word("an", "de"), is_small_word("de", "pt-BR"), is_small_word("an", "ga")
    (True, True, False)
    """
    return word in _list_small_words(lang)


@cache
def _list_small_words(lang: str) -> frozenset[str]:
    codes = list_language_codes()
    known = (code for code in (lang, lang.partition("-")[0]) if find_language_code(code) in codes)
    code = next(known, None)
    return frozenset(find_language(code).small_words if code else ())


@cache
def list_neighbours(code: str) -> tuple[str, ...]:
    """Return the languages whose forms of names texts of a language take over by mistake; none of
    a language that is untold or has no file.

    >>> list_neighbours("ru"), list_neighbours("de"), list_neighbours("und")
    (('uk', 'be'), (), ())
    """
    return tuple(find_language(code).neighbours) if code in list_language_codes() else ()


@cache
def declines_the_last(code: str) -> bool:
    """Tell whether a language puts a name in a case by its last word alone; raises LanguageError
    for an unknown one.

    >>> declines_the_last("tr"), declines_the_last("pl")  # *Kiril Budanov'a, Kyryła Budanowa*
    (True, False)
    """
    return find_language(code).phrases == "last"


@cache
def list_governed_cases(code: str) -> tuple[frozenset[str], ...]:
    """Return the sets of cases that stand after prepositions of a language, each once.

    >>> frozenset({"loc"}) in list_governed_cases("pl")
    True
    """
    found = (cases for _, cases in sorted(find_language(code).prepositions.items()))
    return tuple(dict.fromkeys(found))


@cache
def list_country_ids() -> frozenset[str]:
    """Return the ids of all countries, and regions like them, that some language speaks of.

    >>> {"japan", "united-states", "crimea"} <= list_country_ids()
    True
    """
    return frozenset(id for one in load_languages().values() for id in one.countries)


@cache
def list_text_languages() -> tuple[Language, ...]:
    """Return the languages that a text can be told to be in: those with small words."""
    return tuple(one for one in load_languages().values() if one.small_words)
