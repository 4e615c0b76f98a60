"""Spellings that may be as near to a word as a slip or two, found without measuring them all.

Of so many edits (a letter added, left out or changed, or two neighbours that change places), each
spoils one letter of the word at most, and shifts the others by one place at most. So in a spelling
that is near, all but so many letters of the word stand not farther from their places than that.
Which spellings have a letter about a place is one long number, a bit for each; what is asked of
thousands of spellings takes a few operations on such numbers.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from string import ascii_lowercase

from translit.lexicon.records import pack_records, unpack_record

_PARTING = b"\xff"  # stands in no UTF-8
_MOST_SHARED = 0x7F
_SHORTEST = 5  # letters: of shorter spellings, a damaged form says too little
_MOST_BYTES = 1 << 25
_HELD = 200  # bytes of a number and its place in dictionaries, about


def pack_near(spellings: Iterable[str]) -> bytes:
    """Return the section of a lexicon file in which the spellings of five letters or more stand.

    Each letter that they start with has a record, and the first record tells the letters.
    """
    letters: dict[str, list[str]] = defaultdict(list)
    for spelling in sorted(set(spellings)):
        if len(spelling) >= _SHORTEST:
            letters[spelling[0]].append(spelling)
    return pack_records(["".join(letters).encode(), *map(_pack_letter, letters.values())])


def _pack_letter(words: Sequence[str]) -> bytes:
    """Return how many letters each of some sorted words shares with the one before, and the rest.

    >>> list(_unpack_letter(_pack_letter(["kiev", "kieva", "kyiv"])))
    ['kiev', 'kieva', 'kyiv']
    """
    shared, rests, before = bytearray(), [], ""
    for word in words:
        same = 0
        while word[same : same + 1] == before[same : same + 1] != "" and same < _MOST_SHARED:
            same += 1
        shared.append(same)
        rests.append(word[same:])
        before = word
    return zlib.compress(shared + _PARTING + "\n".join(rests).encode(), 9)


def _unpack_letter(content: bytes) -> Iterator[str]:
    shared, _, rests = zlib.decompress(content).partition(_PARTING)
    word = ""
    for same, rest in zip(shared, rests.decode().split("\n"), strict=True):
        word = word[:same] + rest
        yield word


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

    What is computed is kept, up to 32 MB for a file; it is forgotten as a whole when it is more.
    """

    def __init__(self, section: memoryview) -> None:
        self._section = section
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

    @cached_property
    def _letters(self) -> str:
        """The letters that spellings start with, in the order of their records."""
        return unpack_record(self._section, 0).decode()

    def _open_letter(self, first: str) -> Mapping[int, "_Group"]:
        """Return the spellings that start with a letter, by length."""
        groups = self._groups.get(first)
        if groups is None:
            by_length: dict[int, list[str]] = defaultdict(list)
            number = self._letters.find(first)
            if number >= 0:
                for word in _unpack_letter(unpack_record(self._section, number + 1)):
                    by_length[len(word)].append(word)
            groups = {length: _Group(words, length) for length, words in by_length.items()}
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
