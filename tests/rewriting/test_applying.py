"""Applying changes: in order, and never two to one place."""

import pytest

from translit.forms import apply_changes


def test_changes_are_spliced_in() -> None:
    assert apply_changes("a b c", [(0, 1, "x"), (4, 5, "")]) == "x b "


@pytest.mark.parametrize("second", [(1, 3), (0, 1), (2, 2)])
def test_what_overlaps_is_refused(second: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_changes("abcdef", [(0, 3, "x"), (*second, "y")])
