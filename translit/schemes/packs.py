"""The packs of the transliterate library as schemes: `ru/transliterate`.

transliterate is GPL/LGPL, so it is imported here only, and when a name is first written with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from translit.schemes.folding import is_latin
from translit.schemes.scheme import SchemeError

# Its packs of languages that we know, by its codes: 2018, no Belarusian.
PACK_LANGUAGES = ("bg", "el", "hy", "ka", "mk", "mn", "ru", "sr", "uk")


@dataclass(frozen=True, slots=True)
class Pack:
    """One language pack of transliterate; it has one spelling for each word."""

    lang: str

    @property
    def id(self) -> str:
        return f"{self.lang}/transliterate"

    @property
    def title(self) -> str:
        return "the Python package transliterate"

    @property
    def target(self) -> None:
        return None

    def romanize(self, name: str) -> str:
        from transliterate import translit

        spelling = str(translit(name, self.lang, reversed=True))
        strange = next((c for c in spelling if c.isalpha() and not is_latin(c)), None)
        if strange is not None:  # the packs leave what they do not know
            problem = f"{self.id} has no letter “{strange}” (U+{ord(strange):04X})"
            raise SchemeError(problem, strange)
        return spelling

    def needs_marks(self, spelling: str) -> bool:
        return False

    def spell(self, word: str, kind: str | None = None) -> Iterator[str]:
        yield self.romanize(word)


def detect_script_language(text: str) -> str | None:
    """Guess the language of a script: `detect_script_language("სააკაშვილი")` is "ka".

    Its guess for Cyrillic is Russian whatever the letters are. Returns None for Latin letters.
    """
    from transliterate import detect_language

    guess = detect_language(text)
    return str(guess) if guess else None
