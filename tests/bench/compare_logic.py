"""The pairs written from knowledge as logic-v2 of nomenklatura tells them.

It has no place in the environment of this project. Run it by a Python that has nomenklatura:
`python tests/bench/compare_logic.py`.
"""

import csv
from importlib import import_module
from pathlib import Path
from typing import Any

_CUTOFFS = (0.7, 0.8, 0.9, 0.95)


def main() -> None:
    logic = import_module("nomenklatura.matching").get_algorithm("logic-v2")
    model = import_module("followthemoney").model
    config = logic.default_config()

    def make(name: str, key: str) -> Any:
        # What was compared is remembered by its id, so each name has one of its own.
        return model.get_proxy({"id": key, "schema": "Person", "properties": {"name": [name]}})

    told: list[tuple[float, bool]] = []
    path = Path(__file__).parent / "compare_pairs.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            number = len(told)
            one, other = make(row["a"], f"a{number}"), make(row["b"], f"b{number}")
            told.append((logic.compare(one, other, config).score, row["same"] == "yes"))
    same = sum(is_same for _, is_same in told)
    for cutoff in _CUTOFFS:
        said = [is_same for score, is_same in told if score >= cutoff]
        print(
            f"  logic-v2 from {cutoff:.2f}: precision {sum(said) / max(1, len(said)):.3f}"
            f"  recall {sum(said) / same:.3f}"
        )


if __name__ == "__main__":
    main()
