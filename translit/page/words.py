"""Words: each distinct spelling once, with what rules ask of it, remembered for all texts."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from translit import lexicon
from translit.forms import Ending
from translit.languages import ENGLISH, UNTOLD
from translit.lexicon import Lexicon, Speech, Spelling
from translit.schemes import APOSTROPHES, INVISIBLE, MARKS, fold, fold_marked, is_latin

_INNER = re.escape(APOSTROPHES)
# Marks belong to the letter before; what is invisible, and an apostrophe, only between letters.
_GLUE = rf"(?:[{MARKS}]++|[{INVISIBLE}]++(?=[^\W\d_])|[{_INNER}](?=[^\W\d_]))"
WORD = re.compile(rf"[^\W\d_]++(?:{_GLUE}[^\W\d_]*+)*")
_SHORTEST_PLURAL = 3

SIBILANTS: Final = "sSzZxX"
"""After them an apostrophe is a possessive: *Belarus’ army*."""

# No name is longer; a longer run of letters is data, and is not looked at.
LONGEST_WORD = 64

# What a word is by its letters, and what the lists of words around names say of its key.
CAPITAL: Final = 1 << 0  # it starts with a capital, or is of a script that has none
UPPER: Final = 1 << 1  # two letters or more, all capitals
INITIAL: Final = 1 << 2  # one capital
LATIN: Final = 1 << 3
ORDINARY: Final = 1 << 4  # English also writes it with a small letter
FEMININE: Final = 1 << 5
MASCULINE: Final = 1 << 6
NEUTRAL: Final = 1 << 7
LABEL: Final = 1 << 8
SHE: Final = 1 << 9
GENERATION: Final = 1 << 10
AUXILIARY: Final = 1 << 11
OCCUPATION: Final = 1 << 12
DETERMINER: Final = 1 << 13
PARTICLE: Final = 1 << 14
SPELLING: Final = 1 << 15
CHANGING: Final = 1 << 16
LINKING: Final = 1 << 17
ARTICLE: Final = 1 << 18  # a definite one: a word after it may be a plural, *the Putins*
TITLE: Final = FEMININE | MASCULINE | NEUTRAL | LABEL

_LISTS = {
    "feminine": FEMININE,
    "masculine": MASCULINE,
    "neutral": NEUTRAL,
    "labels": LABEL,
    "she": SHE,
    "generations": GENERATION,
    "auxiliaries": AUXILIARY,
    "occupations": OCCUPATION,
    "determiners": DETERMINER,
    "particles": PARTICLE,
    "spelling": SPELLING,
    "changing": CHANGING,
    "linking": LINKING,
    "definite": ARTICLE,
}

# From HIRAGANA on, letters of scripts that part no words.
UNSPACED: Final = "\u3040"
_LONGEST_FAMILY = 3  # letters

# So many spellings take some 10 MB; then all are forgotten at once, which is cheaper than to keep
# count of which was asked last.
_MOST_WORDS = 1 << 16


def _compile(elisions: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of a word where words may be elided before others: *d’Odessa* is two."""
    heads = sorted({one.rstrip(APOSTROPHES) for one in elisions}, key=len, reverse=True)
    if not heads:
        return WORD
    some = "|".join(map(re.escape, heads))
    return re.compile(rf"(?i:(?<!\w)(?:{some}))[’'](?=[^\W\d_])|{WORD.pattern}")


class Form(NamedTuple):
    """A word without an ending that English put to it: the name ends `cut` code points into it."""

    key: str
    cut: int
    ending: Ending = ""


class Word:
    """One distinct spelling: its look-up key, and facts as bits.

    `known` are the facts of the lexicon about the key (`translit.lexicon.facts`), `spellings` what
    it may be in a name; of small words nothing.
    """

    __slots__ = (
        "_forms",
        "_plurals",
        "_speech",
        "facts",
        "is_capital",
        "key",
        "known",
        "spellings",
        "text",
    )

    def __init__(
        self,
        text: str,
        key: str,
        facts: int,
        known: int,
        spellings: tuple[Spelling, ...],
        speech: Speech,
    ) -> None:
        self.text = text
        self.key = key
        self.facts = facts
        self.known = known
        self.is_capital = bool(facts & CAPITAL)
        self.spellings = spellings
        self._speech = speech
        self._forms: tuple[Form, ...] = ()
        self._plurals: tuple[Form, ...] | None = None

    @property
    def forms(self) -> tuple[Form, ...]:
        """The ways to read it without an ending."""
        if not self._forms:
            self._forms = _list_forms(self.text, self.key, self._speech)
        return self._forms

    @property
    def plurals(self) -> tuple[Form, ...]:
        """The ways to read it after *the*, if that makes a plural of it."""
        if self._plurals is None:
            self._plurals = _list_plurals(self.text, self.forms[0].cut, self._speech)
        return self._plurals

    @property
    def is_given_name(self) -> bool:
        """Tell whether the word is a known given name, in any script."""
        return any(spelling.word.groups for spelling in self.spellings)


class Vocabulary:
    """The words met so far; thread-safe, and bounded: when there are too many, all are forgotten.

    >>> from translit.lexicon import open_lexicon
    >>> source = open_lexicon((), default_tables=True)
    >>> words = Vocabulary(source, source.load_speech("en"))
    >>> [(form.key, form.ending) for form in words.find("Zelens’kyj’s").forms]
    [('zelenskyj', 'possessive')]
    """

    def __init__(self, source: Lexicon, speech: Speech) -> None:
        self._lexicon = source
        self.speech = speech
        self._pattern = _compile(speech.elisions)
        self._words: dict[str, Word] = {}
        self._lists: dict[str, int] = {}
        for name, bit in _LISTS.items():
            for phrase in speech.lists[name]:
                self._lists[phrase] = self._lists.get(phrase, 0) | bit

    def find(self, text: str) -> Word:
        """Return the word that is spelled so."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words = {}
            found = self._words[text] = self._make(text)
        return found

    def cut(
        self, text: str, parts: Sequence[tuple[int, int]] = ()
    ) -> tuple[list[Word], list[int], list[int]]:
        """Return the words of a text, or of these parts of it, and where each starts and stops.

        Places are code points. Words longer than any name are left out.
        """
        words: list[Word] = []
        starts: list[int] = []
        stops: list[int] = []
        known = self._words
        for begin, end in parts or [(0, len(text))]:
            for match in self._pattern.finditer(text, begin, end):
                start, stop = match.span()
                if stop - start > LONGEST_WORD:
                    continue
                spelled = match[0]
                if spelled[0] >= UNSPACED and (cut := self._find_seam(spelled)):
                    words.append(self.find(spelled[:cut]))
                    starts.append(start)
                    stops.append(start + cut)
                    spelled, start, known = spelled[cut:], start + cut, self._words
                word = known.get(spelled)
                if word is None:
                    word = self.find(spelled)
                    known = self._words
                words.append(word)
                starts.append(start)
                stops.append(stop)
        return words, starts, stops

    def _find_seam(self, text: str) -> int:
        """Return where a family name ends before a given name without a space, or 0: 习近平.

        The lexicon knows both; a word that it knows whole has no seam.
        """
        find = self._lexicon.find_facts
        if find(fold(text)) & lexicon.SPELLED:
            return 0
        for cut in range(1, min(len(text), _LONGEST_FAMILY + 1)):
            is_family = find(fold(text[:cut])) & lexicon.BEARER
            if is_family and find(fold(text[cut:])) & lexicon.SPELLED:
                return cut
        return 0

    def _make(self, text: str) -> Word:
        key = fold(text)
        facts = _find_shape(text) | self._lists.get(key, 0)
        known = self._lexicon.find_facts(key)
        if self._is_ordinary(text, known):
            facts |= ORDINARY
        is_name = facts & CAPITAL and known & lexicon.SPELLED
        spellings = self._lexicon.find_spellings(key) if is_name else ()
        return Word(text, key, facts, known, spellings, self.speech)

    def _is_ordinary(self, text: str, known: int) -> bool:
        """Tell whether the language of the text writes the word, also with a small letter."""
        is_english = bool(known & lexicon.ORDINARY)
        if self.speech.code == ENGLISH:
            return is_english
        return (self.speech.code == UNTOLD and is_english) or self.speech.find_spoken(text)


def _find_shape(text: str) -> int:
    first = text[0]
    facts = 0
    # Georgian has capitals in Unicode, and prints none
    is_uncased = not first.islower() or "\u10d0" <= first <= "\u10ff"
    if first.isupper() or first.istitle() or (is_uncased and first.isalpha()):
        facts |= CAPITAL
    if text.isupper():
        facts |= UPPER if len(text) > 1 else INITIAL
    if text.isascii() or any(map(is_latin, text)):
        facts |= LATIN
    return facts


def _list_forms(text: str, key: str, speech: Speech) -> tuple[Form, ...]:
    """Return a word without a possessive ending; one with marks also by the key that keeps them.

    Where a language puts its endings to a name as it is (*Putins*), the whole word comes first.
    """
    forms, endings = _list_forms_of_a_name(text, key, speech.genitives), speech.possessives
    if endings and text.endswith(endings) and len(text) > _SHORTEST_PLURAL:
        bare = [text.removesuffix(one) for one in endings if text.endswith(one)]
        bare = [name for name in bare if name[-1] not in APOSTROPHES]  # *Adani´s* has its own
        forms += tuple(
            Form(key, len(name), "possessive") for name in bare for key in list_keys(name)
        )
    return forms


def _list_forms_of_a_name(text: str, key: str, genitives: Iterable[str]) -> tuple[Form, ...]:
    if text.isascii() and text.isalpha():
        return (Form(key, len(text)),)
    ending: Ending = ""
    for genitive in genitives:
        cut = len(text) - len(genitive) - 1
        if cut > 0 and text[cut] in APOSTROPHES and text[cut + 1 :].lower() == genitive:
            text, ending = text[:cut], "possessive"
            break
    return tuple(Form(key, len(text), ending) for key in list_keys(text))


def _list_plurals(text: str, cut: int, speech: Speech) -> tuple[Form, ...]:
    """Return what a word may be after *the*: *the Putins*."""
    small = text[:cut].lower()
    ending = len(small) - len(speech.find_singular(small))
    if cut <= _SHORTEST_PLURAL or not ending:
        return ()
    singular = text[: cut - ending].rstrip(INVISIBLE)
    return tuple(Form(key, len(singular), "plural") for key in list_keys(singular))


def list_keys(text: str) -> Sequence[str]:
    """Return the folded key and, for a spelling with diacritics, the one that keeps them."""
    keys = [fold(text)]
    if not text.isascii() and (marked := fold_marked(text)) != keys[0]:
        keys.append(marked)
    return keys
