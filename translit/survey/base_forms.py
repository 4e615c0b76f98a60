"""Base forms: in languages with cases, which spellings are names as they are, and which are forms.

*Motuzianyka* may be a genitive, or a name: unless its base form is met, nobody can tell.
"""

from collections.abc import Container

from translit.languages import read_case
from translit.schemes import fold
from translit.unlisted import Evidence

_KINDS = frozenset({"family", "given", "place"})
_SHORTEST_GIVEN = 3  # letters


def is_base_form(spelling: str, evidence: Evidence, lang: str, met: Container[str]) -> bool:
    """Tell whether a spelling is surely a base form in a language.

    `met` are the folded spellings that the texts have. What is no case of another name is one, and
    what is seen beside a whole given name and is a case of none that is met.
    """
    key = fold(spelling)
    bases = {fold(read.base) for read in read_case(spelling, lang, _KINDS)} - {key}
    if not bases:
        return True
    if any(base in met for base in bases):
        return False  # a form of one that is met
    return any(len(given) > _SHORTEST_GIVEN for given in evidence.given)
