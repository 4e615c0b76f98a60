"""translit-fix: rewrite the variants of a name to one canonical form, and nothing else."""

import logging
from typing import TYPE_CHECKING

# Who wants to see what is logged adds a handler; nobody else is told anything.
logging.getLogger("translit").addHandler(logging.NullHandler())

__version__ = "0.1.0"
__tables_date__ = "2026-11-27"
"""When the default tables were last looked through for a release."""

if TYPE_CHECKING:
    from translit.files import DocumentError
    from translit.forms import StyleError
    from translit.languages import CaseReading, LanguageError, decline, read_case
    from translit.lexicon import LexiconError
    from translit.names import Comparison, Original, compare_names, originals
    from translit.normalizer import Normalizer, explain_names, normalize_names
    from translit.review import Applied, ReviewError, apply_decisions
    from translit.rewriting import Edit, Explanation, Mention
    from translit.schemes import SchemeError, romanize, variants
    from translit.survey import NameGroup, Survey, survey_names
    from translit.tables import Table, TableError, load_table

# Where each public name lives; it is imported when it is first used, so that `import translit`
# and `translit-fix --help` cost nothing.
_HOMES = {
    "Comparison": "translit.names",
    "Original": "translit.names",
    "compare_names": "translit.names",
    "originals": "translit.names",
    "DocumentError": "translit.files",
    "LexiconError": "translit.lexicon",
    "Normalizer": "translit.normalizer",
    "explain_names": "translit.normalizer",
    "normalize_names": "translit.normalizer",
    "Applied": "translit.review",
    "ReviewError": "translit.review",
    "apply_decisions": "translit.review",
    "Edit": "translit.rewriting",
    "Explanation": "translit.rewriting",
    "Mention": "translit.rewriting",
    "StyleError": "translit.forms",
    "CaseReading": "translit.languages",
    "LanguageError": "translit.languages",
    "decline": "translit.languages",
    "read_case": "translit.languages",
    "SchemeError": "translit.schemes",
    "romanize": "translit.schemes",
    "NameGroup": "translit.survey",
    "Survey": "translit.survey",
    "survey_names": "translit.survey",
    "variants": "translit.schemes",
    "Table": "translit.tables",
    "TableError": "translit.tables",
    "load_table": "translit.tables",
}

__all__ = [
    "Applied",
    "CaseReading",
    "Comparison",
    "DocumentError",
    "Edit",
    "Explanation",
    "LanguageError",
    "LexiconError",
    "Mention",
    "NameGroup",
    "Normalizer",
    "Original",
    "ReviewError",
    "SchemeError",
    "StyleError",
    "Survey",
    "Table",
    "TableError",
    "apply_decisions",
    "compare_names",
    "decline",
    "explain_names",
    "load_table",
    "normalize_names",
    "originals",
    "read_case",
    "romanize",
    "survey_names",
    "variants",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'translit' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
