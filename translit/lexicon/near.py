"""Spellings that may be as near to a word as a slip or two, found without measuring them all.

Of so many edits (a letter added, left out or changed, or two neighbours that change places), each
spoils one letter of the word at most, and shifts the others by one place at most. So in a spelling
that is near, all but so many letters of the word stand not farther from their places than that.
Which spellings have a letter about a place is one long number, a bit for each; what is asked of
thousands of spellings takes a few operations on such numbers.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase

_SHORTEST = 5  # letters: of shorter spellings, a damaged form says too little
_MOST_BYTES = 1 << 25
_HELD = 200  # bytes of a number and its place in dictionaries, about


def list_slips(word: str) -> Iterator[str]:
    """Give all that is one edit from a word of a to z and has its first letter, some twice.

    >>> "lukashneko" in list_slips("lukashenko"), "ukashenko" in list_slips("lukashenko")
    (True, False)
    """
    for cut in range(1, len(word) + 1):
        head, tail = word[:cut], word[cut:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in ascii_lowercase)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


class NearIndex:
    """The spellings of one lexicon file, by their letters. Thread-safe.

    `list_spellings` gives those that start with a letter, each once; it is asked when the first
    word with that letter is. What is computed is kept, up to 32 MB for a file; it is forgotten as
    a whole when it is more.
    """

    def __init__(self, list_spellings: Callable[[str], Iterable[str]]) -> None:
        self._list_spellings = list_spellings
        self._groups: dict[str, Mapping[int, _Group]] = {}
        self._buckets: dict[tuple[str, int, int], _Bucket] = {}
        self._held = 0

    def find(self, key: str, most: int) -> list[str]:
        """Return the spellings with the first letter of a word that may be `most` edits from it.

        `most` is 1 or 2. All that are as near are among them, and some that are not.
        """
        wanted = (key[0], len(key), most)
        bucket = self._buckets.get(wanted)
        if bucket is None:
            bucket = self._open_bucket(wanted)
        held = bucket.held
        found = bucket.find(key)
        if bucket.held > held:
            self._held += bucket.held - held
            if self._held > _MOST_BYTES:
                self._groups, self._buckets, self._held = {}, {}, 0
        return found

    def _open_bucket(self, wanted: tuple[str, int, int]) -> "_Bucket":
        first, length, most = wanted
        of_letter = self._open_letter(first)
        lengths = range(length - most, length + most + 1)
        groups = [of_letter[one] for one in lengths if one in of_letter]
        bucket = self._buckets[wanted] = _Bucket(groups, length, most)
        return bucket

    def _open_letter(self, first: str) -> Mapping[int, "_Group"]:
        """Return the spellings that start with a letter, by length."""
        groups = self._groups.get(first)
        if groups is None:
            by_length: dict[int, list[str]] = defaultdict(list)
            for word in self._list_spellings(first):
                by_length[len(word)].append(word)
            groups = {
                length: _Group(words, length)
                for length, words in by_length.items()
                if length >= _SHORTEST
            }
            self._groups[first] = groups
        return groups


class _Group:
    """Spellings of one length, column by column: all first letters, all second ones, …."""

    def __init__(self, words: list[str], length: int) -> None:
        words.sort(key=lambda one: (not one.isascii(), one))
        rows = "".join(words).encode("ascii", "replace")
        self.count = len(words)
        self._columns = b"".join(rows[place::length] for place in range(length))
        # By place: the letters asked for so far, and a bit for each row that has them there.
        self._rows: list[dict[str, int]] = [{} for _ in range(length)]
        self._odd = [word for word in words if not word.isascii()]

    def read(self, row: int) -> str:
        """Return the spelling in a row."""
        odd = row - self.count + len(self._odd)
        return self._odd[odd] if odd >= 0 else self._columns[row :: self.count].decode("ascii")

    def find_letter(self, places: range, letter: str) -> int:
        """Return a bit for each row, the first one highest: a letter is at one of these places."""
        found = 0
        for known, place in zip(self._rows[places.start : places.stop], places, strict=False):
            rows = known.get(letter)
            if rows is None:
                rows = known[letter] = self._mark(place, letter)
            found |= rows
        return found

    def _mark(self, place: int, letter: str) -> int:
        column = self._columns[place * self.count : (place + 1) * self.count]
        return int(column.translate(b"0" * ord(letter) + b"1" + b"0" * (255 - ord(letter))), 2)


class _Bucket:
    """The spellings that are long enough, and not too long, to be near to words of one length."""

    def __init__(self, groups: Sequence[_Group], length: int, most: int) -> None:
        self._groups = groups
        self._most = most
        self._size = sum(group.count for group in groups)
        self._all = (1 << self._size) - 1
        # By place: the letters met there so far, and a bit for each spelling without them.
        self._missing: list[dict[str, int]] = [{} for _ in range(length)]
        self.held = 0
        """About so many bytes are held for it, its share of what its groups hold among them."""

    def find(self, key: str) -> list[str]:
        """Return the spellings in which not more letters of a word are missing than may be."""
        once = twice = thrice = 0  # the spellings without so many letters
        for place, (letter, known) in enumerate(zip(key, self._missing, strict=True)):
            missing = known.get(letter)
            if missing is None:
                missing = known[letter] = self._find_missing(place, letter)
            thrice |= twice & missing
            twice |= once & missing
            once |= missing
        near = self._all & ~(twice if self._most == 1 else thrice)
        return list(self._read(near)) if near else []

    def _find_missing(self, place: int, letter: str) -> int:
        """Return a bit for each spelling without a letter about a place."""
        if not letter.isascii():  # which of those a spelling has is not told
            return 0
        self.held += _HELD + self._size // 4
        places = range(max(place - self._most, 0), place + self._most + 1)
        found = 0
        for group in self._groups:
            found = found << group.count | group.find_letter(places, letter)
        return self._all ^ found

    def _read(self, rows: int) -> Iterator[str]:
        """Give the spellings whose bits are set."""
        above = self._size
        for group in self._groups:  # from the highest bits on
            above -= group.count
            part, rows = rows >> above, rows & ((1 << above) - 1)
            while part:
                place = part.bit_length()
                yield group.read(group.count - place)
                part ^= 1 << (place - 1)
