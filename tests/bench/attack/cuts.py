"""Long texts: what one gives does not depend on where it is cut, nor on what is read at a time.

A text is made long by small sizes of the stretches. In three ways it is cut: by the command, in
pieces that are read one after the other, beside the same text at once; in two or three stretches
at any place, beside the same text as one.
"""

import random
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from tests.bench.attack.broken import Broken, is_worth_shrinking, shown, shrink
from tests.bench.attack.commands import call_fix
from tests.bench.attack.names import list_named
from tests.bench.attack.writing import write_prose
from translit import Normalizer
from translit.page import protected


def _shorten(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return a pattern of fences with one that allows no long ones."""
    longest = f"{protected.LONGEST_FENCE - 6}"
    assert longest in pattern.pattern
    return re.compile(pattern.pattern.replace(longest, f"{_LONGEST_FENCE - 6}"), pattern.flags)


_LONGEST_FENCE = 3000
# Where the sizes of stretches and pieces stand, and the small ones with which most is tried.
STRETCHES, PIECES = "translit.page.stretches", "translit.files.formats.plain_text"
SMALL = {
    f"{STRETCHES}.LENGTH": 300,
    f"{STRETCHES}.LONGEST_WHOLE": 600,
    f"{STRETCHES}.HALO": 1500,
    f"{STRETCHES}.FENCE": _shorten(protected.FENCE),
    f"{protected.__name__}._LONG": _shorten(protected._LONG),
    f"{PIECES}.LONGEST_FENCE": _LONGEST_FENCE,
    f"{PIECES}.LONGEST_WHOLE": 1 << 13,
    f"{PIECES}.STRETCHES": 4,
    f"{PIECES}.HALO": 1500,
}
REAL = 3 << 19  # code points from which the command cuts a text
_FILLER = "it was cold and it rained all day, and nothing came of it at all. "
_FENCES = ("```\n", "\n```\n", "```", "`", "<div>\n", "“", "(", "<!-- ", "{{")
_GAPS = ("\n\n", "\n", " ", ". ", "\n\n")

Compare = Callable[[Sequence[str], random.Random], str | None]


def attack(seed: int) -> Iterator[Broken]:
    """Give a long text whose result depends on how it was cut."""
    draw = random.Random(f"cuts {seed}")
    promise, write, compare = _WAYS[seed % len(_WAYS)]
    is_real = seed % 120 == 60
    if is_real:
        promise, compare = "a long text is as the command cuts it", _compare_real
    paragraphs = _write(draw, REAL) if is_real else write(draw)
    wrong = _ask(compare, paragraphs, seed)
    if wrong is None:
        return
    if is_real or not is_worth_shrinking(promise):
        yield Broken(promise, f"{len(paragraphs)} paragraphs", shown(wrong))
        return
    if wrong.startswith("status"):
        promise = "a long text is done"

    def fails(kept: Sequence[int]) -> bool:
        got = _ask(compare, _blank(paragraphs, kept), seed)
        return got is not None and got.startswith("status") == wrong.startswith("status")

    kept = shrink(range(len(paragraphs)), fails, tries=60)
    smallest = _blank(paragraphs, kept)
    starts = [sum(map(len, smallest[:at])) for at in kept]
    places = [(start, smallest[at]) for start, at in zip(starts, kept, strict=True)]
    yield Broken(promise, shown(places), shown(_ask(compare, smallest, seed) or wrong))


def _ask(compare: Compare, paragraphs: Sequence[str], seed: int) -> str | None:
    return compare(paragraphs, random.Random(f"cuts at {seed}"))


def _write(draw: random.Random, length: int) -> list[str]:
    cast = draw.sample(list_named(), draw.choice((6, 15, 40)))
    elsewhere = draw.choice((0.05, 0.3, 0.9))
    fences = draw.choice((0, 0, 0.02, 0.1))
    paragraphs: list[str] = []
    size = 0
    while size < length:
        if draw.random() < elsewhere:
            text = write_prose(cast, draw, draw.randint(1, 3)).rstrip()
        else:
            text = _FILLER * draw.randint(1, 6)
        if draw.random() < fences:
            text = draw.choice(_FENCES) + text
        text = text.replace("\0", "").encode("utf-8", "replace").decode()
        paragraphs.append(text + draw.choice(_GAPS))
        size += len(paragraphs[-1])
    return paragraphs


def _write_long(draw: random.Random) -> list[str]:
    return _write(draw, draw.randrange(10_000, 40_000))


def _write_short(draw: random.Random) -> list[str]:
    return _write(draw, draw.randrange(1500, 6_000))


def _write_code(draw: random.Random) -> list[str]:
    """Return paragraphs of which those in the middle are code between fences."""
    paragraphs = _write(draw, 8_000)
    first, stop = len(paragraphs) // draw.randint(3, 9), -len(paragraphs) // draw.randint(3, 9)
    paragraphs[first] = f"\n```\n{paragraphs[first]}"
    paragraphs[stop] += "\n```\n"
    return paragraphs


def _blank(paragraphs: Sequence[str], kept: Sequence[int]) -> list[str]:
    """Return the paragraphs with all but some made of filler of the same length."""
    chosen = set(kept)
    return [
        text
        if at in chosen
        else (_FILLER * (len(text) // len(_FILLER) + 1))[: len(text) - 1] + "\n"
        for at, text in enumerate(paragraphs)
    ]


def _compare_pieces(paragraphs: Sequence[str], draw: random.Random) -> str | None:
    with _patched(SMALL):
        return _compare_real(paragraphs, draw)


def _compare_real(paragraphs: Sequence[str], draw: random.Random) -> str | None:
    """Return where the pieces of a file and the whole part, or None if nowhere."""
    text = "".join(paragraphs)
    whole = Normalizer().normalize(text)
    with tempfile.TemporaryDirectory(prefix="attack-") as folder:
        path = Path(folder) / "long.txt"
        path.write_bytes(text.encode())
        done = call_fix(path)
    if "a second pass" in done.err and Normalizer().normalize(whole) != whole:
        return None  # a fault of texts of any length
    if done.status or done.raised:
        return f"status {done.status}: {done.err}{done.raised}"
    return _describe_difference(done.out.decode(), whole)


def _compare_stretches(paragraphs: Sequence[str], draw: random.Random) -> str | None:
    """Return what cutting a text in two changes: both know all of it, and own a part of it."""
    text = "".join(paragraphs)
    cuts = sorted({draw.randrange(1, len(text)), draw.randrange(1, len(text))})
    whole = Normalizer().normalize(text)
    for cut in cuts:
        for at in (cut, text.find("\n", cut) + 1 or cut, text.find(" ", cut) + 1 or cut):
            with cut_at(at):
                found = _describe_difference(Normalizer().normalize(text), whole)
            if found:
                return f"cut at {at}, {found}"
    return None


@contextmanager
def cut_at(*places: int) -> Iterator[None]:
    """Cut every text at these code points into stretches."""

    def find_bounds(text: str) -> Iterator[int]:
        return (at for at in places if 0 < at < len(text))

    sizes = {f"{STRETCHES}.HALO": 1500, f"{STRETCHES}.LONGEST_WHOLE": 0}
    with _patched({**sizes, f"{STRETCHES}.find_bounds": find_bounds}):
        yield


@contextmanager
def _patched(sizes: Mapping[str, object]) -> Iterator[None]:
    with ExitStack() as stack:
        for name, size in sizes.items():
            stack.enter_context(patch(name, size))
        yield


def _describe_difference(cut: str, whole: str) -> str | None:
    if cut == whole:
        return None
    at = next(
        (i for i, (a, b) in enumerate(zip(cut, whole, strict=False)) if a != b),
        min(len(cut), len(whole)),
    )
    start, end = max(0, at - 40), at + 40
    return f"at {at}, cut {cut[start:end]!r}, whole {whole[start:end]!r}"


_WAYS: Sequence[tuple[str, Callable[[random.Random], list[str]], Compare]] = (
    ("the pieces of a file give what it gives at once", _write_long, _compare_pieces),
    ("stretches give what the whole gives", _write_short, _compare_stretches),
    ("stretches give what the whole gives", _write_code, _compare_stretches),
)
