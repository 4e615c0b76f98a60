"""The originals of a Latin spelling: what it may be a spelling of, likeliest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from math import exp
from typing import Any

from translit.lexicon import LISTED, MET, OFTEN, Known
from translit.names.families import FAMILIES, FAMILY_OF, Family
from translit.names.known_words import default_lexicon, look_up
from translit.names.model import Model, load_model
from translit.names.ranking import Candidate, rank
from translit.schemes import (
    SchemeError,
    check_text,
    describe_scheme,
    fold,
    is_latin,
    list_languages,
    split_words,
)

# How weights become probabilities: set by hand on names that were not trained on, so that of what
# has the score .6 six in ten are right.
_TEMPERATURE = 1.0
_SURE = 0.93  # however sure the reading, so often is the name another's
_MOST = 5
_LEAST_SCORE = 0.002
_MOST_WORDS = 6
_LONGEST_WORD = 40
_KNOWN_SCORE = 0.9
# Logarithms of how much likelier a word is that is met, met often, in lists of names; that the
# tables know, in another language at least; that is an own name.
_MET, _OFTEN, _LISTED = 2.1, 0.85, 1.45
_KNOWN, _KNOWN_ELSEWHERE, _OWN = 1.55, 0.55, 2.5


class _Folded(dict[int, str]):
    """How `fold` writes letters of originals, each asked for once."""

    def __missing__(self, code: int) -> str:
        found = self[code] = fold(chr(code))
        return found


_FOLDED = _Folded()

# Of text of their languages no words are counted: what seems to be met is not, or is in Russian.
_UNCOUNTED = ("hy", "ka", "kk")

# Their letters hide sounds: their names are not read, but found among those that are known.
_HIDDEN = ("ar", "fa", "he", "ja", "ko", "zh")


@dataclass(frozen=True)
class Original:
    """What a spelling may be of: a name in its original script.

    `score` is the probability that it is this one, from 0.0 to 1.0.
    """

    text: str
    lang: str
    score: float
    _spelling: str = field(repr=False, compare=False)
    _candidates: tuple[Candidate, ...] = field(repr=False, compare=False)
    _known_schemes: tuple[str, ...] = field(default=(), repr=False, compare=False)

    @property
    def schemes(self) -> tuple[str, ...]:
        """The ids of the schemes that make the spelling, those of its language first."""
        if not self._candidates:
            return self._known_schemes
        first, *others = (candidate.schemes for candidate in self._candidates)
        common = [one for one in first if all(one in other for other in others)]
        ids = common or dict.fromkeys(one for schemes in (first, *others) for one in schemes)
        return tuple(sorted(ids, key=lambda one: not one.startswith(f"{self.lang}/")))

    @property
    def why(self) -> str:
        """A sentence that says which convention makes the spelling."""
        schemes = self.schemes
        if not schemes:
            return f"“{self._spelling}” is how the tables spell {self.text}"
        likeliest = {candidate.scheme for candidate in self._candidates}
        scheme = next((one for one in schemes if one in likeliest), schemes[0])
        return f"“{self._spelling}” is {self.text} in {describe_scheme(scheme)}"


def originals(name: str, lang: str | None = None) -> list[Original]:
    """Give the originals that a Latin spelling may be of, likeliest first, at most five.

    `name` is one word or several, `lang` the code of a language if only its names are wanted.
    Each original has its text, language, schemes and a score, the probability that it is meant.
    Names in Arabic, Persian, Hebrew, Chinese, Japanese and Korean are found only if the default
    tables know them. What is not in Latin letters has none. Raises SchemeError for a language
    without schemes, TypeError for what is not a str.

    >>> [(one.text, one.lang) for one in originals("Szojgu")][:1]
    [('Шойгу', 'ru')]
    >>> originals("Szojgu", "ru")[0].why
    '“Szojgu” is Шойгу in the Polish press convention'
    """
    check_text(name)
    if lang is not None and lang not in list_languages():
        known = ", ".join(list_languages())
        raise SchemeError(
            f"there is no scheme for the language “{lang}”; there are schemes for {known}"
        )
    words = [part for gap, part in split_words(name) if not gap]
    if not words or len(words) > _MOST_WORDS or not all(map(_can_be_read, words)):
        return []
    model = load_model()
    mask = model.mask if lang is None else model.masks.get(lang, 0)
    found = [
        *_find_known(name, words, lang),
        *(_read_all(name, words, model, mask) if mask else ()),
    ]
    found.sort(key=lambda one: -one.score)
    return [one for one in found[:_MOST] if one is found[0] or one.score >= _LEAST_SCORE]


def _can_be_read(word: str) -> bool:
    if len(word) > _LONGEST_WORD:
        return False
    if word.isascii() and word.isalpha():
        return True
    letters = [letter for letter in word if letter.isalpha()]
    return bool(letters) and all(map(is_latin, letters))


@lru_cache(maxsize=4096)
def read_word(word: str, mask: int) -> tuple[tuple[Candidate, float], ...]:
    """Return what a word may be read as, with how likely each is."""
    candidates = rank_word(word, mask, load_model(), _MOST)
    if not candidates:
        return ()
    best = candidates[0].weight
    parts = [exp((one.weight - best) / _TEMPERATURE) for one in candidates]
    total = sum(parts)
    return tuple((one, _SURE * part / total) for one, part in zip(candidates, parts, strict=True))


def rank_word(word: str, mask: int, model: Model, most: int) -> list[Candidate]:
    """Return the likeliest originals of a word: those that are known or met are likelier."""
    known = _list_known(word)
    elsewhere = {text for _, text in known}

    def weigh(original: str, family: Family) -> float:
        folded = original.translate(_FOLDED)
        met = weigh_met(folded, family)
        if folded not in elsewhere:
            return met
        return known.get((family.name, folded), _KNOWN_ELSEWHERE) + met

    return rank(word, model, mask, weigh, _list_readable(word), most)


def is_met(folded: str, family: Family) -> bool:
    """Tell whether text of a family's script, where its words were counted, has a word."""
    return family.name not in _UNCOUNTED and bool(default_lexicon().find_listed(folded) & MET)


def weigh_met(folded: str, family: Family) -> float:
    """Return how much likelier an original is for being met in texts, or in lists of names."""
    listed, met = _weigh_listed(folded)
    return listed if family.name in _UNCOUNTED else listed + met


@lru_cache(maxsize=4096)
def _weigh_listed(folded: str) -> tuple[float, float]:
    """Return how much likelier a word is for being listed, and for being met."""
    told = default_lexicon().find_listed(folded)
    if not told:
        return 0.0, 0.0
    met = _MET + _OFTEN if told & OFTEN else _MET
    return _LISTED if told & LISTED else 0.0, met if told & MET else 0.0


def _list_readable(word: str) -> Iterator[tuple[str, str]]:
    """Give the known originals of a word, each with its family."""
    for spelling in look_up(word):
        family = FAMILY_OF.get(spelling.word.lang)
        if family and spelling.schemes:
            yield family, spelling.word.text.lower()


def _list_known(word: str) -> dict[tuple[str, str], float]:
    """Return the known originals of a word, by family, with how much they are preferred."""
    found = dict.fromkeys(
        ((FAMILY_OF.get(s.word.lang, ""), fold(s.word.text)) for s in look_up(word)), _KNOWN
    )
    for spelling, known in default_lexicon().find_bearers(fold(word)):
        natives = known.fields.get("native", ())
        if spelling.word.lang == next(iter(natives), None):
            found[FAMILY_OF.get(spelling.word.lang, ""), fold(spelling.word.text)] = _OWN
    return found


def _read_all(name: str, words: Sequence[str], model: Model, mask: int) -> Iterator[Original]:
    """Read the words of a name, all in one language where some language has all."""
    read = [read_word(word, mask) for word in words] if mask else []
    if not read or not all(read):
        return
    if len(words) == 1:
        for candidate, score in read[0]:
            yield _make(name, (candidate,), score)
        return
    combined: list[tuple[float, tuple[Candidate, ...]]] = [(1.0, ())]
    for candidates in read:
        combined = sorted(
            (
                (score * other * _agree(chosen, candidate), (*chosen, candidate))
                for (score, chosen), (candidate, other) in product(combined, candidates)
            ),
            key=lambda row: -row[0],
        )[: 2 * _MOST]
    total = sum(score for score, _ in combined)
    for score, chosen in combined:
        yield _make(name, chosen, _SURE * score / total)


def _agree(chosen: Sequence[Candidate], candidate: Candidate) -> float:
    """Weigh a word by how likely the language is its own that those before it are of."""
    if not chosen:
        return 1.0
    best = max(sum(_find_part(one, family) for one in (*chosen, candidate)) for family in FAMILIES)
    return exp(max(best, -20.0) / (len(chosen) + 1))


def _find_part(candidate: Candidate, family: str) -> float:
    """Return the logarithm of how much of a candidate's likelihood is a family's."""
    parts = [part for one, _, part in candidate.readings if one.name == family]
    return parts[0] - candidate.weight if parts else -12.0


def _make(name: str, chosen: tuple[Candidate, ...], score: float) -> Original:
    texts = iter(chosen)
    text = "".join(
        part if gap else _shape(next(texts).original, part) for gap, part in split_words(name)
    )
    return Original(text, chosen[-1].scheme.partition("/")[0], score, name, chosen)


def _shape(original: str, written: str) -> str:
    """Return an original with the capitals of its spelling."""
    if len(written) > 1 and written.isupper():
        return original.upper()
    return original[:1].title() + original[1:] if written[:1].isupper() else original


def _find_known(name: str, words: Sequence[str], lang: str | None) -> Iterator[Original]:
    """Give the known names, in scripts that hide sounds, of those who have all of some words."""
    if lang is not None and lang not in _HIDDEN:
        return
    lexicon = default_lexicon()
    particles = lexicon.load_speech("en").lists["particles"]
    words = [word for word in words if fold(word) not in particles]
    if not words:
        return
    bearers = {known.id: known for word in words for _, known in lexicon.find_bearers(fold(word))}
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for _, known in sorted(bearers.items()):
        schemes = _find_spelled(words, known)
        if schemes is not None and (len(words) > 1 or known.entity.kind != "person"):
            for code, text in _list_natives(known.fields):
                if lang in (None, code):
                    found.setdefault((code, text), schemes)
    for (code, text), schemes in found.items():
        of_code = tuple(dict.fromkeys(one for one in schemes if one.startswith(f"{code}/")))
        yield Original(text, code, _KNOWN_SCORE / len(found), name, (), of_code)


def _find_spelled(words: Sequence[str], known: Known) -> tuple[str, ...] | None:
    """Return the schemes that spell the words as words of an entity; None if one is not its."""
    own = {word for name in known.names for word in name.words}
    spelled = [[one for one in look_up(word) if one.word in own] for word in words]
    if not all(spelled):
        return None
    found = [spelling for spellings in spelled for spelling in spellings]
    # A part of a place's name is not the place: Abu is not Abu Dis.
    if known.entity.kind != "person" and not any(
        {one.word for one in found}.issuperset(name.words) for name in known.names
    ):
        return None
    return tuple(scheme for spelling in found for scheme in spelling.schemes)


def _list_natives(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for code, text in fields.get("native", {}).items():
        if code in _HIDDEN and isinstance(text, str):
            yield code, text
    for alias in fields.get("aliases", ()):
        text = alias.get("text", "")
        if alias.get("lang") in _HIDDEN and not any(map(is_latin, text)):
            yield alias["lang"], text
