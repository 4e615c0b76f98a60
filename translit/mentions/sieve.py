"""The sieve: texts in which nothing can change pass at the speed of a search for capitals.

A name changes only by its own words and those beside it. So each run of capitalised words is judged
once, by itself, and what it can ever mean is remembered; a text whose runs are all calm need not be
resolved. What a run needs from elsewhere in the text, such as somebody's full name, is a condition.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from translit.lexicon import Lexicon
from translit.mentions.runs import RUN, Render, Run, RunJudge
from translit.mentions.words import WORD, fold_text

# What may follow a run as the rest of its last name: *Rostov na donu*, *Ivy countries*.
_GAP = r"(?:\s{1,8}|[-\u2010\u2011])"
_REST = re.compile(rf"(?:{_GAP}{WORD.pattern}){{1,5}}")
_NEXT = re.compile(rf"{_GAP}({WORD.pattern})")
# Letters of scripts without capitals, where any word may be a name.
_UNCASED = re.compile(
    "[\u0590-\u1dff\u2071-\u209c\u2100-\u214f\u2c00-\u2dff\u3005-\ud7ff\uf900-\ufdff\ufe70-\ufefe"
    "\uff21-\uffdc\U00010000-\U0001cfff\U0001e000-\U0001efff\U00020000-\U0010ffff]"
)
_MANY = 50  # runs: so many searches take as long as one for all capitals
_MOST_RUNS = 1 << 17
_LONGEST_KEPT = 400  # code points


class Sieve:
    """Tells which texts need no resolution; thread-safe.

    What is remembered of runs is bounded, and forgotten as a whole when there is too much of it.
    """

    def __init__(self, lexicon: Lexicon, render: Render, *, fuzzy: str, renamed: str) -> None:
        self._judge = RunJudge(lexicon, render, fuzzy=fuzzy, renamed=renamed)
        self._runs: dict[str, Run] = {}
        self._calm: set[str] = set()

    def find_focus(self, text: str) -> Sequence[tuple[int, int]]:
        """Return the spans of a text in which names must be looked for to know its changes.

        They are half-open, in code points and in order; where there are none, nothing changes.
        """
        if not text.isascii() and _UNCASED.search(text):
            return [(0, len(text))]
        runs = set(RUN.findall(text))
        if not runs - self._calm:
            return ()
        judged = {run: self._look(run) for run in runs}  # whatever is forgotten meanwhile
        longer = self._extend({run: found for run, found in judged.items() if found.open}, text)
        live = _find_live(text, judged.values(), chain.from_iterable(longer.values()))
        if not live:
            return ()
        if any(run.changes and not run.ids for run in live):
            return [(0, len(text))]
        return _find_spans(text, _find_company(judged, longer, live), longer)

    def _extend(self, openings: Mapping[str, Run], text: str) -> dict[str, list[Run]]:
        """Judge runs with the small words that their last name goes on with, each once."""
        longer: dict[str, set[str]] = defaultdict(set)
        for run, end in _find_ends(openings.keys(), text):
            after = _NEXT.match(text, end)
            if after and any(
                self._judge.starts.goes_on(rest, after[1]) for rest in openings[run].open
            ):
                whole = _REST.match(text, end)
                longer[run].add(run + (whole[0] if whole else after[0]))
        return {run: [self._look(whole) for whole in wholes] for run, wholes in longer.items()}

    def _look(self, run: str) -> Run:
        found = self._runs.get(run)
        if found is None:
            found = self._judge.judge(run)
            if len(run) <= _LONGEST_KEPT:
                self._remember(run, found)
        return found

    def _remember(self, run: str, found: Run) -> None:
        if len(self._runs) >= _MOST_RUNS:
            self._runs, self._calm = {}, set()
        self._runs[run] = found
        if found.is_calm:
            self._calm.add(run)


def _find_live(text: str, judged: Iterable[Run], longer: Iterable[Run]) -> list[Run]:
    """Return the runs that change here."""
    judged = list(judged)
    found = [run for run in (*judged, *longer) if run.changes or run.conditions]
    conditions = {condition for run in found for condition in run.conditions}
    if not conditions:
        return found
    named = {entity_id for run in judged for entity_id in run.named}
    words = {word for condition in conditions for word in condition.words}
    folded = fold_text(text) if words else ""
    met = {
        condition
        for condition in conditions
        if condition.entity_id in named or any(word in folded for word in condition.words)
    }
    return [run for run in found if run.changes or not met.isdisjoint(run.conditions)]


def _find_company(
    judged: Mapping[str, Run], longer: Mapping[str, Sequence[Run]], live: Iterable[Run]
) -> set[str]:
    """Return the runs that may name those whom the live ones may name, or their rivals."""
    ids_of = {
        run: found.ids.union(*(one.ids for one in longer.get(run, ())))
        for run, found in judged.items()
    }
    ids: set[str] = set().union(*(run.ids for run in live))
    company: set[str] = set()
    while met := {run for run in ids_of.keys() - company if not ids.isdisjoint(ids_of[run])}:
        company |= met
        ids = ids.union(*(ids_of[run] for run in met))
    return company


def _find_spans(
    text: str, company: Set[str], longer: Mapping[str, Sequence[Run]]
) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in RUN.finditer(text):
        if match[0] in company:
            rest = _REST.match(text, match.end()) if longer.get(match[0]) else None
            start, end = match.start(), (rest or match).end()
            if spans and start < spans[-1][1]:  # the rest of a name held the next
                start, end = spans[-1][0], max(end, spans.pop()[1])
            spans.append((start, end))
    return spans


def _find_ends(runs: Set[str], text: str) -> Iterator[tuple[str, int]]:
    """Give where these runs of a text end; many at once, lest it take the square of its length."""
    if len(runs) > _MANY:
        yield from ((match[0], match.end()) for match in RUN.finditer(text) if match[0] in runs)
        return
    for run in runs:
        at = text.find(run)
        while at >= 0:
            at += len(run)
            yield run, at
            at = text.find(run, at)
