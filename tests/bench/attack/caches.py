"""The cache of compiled tables: whatever lies there, the result is that of a clean one."""

import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from tests.bench.attack.broken import Broken, shown
from tests.bench.attack.commands import NAMES, Done, run_limited
from translit import Normalizer
from translit.lexicon import GivenTable, locate_layers

_TEXTS = (
    "Zelenskyi met Łukaszenka in Kijów and Charkow.",
    "Taras Szewczuk, Shevchuk's friend, left. Zelnskyi and Wołodymyr Zełenski stayed.",
    "Summit of Kiev; LUKASHENKA – Lukaschenko; Александр Лукашенко.",
)
_PROGRAM = """
import hashlib, sys
from translit import Normalizer
from translit.lexicon import GivenTable, locate_layers
normalizer = Normalizer(tables=[sys.argv[1]], default_tables=False)
found = [(normalizer.normalize(text), normalizer.explain(text)) for text in sys.argv[2:]]
print(hashlib.sha256(repr(found).encode()).hexdigest(), found[0][0])
"""
_FILE_SIZE = 4096  # bytes that a disk takes that is nearly full


def attack(seed: int) -> Iterator[Broken]:
    """Give what a damaged cache does to the next process."""
    draw = random.Random(f"caches {seed}")
    with tempfile.TemporaryDirectory(prefix="attack-") as name:
        home = Path(name) / "cache"
        lexicon = _copy_cache(home / "translit-fix")
        about, damage = draw.choice(_DAMAGES)
        about += damage(lexicon, draw)
        full = draw.random() < 0.1
        if full:
            lexicon.unlink(missing_ok=True) if lexicon.is_file() else None
            about += ", and a full disk"
        done = _read(home, _FILE_SIZE if full else None)
        if done.status == 0 and done.out == _clean_result():
            return
        promise = "a damaged cache is told or built anew"
        if done.status < 0:
            promise = "a damaged cache kills no process"
        elif done.status == 0:
            promise = "a damaged cache never changes a result"
        last = done.err.strip().splitlines()[-1:] or [f"status {done.status}"]
        if done.status > 0 and "LexiconError" in last[0]:
            return  # a clear word, and nothing was changed
        if done.status > 0:
            promise += f" ({last[0].partition(':')[0]})"
        yield Broken(promise, shown(about), shown(f"{last[0]} {done.out.decode()[:300]}"))


@cache
def _locate_clean() -> Sequence[Path]:
    """Return the lexicons of the default tables and of the table, both whole."""
    Normalizer(tables=[NAMES], default_tables=False)
    return [layer.path for layer in locate_layers([GivenTable(NAMES)], False)]


def _copy_cache(folder: Path) -> Path:
    """Make a cache of both lexicons and return that of the table, a copy of its own."""
    folder.mkdir(parents=True)
    default, own = _locate_clean()
    for path in default.parent.glob(f"{default.name}*"):
        os.link(path, folder / path.name)
    for path in own.parent.glob(f"{own.name}*"):
        shutil.copy2(path, folder)
    return folder / own.name


@cache
def _clean_result() -> bytes:
    done = _read(_locate_clean()[0].parent.parent, None)
    if done.status:
        raise RuntimeError(f"a clean cache does not serve: {done.err}")
    return done.out


def _read(home: Path, file_size: int | None) -> Done:
    return run_limited(
        [sys.executable, "-c", _PROGRAM, str(NAMES), *_TEXTS],
        env={"XDG_CACHE_HOME": str(home)},
        file_size=file_size,
    )


def _flip(path: Path, draw: random.Random) -> str:
    raw = bytearray(path.read_bytes())
    places = [draw.randrange(len(raw)) for _ in range(draw.choice((1, 1, 1, 8, 200)))]
    for place in places:
        raw[place] ^= 1 << draw.randrange(8)
    path.write_bytes(raw)
    return f" of {len(places)} bytes from {places[0]} of {len(raw)}"


def _truncate(path: Path, draw: random.Random) -> str:
    raw = path.read_bytes()
    length = draw.choice((0, 1, len(raw) - 1, draw.randrange(len(raw))))
    path.write_bytes(raw[:length])
    return f" to {length} of {len(raw)}"


def _swap(path: Path, draw: random.Random) -> str:
    other = next(iter(path.parent.glob("default-*.lexicon")))
    shutil.copy(other, path)
    return ""


def _fill(path: Path, draw: random.Random) -> str:
    sign = draw.choice((b"\0", b"\xff", b"{}"))
    path.write_bytes(sign * draw.choice((1, 100, path.stat().st_size // len(sign))))
    return f" of {sign!r}"


def _swap_stretch(path: Path, draw: random.Random) -> str:
    raw = path.read_bytes()
    a, b = sorted(draw.sample(range(len(raw)), 2))
    path.write_bytes(raw[:a] + raw[b:] + raw[a:b] if draw.random() < 0.5 else raw[:a] + raw[b:])
    return f" {a} to {b}"


def _make_folder(path: Path, draw: random.Random) -> str:
    path.unlink()
    path.mkdir()
    if draw.random() < 0.5:
        (path / "a").write_text("x", encoding="utf-8")
    return ""


def _make_link(path: Path, draw: random.Random) -> str:
    path.unlink()
    target = draw.choice(("/dev/null", str(path), "/nowhere/at/all", str(NAMES)))
    path.symlink_to(target)
    return f" to {target}"


def _forge_table(path: Path, draw: random.Random) -> str:
    """A table of contents that is well made, checksum and all, and wrong."""
    import struct
    import zlib

    raw = path.read_bytes()
    end = struct.Struct("<QQI18s")
    start, length, _, magic = end.unpack(raw[-end.size :])
    table = json.loads(raw[start : start + length])
    sections = table["sections"]
    name = draw.choice(sorted(sections))
    change = draw.choice(("offset", "length", "gone", "digest", "list"))
    if change == "gone":
        del sections[name]
    elif change == "digest":
        table["digest"] = "0" * 32
    elif change == "list":
        table = [table]
    else:
        sections[name][change == "length"] += draw.choice((1, 8, 1 << 40, -1))
    written = json.dumps(table).encode()
    tail = end.pack(start, len(written), zlib.crc32(written), magic)
    path.write_bytes(raw[:start] + written + tail)
    return f": {change} of {name}"


_DAMAGES: Sequence[tuple[str, Callable[[Path, random.Random], str]]] = (
    ("bits flipped", _flip), ("bits flipped", _flip), ("bits flipped", _flip), ("cut", _truncate),
    ("another lexicon under its name", _swap), ("full", _fill), ("a stretch moved", _swap_stretch),
    ("a folder in its place", _make_folder), ("a link in its place", _make_link),
    ("a forged table of contents", _forge_table),
)  # fmt: skip
