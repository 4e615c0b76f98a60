"""Preferring: which of several readings of one span something speaks for more strongly."""

from collections.abc import Callable

from translit.mentions.licensing import has_word, has_word_near
from translit.mentions.reading import Reading
from translit.mentions.scene import Scene


def prefer(scene: Scene, fit: list[Reading]) -> list[Reading]:
    """Narrow readings of one span to those that something speaks for more strongly."""
    tests: list[Callable[[Reading], bool]] = [
        lambda r: r.known.layer == max(one.known.layer for one in fit),
        lambda r: r.source not in ("former", "other"),
        lambda r: r.source != "style",  # a scheme explains more than another style does
        lambda r: r.full and has_given(r),
        lambda r: has_word_near(scene, r, (*r.known.entity.near, *r.known.entity.place)),
        lambda r: has_word(scene, r.known.entity.place),
    ]
    for test in tests:
        if len(fit) < 2:
            break
        fit = [reading for reading in fit if test(reading)] or fit
    return fit


def has_given(reading: Reading) -> bool:
    """Tell whether a person's given name is in a reading; other names have none."""
    return not reading.is_person or any(p.part == "given" for p in reading.pieces)
