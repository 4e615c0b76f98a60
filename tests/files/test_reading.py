"""Files come in as text and go out as the bytes they were; what is no text is refused."""

import encodings.aliases
import gzip
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.files import (
    DocumentError,
    Encoder,
    Selection,
    Source,
    TextFile,
    find_codec,
)

CASES = Path(__file__).parents[1] / "cases"
BAD_FILES = json.loads((CASES / "bad_files.json").read_text(encoding="utf-8"))
ENCODINGS = sorted(
    {find_codec(name) or "utf-8" for name in encodings.aliases.aliases.values()}
    | {"utf-16", "utf-32", "utf-8-sig"}
)

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


def read(path: Path, encoding: str = "") -> tuple[str, bytes]:
    """Read a file, and encode its text again as it would be written."""
    source = Source(path, "text", encoding=encoding)
    chunks = list(source.file.read_chunks())
    encoder = Encoder(source)
    raw = b"".join(encoder.encode(chunk) for chunk in chunks)
    return "".join(chunks), raw + encoder.finish()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reading") / "a.txt"


@given(texts, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_bytes_round_trip(file: Path, text: str, encoding: str) -> None:
    raw = text.encode(encoding)
    file.write_bytes(raw)
    expected = text if encoding != "utf-8" else text.removeprefix("\ufeff")
    assert read(file) == (expected, raw)


@given(st.binary(max_size=60), st.sampled_from(ENCODINGS))
def test_any_bytes_are_read_exactly_or_refused(file: Path, raw: bytes, encoding: str) -> None:
    file.write_bytes(raw)
    try:
        _, back = read(file, encoding)
    except DocumentError:
        return
    assert back == raw


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_a_file_of_many_chunks(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    text = "Київ і Мінськ\r\n" * 100_000
    path.write_bytes(text.encode(encoding))
    assert read(path, encoding) == (text, text.encode(encoding))
    path.write_bytes(gzip.compress(text.encode(encoding)))
    packed = path.rename(tmp_path / "a.txt.gz")
    assert read(packed, encoding)[0] == text


@pytest.mark.parametrize("case", BAD_FILES, ids=lambda case: case["why"])
def test_what_is_no_text_is_refused(tmp_path: Path, case: dict[str, str]) -> None:
    path = tmp_path / "a"
    path.write_bytes(bytes.fromhex(case["hex"]))
    with pytest.raises(DocumentError) as caught:
        TextFile(path).read_text()
    assert str(caught.value).startswith(f"{path}: {case['message']}")
    assert ";" in str(caught.value), "the cure follows"


@pytest.mark.parametrize("at", [70_000, 600_000])
def test_the_place_of_a_wrong_byte_is_told(tmp_path: Path, at: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(("ї" * (at // 2)).encode() + b"\xff" + b"a" * 70_000)
    with pytest.raises(DocumentError, match=rf"is not UTF-8 \(at byte {at}\)"):
        TextFile(path).read_text()


def test_an_encoding_is_guessed_only_on_request(tmp_path: Path) -> None:
    pytest.importorskip("charset_normalizer")
    path = tmp_path / "a"
    text = "Президент України вчора ввечері виступив зі зверненням до громадян. " * 20
    path.write_bytes(text.encode("windows-1251"))
    with pytest.raises(DocumentError, match="--encoding auto"):
        read(path)
    assert read(path, "auto") == (text, text.encode("windows-1251"))
    path.write_bytes(text.encode())
    assert read(path, "auto")[0] == text


def test_an_encoding_that_would_not_come_back_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\x1b(BKiev\x1b(B")  # says twice what need not be said
    with pytest.raises(DocumentError, match="would not come back from ISO2022_JP as it is"):
        TextFile(path, encoding="iso2022_jp").read_text()


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_damaged_packing_is_refused(tmp_path: Path, suffix: str) -> None:
    if suffix == ".zst":
        zstandard = pytest.importorskip("zstandard")
        raw = zstandard.compress(b"Kiev " * 1000)
    else:
        raw = gzip.compress(b"Kiev " * 1000)
    path = tmp_path / f"a.txt{suffix}"
    for damaged in (raw[: len(raw) // 2], b"Kiev is cold."):
        path.write_bytes(damaged)
        with pytest.raises(DocumentError, match="cannot be unpacked"):
            TextFile(path).read_text()


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for name in ("a\0b", "long" * 100, "loop"):
        with pytest.raises(DocumentError, match="cannot be read"):
            TextFile(tmp_path / name).read_text()
    with pytest.raises(DocumentError, match="is a folder"):
        TextFile(tmp_path).read_text()


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("Kiev")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DocumentError, match=r"a\.txt: may not be read; change its permissions"):
        TextFile(tmp_path / "a.txt").read_text()


@pytest.mark.parametrize(
    ("module", "kind", "name", "extra"),
    [
        ("zstandard", "text", "a.txt.zst", "zst"),
        ("pyarrow", "parquet", "a.parquet", "parquet"),
        ("charset_normalizer", "text", "a.txt", "auto"),
        ("pylatexenc", "latex", "a.tex", "formats"),
        ("tree_sitter_rst", "rst", "a.rst", "formats"),
    ],
)
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, kind: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    path = tmp_path / name
    path.write_bytes("Київ".encode("windows-1251"))
    source = Source(path, kind, encoding="auto")
    with pytest.raises(DocumentError, match=rf"pip install 'translit-fix\[{extra}\]'"):
        list(source.cut(Selection((), ("t",))))
