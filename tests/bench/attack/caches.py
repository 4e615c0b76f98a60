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

_TEXTS = (
    "Zelenskyi met Łukaszenka in Kijów and Charkow.",
    "Taras Szewczuk, Shevchuk's friend, left. Zelnskyi and Wołodymyr Zełenski stayed.",
    "Summit of Kiev; LUKASHENKA – Lukaschenko; Александр Лукашенко.",
)
_PROGRAM = """
import json, sys
from translit import Normalizer
normalizer = Normalizer(tables=[sys.argv[1]], default_tables=False)
print(json.dumps([[normalizer.normalize(t), str(normalizer.explain(t))] for t in sys.argv[2:]]))
"""
_FILE_SIZE = 4096  # bytes that a disk takes that is nearly full


def attack(seed: int) -> Iterator[Broken]:
    """Give what a damaged cache does to the next process."""
    draw = random.Random(f"caches {seed}")
    with tempfile.TemporaryDirectory(prefix="attack-") as name:
        home = Path(name) / "cache"
        shutil.copytree(_clean_cache(), home / "translit-fix", copy_function=os.link)
        lexicon = _find_lexicon(home)
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
        yield Broken(promise, shown(about), shown(last[0] + done.out.decode()[:300]))


@cache
def _clean_cache() -> Path:
    """Return a cache with the lexicon of the table and the default one, all whole."""
    from platformdirs import user_cache_path

    Normalizer(tables=[NAMES], default_tables=False)
    return user_cache_path("translit-fix")


@cache
def _clean_result() -> bytes:
    done = _read(_clean_cache().parent, None)
    if done.status:
        raise RuntimeError(f"a clean cache does not serve: {done.err}")
    return done.out


def _read(home: Path, file_size: int | None) -> Done:
    return run_limited(
        [sys.executable, "-c", _PROGRAM, str(NAMES), *_TEXTS],
        env={"XDG_CACHE_HOME": str(home)},
        file_size=file_size,
    )


def _find_lexicon(home: Path) -> Path:
    """Return the compiled table in a cache, as a copy of its own."""
    found = max(home.rglob("tables-*.lexicon"), key=lambda path: path.stat().st_mtime)
    raw = found.read_bytes()
    found.unlink()
    found.write_bytes(raw)
    return found


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
    other = max(path.parent.glob("default-*.lexicon"), key=lambda p: p.stat().st_mtime)
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
