"""Kazakh names as they are composed: of elements, each of back or of front vowels."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

# Composed names are many, and not all of them are borne.
WEIGHT = 0.1
_PATH = Path(__file__).parent / "kazakh_elements.toml"


def list_composed() -> Iterator[str]:
    """Give given names, and the family names and patronymics that are made of each."""
    rows = tomllib.loads(_PATH.read_text("utf-8"))
    begin, end, whole = (rows[key].split() for key in ("begin", "end", "whole"))
    composed = (a + b for a in begin for b in end)
    for name in dict.fromkeys([*whole, *begin, *composed]):
        family = _make_family_name(name, rows["front"], rows["back"])
        yield from (name, family, f"{family}а")
    for name in whole:
        yield from (f"{name}ұлы", f"{name}қызы")


def _make_family_name(name: str, front: str, back: str) -> str:
    if name.endswith("й"):
        return f"{name[:-1]}ев"
    last = next((letter for letter in reversed(name) if letter in front + back), "")
    is_soft = name.endswith(last) or (last in front and name[-1] in "лн")
    return name + ("ев" if is_soft else "ов")
