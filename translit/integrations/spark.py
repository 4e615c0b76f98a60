"""Spark: names in the columns of a frame made one, on all workers as on one machine.

A worker process opens the lexicon once for each set of options. It is mapped from its file, so the
processes of a machine share it. A user's tables and style file go along by SparkFiles;
translit-fix itself must be installed on the workers.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from translit.forms import apply_changes
from translit.integrations.columns import is_missing, map_values
from translit.integrations.spark_frames import (
    EDITS,
    PARAGRAPH,
    check_columns,
    import_spark,
    join_cells,
    list_rows,
)
from translit.integrations.spark_options import open_normalizer, pack
from translit.integrations.spark_survey import survey_frame
from translit.normalizer import Normalizer
from translit.options import Given
from translit.rewriting import Edit

if TYPE_CHECKING:
    import pandas
    import pyarrow
    from pyspark.sql import Column, DataFrame

_FIELDS = {
    "start": "int",
    "end": "int",
    "before": "string",
    "after": "string",
    "entity_id": "string",
    "evidence": "string",
    "why": "string",
}
__all__ = ["count_entities", "normalize_column", "normalize_frame", "survey_frame"]

_COUNTS = ("mentions", "edits", "documents")


def normalize_column(column: "Column | str", **options: Unpack[Given]) -> "Column":
    """Return a column of strings with every name that is surely meant in its canonical form.

    Each value is a document; a null stays null. `options` are those of `Normalizer`. Raises what
    `Normalizer` raises for them, here and not on a worker, and ModuleNotFoundError without Spark.

    `frame.withColumn("text", normalize_column("text", style="de"))` makes `Szojgu` `Schoigu`.
    """
    sql = import_spark()
    import pandas

    recipe = pack(sql.SparkSession.getActiveSession(), options)

    def normalize(batches: Iterator[pandas.Series]) -> Iterator[pandas.Series]:
        normalizer = open_normalizer(recipe)
        for texts in batches:
            yield _normalize_texts(normalizer, texts)

    made: Column = sql.functions.pandas_udf(normalize, "string")(column)
    return made


def normalize_frame(
    frame: "DataFrame",
    columns: Sequence[str],
    *,
    edits: bool = False,
    **options: Unpack[Given],
) -> "DataFrame":
    """Return a frame with the names in its `columns` of strings in their canonical form.

    The columns of a row are resolved together, as one document; nulls stay null and the other
    columns as they are. With `edits`, a column `NAME_edits` follows for each: an array of structs
    with the fields of `Edit`, offsets in code points of the text as given; null beside a null.

    Raises ValueError for columns that the frame has not as strings, what `Normalizer` raises for
    the options, and ModuleNotFoundError without Spark.

    `normalize_frame(frame, ["title", "text"], edits=True)` reads `Szojgu` and writes `Shoigu`
    with the edit `(0, 6, "Szojgu", "Shoigu", "sergei-shoigu", "scheme", …)`.
    """
    sql = import_spark()
    check_columns(frame, columns, edits)
    recipe = pack(frame.sparkSession, options)
    names = tuple(columns)

    def rewrite(batches: "Iterable[pyarrow.RecordBatch]") -> "Iterator[pyarrow.RecordBatch]":
        normalizer = open_normalizer(recipe)
        for batch in batches:
            yield _rewrite_batch(normalizer, batch, names, edits)

    schema = sql.types.StructType(list(frame.schema))
    for name in columns if edits else ():
        schema.add(name + EDITS, sql.types.ArrayType(_type_edit(sql)))
    return frame.mapInArrow(rewrite, schema)


def count_entities(
    frame: "DataFrame", columns: Sequence[str], **options: Unpack[Given]
) -> "DataFrame":
    """Return a small frame of the entities that the `columns` of a frame name, most named first.

    Its columns: `entity_id`; `mentions`, how often it is surely named; `edits`, how many of these
    are not in the canonical form; `documents`, the rows that name it. The arguments and what is
    raised are those of `normalize_frame`.

    Of `Szojgu` in one row and `Shoigu and Szojgu` in the next it counts 3, 2 and 2.
    """
    sql = import_spark()
    check_columns(frame, columns)
    recipe = pack(frame.sparkSession, options)
    names = tuple(columns)

    def count(batches: "Iterable[pyarrow.RecordBatch]") -> "Iterator[pyarrow.RecordBatch]":
        yield _count_batches(open_normalizer(recipe), batches, names)

    schema = ", ".join(["entity_id string", *(f"{name} bigint" for name in _COUNTS)])
    chosen = [frame[f"`{name.replace('`', '``')}`"] for name in columns]
    counted = frame.select(*chosen).mapInArrow(count, schema).groupBy("entity_id")
    sums = (sql.functions.sum(name).alias(name) for name in _COUNTS)
    return counted.agg(*sums).orderBy(sql.functions.desc("mentions"), "entity_id")


def _normalize_texts(normalizer: Normalizer, texts: "pandas.Series[Any]") -> "pandas.Series[Any]":
    """Return the texts of a batch; a null is None again, which a Series may hold as NaN."""
    import pandas

    values = map_values(texts, normalizer.normalize, is_missing)
    return pandas.Series([None if is_missing(v) else v for v in values], dtype=object)


def _type_edit(sql: Any) -> Any:
    types = {"int": sql.types.IntegerType(), "string": sql.types.StringType()}
    return sql.types.StructType([sql.types.StructField(n, types[t]) for n, t in _FIELDS.items()])


def _rewrite_batch(
    normalizer: Normalizer, batch: "pyarrow.RecordBatch", names: Sequence[str], edits: bool
) -> "pyarrow.RecordBatch":
    import pyarrow

    integer, string = pyarrow.int32(), pyarrow.string()
    edit = pyarrow.struct([(n, integer if t == "int" else string) for n, t in _FIELDS.items()])
    arrays = dict(zip(batch.schema.names, batch.columns, strict=True))
    rows = [_rewrite_row(normalizer, row) for row in list_rows(batch, names)]
    for place, name in enumerate(names):
        texts = [row[place][0] for row in rows]
        arrays[name] = pyarrow.array(texts, arrays[name].type)
        if edits:
            found = [row[place][1] for row in rows]
            arrays[name + EDITS] = pyarrow.array(found, pyarrow.list_(edit))
    return pyarrow.RecordBatch.from_arrays(list(arrays.values()), names=list(arrays))


def _rewrite_row(
    normalizer: Normalizer, cells: Sequence[str | None]
) -> list[tuple[str | None, list[dict[str, Any]] | None]]:
    """Return the text of each cell and its edits, with offsets in the cell as given."""
    edits = normalizer.explain(join_cells(cells), edits_only=True).edits
    start = 0
    rewritten: list[tuple[str | None, list[dict[str, Any]] | None]] = []
    for cell in cells:
        if not cell:
            rewritten.append((cell, None if cell is None else []))
            continue
        stop = start + len(cell)
        own = [_shift(edit, -start) for edit in edits if start <= edit.start and edit.end <= stop]
        changes = [(edit["start"], edit["end"], edit["after"]) for edit in own]
        rewritten.append((apply_changes(cell, changes), own))
        start = stop + len(PARAGRAPH)
    return rewritten


def _shift(edit: Edit, by: int) -> dict[str, Any]:
    fields = {name: getattr(edit, name) for name in _FIELDS}
    return {**fields, "start": edit.start + by, "end": edit.end + by}


def _count_batches(
    normalizer: Normalizer, batches: "Iterable[pyarrow.RecordBatch]", names: Sequence[str]
) -> "pyarrow.RecordBatch":
    import pyarrow

    mentions: Counter[str] = Counter()
    edits: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for batch in batches:
        for row in list_rows(batch, names):
            found = normalizer.find(join_cells(row))
            mentions.update(m.entity_id for m in found if m.entity_id)
            edits.update(m.entity_id for m in found if m.entity_id and m.status == "edit")
            documents.update({m.entity_id for m in found if m.entity_id})
    ids = pyarrow.array(list(mentions), pyarrow.string())
    counts = [[count[entity] for entity in mentions] for count in (mentions, edits, documents)]
    columns = [pyarrow.array(count, pyarrow.int64()) for count in counts]
    return pyarrow.RecordBatch.from_arrays([ids, *columns], names=["entity_id", *_COUNTS])
