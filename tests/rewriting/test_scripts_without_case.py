"""A name in a script without capitals has them where Latin letters are printed."""

import pytest

from translit import normalize_names


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Grigol Mgaloblishvili, de Géorgie.", "Grigol Mgaloblichvili, de Géorgie."),
        ("fr", "Juansher Burchuladze, de Géorgie.", "Djouancher Bourtchouladze, de Géorgie."),
        ("fi", "Juansher Burchuladze Georgiasta.", "Džuanšer Burtšuladze Georgiasta."),
    ],
)
def test_georgian_names_begin_with_capitals(lang: str, text: str, expected: str) -> None:
    assert normalize_names(text, lang=lang) == expected
