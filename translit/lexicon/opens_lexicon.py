"""What opens a lexicon by the tables that it is given, and again in another process."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from translit.lexicon.given_tables import GivenTable
from translit.lexicon.opening import open_lexicon
from translit.tables import TableSource, list_given_tables

WayT = TypeVar("WayT")


class OpensLexicon(Generic[WayT]):
    """Holds the lexicon of tables, and what texts of each language go through by it.

    It is pickled with the parsed tables and without the lexicon, which is opened again from its
    file. Raises TableError for what is wrong with a table.
    """

    def __init__(self, tables: TableSource | Iterable[TableSource], default_tables: bool) -> None:
        self._tables = tuple(map(GivenTable, list_given_tables(tables)))
        self._default_tables = default_tables
        self._open()

    def _open(self) -> None:
        self._lexicon = open_lexicon(self._tables, self._default_tables)
        self._ways: dict[str, WayT] = {}

    def __getstate__(self) -> dict[str, Any]:
        state = self.__dict__.copy()
        for name in ("_lexicon", "_ways"):
            del state[name]
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._open()
