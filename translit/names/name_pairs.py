"""Comparing two names: their words paired in any order, and what is left on either side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translit.names.comparison import Comparison
from translit.names.known_words import default_lexicon, is_given_name
from translit.names.parts import NameWord, Parts, read_parts
from translit.names.word_pairs import compare_words
from translit.names.words import (
    begins,
    have_one_bearer,
    is_patronymic,
    is_womans_form,
    may_be_translated,
)
from translit.schemes import check_text, fold

# Longer than any name; each word costs time, and its letters more.
_LONGEST_NAME = 200
_LONGEST_WORD = 48
_MOST_WORDS = 12

_NO_NAME = Comparison(None, 0.0, "there is no name to compare")
_INITIAL_SCORE = 0.8  # of an initial that fits: less than a word that does


def compare_names(a: str, b: str) -> Comparison:
    """Tell whether two spellings are one name, in any scripts; it speaks of names, not persons.

    Words may stand in any order. What one of them leaves out is no contradiction: with a title or
    a patronymic more they are the same, with initials that fit or another word more it cannot be
    told. It cannot be told either of what is longer than a name. Raises TypeError for what is not
    a str.

    >>> compare_names("Choïgou", "Szojgu").same, compare_names("Лукашенко", "Лукашевич").same
    (True, False)
    >>> [compare_names(name, "Vladimir Putin").same for name in ("Putin, V.", "A. Putin")]
    [None, False]
    """
    check_text(a)
    check_text(b)
    if _is_too_long(a) or _is_too_long(b):
        return Comparison(None, 0.0, "one of them is longer than a name can be")
    one, other = read_parts(a), read_parts(b)
    if not one.words or not other.words:
        return _NO_NAME
    if max(len(one.words), len(other.words)) > _MOST_WORDS:
        return Comparison(None, 0.0, "one of them has more words than a name can have")
    one, other = _join(one, other), _join(other, one)
    found = _compare(one, other)
    cut = one.cut_initials(), other.cut_initials()
    if found.same is False and cut != (one, other):
        again = min(
            (_compare(x, y) for x, y in ((cut[0], other), (one, cut[1]), cut)), key=_is_false
        )
        return found if again.same is False else again
    return found


def _is_false(comparison: Comparison) -> bool:
    return comparison.same is False


def _is_too_long(name: str) -> bool:
    return len(name) > _LONGEST_NAME or any(len(word) > _LONGEST_WORD for word in name.split())


def _join(name: Parts, other: Parts) -> Parts:
    """Write words of a name as one that the other has as one: *Jong-un* beside *Jongun*."""
    wanted = {fold(part.text) for part in other.words}
    words: list[NameWord] = []
    for part in name.words:
        joined = words[-1].text + part.text.lower() if words else ""
        if joined and not words[-1].is_initial and fold(joined) in wanted:
            words[-1] = NameWord(joined, hyphened=words[-1].hyphened)
        else:
            words.append(part)
    return Parts(tuple(words), name.titles, name.particles)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two parts that may be one, by their places; `verdict` is what is known of them."""

    one: int
    other: int
    verdict: Comparison
    with_initial: bool

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """What comes first is paired first: what is sure, whole words, what stands alike."""
        return not self.verdict.same, self.with_initial, abs(self.one - self.other)

    def excludes(self, pair: "_Pair") -> bool:
        """Tell whether only one of two pairs can be: *Ivan, Petrov* is not like *Petr, Ivanov*."""
        if self.one == pair.one or self.other == pair.other:
            return True
        alike = all(not (p.verdict.same or p.with_initial) for p in (self, pair))
        return alike and (self.one < pair.one) != (self.other < pair.other)


def _compare(one: Parts, other: Parts) -> Comparison:
    pairs = _choose(_list_pairs(one.words, other.words))
    left = _leave(one.words, {pair.one for pair in pairs})
    others_left = _leave(other.words, {pair.other for pair in pairs})
    score = sum(p.verdict.score for p in pairs) / max(len(one.words), len(other.words))
    why = _find_contradiction(one, other, pairs, left, others_left)
    if why:
        return Comparison(False, min(score, 0.99), why)
    why = _find_doubt(one, other, pairs, left or others_left)
    if why:
        return Comparison(None, min(score, 0.99), why)
    return Comparison(True, 1.0, "; ".join(dict.fromkeys(p.verdict.why for p in pairs)))


def _leave(words: Sequence[NameWord], paired: set[int]) -> list[NameWord]:
    return [part for place, part in enumerate(words) if place not in paired]


def _list_pairs(one: Sequence[NameWord], other: Sequence[NameWord]) -> Iterator[_Pair]:
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            verdict = _compare_parts(a, b)
            if verdict.same is not False:
                yield _Pair(i, j, verdict, a.is_initial or b.is_initial)


def _compare_parts(a: NameWord, b: NameWord) -> Comparison:
    if not (a.is_initial or b.is_initial):
        return compare_words(a.text, b.text)
    if a.is_initial and b.is_initial and fold(a.text) == fold(b.text):
        return Comparison(True, 1.0, f"both have the initial {a.text}")
    for initial, word in ((a, b), (b, a)):
        if initial.is_initial and begins(word.text, initial.text):
            why = f"“{initial.text}” may stand for “{word.text}” and for other names"
            return Comparison(None, _INITIAL_SCORE, why)
    return Comparison(False, 0.0, f"“{a.text}” and “{b.text}” do not begin alike")


def _choose(pairs: Iterator[_Pair]) -> list[_Pair]:
    chosen: list[_Pair] = []
    for pair in sorted(pairs, key=lambda pair: pair.rank):
        if not any(pair.excludes(p) for p in chosen):
            chosen.append(pair)
    return sorted(chosen, key=lambda pair: pair.one)


def _find_contradiction(
    one: Parts,
    other: Parts,
    pairs: Sequence[_Pair],
    left: list[NameWord],
    others_left: list[NameWord],
) -> str | None:
    """Say why two names are two: both have something that the other has not."""
    context = default_lexicon().load_speech("en").lists
    men, women = (
        {side for side in (0, 1) if context[list_] & set((one, other)[side].titles)}
        for list_ in ("masculine", "feminine")
    )
    if men and women and men != women:
        return "one is a man’s, the other a woman’s"
    has_word = any(not pair.with_initial for pair in pairs)
    if not left or not others_left:
        all_left = [*left, *others_left]
        only_initials = any(all(p.is_initial for p in name.words) for name in (one, other))
        if has_word or not all_left or only_initials:
            return None
        part = all_left[0]
        return f"they share no word, and “{part.text}” is left"
    if has_word and (_are_one_person(left, others_left) or _are_one_person(others_left, left)):
        return None
    if has_word and may_be_translated(left[0].text, others_left[0].text):
        return None
    return _compare_parts(left[0], others_left[0]).why


def _are_one_person(left: Sequence[NameWord], others_left: Sequence[NameWord]) -> bool:
    """Tell whether one name has the patronymic of somebody whose family name the other has."""
    if len(left) != 1 or len(others_left) != 1 or left[0].is_initial or others_left[0].is_initial:
        return False
    return is_patronymic(left[0].text) and have_one_bearer(left[0].text, others_left[0].text)


def _find_doubt(
    one: Parts, other: Parts, pairs: Sequence[_Pair], left: Sequence[NameWord]
) -> str | None:
    """Say why two names that do not contradict one another may still be two."""
    unsure = [pair for pair in pairs if not pair.verdict.same]
    if len(unsure) < len(pairs):  # beside another word that both have, it is her own form
        unsure = [pair for pair in unsure if not _is_her_form(one, other, pair)]
    if unsure:
        return unsure[0].verdict.why
    words = [pair for pair in pairs if not pair.with_initial]
    if left:
        longer = max((one, other), key=lambda name: len(name.words))
        if len(left) > 1 or len(words) < 2 or not _is_omitted(longer, left[0]):
            return f"only one of them has “{left[0].text}”"
    if set(one.particles) != set(other.particles) and len(words) < 2:
        return "only one of them has a particle"
    if one.particles and other.particles and set(one.particles) != set(other.particles):
        return "they have different particles"
    return _find_doubt_of_order(one, pairs)


def _is_her_form(one: Parts, other: Parts, pair: _Pair) -> bool:
    return is_womans_form(one.words[pair.one].text, other.words[pair.other].text)


def _is_omitted(name: Parts, part: NameWord) -> bool:
    """Tell whether a part is a patronymic: within the name, or last after a given name."""
    if part.is_initial or not is_patronymic(part.text):
        return False
    place = name.words.index(part)
    if 0 < place < len(name.words) - 1:
        return True
    family, *given = (w.text for w in name.words if w is not part)
    return place > 0 and any(map(is_given_name, given)) and not is_given_name(family)


def _find_doubt_of_order(one: Parts, pairs: Sequence[_Pair]) -> str | None:
    """Of words in another order, something must say which is the given name."""
    places = [pair.other for pair in pairs]
    if places == sorted(places):
        return None
    words = [one.words[pair.one].text for pair in pairs if not pair.with_initial]
    given = [word for word in words if is_given_name(word)]
    if len(words) == 1 or (given and len(given) < len(words)):
        return None
    return "their words are in another order, and nothing tells given from family name"
