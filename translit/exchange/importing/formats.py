"""The formats that tables are made of, by the name that `--from` has."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping

from translit.exchange.importing.draft import Draft, Reject, UnreadableError
from translit.exchange.importing.geonames import read_geonames
from translit.exchange.importing.jrc_names import read_jrc_names
from translit.exchange.importing.lines import LONGEST_ENTRY, LONGEST_JSON, read_lines
from translit.exchange.importing.opensanctions import read_opensanctions
from translit.exchange.importing.plain_csv import read_plain_csv
from translit.exchange.importing.rows import Imported, RowMaker
from translit.exchange.importing.spacy_ruler import read_spacy_ruler
from translit.exchange.importing.wikidata import read_wikidata_entities, read_wikidata_sparql
from translit.tables import Kind, TableError

Reader = Callable[[Iterable[str]], Iterator[Draft | Reject]]

IMPORTS: Mapping[str, Reader] = {
    "csv": read_plain_csv,
    "geonames": read_geonames,
    "jrc-names": read_jrc_names,
    "opensanctions": read_opensanctions,
    "spacy": read_spacy_ruler,
    "wikidata-entities": read_wikidata_entities,
    "wikidata-sparql": read_wikidata_sparql,
}
"""The readers, by the name of the format."""

_MOST_MALFORMED = 20  # records in a row, from the first on, of a file that is of another format


def import_table(
    path: str | os.PathLike[str], source: str, *, kind: Kind | None = None
) -> Imported:
    """Make a table of a file in another program's format.

    `source` is one of IMPORTS; `kind` is that of rows of which the file does not tell it. Persons
    are not `alone`. Returns the table, and all that could not be used, with lines and reasons.
    Raises TableError for a file that cannot be read or is not in that format.

    >>> sorted(IMPORTS)[:2]
    ['csv', 'geonames']
    """
    name = os.fspath(path)
    longest = LONGEST_JSON if source.startswith("wikidata") else LONGEST_ENTRY
    maker = RowMaker(name, kind)
    try:
        found = IMPORTS[source](read_lines(name, longest))
        table = maker.make_table(_sort_out(found, maker.rejects))
    except UnreadableError as error:
        raise TableError(name, error.line, error.problem, error.cure) from None
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise TableError(name, None, problem, "check the path") from None
    return Imported(table, tuple(sorted(maker.rejects, key=lambda reject: reject.line)))


def _sort_out(found: Iterable[Draft | Reject], rejects: list[Reject]) -> Iterator[Draft]:
    """Give the drafts and note the rejects; UnreadableError if there is nothing but malformed ones.

    A file of another format is told by one message, not by one for each of its lines.
    """
    began = False
    for one in found:
        if isinstance(one, Draft):
            began = True
            yield one
            continue
        rejects.append(one)
        began = began or not one.is_malformed
        if not began and len(rejects) >= _MOST_MALFORMED:
            raise _call_foreign(rejects[0])
    if not began and rejects:
        raise _call_foreign(rejects[0])
    if not began:
        raise UnreadableError(1, "the file holds no name", "check the path and --from")


def _call_foreign(first: Reject) -> UnreadableError:
    problem = f"the file is of another format: {first.reason}"
    return UnreadableError(first.line, problem, "check --from, or fetch the file again")
