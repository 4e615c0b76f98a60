"""The sieve: texts in which nothing can change pass at the speed of a search for capitals.

A name changes only by its own words and those beside it. So each run of capitalised words is judged
once, by itself, and what it can ever mean is remembered; a text whose runs are all calm need not be
resolved. What a run needs from elsewhere in the text, such as somebody's full name, is a condition.
"""

import re
from collections.abc import Iterable, Iterator

from translit.lexicon import Lexicon
from translit.mentions.name_starts import Rest
from translit.mentions.runs import EMPTY, RUN, Render, Run, RunJudge
from translit.schemes import fold

# What may follow a run as the rest of its last name: *Rostov na donu*, *Ivy countries*.
_REST = re.compile(r"(?:(?:\s{1,8}|[-\u2010\u2011])[^\W\d_]\w*+(?:['’]\w++)?){1,5}")
_NEXT = re.compile(r"(?:\s{1,8}|[-\u2010\u2011])([^\W\d_]+)")
# Letters of scripts without capitals, where any word may be a name.
_UNCASED = re.compile(
    "[\u0590-\u1dff\u2071-\u209c\u2100-\u214f\u2c00-\u2dff\u3005-\ud7ff\uf900-\ufdff\ufe70-\ufefe"
    "\uff21-\uffdc\U00010000-\U0001cfff\U0001e000-\U0001efff\U00020000-\U0010ffff]"
)
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

    def may_change(self, text: str) -> bool:
        """Tell whether resolution can change a text; False is sure."""
        if not text.isascii() and _UNCASED.search(text):
            return True
        runs = set(RUN.findall(text))
        restless = [run for run in runs - self._calm if not self._look(run).is_calm]
        if not restless:
            return False
        found = [self._look(run) for run in restless]
        for run, opened in zip(restless, found[:], strict=True):
            for rest in opened.open:
                found += map(self._look, self._extend(run, rest, text))
        return any(run.changes for run in found) or self._meets(text, runs, found)

    def _meets(self, text: str, runs: Iterable[str], found: Iterable[Run]) -> bool:
        """Tell whether the text meets a condition of the runs `found` in it."""
        conditions = {condition for run in found for condition in run.conditions}
        if not conditions:
            return False
        known = map(self._runs.get, runs)
        named = {entity_id for run in known if run is not None for entity_id in run.named}
        if any(condition.entity_id in named for condition in conditions):
            return True
        words = {word for condition in conditions for word in condition.words}
        return bool(words) and any(map(_fold_text(text).__contains__, words))

    def _extend(self, run: str, rest: Rest, text: str) -> Iterator[str]:
        """Give a run with the small words that its last name goes on with, wherever it stands."""
        at = text.find(run)
        while at >= 0:
            at += len(run)
            after = _NEXT.match(text, at)
            if after and self._judge.starts.goes_on(rest, after[1]):
                whole = _REST.match(text, at)
                yield run + (whole[0] if whole else after[0])
            at = text.find(run, at)

    def _look(self, run: str) -> Run:
        found = self._runs.get(run)
        if found is None:
            if run in self._calm:
                return EMPTY
            found = self._judge.judge(run)
            if len(run) <= _LONGEST_KEPT:
                self._remember(run, found)
        return found

    def _remember(self, run: str, found: Run) -> None:
        if len(self._calm) + len(self._runs) >= _MOST_RUNS:
            self._runs, self._calm = {}, set()
        if found.is_calm:
            self._calm.add(run)
        if found is not EMPTY:
            self._runs[run] = found


def _fold_text(text: str) -> str:
    strange = re.findall(r"\w*[^\W\x00-\x7f]\w*", text)
    return " ".join((text.lower(), *map(fold, strange)))
