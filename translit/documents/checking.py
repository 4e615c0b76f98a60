"""The last check before a file is overwritten."""

from collections.abc import Sequence

from translit.documents.document import Document, refuse
from translit.normalizer import Normalizer
from translit.rewriting import Edit, Explanation


def check_rewrite(document: Document, explanation: Explanation, normalizer: Normalizer) -> None:
    """Refuse a rewriting of a document that is not exactly its edits, or that is not finished.

    Raises DocumentError unless replaying the edits on its text gives the explained text, and
    normalizing that once more changes nothing.
    """
    if not _replays(document.text, explanation.edits, explanation.text):
        raise refuse(document.path, _REFUSAL.format("its edits do not give its result"))
    if normalizer.normalize(explanation.text) != explanation.text:
        raise refuse(document.path, _REFUSAL.format("a second pass would change it again"))


_REFUSAL = "was left as it was, because {}; please report this as a bug, with the file"


def _replays(text: str, edits: Sequence[Edit], result: str) -> bool:
    # Not by the function that made the result, or the check would check nothing.
    read = written = 0
    for edit in edits:
        expected = text[read : edit.start] + edit.after
        if edit.start < read or text[edit.start : edit.end] != edit.before:
            return False
        if not result.startswith(expected, written):
            return False
        read, written = edit.end, written + len(expected)
    return result[written:] == text[read:]
