"""spaCy: the patterns of an EntityRuler in JSON Lines: label, pattern, and id where given."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from translit.tables.entity import Kind
from translit.tables.importing.columns import cut_lines
from translit.tables.importing.draft import Draft, Reject

_KINDS: dict[str, Kind] = {
    "PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place", "FAC": "place",
    "ORG": "organization", "NORP": "organization", "PRODUCT": "other", "WORK_OF_ART": "other",
}  # fmt: skip
_EXACT = ("TEXT", "ORTH")


def read_spacy_ruler(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each id, or for each pattern without one; its first pattern is its name."""
    found: dict[tuple[str, str], Draft] = {}
    for line, text in cut_lines(lines):
        try:
            record = json.loads(text)
        except ValueError as error:
            yield Reject(line, text[:60], f"not valid JSON: {error}")
            continue
        label = record.get("label", "") if isinstance(record, dict) else ""
        name = _join(record.get("pattern")) if label else None
        if label not in _KINDS:
            yield Reject(line, text[:60], f"the label {label or '(none)'} says of no kind of name")
        elif name is None:
            yield Reject(line, text[:60], "its pattern is more than words: only TEXT and ORTH")
        else:
            id = str(record.get("id") or name)
            draft = found.setdefault((label, id), Draft(line, id, _KINDS[label]))
            if not draft.name and name.isascii():
                draft.name = name
            else:
                draft.names.append((name, ""))
    yield from found.values()


def _join(pattern: Any) -> str | None:
    """The text that a pattern matches, or None if it is no fixed text."""
    if isinstance(pattern, str):
        return pattern
    if not isinstance(pattern, list) or not pattern:
        return None
    words = []
    for token in pattern:
        key = next(iter(token), "") if isinstance(token, dict) and len(token) == 1 else ""
        if key.upper() not in _EXACT or not isinstance(token[key], str):
            return None
        words.append(token[key])
    return " ".join(words)
