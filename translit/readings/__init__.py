"""Readings: what a span of a text may be: names, aliases, cases, damage."""

from translit.readings.reader import Reader
from translit.readings.reading import PlacedSegment, Reading, Segment

__all__ = ["PlacedSegment", "Reader", "Reading", "Segment"]
