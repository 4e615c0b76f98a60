"""Derivation: every spelling that the schemes make of a name written in its own script."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from translit.schemes.catalogue import Romanization, load_scheme, load_schemes
from translit.schemes.counterparts import swap_gender
from translit.schemes.folding import APOSTROPHES, is_latin
from translit.schemes.scheme import SchemeError, split_words

_DOUBLED = re.compile(r"([бвгґджзклмнпрстўфхцчшщ])\1")

# Full spellings of a name of several words, one scheme after another.
_MOST_SPELLINGS_OF_A_NAME = 256


def romanize(name: str, scheme: str) -> str:
    """Write a name in a scheme's primary letters.

    `name` is in its original script, of one or more words; `scheme` is an id. Latin letters,
    spaces and punctuation pass as they are. Raises SchemeError for an unknown scheme or a letter
    that it does not have, TypeError for what is not a str.

    >>> romanize("Шойгу", "ru/press-pl"), romanize("Кривий Ріг", "uk/national-2010")
    ('Szojgu', 'Kryvyi Rih')
    """
    check_text(name)
    loaded = load_scheme(scheme)
    return "".join(part if passes else loaded.romanize(part) for passes, part in _cut(name))


def variants(
    name: str, lang: str, *, both_genders: bool = False, kind: str | None = None
) -> dict[str, tuple[str, ...]]:
    """Give every spelling that the schemes of a language make of a name, with their ids.

    Each scheme is applied to all words of the name; a scheme's alternates combine within it only.
    Doubled letters are also written once, as print often does. With `both_genders`, the spellings
    of the other gender's form (Зеленська beside Зеленський) are given too. `kind`, place or person,
    decides on the ending that some languages put to a name: *Saratova*, *Putins*. A scheme that
    lacks a letter of the name is left out; SchemeError if all do.

    >>> variants("Шойгу", "ru")["Choïgou"]
    ('ru/press-fr',)
    """
    check_text(name)
    schemes = load_schemes(lang)
    names = [name, *swap_gender(name, lang)] if both_genders else [name]
    names += [undouble(form) for form in names if undouble(form) != form]
    found: dict[str, list[str]] = {}
    problem: SchemeError | None = None
    for form in names:
        for scheme in schemes:
            try:
                for spelling in spell_name(form, scheme, kind):
                    ids = found.setdefault(spelling, [])
                    if scheme.id not in ids:
                        ids.append(scheme.id)
            except SchemeError as error:
                problem = error
    if problem is not None and not found:
        raise problem
    return {spelling: tuple(ids) for spelling, ids in found.items()}


@lru_cache(maxsize=4096)
def is_writable(name: str, lang: str) -> bool:
    """Tell whether a language has a scheme that writes a name: for 习近平 none can.

    >>> is_writable("Шойгу", "ru"), is_writable("习近平", "zh")
    (True, False)
    """
    try:
        return bool(variants(name, lang))
    except SchemeError:
        return False


def undouble(name: str) -> str:
    """Return a name with doubled consonants written once: Запоріжжя as Запоріжя."""
    return _DOUBLED.sub(r"\1", name)


def spell_name(name: str, scheme: Romanization, kind: str | None = None) -> Iterator[str]:
    """Give the spellings of a name of one or more words in one scheme, the primary first.

    A Latin word in a name of another script passes as it is.
    """
    parts = [(part,) if passes else tuple(scheme.spell(part, kind)) for passes, part in _cut(name)]
    if len(parts) == 1:
        yield from parts[0]
        return
    for chosen in islice(product(*parts), _MOST_SPELLINGS_OF_A_NAME):
        yield "".join(chosen)


@lru_cache(maxsize=256)
def _cut(name: str) -> tuple[tuple[bool, str], ...]:
    """Cut a name into what passes as it is (gaps, Latin words among others) and what is spelled."""
    words = list(split_words(name))
    all_latin = all(gap or _is_latin(part) for gap, part in words)
    return tuple((gap or (_is_latin(part) and not all_latin), part) for gap, part in words)


def _is_latin(word: str) -> bool:
    return any(map(is_latin, word)) and not any(
        letter.isalpha() and not is_latin(letter) for letter in word if letter not in APOSTROPHES
    )


def check_text(text: object) -> None:
    """Refuse what is not a str with advice, as everything that takes text does."""
    if isinstance(text, bytes | bytearray | memoryview):
        raise TypeError("bytes are not text; decode them first: data.decode('utf-8')")
    if not isinstance(text, str):
        raise TypeError(f"a str is needed, not {type(text).__name__}")
