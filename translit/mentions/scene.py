"""The scene of one resolution: a text, its words, and what stands around each of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from translit.lexicon import Lexicon, Spelling, Word
from translit.mentions.protected import ProtectedSpans, find_protected
from translit.mentions.sentences import Sentences
from translit.mentions.words import (
    Form,
    Token,
    Tokens,
    fold_text,
    is_hyphen_gap,
    is_space_gap,
    list_forms,
)
from translit.schemes import APOSTROPHES, fold

# A text without full stops is one sentence; what stands farther off says nothing of a word.
_LONGEST_REACH = 80

# The letter for which an apostrophe may stand at the end of a word.
SOFT_SIGN = "ь"

# RIGHT SINGLE QUOTATION MARK, APOSTROPHE, GRAVE and ACUTE ACCENT close what one of them opened.
_CLOSERS = "’'`´"
_OPENED = re.compile(r"(?:^|[\s(\[{—–\"“«])['‘`‚´](?=\w)(?![^'’`´]*\w['’`´](?:[\s,.;:!?)]|$))")
_SIBILANTS = "sSzZxX"  # after them an apostrophe is a possessive
_LONGEST_QUOTATION = 400  # code points

# COLON, quotation marks, EN and EM DASH: what follows may start with a capital.
_OPENERS = ':"“„«–—'


class Scene:
    """A text with its words; read-only, made once for each text."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        *,
        repairs: bool = False,
        focus: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        self.text = text
        self.repairs = repairs
        self.lexicon = lexicon
        self.tokens = Tokens(text)
        self._focus = focus
        self._forms: dict[int, list[Form]] = {}
        self._holds: dict[str, bool] = {}
        self._reaches: dict[tuple[int, int], Sequence[Token]] = {}

    @cached_property
    def capitalised(self) -> Sequence[int]:
        """The words that may be (part of) a name, where names are looked for."""
        spans = [(0, len(self.text))] if self._focus is None else self._focus
        return [
            at
            for start, end in spans
            for at in range(self.tokens.at(start), self.tokens.at(end))
            if self.can_name(at)
        ]

    @cached_property
    def sentences(self) -> Sentences:
        """Where the sentences of the text start."""
        return Sentences(self.text)

    @cached_property
    def _protected(self) -> ProtectedSpans:
        return find_protected(self.text)

    def holds(self, phrase: str) -> bool:
        """Tell whether a phrase of one or more words is in the text."""
        found = self._holds.get(phrase)
        if found is None:
            found = self._holds[phrase] = self._find_phrase(phrase)
        return found

    def _find_phrase(self, phrase: str) -> bool:
        keys = [fold(word) for word in phrase.split()]
        if not all(key in self._folded for key in keys):
            return False
        first, *others = keys
        return any(
            all(self._is_word(at + n, key) for n, key in enumerate(others, 1))
            for at in self._find_word(first)
        )

    @cached_property
    def _folded(self) -> str:
        """A string that holds the key of every word of the text."""
        return fold_text(self.text)

    @cached_property
    def _strange(self) -> Sequence[int]:
        """The words that are not found by their small letters: their keys are spelled otherwise."""
        return [at for at in range(len(self.tokens)) if self.tokens.is_strange(at)]

    @cached_property
    def _small(self) -> str:
        # LATIN CAPITAL LETTER I WITH DOT ABOVE alone has two small letters; offsets must stay.
        return self.text.replace("\u0130", "i").lower()

    def _find_word(self, key: str) -> Iterator[int]:
        """Give the words of the text that have a key."""
        small = self._small
        start = small.find(key)
        while start >= 0:
            at = self.tokens.at(start)
            if self._is_word(at, key):
                yield at
            start = small.find(key, start + len(key))
        yield from (at for at in self._strange if self._is_word(at, key))

    def _is_word(self, at: int, key: str) -> bool:
        return at < len(self.tokens) and any(form.key == key for form in self.forms(at))

    def can_name(self, at: int) -> bool:
        """Tell whether the word may be (part of) a name: a capital, not glued, not protected."""
        token = self.tokens[at]
        return token.is_capitalised and self.is_free(at)

    def is_free(self, at: int) -> bool:
        """Tell whether the word stands by itself in prose: no digit or address around it."""
        start, end, _, _ = self.tokens[at]
        around = self.text[start - 1 : start] + self.text[end : end + 1]
        if not around.isspace() and any(c.isalnum() or c == "_" for c in around):
            return False
        return not self._protected or not self._protected.covers(start, end)

    @cached_property
    def women(self) -> frozenset[str]:
        """The keys of the words that speak of a woman: *she*, *wife*, the name of one."""
        words = self.lexicon.context["feminine"] | self.lexicon.context["she"]
        keys = {(token.key, token.is_capitalised) for token in self.tokens}
        return frozenset(
            key
            for key, is_capitalised in keys
            if key in words or (is_capitalised and self._names_a_woman(key))
        )

    def _names_a_woman(self, key: str) -> bool:
        return {known.entity.gender for _, known in self.lexicon.find_bearers(key)} == {"f"}

    def gap(self, at: int) -> str:
        """Return what stands between word `at` and the one before it."""
        return self.tokens.gap(at)

    def follows(self, at: int, *, hyphen: bool = True) -> bool:
        """Tell whether word `at` follows the one before it as in one name."""
        if not 0 < at < len(self.tokens):
            return False
        gap = self.tokens.gap(at)
        return gap == " " or is_space_gap(gap) or (hyphen and is_hyphen_gap(gap))

    def follows_in_line(self, at: int) -> bool:
        """Tell whether white space of the same line is all that parts word `at` from the last."""
        return self.follows(at, hyphen=False) and "\n" not in self.gap(at)

    def follows_soft_sign(self, at: int) -> bool:
        """Tell whether white space and an apostrophe before it part word `at` from the last."""
        gap = self.gap(at) if at < len(self.tokens) else ""
        return len(gap) > 1 and gap[0] in APOSTROPHES and is_space_gap(gap[1:])

    def forms(self, at: int) -> list[Form]:
        """Return the word as it stands and without an English ending."""
        found = self._forms.get(at)
        if found is None:
            found = self._forms[at] = list_forms(self.tokens, at)
        return found

    def is_given_name(self, at: int) -> bool:
        """Tell whether the word is a known given name, in any script."""
        key = self.tokens[at].key
        return any(s.word.groups for s in self.lexicon.find_spellings(key))

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
        numbers = (self.sentences.number(self.tokens[i].start) for i in (at - 1, at))
        return next(numbers) != next(numbers)

    def sentence_tokens(self, start: int) -> Sequence[Token]:
        """Return the words of the sentence that holds a code point, as far as they are near it."""
        first, last = self.sentences.span(self.sentences.number(start))
        at = self.tokens.at(start)
        begin, end = self.tokens.at(first), self.tokens.at(last)
        reach = max(begin, at - _LONGEST_REACH), min(end, at + _LONGEST_REACH)
        found = self._reaches.get(reach)
        if found is None:
            found = self._reaches[reach] = self.tokens[slice(*reach)]
        return found


def find_word(spellings: Iterable[Spelling], words: Iterable[Word]) -> Spelling | None:
    """Return the first spelling that is one of these words, or a form of the same given name."""
    wanted = list(words)
    for spelling in spellings:
        for word in wanted:
            if is_same_word(spelling.word, word):
                return spelling
    return None


def is_same_word(one: Word, other: Word) -> bool:
    """Tell whether two words are one, or forms of one given name in two languages."""
    if (one.lang, one.text) == (other.lang, other.text):
        return True
    return bool(one.groups & other.groups)
