"""How often the language of a text is told, and what changes in text of it that was right."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from translit import Normalizer

_LONGEST_LINE = 60  # code points
_MOST_LINES = 8  # of a document


def run(data: Path, misses: int) -> None:
    """Print a table by language: documents and lines told, words, edits; and some of these."""
    normalizer = Normalizer()
    tell = normalizer.tell_language
    print("language  documents told  lines told, und, wrong   words    edits  distinct")
    for path in sorted((data / "texts").glob("*.jsonl")):
        texts = [json.loads(row)["text"] for row in path.read_text("utf-8").splitlines()]
        lines = [line for text in texts for line in _list_lines(text)]
        told = Counter(map(tell, texts))[path.stem] / len(texts)
        by = Counter(map(tell, lines))
        right, untold = by[path.stem] / len(lines), by["und"] / len(lines)
        edits: Counter[tuple[str, str]] = Counter()
        for text in texts:
            found = normalizer.explain(text, edits_only=True).edits
            edits.update((edit.before, edit.after) for edit in found)
        words = sum(len(text.split()) for text in texts)
        print(
            f"{path.stem:8}  {told:14.3f}  {right:10.3f} {untold:.3f} {1 - right - untold:.3f}"
            f"  {words:9,}  {edits.total():7}  {len(edits):8}"
        )
        for (before, after), count in edits.most_common(misses):
            print(f"    {count} {before} → {after}")


def _list_lines(text: str) -> Iterator[str]:
    """Give the first words of the first lines of a text."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:_MOST_LINES]:
        yield line[:_LONGEST_LINE].rsplit(" ", 1)[0]
