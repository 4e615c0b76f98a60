"""Strata: what is known is complete before anything is judged, so no module looks ahead.

Predicates know nothing of each other, nor of what is made of their answers; facts know nothing of
rules. Were it otherwise, a rule could hang on what another has decided, and so on an order.
"""

import ast
from collections.abc import Set
from pathlib import Path

import pytest

from tests.test_doors import list_modules
from translit import judging

ROOM = Path(judging.__file__).parent
PACKAGE = ROOM.parent

# Beside a mention, in its sentence, in its document: each asks one thing of one candidate.
PREDICATES = frozenset(
    {
        "acronyms",
        "cases",
        "citations",
        "guards",
        "longer_names",
        "neighbours",
        "script",
        "spelling_talk",
        "surroundings",
        "words",
    }
)
ASKED = frozenset({"candidate", "near"})

# From the lowest stratum to the highest: what each module may import of the others.
MAY_IMPORT: dict[str, Set[str]] = {
    # values
    "reasons": frozenset(),
    "candidate": frozenset(),
    # facts
    "ledger": frozenset(),
    "near": {"candidate", "ledger"},
    "governing": frozenset(),
    "beside": {"governing"},
    "adjoining": {"beside", "candidate"},
    "around_places": ASKED | {"adjoining", "beside"},
    # predicates
    **dict.fromkeys(PREDICATES, ASKED),
    "longer_names": ASKED | {"beside"},
    "neighbours": ASKED | {"adjoining", "around_places", "beside"},
    "cases": ASKED | {"beside", "governing"},
    "what_else": {"candidate"},
    "families": ASKED | {"cases", "what_else"},
    # tables
    "licences": ASKED | PREDICATES | {"families", "what_else"},
    "repairs": ASKED | {"surroundings"},
    "short_forms": ASKED | {"words"},
    "rule": ASKED | {"licences", "reasons"},
    "reading_rules": ASKED | PREDICATES | {"licences", "rule", "short_forms"},
    "edit_rules": ASKED | PREDICATES | {"repairs", "rule"},
    "rules": {"edit_rules", "reading_rules", "reasons"},
    # deciding
    "preferring": ASKED
    | {"beside", "cases", "surroundings"}  # whose name a case is, whose calling stands there
    | {"reasons"},
    "decision": {"candidate", "reasons", "rules"},
    "hearing": ASKED
    | {"cases", "governing"}  # whose name a case is
    | {"around_places"}  # what is a person's name, and no place
    | {"ledger", "reasons", "rules"},
    "written": {"decision", "ledger", "near"},
    "deciding": ASKED
    | {"cases"}  # what is no rule of a table: whether a case is sure
    | {"decision", "hearing", "ledger", "preferring", "reasons", "rules", "written"},
    # together
    "talk": {"decision", "reasons", "rules"},
    "judge": {"deciding", "decision", "hearing", "ledger", "near", "talk", "written"},
}


def list_imports(code: bytes) -> set[str]:
    """Return the modules of the room that a module imports, those inside of functions too."""
    modules = [m for node in ast.walk(ast.parse(code)) for m in list_modules(node, PACKAGE)]
    names = (module.split(".")[1:] for module in modules)
    return {"/".join(rest) or "the door" for room, *rest in names if room == ROOM.name}


def find_faults(module: str, code: bytes) -> set[str]:
    return list_imports(code) - MAY_IMPORT[module]


def test_every_module_has_its_stratum() -> None:
    assert {path.stem for path in ROOM.glob("*.py")} - {"__init__"} == MAY_IMPORT.keys()


@pytest.mark.parametrize("module", sorted(MAY_IMPORT))
def test_a_module_imports_only_what_it_may(module: str) -> None:
    assert find_faults(module, (ROOM / f"{module}.py").read_bytes()) == set()


def test_every_module_may_import_only_from_those_below() -> None:
    order = list(MAY_IMPORT)
    for module, others in MAY_IMPORT.items():
        assert all(order.index(other) < order.index(module) for other in others), module
    assert all(PREDICATES.isdisjoint(MAY_IMPORT[module]) for module in PREDICATES)


def test_what_a_module_may_import_is_what_it_does() -> None:
    """Predicates are free to ask less, and tables to use few; else nothing is allowed in vain."""
    for module, others in MAY_IMPORT.items():
        found = list_imports((ROOM / f"{module}.py").read_bytes())
        assert others - found <= PREDICATES | (ASKED if module in PREDICATES else set()), module


@pytest.mark.parametrize(
    ("module", "code", "fault"),
    [
        ("words", "from translit.judging.near import Near", None),
        ("words", "from translit.judging.script import x", "script"),
        ("words", "from translit.judging import script", "script"),
        ("words", "import translit.judging.script", "script"),
        ("words", "def f():\n    from translit.judging.rules import VERDICTS", "rules"),
        ("words", "from translit.judging import Ledger", "the door"),
        ("near", "from translit.judging.words import is_ordinary", "words"),
        ("rules", "from translit.judging.hearing import Hearing", "hearing"),
        ("words", "from translit.page import PARTICLE", None),
    ],
)
def test_a_fault_is_found(module: str, code: str, fault: str | None) -> None:
    assert find_faults(module, code.encode()) == ({fault} if fault else set())
