"""What a scheme matches on where a script hides its sounds.

Hangul is taken apart into jamo, kana into the sounds that they stand for, Pinyin into syllables
without tones. An apostrophe stands between the syllables of Hangul and Pinyin, so that a scheme
file says what is written there (`"'" = "-"`: *Geun-hye*, *Chin-p'ing*) as it does for a letter.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

SYLLABLE_GAP = "'"

_SILENT = "\u110b"  # HANGUL CHOSEONG IEUNG, the sign of a syllable that begins with a vowel
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))  # grave, acute, macron, caron
# A final n, ng or r goes to the next syllable where that would begin with a vowel without it:
# Pinyin writes an apostrophe before those that do (Xi'an is not Xian).
_PINYIN = re.compile(
    r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]+(?:(?:ng|n|r)(?![aeiouü]))?", re.IGNORECASE
)
_DOUBLED = "q"  # っ until the consonant after it is known
_SYLLABIC_N = "ん"  # until the sound after it is known
_BEFORE_VOWEL = re.compile(_SYLLABIC_N + "(?=[aeiouy])")
_DOUBLE = re.compile(_DOUBLED + "([bdfghkmnprstvwyz]?)")


def sound_out(word: str, lang: str) -> str:
    """Return the letters by which the schemes of a language read a word.

    `word` is lower case, `lang` a language code; most languages read words as they are written.

    >>> sound_out("しんいち", "ja"), sound_out("jìnpíng", "zh"), len(sound_out("은혜", "ko"))
    ("sin'iti", "jin'ping", 5)
    """
    listen = _LISTENERS.get(lang)
    return listen(word) if listen else word


def _take_hangul_apart(word: str) -> str:
    text = ""
    for letter in unicodedata.normalize("NFC", word):
        jamo = unicodedata.normalize("NFD", letter).replace(_SILENT, "")
        text += SYLLABLE_GAP + jamo if text and jamo != letter else jamo
    return text


def _split_pinyin(word: str) -> str:
    plain = unicodedata.normalize("NFD", word).translate(_TONES)
    plain = unicodedata.normalize("NFC", plain)
    syllables = _PINYIN.findall(plain)
    if not syllables or "".join(syllables) != re.sub("['’]", "", plain):
        return plain  # not Pinyin, or a part of a syllable
    return SYLLABLE_GAP.join(syllables)


def _read_kana(word: str) -> str:
    """Unicode names kana by their place in the table, as Nihon-shiki does: し is SI."""
    text = ""
    for letter in unicodedata.normalize("NFC", word):
        script, is_kana, sound = unicodedata.name(letter, "").lower().partition(" letter ")
        if not is_kana or script not in ("hiragana", "katakana"):
            text += letter
        elif sound == "small tu":
            text += _DOUBLED
        elif sound.startswith("small "):
            text = _join_small(text, sound.removeprefix("small "))
        else:
            text += _SYLLABIC_N if sound == "n" else sound
    text = _BEFORE_VOWEL.sub("n" + SYLLABLE_GAP, text).replace(_SYLLABIC_N, "n")
    return _DOUBLE.sub(r"\1\1", text)


def _join_small(text: str, sound: str) -> str:
    """Write a kana and the small one after it: きゃ is kya, ファ hwa, ティ t'i (not ti: ち)."""
    stem, vowel = text[:-1], text[-1:]
    if vowel == "i":
        return stem + sound if sound[0] == "y" else f"{stem}y{sound}"
    if vowel == "u" and sound[0] != "y":
        return f"{stem}w{sound}"
    return f"{stem}{SYLLABLE_GAP}{sound}" if vowel in ("e", "o", "u") else text + sound


_LISTENERS: Mapping[str, Callable[[str], str]] = {
    "ko": _take_hangul_apart,
    "zh": _split_pinyin,
    "ja": _read_kana,
}
