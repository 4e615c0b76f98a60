"""Folding: what two spellings of one word have in common.

Case, diacritics, apostrophes, soft hyphens and zero-width characters do not tell names apart in
print: *Zelens'kyj*, *Zelens’kyj* and *ZELENSKYJ* fold to one key. Cyrillic keeps its breves and
dots, because й and ї are letters of their own there; ё is printed as е everywhere.
"""

import re
import unicodedata
from functools import lru_cache

# APOSTROPHE, RIGHT and LEFT SINGLE QUOTATION MARK, MODIFIER LETTER APOSTROPHE and TURNED COMMA,
# MODIFIER LETTER PRIME and DOUBLE PRIME, PRIME and DOUBLE PRIME, GRAVE and ACUTE ACCENT,
# MODIFIER LETTER RIGHT and LEFT HALF RING: all stand for a soft sign, an apostrophe, hamza or ayn.
APOSTROPHES = "'’‘ʼʻʹʺ′″`´ʾʿ"
# SOFT HYPHEN, ZERO WIDTH SPACE, NON-JOINER, JOINER, WORD JOINER, BYTE ORDER MARK
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

# Signs of the scripts of India, which are parts of a word as letters are: vowels, and what says
# that a consonant has none. MARKS are those of NFD text and these, for a class of a pattern.
_SIGNS_OF_INDIA = "".join(
    chr(code) for code in range(0x0900, 0x0E00) if unicodedata.category(chr(code))[0] == "M"
)
# Devanagari, Bengali, Gurmukhi and Gujarati, alike in order. A nasal before a consonant is printed
# as one letter, or as a sign on the letter before it, of which there are two: नरेन्द्र is नरेंद्र.
# The dot of loans is left out as often as not: फ़ is फ.
_BLOCKS_OF_INDIA = range(0x0900, 0x0B00, 0x80)
_NASAL_OF_INDIA = re.compile(
    "|".join(
        f"[{''.join(chr(block + at) for at in (0x19, 0x1E, 0x23, 0x28, 0x2E))}]{chr(block + 0x4D)}"
        f"(?=[{chr(block + 0x15)}-{chr(block + 0x39)}])|{chr(block + 1)}"
        for block in _BLOCKS_OF_INDIA
    )
)
_NUKTAS = dict.fromkeys(block + 0x3C for block in _BLOCKS_OF_INDIA)
MARKS = f"\u0300-\u036f{_SIGNS_OF_INDIA}"

# What some standards print within a word: RIGHT DOUBLE QUOTATION MARK for ъ, MIDDLE DOT between
# letters that would else be read as one.
_MARKS = '"”·'

_ASCII_MARKS = str.maketrans("", "", "'`\"")
_ASCII_APOSTROPHES = str.maketrans("", "", "'`")

# Letters that NFKD does not take apart, and how newspapers without them print them.
_LATIN_LETTERS = {
    "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ŧ": "t", "ı": "i", "ß": "ss",
    "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "ŋ": "ng",
    "ɵ": "o", "ꞑ": "n",
}  # fmt: skip
# What `is_cyrillic` and `is_latin` say of a letter, for whole words.
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1effəɵꞑ]")
_CYRILLIC_LETTERS = {"ё": "е", "ѐ": "е", "ѝ": "и"}
_CYRILLIC_TWINS = dict(zip("аеорсухіјѕ", "aeopcyxijs", strict=True))
_CYRILLIC_CAPITAL_TWINS = dict(zip("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS", strict=True))
_LATIN_CAPITAL_TWINS = {latin: own for own, latin in _CYRILLIC_CAPITAL_TWINS.items()}
_LATIN_TWINS = {
    "i": "і",
    "a": "а",
    "e": "е",
    "o": "о",
    "p": "р",
    "c": "с",
    "y": "у",
    "x": "х",
    "ĸ": "к",  # LATIN SMALL LETTER KRA
    "ë": "ё",
    "ï": "ї",
}


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the look-up key of one word.

    `word` is any string; the key is lower case, without marks and apostrophes.

    >>> fold("Zelens’kyj"), fold("ŁUKASZENKA"), fold("Зелёный")
    ('zelenskyj', 'lukaszenka', 'зеленый')
    """
    if word.isascii():
        return word.lower().translate(_ASCII_MARKS)
    word = unify_script(unicodedata.normalize("NFC", word))
    if max(word) >= "\u0900" and any("\u0900" <= letter < "\u0b00" for letter in word):
        word = _fold_india(word)
    return "".join(map(_fold_letter, word.lower()))


def fold_marked(word: str) -> str:
    """Return the look-up key of a word with its diacritics, for schemes that keep them.

    >>> fold_marked("Ûŝenko") == fold("Ûŝenko"), fold_marked("Łódź’s") == "łódźs"
    (False, True)
    """
    if word.isascii():
        return word.lower().translate(_ASCII_APOSTROPHES)
    folded = unicodedata.normalize("NFC", unify_script(word).lower())
    return "".join(letter for letter in folded if letter not in APOSTROPHES + INVISIBLE)


def _fold_india(word: str) -> str:
    """Write each nasal before a consonant by the sign of its script, and no dot of loans."""
    word = unicodedata.normalize("NFD", word).translate(_NUKTAS)
    return _NASAL_OF_INDIA.sub(lambda found: chr((ord(found[0][0]) & ~0x7F) + 2), word)


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    if letter.isascii() and letter not in APOSTROPHES + _MARKS:
        return letter
    if letter in _SIGNS_OF_INDIA:
        return letter
    if letter in APOSTROPHES + INVISIBLE + _MARKS or unicodedata.category(letter) == "Mn":
        return ""
    if is_cyrillic(letter):
        return _CYRILLIC_LETTERS.get(letter, letter)
    if letter in _LATIN_LETTERS:
        return _LATIN_LETTERS[letter]
    parts = unicodedata.normalize("NFKD", letter)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    if bare.isascii() or not is_latin(letter):
        return bare.lower()
    from unidecode import unidecode  # GPL, and slow to import: only for the rare letters left

    return str(unidecode(bare)).lower()


@lru_cache(maxsize=4096)
def mixes_scripts(word: str) -> bool:
    """Tell whether a word mixes letters of two scripts that look alike, and one of them is meant.

    >>> mixes_scripts("Пyтин"), mixes_scripts("Путин")  # the first with a Latin y
    (True, False)
    """
    return word != unify_script(word)


def unify_script(word: str) -> str:
    """Undo homoglyphs in a word that mixes Latin and Cyrillic; other words come back as they are.

    The script of most letters that have no twin in the other script wins.

    >>> unify_script("Zelenskу")  # its last letter is CYRILLIC SMALL LETTER U
    'Zelensky'
    """
    if not (_CYRILLIC.search(word) and _LATIN.search(word)):
        return word
    foreign = _CYRILLIC_TWINS | _CYRILLIC_CAPITAL_TWINS
    latin_only = sum(is_latin(c) and _to_cyrillic(c) == c for c in word)
    cyrillic_only = sum(is_cyrillic(c) and c not in foreign for c in word)
    if latin_only and not cyrillic_only:
        return "".join(foreign.get(c, c) for c in word)
    if cyrillic_only and not latin_only:
        return "".join(_to_cyrillic(c) for c in word)
    return word


def _to_cyrillic(letter: str) -> str:
    """Return the Cyrillic letter that looks like a Latin one, *К* like *K* but not *к* like *k*."""
    twin = _LATIN_CAPITAL_TWINS.get(letter) or _LATIN_TWINS.get(letter.lower(), letter)
    return twin.upper() if letter.isupper() else twin


def is_cyrillic(letter: str) -> bool:
    """Tell whether a letter is of the Cyrillic blocks: `is_cyrillic("ў")` is True."""
    return "\u0400" <= letter <= "\u052f"


def is_latin(letter: str) -> bool:
    """Tell whether a letter is Latin, with or without marks: `is_latin("ž")` is True."""
    if letter.isascii():
        return letter.isalpha()
    return "\u00c0" <= letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff" or letter in "əɵꞑ"
