"""The English texts at hand, by kind: a document each, of which half is kept aside."""

import csv
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HEADLINES = ("war_headlines_2022", "headlines_2015_2021")
_FIELDS = ("title", "desc")


class Document(NamedTuple):
    """A text, what kind of text it is, and a name that stays when the file grows."""

    kind: str
    id: str
    text: str

    @property
    def is_aside(self) -> bool:
        """Whether it is of the half that is not read before a fault is said to be mended."""
        return zlib.crc32(self.id.encode()) % 2 == 1

    @property
    def mark(self) -> str:
        """What the list of verdicts calls it by."""
        return f"{zlib.crc32(self.id.encode()):08x}"


def read_documents(data: Path) -> Iterator[Document]:
    """Give all documents; a kind is a collection, or the part of one that its ids name."""
    for file, kind in (("texts/en", ""), ("reuters_1987", "reuters_1987")):
        with (data / f"{file}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                name = str(row["id"])
                yield Document(kind or name.partition(":")[0], name, row["text"])
    for kind in _HEADLINES:
        with (data / f"{kind}.tsv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                text = "\n".join(row[field] for field in _FIELDS if row.get(field))
                yield Document(kind, text, text)
