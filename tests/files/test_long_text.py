"""A text too long to be resolved at once gives what it gives at once, however it is cut."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translit import Normalizer
from translit.files import Resolver, Selection, Source
from translit.files.formats import plain_text
from translit.page import stretches

FILES = Path(__file__).parents[1] / "cases" / "files"

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
    pieces = list(Source(path, "text").cut(Selection()))
    assert "".join(piece.source for piece in pieces) == path.read_bytes().decode()
    outcomes = [Resolver(normalizer).resolve(piece) for piece in pieces]
    assert [outcome.trouble for outcome in outcomes if outcome.trouble] == []
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


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretches of some ten words, so that a text of a few lines is a long one."""
    for name, size in {"LENGTH": 12, "LONGEST_WHOLE": 24, "HALO": 300, "_REACH": 60}.items():
        monkeypatch.setattr(stretches, name, size)
    for name, size in {"LONGEST_WHOLE": 400, "STRETCHES": 4, "HALO": 300}.items():
        monkeypatch.setattr(plain_text, name, size)


@given(text=texts)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_its_pieces_give_what_the_whole_gives(
    file: Path, normalizer: Normalizer, text: str
) -> None:
    file.write_bytes(text.encode())
    result, _ = resolve(file, normalizer)
    assert result == normalizer.normalize(text)
    assert normalizer.normalize(result) == result


def lines(number: int) -> str:
    return "it was a cold day and nobody had anything to say of it then\n" * number


@pytest.mark.parametrize("far", [0, 1])
def test_who_is_meant_is_told_from_a_neighbouring_stretch(
    file: Path, normalizer: Normalizer, far: int
) -> None:
    file.write_text(lines(60) + "Schewtschuk left.\n" + lines(far) + "Taras Schewtschuk spoke.\n")
    assert "Shevchuk left." in resolve(file, normalizer)[0]
    file.write_text(lines(60) + "Łukaszenka left.\n" + lines(far) + "Petro Lukashenka came.\n")
    assert "Łukaszenka left." in resolve(file, normalizer)[0]


def test_who_is_meant_is_not_told_from_the_other_end(file: Path, normalizer: Normalizer) -> None:
    file.write_text("Schewtschuk left.\n" + lines(100) + "Taras Schewtschuk spoke.\n")
    assert resolve(file, normalizer)[0].startswith("Schewtschuk left.")
    file.write_text("Łukaszenka left.\n" + lines(100) + "Petro Lukashenka came.\n")
    assert resolve(file, normalizer)[0].startswith("Lukashenko left.")


@given(st.text("a B.\n", max_size=3000))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_stretches_are_the_text(text: str) -> None:
    cut = list(stretches.cut_stretches(text))
    assert "".join(text[one.start : one.end] for one in cut) == text
    assert all(one.begin <= one.start and one.end <= one.stop for one in cut)
    bounds = list(stretches.find_bounds(text))
    assert bounds == sorted(set(bounds)) and 0 not in bounds
