"""First names: the given name of the person of a group, where one is met and a table knows it."""

from collections.abc import Sequence
from itertools import combinations

from translit.names import find_given_names
from translit.unlisted import are_one_given_name

_SHORTEST_GIVEN = 3


def find_first_name(given: Sequence[str], lang: str) -> tuple[str, str]:
    """Return the first of some given names that a table knows, and the same in a language.

    Both are empty where the given names are of several persons, and where no table knows one.

    >>> find_first_name(["O.", "Oleksandr"], "uk"), find_first_name(["Orest", "Dmytro"], "uk")
    (('Oleksandr', 'Олександр'), ('', ''))
    """
    if not all(are_one_given_name(one, other) for one, other in combinations(given, 2)):
        return "", ""
    for name in given:
        if len(name) >= _SHORTEST_GIVEN and name.isalpha():
            for row in find_given_names(name):
                if native := row.native.get(lang):
                    return name, native[0]
    return "", ""
