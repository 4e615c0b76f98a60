"""Comparing two names: whether some original explains both."""

from dataclasses import dataclass
from functools import cache

from translit.lexicon import Lexicon, Spelling, open_lexicon
from translit.schemes import (
    SchemeError,
    check_text,
    describe_scheme,
    find_common_original,
    fold,
    is_cyrillic,
    is_latin,
    list_languages,
    split_words,
    swap_gender,
    variants,
)

# Below this likeness no misprint and no convention makes one name of the other.
_LEAST_LIKENESS = 0.75


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is known of two names: `same` is True, False, or None where it cannot be told.

    `score` is 1.0 where they are the same and else how alike they are, from 0.0; `why` says it.
    """

    same: bool | None
    score: float
    why: str


def compare_names(a: str, b: str) -> Comparison:
    """Tell whether two spellings are one name, in any scripts; it speaks of names, not persons.

    Raises TypeError for what is not a str.

    >>> compare_names("Choïgou", "Szojgu").same, compare_names("Лукашенко", "Лукашевич").same
    (True, False)
    """
    check_text(a)
    check_text(b)
    one, other = _list_words(a), _list_words(b)
    if not one or not other:
        return Comparison(None, 0.0, "there is no name to compare")
    if len(one) != len(other):
        return Comparison(None, _likeness(a, b), "they have different numbers of words")
    verdicts = [_compare_words(x, y) for x, y in zip(one, other, strict=True)]
    different = next((v for v in verdicts if v.same is False), None)
    if different:
        return different
    unsure = next((v for v in verdicts if v.same is None), None)
    score = sum(v.score for v in verdicts) / len(verdicts)
    why = "; ".join(dict.fromkeys(v.why for v in verdicts))
    return Comparison(None if unsure else True, score, unsure.why if unsure else why)


def _list_words(name: str) -> list[str]:
    return [part for gap, part in split_words(name) if not gap]


def _compare_words(a: str, b: str) -> Comparison:
    if fold(a) == fold(b):
        return Comparison(True, 1.0, f"“{a}” and “{b}” differ in no letter")
    shared = _find_common_original(a, b) or _find_common_reading(a, b)
    if shared:
        return Comparison(True, 1.0, shared)
    likeness = _likeness(a, b)
    if _are_gender_counterparts(a, b):
        why = f"“{a}” and “{b}” are the forms of a man and a woman"
        return Comparison(False, likeness, why)
    if likeness < _LEAST_LIKENESS and _is_cyrillic(a) == _is_cyrillic(b):
        return Comparison(False, likeness, f"“{a}” and “{b}” have too little in common")
    return Comparison(None, likeness, f"no known original explains both “{a}” and “{b}”")


def _find_common_original(a: str, b: str) -> str | None:
    """Return what explains both words: an original that a table or one of them gives, or None."""
    for one, other in ((a, b), (b, a)):
        for lang in _guess_languages(one):
            schemes = _derive(one, lang).get(fold(other))
            if schemes:
                return f"“{other}” is {one} in {describe_scheme(schemes[0])}"
    for one_spelling in _look_up(a):
        for other_spelling in _look_up(b):
            one_word, other_word = one_spelling.word, other_spelling.word
            if (one_word.lang, one_word.text) == (other_word.lang, other_word.text):
                return f"{_describe(a, one_spelling)}, {_describe(b, other_spelling)}"
            if one_word.groups & other_word.groups:
                return f"“{a}” and “{b}” are forms of one given name"
    return _find_common_bearer(a, b)


def _find_common_reading(a: str, b: str) -> str | None:
    """Return the original that two Latin spellings may both stand for, each by some convention."""
    if not (_is_latin_word(a) and _is_latin_word(b)):
        return None
    found = find_common_original(a, b)
    if not found:
        return None
    one, other = (
        f"“{written}” can be {reading.original.capitalize()} in {describe_scheme(reading.scheme)}"
        for written, reading in zip((a, b), found, strict=True)
    )
    return f"{one}, {other}"


def _is_latin_word(word: str) -> bool:
    return all(is_latin(letter) or not letter.isalpha() for letter in word)


def _find_common_bearer(a: str, b: str) -> str | None:
    """Return whose names both words are: Лукашенко in Russian, Лукашэнка in Belarusian."""
    bearers = {known.id: spelling for spelling, known in _lexicon().find_bearers(fold(a))}
    for spelling, known in _lexicon().find_bearers(fold(b)):
        if known.id in bearers and not _is_foreign_pair(bearers[known.id], spelling):
            one, other = _describe(a, bearers[known.id]), _describe(b, spelling)
            return f"{one}, {other}, both names of {known.id}"
    return None


def _is_foreign_pair(one: Spelling, other: Spelling) -> bool:
    """Two Latin names of one entity (a birth and a married name) are not one name."""
    return one.word.lang == other.word.lang


def _describe(written: str, spelling: Spelling) -> str:
    original = spelling.word.text.capitalize()
    if not spelling.schemes:
        return f"“{written}” is {original}"
    schemes = sorted(spelling.schemes, key=lambda scheme: "/press-" not in scheme)
    return f"“{written}” is {original} in {_lexicon().describe_scheme(schemes[0])}"


def _look_up(word: str) -> tuple[Spelling, ...]:
    return _lexicon().find_spellings(fold(word))


def _guess_languages(word: str) -> tuple[str, ...]:
    """Return the languages whose schemes can write a word that is not in Latin letters."""
    return list_languages() if not word.isascii() and _derivable(word) else ()


def _derivable(word: str) -> bool:
    return any(ord(letter) > 0x24F for letter in word)


def _derive(word: str, lang: str) -> dict[str, tuple[str, ...]]:
    try:
        found = variants(word, lang)
    except SchemeError:
        return {}
    folded: dict[str, tuple[str, ...]] = {}
    for spelling, schemes in found.items():
        folded.setdefault(fold(spelling), schemes)
    return folded


def _are_gender_counterparts(a: str, b: str) -> bool:
    return any(
        fold(b) in {fold(form) for form in swap_gender(a, lang)} for lang in _guess_languages(a)
    )


def _is_cyrillic(word: str) -> bool:
    return any(map(is_cyrillic, word))


def _likeness(a: str, b: str) -> float:
    from rapidfuzz.fuzz import ratio

    return float(ratio(fold(a), fold(b))) / 100


@cache
def _lexicon() -> Lexicon:
    return open_lexicon((), True)
