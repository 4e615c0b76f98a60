"""Checks that let the normalizer read each canonical form: it must stay, and mean its row."""

from collections.abc import Iterator

from translit.testing.finding import Finding
from translit.testing.subject import Subject, full_name


def find_moving_names(subject: Subject) -> Iterator[Finding]:
    """Canonical forms that another row rewrites."""
    for id, known in subject.known.items():
        text = f"It was {full_name(known)} that they spoke of."
        for edit in subject.normalizer.explain(text).edits:
            if edit.entity_id == id or edit.entity_id is None:
                continue
            yield subject.finding(
                subject.rows[id],
                "fixed-point",
                "name",
                f"`name` is rewritten: `{edit.entity_id}` makes “{edit.after}” of its "
                f"“{edit.before}”",
                f"take “{edit.before}” from `{edit.entity_id}`, or write it there as this row does",
                text,
            )
            break
