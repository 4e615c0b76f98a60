"""Shares: how likely the names of each family of languages are spelled so, by its Latin letters.

*-shvili* is of Georgian names, *-ović* of Serbian ones. Counts of runs of up to three letters, with
the edges of the word as letters of their own; a run that was never counted is judged by its end.
"""

from collections.abc import Mapping, Sequence
from math import log

from translit.names.letters import END, START, list_runs

_LONGEST = 3
_MOST_RUNS = 50_000
_UNSEEN = 1 / 40  # one letter of all that spellings have
_NOTHING = 1e-4


class Shares:
    """What was counted of the spellings of each family, in the order of the families."""

    def __init__(self, counted: Sequence[Mapping[str, float]]) -> None:
        self._counted = counted
        self._totals: list[dict[str, float]] = []
        self._kinds: list[dict[str, float]] = []
        for runs in counted:
            totals: dict[str, float] = {}
            kinds: dict[str, float] = {}
            for run, count in runs.items():
                context = run[:-1]
                totals[context] = totals.get(context, 0.0) + count
                kinds[context] = kinds.get(context, 0.0) + min(1.0, count)
            self._totals.append(totals)
            self._kinds.append(kinds)
        names = [runs.get(END, 0.0) + _NOTHING for runs in counted]
        self._start = tuple(log(number / sum(names)) for number in names)
        self._found: dict[str, tuple[float, ...]] = {}

    def weigh(self, word: str) -> Sequence[float]:
        """Return for each family the logarithm of its share of names spelled like a word.

        `word` is in small letters, with its marks.
        """
        text = START + word + END
        rows = [self._start]
        for stop in range(2, len(text) + 1):
            run = text[max(0, stop - _LONGEST) : stop]
            row = self._found.get(run)
            rows.append(self._find(run) if row is None else row)
        sums = [sum(column) for column in zip(*rows, strict=True)]
        best = max(sums)
        return [one - best for one in sums]

    def _find(self, run: str) -> tuple[float, ...]:
        if len(self._found) > _MOST_RUNS:
            self._found.clear()
        found = tuple(log(self._find_chance(n, run)) for n in range(len(self._counted)))
        self._found[run] = found
        return found

    def _find_chance(self, family: int, run: str) -> float:
        context = run[:-1]
        shorter = self._find_chance(family, run[1:]) if context else _UNSEEN
        total = self._totals[family].get(context)
        if not total:
            return shorter
        kinds = self._kinds[family][context]
        return (self._counted[family].get(run, 0.0) + kinds * shorter) / (total + kinds)


def count_latin(spellings: Mapping[str, float]) -> dict[str, float]:
    """Count the runs of letters of spellings in small letters, each with its weight."""
    counts: dict[str, float] = {}
    for word, weight in spellings.items():
        for run in list_runs(word, _LONGEST):
            counts[run] = counts.get(run, 0.0) + weight
    return counts
