"""Readings: what a span of a text may be: names, aliases, cases, damage."""

from translit.readings.damage import may_be_another_name
from translit.readings.needs import is_english_family, is_unlike_its_form, stands_alone
from translit.readings.reader import Reader
from translit.readings.reading import PlacedSegment, Reading

__all__ = [
    "PlacedSegment",
    "Reader",
    "Reading",
    "is_english_family",
    "is_unlike_its_form",
    "may_be_another_name",
    "stands_alone",
]
