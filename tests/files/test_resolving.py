"""A rewriting that is not exactly its edits, or not finished, is refused before it is written."""

from dataclasses import replace
from typing import Any, cast

import pytest

from translit import Normalizer
from translit.files import FilePiece, KeepList, Outcome, Resolver
from translit.files.formats.html import Html
from translit.files.formats.plain_text import PlainText
from translit.rewriting import Explanation

TEXT = "Zelenskyi met Łukaszenka in Kijów."
RESULT = "Zelensky met Lukashenko in Kyiv."


class Altered:
    """A normalizer whose first answers are altered."""

    def __init__(self, normalizer: Normalizer, *answers: Explanation) -> None:
        self.normalizer = normalizer
        self.answers = list(answers)

    def tell_language(self, text: str) -> str:
        return self.normalizer.tell_language(text)

    def explain_in(self, lang: str, text: str, **options: bool) -> Explanation:
        if self.answers:
            return self.answers.pop(0)
        return self.normalizer.explain_in(lang, text, **options)


def resolve(normalizer: Any, source: str = TEXT, **options: Any) -> Outcome:
    composer = options.pop("composer", PlainText())
    piece = FilePiece(source, 0, 1, composer, options.pop("before", ""), options.pop("after", ""))
    return Resolver(cast(Normalizer, normalizer), **options).resolve(piece)


def test_what_the_normalizer_makes_passes(normalizer: Normalizer) -> None:
    outcome = resolve(normalizer)
    assert (outcome.result, outcome.trouble) == (RESULT, "")
    assert outcome.changes == ((0, 9, "Zelensky"), (14, 24, "Lukashenko"), (28, 33, "Kyiv"))


def test_edits_that_do_not_fit(normalizer: Normalizer) -> None:
    explanation = normalizer.explain(TEXT)
    first, *others = explanation.edits
    wrong = [
        (replace(first, before="Zelensky"), *others),
        (replace(first, start=1, before=TEXT[1 : first.end]), first, *others),
    ]
    for edits in wrong:
        altered = Altered(normalizer, replace(explanation, edits=edits))
        outcome = resolve(altered)
        assert outcome.refused
        assert outcome.result == TEXT
        assert "its edits do not fit it" in outcome.trouble or "overlap" in outcome.trouble


def test_a_result_that_a_second_pass_would_change(normalizer: Normalizer) -> None:
    explanation = normalizer.explain(TEXT)
    unfinished = replace(explanation, edits=explanation.edits[1:])
    outcome = resolve(Altered(normalizer, unfinished))
    assert (outcome.refused, outcome.result) == (True, TEXT)
    assert "a second pass would change it again" in outcome.trouble


def test_a_result_that_reads_otherwise(normalizer: Normalizer) -> None:
    class Careless(Html):
        def compose(self, source: str) -> Any:
            return super().compose(source.replace("Kyiv", "<p>Kyiv"))

    outcome = resolve(normalizer, f"<p>{TEXT}", composer=Careless())
    assert outcome.refused
    assert "its edits do not give its result" in outcome.trouble


def test_without_a_check_nothing_is_refused(normalizer: Normalizer) -> None:
    explanation = normalizer.explain(TEXT)
    unfinished = replace(explanation, edits=explanation.edits[1:])
    assert not resolve(Altered(normalizer, unfinished), check=False).refused


@pytest.mark.parametrize(
    ("kept", "result"),
    [
        ({"Kijów"}, "Zelensky met Lukashenko in Kijów."),
        ({"kijów", "Kij", "Łukaszenk"}, RESULT),
        ({"Łukaszenka", "Zelenskyi", "Kijów"}, TEXT),
    ],
)
def test_kept_spellings_stay(normalizer: Normalizer, kept: set[str], result: str) -> None:
    outcome = resolve(normalizer, keep=KeepList(frozenset(kept)))
    assert (outcome.result, outcome.refused) == (result, False)
    reasons = {m.text: (m.status, m.reason) for m in outcome.mentions}
    for text in kept & {"Kijów", "Łukaszenka"}:
        assert reasons[text] == ("kept", "keep-list")


def test_what_is_read_with_a_piece_is_not_its_own(normalizer: Normalizer) -> None:
    before, after = "Taras Schewtschuk spoke in Kijów.\n\n", "\n\nZelenskyi left."
    alone = resolve(normalizer, "Schewtschuk left Kijów.")
    assert alone.result == "Schewtschuk left Kyiv."
    outcome = resolve(normalizer, "Schewtschuk left Kijów.", before=before, after=after)
    assert outcome.result == "Shevchuk left Kyiv."
    assert [(m.start, m.text) for m in outcome.mentions] == [(0, "Schewtschuk"), (17, "Kijów")]
