"""Base forms: in languages with cases, which spellings are names as they are, and which are forms.

*Motuzianyka* may be a genitive, or a name: unless its base form is met, nobody can tell.
"""

from collections.abc import Container, Sequence

from translit.schemes import fold
from translit.unlisted import Evidence

_SHORTEST_STEM = 3


def is_base_form(
    spelling: str, evidence: Evidence, endings: Sequence[str], met: Container[str]
) -> bool:
    """Tell whether a spelling is surely a base form.

    `endings` are what cases of the language put to a stem, folded, `met` the folded spellings
    that the texts have. What ends in none of the endings is a base form, and what ends as names
    do beside a given name in its base form, of which no shorter form is met.
    """
    key = fold(spelling)
    stems = [
        key.removesuffix(ending)
        for ending in endings
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM
    ]
    if not stems:
        return True
    if any(stem in met for stem in stems):
        return False  # a form of one that is met
    return any(len(given) > _SHORTEST_STEM for given in evidence.given)
