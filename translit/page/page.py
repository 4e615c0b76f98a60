"""A page: a text, or a part of one, as its words in columns with what stands around each."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, overload

from translit.languages import ENGLISH
from translit.lexicon import Lexicon
from translit.page.columns import Columns
from translit.page.countries import Countries
from translit.page.protected import MANY_LINES, ProtectedSpans, find_protected
from translit.page.runs import RunFinder
from translit.page.sentences import Sentences
from translit.page.stretches import Stretch, cut_stretches
from translit.page.windows import Windows
from translit.page.words import CAPITAL, FEMININE, ORDINARY, SHE, SIBILANTS, Vocabulary
from translit.schemes import APOSTROPHES, fold

# A text without full stops is one sentence; what stands farther off says nothing of a word.
_LONGEST_REACH = 80  # words
_NEAR = 2000  # code points, in which so many words have room
_SPACE = re.compile(r"\s")

# RIGHT SINGLE QUOTATION MARK, APOSTROPHE, GRAVE and ACUTE ACCENT close what one of them opened.
_CLOSERS = "’'`´"
_OPENED = re.compile(r"(?:^|[\s(\[{—–\"“«])['‘`‚´](?=\w)(?![^'’`´]*\w['’`´](?:[\s,.;:!?)]|$))")
_LONGEST_QUOTATION = 400  # code points

_UNMARKED = str.maketrans("", "", APOSTROPHES + '"')

# COLON, quotation marks, EN and EM DASH: what follows may start with a capital.
_OPENERS = ':"“„«–—'


class Scanner:
    """Makes pages of texts in one language, by one lexicon; thread-safe.

    >>> from translit.lexicon import open_lexicon
    >>> (page,) = Scanner(open_lexicon((), default_tables=True)).scan("So Szojgu met him.")
    >>> page.list_runs()
    ['So Szojgu']
    """

    def __init__(self, lexicon: Lexicon, lang: str = ENGLISH) -> None:
        self.lexicon = lexicon
        self.speech = speech = lexicon.load_speech(lang)
        self.vocabulary = Vocabulary(lexicon, speech)
        self.countries = Countries(lexicon, speech, self.vocabulary)
        self.runs = RunFinder(one for one in speech.lists["particles"] if " " not in one)

    def scan(self, text: str) -> Sequence["Page"]:
        """Return the pages of a text: one, or if it is long, one for each of its stretches."""
        stretches = cut_stretches(text)
        if len(stretches) == 1:
            return (Page(text, self),)
        return _Pages(text, stretches, self)


class _Pages(Sequence["Page"]):
    """The pages of a long text, each made when it is asked for: all at once would take much."""

    def __init__(self, text: str, stretches: Sequence[Stretch], scanner: Scanner) -> None:
        self._text, self._stretches, self._scanner = text, stretches, scanner

    def __len__(self) -> int:
        return len(self._stretches)

    @overload
    def __getitem__(self, at: int) -> "Page": ...

    @overload
    def __getitem__(self, at: slice) -> Sequence["Page"]: ...

    def __getitem__(self, at: int | slice) -> "Page | Sequence[Page]":
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        one = self._stretches[at]
        own = one.start - one.begin, one.end - one.begin
        return Page(self._text[one.begin : one.stop], self._scanner, one.begin, own, self._fenced)

    @cached_property
    def _fenced(self) -> ProtectedSpans | None:
        """What is protected in all of the text, if it may have opened before a page that it is on.

        It is looked for in one go, since a mark that closes one span may seem to open the next.
        """
        return find_protected(self._text) if "```" in self._text else None


class Page(Columns):
    """A text with its words, or a part of one that starts at `origin`; read-only.

    Of a part, `own` are the code points on the page that are not only read with it.

    Its columns are filled when they are first asked for: most texts have no run that can change.
    """

    def __init__(
        self,
        text: str,
        scanner: "Scanner",
        origin: int = 0,
        own: tuple[int, int] | None = None,
        fenced: ProtectedSpans | None = None,
    ) -> None:
        self.text = text
        self.origin = origin
        self.own = own or (0, len(text) + 1)
        self.lexicon = scanner.lexicon
        self.speech = scanner.speech
        self._scanner = scanner
        self._fenced = fenced
        self._reaches: dict[int, range] = {}
        self._parts: Sequence[tuple[int, int]] = ()  # that are looked at; all if there are none

    def __getattr__(self, name: str) -> Any:
        if name not in ("words", "starts", "stops"):
            raise AttributeError(name)
        cut = self._scanner.vocabulary.cut
        self.words, self.starts, self.stops = cut(self.text, self._parts)
        return self.__dict__[name]

    def focus(self, spans: Sequence[tuple[int, int]]) -> None:
        """Look only at what stands around these spans, which are in order.

        That is their lines with the ones before and after, for a name goes over one line break at
        most; of long lines, what is near. Questions of the whole text are still of the whole.
        """
        if any(mark in self.text for mark in MANY_LINES):
            return
        parts: list[tuple[int, int]] = []
        for start, end in spans:
            begin, stop = self._find_lines(start, end)
            if parts and begin <= parts[-1][1]:
                parts[-1] = parts[-1][0], max(stop, parts[-1][1])
            else:
                parts.append((begin, stop))
        if 2 * sum(stop - begin for begin, stop in parts) < len(self.text):
            self._parts = parts

    def _find_lines(self, start: int, end: int) -> tuple[int, int]:
        text = self.text
        first, last = max(start - _NEAR, 0), min(end + _NEAR, len(text))
        line = text.rfind("\n", first, start)
        begin = text.rfind("\n", first, max(line, first)) + 1
        line = text.find("\n", end, last)
        stop = text.find("\n", line + 1, last) + 1 if line >= 0 else 0
        if not begin and first:
            space = _SPACE.search(text, first, start)
            begin = space.end() if space else start
        return begin, stop or last

    def list_runs(self) -> list[str]:
        """Return the runs of the text, in order."""
        return self._scanner.runs.list_runs(self.text)

    @cached_property
    def placed_runs(self) -> Sequence[tuple[str, int, int]]:
        """The runs of the text, with the code points where each starts and ends."""
        return [(one[0], *one.span()) for one in self._scanner.runs.find_runs(self.text)]

    @cached_property
    def sentences(self) -> Sentences:
        """Where the sentences of the text start."""
        return Sentences(self.text, self.speech.abbreviations, self._parts)

    @cached_property
    def protected(self) -> ProtectedSpans:
        """Where nothing is ever changed."""
        if self._fenced is not None:
            return self._fenced.list_within(self.origin, self.origin + len(self.text))
        return find_protected(self.text, self._parts)

    def is_free(self, at: int) -> bool:
        """Tell whether a word stands by itself in prose: no digit or address around it."""
        start, stop = self.starts[at], self.stops[at]
        before, after = self.text[start - 1 : start], self.text[stop : stop + 1]
        if at and self.stops[at - 1] == start:  # two words without a space: 习近平, d’Odessa
            before = ""
        if at + 1 < len(self) and self.starts[at + 1] == stop:
            after = ""
        around = before + after
        if not around.isspace() and any(c.isalnum() or c == "_" for c in around):
            return False
        return not (self.protected and self.protected.covers(start, stop))

    @cached_property
    def folded(self) -> str:
        """A string that holds the key of every word of its own, and more."""
        text = self._own_text
        strange = () if text.isascii() else [word for word in text.split() if not word.isascii()]
        return " ".join((text.lower().translate(_UNMARKED), *map(fold, strange)))

    def is_ordinary(self, written: str) -> bool:
        """Tell whether the language of the page writes this word with a small letter too."""
        return bool(self._scanner.vocabulary.find(written).facts & ORDINARY)

    @cached_property
    def _whole(self) -> Columns:
        """All words of its own, also where it is not looked at."""
        first, stop = self.own
        if self._parts or self._is_within_words(first) or self._is_within_words(stop):
            return Columns(self._own_text, self._scanner.vocabulary)
        return self if len(self._own_text) == len(self.text) else self.cut_out(first, stop)

    def _is_within_words(self, at: int) -> bool:
        """Tell whether no white space stands before a code point within the text."""
        return 0 < at < len(self.text) and not self.text[at - 1].isspace()

    @cached_property
    def _own_text(self) -> str:
        first, stop = self.own
        return self.text[first:stop]

    @cached_property
    def women(self) -> frozenset[str]:
        """The keys of the words that speak of a woman: *she*, *wife*, the name of one."""
        return frozenset(
            word.key
            for word in set(self._whole.words)
            if word.facts & (FEMININE | SHE)
            or (word.facts & CAPITAL and word.spellings and self._names_a_woman(word.key))
        )

    def _names_a_woman(self, key: str) -> bool:
        return {known.entity.gender for _, known in self.lexicon.find_bearers(key)} == {"f"}

    def has_apostrophe(self, at: int) -> bool:
        """Tell whether at this code point stands an apostrophe that ends a word and no quotation.

        A single quotation mark that opened before in the sentence is closed by it.
        """
        mark = self.text[at : at + 1]
        if not mark or mark not in APOSTROPHES or self.text[at + 1 : at + 2].isalnum():
            return False
        if mark not in _CLOSERS:
            return True
        if self.text[at - 1] in SIBILANTS:  # *Belarus’ army*, *the Skripals’ poisoning*
            return False
        return not self._is_in_quotation(at)

    def has_possessive(self, at: int) -> bool:
        """Tell whether at this code point stands the apostrophe of a plural: *Workers’ Party*."""
        mark, after = self.text[at : at + 1], self.text[at + 1 : at + 3]
        is_within = after[:1] == " " and after[1:].isupper()
        is_mark = bool(mark) and mark in APOSTROPHES and self.text[at - 1] in SIBILANTS
        return is_mark and is_within and not self._is_in_quotation(at)

    def _is_in_quotation(self, at: int) -> bool:
        """Tell whether a single quotation mark has opened before this code point."""
        start, _ = self.sentences.span(self.sentences.number(at))
        before = self.text[max(start, at - _LONGEST_QUOTATION) : at]
        return bool(_OPENED.search(before))

    def starts_sentence(self, at: int) -> bool:
        """Tell whether the word is the first of its sentence, or of what a colon or quote opens."""
        if at == 0 or any(mark in self.gap(at) for mark in _OPENERS):
            return True
        number = self.sentences.number
        return number(self.starts[at - 1]) != number(self.starts[at])

    @cached_property
    def windows(self) -> Windows:
        """What stands near its mentions."""
        return Windows(self.text, self._scanner.vocabulary, self._scanner.countries)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The ids of all countries of which it speaks, perhaps of more."""
        countries = self._scanner.countries
        if not countries.are_in_runs:
            return countries.find_all(self.text)
        return frozenset().union(*map(countries.find_in_run, self.list_runs()))

    def list_countries_of(self, output: str) -> frozenset[str]:
        """Return the ids of the countries of which words speak that will be written here."""
        return self._scanner.countries.find_all(output)

    def find_sentence(self, start: int) -> range:
        """Return the words of the sentence that holds a code point, as far as they are near it."""
        at = self.find(start)
        found = self._reaches.get(at)
        if found is None:
            first, last = self.sentences.span(self.sentences.number(start))
            found = self._reaches[at] = range(
                max(self.find(first), at - _LONGEST_REACH),
                min(self.find(last), at + _LONGEST_REACH),
            )
        return found
