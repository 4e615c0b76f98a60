"""Persons: a family name with the given name, patronymic, initials and particles beside it."""

from collections.abc import Iterable, Sequence
from functools import cache

from translit.forms import Part, Piece
from translit.languages import ENGLISH, UNTOLD, find_language, read_case_in_text
from translit.lexicon import Known, Lexicon, Root, Spelling
from translit.page import INITIAL, PARTICLE, Columns, is_initial_gap
from translit.readings.alike import AlikeReader
from translit.readings.damage import find_damaged_word, find_near_word
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
_GIVEN = frozenset({"given"})
_PATRONYMIC_ENDINGS = ("ich", "ych", "ics", "icz", "itsch", "itch", "itj", "vna", "una", "wna")


@cache
def _list_small_words(lang: str) -> frozenset[str]:
    return frozenset(find_language(lang).small_words if lang != UNTOLD else ())


class PersonReader:
    """Extends family names to the whole names of the same persons; thread-safe.

    With `repairs`, a damaged given name or patronymic beside the family name is read too.
    """

    def __init__(
        self, lexicon: Lexicon, lang: str, *, repairs: bool, alike: AlikeReader | None = None
    ) -> None:
        self._lexicon = lexicon
        self._repairs = repairs
        self._lang = lang
        self._alike = alike  # where names have cases in the language of the text

    def read(
        self,
        columns: Columns,
        known: Known,
        core: tuple[Piece, ...],
        source: str,
        *,
        case_of: str | None = None,
        has_rival: bool = False,
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
        if not are_of_one_original(self._lexicon, self._lang, columns, known, pieces):
            return Reading(known, core, source, full=False, has_rival=has_rival, in_case=in_case)
        is_mononym = not known.find_words("given", self._lang)
        return Reading(
            known,
            pieces,
            source,
            full=has_given or is_mononym or any(piece.part != "initial" for piece in after),
            has_rival=has_rival,
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
            while place >= 0 and _belongs(columns, place, part):
                if self._is_small_word_before(columns, place, known):
                    break
                piece = self._match(columns, place, part, known) or self._match_otherwise(
                    columns, place, part, known, case_of
                )
                if piece is None or _is_there_already(piece, pieces, known):
                    break
                pieces.insert(0, piece)
                place = piece.first - 1
        place = self._add_initials(columns, known, place, pieces)
        if self._repairs and not any(piece.part in ("given", "initial") for piece in pieces):
            pieces[:0] = self._repair_given(columns, known, place)
        return pieces

    def _is_small_word_before(self, columns: Columns, place: int, known: Known) -> bool:
        """Tell whether a small word stands before a name that has the family first.

        Dutch *De CHU* is a party, and not Zhu De in the order of the West.
        """
        name = known.entity.name
        if isinstance(name, str) or name.order != "family-first":
            return False
        return columns.words[place].text.lower() in _list_small_words(self._lang)

    def _choose(self, spellings: Iterable[Spelling], known: Known, part: Part) -> Spelling | None:
        """Return the spelling of a word of this part, rather of an original than of a language."""
        spellings = tuple(spellings)
        return find_spelling(spellings, known.find_roots(part)) or find_spelling(
            spellings, known.find_roots(part, self._lang)
        )

    def _add_initials(self, columns: Columns, known: Known, place: int, pieces: list[Piece]) -> int:
        """Add the initials before the pieces; return the number of the word before them."""
        while place >= 0 and len(pieces) < _MOST_BEFORE and _is_initial_before(columns, place):
            if any(piece.part == "given" for piece in pieces):
                break
            pieces.insert(0, _make_piece(columns, place, "initial"))
            place -= 1
            if len(pieces) == 1 and _belongs(columns, place, "given"):
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
                if not _are_joined(columns, first, at):
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
        if part == "patronymic" and self._repairs:
            return self._repair_patronymic(columns, at, known)
        return None

    def _match_case(self, columns: Columns, at: int, known: Known, lang: str) -> Piece | None:
        """Match a given name in a case: *Władimira*; not *Walerija*, maybe a woman's name."""
        word = columns.words[at]
        roots = known.find_roots("given", self._lang)
        if self._alike is not None:
            return self._match_declined(columns, at, known, self._alike)
        if word.is_given_name:
            return None
        for language, stem in self._lexicon.strip_case(word.key):
            spelling = find_spelling(self._lexicon.find_spellings(stem), roots)
            if spelling and language == lang:
                return _make_piece(columns, at, "given", spelling)
        return None

    def _match_declined(
        self, columns: Columns, at: int, known: Known, alike: AlikeReader
    ) -> Piece | None:
        """Match a given name in a case of the text's own language."""
        best: Piece | None = None
        for read in read_case_in_text(columns.words[at].text, self._lang, _GIVEN):
            if read.gender in (None, known.entity.gender):
                key = fold(read.base)
                spelling = self._choose(self._lexicon.find_spellings(key), known, "given")
                if spelling:
                    piece = _make_piece(columns, at, "given", spelling, key)
                    if spelling.word.groups:
                        return piece
                    best = best or piece
        if best is not None:
            return best
        found = alike.find_given(columns.words[at].text, known)
        if found is None:
            return None
        return _make_piece(columns, at, "given", found.spelling, fold(found.text))

    def _repair_patronymic(self, columns: Columns, at: int, known: Known) -> Piece | None:
        """Read a patronymic that mixes two languages: *Aliaksandrovich*. It licenses nothing."""
        key = columns.words[at].key
        words = known.find_words("patronymic")
        if not words or not key.endswith(_PATRONYMIC_ENDINGS):
            return None
        found = find_near_word(self._lexicon, key, words)
        return _make_piece(columns, at, "patronymic", found[1], found[0]) if found else None

    def _repair_given(self, columns: Columns, known: Known, at: int) -> list[Piece]:
        """Read a damaged given name beside a family name: *Vladmir Putin*. It licenses nothing."""
        if not _belongs(columns, at, "given"):
            return []
        key = columns.words[at].key
        found = find_damaged_word(self._lexicon, key, known.find_words("given"))
        return [_make_piece(columns, at, "given", found[1], found[0])] if found else []

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
        pieces += _read_initials_after(columns, at, place)
        is_turned = comma or self._may_stand_first(columns, known, at)
        if pieces and is_turned and _starts_a_name(columns, known, pieces[-1].last + 1):
            return []  # *Kadhafi, Mouammar Kadhafi* are two names, *Mohammed Ali Aba* is another
        return pieces

    def _may_stand_first(self, columns: Columns, known: Known, at: int) -> bool:
        """Tell whether a family name is a given one, too, and English writes that one first."""
        name = known.entity.name
        is_first = not isinstance(name, str) and name.order == "given-first"
        return is_first and self._lang == ENGLISH and columns.words[at].is_given_name

    def _match_last(self, columns: Columns, at: int, part: Part, known: Known) -> Piece | None:
        """Match the word, or it and the next, with an ending that English put to it."""
        word = columns.words[at]
        for last in (at + 1, at):
            if last > at and not columns.follows(last):
                continue
            if last > at and (word.facts | columns.words[last].facts) & INITIAL:
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


def find_spelling(spellings: Iterable[Spelling], roots: frozenset[Root]) -> Spelling | None:
    """Return the first spelling whose word has one of these roots, or None.

    Rather one that is known as a given name: a ship may be called *Юлия* too.
    """
    found = [one for one in spellings if not roots.isdisjoint(one.word.roots)]
    return next((one for one in found if one.word.groups), found[0] if found else None)


def _make_piece(
    columns: Columns, at: int, part: Part, spelling: Spelling | None = None, meant: str = ""
) -> Piece:
    start, stop = columns.starts[at], columns.stops[at]
    return Piece(at, part, start, stop, spelling=spelling, meant=meant)


def _is_there_already(piece: Piece, pieces: Sequence[Piece], known: Known) -> bool:
    """Tell whether a word of the name was read before: *Ivan, Ivan Susanin* are two names.

    It may be the same word of another language: no name has more words of a part than the row.
    """
    found = [other.spelling for other in pieces if other.part == piece.part]
    if not found:
        return False
    if piece.spelling is not None and piece.spelling.word in [one.word for one in found if one]:
        return True
    return len(found) >= max(name.parts.count(piece.part) for name in known.names)


def _belongs(columns: Columns, at: int, part: Part) -> bool:
    if at < 0:
        return False
    if not columns.follows(at + 1) and not columns.follows_soft_sign(at + 1):
        return False
    if part == "particle" or columns.words[at].is_capital:
        return True
    return part == "given" and _is_joined(columns, at)


def _is_initial_before(columns: Columns, at: int) -> bool:
    gap = columns.gap(at + 1)
    is_initial = columns.words[at].facts & INITIAL
    return bool(is_initial) and gap.startswith(".") and is_initial_gap(gap)


def _are_joined(columns: Columns, first: int, at: int) -> bool:
    """Tell whether two words, or two with an article between, may be one given name."""
    if first == at - 1:
        return _is_joined(columns, at)
    is_article = columns.words[at - 1].facts & PARTICLE
    return bool(
        is_article
        and columns.follows(at)
        and columns.follows_in_line(at - 1)
        and columns.words[first].is_capital
    )


def _is_joined(columns: Columns, at: int) -> bool:
    """Tell whether a word and the one before may be two syllables of one given name."""
    if not columns.follows(at):
        return False
    word, before = columns.words[at], columns.words[at - 1]
    if (word.facts | before.facts) & INITIAL:  # *Ann A.* is no *Anna*
        return False
    hyphened = not columns.follows(at, hyphen=False)  # *Junus-bek*
    return before.is_capital and (hyphened or word.is_capital)


def _read_initials_after(columns: Columns, family: int, at: int) -> list[Piece]:
    """Read the initials after a family name, or after the given name: *Sakharov, Andrei D.*."""
    pieces: list[Piece] = []
    while at < len(columns.words) and columns.words[at].facts & INITIAL:
        after_comma = at == family + 1 and columns.gap(at) == ", "
        after_initial = bool(pieces) and is_initial_gap(columns.gap(at))
        if not (after_comma or after_initial or columns.follows_in_line(at)):
            break
        stop = columns.stops[at]
        if columns.text[stop : stop + 1] != ".":  # a pronoun: *Putin I saw*
            break
        pieces.append(_make_piece(columns, at, "initial"))
        at += 1
    return pieces


def _starts_a_name(columns: Columns, known: Known, at: int) -> bool:
    """Tell whether a capitalised word or a particle follows a given name at once."""
    if at >= len(columns.words) or not columns.follows(at):
        return False
    particles = {fold(word.text) for word in known.find_words("particle")}
    return columns.words[at].is_capital or columns.words[at].key in particles
