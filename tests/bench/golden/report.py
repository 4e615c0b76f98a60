"""The differences as they are printed: by kind and rule, with counts and samples."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import get_args

from tests.bench.golden.differences import Difference, Kind, show_result
from tests.bench.golden.pieces import Piece, rank

_SAMPLES = 10
_AROUND = 50  # code points of context


@dataclass
class Report:
    """Counts differences, and keeps ten of each kind and rule that are written differently."""

    counts: Counter[tuple[Kind, str]] = field(default_factory=Counter)
    _samples: defaultdict[tuple[Kind, str], dict[str, list[str]]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(self, piece: Piece, found: Difference) -> None:
        """Take a difference in; which ones are kept does not depend on the order."""
        key = (found.kind, found.rule)
        self.counts[key] += 1
        samples = self._samples[key]
        before, old, new = show(piece.text, found)
        same = f"{before}\0{old}\0{new}" if before else piece.id
        if same not in samples:
            start, end = max(found.start - _AROUND, 0), found.end + _AROUND
            context = f"{piece.text[start : found.start]}[[{before}]]{piece.text[found.end : end]}"
            samples[same] = [piece.id, f"{before} → {old} | {new}", context]
            if len(samples) > _SAMPLES:
                del samples[max(samples, key=rank)]

    def list_lines(self) -> Iterator[str]:
        """Give the lines of the report."""
        for kind in get_args(Kind):
            rules = [(n, rule) for (of, rule), n in self.counts.most_common() if of == kind]
            yield f"{kind}: {sum(n for n, _ in rules):,}"
            for number, rule in rules:
                yield f"  {number:,} {rule}"
                for name, change, context in sorted(self._samples[kind, rule].values()):
                    yield f"    {change!r}"
                    yield f"      {name}: {context!r}"


def show(text: str, found: Difference) -> tuple[str, str, str]:
    """Return the span of a difference, and what the old and the new version make of it."""
    start, end = found.start, found.end
    old, new = (show_result(text, start, end, edits) for edits in (found.old, found.new))
    return text[start:end], old, new
