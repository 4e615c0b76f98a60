"""The reader: every reading of a text, before it is decided who is meant.

A name changes only by its own words and those beside it. So each run of words is read once, by
itself, and what it can ever mean is remembered; a text none of whose runs can change is done.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice

from translit.forms import Shaper
from translit.options import Fuzzy, Renamed
from translit.page import ARTICLE, INITIAL, MOST_WORDS, NEXT, REST, Page, Scanner
from translit.readings.declined import ANY, DeclinedReader
from translit.readings.reading import Need, PlacedSegment, Run, Segment, join_segments
from translit.readings.segments import SegmentReader
from translit.readings.splitting import Split, Splitter
from translit.readings.starts import Starts
from translit.schemes import APOSTROPHES, fold

_MOST_RUNS = 1 << 17
_MOST_SEGMENTS = 1 << 17
_LONGEST_KEPT = 400  # code points
_MOST_BEFORE = 2  # small words before a run that may belong to its first name: *van der*
_REACH = 2  # stretches before and after one that it may depend on
_LONGEST_BEFORE = 6  # code points of each


ReadPage = tuple[Page, Sequence[PlacedSegment]]
"""A page with its segments."""


class Reader:
    """Reads pages by one lexicon, in one style; thread-safe.

    What is remembered is bounded, and forgotten as a whole when there is too much of it.
    """

    def __init__(self, scanner: Scanner, shaper: Shaper, *, fuzzy: Fuzzy, renamed: Renamed) -> None:
        self._lexicon = lexicon = scanner.lexicon
        speech = scanner.speech
        declined = None
        if speech.declines and not speech.drops_cases:
            declined = DeclinedReader(lexicon, speech.code, shaper)
        starts = Starts(lexicon, speech, declined, damage=fuzzy != "off")
        self._splitter = Splitter(lexicon, scanner.vocabulary, starts)
        self._reader = SegmentReader(
            lexicon,
            speech,
            scanner.vocabulary,
            starts,
            shaper,
            declined,
            repairs=fuzzy == "licensed",
            keeps_former=renamed == "keep",
        )
        self._runs: dict[str, Run] = {}
        self._segments: dict[str, Segment] = {}
        self._calm: set[str] = set()  # what can never change
        self._empty: set[str] = set()  # what names nobody

    def read(self, pages: Iterable[Page]) -> Iterable[ReadPage]:
        """Give each page of a document with all segments that name somebody, in order."""
        return ((page, list(self._place(page, None))) for page in pages)

    def read_live(self, pages: Sequence[Page]) -> Iterable[ReadPage]:
        """Give the pages with the segments that changes depend on; none if nothing changes.

        They are those that can change, and all that may name the same entities or their rivals.
        """
        if len(pages) > 1:
            return self._read_stretches(pages)
        (page,) = pages
        runs = set(page.list_runs())
        if runs <= self._calm:
            return ()
        company = self._find_company(self._read_runs(page, runs), page)
        return ((page, list(self._place(page, company))),) if company else ()

    def _read_stretches(self, pages: Sequence[Page]) -> Iterator[ReadPage]:
        """Give the pages of a long text, each by what can change in it and around it.

        A stretch is judged by its neighbours, and these by theirs: so far reaches what depends.
        """
        around: deque[tuple[Page, Sequence[Run]]] = deque()
        waiting = iter(pages)
        for number in range(len(pages)):
            missing = min(number, _REACH) + _REACH + 1 - len(around)
            for page in islice(waiting, missing):
                around.append((page, self._read_runs(page, set(page.list_runs()))))
            company = self._find_company([run for _, runs in around for run in runs])
            page = around[min(number, _REACH)][0]
            yield page, list(self._place(page, company)) if company else []
            if number >= _REACH:
                around.popleft()

    def _read_runs(self, page: Page, runs: Set[str]) -> list[Run]:
        """Return what these runs of a page are, and what they are where they go on."""
        read = {run: self._read_run(run) for run in runs - self._empty}
        opened = {run for run, segment in read.items() if segment.open}
        return [*read.values(), *self._read_longer(page, read, opened)]

    def _find_company(self, runs: Sequence[Run], page: Page | None = None) -> Set[str]:
        """Return the entities on which changes depend; the fewest if all the text is one page."""
        live = _find_live(runs, page)
        return _add_rivals(runs, live) if live else frozenset()

    def _read_run(self, text: str) -> Run:
        found = self._runs.get(text)
        if found is None:
            found = self._make_run(text)
            if len(text) <= _LONGEST_KEPT:
                if len(self._runs) >= _MOST_RUNS:
                    self._runs, self._calm, self._empty = {}, set(), set()
                self._runs[text] = found
                if found.is_calm:
                    self._calm.add(text)
                if not found.segments:
                    self._empty.add(text)
        return found

    def _make_run(self, text: str) -> Run:
        splits, words = self._splitter.split(text)
        placed = [
            PlacedSegment(self._read_segment(split), split.first, split.start) for split in splits
        ]
        is_open = bool(splits) and splits[-1].start + len(splits[-1].text) == len(text)
        return join_segments(placed, is_open=is_open, is_cut=words >= MOST_WORDS)

    def _read_segment(self, split: Split) -> Segment:
        text = split.text
        found = self._segments.get(text)
        if found is None:
            found = self._reader.read(text, split.columns)
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
        found = list(self._find_runs(page, company))
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

    def _find_runs(self, page: Page, company: Set[str] | None) -> Iterator[tuple[Run, int, int]]:
        """Give the runs that may name these entities, or all, and where each starts and ends."""
        for run, start, end in page.placed_runs:
            if run in self._empty:
                continue
            segment, stop = self._read_run(run), end
            if segment.open:
                stop = self._find_end(page, segment, end)
                if stop > end:
                    segment = self._read_run(page.text[start:stop])
            if segment.segments and (company is None or _may_name(segment, company)):
                yield segment, start, stop

    def _place_words(self, page: Page, start: int, end: int) -> Iterator[PlacedSegment]:
        """Give the segments of these code points; words that are not free part them."""
        # A run that starts within a word (*iPhone*) starts with the next one.
        first, last = page.find(start), page.find(end)
        for begin, stop in self._list_stretches(page, first, last):
            at, upto = page.starts[begin], page.stops[stop - 1]
            after = page.text[upto : upto + 1]
            if (page.words[stop - 1].facts & INITIAL and after == ".") or (
                after and after in APOSTROPHES and page.has_apostrophe(upto)
            ):
                upto += 1
            for one in self._read_run(page.text[at:upto]).segments:
                if one.segment.exact or one.segment.damaged or one.segment.cases:
                    yield PlacedSegment(one.segment, begin + one.first, at + one.start)

    def _list_stretches(self, page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
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
            ends_quotation = (
                after
                and after in APOSTROPHES
                and not page.follows(at + 1)  # over a hyphen: *Kinel'-Cherkassy*
                and not page.has_apostrophe(page.stops[at])
                and not self._is_possessive(page, at)
            )
            if ends_quotation:
                yield begin, at + 1
                begin = None
        if begin is not None:
            yield begin, last

    def _is_possessive(self, page: Page, at: int) -> bool:
        """Tell whether a word is the plural of a name that goes on: *Kurdistan Workers’ Party*."""
        return page.has_possessive(page.stops[at]) and any(
            spelling.word.text[-1] in APOSTROPHES and not spelling.schemes
            for spelling in self._lexicon.find_spellings(page.words[at].key)
        )

    def _find_end(self, page: Page, segment: Run, end: int) -> int:
        """Return where a run ends with the small words that its last name goes on with."""
        following = NEXT.match(page.text, end)
        if following is None:
            return end
        key = fold(following[1])
        roots = (root for s in self._lexicon.find_spellings(key) for root in s.word.roots)
        stems = tuple(one[:-1] for one in segment.open if isinstance(one, str) and one[-1:] == ANY)
        is_open = key in segment.open or bool(stems and key.startswith(stems))
        if not is_open and segment.open.isdisjoint(roots):
            return end
        rest = REST.match(page.text, end)
        return rest.end() if rest else end


def _find_start(page: Page, start: int) -> int:
    """Return where a run starts with the small words before it that may belong to its name."""
    at = page.find(start)
    if 0 < at < len(page) and page.words[at - 1].facts & ARTICLE:
        return page.starts[at - 1]
    for _ in range(_MOST_BEFORE):
        if at == 0 or not page.follows(at):
            break
        word = page.words[at - 1]
        if word.is_capital or len(word.text) > _LONGEST_BEFORE:
            break
        at -= 1
    return page.starts[at] if at < len(page) else start


def _find_live(runs: Sequence[Run], page: Page | None) -> list[Run]:
    """Return the runs that change here."""
    found = [run for run in runs if run.changes or run.needs]
    needs = {need for run in found for need in run.needs}
    if not needs:
        return found
    named = {entity_id for run in runs for entity_id in run.named}
    written = {key for run in found for key in run.written}
    met = {need for need in needs if need.entity_id in named or _holds_any(page, need, written)}
    if met or any(one.changes for one in found):  # what is written may speak of a country
        met |= {need for need in needs if need.countries}
    return [one for one in found if one.changes or not met.isdisjoint(one.needs)]


def _holds_any(page: Page | None, need: Need, written: Set[str]) -> bool:
    """Tell whether a word that a reading needs stands in the text, or will when it is rewritten."""
    words = need.words
    if not words and not need.countries:
        return False
    if page is None or not written.isdisjoint(words):
        return True  # of a long text: probably, and it would take long to be sure
    folded = page.folded
    if any(word in folded for word in words):
        return True
    return not need.countries.isdisjoint(page.countries)


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
