"""What is wrong with one file is said once, with status 2, and the other files are done."""

import gzip
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from translit.files.formats.markdown import Markdown

BAD = {
    "a.txt": "Kiev é".encode("latin-1"),
    "b.txt": b"Kiev\0",
    "c.txt.gz": b"Kiev",
    "d.txt.gz": gzip.compress(b"Kiev " * 1000)[:40],
    "e.txt.zst": b"Kiev",
    "f.html": b"<p>Kiev<![foo",
    "g.html": b"<p>Kiev<!-- ",
    "h.html": b"<html><body><p>Kiev",
    "i.json": b'{"t": "Kiev"',
    "j.json": b"[" * 100_000,
    "k.jsonl": b'{"t": "Kiev"\n',
    "l.jsonl": b'\xef\xbb\xbf\xef\xbb\xbf{"t": "Kiev"}\n',
    "m.csv": b't,u\n"Kiev"x,1\n',
    "n.csv": b"t,u\nKiev\n",
    "o.csv": b"u\nKiev\n",
    "p.csv": b'"t\nKiev\n',
    "q.parquet": b"PAR1 Kiev PAR1",
    "r.parquet": b"",
    "s.srt": b"Kiev\n",
    "t.vtt": b"WEBVTT\n\nKiev\n",
    "u.html": b"<b>" * 5000 + b"Kiev",
    "v.txt.gz": gzip.compress(b" " * (1 << 25)),
}


@pytest.mark.parametrize("name", BAD)
def test_one_file_one_message(command: Command, folder: Path, name: str) -> None:
    (folder / name).write_bytes(BAD[name])
    for other in ("0.txt", "z.html"):
        (folder / other).write_text("in Kiev\n")
    done = command("translit-fix", "--in-place", "--field", "t", "--column", "t", ".")
    assert done.status == 2
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith(f"translit-fix: {name}")
    assert "report this as a bug" not in done.err
    assert (folder / name).read_bytes() == BAD[name]
    for other in ("0.txt", "z.html"):
        assert (folder / other).read_text() == "in Kyiv\n"


def test_a_fault_of_ours_is_trouble_of_one_file(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("Kiev")

    monkeypatch.setattr(Markdown, "compose", fail)
    (folder / "a.md").write_text("in Kiev\n")
    (folder / "b.txt").write_text("in Kiev\n")
    done = command("translit-fix", "--in-place", ".")
    assert done.status == 2
    assert "a.md: is left as it was, for a fault (KeyError: 'Kiev' in " in done.err
    assert (folder / "a.md").read_text() == "in Kiev\n"
    assert (folder / "b.txt").read_text() == "in Kyiv\n"


@pytest.mark.parametrize("name", ["klingon", "rot13", "idna", "utf-7", "base64", "../x"])
def test_no_encoding_in_settings(command: Command, folder: Path, name: str) -> None:
    (folder / "pyproject.toml").write_text(f'[tool.translit-fix]\nencoding = "{name}"\n')
    (folder / "a.txt").write_text("in Kiev\n")
    done = command("translit-fix", "a.txt")
    assert (done.status, done.out) == (2, b"")
    assert f"“{name}” " in done.err
    assert len(done.err.splitlines()) == 1
    done = command("translit-fix", "--encoding", name, "a.txt")
    assert (done.status, done.out) == (2, b"")
    assert f"“{name}” " in done.err


@pytest.mark.parametrize("encoding", ["iso2022_jp", "iso2022_jp_2004", "hz", "shift_jisx0213"])
def test_an_encoding_that_must_end(command: Command, folder: Path, encoding: str) -> None:
    end = "中文" if encoding == "hz" else "か"
    (folder / "a.txt").write_bytes(f"They were in Kiev.\n\n{end}".encode(encoding))
    expected = f"They were in Kyiv.\n\n{end}".encode(encoding)
    done = command("translit-fix", "--encoding", encoding, "a.txt")
    assert (done.status, done.out) == (0, expected)
    assert command("translit-fix", "--in-place", "--encoding", encoding, "a.txt").status == 0
    assert (folder / "a.txt").read_bytes() == expected
