"""Encodings of every kind: what is not edited comes back to the byte, or the file is refused."""

import encodings.aliases
from pathlib import Path

import pytest

from translit.files import DocumentError, Encoder, Source, TextFile, find_codec

CODECS = sorted(set(encodings.aliases.aliases.values()) | {"idna", "punycode", "undefined"})
NOT_OF_FILES = {"idna", "punycode", "undefined", "utf_7", "unicode_escape", "raw_unicode_escape"}
NOT_OF_TEXT = {"base64_codec", "bz2_codec", "hex_codec", "quopri_codec", "rot_13", "uu_codec"}
# Letters that a mark may follow, and other alphabets at the end of the text.
ENDS = ["Kiev", "か", "と゚", "Ê̄", "ê̌", "漢字", "Київ", "한국어", "é", "日本 a", "中文~"]


def read(path: Path, encoding: str = "") -> tuple[str, bytes]:
    source = Source(path, "text", encoding=encoding)
    text = source.file.read_text()
    encoder = Encoder(source)
    return text, b"".join([*map(encoder.encode, text), encoder.finish()])


def can_write(text: str, codec: str) -> bool:
    try:
        return text.encode(codec).decode(codec) == text
    except (LookupError, ValueError):
        return False


@pytest.mark.parametrize("codec", CODECS)
def test_every_codec(codec: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    if codec in NOT_OF_FILES | NOT_OF_TEXT | {"zlib_codec", "mbcs", "oem"}:
        assert find_codec(codec) is None
        path.write_bytes(b"Kiev")
        with pytest.raises(DocumentError, match=rf"a\.txt: “{codec}” .*; name another"):
            TextFile(path, encoding=codec).read_text()
        return
    ends = [end for end in ENDS if can_write(end, codec)]
    assert ends
    for end in ends:
        text = "\n".join(["Kiev was, it was.", *ends, end])
        raw = text.encode(codec)
        path.write_bytes(raw)
        assert read(path, codec) == (text, raw)


@pytest.mark.parametrize("bits", ["16", "32"])
@pytest.mark.parametrize("order", ["le", "be"])
def test_the_order_of_bytes(tmp_path: Path, bits: str, order: str) -> None:
    path = tmp_path / "a.txt"
    codec = f"utf-{bits}-{order}"
    text = "Київ, 日本.\n"
    bare, marked = text.encode(codec), f"\ufeff{text}".encode(codec)
    path.write_bytes(marked)
    for encoding in ("", "auto", f"utf-{bits}", codec):
        assert read(path, encoding) == (text, marked)
    path.write_bytes(bare)
    for encoding in (f"utf-{bits}", codec, codec.upper().replace("-", "_")):
        assert read(path, encoding) == (text, bare)


def test_an_order_of_bytes_that_cannot_be_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("日本".encode("utf-16-le"))
    with pytest.raises(DocumentError, match=r"no byte order mark; .*: utf-16-le or utf-16-be"):
        read(path, "utf-16")


@pytest.mark.parametrize("name", ["klingon", "", "ut f", "кои", "a\0b", "x" * 300, "\udcff"])
def test_a_name_of_no_encoding(tmp_path: Path, name: str) -> None:
    assert find_codec(name) is None
    path = tmp_path / "a.txt"
    path.write_bytes(b"Kiev")
    if name:  # none is said: UTF-8
        with pytest.raises(DocumentError, match="is no encoding of text that Python knows; name"):
            read(path, name)
