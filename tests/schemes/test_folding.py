"""What two spellings of one word have in common."""

import pytest

from translit.schemes import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("नरेन्द्र", "नरेंद्र"),  # a nasal as a letter, or as a sign
        ("हिन्दी", "हिंदी"),
        ("चाँद", "चांद"),  # two signs for it
        ("फ़्रांस", "फ्रांस"),  # the dot of loans
        ("રાજેન્દ્ર", "રાજેંદ્ર"),
        ("Zelens’kyj", "ZELENSKYJ"),
    ],
)
def test_two_spellings_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("मोदी", "मोद"), ("कमल", "कंल"), ("नमन", "नंन")])
def test_two_words_are_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)
