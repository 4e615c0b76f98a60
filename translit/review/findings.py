"""What a run over files saw, for the page: each name that changed, or might have, with sentences.

It is counted as it goes, in memory that does not grow with the files.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from translit.files import FilePiece, Outcome, find_line, list_line_starts
from translit.review.contexts import find_context
from translit.rewriting import Mention
from translit.tables import Verdicts

_MOST_ITEMS = 20_000
_MOST_PLACES = 40_000  # of all items
_MOST_PLACES_OF_ITEM = 200
_MOST_FILES = 10_000
_MOST_TROUBLES = 100  # of one file
_EDITS_FIRST = 1_000_000
_MOST_SPELLINGS = 12  # of an entity, said in a line
# In the order in which they are looked through.
_STATUSES = ("edit", "suggestion", "ambiguous", "kept")
_NOUNS = {"edit": "edit", "suggestion": "suggestion", "ambiguous": "in doubt", "kept": "kept"}
# What makes a suggestion sure, if a row of a table can say it.
_NEEDS = {"damaged": "alias", "short-form": "alone"}

_Key = tuple[str, str, str, str, str]


@dataclass(slots=True)
class _Item:
    """One spelling of one entity, and one verdict on it: how often, and where."""

    mention: Mention
    count: int = 0
    places: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class _File:
    name: str
    counts: Counter[str] = field(default_factory=Counter)
    troubles: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Findings:
    """The mentions of files that are worth a look, and what is wrong with the files.

    `verdicts` are those of the user's tables, `decided` spellings of entities from files of
    decisions: they are not listed again.
    """

    verdicts: Verdicts | None = None
    decided: frozenset[tuple[str, str]] = frozenset()
    items: dict[_Key, _Item] = field(default_factory=dict)
    files: list[_File] = field(default_factory=list)
    right: dict[str, Counter[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    _file: _File = field(default_factory=lambda: _File(""))
    _places: int = 0

    def begin(self, name: str) -> None:
        """Go on to the next file."""
        self._file = _File(name)
        self.counts["files"] += 1
        if len(self.files) < _MOST_FILES:
            self.files.append(self._file)

    def note_trouble(self, message: str) -> None:
        """Note what is wrong with the present file."""
        if len(self._file.troubles) < _MOST_TROUBLES:
            self._file.troubles.append(message)

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Take the mentions of a piece of the present file."""
        starts = list_line_starts(piece) if outcome.mentions else []
        for mention in outcome.mentions:
            if mention.status == "canonical":
                self._count_right(mention)
            elif not self._is_decided(mention):
                self._take(piece, mention, find_line(piece, mention.start, starts))

    def _is_decided(self, mention: Mention) -> bool:
        text = _join(mention.text)
        if any((entity, text) in self.decided for entity in mention.candidates):
            return True
        if self.verdicts is None:
            return False
        return mention.reason == "keep-list" or not self.verdicts.asks(mention.text)

    def _count_right(self, mention: Mention) -> None:
        spellings = self.right.setdefault(mention.entity_id or "", Counter())
        if len(spellings) < _MOST_SPELLINGS or mention.text in spellings:
            spellings[_join(mention.text)] += 1

    def _take(self, piece: FilePiece, mention: Mention, line: int) -> None:
        self.counts[mention.status] += 1
        self._file.counts[mention.status] += 1
        key = _find_key(mention)
        item = self.items.get(key)
        if item is None:
            if len(self.items) >= _MOST_ITEMS:
                return
            item = self.items[key] = _Item(mention)
        item.count += 1
        is_listed = self.counts["files"] <= _MOST_FILES
        if is_listed and self._places < _MOST_PLACES and len(item.places) < _MOST_PLACES_OF_ITEM:
            self._places += 1
            before, after = find_context(piece.source, mention.start, mention.end)
            item.places.append(
                {
                    "file": len(self.files) - 1,
                    "line": line,
                    "before": before,
                    "text": _join(mention.text),
                    "after": after,
                    "becomes": _join(mention.canonical),
                }
            )

    def list_items(self) -> list[dict[str, Any]]:
        """Return the items for the page: by entity, those first that change most."""
        weight: Counter[str] = Counter()
        for item in self.items.values():
            is_edit = item.mention.status == "edit"
            weight[_name(item.mention)] += item.count * (_EDITS_FIRST if is_edit else 1)
        ranked = sorted(
            self.items.items(),
            key=lambda pair: (
                -weight[_name(pair[1].mention)],
                _name(pair[1].mention),
                _STATUSES.index(pair[1].mention.status),
                -pair[1].count,
                pair[0],
            ),
        )
        return [_describe(key, item) for key, item in ranked]

    def list_files(self) -> list[dict[str, Any]]:
        """Return the files for the page."""
        return [
            {
                "name": file.name,
                "said": ", ".join(
                    _plural(file.counts[status], _NOUNS[status])
                    for status in _STATUSES
                    if file.counts[status]
                ),
                "troubles": file.troubles,
            }
            for file in self.files
        ]

    def list_entities(self) -> dict[str, dict[str, str]]:
        """Return what is said of entities that were met in the right form."""
        return {
            entity: {"said": ", ".join(f"{text} {n:,}×" for text, n in found.most_common())}
            for entity, found in self.right.items()
        }

    def describe(self) -> str:
        """Return the figures in a line."""
        return ", ".join(self._say_figures())

    def _say_figures(self) -> Iterator[str]:
        yield _plural(self.counts["edit"], "edit")
        yield _plural(self.counts["suggestion"] + self.counts["ambiguous"], "suggestion")
        yield f"{self.counts['kept']:,} kept"
        yield _plural(self.counts["files"], "file")
        if len(self.items) >= _MOST_ITEMS:
            yield f"only the first {_MOST_ITEMS:,} spellings are listed"
        if self.counts["files"] > _MOST_FILES:
            yield f"only the first {_MOST_FILES:,} files are listed"


def _find_key(mention: Mention) -> _Key:
    text, form = _join(mention.text), _join(mention.canonical)
    return _name(mention), text, form, mention.status, mention.reason or ""


def _name(mention: Mention) -> str:
    return mention.entity_id or " or ".join(mention.candidates)


def _describe(key: _Key, item: _Item) -> dict[str, Any]:
    mention = item.mention
    needs = "hand" if mention.status == "suggestion" else ""
    return {
        "id": blake2b("\0".join(key).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest(),
        "type": "mention",
        "status": mention.status,
        "entity": mention.entity_id,
        "candidates": list(mention.candidates),
        "text": key[1],
        "form": key[2],
        "reason": mention.reason,
        "why": mention.why,
        "needs": _NEEDS.get(mention.reason or "", needs) if needs else "",
        "count": item.count,
        "places": item.places,
    }


def _join(text: str) -> str:
    return " ".join(text.split())


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' if number != 1 and noun not in ('kept', 'in doubt') else ''}"
