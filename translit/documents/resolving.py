"""Resolving one piece: what changes in it, where it is written, and that nothing else does."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from translit.documents.document import Document, Splice, splice
from translit.documents.errors import MalformedError, describe_fault
from translit.documents.keeping import KeepList
from translit.documents.piece import Piece, may_name
from translit.judging import SENTENCES, Reason
from translit.normalizer import Normalizer
from translit.rewriting import Edit, Explanation, Mention

_UNPLACED: Reason = "markup"
_KEPT: Reason = "keep-list"


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

    def resolve(self, piece: Piece) -> Outcome:
        """Return what becomes of a piece; a fault of ours is its trouble, and of nothing else."""
        try:
            return self._resolve(piece)
        except Exception as error:
            return Outcome(piece.source, trouble=describe_fault(error), refused=True)

    def _resolve(self, piece: Piece) -> Outcome:
        if piece.composer is None:
            return Outcome(piece.source, trouble=piece.trouble)
        if piece.before and not may_name(piece.source):
            return Outcome(piece.source)
        try:
            document = piece.compose()
        except MalformedError as error:
            return Outcome(piece.source, trouble=str(error))
        if not may_name(document.text):
            return Outcome(piece.source)
        lang = self.normalizer.tell_language(piece.head or document.text)
        explanation = self.normalizer.explain_in(lang, document.text, edits_only=not self.mentions)
        placed = self._place(document, explanation)
        result = splice(piece.source, placed.changes)
        if self.check and placed.changes:
            fault = self._find_fault(piece, document, placed, result, lang)
            if fault:
                trouble = f"stays as it was, because {fault}; please report this as a bug"
                return Outcome(piece.source, trouble=trouble, refused=True)
        mentions = tuple(_place_mentions(document, explanation, placed))
        return Outcome(result, tuple(sorted(placed.changes)), mentions)

    def _place(self, document: Document, explanation: Explanation) -> _Placed:
        kept = [m for m in explanation.mentions if m.status == "edit" and self.keep.holds(m.text)]
        placed = _Placed()
        for edit in explanation.edits:
            if any(m.start <= edit.start and edit.end <= m.end for m in kept):
                placed.unmade.append((edit, _KEPT))
            elif document.cover_source(edit.start, edit.end) is None:
                placed.made.append(edit)
            elif changes := document.place(edit.start, edit.end, edit.after):
                placed.changes.extend(changes)
                placed.made.append(edit)
            else:
                placed.unmade.append((edit, _UNPLACED))
        return placed

    def _find_fault(
        self, piece: Piece, document: Document, placed: _Placed, result: str, lang: str
    ) -> str | None:
        """Return what is wrong with a rewriting, or None."""
        edited = _replay(document.text, placed.made)
        if edited is None:
            return "its edits do not fit it"
        again = _read_again(piece, document, placed, edited, result)
        if again is None or again.text != edited:
            return "its edits do not give its result"
        if not piece.head:
            lang = self.normalizer.tell_language(edited)
        if self._place(again, self.normalizer.explain_in(lang, edited, edits_only=True)).changes:
            return "a second pass would change it again"
        return None


def _read_again(
    piece: Piece, document: Document, placed: _Placed, edited: str, result: str
) -> Document | None:
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
