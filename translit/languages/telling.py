"""Which language a text is written in, told by its small words; or it is not told.

Names count for no language: *Vladimir Putin i Lukashenko* could be of ten. So only words that are
written small, or stand where any word has a capital, are asked. A word that few languages share
says more than one that many do. Nothing is guessed: the best must lead by more than chance.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import log
from typing import Any, Final

from translit.languages.language import Language
from translit.languages.loading import list_text_languages

ENGLISH: Final = "en"
"""The code of the language that most texts here are in."""
UNTOLD: Final = "und"
"""The code of a language that is not told."""

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*+(?:['’](?=\w))?")
# A name with the apostrophe of a soft sign, *Magnitogors'k*: its *k* is no small word.
_NAME_WITH_SIGN = re.compile(r"\b(?:[^\W\d_][\u0300-\u036f]*+){3,}['’ʼ][^\W\d_]\b(?!['’])")
# In words, which an edit does not move: more adds nothing where the language is clear.
_MOST_LOOKED_AT = 600
LONGEST_HEAD = 1 << 16
"""Code points at the start of a text by which its language is told."""
_SHORT = 60  # words: what has fewer is asked for its other words too
# Tried on the lines, sentences and documents of 22 languages (`python -m tests.bench languages`):
# by these one line in 300 is told wrong, and nearly no document.
_LEAST_OF_OTHERS = (1.6, 1.0, 2)  # what speaks for it, its lead, and different words
# Most texts are English: short ones need less, and nothing is lost where English is not told.
_LEAST = {ENGLISH: (0.6, 0.6, 1)}
_LEAST_LANGUAGES = 2
# Of a passage only words without a capital are asked: no edit touches them, and a Finnish sentence
# may hold the titles of five English songs. So many letters; different small words; their share;
# and how many times as often they must stand there as those of the text's language.
_LEAST_SMALL = 40
_LEAST_DISTINCT = 3
_LEAST_SHARE = 0.25
_LEAST_TIMES = 2
_LONGEST_ASKED = 2000  # code points at its start

_SHARE_OF_A_WORD = 1.0

Scores = Mapping[str, tuple[float, int]]
"""For each language what speaks for it, and how many different words do."""
ListWriters = Callable[[str], Sequence[str]]
"""Gives the languages that write a word, if it is no name."""
Telling = Mapping[str, Any]
"""The families of languages, and the weights of words: JSON, as a lexicon keeps it."""


class Teller:
    """Tells languages by their small words; made once, it only reads.

    >>> find_teller().tell("Według Łukaszenki nie ma się czego bać.")
    'pl'
    >>> find_teller().tell("Putin i Lukashenko")
    'und'
    """

    def __init__(self, telling: Telling, list_writers: ListWriters | None = None) -> None:
        self._families: Mapping[str, str] = telling["families"]
        self._weights: Mapping[str, Sequence[tuple[str, float]]] = telling["weights"]
        self._list_writers = list_writers
        self.tell = lru_cache(maxsize=4096)(self._tell)
        self._tell_head = lru_cache(maxsize=4096)(self._tell_head_of_passage)

    def _tell(self, text: str) -> str:
        """Return the code of the language of a text, or `und`. Long texts are asked in parts."""
        words = list_words(text)
        for start in range(0, len(words), _MOST_LOOKED_AT):
            part = words[start : start + _MOST_LOOKED_AT]
            scores = self.score(part)
            found = UNTOLD if len(words) < _SHORT else self._judge(scores)
            if found == UNTOLD:
                found = self._judge(self._add_words(scores, part))
            if found != UNTOLD:
                return found
        return UNTOLD

    def tell_passage(self, text: str, lang: str) -> str:
        """Return the code of the language of a passage, or nothing if it may be `lang` or is not
        told.

        Relatives of `lang` are not told from it. Only its start is asked, and remembered.

        >>> said = "Nie wiadomo, czy to jest prawda, bo nikt tam wtedy jeszcze nie był."
        >>> find_teller().tell_passage(said, "en"), find_teller().tell_passage(said, "cs")
        ('pl', 'pl')
        """
        return self._tell_head(text[:_LONGEST_ASKED], lang)

    def _tell_head_of_passage(self, text: str, lang: str) -> str:
        words = [word for word in list_words(text) if word.islower()]
        if sum(map(len, words)) < _LEAST_SMALL:
            return ""
        scores = self.score(words)
        told, family = self._judge(scores), self._families.get(lang)
        if told == UNTOLD or self._families[told] == family or scores[told][1] < _LEAST_DISTINCT:
            return ""
        uses = Counter(code for word in words for code, _ in self._weights.get(word, ()))
        against = max((uses[code] for code in uses if self._families[code] == family), default=0)
        is_clear = uses[told] >= max(_LEAST_SHARE * len(words), _LEAST_TIMES * against)
        return told if is_clear else ""

    def _add_words(self, scores: Scores, listed: Sequence[str]) -> Scores:
        """Return the scores with what the other words of a short text say, which are no names.

        A word that few of the languages write is some evidence, for their lists have gaps.
        """
        if self._list_writers is None:
            return scores
        added = {code: list(score) for code, score in scores.items()}
        count = log(max(len(self._families), _LEAST_LANGUAGES))
        for word in dict.fromkeys(listed):
            codes = () if word.lower() in self._weights else self._list_writers(word)
            for code in codes:
                one = added.setdefault(code, [0.0, 0])
                one[0] += _SHARE_OF_A_WORD * log(len(self._families) / len(codes)) / count
                one[1] += 1
        return {code: (score, int(distinct)) for code, (score, distinct) in added.items()}

    def score(self, listed: Sequence[str]) -> Scores:
        """Return for each language how much speaks for it, and how many different words do."""
        words = Counter(word.lower() for word in listed)
        scores: dict[str, float] = dict.fromkeys(self._families, 0.0)
        distinct: Counter[str] = Counter()
        for word, count in words.items():
            weights = self._weights.get(word)
            if weights is None:
                continue
            times = 1 + log(count)
            for code, weight in weights:
                scores[code] += times * weight
                distinct[code] += 1
        return {code: (score, distinct[code]) for code, score in scores.items() if score}

    def _judge(self, scores: Scores) -> str:
        ranked = sorted(scores.items(), key=lambda item: (-item[1][0], item[0]))
        if not ranked:
            return UNTOLD
        best, (score, distinct) = ranked[0]
        least, lead, count = _LEAST.get(best, _LEAST_OF_OTHERS)
        if score < least or distinct < count:
            return UNTOLD
        for code, (other, _) in ranked[1:]:
            # Of relatives the likelier one will do: their papers print names alike.
            if self._families[code] != self._families[best] and score - other < lead:
                return UNTOLD
        return best


def list_words(text: str) -> list[str]:
    """Return the words of the start of a text that may tell its language."""
    head = text[:LONGEST_HEAD]
    if not head.isascii():
        # in NFD a mark would part a word, *Týji*, as a soft hyphen would
        head = unicodedata.normalize("NFC", head.replace("\u00ad", ""))
    words: list[str] = _WORD.findall(_NAME_WITH_SIGN.sub(_drop_name, head))
    if head.isupper():
        return words
    return [word for word in words if not word.isupper() or len(word) == 1]  # NATO is no *nato*


def _drop_name(match: re.Match[str]) -> str:
    """Return nothing for a word with a capital; else the word, *doesn't*."""
    return match[0] if match[0][0].islower() else " "


def weigh_small_words(languages: Iterable[Language]) -> Telling:
    """Return what tells these languages: for each word those that have it, and how much it says.

    It says more the fewer they are.
    """
    words = {one.code: one.small_words for one in languages}
    families = {one.code: one.family or one.code for one in languages}
    return {"families": families, "weights": _weigh(words)}


def _weigh(words: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[tuple[str, float]]]:
    sharing: dict[str, list[str]] = {}
    for code, listed in words.items():
        for word in dict.fromkeys(one.lower() for one in listed):
            sharing.setdefault(word, []).append(code)
    count = max(len(words), _LEAST_LANGUAGES)
    return {
        word: [(code, log(count / len(codes)) / log(count)) for code in codes]
        for word, codes in sharing.items()
    }


@cache
def find_teller() -> Teller:
    """Return the teller of all languages with a file."""
    return Teller(weigh_small_words(list_text_languages()))
