"""`python -m tests.bench coverage`: print one table for each question."""

import argparse
import sys
from pathlib import Path

from tests.bench import (
    attack,
    coverage,
    faults,
    golden,
    mutations,
    resolution,
    spark,
    speed,
    tables,
)

BENCHES = {
    "coverage": coverage.run,
    "faults": faults.run,
    "mutations": mutations.run,
    "resolution": resolution.run,
    "spark": spark.run,
    "speed": speed.run,
    "tables": tables.run,
}
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
from tests.bench import (
    attack,
    coverage,
    faults,
    golden,
    mutations,
    resolution,
    spark,
    speed,
    tables,
)
    BENCHES[args.name](args.data, args.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
