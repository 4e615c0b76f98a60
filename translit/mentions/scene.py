"""The scene of one resolution: a text, its words, and what stands around each of them."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from translit.lexicon import Lexicon, Spelling, Word
from translit.mentions.protected import ProtectedSpans, find_protected
from translit.mentions.sentences import Sentences
from translit.mentions.words import Form, Token, is_hyphen_gap, is_space_gap, list_forms, split_text
from translit.schemes import fold

# A text without full stops is one sentence; what stands farther off says nothing of a word.
_LONGEST_REACH = 80

# COLON, quotation marks, EN and EM DASH: what follows may start with a capital.
_OPENERS = ':"“„«–—'


class Scene:
    """A text with its words; read-only, made once for each text."""

    def __init__(self, text: str, lexicon: Lexicon, *, repairs: bool = False) -> None:
        self.text = text
        self.repairs = repairs
        self.lexicon = lexicon
        self.tokens: Sequence[Token] = split_text(text)

    @cached_property
    def sentences(self) -> Sentences:
        """Where the sentences of the text start."""
        return Sentences(self.text)

    @cached_property
    def _protected(self) -> ProtectedSpans:
        return find_protected(self.text)

    def holds(self, phrase: str) -> bool:
        """Tell whether a phrase of one or more words is in the text."""
        keys = [fold(word) for word in phrase.split()]
        return any(
            all(at + n in self._places.get(key, ()) for n, key in enumerate(keys))
            for at in self._places.get(keys[0], ())
        )

    @cached_property
    def _places(self) -> Mapping[str, set[int]]:
        """Which words of the text have a key."""
        places: dict[str, set[int]] = {}
        for at in range(len(self.tokens)):
            for form in self.forms(at):
                places.setdefault(form.key, set()).add(at)
        return places

    def can_name(self, at: int) -> bool:
        """Tell whether the word may be (part of) a name: a capital, not glued, not protected."""
        token = self.tokens[at]
        return token.is_capitalised and self.is_free(at)

    def is_free(self, at: int) -> bool:
        """Tell whether the word stands by itself in prose: no digit or address around it."""
        token = self.tokens[at]
        before = self.text[token.start - 1 : token.start]
        after = self.text[token.end : token.end + 1]
        if before.isalnum() or before == "_" or after.isalnum() or after == "_":
            return False
        return not self._protected.covers(token.start, token.end)

    def gap(self, at: int) -> str:
        """Return what stands between word `at` and the one before it."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start] if at > 0 else ""

    def follows(self, at: int, *, hyphen: bool = True) -> bool:
        """Tell whether word `at` follows the one before it as in one name."""
        if not 0 < at < len(self.tokens):
            return False
        gap = self.gap(at)
        return is_space_gap(gap) or (hyphen and is_hyphen_gap(gap))

    def follows_in_line(self, at: int) -> bool:
        """Tell whether white space of the same line is all that parts word `at` from the last."""
        return self.follows(at, hyphen=False) and "\n" not in self.gap(at)

    def forms(self, at: int) -> list[Form]:
        """Return the word as it stands and without an English ending."""
        return list_forms(self.tokens, at)

    def is_given_name(self, at: int) -> bool:
        """Tell whether the word is a known given name, in any script."""
        key = self.tokens[at].key
        return any(s.word.groups for s in self.lexicon.find_spellings(key))

    def starts_sentence(self, at: int) -> bool:
        """Tell whether the word is the first of its sentence, or of what a colon or quote opens."""
        if at == 0 or any(mark in self.gap(at) for mark in _OPENERS):
            return True
        numbers = (self.sentences.number(self.tokens[i].start) for i in (at - 1, at))
        return next(numbers) != next(numbers)

    def sentence_tokens(self, start: int) -> Sequence[Token]:
        """Return the words of the sentence that holds a code point, as far as they are near it."""
        first, last = self.sentences.span(self.sentences.number(start))
        at = self._token_at(start)
        begin, end = self._token_at(first), self._token_at(last)
        return self.tokens[max(begin, at - _LONGEST_REACH) : min(end, at + _LONGEST_REACH)]

    def _token_at(self, start: int) -> int:
        return bisect_left(self.tokens, start, key=lambda token: token.start)


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
