"""The page in a real browser: by keyboard, on a phone, in the dark, hostile names, 10,000."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.review.conftest import Browser, make_group, russian, wait_for, write_survey
from tests.review.test_page import HOSTILE, make_page
from translit import Normalizer, load_table
from translit.cli import run
from translit.testing import Subject, check_tables

ESCAPE, ENTER, DOWN, END = "\ue00c", "\ue007", "\ue015", "\ue010"

GROUPS = [
    make_group("g0", "Kabaeva", "Kabajewa", "Kabanova", original=russian("Кабаева")),
    make_group("g1", "Carnex", "Sarnex", sure=False, against=["both stand in one text"]),
    make_group("g2", "Brubekasov", "Brubekassow", original=russian("Брубекасов")),
    make_group("g3", "Timoshkinov", "Timoschkinow", original=russian("Тимошкинов")),
    make_group("g4", "Zelenkino", "Selenkino", kind="place", original=russian("Зеленкино")),
    make_group("g5", "Vorobkino", "Worobkino", kind="place", original=russian("Воробкино")),
    make_group("g6", "Lunexa", "Punexa", kind="name", sure=False),
    make_group("g7", "Shchukarov", "Schtschukarow", original=russian("Щукаров")),
    make_group("g8", "Ozerkovets", "Oserkowez", original=russian("Озерковец")),
    make_group("g9", "Yablonkin", "Jablonkin", original=russian("Яблонкин")),
    make_group("g10", "Last", "Lasst", sure=False),
]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_survey(tmp_path / "found.json", GROUPS)
    assert run(["review", "found.json", "-o", "page.html"]) == 0
    return tmp_path / "page.html"


def test_the_whole_way_by_keyboard(
    browser: Browser, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    browser.open(page)
    browser.press("g", "3", "a")  # a woman; Kabanova is another
    browser.press("r")  # Carnex, Sarnex
    browser.press("g", "g", "a")
    browser.press("g", "g", "f")  # another form of Timoshkinov
    browser.press("\ue009a\ue009", "Timoshkinoff", ENTER)
    browser.press("a", "r", "u", "a")  # Zelenkino; Vorobkino first not, then after all
    browser.press("x", "g", "g", "a", "g", "g", "a", "g", "g", "a")  # not Lunexa
    assert browser.read("#name") == "Last"
    browser.press("r")
    assert "10 of 11 decided" in browser.read("#figures")
    browser.press("d", "Olha", ENTER)
    saved = page.parent / "decisions.json"
    browser.wait("document.getElementById('said').textContent.includes('saved')")
    wait_for(saved)
    found = {one["id"]: one for one in json.loads(saved.read_text("utf-8"))["decisions"]}
    assert len(found) == 10 and "g6" not in found
    assert found["g0"]["spellings"] == ["Kabaeva", "Kabajewa"] and found["g0"]["gender"] == "f"
    assert found["g0"]["apart"] == ["Kabanova"]
    assert (found["g1"]["verdict"], found["g3"]["form"]) == ("reject", "Timoshkinoff")

    assert run(["review", "apply", "decisions.json", "--table", "newsroom.toml"]) == 0
    assert "newsroom.toml: 10 rows added, 0 changed, by 10 decisions" in capsys.readouterr().out
    table = load_table("newsroom.toml")
    assert "by Olha" in table.rows[0].fields["because"]
    assert check_tables(Subject([table])) == []
    text = "Alina Kabajewa left. Carnex met Sarnex. Timoschkinow left Selenkino. Kabanova stayed."
    expected = (
        "Alina Kabaeva left. Carnex met Sarnex. Timoshkinoff left Zelenkino. Kabanova stayed."
    )
    assert Normalizer(tables=["newsroom.toml"]).normalize(text) == expected

    before = Path("newsroom.toml").read_bytes()
    assert run(["review", "apply", "decisions.json", "--table", "newsroom.toml"]) == 0
    assert "nothing to change" in capsys.readouterr().out
    assert Path("newsroom.toml").read_bytes() == before
    assert run(["review", "found.json", "--table", "newsroom.toml", "-o", "again.html"]) == 0
    assert "again.html: 1 group, 0 sure, 10 decided before" in capsys.readouterr().out


def test_decisions_outlast_the_page_and_can_be_undone(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("a", "r")
    browser.open(page)
    assert "2 of 11 decided" in browser.read("#figures")
    browser.press("a")  # an accepted one is accepted again
    assert "2 of 11 decided" in browser.read("#figures")
    browser.press("u")
    assert browser.read("#name") == "Kabaeva"
    browser.press("u")  # of what was decided before, nothing is left to undo
    browser.wait("document.getElementById('said').textContent == 'Nothing to undo'")
    assert "2 of 11 decided" in browser.read("#figures")


def test_search_filter_and_view(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("/", "кабаева")
    assert browser.read("#count") == "1 of 11 names"
    browser.press(ESCAPE, "a")
    browser.ask("document.getElementById('query').value = ''")
    browser.ask(
        "(document.getElementById('show').value = 'open',"
        " document.getElementById('show').dispatchEvent(new Event('input')))"
    )
    assert browser.read("#count") == "10 of 11 names"
    browser.press("v")
    heads = browser.ask("[...document.querySelectorAll('.row.head')].map(e => e.innerText)")
    assert heads and heads[0].startswith("news/0.txt")
    # Ten names of two files each; the headings are not counted.
    assert browser.ask("document.querySelector('[aria-setsize]').ariaSetSize") == "20"
    link = browser.ask("document.querySelector('.place a').getAttribute('href')")
    assert link == "news/0.txt#:~:text=Carnex"
    browser.press("?")
    assert browser.ask("document.getElementById('help').open")
    browser.press(ESCAPE)
    assert not browser.ask("document.getElementById('help').open")


def test_single_keys_can_be_turned_off(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.ask("document.getElementById('single').click()")
    browser.press("a", DOWN)
    assert browser.read("#name") == "Carnex"
    assert "decided" not in browser.read("#figures")
    browser.ask("document.getElementById('single').click()")


def test_a_screen_reader_hears_where_it_is(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("j")
    ask = "document.getElementById(document.getElementById('list').getAttribute('{}'))"
    active = ask.format("aria-activedescendant")
    assert browser.ask(active + ".innerText").startswith("unsure\nCarnex, Sarnex")
    assert browser.ask(active + ".getAttribute('aria-selected')") == "true"
    assert browser.ask(active + ".getAttribute('aria-posinset')") == "2"
    browser.press("a")
    browser.wait("document.getElementById('said').textContent.startsWith('accepted: Carnex')")
    unnamed = browser.ask(
        "[...document.querySelectorAll('button, input, select')].filter(e => !e.innerText &&"
        " !e.getAttribute('aria-label') && !(e.labels && e.labels.length)).length"
    )
    assert unnamed == 0


@pytest.mark.parametrize(("width", "dark"), [(1200, False), (360, False), (360, True)])
def test_it_fits(browser: Browser, page: Path, width: int, dark: bool) -> None:
    browser.open(page, width=width, height=740, dark=dark)
    paper = "getComputedStyle(document.body).backgroundColor"
    assert browser.ask(paper) == ("rgb(22, 22, 26)" if dark else "rgb(255, 255, 255)")
    overflow = "document.documentElement.scrollWidth - innerWidth"
    assert browser.ask(overflow) <= 0
    shown = "getComputedStyle(document.getElementById('{}')).display != 'none'"
    assert browser.ask(shown.format("list"))
    assert browser.ask(shown.format("detail")) == (width > 700)
    browser.ask("document.querySelector('.row').click()")
    assert browser.ask(shown.format("detail")) and browser.ask(overflow) <= 0
    small = "[...document.querySelectorAll('p, button, .row, li')].filter(e => e.offsetParent &&"
    assert browser.ask(f"{small} parseFloat(getComputedStyle(e).fontSize) < 12).length") == 0
    browser.press(ESCAPE)
    assert browser.ask("document.body.classList.contains('open')") is False


@pytest.mark.parametrize("hostile", HOSTILE[:-1], ids=range(len(HOSTILE) - 1))
def test_hostile_names_do_nothing(browser: Browser, tmp_path: Path, hostile: str) -> None:
    group: dict[str, Any] = make_group(hostile, hostile, hostile[:500] + "B", given=[hostile])
    group |= {"why": hostile, "against": [hostile], "original": russian(hostile)}
    group["examples"][0] |= {"file": hostile, "before": hostile, "after": hostile}
    page = tmp_path / "page.html"
    page.write_text(make_page(tmp_path, group, make_group("b", "B", "C")), "utf-8")
    browser.driver.get_log("browser")
    for width in (1200, 360):
        browser.open(page, width=width)
        browser.press("1", "a", "k", "f", ESCAPE, "v", "v", "/", "a", ESCAPE)
        assert browser.driver.title == "Names"
        assert browser.ask("document.querySelectorAll('script').length") == 2
        assert browser.ask("document.querySelectorAll('img, iframe, b').length") == 0
        assert browser.ask("document.documentElement.scrollWidth - innerWidth") <= 0
        assert browser.ask("document.body.innerText.length") < 20_000
        assert not browser.ask(r"/[\u202e\u2066\u001b\u2028]/.test(document.body.innerText)")
    assert browser.driver.get_log("browser") == []


def test_ten_thousand_names_are_shown_a_window_at_a_time(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    groups = [make_group(f"g{n}", f"Brubekasov{n}", f"Brubekassow{n}") for n in range(10_000)]
    page.write_text(make_page(tmp_path, *groups), "utf-8")
    browser.open(page)
    rows = "document.querySelectorAll('.row').length"
    assert 0 < browser.ask(rows) < 60
    browser.press("a", END)
    assert browser.read("#name") == "Brubekasov9999" and browser.ask(rows) < 60
    browser.press("v", "/", "Brubekassow9998")
    assert browser.read("#count") == "1 of 10,000 names" and browser.ask(rows) < 60
