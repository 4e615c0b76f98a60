"""What a well-kept parser of Markdown calls code, links or metadata is no prose for ours either.

Tree-sitter says where things stand, so it could take the place of ours; but it knows no templates,
attributes and comments that leave alone, which are most of the work. So it is asked, not used.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from translit.files.formats.markdown import Markdown

tree_sitter = pytest.importorskip("tree_sitter")
tree_sitter_markdown = pytest.importorskip("tree_sitter_markdown")

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "data").glob("*.md")]
PAGES += (ROOT / "tests").glob("*/*.md")
_BLOCKS = {"fenced_code_block", "indented_code_block", "link_reference_definition"}
_BLOCKS |= {"minus_metadata", "plus_metadata"}
_INLINE = {"code_span", "latex_block", "uri_autolink", "email_autolink", "link_destination"}


def parse(source: bytes, language: object, wanted: set[str]) -> Iterator[tuple[str, int, int]]:
    """Give the nodes of these types with their places in bytes."""
    parser = tree_sitter.Parser(tree_sitter.Language(language))
    nodes = [parser.parse(source).root_node]
    while nodes:
        node = nodes.pop()
        nodes += node.children
        if node.type in wanted:
            yield node.type, node.start_byte, node.end_byte


def list_no_prose(source: bytes) -> Iterator[tuple[str, int, int]]:
    for kind, start, end in parse(source, tree_sitter_markdown.language(), _BLOCKS | {"inline"}):
        if kind != "inline":
            yield kind, start, end
            continue
        language = tree_sitter_markdown.inline_language()
        for inner, first, last in parse(source[start:end], language, _INLINE):
            yield inner, start + first, start + last


def list_prose(text: str) -> set[int]:
    """Return the code points of a text that ours calls prose."""
    return {
        at
        for part in Markdown().compose(text).parts
        for excerpt in part.excerpts
        for at in range(excerpt.start, excerpt.end)
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_code_is_prose(page: Path) -> None:
    text = page.read_text("utf-8")
    offsets = [0, *accumulate(len(letter.encode()) for letter in text)]
    prose = list_prose(text)
    assert prose
    for kind, start, end in list_no_prose(text.encode()):
        span = range(bisect_left(offsets, start), bisect_left(offsets, end))
        letters = "".join(text[at] for at in span if at in prose and text[at].isalpha())
        assert not letters, (kind, letters)
