"""Texts of our own of each shape, made of our names and of the texts at hand; always the same."""

import html
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from tests.bench.golden import spellings
from tests.bench.golden.pieces import Piece, read_documents

_FILLED = {
    "one-liners": spellings.SENTENCES,
    "lists": spellings.LISTS,
    "machine-translated": spellings.MACHINE_TRANSLATED,
    "markup": spellings.MARKUP,
}
# Texts of our own are short: they can be run with other options, too.
_SETTINGS = (
    {"style": "news"},
    {"style": "de"},
    {"style": "native"},
    {"style": "news", "renamed": "rewrite"},
    {"style": "news", "fuzzy": "off"},
)
_ONE_IN = 8  # of the texts at hand, for each shape
_LONGEST = 20_000  # code points of a text that is repeated or joined


def make_pieces(data: Path) -> Iterator[Piece]:
    """Give the texts of all shapes."""
    yield from fill_sentences()
    yield from _join(read_documents(data))
    for number, piece in enumerate(read_documents(data)):
        for shift, (shape, change) in enumerate(_CHANGES.items()):
            if number % _ONE_IN == shift:
                name = f"{shape}/{piece.id}"
                yield replace(piece, id=name, text=change(piece.text, random.Random(name)))


def fill_sentences() -> Iterator[Piece]:
    """Give our sentences with our names in them, as they are and in capitals."""
    for shape, sentences in _FILLED.items():
        for number, sentence in enumerate(sentences):
            for at in range(len(spellings.PERSONS)):
                text = sentence.format(**_choose_names(at, number))
                yield from _set(f"own/{shape}/{number}/{at}", text)
                yield Piece(f"own/{shape}/{number}/{at}/capitals", text.upper())


def _choose_names(at: int, number: int) -> dict[str, str]:
    persons, places = spellings.PERSONS, spellings.PLACES
    given, family = persons[at]
    other_given, other_family = persons[(at + 1 + 3 * number) % len(persons)]
    place = places[(at + number) % len(places)]
    return {
        "a": f"{given} {family}",
        "b": f"{other_given} {other_family}",
        "other": f"{other_given} {other_family}",
        "given": given,
        "family": family,
        "other_given": other_given,
        "other_family": other_family,
        "place": place,
        "PLACE": place.upper(),
        "other_place": places[(at + 7 * number + 2) % len(places)],
    }


def _set(name: str, text: str) -> Iterator[Piece]:
    for options in _SETTINGS:
        said = ",".join(f"{key}={value}" for key, value in options.items())
        yield Piece(f"{name}/{said}", text, options)


def _join(documents: Iterator[Piece]) -> Iterator[Piece]:
    """Join a few neighbours here and there; at the end of a file they are of two languages."""
    draw = random.Random(5)
    while some := list(islice(documents, _ONE_IN * 4)):
        chosen = some[: draw.randint(2, 6)]
        text = draw.choice(("\n\n", "\n", " ", "\f")).join(piece.text for piece in chosen)
        yield Piece(f"joined/{chosen[0].id}+{len(chosen)}", text[:_LONGEST])


def _capitalize(text: str, draw: random.Random) -> str:
    return text.upper()


def _cut(text: str, draw: random.Random) -> str:
    """Begin and end anywhere, also within a word."""
    ends = sorted(draw.randint(0, len(text)) for _ in range(2))
    return text[slice(*ends)]


def _repeat(text: str, draw: random.Random) -> str:
    return draw.choice(("\n\n", " ", "\n")).join([text[:_LONGEST]] * draw.randint(2, 3))


def _write_html(text: str, draw: random.Random) -> str:
    lines = [f"<p>{_mark(html.escape(line), draw, '<b>', '</b>')}</p>" for line in _split(text)]
    return '<html lang="en"><body>\n' + "\n".join(lines) + "\n</body></html>"


def _write_markdown(text: str, draw: random.Random) -> str:
    first, *others = _split(text) or [""]
    lines = [draw.choice(("- ", "> ", "", "")) + _mark(line, draw, "**", "**") for line in others]
    return "\n\n".join([f"# {first}", *lines])


def _list_lines(text: str, draw: random.Random) -> str:
    mark = draw.choice(("- ", "* ", "• ", "#. "))
    lines = [line for sentence in text.split(". ") for line in _split(sentence)]
    return "\n".join(mark.replace("#", str(n)) + line for n, line in enumerate(lines, 1))


def _mark(line: str, draw: random.Random, opening: str, closing: str) -> str:
    """Put a run of words between marks."""
    words = line.split(" ")
    start = draw.randrange(len(words))
    stop = min(start + draw.randint(1, 3), len(words))
    return " ".join(
        [*words[:start], opening + " ".join(words[start:stop]) + closing, *words[stop:]]
    )


def _split(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


_CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "capitals": _capitalize,
    "cut": _cut,
    "repeated": _repeat,
    "html": _write_html,
    "markdown": _write_markdown,
    "listed": _list_lines,
}
