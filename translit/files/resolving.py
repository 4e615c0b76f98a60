"""Resolving one piece: what changes in it, where it is written, and that nothing else does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from translit.files.document import HIDDEN, PARAGRAPH, Document, Splice, splice
from translit.files.errors import MalformedError, describe_fault
from translit.files.keeping import KeepList
from translit.files.piece import FilePiece, Mender, may_name
from translit.judging import SENTENCES, Reason
from translit.languages import ENGLISH, UNTOLD
from translit.normalizer import Normalizer
from translit.rewriting import Edit, Explanation, Mention

_ENOUGH = 40  # words in small letters, which no edit moves, that tell more than a mark
_UNPLACED: Reason = "markup"
_KEPT: Reason = "keep-list"
_CITED: Reason = "cited"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a piece.

    `changes` and `mentions` have code points of the piece's source. `trouble` says why it stays
    as it is; `refused` that this is a fault of ours, so that its file must stay as well.
    """

    result: str
    changes: tuple[Splice, ...] = ()
    mentions: tuple[Mention, ...] = ()
    trouble: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """The edits of a document: those of its source, as changes, and those that cannot be made."""

    changes: list[Splice] = field(default_factory=list)
    made: list[Edit] = field(default_factory=list)  # also those of what is only read with it
    unmade: list[tuple[Edit, Reason]] = field(default_factory=list)


class _Resolved(NamedTuple):
    """A part of a document and what became of it."""

    part: Document
    lang: str
    explanation: Explanation
    placed: _Placed
    is_passage: bool


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves pieces; sent to other processes.

    Without `mentions`, outcomes list only those near which something may change.
    With `check`, a piece is refused unless its edits give its result, the result read again is
    the edited text, and a second pass over it changes nothing.
    """

    normalizer: Normalizer
    keep: KeepList = field(default_factory=KeepList)
    check: bool = True
    mentions: bool = True

    def resolve(self, piece: FilePiece) -> Outcome:
        """Return what becomes of a piece; a fault of ours is its trouble, and of nothing else."""
        try:
            return self._resolve(piece)
        except Exception as error:
            return Outcome(piece.source, trouble=describe_fault(error), refused=True)

    def _resolve(self, piece: FilePiece) -> Outcome:
        if piece.composer is None:
            return Outcome(piece.source, trouble=piece.trouble)
        if piece.before and not may_name(piece.source):
            return Outcome(piece.source)
        try:
            document = piece.compose()
        except MalformedError as error:
            return Outcome(piece.source, trouble=str(error))
        if not any(may_name(part.text) for part in document.parts):
            return Outcome(piece.source)
        resolved = list(self._resolve_parts(piece, document))
        changes = [change for one in resolved for change in one.placed.changes]
        if changes and isinstance(piece.composer, Mender):
            changes += piece.composer.mend(piece.source, changes)
        result = splice(piece.source, changes)
        if self.check and changes:
            fault = self._find_fault(piece, document, resolved, result)
            if fault:
                trouble = f"stays as it was, because {fault}; please report this as a bug"
                return Outcome(piece.source, trouble=trouble, refused=True)
        mentions = tuple(
            mention
            for one in resolved
            for mention in _place_mentions(one.part, one.explanation, one.placed)
        )
        return Outcome(result, tuple(sorted(changes)), mentions)

    def _resolve_parts(self, piece: FilePiece, document: Document) -> Iterator[_Resolved]:
        """Yield the document, and its passages if the style is that of each language."""
        lang = self._tell_language(document, piece.head or document.text)
        for part in document.parts:
            said = lang if part is document else self._tell_language(part, part.text)
            if part is document or self._takes(said, lang):
                explanation = self.normalizer.explain_in(
                    said, part.text, edits_only=not self.mentions
                )
                placed = self._place(part, explanation, is_passage=part is not document)
                yield _Resolved(part, said, explanation, placed, part is not document)

    def _tell_language(self, document: Document, text: str) -> str:
        """Return the language that a document says it is in, or that its text tells.

        Templates and office programs mark as English whatever is written with them: so a text
        that tells another language is believed before that mark.
        """
        is_sure = document.lang and (document.lang != ENGLISH or not _has_enough(text))
        told = document.lang if is_sure else self.normalizer.tell_language(text)
        return document.lang if document.lang and told == UNTOLD else told

    def _takes(self, lang: str, of_document: str) -> bool:
        """Tell whether a passage changes: under a style that is asked for no other language does.

        A document that does not say its language, nor tells it, counts as English.
        """
        if of_document == UNTOLD:
            of_document = ENGLISH
        return self.normalizer.follows_languages or lang == of_document

    def _place(self, document: Document, explanation: Explanation, *, is_passage: bool) -> _Placed:
        kept = [m for m in explanation.mentions if m.status == "edit" and self.keep.holds(m.text)]
        placed = _Placed()
        for edit in explanation.edits:
            if any(m.start <= edit.start and edit.end <= m.end for m in kept):
                placed.unmade.append((edit, _KEPT))
            elif is_passage and _is_cited(document.text, edit):
                placed.unmade.append((edit, _CITED))
            elif document.cover_source(edit.start, edit.end) is None:
                placed.made.append(edit)
            elif changes := document.place(edit.start, edit.end, edit.after):
                placed.changes.extend(changes)
                placed.made.append(edit)
            else:
                placed.unmade.append((edit, _UNPLACED))
        return placed

    def _find_fault(
        self, piece: FilePiece, document: Document, resolved: Sequence[_Resolved], result: str
    ) -> str | None:
        """Return what is wrong with a rewriting, or None."""
        edited = {one.part.lang: _replay(one.part.text, one.placed.made) for one in resolved}
        if None in edited.values():
            return "its edits do not fit it"
        first = resolved[0]
        again = _read_again(piece, first.placed, edited[first.part.lang] or "", result)
        if again is None or [part.lang for part in again.parts] != [
            part.lang for part in document.parts
        ]:
            return "its edits do not give its result"
        for before, part in zip(document.parts, again.parts, strict=True):
            if part.text != edited.get(before.lang, before.text):
                return "its edits do not give its result"
        parts = {part.lang: part for part in again.parts}
        if any(self._would_change(piece, one, parts[one.part.lang]) for one in resolved):
            return "a second pass would change it again"
        return None

    def _would_change(self, piece: FilePiece, one: _Resolved, again: Document) -> bool:
        lang = one.lang if piece.head else self._tell_language(again, again.text)
        explanation = self.normalizer.explain_in(lang, again.text, edits_only=True)
        return bool(self._place(again, explanation, is_passage=one.is_passage).changes)


@dataclass(frozen=True, slots=True)
class Resolvers:
    """Resolvers with different settings: each piece says by its number which is its own."""

    resolvers: tuple[Resolver, ...]

    def resolve(self, piece: FilePiece) -> Outcome:
        """Return what becomes of a piece."""
        return self.resolvers[piece.setting].resolve(piece)


def _has_enough(text: str) -> bool:
    """Tell whether a text is long enough to be believed before a mark."""
    small = (word for word in text.split() if word[0].islower())
    return sum(1 for _ in islice(small, _ENOUGH)) == _ENOUGH


def _is_cited(text: str, edit: Edit) -> bool:
    """Tell whether a name is all that stands in a line between what is no prose of its language.

    In `the Polish <i lang="pl">Kijów</i>` the word is spoken of.
    """
    before = text[max(edit.start - 8, 0) : edit.start].rstrip(" ")
    after = text[edit.end : edit.end + 8].lstrip(" ")
    is_alone = not after or after[0] == HIDDEN or after.startswith(PARAGRAPH)
    return before.endswith(HIDDEN) and is_alone


def _read_again(piece: FilePiece, placed: _Placed, edited: str, result: str) -> Document | None:
    if not (piece.before or piece.after):
        try:
            return replace(piece, source=result).compose()
        except MalformedError:
            return None
    shift = sum(len(e.after) - len(e.before) for e in placed.made if e.end <= len(piece.before))
    start = len(piece.before) + shift
    before, after = edited[:start], edited[start + len(result) :]
    return replace(piece, source=result, before=before, after=after).compose()


def _replay(text: str, edits: Sequence[Edit]) -> str | None:
    """Return the text with its edits made, or None if they do not fit it.

    Not by the function that makes the result, or the check would check nothing.
    """
    parts: list[str] = []
    read = 0
    for edit in sorted(edits, key=lambda e: e.start):
        if edit.start < read or text[edit.start : edit.end] != edit.before:
            return None
        parts += (text[read : edit.start], edit.after)
        read = edit.end
    return "".join((*parts, text[read:]))


def _place_mentions(document: Document, explanation: Explanation, placed: _Placed) -> list[Mention]:
    """Return the mentions that the source has, at their places in it."""
    found = []
    for mention in explanation.mentions:
        span = document.cover_source(mention.start, mention.end)
        if span is None:
            continue
        reasons = [
            reason
            for edit, reason in placed.unmade
            if mention.start <= edit.start and edit.end <= mention.end
        ]
        if reasons and mention.status == "edit":
            why = f"{mention.why}; it stays, for {SENTENCES[reasons[0]]}"
            mention = replace(mention, status="kept", reason=reasons[0], why=why)
        found.append(replace(mention, start=span[0], end=span[1]))
    return found
