"""Scripts that hide their sounds: what the schemes match on, and what becomes of a whole name."""

import unicodedata

import pytest

from translit.schemes import SchemeError, romanize
from translit.schemes.sounds import sound_out


@pytest.mark.parametrize(
    ("word", "lang", "sounds"),
    [
        ("しんじ", "ja", "sinzi"),
        ("しんいち", "ja", "sin'iti"),
        ("きょう", "ja", "kyou"),
        ("ほっち", "ja", "hotti"),
        ("ティファニー", "ja", "t'ihwaniー"),
        ("チェン", "ja", "tyen"),
        ("jìnpíng", "zh", "jin'ping"),
        ("xī'ān", "zh", "xi'an"),
        ("xiān", "zh", "xian"),
        ("dangan", "zh", "dan'gan"),
        ("lǚ", "zh", "lü"),
        ("ping7", "zh", "ping7"),
        ("ḥusain", "ar", "ḥusain"),
        ("", "ko", ""),
    ],
)
def test_sounding_out(word: str, lang: str, sounds: str) -> None:
    assert sound_out(word, lang) == sounds


def test_hangul_composed_or_not_sounds_the_same() -> None:
    word = "은혜"
    assert sound_out(word, "ko") == sound_out(unicodedata.normalize("NFD", word), "ko")


@pytest.mark.parametrize(
    ("name", "scheme", "expected"),
    [
        ("박 근혜", "ko/personal", "Park Geun-hye"),
        ("이 승만", "ko/mccune-reischauer-names", "I Sŭng-man"),
        ("김 정은", "ko/north-1992-names", "Kim Jong Un"),
        ("Xí Jìnpíng", "zh/wade-giles", "Hsi Chin-p'ing"),
        ("XÍ JÌNPÍNG", "zh/press-cs", "SI ŤIN-PCHING"),
        ("あべ しんぞう", "ja/press-cs", "Abe Šinzó"),
        ("いのうえ", "ja/hepburn-modified", "Inoue"),
        ("Muʿammar al-Qaḏḏāfī", "ar/press-it", "Muammar al-Gheddafi"),
        ("ʿAbdalqādir", "ar/maghreb", "Abdelkadir"),
        ("Yitsḥak Rabin", "he/press-de", "Izchak Rabin"),
    ],
)
def test_a_name_keeps_its_shape(name: str, scheme: str, expected: str) -> None:
    assert romanize(name, scheme) == expected


@pytest.mark.parametrize(("name", "scheme"), [("習近平", "zh/pinyin"), ("القذافي", "ar/press-en")])
def test_what_needs_a_reading_is_said(name: str, scheme: str) -> None:
    with pytest.raises(SchemeError, match="no letter"):
        romanize(name, scheme)
