"""Near: the words of a sentence, and of the document, that say which of several is meant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from translit.judging.candidate import Candidate
from translit.judging.ledger import Belief, Ledger
from translit.lexicon import fold_phrase
from translit.schemes import fold


@dataclass(frozen=True, slots=True)
class Near:
    """What stands, or will be written, around the candidates of one page.

    What is written for another mention counts as well as what stands there: *Moskau hosted the
    GUS* says as much as *Moscow hosted the GUS*. `written` are the keys of what is written on this
    page, by the code point where the mention starts, `places` the words of the names of what is no
    person that are rewritten, `rewritten` those of all names that are, `latin` those of them that
    are in Latin letters.
    """

    ledger: Ledger
    belief: Belief
    written: Mapping[int, frozenset[str]] = field(default_factory=dict)
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
        return replace(self, belief=replace(self.belief, phrases=frozenset()), written={})

    def holds_near(self, candidate: Candidate, words: Sequence[str]) -> bool:
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
            if key in wanted or key.removesuffix("s") in wanted:
                return True
        return any(
            start != candidate.start
            and not keys.isdisjoint(wanted)
            and page.find(start) in sentence
            for start, keys in self.written.items()
        )

    def holds(self, phrases: Iterable[str]) -> bool:
        """Tell whether one of these words, or a phrase of them, is in the document."""
        return any(
            phrase in self.ledger.phrases or self._will_hold(fold_phrase(phrase))
            for phrase in phrases
        )

    def _will_hold(self, phrase: str) -> bool:
        """Tell whether a folded phrase is a part of what will be written."""
        return any(f" {phrase} " in f" {said} " for said in self.belief.phrases)


@lru_cache(maxsize=4096)
def _fold_all(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))
