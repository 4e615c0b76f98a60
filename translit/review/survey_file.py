"""The groups of a survey, read from its JSON for the page."""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from translit.review.json_file import Record, is_of, read_records
from translit.tables import Verdicts

_CURE = "make it again with `translit survey … --json FILE`"
_KINDS = ("person", "place", "organization", "name", "other")


def is_survey(path: str) -> bool:
    """Tell whether a file is the JSON of a survey."""
    return is_of(path, "survey")


class SurveyFile:
    """The groups of one survey or of several, as items of the page, and the files they are from.

    What `verdicts` decide already is left out, and what `knows` tells of: spellings, and groups of
    which one or none is left.
    Raises ReviewError for a file that is no survey, with line and cure.
    """

    def __init__(self, verdicts: Verdicts, knows: Callable[[str], bool] | None = None) -> None:
        self._verdicts = verdicts
        self._knows = knows
        self._numbers: dict[str, int] = {}
        self._ids: dict[str, str] = {}
        self.items: list[dict[str, Any]] = []
        self.decided = 0

    def add(self, path: str) -> None:
        """Take the groups of a file."""
        _, records = read_records(path, "survey", "groups", _CURE)
        for record in records:
            self._add_group(path, record)

    def list_files(self) -> list[dict[str, Any]]:
        """Return the files of the sentences."""
        return [{"name": name, "said": "", "troubles": []} for name in self._numbers]

    def describe(self) -> str:
        """Return the figures in a line."""
        sure = sum(1 for item in self.items if item["sure"])
        groups = f"{len(self.items):,} group{'' if len(self.items) == 1 else 's'}"
        decided = f", {self.decided:,} decided before" if self.decided else ""
        return f"{groups}, {sure:,} sure{decided}"

    def _add_group(self, path: str, record: Record) -> None:
        group_id = record.text("id")
        if group_id in self._ids and self._ids[group_id] == path:
            raise record.refuse("id", f"“{group_id}” is given twice")
        is_twin = self._ids.setdefault(group_id, path) != path  # of another survey
        spellings = [self._read_spelling(one) for one in record.records("spellings")]
        if not spellings:
            raise record.refuse("spellings", "has no spelling")
        asked = [one for one in spellings if self._asks(one["text"])]
        item = self._read_item(record, spellings)
        if len(asked) < len(spellings) and len(asked) < 2:
            self.decided += 1
            return
        if is_twin:
            item["id"] += "~" + blake2b(path.encode(), digest_size=4).hexdigest()
        if len(asked) < len(spellings) and not self._asks(item["form"]):
            item["form"] = max(asked, key=lambda one: one["count"])["text"]
        item["spellings"] = asked
        item["count"] = int(sum(one["count"] for one in asked))
        self.items.append(item)

    def _asks(self, spelling: str) -> bool:
        is_known = self._knows is not None and self._knows(spelling)
        return self._verdicts.asks(spelling) and not is_known

    def _read_spelling(self, record: Record) -> dict[str, Any]:
        return {
            "text": record.text("text"),
            "count": int(record.number("count")),
            "documents": int(record.number("documents")),
        }

    def _read_item(self, record: Record, spellings: list[dict[str, Any]]) -> dict[str, Any]:
        original = record.record("original") if record.has("original") else None
        first = record.record("first_name") if record.has("first_name") else None
        form = record.text("canonical", optional=True)
        gender = record.text("gender", optional=True)
        return {
            "id": record.text("id"),
            "type": "group",
            "status": "new",
            "kind": record.choice("kind", *_KINDS),
            "sure": record.flag("sure"),
            "gender": gender and record.choice("gender", "f", "m"),
            "form": form or max(spellings, key=lambda one: one["count"])["text"],
            "original": {
                "text": original.text("text", optional=True),
                "lang": original.text("lang", optional=True),
                "score": original.number("score"),
            }
            if original
            else None,
            "given": record.texts("given"),
            "first": {"form": first.text("form"), "native": first.text("native")}
            if first
            else None,
            "titles": record.texts("titles"),
            "against": record.texts("against"),
            "why": record.text("why", optional=True),
            "places": [self._read_place(one) for one in record.records("examples")],
        }

    def _read_place(self, record: Record) -> dict[str, Any]:
        name = record.text("file", optional=True)
        return {
            "file": self._numbers.setdefault(name, len(self._numbers)),
            "line": int(record.number("line")),
            "before": record.text("before", optional=True),
            "text": record.text("text", optional=True) or record.text("spelling"),
            "after": record.text("after", optional=True),
        }
