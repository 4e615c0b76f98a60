"""The formats that tables are given out in: CSV, patterns for spaCy, rules for Vale."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from translit.exchange.exporting.pairs import Pair, list_pairs
from translit.tables import Row

_LABELS = {"person": "PERSON", "place": "GPE", "organization": "ORG", "other": "PRODUCT"}


def export_table(
    rows: Iterable[Row], target: str, is_word: Callable[[str], bool] = lambda word: False
) -> str:
    """Return the sure spellings of complete rows in a format of EXPORTS.

    Spellings that `is_word` says are ordinary words are left out.

    >>> row = Row("kyiv", {"kind": "place", "name": "Kyiv", "aliases": [{"text": "Kiev"}]}, "", 1)
    >>> print(export_table([row], "csv").strip())
    alias,canonical,kind,id,source
    Kiev,Kyiv,place,kyiv,alias
    """
    return "".join(EXPORTS[target](list_pairs(rows, is_word)))


def _write_csv(pairs: Iterable[Pair]) -> Iterator[str]:
    """The layout that `translit table import --from csv` reads."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["alias", "canonical", "kind", "id", "source"])
    for pair in pairs:
        if pair.spelling != pair.canonical:
            entity = pair.entity
            writer.writerow([pair.spelling, pair.canonical, entity.kind, entity.id, pair.source])
    yield out.getvalue()


def _write_spacy(pairs: Iterable[Pair]) -> Iterator[str]:
    for pair in pairs:
        pattern = {
            "label": _LABELS[pair.entity.kind],
            "pattern": pair.spelling,
            "id": pair.entity.id,
        }
        yield json.dumps(pattern, ensure_ascii=False) + "\n"


def _write_vale(pairs: Iterable[Pair]) -> Iterator[str]:
    """A substitution rule; its keys are regular expressions."""
    yield (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: warning\n"
        "ignorecase: false\nswap:\n"
    )
    for pair in pairs:
        if pair.spelling != pair.canonical:
            key = re.sub(r"([\\.^$*+?()\[\]{}|])", r"\\\1", pair.spelling)
            yield f"  {_quote(key)}: {_quote(pair.canonical)}\n"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is one of YAML too


EXPORTS: Mapping[str, Callable[[Iterable[Pair]], Iterator[str]]] = {
    "csv": _write_csv,
    "spacy": _write_spacy,
    "vale": _write_vale,
}
"""The writers, by the name that `--to` has."""
