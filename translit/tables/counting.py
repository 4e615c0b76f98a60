"""What tables hold, in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping

from translit.tables.row import Row


def count_rows(rows: Iterable[Row]) -> Mapping[str, int]:
    """Count rows by kind, and the names in them by field and language.

    >>> row = Row("kyiv", {"kind": "place", "name": "Kyiv", "native": {"uk": "Київ"}}, "", 1)
    >>> dict(count_rows([row]))
    {'rows': 1, 'kind place': 1, 'native uk': 1}
    """
    counts: Counter[str] = Counter()
    for row in rows:
        counts["rows"] += 1
        counts[f"kind {row.fields.get('kind', '(that of a weaker table)')}"] += 1
        counts.update(f"native {lang}" for lang in row.fields.get("native", {}))
        for field in ("aliases", "suggest", "former", "other_names", "shares"):
            counts[field] += len(row.fields.get(field, ()))
        for field in ("alone", "common", "because", "wikidata"):
            counts[field] += bool(row.fields.get(field))
    found = {name: count for name, count in counts.items() if count}
    return dict(sorted(found.items(), key=lambda item: _place(item[0])))


def _place(name: str) -> tuple[int, str]:
    for place, start in enumerate(("rows", "kind ", "native ")):
        if name.startswith(start):
            return place, name
    return len("rows"), name
