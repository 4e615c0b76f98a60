"""`python -m tests.bench attack`: texts, tables, files, caches, races and bombs made to break it.

A round of a kind is made by its seed alone, so whatever is found is found again by it.
"""

from tests.bench.attack.running import configure, run

__all__ = ["configure", "run"]
