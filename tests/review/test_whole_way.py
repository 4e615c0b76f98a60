"""From a folder of texts to one form for each name, in a real browser; nothing is asked twice."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review.conftest import Browser, wait_for
from translit.cli import run, run_fix

ENTER = "\ue007"
# Names of nobody known, in two spellings each; men, women and places.
NAMES = (
    ("Motuzianyk", "Motuzyanyk", "m"), ("Lozatskyi", "Lozatsky", "m"),
    ("Slobozhanskyi", "Slobozhansky", ""), ("Ozerianivka", "Ozeryanivka", ""),
    ("Khodakivskyi", "Khodakivsky", "m"), ("Sviatoshynska", "Svyatoshynska", "f"),
    ("Berezoiarivka", "Berezoyarivka", ""), ("Vesnohirskyi", "Vesnohirsky", "m"),
    ("Baievska", "Bayevska", "f"), ("Lychakivskyi", "Lychakivsky", ""),
    ("Yampolchanskyi", "Yampolchansky", ""), ("Holovashchenko", "Golovashchenko", "m"),
    ("Stryzhalkovskyi", "Stryzhalkovsky", "m"),
)  # fmt: skip
GIVEN = {"m": ("Oleksandr", "Dmytro", "Andrii"), "f": ("Olena", "Iryna", "Yuliia")}
DECIDED = 10


def list_texts() -> Iterator[str]:
    """Give 200 texts, each with one of the names, now in one spelling and now in the other."""
    for number in range(200):
        time, place = divmod(number, len(NAMES))
        one, other, gender = NAMES[place]
        name = other if time % 2 else one
        if gender:
            given = GIVEN[gender][place % 3]
            title = "Mr" if gender == "m" else "Mrs"
            yield f"{title} {name} came to Kyiv on day {number}. {given} {name} spoke of Ukraine.\n"
        else:
            yield f"They left {name}, Ukraine, on day {number}; the road to {name} was open.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    news = tmp_path / "news"
    news.mkdir()
    for number, text in enumerate(list_texts(), 1):
        (news / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_from_a_folder_to_one_form(
    browser: Browser, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["survey", "news", "--json", "found.json", "--quiet"]) == 0
    assert capsys.readouterr().out.startswith("13 names in several spellings, 13 of them sure")
    assert run(["review", "found.json", "-o", "page.html"]) == 0
    found = json.loads(Path("found.json").read_text("utf-8"))["groups"]
    order = [group["canonical"] for group in found]

    browser.open(folder / "page.html")
    keys = {
        "Lozatsky": ("f", "\ue009a\ue009", "Lozatskyj", ENTER),
        "Slobozhansky": ("r",),
        "Holovashchenko": ("2", "a"),  # Golovashchenko is another
        "Stryzhalkovsky": ("x",),
    }
    shown = []
    while len(shown) <= DECIDED:  # one is skipped
        shown.append(browser.read("#name"))
        browser.press(*keys.get(shown[-1], ("a",)))
        browser.wait(f"document.getElementById('name').innerText != {json.dumps(shown[-1])}")
    assert shown == order[: DECIDED + 1]

    assert f"{DECIDED} of 13 decided" in browser.read("#figures")
    browser.press("d", "Olha", ENTER)
    wait_for(folder / "decisions.json")

    capsys.readouterr()
    assert run(["review", "apply", "decisions.json", "--table", "newsroom.toml"]) == 0
    assert f"by {DECIDED} decisions" in capsys.readouterr().out
    assert run(["table", "check", "newsroom.toml"]) == 0
    checked = capsys.readouterr()
    assert "10 rows in 1 table: 0 findings" in checked.out + checked.err

    assert run_fix(["--table", "newsroom.toml", "--in-place", "--quiet", "news"]) == 0
    texts = [path.read_text("utf-8") for path in sorted(Path("news").iterdir())]
    assert (
        texts[0] == "Mr Motuzyanyk came to Kyiv on day 0. Oleksandr Motuzyanyk spoke of Ukraine.\n"
    )
    everything = "".join(texts)
    for gone, kept in (
        ("Lozatskyi", "Lozatskyj"), ("Lozatsky ", "Lozatskyj"), ("Baievska", "Bayevska"),
        ("Sviatoshynska", "Svyatoshynska"), ("Khodakivskyi", "Khodakivsky"),
        ("Ozerianivka", "Ozeryanivka"), ("Berezoiarivka", "Berezoyarivka"),
    ):  # fmt: skip
        assert gone not in everything and everything.count(kept) >= 30, gone
    for both in (("Slobozhansky ", "Slobozhanskyi"), ("Holovashchenko", "Golovashchenko")):
        assert all(one in everything for one in both)  # a person has parted them
    before = everything
    assert run_fix(["--table", "newsroom.toml", "--in-place", "--quiet", "news"]) == 0
    assert "".join(path.read_text("utf-8") for path in sorted(Path("news").iterdir())) == before

    capsys.readouterr()
    assert run(["survey", "news", "--table", "newsroom.toml", "--json", "again.json"]) == 0
    left = {
        group["canonical"] for group in json.loads(Path("again.json").read_text("utf-8"))["groups"]
    }
    assert left == {"Stryzhalkovsky", *order[DECIDED + 1 :]}
    assert len(left) == 3
