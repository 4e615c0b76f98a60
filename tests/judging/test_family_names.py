"""Family names that millions bear mean one of them only as spelled beside his given name."""

from pathlib import Path

import pytest

from translit import Normalizer

TABLE = Path(__file__).parent.parent / "cases" / "east.toml"


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer(tables=[TABLE])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chou En-lai spoke. Chou left.", "Zhou Enlai spoke. Zhou left."),
        ("Zhou Enlai spoke. Chou left.", "Zhou Enlai spoke. Chou left."),
        ("Chou En-lai met Chou Wen-chung.", "Zhou Enlai met Chou Wen-chung."),
        ("Roh Moo-hyun said NO.", "Roh Moo-hyun said NO."),
        ("Park Geun-hye and Pak Geun-hyeok came.", "Park Geun-hye and Pak Geun-hyeok came."),
        ("Kao Min-hua came.", "Gao Minhua came."),
        ("Kao Min-hua-te came.", "Kao Min-hua-te came."),
    ],
)
def test_family_names_of_millions(text: str, expected: str, normalizer: Normalizer) -> None:
    assert normalizer.normalize(text) == expected
