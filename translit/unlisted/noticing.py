"""Noticing: the words of a text that may be names which no table knows, and what is beside each."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translit.languages import find_region
from translit.lexicon import ALIAS, BEARER, GIVEN, SPELLED, WHOLE, Lexicon
from translit.page import (
    CHANGING,
    FEMININE,
    INITIAL,
    LATIN,
    MASCULINE,
    NEUTRAL,
    ORDINARY,
    SPELLING,
    Page,
    Scanner,
    Word,
)
from translit.rewriting import Mention
from translit.schemes import APOSTROPHES
from translit.unlisted.regions import load_region_words
from translit.unlisted.talk import is_quoted, is_transcription

# Words on each side in which a country tells what language a name may be of.
_NEAR = 80
_SHORTEST = 4
_SHORTEST_COUNTRY, _LONGEST_OF_COUNTRY = 5, 6  # letters: *Belarus*, and what follows
_LONGEST = 40
_OF_A_GENDER = FEMININE | MASCULINE
_KNOWN = BEARER | ALIAS | GIVEN
_TALK = SPELLING | CHANGING
_BEFORE_A_COUNTRY = ","


class Sighting(NamedTuple):
    """A word that may be an unlisted name, from `start` to `end` in code points of the text.

    `opens` tells that it opens its sentence, where any word has a capital. `given` is the given
    name or initial before it, `title` what is before that, `gender` what the title says. `is_place`
    tells that its country follows; `regions` are those whose languages are spoken of near it, and
    `is_spoken_of` that its sentence speaks of spellings, and `sentence` where that starts.
    """

    spelling: str
    start: int
    end: int
    opens: bool
    given: str = ""
    title: str = ""
    gender: str = ""
    is_place: bool = False
    regions: frozenset[str] = frozenset()
    is_spoken_of: bool = False
    sentence: int = 0


class Noticer:
    """Notices unlisted names in texts of one language; made once, for many texts.

    >>> from translit.lexicon import open_lexicon
    >>> source = open_lexicon((), default_tables=True)
    >>> scanner = Scanner(source, "en")
    >>> seen = Noticer(scanner, "en").notice(scanner.scan("In Ukraine, Mr Motuzianyk met Putin."))
    >>> [(one.spelling, one.title, sorted(one.regions)) for one in seen]
    [('Motuzianyk', 'Mr', ['east'])]
    """

    def __init__(self, scanner: Scanner, lang: str, *, default_tables: bool = True) -> None:
        self._lexicon: Lexicon = scanner.lexicon
        self._speech = scanner.speech
        self._vocabulary = scanner.vocabulary
        self._known = _KNOWN | (SPELLED if default_tables else 0)
        self._lang = lang
        self._regions: dict[str, frozenset[str]] = {}
        self._names: dict[str, bool] = {}

    def notice(self, pages: Iterable[Page], mentions: Iterable[Mention] = ()) -> list[Sighting]:
        """Return the unlisted names of a text, in order, but for what these mentions hold."""
        taken = [(one.start, one.end) for one in mentions]
        return [one for page in pages for one in self._notice_page(page, taken)]

    def _notice_page(self, page: Page, taken: Sequence[tuple[int, int]]) -> Iterator[Sighting]:
        own_start, own_stop = page.own
        found = [
            at
            for at, word in enumerate(page.words)
            if word.is_capital
            and own_start <= page.starts[at] < own_stop
            and self._may_be_name(word)
            and self._stands_alone(page, at)
        ]
        if not found:
            return
        places, regions = self._list_regions(page)
        for at in found:
            start = page.starts[at] + page.origin
            end = start + page.words[at].forms[0].cut
            if not _is_taken(taken, start, end) and not is_transcription(page, at):
                first, last = bisect_left(places, at - _NEAR), bisect_left(places, at + _NEAR + 1)
                near = frozenset[str]().union(*regions[first:last])
                yield self._see(page, at, start, end, near)

    def _may_be_name(self, word: Word) -> bool:
        found = self._names.get(word.text)
        if found is None:
            if len(self._names) > 1 << 16:
                self._names = {}
            found = self._names[word.text] = self._judge(word)
        return found

    def _judge(self, word: Word) -> bool:
        """Tell whether a word is written as a name is, and is none that is known, and no word."""
        form = word.forms[0]
        text = word.text[: form.cut]
        letters = text[1:].translate(_NO_APOSTROPHES)
        if not _SHORTEST <= len(text) <= _LONGEST or not word.facts & LATIN:
            return False
        if not (letters.isalpha() and letters.islower()):
            return False
        keys = [one.key for one in word.forms]
        if any(self._lexicon.find_facts(key) & self._known for key in keys):
            return False
        if any(self._lexicon.is_case(key) or self._is_of_country(key) for key in keys):
            return False
        return not self._is_ordinary(text)

    def _is_of_country(self, key: str) -> bool:
        """Tell whether a folded word is a country, or who is of one: *Belarussians*."""
        return any(
            key[: len(key) - cut] in self._speech.countries
            for cut in range(_LONGEST_OF_COUNTRY + 1)
            if not cut or len(key) - cut >= _SHORTEST_COUNTRY
        )

    def _is_ordinary(self, text: str) -> bool:
        if self._vocabulary.find(text).facts & ORDINARY or self._speech.find_spoken(text):
            return True
        return bool(self._vocabulary.find(text.lower()).facts & ORDINARY)

    def _stands_alone(self, page: Page, at: int) -> bool:
        """Tell whether a word is by itself: within a compound it is a part of another name."""
        if not page.is_free(at):
            return False
        after = page.text[page.stops[at] : page.stops[at] + 1]
        before = page.text[page.starts[at] - 1 : page.starts[at]] if page.starts[at] else ""
        return before not in _HYPHENS and after not in _HYPHENS

    def _see(self, page: Page, at: int, start: int, end: int, regions: frozenset[str]) -> Sighting:
        given, first = self._find_given(page, at)
        title, gender = self._find_title(page, first)
        after = page.words[at + 1] if at + 1 < len(page) else None
        is_place = (
            after is not None
            and page.gap(at + 1).strip() == _BEFORE_A_COUNTRY
            and after.key in self._speech.countries
        )
        reach = page.find_sentence(page.starts[at])
        return Sighting(
            spelling=page.words[at].text[: end - start],
            start=start,
            end=end,
            opens=first == at and page.starts_sentence(at),
            given=given,
            title=title,
            gender=gender,
            is_place=is_place and not given,
            regions=regions,
            is_spoken_of=any(page.words[n].facts & _TALK for n in reach)
            or is_quoted(page, at, end - page.origin),
            sentence=page.origin + page.sentences.span(page.sentences.number(page.starts[at]))[0],
        )

    def _find_given(self, page: Page, at: int) -> tuple[str, int]:
        """Return the given name or initials before a word, and where they begin."""
        first = at
        while first and first > at - 3:
            word = page.words[first - 1]
            gap = page.gap(first)
            if word.facts & INITIAL and gap.startswith("."):
                if gap != "." and (not gap[1:].isspace() or "\n\n" in gap):
                    break
            elif not (word.is_capital and word.is_given_name and gap.isspace()) or "\n\n" in gap:
                break
            first -= 1
        return page.text[page.starts[first] : page.starts[at]].strip() if first < at else "", first

    def _find_title(self, page: Page, first: int) -> tuple[str, str]:
        if not first:
            return "", ""
        word = page.words[first - 1]
        gap = page.gap(first).removeprefix(".")
        is_title = word.facts & _OF_A_GENDER or (word.facts & NEUTRAL and word.is_capital)
        if not is_title or not gap.isspace() or "\n\n" in gap:
            return "", ""
        gender = "f" if word.facts & FEMININE else "m" if word.facts & MASCULINE else ""
        return word.text, gender

    def _list_regions(self, page: Page) -> tuple[Sequence[int], Sequence[frozenset[str]]]:
        """Return the words that say where something is, by number, with their regions."""
        places: list[int] = []
        regions: list[frozenset[str]] = []
        for at, word in enumerate(page.words):
            if len(word.text) >= _SHORTEST and (found := self._find_regions(word)):
                places.append(at)
                regions.append(found)
        return places, regions

    def _find_regions(self, word: Word) -> frozenset[str]:
        found = self._regions.get(word.text)
        if found is None:
            if len(self._regions) > 1 << 16:
                self._regions = {}
            found = self._regions[word.text] = frozenset(self._read_regions(word))
        return found

    def _read_regions(self, word: Word) -> Iterator[str]:
        yield from load_region_words(self._lang).find(word.key)
        if not word.is_capital:
            return
        for form in word.forms:
            if self._lexicon.find_facts(form.key) & WHOLE:
                for _, known in self._lexicon.find_bearers(form.key):
                    natives = known.fields.get("native", {})
                    region = find_region(next(iter(natives), ""))
                    if region:
                        yield region


def _is_taken(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether one of some spans, which come in order, overlaps another."""
    at = bisect_left(taken, (end,))
    return any(span[1] > start for span in taken[max(at - 1, 0) : at])


_HYPHENS = frozenset("-\u2010\u2011/@#")
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES)
