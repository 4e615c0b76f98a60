"""Files come in as text and go out as the bytes they were; what is no text is refused."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.documents import DocumentError, decode_document, read_document

CASES = Path(__file__).parents[1] / "cases"
BAD_FILES = json.loads((CASES / "bad_files.json").read_text(encoding="utf-8"))


@given(st.text().map(lambda text: text.replace("\0", "")), st.booleans())
def test_bytes_round_trip(text: str, bom: bool) -> None:
    raw = (b"\xef\xbb\xbf" if bom else b"") + text.encode("utf-8")
    document = decode_document(raw)
    assert document.encode(document.text) == raw


@given(st.binary(max_size=40))
def test_any_bytes_are_read_exactly_or_refused(raw: bytes) -> None:
    try:
        document = decode_document(raw)
    except DocumentError:
        return
    assert document.encode(document.text) == raw


def test_newlines_and_byte_order_mark_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n\n four")
    document = read_document(path)
    assert document.text == "one\r\ntwo\rthree\n\n four"
    assert document.bom == "\ufeff"
    assert document.path == path


@pytest.mark.parametrize("case", BAD_FILES, ids=lambda case: case["why"])
def test_what_is_no_text_is_refused(case: dict[str, str]) -> None:
    with pytest.raises(DocumentError) as caught:
        decode_document(bytes.fromhex(case["hex"]))
    assert str(caught.value).startswith(f"<stdin>: {case['message']}")
    assert ";" in str(caught.value), "the cure follows"


def test_a_path_that_cannot_be_one(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(tmp_path / "a\0b")
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(tmp_path / ("long" * 100))


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DocumentError, match=r"a\.txt: may not be read; change its permissions"):
        read_document(tmp_path / "a.txt")
