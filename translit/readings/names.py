"""Names that stand as a table or a scheme spells them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from translit.forms import Part, Piece
from translit.languages import (
    ENGLISH,
    UNTOLD,
    find_language,
    is_small_word,
    list_language_codes,
    list_neighbours,
)
from translit.lexicon import NAMES, Known, Lexicon, Name, Spelling, WordOfName
from translit.names import load_name_parts
from translit.page import ORDINARY, UPPER, Columns, Form, Word
from translit.readings.belonging import find_spelling
from translit.readings.persons import SOFT_SIGN, PersonReader
from translit.readings.reading import Reading
from translit.readings.starts import MOST_SYLLABLES
from translit.schemes import APOSTROPHES, fold, is_latin, load_scheme

_LEAST_AS_WORD = 4  # letters of an acronym that is written as a word: *Nato*
_LEAST_JOINED = 7  # letters of a family name that a hyphen may part


class NameReader:
    """Reads names that start with a word, in text of a language; thread-safe."""

    def __init__(self, lexicon: Lexicon, persons: PersonReader, lang: str) -> None:
        self._lexicon = lexicon
        self._persons = persons
        self._lang = lang
        self._articles = frozenset(load_name_parts()["articles"])
        self._abroad: dict[str, PersonReader] = {}
        self._own = {lang, *list_neighbours(lang)}

    def read_names(self, columns: Columns, at: int) -> Iterator[Reading]:
        """Give the readings of names that start with word `at`; a person's with the family name."""
        seen: dict[tuple[object, ...], list[Reading]] = {}
        abroad: list[tuple[Form, Spelling, Known, Name]] = []
        is_letter = len(columns.words[at].text) == 1
        for form in _list_whole_forms(columns, at):
            if form.ending == "plural" and seen:  # *the Brussels Agreement* holds no plural
                break
            for spelling, known, name in self._list_names(columns, at, form):
                if not self._is_read(name):
                    abroad.append((form, spelling, known, name))
                    continue
                reading = self._read_name(columns, at, form, spelling, known, name)
                if reading is None or (is_letter and not reading.full):
                    continue
                alike = seen.setdefault(
                    (known, reading.start, reading.end, name.source == "former"), []
                )
                _join_twins(reading, alike)
        found = [reading for alike in seen.values() for reading in alike]
        yield from found
        if self._lang == ENGLISH and not any(reading.full for reading in found):
            yield from self._read_abroad(columns, at, abroad)

    def _list_names(
        self, columns: Columns, at: int, form: Form
    ) -> Iterator[tuple[Spelling, Known, Name]]:
        """Give the names of which a word, in this form, may be the first."""
        word = columns.words[at]
        is_letter = len(word.text) == 1 and self._lang != ENGLISH  # which has no name after *I*
        if is_letter and is_small_word(word.text.lower(), self._lang):
            return  # Polish *I Kang-in*: and he
        for spelling, known in self._lexicon.find_bearers(form.key):
            in_small = spelling.word.is_acronym and not word.facts & UPPER
            for name in known.find_names(spelling.word):
                if not _fits_whole(columns, at, form, name.core[0]):
                    continue
                if not in_small or _is_acronym_as_word(word, known, name):
                    yield spelling, known, name

    def _read_abroad(
        self, columns: Columns, at: int, names: Iterable[tuple[Form, Spelling, Known, Name]]
    ) -> Iterator[Reading]:
        """Give what the press of another language prints of a person, in full: *Igoris Dodonas*."""
        seen: list[Reading] = []
        for form, spelling, known, name in names:
            if known.entity.kind != "person" or len(name.words) == 1:
                continue
            lang = name.source.removeprefix(NAMES)
            if lang not in self._abroad:
                self._abroad[lang] = PersonReader(self._lexicon, lang, repairs=False)
            reading = self._read_name(columns, at, form, spelling, known, name, self._abroad[lang])
            if reading is not None and len(reading.pieces) == len(name.words):
                _join_twins(reading, seen)
        yield from seen

    def read_joined(self, columns: Columns, at: int) -> Iterator[Reading]:
        """Give the readings of names that a scheme parts by hyphens: *Kuang-chou*, *Šen-čen*."""
        for more, key in enumerate(columns.list_hyphened(at, MOST_SYLLABLES), 1):
            words = columns.words[at : at + more + 1]
            start, stop = columns.starts[at], columns.stops[at + more]
            for spelling, known in self._lexicon.find_bearers(key):
                is_person = known.entity.kind == "person"
                if not (is_person or _is_parted(spelling, tuple(word.key for word in words))):
                    continue
                part: Part = "family" if is_person else "word"
                piece = Piece(at, part, start, stop, spelling=spelling, width=more + 1)
                for name in known.find_names(spelling.word):
                    if len(name.core) != 1 or name.source.startswith(NAMES):
                        continue
                    if not is_person:
                        yield Reading(known, (piece,), name.source, full=False)
                    elif len(key) >= _LEAST_JOINED:
                        yield from self._read_compound(columns, known, piece, name)

    def _read_compound(
        self, columns: Columns, known: Known, family: Piece, name: Name
    ) -> Iterator[Reading]:
        """Give a whole name whose family name is two words elsewhere: *Mahmud Ahmadi-Nejad*."""
        reading = self._persons.read(columns, known, (family,), name.source)
        if reading.full and len(reading.pieces) > 1:
            yield reading

    def _is_read(self, name: Name) -> bool:
        """Tell whether a name is looked for here: of what the press prints, its own language's.

        In another language it may be a word, or another name; but a neighbour's is put in by
        mistake, *Ілон Маск* in Russian.
        """
        if not name.source.startswith(NAMES):
            return True
        is_own = name.source.removeprefix(NAMES) in self._own
        return is_own or (not is_latin(name.core[0].text[0]) and is_latin_language(self._lang))

    def _read_name(
        self,
        columns: Columns,
        at: int,
        form: Form,
        spelling: Spelling,
        known: Known,
        name: Name,
        persons: PersonReader | None = None,
    ) -> Reading | None:
        is_person = known.entity.kind == "person"
        part: Part = "family" if is_person else "word"
        start = columns.starts[at]
        acronym = spelling.word.is_acronym
        last = Piece(at, part, start, start + form.cut, form.ending, spelling, is_acronym=acronym)
        core = name.core
        if len(core) == 1:
            pieces: tuple[Piece, ...] = (_take_soft_sign(columns, last, known),)
        else:
            found = self._read_core(columns, known, name, last)
            if found is None:
                return None
            pieces = found
        if is_person:
            return (persons or self._persons).read(columns, known, pieces, name.source)
        return Reading(known, pieces, name.source, full=self._is_whole(core))

    def _is_whole(self, core: Sequence[WordOfName]) -> bool:
        """Tell whether a name has enough words; the article of *Al Ahly* is none."""
        has_article = fold(core[0].text) in self._articles
        return len(core) - has_article > 1

    def _read_core(
        self, columns: Columns, known: Known, name: Name, first: Piece
    ) -> tuple[Piece, ...] | None:
        """Return the pieces of a name of several words, or None if they do not stand there."""
        pieces = [first]
        at = first.first
        for before, word in pairwise(name.core):
            at += 1
            if pieces[-1].ending:
                return None
            if not columns.follows(at):
                if not (ends_possessive(before.text) and columns.follows_soft_sign(at)):
                    return None
                pieces[-1] = pieces[-1]._replace(stop=pieces[-1].stop + 1)
            if not columns.words[at].is_capital and word.text not in known.small_words:
                return None
            for form in _list_whole_forms(columns, at):
                if not _fits_whole(columns, at, form, word):
                    continue
                found = find_spelling(self._lexicon.find_spellings(form.key), word.roots)
                if found:
                    start = columns.starts[at]
                    stop = start + form.cut
                    pieces.append(Piece(at, first.part, start, stop, form.ending, found))
                    break
            else:
                return None
        pieces[-1] = _take_soft_sign(columns, pieces[-1], known)
        return tuple(pieces)


@lru_cache(maxsize=1 << 12)
def _is_parted(spelling: Spelling, keys: tuple[str, ...]) -> bool:
    """Tell whether a scheme parts a word so; *Mos-cow* is only a word at the end of a line."""
    return any(
        tuple(map(fold, one.split("-"))) == keys
        for scheme_id in spelling.schemes
        for one in load_scheme(scheme_id).spell(spelling.word.text)
    )


def _is_acronym_as_word(word: Word, known: Known, name: Name) -> bool:
    """Tell whether papers that write acronyms as words do so here: *Tass*, *Ria Novosti*.

    Only as the row has it otherwise, so that nothing can change; and what is no word or name.
    """
    if not word.is_capital or word.facts & ORDINARY or word.is_given_name:
        return False
    if len(word.text) < _LEAST_AS_WORD and len(name.core) == 1:
        return False
    return fold(str(known.entity.name)) == " ".join(fold(one.text) for one in name.core)


def _join_twins(reading: Reading, alike: list[Reading]) -> None:
    """Add a reading to those of one entity, span and worth; to the twin of it, if there is one."""
    for other in alike:
        if len(other.pieces) != len(reading.pieces) or reading.pieces[0].is_acronym:
            continue
        if other.pieces == reading.pieces:
            return
        if reading.is_twin_of(other):
            other.twins += (reading,)
            return
    alike.append(reading)


def _take_soft_sign(columns: Columns, piece: Piece, known: Known) -> Piece:
    """Take in the apostrophe that stands for a final soft sign: *Mariupol'*.

    In one of its languages: *Kerch* would be read so with an apostrophe after it.
    """
    if piece.ending or piece.spelling is None:
        return piece
    if not any(name.core and name.core[-1].text.endswith(SOFT_SIGN) for name in known.names):
        return piece
    mark = columns.text[piece.stop : piece.stop + 1]
    if (
        not mark
        or mark not in APOSTROPHES
        or columns.text[piece.stop + 1 : piece.stop + 2].isalnum()
    ):
        return piece
    return piece._replace(stop=piece.stop + 1)


def _list_whole_forms(columns: Columns, at: int) -> Sequence[Form]:
    """The forms of a word, and after them the word as it stands: *People's* of a name."""
    forms = columns.list_forms(at)
    word = columns.words[at]
    whole = len(word.text)
    return forms if forms[0].cut == whole else (*forms, Form(word.key, whole))


def _fits_whole(columns: Columns, at: int, form: Form, word: WordOfName) -> bool:
    """Tell whether a possessive that is taken as it stands is one in the name too."""
    is_possessive = columns.words[at].forms[0].cut < form.cut == len(columns.words[at].text)
    return not is_possessive or bool(set(word.text) & set(APOSTROPHES))


def ends_possessive(word: str) -> bool:
    """Tell whether a word of a name ends with the apostrophe of a plural: *Workers’ Party*."""
    return word[-1:] in APOSTROPHES


def is_latin_language(lang: str) -> bool:
    """Tell whether a text is in Latin letters, among which *Αθήνα* is no word of its language."""
    if lang == UNTOLD:
        return True
    # a file may be in a language of which nothing is known: Ossetian
    return lang in list_language_codes() and find_language(lang).is_latin
