"""JRC-Names: the entities file, one spelling a line: id, type, language, name, tab-separated.

In a name `+` stands for a space; language `u` is unknown. The first spelling of an id is its name.
"""

from collections.abc import Iterable, Iterator

from translit.exchange.importing.columns import cut_lines
from translit.exchange.importing.draft import Draft, Reject
from translit.tables import Kind

_KINDS: dict[str, Kind] = {"P": "person", "O": "organization", "T": "organization"}
_COLUMNS = 4


def read_jrc_names(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each person and organization."""
    found: dict[str, Draft] = {}
    for line, text in cut_lines(lines):
        values = text.split("\t")
        if text.startswith("#"):
            continue
        if len(values) < _COLUMNS or not values[0].strip().isdecimal():
            reason = "it is no line of id, type, language and name, parted by tabs"
            yield Reject(line, text[:60], reason, is_malformed=True)
            continue
        id, kind, lang, name = values[:_COLUMNS]
        name = name.replace("+", " ")
        draft = found.setdefault(id, Draft(line, id, _KINDS.get(kind), label=kind))
        if not draft.name and name.isascii():
            draft.name = name
        else:
            draft.names.append((name, "" if lang == "u" else lang))
    yield from found.values()
