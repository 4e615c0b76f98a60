"""The formats that tables are made of, by the name that `--from` has."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping

from translit.exchange.importing.draft import Draft, Reject, UnreadableError
from translit.exchange.importing.geonames import read_geonames
from translit.exchange.importing.jrc_names import read_jrc_names
from translit.exchange.importing.lines import LONGEST_ENTRY, LONGEST_JSON, read_lines
from translit.exchange.importing.opensanctions import read_opensanctions
from translit.exchange.importing.plain_csv import COLUMNS, read_openrefine, read_plain_csv
from translit.exchange.importing.rows import Imported, RowMaker
from translit.exchange.importing.sorting import code_of
from translit.exchange.importing.spacy_ruler import read_spacy_ruler
from translit.exchange.importing.tbx import read_tbx
from translit.exchange.importing.wikidata import read_wikidata_entities, read_wikidata_sparql
from translit.tables import Kind, TableError

Reader = Callable[..., Iterator[Draft | Reject]]

IMPORTS: Mapping[str, Reader] = {
    "csv": read_plain_csv,
    "geonames": read_geonames,
    "jrc-names": read_jrc_names,
    "openrefine": read_openrefine,
    "opensanctions": read_opensanctions,
    "spacy": read_spacy_ruler,
    "tbx": read_tbx,
    "wikidata-entities": read_wikidata_entities,
    "wikidata-sparql": read_wikidata_sparql,
}
"""The readers, by the name of the format."""

_MOST_MALFORMED = 20  # records in a row, from the first on, of a file that is of another format


IN_COLUMNS = frozenset({"csv", "openrefine"})
"""The formats of which the user may name columns."""
_WHOLE = frozenset({"openrefine", "tbx", "wikidata-entities", "wikidata-sparql"})


def import_table(
    path: str | os.PathLike[str],
    source: str,
    *,
    kind: Kind | None = None,
    lang: str = "",
    columns: Mapping[str, str] | None = None,
) -> Imported:
    """Make a table of a file in another program's format.

    `source` is one of IMPORTS; `kind` is that of rows of which the file does not tell it, `lang`
    the language, by its code or English name, of names of which neither the file nor their letters
    tell it.
    `columns` are headers of a CSV file by what they hold: `{"native": "Original"}`; see COLUMNS.
    Persons are not `alone`. Returns the table, and all that could not be used, with lines and
    reasons. Raises TableError for a file that cannot be read or is not in that format, ValueError
    for a language or columns that are none.

    >>> sorted(IMPORTS)[:2]
    ['csv', 'geonames']
    """
    name = os.fspath(path)
    longest = LONGEST_JSON if source in _WHOLE else LONGEST_ENTRY
    given = {"named": check_columns(columns, source)} if columns else {}
    maker = RowMaker(name, kind, _check_language(lang))
    try:
        found = IMPORTS[source](read_lines(name, longest), **given)
        table = maker.make_table(_sort_out(found, maker.rejects))
    except UnreadableError as error:
        raise TableError(name, error.line, error.problem, error.cure) from None
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise TableError(name, None, problem, "check the path") from None
    return Imported(table, tuple(sorted(maker.rejects, key=lambda reject: reject.line)))


def check_columns(columns: Mapping[str, str], source: str) -> Mapping[str, str]:
    """Return the headers of columns. Raises ValueError, with the cure, for what there is not.

    >>> check_columns({"canonical": "Name", "native": "Original"}, "csv")
    {'name': 'Name', 'native': 'Original'}
    """
    if source not in IN_COLUMNS:
        raise ValueError(f"--columns is for --from {' and '.join(sorted(IN_COLUMNS))}")
    found: dict[str, str] = {}
    for key, header in columns.items():
        column = next((one for one, names in COLUMNS.items() if key in (one, *names)), None)
        if column is None:
            raise ValueError(f"no column can be `{key}`; use one of {', '.join(COLUMNS)}")
        found[column] = header
    return found


def _check_language(lang: str) -> str:
    code = code_of(lang) if lang else ""
    if code is None:
        raise ValueError(f"“{lang}” is no language; write a code such as kk, or its English name")
    return code


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
