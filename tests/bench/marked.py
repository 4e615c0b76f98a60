"""Texts marked by hand: what must become of them, and what must stay."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translit import Normalizer

HERE = Path(__file__).parent
TRAPS = HERE.parent / "cases" / "traps.jsonl"
_FIELDS = ("title", "desc")
_WORD = re.compile(r"[\w’']+")


@dataclass
class _Score:
    """Edits that must be made, those that are, and edits that must not be."""

    wanted: int = 0
    made: int = 0
    wrong: int = 0

    def show(self) -> str:
        recall = self.made / self.wanted if self.wanted else 1.0
        return f"edits wanted {self.wanted}, made {recall:.1%}, wrong {self.wrong}"


def measure_adversarial(misses: int) -> None:
    print("\n3. Traps written for this")
    rows = list(_read(TRAPS))
    normalizer = Normalizer(lang="en")  # as the suite reads them
    score = _Score()
    about: Counter[str] = Counter()
    for row in rows:
        got = normalizer.normalize(row["text"])
        _compare(score, row["text"], row["expected"], got)
        if got != row["expected"]:
            about[row["about"]] += 1
            if about.total() <= misses:
                print(f"    {row['about']}: {row['text']!r}\n      gives {got!r}")
    print(f"  texts {len(rows)}, {score.show()}")
    print(f"  texts that differ, by kind: {dict(about.most_common())}")


def measure_headlines(data: Path, misses: int) -> None:
    print("\n2. Headlines marked by hand")
    rows = list(_read(HERE / "headlines.jsonl"))
    texts = {name: read_texts(data / name) for name in {row["source"] for row in rows}}
    normalizer = Normalizer()
    score = _Score()
    shown = 0
    for row in rows:
        text = texts[row["source"]][row["line"] - 2]  # lines are counted from 1, with the header
        expected = _apply(text, row.get("edits", ()))
        got = normalizer.normalize(text)
        allowed = _apply(text, (*row.get("edits", ()), *row.get("may", ())))
        _compare(score, text, expected, got, allowed)
        if got != expected and shown < misses:
            shown += 1
            print(f"    {text!r}\n      gives {got!r}")
    print(f"  headlines {len(rows)}, {score.show()}")


def _compare(score: _Score, text: str, expected: str, got: str, allowed: str = "") -> None:
    """Count word by word: an edit is a word of the text that is written otherwise."""
    wanted = _list_changed(text, expected)
    made = _list_changed(text, got)
    score.wanted += wanted.total()
    score.made += (wanted & made).total()
    score.wrong += (made - wanted - _list_changed(text, allowed)).total()


def _list_changed(text: str, result: str) -> Counter[str]:
    return Counter(_WORD.findall(result)) - Counter(_WORD.findall(text))


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if not line.startswith("#"))


def read_texts(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return ["\n".join(row[f] for f in _FIELDS if row.get(f)) for row in rows]


def _apply(text: str, edits: Any) -> str:
    for start, end, after in sorted(edits, reverse=True):
        text = text[:start] + after + text[end:]
    return text
