"""Rules: what a rule decides of a case does not depend on what else is in the document.

The cases are those of `tests/cases/rules`: a mention, its status and the rule that tells why. They
are put among sentences that name nobody, in one or several stretches.
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from tests.bench.attack.broken import Broken, shown
from tests.bench.attack.cuts import cut_at
from translit import Normalizer
from translit.languages import ENGLISH

_FOLDER = Path(__file__).parents[2] / "cases" / "rules"
_FILLER = "it was cold and it rained all day, and nothing came of it at all.\n\n"
_CASES_OF_A_ROUND = 12


def attack(seed: int) -> Iterator[Broken]:
    """Give the cases that a rule decides otherwise among other sentences."""
    draw = random.Random(f"rulings {seed}")
    for code, case in draw.sample(_list_cases(), _CASES_OF_A_ROUND):
        before = _FILLER * draw.randint(0, 3)
        text = before + case["text"] + "\n\n" + _FILLER * draw.randint(0, 3)
        is_cut = draw.random() < 0.3
        at = draw.choice((len(before), len(text) - draw.randrange(len(_FILLER) + 1)))
        with cut_at(at) if is_cut else nullcontext():
            mentions = Normalizer().explain_in(case.get("lang", ENGLISH), text).mentions
        found = [(m.text, m.status, m.reason) for m in mentions]
        if (case["mention"], case["status"], code) not in found:
            wanted = f"no {case['status']} for {code} of {case['mention']!r}"
            yield Broken(
                "a rule decides its cases in any document", shown(text), f"{wanted}: {found}"
            )


@cache
def _list_cases() -> Sequence[tuple[str, Mapping[str, Any]]]:
    return [
        (path.stem, case)
        for path in sorted(_FOLDER.glob("*.json"))
        for case in json.loads(path.read_text(encoding="utf-8"))["decides"]
    ]
