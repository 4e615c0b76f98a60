"""A text too long to be resolved at once gives what it gives at once, however it is cut."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import Normalizer
from translit.documents import GistReader, LongText, Resolver, Selection, Source, plain_text
from translit.documents.gist import cut_parts

FILES = Path(__file__).parents[1] / "cases" / "files"
READ_GIST = GistReader((str(FILES / "names.toml"),), False)

SENTENCES = [
    "Schewtschuk left Kijów.", "Taras Schewtschuk spoke.", "Petro Lukashenka is a baker.",
    "Łukaszenka met Zelenskyi.", "In Charkow it was cold.", "Nothing was said of it.",
    "President Łukaszenka, 34, left.", "They all went home in the long cold rain and slept.",
    "Aliaksandr Lukashenka", "KIJÓW", "Zelenskyi’s word", "(Kijów)", "https://x.org/Kijów/a",
]  # fmt: skip
texts = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", " ", "\n", "\n\n", "\r\n\r\n"])),
    max_size=60,
).map(lambda parts: "".join(sentence + gap for sentence, gap in parts))


def resolve(path: Path, normalizer: Normalizer) -> tuple[str, list[tuple[int, int, str]]]:
    pieces = list(Source(path, "text").cut(Selection(), LongText(READ_GIST, map)))
    assert "".join(piece.source for piece in pieces) == path.read_bytes().decode()
    outcomes = [Resolver(normalizer).resolve(piece) for piece in pieces]
    assert not any(outcome.trouble for outcome in outcomes)
    mentions = [
        (piece.start + m.start, piece.line, m.status)
        for piece, outcome in zip(pieces, outcomes, strict=True)
        for m in outcome.mentions
        if m.status in ("edit", "canonical")
    ]
    return "".join(outcome.result for outcome in outcomes), mentions


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("long") / "a.txt"


@given(text=texts, part=st.integers(60, 400))
@settings(max_examples=60, deadline=None)
def test_it_does_not_depend_on_how_it_is_cut(
    file: Path, normalizer: Normalizer, text: str, part: int
) -> None:
    file.write_bytes(text.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_text, "LONGEST_WHOLE", 0)
        patch.setattr(plain_text, "LONGEST_PART", part)
        patch.setattr(plain_text, "_MARGIN", 200)
        result, _ = resolve(file, normalizer)
        again = file.with_name("again.txt")
        again.write_bytes(result.encode())
        assert resolve(again, normalizer)[0] == result
    assert result == normalizer.normalize(text)


def test_who_is_meant_is_told_from_the_other_end(
    file: Path, normalizer: Normalizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_text, "LONGEST_WHOLE", 10_000)
    monkeypatch.setattr(plain_text, "LONGEST_PART", 10_000)
    filler = "It was a cold day and nobody had anything to say of it.\n" * 2000
    named, bare = "Taras Schewtschuk spoke.\n", "Schewtschuk left. Łukaszenka too.\n"
    file.write_text(bare + filler + named)
    assert resolve(file, normalizer)[0].startswith("Shevchuk left. Lukashenko too.")
    file.write_text(bare + filler)
    assert resolve(file, normalizer)[0].startswith("Schewtschuk left. Lukashenko too.")
    file.write_text(bare + filler + "Petro Lukashenka, a baker, came.\n")
    assert resolve(file, normalizer)[0].startswith("Schewtschuk left. Łukaszenka too.")


@given(st.text("a B.\n", max_size=3000), st.integers(40, 200))
@settings(deadline=None)
def test_parts_are_the_text(text: str, length: int) -> None:
    chunks = [text[at : at + 70] for at in range(0, len(text), 70)]
    parts = list(cut_parts(chunks, length))
    assert "".join(parts) == text
    assert all(0 < len(part) <= length for part in parts)
