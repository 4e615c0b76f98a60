"""The surveyor: goes through documents and notes their unlisted names; sent to other processes."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from translit.files import Document, FilePiece, MalformedError, describe_fault
from translit.languages import ENGLISH, UNTOLD, find_language
from translit.lexicon import OpensLexicon
from translit.options import AUTO
from translit.page import Scanner
from translit.survey.found import Example
from translit.survey.notes import Notes, first_examples
from translit.tables import TableSource, list_verdicts
from translit.unlisted import Noticer, Sighting, gather, list_parted

_CONTEXT = 90  # code points on each side of an example
_SPACES = frozenset(" \n\t\r\u2028\u2029")


class _Way(NamedTuple):
    """What texts in one language go through."""

    scanner: Scanner
    noticer: Noticer


class Surveyor(OpensLexicon[_Way]):
    """Notes the unlisted names of documents; use one for many.

    `lang` is the code of their language, or `auto` for what each tells itself. Raises TableError
    or LanguageError for what is wrong with its arguments.
    """

    def __init__(
        self,
        tables: "TableSource | Sequence[TableSource]" = (),
        *,
        default_tables: bool = True,
        lang: str = AUTO,
    ) -> None:
        self._lang = lang if lang in (AUTO, UNTOLD) else find_language(lang).code
        super().__init__(tables, default_tables)
        self.verdicts = list_verdicts(row for one in self._tables for row in one.load().rows)

    def resolve(self, piece: FilePiece) -> Notes:
        """Return what is seen in a piece; its examples have code points of its file, and no name.

        A fault of ours is the trouble of one piece, and of nothing else.
        """
        try:
            if piece.composer is None:
                return Notes(trouble=piece.trouble)
            document = piece.compose()
        except MalformedError as error:
            return Notes(trouble=str(error))
        except Exception as error:
            return Notes(trouble=describe_fault(error))
        return self.look(document.text, "", piece.head, _find_place(piece, document))

    def look(
        self,
        text: str,
        file: str,
        head: str = "",
        place: Callable[[Sighting], int | None] = lambda one: one.start,
    ) -> Notes:
        """Return what is seen in a text; `head` tells its language, if not the text itself.

        `place` says where a sighting stands in its file, or None for what is not of the file.
        """
        lang = self._lexicon.teller.tell(head or text) if self._lang == AUTO else self._lang
        way = self._find_way(lang)
        found = way.noticer.notice(way.scanner.scan(text))
        sightings = [(one, start) for one in found if (start := place(one)) is not None]
        seen = gather((one for one, _ in sightings), lang)
        examples: dict[str, list[Example]] = {}
        for one, start in sightings:
            examples.setdefault(one.spelling, []).append(_quote(text, one, file, start))
        firsts = {spelling: first_examples(some) for spelling, some in examples.items()}
        return Notes(seen, firsts, set(list_parted(seen)), documents=1)

    def _find_way(self, lang: str) -> _Way:
        way = self._ways.get(lang)
        if way is None:
            scanner = Scanner(self._lexicon, lang)
            noticer = Noticer(scanner, lang, default_tables=self._default_tables)
            way = self._ways[lang] = _Way(scanner, noticer)
        return way

    def has_cases(self, lang: str) -> bool:
        """Tell whether names have cases in a language."""
        return self._lexicon.load_speech(lang or ENGLISH).declines

    def is_known_id(self, entity_id: str) -> bool:
        """Tell whether an entity has this id already."""
        return self._lexicon.find_entity(entity_id) is not None


def _find_place(piece: FilePiece, document: Document) -> Callable[[Sighting], int | None]:
    def place(one: Sighting) -> int | None:
        span = document.cover_source(one.start, one.end)
        return None if span is None else piece.start + span[0]

    return place


def _quote(text: str, one: Sighting, file: str, start: int) -> Example:
    """Return a sighting with whole words around it, in one line."""
    first = max(0, one.start - _CONTEXT)
    paragraph = text.rfind("\n\n", first, one.start)
    if paragraph >= 0:
        first = paragraph + 2
    elif first:
        first = next((n + 1 for n in range(first, one.start) if text[n] in _SPACES), one.start)
    last = min(len(text), one.end + _CONTEXT)
    paragraph = text.find("\n\n", one.end, last)
    if paragraph >= 0:
        last = paragraph
    elif last < len(text):
        last = next((n for n in range(last, one.end, -1) if text[n - 1] in _SPACES), one.end)
    before, after = text[first : one.start], text[one.end : last]
    return Example(file, start, one.spelling, _join_lines(before), _join_lines(after))


def _join_lines(text: str) -> str:
    for mark in "\r\n\t\u2028\u2029":
        text = text.replace(mark, " ")
    return text
