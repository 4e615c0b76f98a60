"""Case endings: which names a word of another language may be a case of."""

from collections.abc import Iterable

CaseEnding = tuple[str, str, str, str]
"""Language, ending of the name, ending in the case, letters one of which the case stands after."""

_SHORTEST_STEM = 2


class CaseEndings:
    """The endings of `data/case_endings.toml`, found by the end of a word."""

    def __init__(self, given: Iterable[CaseEnding]) -> None:
        rows = list(given)
        self._rows: dict[str, list[tuple[int, str, str, str]]] = {}
        for number, (lang, base, ending, after) in enumerate(rows):
            self._rows.setdefault(ending, []).append((number, lang, base, after))
        self._longest = max(map(len, self._rows), default=0)

    def strip(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return (language, name) for each case of a name that a folded word may be.

        >>> CaseEndings([("pl", "a", "y", "")]).strip("lukaszenky")
        (('pl', 'lukaszenka'),)
        """
        found = []
        for cut in range(min(self._longest, len(key) - _SHORTEST_STEM) + 1):
            stem = key[: len(key) - cut]
            for number, lang, base, after in self._rows.get(key[len(stem) :], ()):
                name = stem + base
                if not after or name[-1] in after:
                    found.append((number, lang, name))
        return tuple((lang, name) for _, lang, name in sorted(found))
