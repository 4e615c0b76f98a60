"""`python -m tests.bench safety`: wrong edits in a million words of English that was right.

Every distinct edit has a verdict, and what has none is listed. The parts: `texts`, by kind of text
and of fault; `joined`, the same texts in documents of 300,000 words; `people`, who are in no table;
`tables`, large ones of users.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.bench import big_tables, joined, people
from tests.bench.english import Document, read_documents
from tests.bench.rates import tell_rate
from tests.bench.safety_verdicts import UNREAD, Verdict, Verdicts, read_verdicts
from translit import Edit, Normalizer

PARTS = ("texts", "joined", "people", "tables")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of a run; `--seed` is that of the attack."""
    group = parser.add_argument_group("safety")
    group.add_argument(
        "--part", choices=PARTS, action="append", help="what alone (default: all but tables)"
    )


def run(args: argparse.Namespace) -> int:
    """Print the tables; return 1 if an edit has no verdict."""
    parts = args.part or PARTS[:-1]
    documents = list(read_documents(args.data)) if set(parts) != {"people"} else []
    unread = 0
    if "texts" in parts:
        unread += measure_texts(documents, args.misses)
    if "joined" in parts:
        unread += joined.measure(documents, args.misses)
    if "people" in parts:
        people.measure(args.data, args.seed, args.misses)
    if "tables" in parts:
        unread += big_tables.measure(documents, args.data, args.misses)
    return int(unread > 0)


@dataclass
class _Count:
    """What was counted of some documents."""

    words: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    distinct: set[tuple[str, str, str | None]] = field(default_factory=set)

    def add(self, other: "_Count") -> None:
        self.words += other.words
        self.verdicts.update(other.verdicts)
        self.distinct |= other.distinct

    def count(self, verdict: str) -> int:
        return sum(times for one, times in self.verdicts.items() if one.verdict == verdict)

    def show(self) -> str:
        wrong = self.count("wrong")
        return (
            f"{self.words:9,} {self.verdicts.total():6} {len(self.distinct):8}"
            f" {self.count('harmless'):8} {self.count(UNREAD):6} {wrong:5}"
            f"  {tell_rate(wrong, self.words)}"
        )


def measure_texts(documents: Iterable[Document], misses: int) -> int:
    """Print rates by kind of text, by half and by fault; return how many edits nobody read."""
    verdicts = read_verdicts()
    counts: dict[tuple[str, bool], _Count] = defaultdict(_Count)
    unread: Counter[str] = Counter()
    for document, edit, verdict in _judge(documents, counts, verdicts):
        if verdict.verdict == UNREAD:
            unread[_show(document, edit)] += 1
        elif verdict.verdict == "wrong" and misses:
            print(f"  wrong ({verdict.fault}): {_show(document, edit)}")
    print("\n1. Texts that were right; wrong edits in a million words, with 95 % bounds")
    print(f"  {'kind':22}     words  edits distinct harmless unread wrong  a million")
    kinds = dict.fromkeys(kind for kind, _ in counts)
    rows = {kind: [counts[kind, aside] for aside in (False, True)] for kind in sorted(kinds)}
    rows["half read before"] = [one for (_, aside), one in counts.items() if not aside]
    rows["half kept aside"] = [one for (_, aside), one in counts.items() if aside]
    rows["all"] = list(counts.values())
    for kind, some in rows.items():
        print(f"  {kind:22} {_sum(some).show()}")
    whole = _sum(counts.values())
    for fault in ("other", "name", "form"):
        number = whole.verdicts[Verdict("wrong", fault)]
        print(f"  wrong by {fault:6} {number:5}  {tell_rate(number, whole.words)}")
    for line, times in sorted(unread.items()):
        print(f"  not read: {times} × {line}")
    return unread.total()


def _judge(
    documents: Iterable[Document],
    counts: dict[tuple[str, bool], _Count],
    verdicts: Verdicts,
) -> Iterator[tuple[Document, Edit, Verdict]]:
    normalizer = Normalizer()
    for document in documents:
        count = counts[document.kind, document.is_aside]
        count.words += len(document.text.split())
        for edit in normalizer.explain(document.text, edits_only=True).edits:
            verdict = verdicts.find(document.kind, document.mark, edit)
            count.verdicts[verdict] += 1
            count.distinct.add((edit.before, edit.after, edit.entity_id))
            yield document, edit, verdict


def _sum(counts: Iterable[_Count]) -> _Count:
    whole = _Count()
    for one in counts:
        whole.add(one)
    return whole


def _show(document: Document, edit: Edit) -> str:
    return f"{edit.before} → {edit.after} ({edit.entity_id}) in {document.kind}, {document.mark}"
