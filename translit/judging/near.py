"""Near: the words of a sentence, and of the document, that say which of several is meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from translit.judging.candidate import Candidate
from translit.judging.ledger import Belief, Ledger
from translit.lexicon import fold_phrase

# Windows, in long words without a capital: 49 in 100 words of English news are such, 44 of French,
# 58 of Polish, 32 of German. So these are about 80 words on a side, and 50.
_IN_REACH = 40
_NEAR = 25


@dataclass(frozen=True, slots=True)
class Near:
    """What stands, or will be written, around the candidates of one page.

    What is written for another mention counts as well as what stands there: *Moskau hosted the
    GUS* says as much as *Moscow hosted the GUS*. `written` are the keys of what is written on this
    page, by the code point where the mention starts, and `spoken` the countries of which it then
    speaks; `places` are the words of the names of what is no person that are rewritten,
    `rewritten` those of all names that are, `latin` those of them that are in Latin letters.
    """

    ledger: Ledger
    belief: Belief
    written: Mapping[int, frozenset[str]] = field(default_factory=dict)
    spoken: Mapping[int, frozenset[str]] = field(default_factory=dict)
    places: frozenset[int] = frozenset()
    rewritten: frozenset[int] = frozenset()
    latin: frozenset[int] = frozenset()

    def stands_beside_rewritten(self, candidate: Candidate) -> bool:
        """Tell whether the word before or after is of a name that is rewritten.

        It is a word of that name then, and no unknown one.
        """
        before, after = candidate.first - 1, candidate.last + 1
        if candidate.is_person:  # and not of the mention that takes in the candidate too
            return before in self.rewritten and candidate.first not in self.rewritten
        return before in self.rewritten or after in self.rewritten

    def believe(self, belief: Belief) -> "Near":
        """Return this with more that is believed."""
        return replace(self, belief=self.belief + belief)

    def without_written(self) -> "Near":
        """Return this without what will be written: what stands there already."""
        return replace(self, written={}, spoken={})

    def holds_in_sentence(self, candidate: Candidate, words: Sequence[str]) -> bool:
        """Tell whether one of these words is in the sentence of a candidate, outside it."""
        if not words:
            return False
        wanted = _fold_all(tuple(words))
        page = candidate.page
        sentence = page.find_sentence(candidate.start)
        for at in sentence:
            if candidate.first <= at <= candidate.last:
                continue
            key = page.words[at].key
            if key in wanted or page.speech.find_singular(key) in wanted:
                return True
        return any(
            start != candidate.start
            and not keys.isdisjoint(wanted)
            and page.find(start) in sentence
            for start, keys in self.written.items()
        )

    def holds(self, candidate: Candidate, phrases: Sequence[str]) -> bool:
        """Tell whether one of these words, or a phrase of them, is within 50 words of a candidate.

        Its own words are none of them.
        """
        if not phrases:
            return False
        wanted = _fold_all(tuple(phrases))
        windows = candidate.page.windows
        begin, stop = windows.find(candidate.start, candidate.end, _NEAR)
        for start, end in ((begin, candidate.start), (candidate.end, stop)):
            keys, row = windows.list_keys(start, end)
            if not keys.isdisjoint(wanted) or any(
                f" {phrase} " in row for phrase in wanted if " " in phrase
            ):
                return True
        return any(
            begin <= start < stop and start != candidate.start and not keys.isdisjoint(wanted)
            for start, keys in self.written.items()
        )

    def tells_in_sentence(self, candidate: Candidate, phrases: Sequence[str]) -> bool:
        """Tell whether its sentence has one of these phrases and speaks of a country it is in.

        *Kim Min Seok was named South Korean prime minister*: neither says enough by itself.
        """
        page, own = candidate.page, frozenset(candidate.known.countries)
        sentence = page.find_sentence(candidate.start)
        if not (own and phrases and sentence):
            return False
        begin, stop = page.starts[sentence[0]], page.stops[sentence[-1]]
        sides = ((begin, candidate.start), (candidate.end, stop))
        wanted = _fold_all(tuple(phrases))
        rows = [page.windows.list_keys(*side)[1] for side in sides if side[0] < side[1]]
        if not any(f" {phrase} " in row for row in rows for phrase in wanted):
            return False
        return self._speaks_of(own, candidate, begin, stop)

    def hears_country(self, candidate: Candidate) -> bool:
        """Tell whether the words around a candidate speak of a country that it is in.

        So does what will be written there. Its own words do not.
        """
        own = frozenset(candidate.known.countries)
        if not own:
            return False
        begin, stop = candidate.page.windows.find(candidate.start, candidate.end, _IN_REACH)
        return self._speaks_of(own, candidate, begin, stop)

    def _speaks_of(self, own: frozenset[str], candidate: Candidate, begin: int, stop: int) -> bool:
        """Tell whether what stands, or will be written, between code points is of a country."""
        windows = candidate.page.windows
        return (
            not own.isdisjoint(windows.list_countries(begin, candidate.start))
            or not own.isdisjoint(windows.list_countries(candidate.end, stop))
            or any(
                begin <= start < stop and start != candidate.start and not own.isdisjoint(spoken)
                for start, spoken in self.spoken.items()
            )
        )


NOTHING = Near(Ledger(), Belief())
"""What is near where nothing is known yet."""


@lru_cache(maxsize=4096)
def _fold_all(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_phrase, words))
