"""The rows of the default tables, for what is said of all of them."""

from collections.abc import Mapping
from typing import Any

import pytest

from translit.lexicon import open_lexicon


@pytest.fixture(scope="session")
def default_rows() -> Mapping[str, Mapping[str, Any]]:
    """Return the fields of each row by its id.

    Those of the lexicon, which are those of the files; parsing these again takes longer.
    """
    lexicon = open_lexicon((), default_tables=True)
    return {known.id: known.fields for known in lexicon.list_entities()}
