"""The page is one file that needs nothing beside it, and what it is told cannot get out of it."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.review.conftest import make_group, write_survey
from translit import ReviewError
from translit.review import SurveyFile, digest_state, render_page
from translit.review.page_file import link_file
from translit.tables import Row, list_verdicts

HOSTILE = (
    "</script><script>document.title='hacked'</script>",
    "<img src=x onerror=\"document.title='hacked'\">",
    "<!-- <script>",
    "{{ 7*7 }}{% raw %}",
    "a\u202eb\u2066c\x1b[2J\x00\u2028",
    "A" * 1_000_000,
    "\ud800",
)


def make_page(folder: Path, *groups: dict[str, object]) -> str:
    survey = SurveyFile(list_verdicts([]))
    survey.add(str(write_survey(folder / "found.json", list(groups))))
    return "".join(
        render_page(
            title="Names",
            said=survey.describe(),
            view="entity",
            state=digest_state(b"x", []),
            items=survey.items,
            files=survey.list_files(),
            place=folder,
        )
    )


class Checker(HTMLParser):
    """Sees to it that tags are closed in order, and collects what must be there once."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.scripts = 0
        self.labels: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in ("meta", "input", "br"):
            self.open.append(tag)
        self.scripts += tag == "script"
        self.ids += [given["id"] or ""] if "id" in given else []
        for key in ("aria-labelledby", "for"):
            self.labels.update([given[key] or ""] if key in given else [])
        assert not {"src", "onerror", "onclick", "style"} & given.keys()
        assert not given.get("href", "#")[1:].startswith("/")  # type: ignore[index]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_told_stays_data(tmp_path: Path, hostile: str) -> None:
    group = make_group(hostile, hostile, "B", kind="person", why=hostile, given=[hostile])
    group["examples"][0]["file"] = hostile
    group["examples"][0]["after"] = hostile
    text = json.dumps({"schema": 1, "what": "survey", "groups": [group]})
    (tmp_path / "found.json").write_text(text, "utf-8")
    survey = SurveyFile(list_verdicts([]))
    survey.add(str(tmp_path / "found.json"))
    page = "".join(
        render_page(
            title=hostile[:100], said=hostile[:100], view="entity", state=digest_state(b"", []),
            items=survey.items, files=survey.list_files(), place=tmp_path,
        )
    )  # fmt: skip
    checker = Checker()
    checker.feed(page.encode("utf-8", "replace").decode())
    assert checker.open == [] and checker.scripts == 2
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert data and json.loads(data[1])["items"][0]["spellings"][0]["text"] == hostile
    assert not re.search(r"[<>&\x00-\x1f\u2028\u202e\u2066\ud800]", data[1])


def test_it_is_whole_and_loads_nothing(tmp_path: Path) -> None:
    page = make_page(tmp_path, make_group("a", "Kabaeva", "Kabajewa"))
    checker = Checker()
    checker.feed(page)
    assert checker.open == [] and len(checker.ids) == len(set(checker.ids))
    assert checker.labels - {"name"} <= set(checker.ids)  # the name is written by the script
    assert not re.search(r"https?://|@import|url\(|\bfetch\b|XMLHttp|eval\(|innerHTML", page)
    for needed in ('<html lang="en">', "<main>", "<nav ", 'role="search"', 'aria-live="polite"'):
        assert needed in page


def test_only_its_own_script_may_run(tmp_path: Path) -> None:
    page = make_page(tmp_path, make_group("a", "A", "B"))
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', page)
    script = re.search(r"<script>(.*?)</script>", page, re.S)
    assert policy and script
    digest = b64encode(sha256(script[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy[1].replace("&#39;", "'")
    assert policy[1].startswith("default-src 'none'")


def test_colours_have_contrast() -> None:
    from translit.review import page_file

    style = (Path(page_file.__file__).parent / "page" / "page.css").read_text("utf-8")
    palettes = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    assert len(palettes) == 2
    for palette in palettes:
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", palette))
        for ink, paper in (
            ("ink", "paper"), ("quiet", "paper"), ("link", "paper"), ("was", "was-paper"),
            ("now", "now-paper"), ("doubt", "doubt-paper"), ("ink", "pick"), ("quiet", "pick"),
            ("quiet", "soft"), ("was", "paper"),
        ):  # fmt: skip
            assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("news/a.txt", "../news/a.txt"),
        ("out/a b#?.txt", "a%20b%23%3F.txt"),
        ("javascript:alert(1)", "../javascript%3Aalert%281%29"),
        ("<stdin>", ""),
        ("", ""),
        ("a\x00b", ""),
        ('"><script>', "../%22%3E%3Cscript%3E"),
    ],
)
def test_a_link_leads_to_a_file(name: str, expected: str) -> None:
    assert link_file(name, Path("out")) == expected
    assert link_file(name, None) == ""


def test_without_the_template_engine_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from translit.review import page_file

    monkeypatch.setattr(page_file, "find_spec", lambda _: None)
    with pytest.raises(ReviewError, match=r"needs jinja2; install it: pip install"):
        make_page(tmp_path, make_group("a", "A", "B"))


def test_what_was_decided_is_left_out(tmp_path: Path) -> None:
    rows = [
        Row("a", {"name": "Aaa", "not_same": ["Bbb", "Ccc"]}, "", 1),
        Row("d", {"name": "Ddd", "keep": ["Eee"]}, "", 1),
    ]
    groups = [
        make_group("gone", "Aaa", "Bbb"),
        make_group("one left", "Bbb", "Xxx"),
        make_group("two left", "Eee", "Yyy", "Zzz"),
        make_group("all", "Ppp", "Qqq"),
        make_group("a single one", "Rrr"),
    ]
    survey = SurveyFile(list_verdicts(rows))
    survey.add(str(write_survey(tmp_path / "found.json", groups)))
    left = {item["id"]: [one["text"] for one in item["spellings"]] for item in survey.items}
    assert left == {"two left": ["Yyy", "Zzz"], "all": ["Ppp", "Qqq"], "a single one": ["Rrr"]}
    assert next(one for one in survey.items if one["id"] == "two left")["form"] == "Yyy"
    assert survey.describe() == "3 groups, 3 sure, 2 decided before"


def test_groups_of_two_surveys_are_told_apart(tmp_path: Path) -> None:
    survey = SurveyFile(list_verdicts([]))
    for name in ("one.json", "two.json"):
        survey.add(str(write_survey(tmp_path / name, [make_group("a", "A", "B")])))
    assert len({item["id"] for item in survey.items}) == 2
