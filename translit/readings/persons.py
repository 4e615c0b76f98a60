"""Persons: a family name with the given name, patronymic, initials and particles beside it."""

from collections.abc import Iterable

from translit.forms import Part, Piece
from translit.languages import (
    is_small_word,
    puts_family_first,
    read_case_in_text,
)
from translit.lexicon import Known, Lexicon, Spelling
from translit.page import Columns
from translit.readings.alike import AlikeReader
from translit.readings.belonging import (
    are_joined,
    belongs,
    find_spelling,
    has_initial,
    is_initial_before,
    is_there_already,
    make_piece,
    read_initials_after,
    starts_a_name,
)
from translit.readings.damage import Proposal, find_damaged_word, find_near_word
from translit.readings.heard import HeardReader
from translit.readings.reading import Reading
from translit.readings.spans import has_strange_ending
from translit.readings.ways import are_of_one_original
from translit.schemes import fold

# The letter for which an apostrophe may stand at the end of a word.
SOFT_SIGN = "ь"
# In which order, from the family name on, the parts of a name stand.
_BEFORE: tuple[Part, ...] = ("particle", "patronymic", "given")
_AFTER: tuple[Part, ...] = ("given", "patronymic")
_MOST_BEFORE = 4
_LEAST_AT_HOME = 4  # letters of a given name after a family name that may be a given one
_GIVEN = frozenset({"given"})


class PersonReader:
    """Extends family names to the whole names of the same persons; thread-safe.

    With `repairs`, a damaged given name or patronymic beside the family name is read too.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        lang: str,
        *,
        repairs: bool,
        alike: AlikeReader | None = None,
        heard: HeardReader | None = None,
    ) -> None:
        self._lexicon = lexicon
        self._repairs = repairs
        self._lang = lang
        self._alike = alike  # where names have cases in the language of the text
        self._heard = heard

    def read(
        self,
        columns: Columns,
        known: Known,
        core: tuple[Piece, ...],
        source: str,
        *,
        case_of: str | None = None,
        damage: Proposal | None = None,
        in_case: bool = False,
    ) -> Reading:
        """Return the reading of a family name with what belongs to it on both sides.

        With `case_of`, a language, the given name may be in a case as the family name is:
        *Władimira Putina*.
        """
        before = self._read_before(columns, known, core[0].first, case_of)
        has_given = any(piece.part == "given" and not piece.meant for piece in before)
        after: list[Piece] = []
        has_initials = any(piece.part == "initial" for piece in before)
        if not (has_given or has_initials or core[-1].ending):
            after = self._read_after(columns, known, core[-1].last)
        pieces = (*before, *core, *after)
        is_mononym = not known.find_words("given", self._lang)
        is_bare = not (before or after or is_mononym)
        if is_bare or not are_of_one_original(self._lexicon, self._lang, columns, known, pieces):
            return Reading(known, core, source, full=False, damage=damage, in_case=in_case)
        return Reading(
            known,
            pieces,
            source,
            full=has_given or is_mononym or any(piece.part != "initial" for piece in after),
            damage=damage,
            in_case=in_case,
        )

    def _read_before(
        self, columns: Columns, known: Known, at: int, case_of: str | None
    ) -> list[Piece]:
        """Return the pieces before the family name, in the order of the text."""
        pieces: list[Piece] = []
        place = at - 1
        if place < 0:
            return pieces
        for part in _BEFORE:
            if not known.find_words(part, self._lang):
                continue
            while place >= 0 and belongs(columns, place, part):
                if self._is_small_word_before(columns, place, known):
                    break
                piece = self._match(columns, place, part, known) or self._match_otherwise(
                    columns, place, part, known, case_of
                )
                if piece is None or is_there_already(piece, pieces, known):
                    break
                pieces.insert(0, piece)
                place = piece.first - 1
        place = self._add_initials(columns, known, place, pieces)
        if self._repairs and not any(piece.part in ("given", "initial") for piece in pieces):
            pieces[:0] = self._repair_given(columns, known, place)
        return pieces

    def _is_small_word_before(self, columns: Columns, place: int, known: Known) -> bool:
        """Tell whether a small word stands before a name that has the family first, or in capitals.

        Dutch *De CHU* is a party, and not Zhu De in the order of the West; French *UN FOSSE* is a
        ditch, and not Jon Fosse.
        """
        if columns.is_hyphened(place):  # *Jae-in Moon*
            return False
        name, word = known.entity.name, columns.words[place].text
        is_first = not isinstance(name, str) and name.order == "family-first"
        return (is_first or word.isupper()) and is_small_word(word.lower(), self._lang)

    def _choose(self, spellings: Iterable[Spelling], known: Known, part: Part) -> Spelling | None:
        """Return the spelling of a word of this part, rather of an original than of a language."""
        spellings = tuple(spellings)
        return find_spelling(spellings, known.find_roots(part)) or find_spelling(
            spellings, known.find_roots(part, self._lang)
        )

    def _add_initials(self, columns: Columns, known: Known, place: int, pieces: list[Piece]) -> int:
        """Add the initials before the pieces; return the number of the word before them."""
        while place >= 0 and len(pieces) < _MOST_BEFORE and is_initial_before(columns, place):
            if any(piece.part == "given" for piece in pieces):
                break
            pieces.insert(0, make_piece(columns, place, "initial"))
            place -= 1
            if len(pieces) == 1 and belongs(columns, place, "given"):
                # *Alexander G. Lukashenko*
                given = self._match(columns, place, "given", known)
                if given:
                    pieces.insert(0, given)
                    break
        return place

    def _match(self, columns: Columns, at: int, part: Part, known: Known) -> Piece | None:
        """Match the word, or it with those before, which some conventions part: *Chin-p'ing*.

        An article may stand between: *Abd al-Fattah*.
        """
        word = columns.words[at]
        roots = known.find_roots(part, self._lang)
        if not roots:
            return None
        soft = columns.follows_soft_sign(at + 1)
        for first in (at - 2, at - 1, at):
            if first < at:
                if first < 0 or not columns.words[first].key:
                    continue
                if columns.words[first].key[0] not in known.find_initials(part):
                    continue
                if not are_joined(columns, first, at):
                    continue
                keys = {"".join(one.key for one in columns.words[first : at + 1])}
            else:  # with its marks too: *Volodõmõr*
                keys = {word.key, *(one.key for one in word.forms if one.cut == len(word.text))}
            spellings = [one for key in sorted(keys) for one in self._lexicon.find_spellings(key)]
            if soft:  # *Igor' Girkin*
                spellings = [s for s in spellings if s.word.text.endswith(SOFT_SIGN)]
            if self._alike is not None:  # Slovene *Dmytra* is a case, and no Lithuanian name
                spellings = [s for s in spellings if not has_strange_ending(s, self._lang)]
            spelling = self._choose(spellings, known, part)
            if spelling:
                stop = columns.stops[at] + soft
                width = at - first + 1
                start = columns.starts[first]
                return Piece(first, part, start, stop, spelling=spelling, width=width)
        return None

    def _match_otherwise(
        self, columns: Columns, at: int, part: Part, known: Known, case_of: str | None
    ) -> Piece | None:
        if part == "given":
            return self._match_case(columns, at, known, case_of) if case_of else None
        if part == "patronymic" and case_of and self._alike is not None:
            return self._match_declined(columns, at, part, known)
        if part == "patronymic" and self._repairs:
            return self._repair_patronymic(columns, at, known)
        return None

    def _match_case(self, columns: Columns, at: int, known: Known, lang: str) -> Piece | None:
        """Match a given name in a case: *Władimira*; not *Walerija*, maybe a woman's name."""
        word = columns.words[at]
        roots = known.find_roots("given", self._lang)
        if self._alike is not None:
            return self._match_declined(columns, at, "given", known) or self._match_foreign(
                columns, at, known, self._alike
            )
        if word.is_given_name:
            return None
        for language, stem in self._lexicon.strip_case(word.key):
            spelling = find_spelling(self._lexicon.find_spellings(stem), roots)
            if spelling and language == lang:
                return make_piece(columns, at, "given", spelling)
        return None

    def _match_declined(self, columns: Columns, at: int, part: Part, known: Known) -> Piece | None:
        """Match a given name or patronymic in a case of the text's own language."""
        best: Piece | None = None
        for read in read_case_in_text(columns.words[at].text, self._lang, _GIVEN):
            if read.gender in (None, known.entity.gender):
                key = fold(read.base)
                spelling = self._choose(self._lexicon.find_spellings(key), known, part)
                if spelling:
                    piece = make_piece(columns, at, part, spelling, key)
                    if spelling.word.groups:
                        return piece
                    best = best or piece
        return best

    def _match_foreign(
        self, columns: Columns, at: int, known: Known, alike: AlikeReader
    ) -> Piece | None:
        """Match a given name of which the language's paradigms know nothing, in a case."""
        found = alike.find_given(columns.words[at].text, known)
        if found is not None:
            return make_piece(columns, at, "given", found.spelling, fold(found.text))
        heard = self._heard and self._heard.find_given(columns.words[at].text, known)
        return make_piece(columns, at, "given", heard[1], fold(heard[0])) if heard else None

    def _repair_patronymic(self, columns: Columns, at: int, known: Known) -> Piece | None:
        """Read a patronymic that mixes two languages: *Aliaksandrovich*. It licenses nothing."""
        key = columns.words[at].key
        words = known.find_words("patronymic")
        endings = self._lexicon.name_endings["patronymic_endings"]
        if not words or not key.endswith(tuple(endings)):
            return None
        found = find_near_word(self._lexicon, key, words)
        return make_piece(columns, at, "patronymic", found[1], found[0]) if found else None

    def _repair_given(self, columns: Columns, known: Known, at: int) -> list[Piece]:
        """Read a damaged given name beside a family name: *Vladmir Putin*. It licenses nothing."""
        if not belongs(columns, at, "given"):
            return []
        key = columns.words[at].key
        found = find_damaged_word(self._lexicon, key, known.find_words("given"))
        return [make_piece(columns, at, "given", found[1], found[0])] if found else []

    def _read_after(self, columns: Columns, known: Known, at: int) -> list[Piece]:
        """Return the given name and patronymic after a family name: *LUKASHENKA Aliaksandr*."""
        pieces: list[Piece] = []
        place = at + 1
        if place >= len(columns.words):
            return pieces
        comma = columns.gap(place) == ", "
        for part in _AFTER:
            if not known.find_words(part, self._lang) or place >= len(columns.words):
                break
            if not columns.words[place].is_capital:
                break
            if not (columns.follows_in_line(place) or (not pieces and comma)):
                break
            piece = self._match_last(columns, place, part, known)
            if piece is None:
                break
            pieces.append(piece)
            place = piece.last + 1
        pieces += read_initials_after(columns, at, place)
        if pieces and comma and starts_a_name(columns, known, pieces[-1].last + 1):
            return []  # *Kadhafi, Mouammar Kadhafi* are two names
        if pieces and not comma and self._may_stand_first(columns, known, at, pieces[0]):
            return []  # *Mohamed Ali* is not Ali Nasir Muhammad
        return pieces

    def _may_stand_first(self, columns: Columns, known: Known, at: int, given: Piece) -> bool:
        """Tell whether a family name may be the given name of somebody else: *Mansour Ahmed*."""
        name, word = known.entity.name, columns.words[at]
        if isinstance(name, str) or name.order != "given-first":
            return False
        if self._stands_first_at_home(columns, known, given):
            return False
        world = self._lexicon.find_world(word.text)
        return word.is_given_name or (world is not None and world.given)

    def _stands_first_at_home(self, columns: Columns, known: Known, given: Piece) -> bool:
        """Tell whether both are as the person's language has them: *Abe Shinzo*.

        Not where the given name is short, or a family name of others: *Park Jin* may be anybody.
        """
        own = next(iter(known.entity.native), "")
        if not puts_family_first(own):
            return False
        key = "".join(fold(word) for word in columns.text[given.start : given.stop].split("-"))
        if len(key) < _LEAST_AT_HOME or any(True for _ in self._lexicon.find_bearers(key)):
            return False
        return self._is_printed(known, own)

    def _is_printed(self, known: Known, own: str) -> bool:
        """Tell whether the printed given name is of the own language: not *Eric Chu*."""
        name, roots = known.entity.name, known.find_roots("given")
        if isinstance(name, str) or not name.given:
            return False
        spellings = self._lexicon.find_spellings(fold(name.given))
        return any(s.word.lang == own and not roots.isdisjoint(s.word.roots) for s in spellings)

    def _match_last(self, columns: Columns, at: int, part: Part, known: Known) -> Piece | None:
        """Match the word, or it and the next, with an ending that English put to it."""
        word = columns.words[at]
        for last in (at + 1, at):
            if last > at and not columns.follows(last):
                continue
            if last > at and has_initial(columns, last):
                continue
            if last > at and word.key[:1] not in known.find_initials(part):
                continue
            before = "" if last == at else word.key
            for form in columns.list_forms(last):
                spellings = self._lexicon.find_spellings(before + form.key)
                spelling = self._choose(spellings, known, part)
                if spelling:
                    stop = columns.starts[last] + form.cut
                    width = last - at + 1
                    return Piece(at, part, columns.starts[at], stop, form.ending, spelling, width)
        return None
