"""What the modules for Spark share: its import, the columns of a frame, rows as documents."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from translit.integrations.columns import check_names

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

EDITS = "_edits"
"""What follows the name of a column in the name of the column of its edits."""
PARAGRAPH = "\n\n"
"""What is between the columns of a row, which are one document; no name goes over it."""


def import_spark() -> Any:
    """Return `pyspark.sql`; raises ModuleNotFoundError that says how to install what it needs."""
    try:
        for name in ("pandas", "pyarrow", "pyspark.sql.functions", "pyspark.sql.types"):
            import_module(name)
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            f"translit.integrations.spark needs {error.name}, which is not installed; "
            "install it: pip install 'translit-fix[spark]'",
            name=error.name,
        ) from None
    return import_module("pyspark.sql")


def check_columns(frame: "DataFrame", columns: Sequence[str], edits: bool = False) -> None:
    """Raise ValueError for columns that a frame has not as strings, or has no room for edits of."""
    if not check_names(columns):
        raise ValueError("columns is empty; name the columns of strings to read")
    names = [field.name for field in frame.schema]
    strings = [field.name for field in frame.schema if field.dataType.typeName() == "string"]
    for name in columns:
        if name not in strings or names.count(name) > 1:
            raise ValueError(
                f"the frame has no column of strings “{name}” (or has it twice); "
                f"its columns of strings are {', '.join(strings) or 'none'}"
            )
        if edits and name + EDITS in names:
            raise ValueError(f"the frame has a column “{name}{EDITS}” already; rename or drop it")


def list_rows(
    batch: "pyarrow.RecordBatch", names: Sequence[str]
) -> Iterator[tuple[str | None, ...]]:
    """Give the cells of some columns, row by row."""
    return zip(*(batch.column(name).to_pylist() for name in names), strict=True)


def join_cells(cells: Sequence[str | None]) -> str:
    """Return the columns of a row as one document."""
    return PARAGRAPH.join(cell for cell in cells if cell)
