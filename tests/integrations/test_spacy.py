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


ZELENSKY = ("Zelenskyi", "NAME", "volodymyr-zelensky")
PUTIN = ("Vladimir Putin", "NAME", "vladimir-putin")
KYIV = ("Kijów", "NAME", "kyiv")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], [ZELENSKY, PUTIN, KYIV]),
        ([(3, 5, "X", "")], [ZELENSKY, ("Putin in", "X", ""), KYIV]),
        ([(1, 3, "X", "")], [ZELENSKY, ("met Vladimir", "X", ""), KYIV]),
        ([(1, 5, "X", "")], [ZELENSKY, ("met Vladimir Putin in", "X", ""), KYIV]),
        ([(3, 4, "PERSON", "")], [ZELENSKY, ("Putin", "PERSON", ""), KYIV]),
        ([(2, 3, "X", ""), (3, 4, "Y", "")],
         [ZELENSKY, ("Vladimir", "X", ""), ("Putin", "Y", ""), KYIV]),
        ([(2, 4, "PERSON", "")], [ZELENSKY, ("Vladimir Putin", "PERSON", "vladimir-putin"), KYIV]),
        ([(2, 4, "PERSON", "Q1")], [ZELENSKY, ("Vladimir Putin", "PERSON", "Q1"), KYIV]),
        ([(1, 2, "X", ""), (4, 5, "Y", "")],
         [ZELENSKY, ("met", "X", ""), PUTIN, ("in", "Y", ""), KYIV]),
        ([(0, 7, "EVENT", "")], [("Zelenskyi met Vladimir Putin in Kijów today", "EVENT", "")]),
    ],
    ids=["none", "partly right", "partly left", "contains", "inside", "two inside", "equal",
         "equal with an id", "beside", "all"],
)  # fmt: skip
def test_entities_of_others_stay_whole(
    given: list[tuple[int, int, str, str]], expected: list[tuple[str, str, str]]
) -> None:
    nlp = make(set_ents=True)
    doc = nlp.make_doc("Zelenskyi met Vladimir Putin in Kijów today")  # type: ignore[attr-defined]
    doc.ents = [
        spacy.tokens.Span(doc, start, stop, label=label, kb_id=id)
        for start, stop, label, id in given
    ]
    doc = nlp.get_pipe("translit_fix")(doc)  # type: ignore[attr-defined]
    assert [(ent.text, ent.label_, ent.kb_id_) for ent in doc.ents] == expected
    assert [span.text for span in doc.spans["names"]] == ["Zelenskyi", "Vladimir Putin", "Kijów"]


def test_blocked_tokens_stay_of_no_entity() -> None:
    nlp = make(set_ents=True)
    doc = nlp.make_doc("Zelenskyi met Putin")  # type: ignore[attr-defined]
    doc.set_ents([], blocked=[doc[2:3]], default="missing")
    doc = nlp.get_pipe("translit_fix")(doc)  # type: ignore[attr-defined]
    assert [ent.text for ent in doc.ents] == ["Zelenskyi"]


def test_one_table_needs_no_list(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('schema = 1\n[a]\nkind = "place"\nname = "Ourtown"\naliases = ["Urtaun"]\n')
    assert mark(make(tables=str(path)), "in Urtaun") == [("Urtaun", "a", "Ourtown")]


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
