"""A normalizer that knows a few names, whatever the default tables know."""

from pathlib import Path

import pytest

from translit import Normalizer

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"


@pytest.fixture(scope="session")
def normalizer() -> Normalizer:
    return Normalizer(tables=[NAMES], default_tables=False)
