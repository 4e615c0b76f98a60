"""The pages hang together: each is found, each link leads somewhere, each reason is told."""

import re
from pathlib import Path

import pytest

from translit import Normalizer
from translit.exchange.importing.lines import LONGEST_ENTRY, LONGEST_JSON
from translit.files.format import LONGEST_FILE, LONGEST_RECORD
from translit.files.formats.archive import LONGEST_MEMBER
from translit.files.formats.delimited import MOST_COLUMNS
from translit.files.formats.members import LONGEST_MEMBERS
from translit.files.formats.plain_text import AFTER, BEFORE, LONGEST_WHOLE, STRETCHES
from translit.judging import SENTENCES
from translit.page.stretches import LENGTH, LONGEST
from translit.tables.source_file import LONGEST_LINE

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
TASKS = sorted(page for page in DOCS.glob("*.md") if page.name != "index.md")
LINKED = [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))]
LINKED += [ROOT / "data" / "README.md", *DOCS.glob("*.md")]

# What files and options add: no text by itself has these reasons.
OF_FILES = {"unlisted", "keep-list", "markup"}
REASON = re.compile(r"^\| `([a-z-]+)` \| (\w+) \| (.+?) \| (.+) \|$", re.MULTILINE)


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def list_links(page: Path) -> list[str]:
    """Return the targets of its links that are no addresses; code has none."""
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`", "", read(page), flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\[[^\]]*\]\(([^)\s]+)\)", prose)
    return [target for target in targets if "://" not in target]


def list_anchors(page: Path) -> set[str]:
    """Return what a link may say after `#`, as GitHub makes it of the headings."""
    prose = re.sub(r"^```.*?^```$", "", read(page), flags=re.MULTILINE | re.DOTALL)
    heads = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-") for head in heads}


def test_the_readme_is_short() -> None:
    assert len(read(ROOT / "README.md").splitlines()) <= 200


@pytest.mark.parametrize("page", TASKS, ids=lambda page: page.name)
def test_a_page_says_for_whom_it_is_and_is_listed(page: Path) -> None:
    title, empty, reader = read(page).splitlines()[:3]
    assert title.startswith("# ") and not empty
    assert re.fullmatch(r"For who [^.]*\.", reader)
    entry = f"- [{title[2:]}]({{}}): "
    assert entry.format(page.name) in read(DOCS / "index.md")
    assert entry.format(f"docs/{page.name}") in read(ROOT / "README.md")


@pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in list_links(page):
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        assert not anchor or anchor in list_anchors(target), link


def test_no_page_repeats_another() -> None:
    seen: dict[str, str] = {}
    for page in [ROOT / "README.md", *TASKS]:
        for paragraph in set(read(page).split("\n\n")):
            if len(paragraph) > 80:
                assert seen.setdefault(paragraph, page.name) == page.name, paragraph


def test_every_reason_is_told() -> None:
    rows = REASON.findall(read(DOCS / "reasons.md"))
    assert [(code, sentence) for code, _, sentence, _ in rows] == [
        *((code, said) for code, said in SENTENCES.items() if code not in OF_FILES),
        *((code, said) for code, said in SENTENCES.items() if code in OF_FILES),
    ]


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer()


@pytest.mark.parametrize(
    ("code", "status", "example"),
    [
        (code, status, example)
        for code, status, _, example in REASON.findall(read(DOCS / "reasons.md"))
        if code not in OF_FILES  # the page runs these as commands, or says how
    ],
)
def test_an_example_has_its_reason(
    code: str, status: str, example: str, normalizer: Normalizer
) -> None:
    before, mention, _ = example.split("**")
    found = normalizer.explain(example.replace("**", "")).mentions
    assert (len(before), mention, status, code) in [
        (one.start, one.text, one.status, one.reason) for one in found
    ]


@pytest.mark.parametrize(
    ("input_", "bounds"),
    [
        ("plain text of over", (LONGEST_WHOLE, STRETCHES, BEFORE, AFTER, LENGTH, LONGEST)),
        ("one record", (LONGEST_RECORD,)),
        ("Markdown, HTML, JSON", (LONGEST_FILE,)),
        ("DOCX, EPUB", (LONGEST_MEMBER, LONGEST_MEMBERS)),
        ("CSV, TSV", (MOST_COLUMNS,)),
        ("tables | lines", (LONGEST_LINE,)),
        ("files that `translit table import` reads", (LONGEST_ENTRY, LONGEST_JSON)),
    ],
)
def test_bounds_are_those_of_the_code(input_: str, bounds: tuple[int, ...]) -> None:
    (row,) = re.findall(rf"^\| {re.escape(input_)}.*$", read(ROOT / "SECURITY.md"), re.MULTILINE)
    assert all(re.search(rf"(?<![\d,]){bound:,}(?![\d,]\d)", row) for bound in bounds)
