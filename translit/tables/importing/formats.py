"""The formats that tables are made of, by the name that `--from` has."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from translit.tables.entity import Kind
from translit.tables.errors import TableError
from translit.tables.importing.draft import Draft, Reject, UnreadableError
from translit.tables.importing.geonames import read_geonames
from translit.tables.importing.jrc_names import read_jrc_names
from translit.tables.importing.opensanctions import read_opensanctions
from translit.tables.importing.plain_csv import read_plain_csv
from translit.tables.importing.rows import Imported, RowMaker
from translit.tables.importing.spacy_ruler import read_spacy_ruler
from translit.tables.importing.wikidata import read_wikidata_entities, read_wikidata_sparql

Reader = Callable[[Iterable[str]], Iterator[Draft | Reject]]

FORMATS: Mapping[str, Reader] = {
    "csv": read_plain_csv,
    "geonames": read_geonames,
    "jrc-names": read_jrc_names,
    "opensanctions": read_opensanctions,
    "spacy": read_spacy_ruler,
    "wikidata-entities": read_wikidata_entities,
    "wikidata-sparql": read_wikidata_sparql,
}
"""The readers, by the name of the format."""


def import_table(
    path: str | os.PathLike[str], source: str, *, kind: Kind | None = None
) -> Imported:
    """Make a table of a file in another program's format.

    `source` is one of FORMATS; `kind` is that of rows of which the file does not tell it. Persons
    are not `alone`. Returns the table, and all that could not be used, with lines and reasons.
    Raises TableError for a file that cannot be read or is not in that format.

    >>> sorted(FORMATS)[:2]
    ['csv', 'geonames']
    """
    name = os.fspath(path)
    maker = RowMaker(name, kind)

    def drafts(lines: Iterable[str]) -> Iterator[Draft]:
        for found in FORMATS[source](lines):
            if isinstance(found, Reject):
                maker.rejects.append(found)
            else:
                yield found

    try:
        with Path(name).open(encoding="utf-8-sig", newline="") as lines:
            table = maker.make_table(drafts(lines))
    except UnreadableError as error:
        raise TableError(name, error.line, error.problem, error.cure) from None
    except UnicodeDecodeError:
        raise TableError(name, None, "is not UTF-8", "save it as UTF-8") from None
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise TableError(name, None, problem, "check the path") from None
    return Imported(table, tuple(sorted(maker.rejects, key=lambda reject: reject.line)))
