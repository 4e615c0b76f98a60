"""Why a name changes, in the order that helps the reader of the text."""

from pathlib import Path

import pytest

from translit import Normalizer

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"


@pytest.mark.parametrize(("lang", "named"), [("en", "English"), ("fi", "Finnish")])
def test_the_convention_of_the_language_of_the_text_is_named_first(lang: str, named: str) -> None:
    normalizer = Normalizer(style="news", tables=[NAMES], default_tables=False)
    (edit,) = normalizer.explain_in(lang, "Zelenskyi").edits
    assert edit.why.startswith(f"“Zelenskyi” is Зеленський in the {named} press convention, ")
