"""The reader: every reading of a text, before it is decided who is meant.

A name changes only by its own words and those beside it. So each run of words is read once, by
itself, and what it can ever mean is remembered; a text none of whose runs can change is done.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from translit.forms import Shaper
from translit.options import Fuzzy, Renamed
from translit.page import ARTICLE, INITIAL, MOST_WORDS, NEXT, REST, Page, Scanner
from translit.readings.reading import Need, PlacedSegment, Run, Segment, join_segments
from translit.readings.segments import SegmentReader
from translit.readings.splitting import Splitter
from translit.readings.starts import Starts
from translit.schemes import APOSTROPHES, fold

_MOST_RUNS = 1 << 17
_MOST_SEGMENTS = 1 << 17
_LONGEST_KEPT = 400  # code points
_MOST_BEFORE = 2  # small words before a run that may belong to its first name: *van der*
_LONGEST_BEFORE = 6  # code points of each


ReadPage = tuple[Page, Sequence[PlacedSegment]]
"""A page with its segments."""


class Reader:
    """Reads pages by one lexicon, in one style; thread-safe.

    What is remembered is bounded, and forgotten as a whole when there is too much of it.
    """

    def __init__(self, scanner: Scanner, shaper: Shaper, *, fuzzy: Fuzzy, renamed: Renamed) -> None:
        self._lexicon = lexicon = scanner.lexicon
        starts = Starts(lexicon, damage=fuzzy != "off")
        self._splitter = Splitter(lexicon, scanner.vocabulary, starts)
        self._reader = SegmentReader(
            lexicon,
            scanner.vocabulary,
            starts,
            shaper,
            repairs=fuzzy == "licensed",
            keeps_former=renamed == "keep",
        )
        self._runs: dict[str, Run] = {}
        self._segments: dict[str, Segment] = {}
        self._calm: set[str] = set()

    def read(self, pages: Iterable[Page]) -> Iterable[ReadPage]:
        """Give each page of a document with all segments that name somebody, in order."""
        return ((page, list(self._place(page, None))) for page in pages)

    def read_live(self, pages: Sequence[Page]) -> Iterable[ReadPage]:
        """Give the pages with the segments that changes depend on; none if nothing changes.

        They are those that can change, and all that may name the same entities or their rivals.
        """
        if len(pages) == 1:
            runs = set(pages[0].list_runs())
            if runs <= self._calm:
                return ()
        else:
            runs = set().union(*(page.list_runs() for page in pages))
        company = self._find_company(pages, {run: self._read_run(run) for run in runs})
        return ((page, list(self._place(page, company))) for page in pages) if company else ()

    def _find_company(self, pages: Sequence[Page], read: Mapping[str, Run]) -> Set[str]:
        """Return the entities on which changes depend."""
        opened = {run for run, segment in read.items() if segment.open}
        longer = (one for page in pages for one in self._read_longer(page, read, opened))
        runs = [*read.values(), *longer]
        live = _find_live(pages, runs)
        return _add_rivals(runs, live) if live else frozenset()

    def _read_run(self, text: str) -> Run:
        found = self._runs.get(text)
        if found is None:
            found = self._make_run(text)
            if len(text) <= _LONGEST_KEPT:
                if len(self._runs) >= _MOST_RUNS:
                    self._runs, self._calm = {}, set()
                self._runs[text] = found
                if found.is_calm:
                    self._calm.add(text)
        return found

    def _make_run(self, text: str) -> Run:
        splits, words = self._splitter.split(text)
        placed = [
            PlacedSegment(self._read_segment(split.text), split.first, split.start)
            for split in splits
        ]
        is_open = bool(splits) and splits[-1].start + len(splits[-1].text) == len(text)
        return join_segments(placed, is_open=is_open, is_cut=words >= MOST_WORDS)

    def _read_segment(self, text: str) -> Segment:
        found = self._segments.get(text)
        if found is None:
            found = self._reader.read(text)
            if len(text) <= _LONGEST_KEPT:
                if len(self._segments) >= _MOST_SEGMENTS:
                    self._segments = {}
                self._segments[text] = found
        return found

    def _read_longer(self, page: Page, read: Mapping[str, Run], opened: Set[str]) -> Iterator[Run]:
        """Give what runs are with the small words that they go on with."""
        for run in opened:
            start = page.text.find(run)
            while start >= 0:
                stop = start + len(run)
                end = self._find_end(page, read[run], stop)
                if end > stop:
                    yield self._read_run(page.text[start:end])
                start = page.text.find(run, stop)

    def _place(self, page: Page, company: Set[str] | None) -> Iterator[PlacedSegment]:
        """Give the segments that may name these entities, or all, where they stand."""
        found = []
        for run, start, end in page.placed_runs:
            segment = self._read_run(run)
            if segment.open:
                stop = self._find_end(page, segment, end)
                if stop > end:
                    end, segment = stop, self._read_run(page.text[start:stop])
            if segment.segments and (company is None or _may_name(segment, company)):
                found.append((segment, start, end))
        if company is not None:
            page.focus([(start, end) for _, start, end in found])
        spans: list[tuple[int, int]] = []
        for segment, start, end in found:
            start = _find_start(page, start) if segment.takes_before else start
            if spans and start < spans[-1][1]:  # the rest of a name holds the next
                start, end = spans[-1][0], max(end, spans.pop()[1])
            spans.append((start, end))
        for start, end in spans:
            for one in self._place_words(page, start, end):
                yield one if company is None else one._replace(segment=one.segment.only(company))

    def _place_words(self, page: Page, start: int, end: int) -> Iterator[PlacedSegment]:
        """Give the segments of these code points; words that are not free part them."""
        # A run that starts within a word (*iPhone*) starts with the next one.
        first, last = page.find(start), page.find(end)
        for begin, stop in _list_stretches(page, first, last):
            at, upto = page.starts[begin], page.stops[stop - 1]
            after = page.text[upto : upto + 1]
            if (page.words[stop - 1].facts & INITIAL and after == ".") or (
                after and after in APOSTROPHES and page.has_apostrophe(upto)
            ):
                upto += 1
            for one in self._read_run(page.text[at:upto]).segments:
                if one.segment.exact or one.segment.damaged or one.segment.cases:
                    yield PlacedSegment(one.segment, begin + one.first, at + one.start)

    def _find_end(self, page: Page, segment: Run, end: int) -> int:
        """Return where a run ends with the small words that its last name goes on with."""
        following = NEXT.match(page.text, end)
        if following is None:
            return end
        key = fold(following[1])
        roots = (root for s in self._lexicon.find_spellings(key) for root in s.word.roots)
        if key not in segment.open and segment.open.isdisjoint(roots):
            return end
        rest = REST.match(page.text, end)
        return rest.end() if rest else end


def _find_start(page: Page, start: int) -> int:
    """Return where a run starts with the small words before it that may belong to its name."""
    at = page.find(start)
    if 0 < at < len(page) and page.words[at - 1].key == ARTICLE:
        return page.starts[at - 1]
    for _ in range(_MOST_BEFORE):
        if at == 0 or not page.follows(at):
            break
        word = page.words[at - 1]
        if word.is_capital or len(word.text) > _LONGEST_BEFORE:
            break
        at -= 1
    return page.starts[at] if at < len(page) else start


def _list_stretches(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of words that are free, and over which no quotation ends."""
    begin: int | None = None
    for at in range(first, last):
        if not page.is_free(at):
            if begin is not None:
                yield begin, at
            begin = None
            continue
        if begin is None:
            begin = at
        after = page.text[page.stops[at] : page.stops[at] + 1]
        if after and after in APOSTROPHES and not page.has_apostrophe(page.stops[at]):
            yield begin, at + 1
            begin = None
    if begin is not None:
        yield begin, last


def _find_live(pages: Sequence[Page], segments: Sequence[Run]) -> list[Run]:
    """Return the segments that change here."""
    found = [segment for segment in segments if segment.changes or segment.needs]
    needs = {need for segment in found for need in segment.needs}
    if not needs:
        return found
    named = {entity_id for segment in segments for entity_id in segment.named}
    written = {key for segment in found for key in segment.written}
    met = {need for need in needs if need.entity_id in named or _holds_any(pages, need, written)}
    return [one for one in found if one.changes or not met.isdisjoint(one.needs)]


def _holds_any(pages: Sequence[Page], need: Need, written: Set[str]) -> bool:
    """Tell whether a word that a reading needs stands in the text, or will when it is rewritten."""
    words = need.words
    if not words:
        return False
    if len(pages) > 1 or not written.isdisjoint(words):
        return True  # of a long text: probably, and it would take long to be sure
    folded = pages[0].folded
    return any(word in folded for word in words)


def _add_rivals(runs: Iterable[Run], live: Iterable[Run]) -> Set[str]:
    """Return whom the live runs may name where they change, and all rivals of these."""
    rivals: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for ids in {ids for run in runs for ids in run.rivals if len(ids) > 1}:
        for one in ids:
            rivals[one].append(ids)
    company: set[str] = set()
    left = {one for run in live for ids in run.disputed for one in ids}
    while left:
        company |= left
        left = {one for met in left for ids in rivals.get(met, ()) for one in ids} - company
    return company


def _may_name(run: Run, company: Set[str]) -> bool:
    return any(not ids.isdisjoint(company) for ids in run.rivals)
