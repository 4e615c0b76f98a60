"""A page: a text, or a part of one, as its words in columns with what stands around each."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from translit.lexicon import Lexicon
from translit.page.columns import Columns
from translit.page.protected import ProtectedSpans, find_protected
from translit.page.runs import RunFinder
from translit.page.sentences import Sentences
from translit.page.stretches import cut_stretches
from translit.page.words import CAPITAL, FEMININE, SHE, Vocabulary
from translit.schemes import APOSTROPHES, fold

# A text without full stops is one sentence; what stands farther off says nothing of a word.
_LONGEST_REACH = 80  # words

# RIGHT SINGLE QUOTATION MARK, APOSTROPHE, GRAVE and ACUTE ACCENT close what one of them opened.
_CLOSERS = "’'`´"
_OPENED = re.compile(r"(?:^|[\s(\[{—–\"“«])['‘`‚´](?=\w)(?![^'’`´]*\w['’`´](?:[\s,.;:!?)]|$))")
_SIBILANTS = "sSzZxX"  # after them an apostrophe is a possessive
_LONGEST_QUOTATION = 400  # code points

_UNMARKED = str.maketrans("", "", APOSTROPHES + '"')

# COLON, quotation marks, EN and EM DASH: what follows may start with a capital.
_OPENERS = ':"“„«–—'


class Scanner:
    """Makes pages of texts, by one lexicon; thread-safe.

    >>> from translit.lexicon import open_lexicon
    >>> (page,) = Scanner(open_lexicon((), default_tables=True)).scan("So Szojgu met him.")
    >>> page.list_runs()
    ['So Szojgu']
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.vocabulary = Vocabulary(lexicon)
        self.runs = RunFinder(lexicon.context["particles"])

    def scan(self, text: str) -> Iterator["Page"]:
        """Give the pages of a text: one, or if it is long, one for each of its stretches."""
        for stretch in cut_stretches(text):
            part = text[stretch.begin : stretch.stop]
            own = stretch.start - stretch.begin, stretch.end - stretch.begin
            yield Page(part, self, stretch.begin, own)


class Page(Columns):
    """A text with its words, or a part of one that starts at `origin`; read-only.

    Of a part, `own` are the code points on the page that are not only read with it.

    Its columns are filled when they are first asked for: most texts have no run that can change.
    """

    def __init__(
        self, text: str, scanner: "Scanner", origin: int = 0, own: tuple[int, int] | None = None
    ) -> None:
        self.text = text
        self.origin = origin
        self.own = own or (0, len(text) + 1)
        self.lexicon = scanner.lexicon
        self._scanner = scanner
        self._holds: dict[str, bool] = {}
        self._reaches: dict[int, range] = {}

    def __getattr__(self, name: str) -> Any:
        if name not in ("words", "starts", "stops"):
            raise AttributeError(name)
        self.words, self.starts, self.stops = self._scanner.vocabulary.cut(self.text)
        return self.__dict__[name]

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
        return Sentences(self.text)

    @cached_property
    def protected(self) -> ProtectedSpans:
        """Where nothing is ever changed."""
        return find_protected(self.text)

    def is_free(self, at: int) -> bool:
        """Tell whether a word stands by itself in prose: no digit or address around it."""
        start, stop = self.starts[at], self.stops[at]
        around = self.text[start - 1 : start] + self.text[stop : stop + 1]
        if not around.isspace() and any(c.isalnum() or c == "_" for c in around):
            return False
        return not (self.protected and self.protected.covers(start, stop))

    @cached_property
    def folded(self) -> str:
        """A string that holds the key of every word of the text, and more."""
        text = self.text
        strange = () if text.isascii() else [word for word in text.split() if not word.isascii()]
        return " ".join((text.lower().translate(_UNMARKED), *map(fold, strange)))

    def holds(self, phrase: str) -> bool:
        """Tell whether a phrase of one or more words is in the text."""
        found = self._holds.get(phrase)
        if found is None:
            found = self._holds[phrase] = self._find_phrase([fold(w) for w in phrase.split()])
        return found

    def _find_phrase(self, keys: Sequence[str]) -> bool:
        if not self._keys.issuperset(keys):
            return False
        first, *others = keys
        return not others or any(
            all(self._is_word(at + n, key) for n, key in enumerate(keys))
            for at, word in enumerate(self.words)
            if self._is_word(at, first)
        )

    @cached_property
    def _keys(self) -> set[str]:
        """The keys of all words, without an ending or with it."""
        keys = {word.key for word in self.words}
        for at, word in enumerate(self.words):
            if word.plurals or len(word.forms) > 1 or word.forms[0].key != word.key:
                keys.update(form.key for form in self.list_forms(at))
        return keys

    def _is_word(self, at: int, key: str) -> bool:
        return at < len(self.words) and any(form.key == key for form in self.list_forms(at))

    @cached_property
    def women(self) -> frozenset[str]:
        """The keys of the words that speak of a woman: *she*, *wife*, the name of one."""
        return frozenset(
            word.key
            for word in set(self.words)
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
        if self.text[at - 1] in _SIBILANTS:  # *Belarus’ army*, *the Skripals’ poisoning*
            return False
        start, _ = self.sentences.span(self.sentences.number(at))
        before = self.text[max(start, at - _LONGEST_QUOTATION) : at]
        return not _OPENED.search(before)

    def starts_sentence(self, at: int) -> bool:
        """Tell whether the word is the first of its sentence, or of what a colon or quote opens."""
        if at == 0 or any(mark in self.gap(at) for mark in _OPENERS):
            return True
        number = self.sentences.number
        return number(self.starts[at - 1]) != number(self.starts[at])

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
