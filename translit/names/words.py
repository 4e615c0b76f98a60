"""What a word of a name may stand for: its originals, how they begin, patronymics among them."""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import islice

from translit.datafolder import find_data_folder
from translit.names.finding import read_word
from translit.names.known_words import default_lexicon, look_up
from translit.names.model import load_model
from translit.names.parts import load_name_parts
from translit.schemes import (
    SchemeError,
    fold,
    fold_marked,
    is_cyrillic,
    is_latin,
    list_languages,
    variants,
)
from translit.tables import GivenName, load_given_names

# So many originals of a word that no table knows are asked how they begin.
_MOST_ORIGINALS = 8
_SHORTEST_STEM = 2
# Of a longer word neither are spellings derived nor originals read: that takes a second.
_LONGEST_READ = 24


def guess_languages(word: str) -> tuple[str, ...]:
    """Return the languages whose schemes can write a word that is not in Latin letters."""
    derivable = any(letter.isalpha() and not is_latin(letter) for letter in word)
    return list_languages() if derivable and not is_too_long(word) else ()


def is_too_long(word: str) -> bool:
    """Tell whether a word is too long to be read."""
    return len(word) > _LONGEST_READ


@lru_cache(maxsize=8192)
def derive(word: str, lang: str) -> dict[str, tuple[str, ...]]:
    """Return the folded spellings of a word with the schemes that give each."""
    try:
        found = variants(word, lang)
    except SchemeError:
        return {}
    folded: dict[str, tuple[str, ...]] = {}
    for spelling, schemes in found.items():
        folded.setdefault(fold(spelling), schemes)
    return folded


def derive_all(word: str) -> frozenset[str]:
    """Return the folded spellings of a word in every language that can write it."""
    return frozenset(s for lang in guess_languages(word) for s in derive(word, lang))


def is_latin_word(word: str) -> bool:
    """Tell whether all letters of a word are Latin."""
    return all(is_latin(letter) or not letter.isalpha() for letter in word)


@lru_cache(maxsize=8192)
def list_originals(word: str) -> tuple[tuple[str, str], ...]:
    """Return (language, original) of what a word may stand for: known words first."""
    if any(map(is_cyrillic, word)):
        return tuple((lang, fold(word)) for lang in guess_languages(word))
    known = [(s.word.lang, fold(s.word.text)) for s in look_up(word)]
    may_be_read = is_latin_word(word) and not is_too_long(word)
    guessed = (
        (candidate.scheme.partition("/")[0], fold(candidate.original))
        for candidate, _ in (read_word(word, load_model().mask) if may_be_read else ())
        if len(word) > 1 or is_cyrillic(candidate.original)  # a Greek Β is B and V
    )
    return tuple(dict.fromkeys([*known, *guessed]))


def begins(word: str, initial: str) -> bool:
    """Tell whether an initial, or a word cut short, may stand for a word.

    >>> begins("Wladimir", "V"), begins("Юлия", "Yu"), begins("Viktor", "A")
    (True, True, False)
    """
    start = fold(initial)
    if _is_cut(fold(word), start) or start in _list_group_initials(word):
        return True
    if len(start) == 1 and any(start in spelling.word.initials for spelling in look_up(word)):
        return True
    return any(spelling.startswith(start) for spelling in _list_beginnings(word))


def _is_cut(word: str, start: str) -> bool:
    """Tell whether letters are the beginning of a word, or some of it: *Wm* of *William*."""
    letters = iter(word)
    return word[:1] == start[:1] and all(letter in letters for letter in start)


@lru_cache(maxsize=2048)
def _list_beginnings(word: str) -> tuple[str, ...]:
    """Return the folded originals of a word and their spellings, few for an unknown word."""
    found: dict[str, None] = {}
    for lang, original in islice(list_originals(word), _MOST_ORIGINALS):
        found |= dict.fromkeys((original, *derive(original, lang)))
    return tuple(found)


def _list_group_initials(word: str) -> frozenset[str]:
    """Return the letters with which the given name that a word is begins in other languages."""
    groups = {group for spelling in look_up(word) for group in spelling.word.groups}
    return frozenset().union(*map(_list_initials, groups))


@lru_cache(maxsize=1024)
def _list_initials(group: str) -> frozenset[str]:
    forms = {
        spelling
        for lang, natives in _given_names()[group].native.items()
        for native in natives
        for spelling in (fold(native), *derive(native, lang))
    }
    return frozenset(form[0] for form in forms if form)


@cache
def _given_names() -> Mapping[str, GivenName]:
    return {row.id: row for row in list_given_names()}


@cache
def list_given_names() -> tuple[GivenName, ...]:
    """Return the rows of `data/given_names.toml`."""
    return tuple(load_given_names(find_data_folder() / "given_names.toml"))


@lru_cache(maxsize=4096)
def is_patronymic(word: str) -> bool:
    """Tell whether a word may be a patronymic; it may be a surname all the same.

    >>> is_patronymic("Grigorjewitsch"), is_patronymic("Lukashenko")
    (True, False)
    """
    endings = load_name_parts()["patronymics"]
    return any(
        original.endswith(ending) and len(original) - len(ending) >= _SHORTEST_STEM
        for lang, original in list_originals(word)
        for ending in endings.get(lang, ())
    )


def is_womans_form(one: str, other: str) -> bool:
    """Tell whether one of two words is the other as a language writes any woman's family name.

    >>> is_womans_form("Mayová", "May"), is_womans_form("Merkel", "Merkelová")
    (True, True)
    >>> is_womans_form("May", "Mayer")
    False
    """
    shorter, longer = sorted((fold_marked(one), fold_marked(other)), key=len)
    return any(
        longer == stem + ending
        for ending in load_name_parts()["womens_endings"]
        for stem in (shorter, shorter.removesuffix("a"))
    )


def have_one_bearer(patronymic: str, family: str) -> bool:
    """Tell whether the tables know somebody with this patronymic and this family name.

    >>> have_one_bearer("Wladimirowitsch", "Путин"), have_one_bearer("Petrović", "Novak")
    (True, False)
    """
    originals = set(list_originals(patronymic))
    return any(
        (word.lang, fold(word.text)) in originals
        for _, known in default_lexicon().find_bearers(fold(family))
        for word in known.find_words("patronymic")
    )


def may_be_translated(a: str, b: str) -> bool:
    """Tell whether one given name may be what a language of Latin letters makes of the other.

    They begin alike, and one is no name of those that the other is of.

    >>> may_be_translated("Pyotr", "Peter"), may_be_translated("Pyotr", "Pavel")
    (True, False)
    """
    if fold(a)[:1] != fold(b)[:1]:
        return False
    own, others = ({_has_latin_forms(row) for row in find_given_names(word)} for word in (a, b))
    return len(own) == len(others) == 1 and own != others


def _has_latin_forms(row: GivenName) -> bool:
    """Tell whether a given name is written in Latin letters in a language that has it."""
    return all(is_latin(name[0]) for names in row.native.values() for name in names)


def find_given_names(word: str) -> tuple[GivenName, ...]:
    """Return the given names, as `data/given_names.toml` has them, that a word is a form of.

    >>> [(one.id, one.gender) for one in find_given_names("Volodymyr")]
    [('vladimir', 'm')]
    """
    groups = sorted({group for spelling in look_up(word) for group in spelling.word.groups})
    return tuple(_given_names()[group] for group in groups if group in _given_names())
