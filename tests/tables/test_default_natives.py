"""Rows of the default tables are found by the name in their own script, and by no namesake's."""

import pytest

from translit import normalize_names

NATIVE = (
    ("习近平", "Xi Jinping"),
    ("任正非", "Ren Zhengfei"),
    ("李登輝", "Lee Teng-hui"),
    ("李光耀", "Lee Kuan Yew"),
    ("김정은", "Kim Jong-un"),
    ("김여정", "Kim Yo-jong"),
    ("박근혜", "Park Geun-hye"),
    ("반기문", "Ban Ki-moon"),
    ("東京", "Tokyo"),
    ("南京", "Nanjing"),
    ("臺北", "Taipei"),
    ("乌鲁木齐", "Urumqi"),
    ("دمشق", "Damascus"),
    ("رام الله", "Ramallah"),
    ("مقديشو", "Mogadishu"),
    ("قندهار", "Kandahar"),
    ("תל אביב", "Tel Aviv"),
    ("יש עתיד", "Yesh Atid"),
    ("איימן עודה", "Ayman Odeh"),
)


@pytest.mark.parametrize(("native", "canonical"), NATIVE)
def test_a_native_name_in_latin_text(native: str, canonical: str) -> None:
    text = "The ministers said on Monday that talks about {} would go on for a week."
    assert normalize_names(text.format(native)) == text.format(canonical)


@pytest.mark.parametrize(
    "text",
    [
        "The actress Kim Jeong-eun starred in the series with Park Jung-hee.",
        "Kim Jeong-nam and Kim Jung-il, two students from Busan, won the prize.",
        "Park Jeong-hui and Kim Yeo-jeong teach at a school in Seoul.",
        "The choir of Si and Ke sang with Mr Ye and Mrs Lo.",
    ],
)
def test_namesakes_stay(text: str) -> None:
    assert normalize_names(text) == text
