"""Words as such, whoever bears them as a name: one table says all that lists tell of them.

It holds a mask for each word: a bit for each language that writes it with a small letter (marks
count, see `spoken.py`), and bits for what is told of folded words: that it is an ordinary word, a
known one, or met in text of another script. The scripts have a trie each, in which the letters
that are frequent take one byte.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import marisa_trie

from translit.lexicon.numbers import Numbers, pack_numbers, rank

LANGUAGES = (1 << 56) - 1
"""The bits of the languages, in the order of their codes."""
_FACTS = 56
ORDINARY_WORD, KNOWN_WORD_BIT = 1 << _FACTS, 1 << _FACTS + 1
"""What stands in `facts.py` as ORDINARY and KNOWN_WORD."""
MET, OFTEN, LISTED = (1 << _FACTS + place for place in (2, 3, 4))
"""Met in text of another script; met there often; in a list of given or family names."""

_SCRIPTS = ("latin", "other")
_FIRST_OTHER = "\u0370"
_CODES = range(1, 128)
_NOTHING = "\uffff"  # no letter: what is written with it is no word


def pack_word_table(words: Mapping[str, int]) -> dict[str, bytes]:
    """Return the sections of a lexicon file that hold these words, with their masks."""
    sets = rank(words.values())
    places = {one: place for place, one in enumerate(sets)}
    sections = {"word_sets": array("Q", sets).tobytes()}
    for script in _SCRIPTS:
        of_it = [word for word in words if (script == "latin") == _is_latin(word)]
        letters = _find_letters(of_it)
        codes, back = _make_codes(letters), _make_letters(letters)
        trie = marisa_trie.Trie([word.translate(codes) for word in of_it])
        numbers = [0] * len(of_it)
        for word, number in trie.iteritems():
            numbers[number] = places[words[word.translate(back)]]
        sections[f"{script}_letters"] = letters.encode()
        sections[f"{script}_words"] = bytes(trie.tobytes())
        sections[f"{script}_numbers"] = pack_numbers(numbers)
    return sections


def _is_latin(word: str) -> bool:
    return word.isascii() or max(word) < _FIRST_OTHER


def _find_letters(words: Iterable[str]) -> str:
    """Return the letters that take one byte: all of ASCII that occur, and the most frequent."""
    counts = Counter("".join(words))
    plain = sorted(letter for letter in counts if letter.isascii())
    others = sorted(counts.keys() - set(plain), key=lambda letter: (-counts[letter], letter))
    return "".join([*plain, *others][: len(_CODES)])


def _make_codes(letters: str) -> dict[int, str]:
    """Return what stands for each letter; what no word has stands for itself, or for nothing."""
    codes = dict.fromkeys(range(128), _NOTHING)
    return codes | {ord(one): chr(code) for code, one in zip(_CODES, letters, strict=False)}


def _make_letters(letters: str) -> dict[int, str]:
    return dict(zip(_CODES, letters, strict=False))


class _Script:
    """The words of one script: `find` gives the place of a word's mask, or None."""

    def __init__(self, sections: Mapping[str, memoryview], script: str) -> None:
        self._mapped = sections[f"{script}_words"]  # the trie does not hold what it reads
        self._trie = marisa_trie.Trie().map(self._mapped)
        self._numbers = Numbers(sections[f"{script}_numbers"], len(self._trie))
        letters = bytes(sections[f"{script}_letters"]).decode()
        self._codes, self._letters = _make_codes(letters), _make_letters(letters)

    def find(self, word: str) -> int | None:
        number = self._trie.get(word.translate(self._codes))
        return None if number is None else self._numbers[number]

    def iterate(self, prefix: str) -> Iterator[tuple[str, int]]:
        for word, number in self._trie.iteritems(prefix.translate(self._codes)):
            yield word.translate(self._letters), self._numbers[number]


class WordTable:
    """The words of one lexicon file."""

    def __init__(self, sections: Mapping[str, memoryview]) -> None:
        self._sets = array("Q", bytes(sections["word_sets"])).tolist()
        self._latin, self._other = (_Script(sections, script) for script in _SCRIPTS)

    def find(self, word: str) -> int:
        """Return the mask of a word, 0 for one that is in no list."""
        script = self._latin if _is_latin(word) else self._other
        place = script.find(word)
        return 0 if place is None else self._sets[place]

    def find_spoken(self, word: str) -> int:
        """Return the bits of the languages that have a word, given by `plain`; 0 if none has."""
        return self.find(word) & LANGUAGES

    def find_facts(self, word: str) -> int:
        """Return what is known of a folded word: ORDINARY and KNOWN_WORD of `facts.py`."""
        return self.find(word) >> _FACTS & 3

    def list_words(self, bits: int, prefix: str) -> Iterator[str]:
        """Give the words with one of these bits that start with `prefix`, in no order."""
        wanted = [bool(mask & bits) for mask in self._sets]
        for script in (self._latin, self._other):
            yield from (word for word, place in script.iterate(prefix) if wanted[place])

    def list_all(self) -> Iterator[tuple[str, int]]:
        """Give every word with its mask, in no order."""
        for script in (self._latin, self._other):
            yield from ((word, self._sets[place]) for word, place in script.iterate(""))

    def __bool__(self) -> bool:
        return bool(self._sets)
