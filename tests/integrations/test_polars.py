import pytest

pl = pytest.importorskip("polars")

from tests.integrations.texts import EXPECTED, TEXTS  # noqa: E402
from translit.integrations.polars import normalize_series  # noqa: E402


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical])
def test_a_series_keeps_its_name_and_nulls(dtype: object) -> None:
    result = normalize_series(pl.Series("text", [*TEXTS, None], dtype=dtype))
    assert (result.name, result.dtype, result.to_list()) == ("text", pl.String, [*EXPECTED, None])


@pytest.mark.parametrize("lazy", [False, True])
def test_an_expression_works_in_frames(lazy: bool) -> None:
    frame = pl.DataFrame({"text": [*TEXTS, None], "id": range(len(TEXTS) + 1)})
    names = pl.col("text").translit.normalize()
    result = frame.lazy().with_columns(names).collect() if lazy else frame.with_columns(names)
    assert result["text"].to_list() == [*EXPECTED, None]
    assert result["id"].to_list() == frame["id"].to_list()


def test_groups_and_columns_of_nulls() -> None:
    frame = pl.DataFrame({"group": [1, 1], "text": ["Szojgu", None], "none": [None, None]})
    grouped = frame.group_by("group").agg(pl.col("text").translit.normalize())
    assert grouped["text"].to_list() == [["Shoigu", None]]
    assert normalize_series(frame["none"]).to_list() == [None, None]


@pytest.mark.parametrize("value", [1, 1.5, True, b"Szojgu", ["Szojgu"], {"a": "Szojgu"}])
def test_what_is_no_text_is_named_with_its_row(value: object) -> None:
    with pytest.raises(TypeError, match="row 1 holds"):
        normalize_series(pl.Series([None, value]))


@pytest.mark.parametrize("given", ["Szojgu", pl.DataFrame({"text": ["Szojgu"]})])
def test_what_is_no_series_is_refused_with_advice(given: object) -> None:
    with pytest.raises(TypeError, match=r"a Series of polars is needed, not .*choose a column"):
        normalize_series(given)  # type: ignore[arg-type]
