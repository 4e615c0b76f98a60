"""`python -m tests.bench coverage`: print one table for each question."""

import argparse
import sys
from pathlib import Path

from tests.bench import (
    attack,
    compare,
    coverage,
    declining,
    faults,
    golden,
    inflected,
    languages,
    mutations,
    offices,
    originals,
    planting,
    resolution,
    safety,
    schemas,
    scheme_checks,
    spark,
    spark_survey,
    speed,
    survey,
    tables,
    train_latin,
    train_originals,
    train_persons,
)

BENCHES = {
    "compare": compare.run,
    "coverage": coverage.run,
    "decline": declining.run,
    "faults": faults.run,
    "inflected": inflected.run,
    "languages": languages.run,
    "mutations": mutations.run,
    "offices": offices.run,
    "originals": originals.run,
    "resolution": resolution.run,
    "schemas": schemas.run,
    "schemes": scheme_checks.run,
    "spark": spark.run,
    "spark-survey": spark_survey.run,
    "survey": survey.run,
    "speed": speed.run,
    "speed-fresh": speed.run_fresh,
    "tables": tables.run,
    "train-latin": train_latin.run,
    "train-originals": train_originals.run,
    "train-persons": train_persons.run,
}
# These have options of their own.
WITH_OPTIONS = {"attack": attack, "golden": golden, "planted": planting, "safety": safety}
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("name", choices=sorted([*BENCHES, *WITH_OPTIONS]))
    parser.add_argument("--data", type=Path, default=SHARED, help="the folder of the data files")
    parser.add_argument("--misses", type=int, default=0, help="how many misses to list")
    for bench in WITH_OPTIONS.values():
        bench.configure(parser)
    args = parser.parse_args()
    if args.name in WITH_OPTIONS:
        return WITH_OPTIONS[args.name].run(args)
    BENCHES[args.name](args.data, args.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
