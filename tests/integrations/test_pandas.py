import pytest

from translit import Normalizer

pd = pytest.importorskip("pandas")

from tests.integrations.texts import EXPECTED, TEXTS  # noqa: E402
from translit.integrations.pandas import normalize_series  # noqa: E402


@pytest.mark.parametrize("dtype", ["object", "string"])
def test_a_series_keeps_its_index_name_and_dtype(dtype: str) -> None:
    series = pd.Series([*TEXTS, None], index=range(10, 17), name="text", dtype=dtype)
    result = normalize_series(series)
    expected = pd.Series([*EXPECTED, None], index=range(10, 17), name="text", dtype=dtype)
    pd.testing.assert_series_equal(result, expected)


def test_categories_that_become_one_are_joined() -> None:
    series = pd.Series(["Kiev", "Kijów", None, "Kiev"], dtype="category")
    result = series.translit.normalize()
    assert result.tolist()[:2] == ["Kyiv", "Kyiv"]
    assert list(result.cat.categories) == ["Kyiv"]
    assert result.isna().tolist() == [False, False, True, False]


def test_options_and_a_ready_normalizer() -> None:
    series = pd.Series(["Lukaschenko"])
    assert series.translit.normalize(style="fr").tolist() == ["Loukachenko"]
    assert series.translit.normalize(normalizer=Normalizer(style="fr")).tolist() == ["Loukachenko"]
    with pytest.raises(TypeError, match="normalizer has its own style"):
        series.translit.normalize(normalizer=Normalizer(), style="fr")


def test_explanations_stand_where_their_texts_do() -> None:
    explained = pd.Series(["Szojgu", None], index=["a", "b"]).translit.explain()
    assert explained["a"].edits[0].entity_id == "sergei-shoigu"
    assert pd.isna(explained["b"])  # None, or what a column of texts has for it


@pytest.mark.parametrize(
    "value", [None, float("nan"), pd.NA, pd.NaT, pd.Series([None], dtype="float32")[0]], ids=repr
)
def test_what_stands_for_none_stays(value: object) -> None:
    result = normalize_series(pd.Series(["Szojgu", value], dtype=object))
    assert result[0] == "Shoigu"
    assert pd.isna(result[1])
    assert type(result[1]) is type(value)


def test_a_column_in_which_nothing_is_given() -> None:
    series = pd.Series([float("nan")] * 2)
    pd.testing.assert_series_equal(normalize_series(series), series)


@pytest.mark.parametrize("given", ["Szojgu", ["Szojgu"], pd.DataFrame({"text": ["Szojgu"]})])
def test_what_is_no_series_is_refused_with_advice(given: object) -> None:
    with pytest.raises(TypeError, match=r"a Series of pandas is needed, not .*choose a column"):
        normalize_series(given)


@pytest.mark.parametrize("value", [b"Szojgu", 3, 3.5, True, ["Szojgu"], {"a": 1}])
def test_what_is_no_text_is_named_with_its_row(value: object) -> None:
    with pytest.raises(TypeError, match="row 1 holds"):
        normalize_series(pd.Series(["Szojgu", value], dtype=object))
