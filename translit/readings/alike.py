"""Alike: words in a case of which the language's paradigms know nothing, for they are foreign.

*Andriyem* is the English *Andriy* as Czech declines Andrij: only what the language itself prints
for a name says which ending that is.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translit.forms import (
    LEAST_OF_GIVEN,
    Part,
    Shaper,
    find_cases_alike,
    is_own_form,
    keeps_marks,
    part_stems,
    rank_tails,
)
from translit.languages import Kind
from translit.lexicon import Known, Lexicon, Spelling, WordOfName

_NO_NAMES_OF_TODAY = ("other", "former")


class AlikeBase(NamedTuple):
    """A foreign spelling of a name, in its base form, and the cases in which the word has it."""

    text: str
    spelling: Spelling
    known: Known
    kind: Kind
    cases: tuple[str, ...]


class AlikeBearer(NamedTuple):
    """Whose name starts with a spelling, and with which ending and tail it stands in the text."""

    spelling: Spelling
    known: Known
    ending: str
    tail: str


class SpellingInCase(NamedTuple):
    """A spelling of one word of a longer name, its base form, and the cases that it may be in."""

    base: str
    spelling: Spelling
    cases: set[str]


class AlikeReader:
    """Reads foreign spellings with endings of one language; thread-safe."""

    def __init__(self, lexicon: Lexicon, lang: str, shaper: Shaper) -> None:
        self._lexicon = lexicon
        self._lang = lang
        self._shaper = shaper
        self._tails = lexicon.name_endings["spelled_tails"]
        self._is_own = shaper.language == lang

    def list_bearers(self, word: str) -> Iterator[AlikeBearer]:
        """Give whose names start with a spelling of which a word may be a case, by its letters."""
        for stem, ending in part_stems(word, self._lang) if self._is_own else ():
            if not self._lexicon.starts_word(stem):
                continue  # as of most words of a text
            for tail in rank_tails(ending, self._tails):
                if self._lexicon.may_have_bearers(stem + tail):
                    for spelling, known in self._lexicon.find_bearers(stem + tail):
                        yield AlikeBearer(spelling, known, ending, tail)

    def list_bases(self, word: str, bearers: Iterable[AlikeBearer]) -> Iterator[AlikeBase]:
        """Give the names of one word, families and places, of which a word may be a case; the
        `bearers` are those of that word."""
        for spelling, known, ending, tail in bearers:
            if _is_word_of(spelling, known):
                yield from self._read(word, ending, tail, spelling, known)

    def is_own(self, word: str, known: Known) -> bool:
        """Tell whether a word is what the language prints for a name, in some case."""
        is_person, own = known.entity.kind == "person", self.find_own(known)
        gender = known.entity.gender if is_person else None
        kind: Kind = "family" if is_person else "place"
        return own is not None and is_own_form(word, own, self._lang, kind, gender)

    def find_own(self, known: Known) -> str | None:
        """Return what the language prints for a family name, or for what is no person, if that is
        one word."""
        part: Part = "family" if known.entity.kind == "person" else "word"
        return self._shaper.find_own_word(known, part)

    def find_own_words(self, known: Known) -> Sequence[str]:
        """Return the words that the language prints for what is no person, if it is its style."""
        return self._shaper.find_own_words(known) if self._is_own else ()

    def find_case(self, word: str, wanted: WordOfName, own: str) -> SpellingInCase | None:
        """Return of which spelling of a word of a place's name this may be a case, if of any; `own`
        is the word that the language prints."""
        for stem, ending in part_stems(word, self._lang):
            for tail in rank_tails(ending, self._tails):
                if len(ending) < len(tail) - 1:
                    continue  # *Al-Arabi* is no case of *Al-Arabiya*
                for spelling in self._lexicon.find_spellings(stem + tail):
                    cases = find_cases_alike(ending, tail, own, self._lang, "place", None)
                    if spelling.word == wanted and cases:
                        return SpellingInCase(word[: len(stem)] + tail, spelling, set(cases))
        return None

    def find_given(self, word: str, known: Known) -> AlikeBase | None:
        """Return a given name of a person of which a word may be a case."""
        own = self._shaper.find_own_word(known, "given") if self._is_own else None
        if own is None:
            return None
        roots = known.find_roots("given", self._lang)
        for stem, ending in part_stems(word, self._lang, LEAST_OF_GIVEN):
            for tail in rank_tails(ending, self._tails):
                spellings = self._lexicon.find_spellings(stem + tail)
                for spelling in sorted(spellings, key=_is_no_given_name):
                    if not roots.isdisjoint(spelling.word.roots):
                        gender = known.entity.gender
                        cases = find_cases_alike(ending, tail, own, self._lang, "given", gender)
                        if cases:
                            base = word[: len(stem)] + tail
                            return AlikeBase(base, spelling, known, "given", cases)
        return None

    def _read(
        self, word: str, ending: str, tail: str, spelling: Spelling, known: Known
    ) -> Iterator[AlikeBase]:
        entity = known.entity
        is_person = entity.kind == "person"
        part: Part = "family" if is_person else "word"
        own = self._shaper.find_own_word(known, part)
        kind: Kind = "family" if is_person else "place"
        if own is None or (not is_person and entity.kind != "place") or known.id in known.countries:
            return
        gender = entity.gender if is_person else None
        cases = find_cases_alike(ending, tail, own, self._lang, kind, gender)
        is_case = bool(cases) and keeps_marks(word, own, self._lang, kind, gender, cases)
        if is_case and not is_own_form(word, own, self._lang, kind, gender):
            yield AlikeBase(word[: len(word) - len(ending)] + tail, spelling, known, kind, cases)


def _is_no_given_name(spelling: Spelling) -> bool:
    """Tell what comes last: a ship may be called *Юлия* too."""
    return not spelling.word.groups


def _is_word_of(spelling: Spelling, known: Known) -> bool:
    """Tell whether a word is a name by itself, and the name of today."""
    return not spelling.word.is_acronym and any(
        len(name.core) == 1 and name.source not in _NO_NAMES_OF_TODAY
        for name in known.find_names(spelling.word)
    )
