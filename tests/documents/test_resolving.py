"""A rewriting that is not exactly its edits, or not finished, is refused before it is written."""

from dataclasses import replace

import pytest

from translit import Normalizer
from translit.documents import DocumentError, check_rewrite, decode_document

DOCUMENT = decode_document("Zelenskyi met Łukaszenka in Kijów.".encode())


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer()


def test_what_the_normalizer_makes_passes(normalizer: Normalizer) -> None:
    check_rewrite(DOCUMENT, normalizer.explain(DOCUMENT.text), normalizer)


def test_a_result_that_is_not_its_edits(normalizer: Normalizer) -> None:
    explanation = normalizer.explain(DOCUMENT.text)
    first, *others = explanation.edits
    wrong = [
        replace(explanation, text=explanation.text + " "),
        replace(explanation, text=explanation.text.replace("met", "meets")),
        replace(explanation, edits=explanation.edits[1:]),
        replace(explanation, edits=(first, first, *others)),
        replace(explanation, edits=(replace(first, before="Zelensky"), *others)),
        replace(explanation, edits=(replace(first, after="Poroshenko"), *others)),
    ]
    for explanation in wrong:
        with pytest.raises(DocumentError, match="its edits do not give its result"):
            check_rewrite(DOCUMENT, explanation, normalizer)


def test_a_result_that_a_second_pass_would_change(normalizer: Normalizer) -> None:
    explanation = normalizer.explain(DOCUMENT.text)
    first, *others = explanation.edits
    unfinished = replace(
        explanation,
        edits=tuple(others),
        text=explanation.text.replace(first.after, first.before),
    )
    with pytest.raises(DocumentError, match="a second pass would change it again"):
        check_rewrite(DOCUMENT, unfinished, normalizer)
