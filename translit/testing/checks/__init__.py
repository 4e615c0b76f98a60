"""Checks of tables: each finds one kind of fault, without searching for examples."""

from collections.abc import Callable, Iterator, Mapping

from translit.testing.checks.aliases import (
    find_aliases_of_others,
    find_derived_aliases,
    find_ordinary_words,
    find_short_acronyms,
    find_unreachable_aliases,
)
from translit.testing.checks.bearers import (
    find_other_bearers,
    find_spellings_claimed_twice,
    find_wrong_shares,
)
from translit.testing.checks.cycles import find_cycles
from translit.testing.checks.names import (
    find_foreign_letters,
    find_missing_gender,
    find_missing_short,
    find_underived_names,
    find_wrong_gender,
)
from translit.testing.checks.regions import find_placeless_rows, find_unknown_regions
from translit.testing.checks.resolution import find_growing_names, find_moving_names
from translit.testing.finding import Finding
from translit.testing.subject import Subject

TableCheck = Callable[[Subject], Iterator[Finding]]

CHECKS: Mapping[str, TableCheck] = {
    "missing-gender": find_missing_gender,
    "wrong-gender": find_wrong_gender,
    "missing-short": find_missing_short,
    "foreign-letter": find_foreign_letters,
    "underived": find_underived_names,
    "derived-alias": find_derived_aliases,
    "ordinary-word": find_ordinary_words,
    "short-acronym": find_short_acronyms,
    "unreachable": find_unreachable_aliases,
    "claimed-twice": find_spellings_claimed_twice,
    "other-bearer": find_other_bearers,
    "alias-of-another": find_aliases_of_others,
    "shares": find_wrong_shares,
    "unknown-region": find_unknown_regions,
    "placeless": find_placeless_rows,
    "cycle": find_cycles,
    "growing": find_growing_names,
    "fixed-point": find_moving_names,
}
"""The checks by the name that findings carry."""
