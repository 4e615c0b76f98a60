from pathlib import Path

import pytest

from translit import Normalizer

spacy = pytest.importorskip("spacy")

TEXT = "Zelenskyi met Łukaszenka's men in Kijów, said Putin."


def mark(nlp: object, text: str = TEXT) -> list[tuple[str, str, str]]:
    doc = nlp(text)  # type: ignore[operator]
    assert doc.text == text
    return [(span.text, span.kb_id_, span._.canonical_name) for span in doc.spans["names"]]


def make(**options: object) -> object:
    nlp = spacy.blank("en")
    nlp.add_pipe("translit_fix", config=options)
    return nlp


def test_mentions_are_spans_with_their_entities() -> None:
    mentions = Normalizer().find(TEXT)
    assert mark(make()) == [(m.text, m.entity_id, m.canonical) for m in mentions]


def test_mentions_become_entities_on_request() -> None:
    doc = make(set_ents=True)(TEXT)  # type: ignore[operator]
    assert (doc.ents[0].text, doc.ents[0].kb_id_) == ("Zelenskyi", "volodymyr-zelensky")


def test_a_pipeline_is_stored_with_its_options(tmp_path: Path) -> None:
    make(style="de").to_disk(tmp_path)  # type: ignore[attr-defined]
    again = spacy.load(tmp_path)
    assert mark(again)[0] == ("Zelenskyi", "volodymyr-zelensky", "Selenskyj")


def test_processes_give_the_same() -> None:
    nlp = make()
    docs = list(nlp.pipe([TEXT] * 4, n_process=2, batch_size=2))  # type: ignore[attr-defined]
    assert [[s.text for s in doc.spans["names"]] for doc in docs] == [
        [name for name, _, _ in mark(nlp)]
    ] * 4
