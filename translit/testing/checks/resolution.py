"""Checks that let the normalizer read each canonical form: it must stay, and mean its row."""

from collections.abc import Iterator

from translit.forms import list_growing
from translit.schemes import split_words
from translit.testing.finding import Finding
from translit.testing.subject import Subject, full_name


def find_moving_names(subject: Subject) -> Iterator[Finding]:
    """Canonical forms that another row rewrites."""
    for id, known in subject.known.items():
        text = f"It was {full_name(known)} that they spoke of."
        for edit in subject.normalizer.explain(text, edits_only=True).edits:
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


def find_growing_names(subject: Subject) -> Iterator[Finding]:
    """Names that are not read whole, while a part of them is read as the row again."""
    for id, known in subject.known.items():
        for at, printed, part in list_growing(known):
            plain = " ".join(word for is_gap, word in split_words(printed) if not is_gap)
            field = f"{at}.as" if at.startswith("aliases") else at
            yield subject.finding(
                subject.rows[id],
                "growing",
                field,
                f"“{printed}” cannot be read as one name, and the “{part}” in it is this row "
                "again, so that nothing is rewritten to it",
                f"write `{field}` in words with spaces or hyphens between them, such as "
                f"“{plain}”, or only the part that is always printed: “{part}”",
                f"They spoke of {printed}.",
            )
