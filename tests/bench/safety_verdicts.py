"""What was judged of edits: `safety_verdicts.tsv`, a row for each distinct edit of a kind of text.

A verdict is `right`, `harmless` (as good as before, and the same entity) or `wrong`. A wrong one
has a `fault`: `other` (it names somebody or something else), `name` (a title, brand or longer name
that is spelled so) or `form` (the right entity, in a form that does not fit). It was judged in its
sentence, by each of its places, as the editor of the text would. Where one document decides
otherwise than the others, its row has the document's `mark`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.bench.checking import read_tsv
from translit import Edit

PATH = Path(__file__).parent / "safety_verdicts.tsv"
UNREAD = "unread"
FIELDS = ("kind", "before", "after", "entity", "mark", "verdict", "fault", "why")


class Verdict(NamedTuple):
    """What somebody found of an edit: the verdict, and the fault if it is wrong."""

    verdict: str
    fault: str


class Verdicts:
    """The list of verdicts, by kind of text and edit."""

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self._rows = {
            (row["kind"], row["before"], row["after"], row["entity"], row["mark"]): Verdict(
                row["verdict"], row["fault"] or ""
            )
            for row in rows
        }

    def find(self, kind: str, mark: str, edit: Edit) -> Verdict:
        """Return what was found of an edit in a document, or that nobody read it."""
        key = (kind, edit.before, edit.after, edit.entity_id or "")
        return self._rows.get((*key, mark)) or self._rows.get((*key, "")) or Verdict(UNREAD, "")


def read_verdicts() -> Verdicts:
    """Return the list as it is now."""
    return Verdicts(read_tsv(PATH))
