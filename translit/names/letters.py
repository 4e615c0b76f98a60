"""Letters: how likely a word is as a name, by the runs of letters that names have.

Counts of runs of up to four letters, with the edges of the word as letters of their own. A run that
was never counted is judged by its end, which is shorter. `WeighedLetters` says what that counts
where originals are beside each other.
"""

import re
from collections.abc import Iterator, Mapping
from math import log

START, END = "^", "$"
LONGEST = 4
_MOST_FOLLOWING = 200
_MOST_CONTEXTS = 50_000
_UNSEEN = 1 / 500  # one letter of all alphabets
_DISCOUNT = 0.75
_LIKELY = 0.305  # what the logarithm of how likely letters are counts, fitted as in `reading`
# Before each vowel one consonant, or letters for one sound, and n after it; kh is of other customs.
# Each letter can be taken in one way alone, so that no word takes long.
_OPEN = re.compile(r"(?:(?:ts|[cst]?h|[^aeiouhy]?y?)[aeiou](?:n(?![aeiouy]))?)+")


class Letters:
    """What was counted, as probabilities of the next letter."""

    def __init__(self, counts: Mapping[str, float]) -> None:
        self._counts = counts
        totals: dict[str, float] = {}
        kept: dict[str, float] = {}
        for run, count in counts.items():
            context = run[:-1]
            totals[context] = totals.get(context, 0.0) + count
            kept[context] = kept.get(context, 0.0) + max(0.0, count - _DISCOUNT)
        self._totals = totals
        self._left = {context: 1 - kept[context] / total for context, total in totals.items()}
        self._chances: dict[str, float] = {}  # of the runs that were counted

    def cut(self, context: str) -> str:
        """Return the end of a context that was counted."""
        while context and context not in self._totals:
            context = context[1:]
        return context

    def score(self, context: str, letters: str) -> float:
        """Return the logarithm of the probability that some letters follow."""
        if len(letters) == 1:
            return log(self._find_chance(context[1 - LONGEST :], letters))
        total = 0.0
        for letter in letters:
            total += log(self._find_chance(context[1 - LONGEST :], letter))
            context += letter
        return total

    def count(self, run: str) -> float:
        """Return how often a run of letters was counted."""
        return self._counts.get(run, 0.0)

    def score_word(self, word: str) -> float:
        """Return the logarithm of the probability of a whole word, in small letters."""
        return self.score(START, word + END)

    def _find_chance(self, context: str, letter: str) -> float:
        chances = self._chances
        less = 1.0
        while True:
            run = context + letter
            found = chances.get(run)
            if found is not None:
                return less * found
            if run in self._counts:
                return less * self._mix(context, letter)
            if not context:
                return less * _UNSEEN * self._left.get(context, 1.0)
            less *= self._left.get(context, 1.0)
            context = context[1:]

    def _mix(self, context: str, letter: str) -> float:
        shorter = self._find_chance(context[1:], letter) if context else _UNSEEN
        run = context + letter
        counted = max(0.0, self._counts[run] - _DISCOUNT) / self._totals[context]
        found = self._chances[run] = counted + self._left[context] * shorter
        return found


class WeighedLetters:
    """What letters count where originals are beside each other.

    How likely names have them, and a weight for each: э is what Russian writes in names that are
    not its own, and these are spelled here oftener than the counts say.
    """

    def __init__(self, letters: Letters, weights: Mapping[str, float]) -> None:
        self._letters = letters
        self._weights = weights
        self._known: dict[str, Following] = {}
        # What `known` found, for those who ask most.
        self.remembered: dict[str, Following] = {}

    def known(self, context: str) -> "Following":
        """Return what is known to follow the part of a context that says something.

        That grows as it is asked for, and is bounded by the contexts that were counted.
        """
        found = self.remembered.get(context)
        if found is None:
            if len(self.remembered) > _MOST_CONTEXTS:
                self.remembered.clear()
            found = self.remembered[context] = self._find_known(context)
        return found

    def _find_known(self, context: str) -> "Following":
        context = self._letters.cut(context)
        found = self._known.get(context)
        if found is None:
            found = self._known[context] = Following(context)
        elif len(found) > _MOST_FOLLOWING:
            found.clear()
        return found

    def weigh(self, context: str, letters: str) -> float:
        """Return what some letters after a context count."""
        likely = _LIKELY * self._letters.score(context, letters)
        if len(letters) == 1:
            return likely + self._weights.get(letters, 0.0)
        return likely + self.add(letters)

    def add(self, letters: str) -> float:
        """Return how much of what letters count is by their weights."""
        weights = self._weights
        return sum([weights.get(letter, 0.0) for letter in letters])

    def weigh_word(self, word: str) -> float:
        """Return what a whole word counts, in small letters."""
        return self.weigh(START, word + END)


class Following(dict[str, float]):
    """By letters that may follow a context, what they count."""

    def __init__(self, context: str) -> None:
        super().__init__()
        self.context = context


def has_open_syllables(bare: str) -> bool:
    """Tell whether a spelling is of open syllables, as those of names from Japan are: *Takane*.

    Cyrillic writes such names by other customs, with э for the e that it hears.
    """
    return bool(_OPEN.fullmatch(bare))


def list_runs(word: str, longest: int) -> Iterator[str]:
    """Give the runs of at most so many letters of a word, its end among the letters.

    Its start begins a run but is none by itself, for nothing is before it.

    >>> list(list_runs("an", 2))
    ['^a', 'a', 'an', 'n', 'n$', '$']
    """
    text = START + word + END
    for stop in range(2, len(text) + 1):
        for start in range(max(0, stop - longest), stop):
            yield text[start:stop]


def count_runs(words: Mapping[str, float], longest: int = LONGEST) -> dict[str, float]:
    """Count the runs of at most so many letters of words, each with a weight of at most 1.

    Of a run that is shorter than the longest and does not begin a word, it is counted after how
    many letters it stands (Kneser and Ney): what always follows one letter says little of others.
    """
    counts: dict[str, float] = {}
    for word, weight in words.items():
        for run in list_runs(word, longest):
            counts[run] = counts.get(run, 0.0) + min(1.0, weight)
    followed: dict[str, float] = {}
    for run, count in counts.items():
        if len(run) > 1:
            followed[run[1:]] = followed.get(run[1:], 0.0) + min(1.0, count)
    return {
        run: count if len(run) == longest or run[0] == START else followed.get(run, count)
        for run, count in counts.items()
    }
