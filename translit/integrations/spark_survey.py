"""Spark: the names in the columns of a frame that no table knows, as one machine would find them.

The workers read the texts and add up what they note, then read the spellings back and judge them.
What was noted of each spelling comes together on the driver.
"""

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from translit.integrations.spark_frames import check_columns, import_spark, join_cells, list_rows
from translit.integrations.spark_options import open_surveyor, pack_surveyor
from translit.options import AUTO
from translit.survey import Notes, Survey, group_notes

if TYPE_CHECKING:
    import pyarrow
    from pyspark import SparkContext
    from pyspark.sql import DataFrame

    from translit.tables import TableSource

_NOTES = "notes"
_MOST_NOTED = 50_000  # spellings that a worker holds before it hands them on
_DEPTH = 2  # steps in which the notes of the parts are added up
_FAST = 1  # a level of compression

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


def survey_frame(
    frame: "DataFrame",
    columns: Sequence[str],
    *,
    name: str | None = None,
    tables: "TableSource | Sequence[TableSource]" = (),
    default_tables: bool = True,
    lang: str = AUTO,
) -> Survey:
    """Find the names in the `columns` of a frame that no table knows, spelled in several ways.

    The columns of a row are one document, and `name` is the column by which examples name it, if
    any. `lang` is the code of the language of all texts, or `auto`. The result is that of
    `survey_names`; nothing is rewritten. The driver holds what was noted of each spelling: about
    1 GB for a million of them.

    Raises ValueError for columns that the frame has not as strings, TableError or LanguageError
    for wrong options, and ModuleNotFoundError without Spark.

    `survey_frame(stories, ["text"], name="url").to_table("found.toml")` writes a draft of a table.
    """
    sql = import_spark()
    check_columns(frame, columns)
    if name is not None and name not in frame.columns:
        raise ValueError(f"the frame has no column “{name}”; its columns are {frame.columns}")
    recipe, surveyor = pack_surveyor(frame.sparkSession, tables, default_tables, lang)
    number = len(columns)

    def note(batches: "Iterable[pyarrow.RecordBatch]") -> "Iterator[pyarrow.RecordBatch]":
        surveyor = open_surveyor(recipe)
        notes = Notes()
        for batch in batches:
            for *cells, document in list_rows(batch, batch.schema.names):
                notes += surveyor.look(join_cells(cells[:number]), document or "")
            if len(notes.seen) >= _MOST_NOTED:
                yield _pack(notes)
                notes = Notes()
        yield _pack(notes)

    chosen = [frame[_quote(column)].alias(str(n)) for n, column in enumerate(columns)]
    own = sql.functions.lit("") if name is None else frame[_quote(name)].cast("string")
    noted = frame.select(*chosen, own.alias(_NOTES)).mapInArrow(note, f"{_NOTES} binary")
    notes: Notes = noted.rdd.map(_unpack).treeAggregate(Notes(), _add, _add, _DEPTH)
    return group_notes(notes, surveyor, _Each(frame.sparkSession.sparkContext))


class _Each:
    """Gives what a function makes of each item, in order, made by the workers."""

    def __init__(self, context: "SparkContext") -> None:
        self._context = context

    def __call__(
        self, function: Callable[[_Given], _Made], items: Iterable[_Given], /
    ) -> Iterable[_Made]:
        some = list(items)
        if not some:
            return ()
        parts = min(len(some), 4 * self._context.defaultParallelism)
        made: Iterable[_Made] = self._context.parallelize(some, parts).map(function).collect()
        return made


def _quote(name: str) -> str:
    return f"`{name.replace('`', '``')}`"


def _pack(notes: Notes) -> "pyarrow.RecordBatch":
    import pyarrow

    packed = zlib.compress(pickle.dumps(notes), _FAST)
    return pyarrow.RecordBatch.from_arrays(
        [pyarrow.array([packed], pyarrow.binary())], names=[_NOTES]
    )


def _unpack(row: Sequence[bytes]) -> Notes:
    notes: Notes = pickle.loads(zlib.decompress(bytes(row[0])))
    return notes


def _add(notes: Notes, more: Notes) -> Notes:
    notes += more
    return notes
