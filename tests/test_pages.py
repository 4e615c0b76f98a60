"""The pages are true and hang together: examples run, links lead somewhere, nothing is left out."""

import importlib
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

import translit
from tests.examples import ROOT, list_blocks, replay, run_python
from translit.exchange.importing.lines import LONGEST_ENTRY, LONGEST_JSON
from translit.files.format import LONGEST_FILE, LONGEST_RECORD
from translit.files.formats.archive import LONGEST_MEMBER
from translit.files.formats.delimited import MOST_COLUMNS
from translit.files.formats.members import LONGEST_MEMBERS
from translit.files.formats.plain_text import AFTER, BEFORE, LONGEST_WHOLE, STRETCHES
from translit.judging import SENTENCES
from translit.page.stretches import LENGTH, LONGEST
from translit.tables.source_file import LONGEST_LINE

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
TASKS = [page for page in PAGES if page.name != "index.md"]
LINKED = [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))]
LINKED += [ROOT / "data" / "README.md", *PAGES]
HOOKS = DOCS / "hooks"
MADE = re.findall(
    r"^    \"(reference/[a-z]+\.md)\": ", (HOOKS / "site.py").read_text("utf-8"), re.M
)


def list_pages_with(language: str) -> list[Path]:
    return [page for page in PAGES if list_blocks(page, language)]


def load_hook(name: str) -> ModuleType:
    sys.path.insert(0, str(HOOKS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(HOOKS))


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """What makes the reference when the site is built."""
    return load_hook("reference")


@pytest.mark.parametrize("page", list_pages_with("python"), ids=lambda page: page.name)
def test_python_examples(page: Path, example_folder: Path) -> None:
    assert not run_python(page)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are for a shell")
@pytest.mark.parametrize("page", list_pages_with("console"), ids=lambda page: page.name)
def test_console_examples(
    page: Path, example_folder: Path, commands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What the plugin's searches find is tested where they are; a page shows that they run.
    monkeypatch.setenv("PYTEST_ADDOPTS", "--translit-examples=10")
    blocks = list_blocks(page, "console")  # in order: a later one may read what one wrote
    assert [replay(block, commands) for block in blocks] == blocks


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_for_a_shell_is_run(page: Path) -> None:
    assert not list_blocks(page, "(?:sh|bash|shell)")


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


@pytest.mark.parametrize("page", TASKS, ids=lambda page: page.name)
def test_a_page_says_for_whom_it_is_and_is_listed(page: Path) -> None:
    title, empty, reader = read(page).splitlines()[:3]
    assert title.startswith("# ") and not empty
    assert re.fullmatch(r"For anyone who [^.]*\.", reader)
    entry = f"- [{title[2:]}]({{}}): "
    assert entry.format(page.name) in read(DOCS / "index.md")


@pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in list_links(page):
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if name.startswith("reference/"):
            assert name in MADE, link  # with its anchor it is looked for when the site is built
            continue
        assert target.exists(), link
        assert not anchor or anchor in list_anchors(target), link


def test_no_page_repeats_another() -> None:
    seen: dict[str, str] = {}
    for page in [ROOT / "README.md", *TASKS]:
        for paragraph in set(read(page).split("\n\n")):
            if len(paragraph) > 80:
                assert seen.setdefault(paragraph, page.name) == page.name, paragraph


def test_every_reason_is_told(reference: ModuleType) -> None:
    rows = re.findall(
        r"^\| `([a-z-]+)` \| \w+ \| (.+?) \| (.+) \|$", reference.write_reasons(), re.M
    )
    assert [(code, sentence) for code, sentence, _ in rows] == list(SENTENCES.items())
    assert all(example.count("**") == 2 or "`" in example for _, _, example in rows)


def test_every_public_name_is_in_the_reference(reference: ModuleType) -> None:
    told = [name for names in reference.PUBLIC.values() for name in names]
    assert sorted(told) == sorted(translit.__all__)


def test_every_option_is_in_the_reference(reference: ModuleType) -> None:
    page = reference.write_commands()
    assert page.count("`--style`") >= 2 and "### `translit decline`" in page
    assert "%(" not in page


def test_every_page_of_data_lists_what_there_is(reference: ModuleType) -> None:
    for write, folder in (("styles", "styles"), ("languages", "languages")):
        page = getattr(reference, f"write_{write}")()
        for path in (ROOT / "data" / folder).glob("*.toml"):
            assert f"| `{path.stem}` |" in page
    schemes = reference.write_schemes()
    for path in (ROOT / "data" / "schemes").glob("*/*.toml"):
        assert f"| `{path.parent.name}/{path.stem}` |" in schemes
    assert "| `native` |" in reference.write_fields()


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


def test_what_is_copied_of_an_example_is_what_one_types() -> None:
    copying = load_hook("copying")
    session = "$ cat &gt; a <span>&lt;&lt;END</span>\n&gt; one\n&gt;\n&gt; END\n$ cat a\none\n"
    page = f'<div class="highlight"><pre><span></span><code>{session}</code></pre></div>'
    assert 'data-copy="cat &gt; a &lt;&lt;END&#10;one&#10;&#10;END&#10;cat a"' in (
        copying.mark_commands(page)
    )
    told = page.replace("$ ", "")
    assert copying.mark_commands(told) == told
