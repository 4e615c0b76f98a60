"""Ordinary words: what a spelling may also be, besides a name.

The lists are made when a lexicon is built, from two well-kept packages that users need not have:
wordfreq says which words occur, the English dictionary of spylls which of them are no names
(it holds *Kiev* with a capital only). A known word is any that a large language prints often
enough: what is known is not a damaged form of something else.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module

from translit.languages import find_language
from translit.lexicon.frequencies import count_words
from translit.lexicon.word_table import LISTED, MET, OFTEN
from translit.schemes import Scheme, SchemeError, fold, is_latin, load_scheme

# The least frequency, in words per thousand million, of a word that counts. English is the
# language of most texts here; elsewhere the rare end of the lists is full of misprints.
_LEAST_ORDINARY = 100
_LEAST_KNOWN_ENGLISH = 40
_LEAST_KNOWN_ELSEWHERE = 400
_OTHER_LANGUAGES = ("ca", "cs", "de", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "sv")
_SHORTEST_DAMAGED = 6

# What a spelling may be read as is likelier if it is a word that its language writes at all.
_OTHER_SCRIPTS = ("ru", "uk", "bg", "mk", "el")
# A list of words in Latin letters, and the scheme by which they are written in both scripts.
_BOTH_SCRIPTS = ("sh", "sr/gaj")
# Faker's lists of names in other scripts.
_NAME_LISTS = ("bg_BG", "el_GR", "hy_AM", "ka_GE", "mk_MK", "ru_RU", "uk_UA")
_LEAST_MET = 10
_OFTEN_MET = 100
_SHORTEST_MET = 2

# Family names are known by their endings, in the spellings that English text has.
_LEAST_SURNAME = 30
_SURNAME_SCHEMES = {
    "ru": ("ru/bgn-pcgn-1947-plain", "ru/press-en"),
    "uk": ("uk/national-2010", "uk/bgn-pcgn-1965-plain", "uk/press-en"),
}

SCHEMES = (_BOTH_SCRIPTS[1], *(one for ids in _SURNAME_SCHEMES.values() for one in ids))
"""The ids of the schemes that the lists are made with."""


def list_ordinary_words() -> Iterator[str]:
    """Give the folded English words that are written with a small letter, often enough to meet."""
    from spylls.hunspell import Dictionary  # type: ignore[import-untyped]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves its file to be collected
        dictionary = Dictionary.from_files("en_US")
    for word in _list_words("en", _LEAST_ORDINARY):
        if dictionary.lookuper(word, capitalization=False):
            yield fold(word)


def list_known_words() -> Iterator[str]:
    """Give the folded words that are met in the large languages and long enough to be damaged."""
    for lang in ("en", *_OTHER_LANGUAGES):
        least = _LEAST_KNOWN_ENGLISH if lang == "en" else _LEAST_KNOWN_ELSEWHERE
        for word in _list_words(lang, least):
            if len(word) >= _SHORTEST_DAMAGED:
                yield fold(word)
    yield from _list_surnames()


def list_met_words() -> Iterator[tuple[str, int]]:
    """Give the folded words that are met in text of other scripts: names are among them.

    Each is there with MET, with OFTEN or, for listed names, with LISTED, and some more than once.
    """
    for word, frequency in _list_other_words(_LEAST_MET):
        if len(word) > _SHORTEST_MET:
            yield fold(word), MET | OFTEN if frequency >= _OFTEN_MET else MET
    for word in list_faker_names(_NAME_LISTS):
        yield fold(word), LISTED


def _list_other_words(least: int) -> Iterator[tuple[str, float]]:
    for lang in _OTHER_SCRIPTS:
        yield from (one for one in _count_words(lang, least) if not one[0].isascii())
    lang, scheme_id = _BOTH_SCRIPTS
    scheme = load_scheme(scheme_id)
    assert isinstance(scheme, Scheme)
    originals = {written[0]: letter for letter, written in scheme.letters.items()}
    forms = re.compile("|".join(sorted(originals, key=len, reverse=True)))
    for word, frequency in _count_words(lang, least):
        written = forms.sub(lambda found: originals[found[0]], word)
        if not any(map(is_latin, written)):
            yield written, frequency


def list_faker_names(locales: Iterable[str]) -> list[str]:
    """Return the words of the given and family names that Faker has of some locales, sorted."""
    found: set[str] = set()
    for locale in locales:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for part in ("first_names", "last_names"):
            found.update(*(name.split() for name in getattr(provider, part, ())))
    return sorted(found)


def _list_surnames() -> Iterator[str]:
    """Give the folded spellings of the family names that Russian and Ukrainian text mentions."""
    for lang, schemes in _SURNAME_SCHEMES.items():
        endings = find_language(lang).surname_endings
        for word in _list_words(lang, _LEAST_SURNAME):
            if word.endswith(endings):
                for scheme_id in schemes:
                    with suppress(SchemeError):
                        yield from map(fold, load_scheme(scheme_id).spell(word))


def _list_words(lang: str, least: int) -> Iterator[str]:
    return (word for word, _ in _count_words(lang, least))


def _count_words(lang: str, least: int) -> Iterator[tuple[str, float]]:
    """Give the words of a language, and how often each is met in a thousand million."""
    for word, frequency in (count_words(lang) or {}).items():
        if frequency >= least and word.isalpha() and len(word) > 1:
            yield word, frequency
