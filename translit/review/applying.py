"""Decisions written into a user's table: whole, once, and only where the page knew that table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from translit.review.decisions import read_decisions
from translit.review.errors import ReviewError
from translit.review.planning import plan_changes
from translit.review.table_file import UserTable
from translit.tables import Table


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of decisions: how many there were, and what they made.

    `added` and `changed` are the ids of the rows that are new or changed; `undone` says what no
    table can hold.
    """

    decisions: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    undone: tuple[str, ...]


def apply_decisions(path: str, table_path: str, *, dry_run: bool = False) -> Applied:
    """Write the decisions of a file into a table, which is made if it is not there.

    What the table says already is left alone, so that applying twice changes nothing.
    Raises ReviewError for decisions that are wrong, that are about another state of the table, or
    that cannot be written; TableError and DocumentError for a file that cannot be read. Then
    nothing is written.
    """
    decisions = read_decisions(path)
    target = UserTable(table_path)
    plan = plan_changes(decisions, target.table)
    if plan.changes:
        _refuse_other_state(path, decisions.tables, target)
        text = target.change(plan.changes)
        if not dry_run:
            target.write(text)
    there = {row.id for row in target.table.rows}
    ids = [change.id for change in plan.changes]
    return Applied(
        len(decisions.items),
        tuple(one for one in ids if one not in there),
        tuple(one for one in ids if one in there),
        plan.undone,
    )


def _refuse_other_state(path: str, known: Iterable[str], target: UserTable) -> None:
    known = set(known)
    if target.table.digest in known or not (known or target.table.rows):
        return
    if not known:
        problem = f"was made without {target.path}, which has rows by now"
    elif target.is_new:
        problem = f"was made with a table, and there is no {target.path}"
    else:
        problem = f"was made with another state of {target.path}: rows were changed since"
    cure = f"make the page again, `translit review … --table {target.path}`, and decide there"
    raise ReviewError(path, 1, problem, cure)


def digest_state(content: bytes, tables: Iterable[Table]) -> Mapping[str, object]:
    """Return what a page tells of what it was made from: the digests of all, and of the tables."""
    digests = [table.digest for table in tables]
    whole = sha256(content + "".join(digests).encode()).hexdigest()
    return {"page": whole, "tables": digests}
