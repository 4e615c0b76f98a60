"""Segments: what stands in some words by themselves, each distinct text read once."""

from collections.abc import Iterable, Iterator, Sequence, Set

from translit.forms import CaseShaper, Shaper, is_strange_spelling
from translit.languages import OPENING, VOCATIVE, list_governed_cases, list_neighbours
from translit.lexicon import Lexicon, Root, Speech
from translit.page import ARTICLE, Columns, Vocabulary
from translit.readings.aliases import AliasReader
from translit.readings.cases import FamilyCaseReader
from translit.readings.damaged import DamageReader
from translit.readings.declined import DeclinedReader
from translit.readings.names import NameReader
from translit.readings.needs import is_foreign, is_ordinary, is_seldom
from translit.readings.neighbours import drop_bare
from translit.readings.persons import PersonReader
from translit.readings.reading import NOTHING, Reading, Segment
from translit.readings.spans import (
    drop_abroad,
    drop_strange_endings,
    drop_unmarked,
    list_words,
    take_longest,
)
from translit.readings.starts import ALIAS, CASE, DAMAGED, HYPHENED, NAME, PLURAL, Starts
from translit.readings.weighing import Heard, Weigher
from translit.schemes import adds_endings, fold, is_latin, mixes_scripts

_LONGEST_OPENING = 8  # words


class SegmentReader:
    """Reads the words of a run by themselves; thread-safe.

    With `repairs`, damaged names may be rewritten. Former names change nothing with `keeps_former`.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        speech: Speech,
        vocabulary: Vocabulary,
        starts: Starts,
        shaper: Shaper,
        declined: DeclinedReader | None,
        *,
        repairs: bool,
        keeps_former: bool,
    ) -> None:
        self._lexicon = lexicon
        self._vocabulary = vocabulary
        self._shaper = shaper
        self._speech = speech
        self._lang = speech.code
        self._starts = starts
        self._declined = declined
        self._case_shaper = CaseShaper(shaper, speech.code)
        self._has_neighbours = bool(declined and list_neighbours(speech.code))
        self._governed = (*list_governed_cases(speech.code), OPENING) if declined else ()
        # In another language than English a given name may be right, and in a case.
        repairs_given = repairs and speech.is_english
        persons = PersonReader(lexicon, speech.code, repairs=repairs_given)
        self._names = NameReader(lexicon, persons, speech.code)
        self._aliases = AliasReader(lexicon, speech.code)
        self._cases = FamilyCaseReader(lexicon, speech, persons)
        self._damaged = DamageReader(lexicon, persons, speech.code)
        self._weigher = Weigher(lexicon, speech, repairs=repairs, keeps_former=keeps_former)

    def read(self, text: str, columns: Columns | None = None) -> Segment:
        """Return what stands in a text of a few words, whatever stands around it.

        `columns` are those of the text, where they are known.
        """
        columns = columns or Columns(text, self._vocabulary)
        starts = self._starts.find_all(columns)
        if not any(starts):
            return Segment()
        shorter: list[list[Reading]] = []
        exact = list(self._read_exact(columns, starts, shorter))
        taken = {at for group in exact for at in list_words(group)}
        damaged = [
            group
            for at, start in enumerate(starts)
            if start & DAMAGED and at not in taken and (group := self._damaged.read(columns, at))
        ]
        cases = [
            group
            for at, start in enumerate(starts)
            if self._may_be_case(columns, at, start) and (group := self._read_cases(columns, at))
        ]
        if self._declined is not None:
            exact = self._leave_to_cases(columns, exact, cases)
        for group in (*exact, *damaged, *cases, *shorter):
            for reading in group:
                self._shape(text, reading)
                reading.is_ordinary = is_ordinary(self._vocabulary, text, reading, self._speech)
                if reading.pieces[0].part == "particle":
                    reading.opening = self._shaper.list_changes(text, reading, opens_sentence=True)
        self._compare_with_print(text, (*exact, *shorter), cases)
        self._narrow(text, cases)
        for group in cases if self._declined is None else ():
            group[:] = [self._take_ending(columns, reading) for reading in group]
        small = self._list_small_keys(columns, starts)
        may_be_plural = bool(starts[0] & PLURAL)
        heard = Heard(exact, damaged, cases, shorter)
        segment = self._weigher.weigh(text, heard, small, may_be_plural=may_be_plural)
        if may_be_plural:
            segment = _join(segment, self.read(f"{self._speech.article} {text}"))
        return segment

    def _compare_with_print(
        self, text: str, exact: Iterable[list[Reading]], cases: Iterable[list[Reading]]
    ) -> None:
        """Say of which readings papers print the spelling otherwise, or its base form."""
        for reading in (reading for group in exact for reading in group):
            reading.is_seldom = self._speech.is_english and is_seldom(self._lexicon, text, reading)
            reading.is_foreign = is_foreign(self._lexicon, text, reading, self._lang)
            self._compare_letters(text, reading)
        for reading in (reading for group in cases for reading in group if reading.cases):
            self._compare_base(text, reading)

    def _compare_base(self, text: str, reading: Reading) -> None:
        self._compare_letters(text, reading)
        reading.is_foreign = is_foreign(self._lexicon, text, reading, self._lang)
        reading.is_seldom = reading.is_foreign and is_seldom(self._lexicon, text, reading)

    def _compare_letters(self, text: str, reading: Reading) -> None:
        """Say whether a name is in letters that tell that it is a neighbour's."""
        if not self._has_neighbours or reading.alias is not None:
            return
        written = [text[piece.start : piece.stop] for piece in reading.pieces]
        every = zip(reading.pieces, written, reading.bases or written, strict=True)
        core = [(word, base) for piece, word, base in every if piece.part in ("family", "word")]
        reading.is_strange = any(mixes_scripts(word) for word, _ in core) or (
            is_strange_spelling(reading.known, [base for _, base in core], self._lang)
        )

    def _narrow(self, text: str, groups: Iterable[list[Reading]]) -> None:
        """Say what readings that change, or might, become after each kind of preposition.

        *Lvivu* is a genitive or a locative of Lviv, and only *do Lvivu* tells that it is *Lvova*.
        """
        if not self._governed:
            return
        for reading in (reading for group in groups for reading in group):
            may_change = reading.changes or reading.is_unmade or VOCATIVE in reading.cases
            if not reading.cases or not may_change:
                continue
            by_cases: dict[tuple[str, ...], Reading | None] = {(): None}
            for governed in self._governed:
                cases = tuple(case for case in reading.cases if case in governed)
                if len(cases) < len(reading.cases):
                    if cases not in by_cases:
                        by_cases[cases] = narrowed = reading.narrow(cases)
                        self._shape(text, narrowed)
                        self._compare_base(text, narrowed)
                    reading.narrowed[governed] = by_cases[cases]

    def _leave_to_cases(
        self, columns: Columns, exact: list[list[Reading]], cases: list[list[Reading]]
    ) -> list[list[Reading]]:
        """Return the readings without those that overlook the cases of the text's language."""
        left = drop_strange_endings(exact, self._lang)
        if cases and self._has_neighbours:
            left = drop_bare(columns.text, left, cases)
        return list(drop_unmarked(columns, left, cases, self._lang) if cases else left)

    def _may_be_case(self, columns: Columns, at: int, start: int) -> bool:
        if start & CASE:
            return True
        return bool(start & NAME and self._declined and columns.is_hyphened(at + 1))

    def _read_cases(self, columns: Columns, at: int) -> list[Reading]:
        return (self._declined or self._cases).read(columns, at)

    def _shape(self, text: str, reading: Reading) -> None:
        """Say what makes a reading canonical."""
        if reading.cases:
            made = self._case_shaper.shape(text, reading, reading.bases, reading.cases)
            reading.is_unmade, reading.base_output = made.changes is None, made.base
            reading.changes = made.changes or ()
        else:
            reading.changes = self._shaper.list_changes(text, reading)
        reading.is_translated = (
            bool(reading.changes)
            and not self._speech.is_english
            and self._shaper.language != self._lang
        )
        if reading.is_translated and _is_part_of_one_block(reading):
            reading.changes, reading.is_translated = (), False
        if reading.changes and self._shaper.language == self._lang:
            after = reading.changes[0].after
            reading.keeps_script = not (is_latin(after[0]) or is_latin(text[reading.start]))

    def _take_ending(self, columns: Columns, reading: Reading) -> Reading:
        """Return a reading whose *s*, which stayed, would be read as an ending of the new name.

        *Kostadinofs* would be *Kostadinovs*, as Latvian has *Kostadinov*, so its *s* goes.
        """
        last = reading.pieces[-1]
        if last.ending != "plural" or not reading.changes:
            return reading
        change = reading.changes[-1]
        if change.end != last.stop or not self._has_ending(change.after, reading):
            return reading
        pieces = (*reading.pieces[:-1], last._replace(stop=columns.stops[last.first], ending=""))
        taken = Reading(reading.known, pieces, reading.source, full=reading.full, in_case=True)
        taken.changes = self._shaper.list_changes(columns.text, taken)
        return taken

    def _has_ending(self, after: str, reading: Reading) -> bool:
        """Tell whether what is written is, as a plural, again a name of the same person."""
        key = fold(after.split()[-1])
        schemes = [
            spelling.schemes
            for plural in self._speech.plurals
            for spelling, known in self._lexicon.find_bearers(key + plural)
            if known.id == reading.known.id
        ]
        # Latvian and Lithuanian ones are taken for a plural where the given name is not there.
        return any(
            reading.full or any(not adds_endings(scheme) for scheme in some) for some in schemes
        )

    def _read_exact(
        self, columns: Columns, starts: Sequence[int], shorter: list[list[Reading]]
    ) -> Iterator[list[Reading]]:
        """Give the readings of names and aliases by span; of spans that overlap the longest.

        The others go to `shorter`.
        """
        spans: dict[tuple[int, int], list[Reading]] = {}
        for at, start in enumerate(starts):
            if start & ALIAS:
                for reading in self._aliases.read(columns, at):
                    spans.setdefault((reading.start, reading.end), []).append(reading)
            follows_article = start & PLURAL and at and columns.words[at - 1].facts & ARTICLE
            if start & NAME or follows_article:
                for reading in self._names.read_names(columns, at):
                    spans.setdefault((reading.start, reading.end), []).append(reading)
            if start & HYPHENED:
                for reading in self._names.read_joined(columns, at):
                    spans.setdefault((reading.start, reading.end), []).append(reading)
        found = drop_abroad(spans, self._lang)
        if len(found) == 1:
            yield from found.values()
            return
        groups, lost = take_longest(found)
        shorter += [group for group in found.values() if group not in groups]
        if lost:  # *Abdel Aty Badr Abdel Aty Badr*: the second name without the first *Badr*
            taken = {at for group in groups for at in list_words(group)}
            groups += self._read_left(columns, min(lost), taken)
        yield from sorted(groups, key=lambda group: group[0].start)

    def _read_left(self, columns: Columns, first: int, taken: Set[int]) -> Iterator[list[Reading]]:
        """Give the readings of words that a longer name beside them has left without a part."""
        while first - 1 not in taken and first:
            first -= 1
        last = first
        while last + 1 < len(columns) and last + 1 not in taken:
            last += 1
        at = columns.starts[first]
        rest = Columns(columns.text[at : columns.stops[last]], self._vocabulary)
        starts = self._starts.find_all(rest)
        for group in self._read_exact(rest, starts, []):
            moved = [one.move(first, at) for one in group]
            for one in moved:
                one.is_left = True
            yield moved

    def _list_small_keys(self, columns: Columns, starts: Sequence[int]) -> frozenset[Root]:
        """Return the keys and roots of small words with which the last name may go on."""
        found: set[Root] = set()
        last = len(columns) - 1
        for at in range(max(0, last + 1 - _LONGEST_OPENING), last + 1):
            if starts[at] & ALIAS:
                phrase = " ".join(word.key for word in columns.words[at:] if word.key)
                found |= self._starts.list_small_keys(phrase)
            if starts[at] & CASE and self._declined is not None:
                found |= self._declined.list_small_stems(columns, at)
        for at in range(max(0, last + 1 - _LONGEST_OPENING), last + 1):
            if starts[at] & NAME:
                found |= self._list_small_roots(columns, at)
        return frozenset(found) or NOTHING

    def _list_small_roots(self, columns: Columns, at: int) -> set[Root]:
        """Return the roots of small words of the names that go on after the words from `at` on."""
        taken = len(columns) - at
        return {
            root
            for form in columns.words[at].forms
            for _, known in self._lexicon.find_bearers(form.key)
            if known.small_words and (taken == 1 or known.entity.kind != "person")
            for name in known.names
            if len(name.core) > taken
            for word in name.core[1:]
            if word.text in known.small_words
            for root in word.roots
        }


def _join(segment: Segment, plural: Segment) -> Segment:
    """Return a segment with what it can change and name after *the*, too."""
    return segment._replace(
        changes=segment.changes or plural.changes,
        needs=tuple(dict.fromkeys((*segment.needs, *plural.needs))),
        named=segment.named | plural.named,
        rivals=(*segment.rivals, *plural.rivals),
        disputed=(*segment.disputed, *plural.disputed),
    )


def _is_part_of_one_block(reading: Reading) -> bool:
    """Tell whether English has no form for this part of a name: French *Ben Ali*, by itself.

    It prints the whole in one block, *Mohammed bin Salman*, which other languages take apart.
    """
    name = reading.known.entity.name
    if reading.full or isinstance(name, str) or name.given:
        return False
    return reading.pieces[-1].last - reading.pieces[0].first + 1 < len(name.family.split())
