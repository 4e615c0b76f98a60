"""Bombs: small or odd input that must not cost much time or memory."""

import gzip
import io
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench.attack.broken import Broken, shown
from tests.bench.attack.commands import FEW_NAMES, FIX, run_limited

_SECONDS = 30  # of the processor
_MEMORY = 1 << 30  # bytes
_MEGABYTE = 1 << 20
SLOW = 3  # the last so many take long, and stand only in a long run


def attack(seed: int, *, long: bool = False) -> Iterator[Broken]:
    """Give the bomb that takes more than a process may have, or ends it."""
    draw = random.Random(f"bombs {seed}")
    bombs = _BOMBS if long else _BOMBS[:-SLOW]
    bomb = bombs[seed % len(bombs)]
    with tempfile.TemporaryDirectory(prefix="attack-") as folder:
        argv = bomb(Path(folder), draw)
        done = run_limited(argv, seconds=_SECONDS)
    about = (bomb.__doc__ or "").strip()
    said = (
        f"status {done.status}, {done.seconds:.1f} s, {done.memory / 1e6:.0f} MB: {done.err[-300:]}"
    )
    if done.status < 0 and done.seconds < _SECONDS / 2:
        yield Broken("a bomb does not hang or kill the command", shown(about), said)
    elif done.status < 0 or done.seconds > _SECONDS:
        yield Broken("a bomb ends in time", shown(about), said)
    elif done.memory > _MEMORY or "MemoryError" in done.err:
        yield Broken("a bomb stays within bounds of memory", shown(about), said)
    elif done.status not in (0, 1, 2) or "Traceback" in done.err:
        yield Broken("a bomb ends with a message", shown(about), said)
    elif done.status == 2 and not done.err:
        yield Broken("status 2 comes with a message", shown(about), said)


def _fix(*argv: object) -> Sequence[str]:
    return [*FIX, *FEW_NAMES, *map(str, argv)]


def _python(program: str, *argv: object) -> Sequence[str]:
    return [sys.executable, "-c", program, *map(str, argv)]


def _gzip_bomb(folder: Path, draw: random.Random) -> Sequence[str]:
    """A .gz that unpacks a thousand times, in one line."""
    kind = draw.choice(("txt", "md", "jsonl", "csv"))
    path = folder / f"a.{kind}.gz"
    with gzip.open(path, "wb") as stream:
        stream.write(b"text\n")
        for _ in range(300):
            stream.write(b"a" * _MEGABYTE)
    return _fix("--in-place", path, "--field", "text", "--column", "text")


def _zst_bomb(folder: Path, draw: random.Random) -> Sequence[str]:
    """A .zst that unpacks ten thousand times and more, a frame at a time."""
    import zstandard

    frame = zstandard.compress(b"a" * (64 * _MEGABYTE))
    path = folder / f"a.{draw.choice(('txt', 'html', 'json', 'tsv'))}.zst"
    path.write_bytes(frame * 64)
    return _fix("--in-place", path, "--field", "text", "--column", "text")


def _many_cells(folder: Path, draw: random.Random) -> Sequence[str]:
    """A row of eight million cells."""
    path = folder / "a.csv"
    path.write_bytes(b"text,other\nKiev,1\n" + b"," * (8 * _MEGABYTE) + b"\n")
    return _fix("--in-place", path, "--column", "text")


def _many_columns(folder: Path, draw: random.Random) -> Sequence[str]:
    """A head of a million cells, and many rows."""
    path = folder / "a.csv"
    path.write_bytes(b"text" + b",a" * _MEGABYTE + b"\n" + b"Kiev,1\n" * 50)
    return _fix("--in-place", path, "--column", "text")


def _many_keep_lines(folder: Path, draw: random.Random) -> Sequence[str]:
    """Thousands of spellings that are kept, for a small text."""
    path, keep = folder / "a.txt", folder / "keep.txt"
    lines = ["".join(draw.choice("abkyiv") for _ in range(9)).title() for _ in range(5000)]
    keep.write_text("\n".join(lines), encoding="utf-8")
    path.write_text("Kiev was cold. " * 600, encoding="utf-8")
    return _fix("--in-place", path, "--keep", keep)


def _one_token(folder: Path, draw: random.Random) -> Sequence[str]:
    """Ten million characters without a space."""
    unit = draw.choice(("L", "Kiev", "Łukaszenka-", "a.", "A.", "'", "’s", "(", "<", "`",
                        "\\", "#", "http://", "a@", "/a", "K\u0301", "日", "A&", "{{"))  # fmt: skip
    path = folder / "a.txt"
    path.write_text(unit * (10_000_000 // len(unit)), encoding="utf-8")
    return _fix("--in-place", path)


def _open_markup(folder: Path, draw: random.Random) -> Sequence[str]:
    """Half a million characters of markup that opens and never closes."""
    units = ("<p ", "<!--", "[", "![", "*", "**a ", "`", "> ", "- ", "<a href='", "&#", "{", "_a ",
             "[a](", "<b>", "|", "[^", "\\", "    ", "<![", "</", "1. ")  # fmt: skip
    path = folder / f"a.{draw.choice(('md', 'html', 'vtt', 'srt'))}"
    unit = draw.choice(units)
    path.write_text("# Kiev\n" + unit * (500_000 // len(unit)) + "\nKiev\n", encoding="utf-8")
    return _fix("--in-place", path)


def _deep_json(folder: Path, draw: random.Random) -> Sequence[str]:
    """JSON that is two hundred thousand levels deep."""
    opening, closing = draw.choice((("[", "]"), ('{"text":', "}")))
    path = folder / draw.choice(("a.json", "a.jsonl"))
    depth = 200_000
    path.write_text(opening * depth + '"Kiev"' + closing * depth, encoding="utf-8")
    return _fix("--in-place", path, "--field", "text")


def _long_native(folder: Path, draw: random.Random) -> Sequence[str]:
    """A native word of ten thousand letters."""
    path = folder / "own.toml"
    native = draw.choice(("щ", "Їжа", "Лукашенко", "ее")) * 10_000
    path.write_text(
        f'schema = 1\n[a]\nkind = "place"\nname = "Aa"\nnative.uk = "{native[:10_000]}"\n',
        encoding="utf-8",
    )
    return [*FIX, "--no-default-tables", "--table", str(path), "--check", str(path)]


def _long_compare(folder: Path, draw: random.Random) -> Sequence[str]:
    """Two names of a thousand letters are compared, and one is spelled."""
    a, b = draw.choice((("Лукашенко", "Lukaschenka"), ("Щ", "Shch"), ("ا", "a"), ("李", "li")))
    program = "import sys, translit; translit.compare_names(*sys.argv[1:])"
    gap = draw.choice(("", " "))
    return _python(program, *(gap.join([name] * (1000 // len(name))) for name in (a, b)))


def _long_variants(folder: Path, draw: random.Random) -> Sequence[str]:
    """A name of a thousand letters is spelled in every scheme."""
    program = """
import sys, translit
try:
    translit.variants(sys.argv[1], sys.argv[2])
except ValueError:
    pass
"""
    name, lang = draw.choice((("Ющенко ", "uk"), ("ее", "ru"), ("Щ", "ru"), ("محمد ", "ar")))
    return _python(program, name * (1000 // len(name)), lang)


def _many_files(folder: Path, draw: random.Random) -> Sequence[str]:
    """Folders in folders, three hundred deep."""
    place = folder
    for _ in range(300):
        place = place / "abcdefgh"
        place.mkdir()
        if len(str(place)) > 3800:
            break
    (place / "a.txt").write_text("Kiev", encoding="utf-8")
    return _fix("--in-place", folder)


def _dense_text(folder: Path, draw: random.Random) -> Sequence[str]:
    """Two million characters of capitalised words, with every name of the tables known."""
    unit = draw.choice(("Zelensky Putin ", "A. B. ", "John Smith ", "Kiev, ", "Al El De ", "Ł "))
    path = folder / "a.txt"
    path.write_text(unit * (2_000_000 // len(unit)), encoding="utf-8")
    return [*FIX, "--check", str(path)]


def _long_file(folder: Path, draw: random.Random) -> Sequence[str]:
    """A text of a hundred megabytes."""
    path = folder / "a.txt"
    line = b"It rained all day, and nothing came of it at all. " * 20 + b"\n"
    with path.open("wb") as stream:
        for _ in range(100_000_000 // len(line)):
            stream.write(line)
        stream.write(b"Zelenskyi left.\n")
    return _fix("--in-place", path)


def _long_bomb(folder: Path, draw: random.Random) -> Sequence[str]:
    """A megabyte of gz within gz's bounds that is ten gigabytes of text."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as stream:
        stream.write(b"a" * (100 * _MEGABYTE))
    path = folder / "a.txt.gz"
    path.write_bytes(packed.getvalue() * 100)
    return _fix("--in-place", path)


_BOMBS: Sequence[Callable[[Path, random.Random], Sequence[str]]] = (
    _many_keep_lines, _many_cells, _long_compare, _gzip_bomb, _deep_json, _one_token,
    _long_variants, _open_markup, _many_columns, _long_native, _many_files, _zst_bomb,
    _dense_text, _long_file, _long_bomb,
)  # fmt: skip
