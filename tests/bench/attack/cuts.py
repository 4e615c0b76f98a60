"""Long texts: what a file gives does not depend on how it is cut, whole or in pieces."""

import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from tests.bench.attack.broken import Broken, shown, shrink
from tests.bench.attack.commands import call_fix
from tests.bench.attack.names import list_named
from tests.bench.attack.writing import write_prose
from translit import Normalizer

# Where the sizes of the pieces stand, and the small ones with which most is tried.
ROOM = "translit.documents.plain_text"
SMALL = {"LONGEST_WHOLE": 1 << 14, "LONGEST_PART": 1 << 13}
_NEAR = 700  # code points around a cut in which names stand close together
REAL = 1 << 20  # code points from which the command cuts a text
_FILLER = "it was cold and it rained all day, and nothing came of it at all. "
_FENCES = ("```\n", "`", "<div>\n", "“", "(", "<!-- ", "\\begin{verbatim}\n")


def attack(seed: int) -> Iterator[Broken]:
    """Give a long text whose result in pieces is not that of the whole."""
    draw = random.Random(f"cuts {seed}")
    real = seed % 24 == 12
    paragraphs = _write(draw, REAL + (1 << 15) if real else draw.randrange(20_000, 45_000))
    wrong = _compare(paragraphs, real)
    if wrong is None:
        return
    if real:
        yield Broken("a long text is as the command cuts it", f"{len(paragraphs)} lines", wrong)
        return

    refused = wrong.startswith("status")

    def fails(kept: Sequence[int]) -> bool:
        got = _compare(_blank(paragraphs, kept), real)
        return got is not None and got.startswith("status") == refused

    kept = shrink(range(len(paragraphs)), fails, tries=60)
    smallest = _blank(paragraphs, kept)
    starts = [sum(map(len, smallest[:at])) for at in kept]
    places = [(start, smallest[at]) for start, at in zip(starts, kept, strict=True)]
    said = _compare(smallest, real) or wrong
    promise = "a long text is done" if refused else "the result does not depend on the cuts"
    yield Broken(promise, shown(places), said)


def _write(draw: random.Random, length: int) -> list[str]:
    cast = draw.sample(list_named(), draw.choice((6, 15, 40)))
    paragraphs: list[str] = []
    size = 0
    elsewhere = draw.choice((0.02, 0.1, 0.5))
    part = SMALL["LONGEST_PART"]
    while size < length:
        near = (size + _NEAR) % part < 2 * _NEAR
        if draw.random() < (0.9 if near else elsewhere):
            text = write_prose(cast, draw, draw.randint(1, 3)).rstrip()
        else:
            text = _FILLER * draw.randint(1, 6)
        if draw.random() < 0.01:
            text = draw.choice(_FENCES) + text
        gap = draw.choice(("\n\n", "\n", " ", ". ", "\n\n"))
        paragraphs.append(text.replace("\0", "") + gap)
        size += len(paragraphs[-1])
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


def _compare(paragraphs: Sequence[str], real: bool) -> str | None:
    """Return where the pieces and the whole part, or None if nowhere."""
    text = "".join(paragraphs).encode("utf-8", "replace").decode()
    whole = Normalizer().normalize(text)
    with tempfile.TemporaryDirectory(prefix="attack-") as folder, ExitStack() as stack:
        path = Path(folder) / "long.txt"
        path.write_bytes(text.encode())
        for name, size in {} if real else SMALL.items():
            stack.enter_context(patch(f"{ROOM}.{name}", size))
        done = call_fix(path)
    pieces = done.out.decode()
    if done.status or done.raised:
        return f"status {done.status}: {done.err}{done.raised}"
    return None if pieces == whole else _describe_difference(pieces, whole)


def _describe_difference(pieces: str, whole: str) -> str:
    at = next(
        (i for i, (a, b) in enumerate(zip(pieces, whole, strict=False)) if a != b),
        min(len(pieces), len(whole)),
    )
    start, end = max(0, at - 40), at + 40
    return f"at {at}, in pieces {pieces[start:end]!r}, whole {whole[start:end]!r}"
