"""polars: a function on a Series, and `pl.col(…).translit` once this module is imported."""

from typing import Unpack

from translit.integrations.columns import (
    Options,
    check_series,
    choose_normalizer,
    map_values,
    refuse_missing,
)
from translit.normalizer import Normalizer

try:
    import polars as pl
except ModuleNotFoundError:
    refuse_missing("polars")


def normalize_series(
    series: pl.Series, normalizer: Normalizer | None = None, **options: Unpack[Options]
) -> pl.Series:
    """Return a Series of texts with every name in its canonical form, as strings; nulls stay.

    `options` are those of `translit.Normalizer`, or `normalizer`, a ready one. Raises TypeError
    for a Series of no texts.

    >>> import polars as pl
    >>> normalize_series(pl.Series(["Szojgu", None, "in Kijów"])).to_list()
    ['Shoigu', None, 'in Kyiv']
    """
    check_series(series, pl.Series)
    normalize = choose_normalizer(normalizer, **options).normalize
    values = map_values(series.to_list(), normalize, lambda value: value is None)
    return pl.Series(series.name, values, dtype=pl.String)


@pl.api.register_expr_namespace("translit")
class ExprNames:
    """The names in a column of texts, in frames that are lazy or not.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"text": ["Selenskyj"]})
    >>> frame.select(pl.col("text").translit.normalize()).item()
    'Zelensky'
    """

    def __init__(self, expr: pl.Expr) -> None:
        self._expr = expr

    def normalize(
        self, normalizer: Normalizer | None = None, **options: Unpack[Options]
    ) -> pl.Expr:
        """Return the texts with every name in its canonical form, as `normalize_series` does."""
        chosen = choose_normalizer(normalizer, **options)
        return self._expr.map_batches(
            lambda series: normalize_series(series, chosen), return_dtype=pl.String
        )
