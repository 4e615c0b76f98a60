"""What the site has beside the pages of this folder, made when it is built.

The contents are those of `index.md`. The reference is made from code and data, and the files that
stand at the root of the repository are pages too, so that a link to one leads to it in both.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import reference
from copying import mark_commands
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

DOCS = Path(__file__).parents[1]
ROOT = DOCS.parent
# By its path in the repository: the page that a file is on the site.
FROM_ROOT: Mapping[str, str] = {
    "CHANGELOG.md": "project/changelog.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "SECURITY.md": "project/security.md",
    "data/README.md": "project/data.md",
    "tests/bench/README.md": "project/benchmarks.md",
}
REFERENCE: Mapping[str, Callable[[], str]] = {
    "reference/python.md": reference.write_python,
    "reference/commands.md": reference.write_commands,
    "reference/reasons.md": reference.write_reasons,
    "reference/styles.md": reference.write_styles,
    "reference/schemes.md": reference.write_schemes,
    "reference/languages.md": reference.write_languages,
    "reference/fields.md": reference.write_fields,
}
_HEADING = re.compile(r"^## (.+)$|^- \[([^\]]+)\]\(([^)]+\.md)\)", re.MULTILINE)
_LINK = re.compile(r"(?<=\]\()(?!https?:|mailto:|#)([^)\s#]+)(?=[)#])")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the contents from `index.md`."""
    config.nav = read_contents((DOCS / "index.md").read_text("utf-8"))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made."""
    for path, write in REFERENCE.items():
        files.append(File.generated(config, path, content=write()))
    for source, path in FROM_ROOT.items():
        text = (ROOT / source).read_text("utf-8")
        files.append(File.generated(config, path, content=relink(text, source, path)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Turn links to what stands outside this folder to the pages that it is on the site."""
    path = page.file.src_uri
    if path == "index.md":
        page.meta["hide"] = ["navigation"]  # it is the list of them all
    if path in FROM_ROOT.values() or path in REFERENCE:
        return markdown
    return relink(markdown, f"docs/{path}", path)


def on_page_content(html: str, **_: Any) -> str:
    """Let examples be copied as they are typed."""
    return mark_commands(html)


def read_contents(index: str) -> list[Any]:
    """Return what `nav` would be: the sections of the index with their pages."""
    contents: list[Any] = [{"Start": "index.md"}]
    for section, title, path in _HEADING.findall(index):
        if section:
            contents.append({section: []})
        elif len(contents) > 1:
            (pages,) = contents[-1].values()
            pages.append({title: relocate(path, "docs/index.md", "index.md")})
    return [one for one in contents if all(one.values())]


def relink(text: str, source: str, path: str) -> str:
    """Return a page of the repository with its links as they are from a page of the site."""
    parts = re.split(r"(^```.*?^```$|`[^`\n]*`)", text, flags=re.MULTILINE | re.DOTALL)
    for i in range(0, len(parts), 2):  # the others are code
        parts[i] = _LINK.sub(lambda found: relocate(found[1], source, path), parts[i])
    return "".join(parts)


def relocate(link: str, source: str, path: str) -> str:
    """Return where a link of a file of the repository leads on the site, from a page of it."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), link))
    if target == "README.md":
        target = "docs/index.md"
    on_site = FROM_ROOT.get(target) or target.removeprefix("docs/")
    return posixpath.relpath(on_site, posixpath.dirname(path) or ".")
