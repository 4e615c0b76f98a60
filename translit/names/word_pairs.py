"""Comparing two words of names: what explains both, or what tells them apart."""

import unicodedata
from functools import lru_cache

from translit.lexicon import Known, Spelling
from translit.names.comparison import Comparison
from translit.names.keys import list_read_keys
from translit.names.known_words import default_lexicon, look_up
from translit.names.patronymics import find_father
from translit.names.words import (
    derive,
    derive_all,
    guess_languages,
    is_latin_word,
    is_too_long,
    is_womans_form,
)
from translit.schemes import (
    describe_scheme,
    fold,
    is_cyrillic,
    is_latin,
    swap_gender,
)

# Below this likeness no misprint and no convention makes one name of the other.
_LEAST_LIKENESS = 0.75
# The same of a word and the likest of what all schemes make of the other, which is in Cyrillic:
# names are also translated (Ирина, Irène), so less is asked.
_LEAST_DERIVED_LIKENESS = 0.5


@lru_cache(maxsize=8192)
def compare_words(a: str, b: str) -> Comparison:
    """Tell whether two words are one: a given name, a patronymic or a family name."""
    if fold(a) == fold(b):
        return Comparison(True, 1.0, f"“{a}” and “{b}” differ in no letter")
    shared = _find_common_original(a, b) or _find_common_reading(a, b) or _find_common_father(a, b)
    if shared:
        return Comparison(True, 1.0, shared)
    likeness = min(_measure_likeness(a, b), 0.99)
    if _are_gender_counterparts(a, b):
        why = f"“{a}” and “{b}” are the forms of a man and a woman"
        return Comparison(False, likeness, why)
    if is_womans_form(a, b):
        shorter, longer = sorted((a, b), key=len)
        why = f"“{longer}” may be “{shorter}” as a language writes it of a woman"
        return Comparison(None, max(likeness, _LEAST_LIKENESS), why)
    if likeness < _find_least_likeness(a, b):
        return Comparison(False, likeness, f"“{a}” and “{b}” have too little in common")
    return Comparison(None, likeness, f"no known original explains both “{a}” and “{b}”")


def _find_common_original(a: str, b: str) -> str | None:
    """Return what explains both words: an original that a table or one of them gives, or None."""
    for one, other in ((a, b), (b, a)):
        for lang in guess_languages(one):
            schemes = derive(one, lang).get(fold(other))
            if schemes:
                return f"“{other}” is {one} in {describe_scheme(schemes[0])}"
    for one_spelling in look_up(a):
        for other_spelling in look_up(b):
            one_word, other_word = one_spelling.word, other_spelling.word
            if (one_word.lang, one_word.text) == (other_word.lang, other_word.text):
                return f"{_describe(a, one_spelling)}, {_describe(b, other_spelling)}"
            if one_word.groups & other_word.groups:
                return f"“{a}” and “{b}” are forms of one given name"
    return _find_common_bearer(a, b)


def _find_common_reading(a: str, b: str) -> str | None:
    """Return the original that two Latin spellings may both stand for, each by some convention."""
    if not (is_latin_word(a) and is_latin_word(b)) or is_too_long(a) or is_too_long(b):
        return None
    others = dict(list_read_keys(b))
    for key, candidate in list_read_keys(a):
        if key in others:
            one, other = (
                f"“{written}” can be {read.original.capitalize()} in {describe_scheme(read.scheme)}"
                for written, read in ((a, candidate), (b, others[key]))
            )
            return f"{one}, {other}"
    return None


def _find_common_father(a: str, b: str) -> str | None:
    """Return what two patronymics have in common: Григорьевич, Hryhorovych."""
    if is_too_long(a) or is_too_long(b) or find_father(a, b) is None:
        return None
    return f"“{a}” and “{b}” are patronymics of one given name"


def _find_common_bearer(a: str, b: str) -> str | None:
    """Return whose names both words are: Лукашенко in Russian, Лукашэнка in Belarusian."""
    lexicon = default_lexicon()
    bearers = {known.id: spelling for spelling, known in lexicon.find_bearers(fold(a))}
    for spelling, known in lexicon.find_bearers(fold(b)):
        if known.id in bearers and _are_one_part(known, bearers[known.id], spelling):
            one, other = _describe(a, bearers[known.id]), _describe(b, spelling)
            return f"{one}, {other}, both names of {known.id}"
    return None


def _are_one_part(known: Known, one: Spelling, other: Spelling) -> bool:
    """Tell whether two words stand at one place of an entity's name, as languages write it.

    A birth name, and what a place was called before, is another name; the two words of a double
    name stand at two places.
    """
    return bool(_find_places(known, one) & _find_places(known, other))


def _find_places(known: Known, spelling: Spelling) -> frozenset[int]:
    cores = (name.core for name in known.names if name.source not in ("other", "former"))
    return frozenset(core.index(spelling.word) for core in cores if spelling.word in core)


def _describe(written: str, spelling: Spelling) -> str:
    original = spelling.word.text.capitalize()
    if not spelling.schemes:
        return f"“{written}” is {original}"
    schemes = sorted(spelling.schemes, key=lambda scheme: "/press-" not in scheme)
    return f"“{written}” is {original} in {default_lexicon().describe_scheme(schemes[0])}"


def _are_gender_counterparts(a: str, b: str) -> bool:
    return any(
        fold(b) in {fold(form) for form in swap_gender(a, lang)} for lang in guess_languages(a)
    )


def _find_least_likeness(a: str, b: str) -> float:
    """Return how alike two words must be to be one; 0.0 where their scripts tell nothing."""
    scripts = _find_script(a), _find_script(b)
    if scripts[0] == scripts[1]:
        return _LEAST_LIKENESS
    return _LEAST_DERIVED_LIKENESS if set(scripts) == {"LATIN", "CYRILLIC"} else 0.0


def _find_script(word: str) -> str:
    letter = next(filter(str.isalpha, word), "")
    if is_latin(letter):
        return "LATIN"
    if is_cyrillic(letter):
        return "CYRILLIC"
    return unicodedata.name(letter, "").partition(" ")[0]


def _measure_likeness(a: str, b: str) -> float:
    """Return how alike two words are, or one of them and what schemes make of the other."""
    from rapidfuzz.fuzz import ratio

    best = float(ratio(fold(a), fold(b)))
    if _find_script(a) != _find_script(b):
        pairs = ((a, b), (b, a))
        best = max(
            [best, *(float(ratio(s, fold(two))) for one, two in pairs for s in derive_all(one))]
        )
    return best / 100
