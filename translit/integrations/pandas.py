"""pandas: a function on a Series, and `series.translit` once this module is imported."""

from typing import Any, Unpack

from translit.integrations.columns import (
    Options,
    check_series,
    choose_normalizer,
    is_missing,
    map_values,
    refuse_missing,
)
from translit.normalizer import Normalizer

try:
    import pandas as pd
except ModuleNotFoundError:
    refuse_missing("pandas")


def normalize_series(
    series: "pd.Series[Any]", normalizer: Normalizer | None = None, **options: Unpack[Options]
) -> "pd.Series[Any]":
    """Return a Series of texts with every name in its canonical form.

    Index, name and dtype stay, and missing values (None, NaN, NA) stay as they are. `options` are
    those of `translit.Normalizer`, or `normalizer`, a ready one. Raises TypeError for what is no
    text, with its row, counted from 0.

    >>> import pandas as pd
    >>> normalize_series(pd.Series(["Szojgu", "in Kijów"])).tolist()
    ['Shoigu', 'in Kyiv']
    """
    check_series(series, pd.Series)
    normalize = choose_normalizer(normalizer, **options).normalize
    if isinstance(series.dtype, pd.CategoricalDtype):
        codes = map_values(series.cat.categories, normalize, is_missing)
        forms = dict(zip(series.cat.categories, codes, strict=True))
        kind = pd.CategoricalDtype(list(dict.fromkeys(codes)), ordered=series.cat.ordered)
        values = [value if is_missing(value) else forms[value] for value in series]
        return pd.Series(values, index=series.index, name=series.name, dtype=kind)
    values = map_values(series, normalize, is_missing)
    return pd.Series(values, index=series.index, name=series.name, dtype=series.dtype)


@pd.api.extensions.register_series_accessor("translit")
class SeriesNames:
    """The names in a Series of texts: `series.translit.normalize()`.

    >>> import pandas as pd
    >>> pd.Series(["Selenskyj"]).translit.normalize().tolist()
    ['Zelensky']
    """

    def __init__(self, series: "pd.Series[Any]") -> None:
        self._series = series

    def normalize(
        self, normalizer: Normalizer | None = None, **options: Unpack[Options]
    ) -> "pd.Series[Any]":
        """Return the texts with every name in its canonical form, as `normalize_series` does."""
        return normalize_series(self._series, normalizer, **options)

    def explain(
        self, normalizer: Normalizer | None = None, **options: Unpack[Options]
    ) -> "pd.Series[Any]":
        """Return an `Explanation` for each text; missing values stay missing."""
        explain = choose_normalizer(normalizer, **options).explain
        values = map_values(self._series, explain, is_missing)
        return pd.Series(values, index=self._series.index, name=self._series.name, dtype=object)
