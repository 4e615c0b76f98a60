"""A person's name in its parts."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from translit.languages import count_family_letters, puts_family_first
from translit.tables.spelling import EAST_ASIAN, script_of

Order = Literal["given-first", "family-first"]
Role = Literal["given", "patronymic", "particle", "family"]

_MIDDLE_DOTS = str.maketrans("·・‧•", "    ")
_SMALL_BEGINNING = re.compile(r"[^\W\d_]+[-'\u2019]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name. A single name (*Pelé*) is the family name.

    >>> PersonName(given="Ursula", particles="von der", family="Leyen").full
    'Ursula von der Leyen'
    """

    given: str = ""
    patronymic: str = ""
    family: str = ""
    particles: str = ""
    order: Order = "given-first"

    def words(self) -> tuple[tuple[Role, str], ...]:
        """Each word with its role, in written order; particles stand before the family name.

        >>> PersonName("近平", family="习", order="family-first").words()
        (('family', '习'), ('given', '近平'))
        """
        first: list[tuple[Role, str]] = [("given", self.given), ("patronymic", self.patronymic)]
        last: list[tuple[Role, str]] = [("particle", self.particles), ("family", self.family)]
        parts = first + last if self.order == "given-first" else last + first
        return tuple((role, word) for role, part in parts for word in part.split())

    @property
    def full(self) -> str:
        """The whole name in written order, joined as its script joins names: 习近平, 乔·拜登."""
        words = self.words()
        gap = self._gap()
        text = ""
        for i, (_, word) in enumerate(words):
            # al-, d' and the like are written together with what follows.
            joined = not i or (
                words[i - 1][0] == "particle" and text.endswith(("-", "'", "\u2019"))
            )
            text += word if joined else gap + word
        return text

    def _gap(self) -> str:
        letter = (self.family or self.given)[:1]
        if not letter or script_of(letter) != EAST_ASIAN:
            return " "
        if self.order == "family-first":
            return ""
        script = unicodedata.name(letter).partition(" ")[0]
        return {"HANGUL": " ", "HIRAGANA": "・", "KATAKANA": "・"}.get(script, "·")


class UnclearNameError(ValueError):
    """A string with so many words that its parts cannot be told.

    Attributes: guess, the likeliest ones; parts, the same in TOML.
    """

    def __init__(self, text: str, guess: Mapping[str, str]) -> None:
        super().__init__(text)
        self.guess = guess
        quoted = (f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in guess.items())
        self.parts = "{ " + ", ".join(quoted) + " }"


def read_name(value: str | Mapping[str, str], language: str = "") -> PersonName:
    """A person's name from a string or from parts.

    Args: value; language, whose order it is in (``""`` for given names first, which is also the
    order of foreign names written in another script).
    Raises UnclearNameError for a string of more than three words.

    >>> read_name("Orbán Viktor", "hu").family
    'Orbán'
    """
    order: Order = "family-first" if puts_family_first(language) else "given-first"
    if isinstance(value, str):
        return _split(value, language, order)
    return PersonName(
        given=value.get("given", ""),
        patronymic=value.get("patronymic", ""),
        family=value.get("family", ""),
        particles=value.get("particles", ""),
        order=cast(Order, value.get("order", order)),
    )


def _split(text: str, language: str, order: Order) -> PersonName:
    words = text.split()
    if script_of(text[0]) == EAST_ASIAN:
        dotted = text.translate(_MIDDLE_DOTS).split()
        if len(dotted) > len(words):  # 弗拉基米尔·普京: a foreigner, in his own order
            words, order = dotted, "given-first"
        elif len(words) == 1 and (length := count_family_letters(language)):
            return PersonName(family=text[:length], given=text[length:], order=order)
    if len(words) > 3:
        raise UnclearNameError(text, _guess_parts(words, order))
    if order == "family-first":
        return PersonName(family=words[0], given=" ".join(words[1:]), order=order)
    *before, last = words
    particles, family = _part_particles(before, last)
    given, patronymic = (*before, "", "")[:2]
    return PersonName(given, patronymic, family, particles, order)


def _part_particles(before: list[str], last: str) -> tuple[str, str]:
    """Take the particles out of the words before the last; give them, and the family name.

    They are small words (*van*) and small beginnings (*al-Masmoudi*, *d’Arcy*). In an alphabet
    without capitals, as the Georgian, none can be told.
    """
    if not before or not before[0][:1].isupper():
        return "", last
    small = [word for word in before if word.islower()]
    before[:] = [word for word in before if word not in small]
    begins = _SMALL_BEGINNING.match(last)
    if begins and begins[0].islower() and not last[begins.end() :].islower():
        return " ".join([*small, begins[0]]), last[begins.end() :]
    return " ".join(small), last


def _guess_parts(words: list[str], order: Order) -> Mapping[str, str]:
    if order == "family-first":
        parts = {"family": words[0], "given": " ".join(words[1:]), "order": order}
    else:
        particles = [word for word in words[1:-1] if word.islower()]
        given = [word for word in words[:-1] if word not in particles]
        parts = {"given": " ".join(given), "particles": " ".join(particles), "family": words[-1]}
    return {part: text for part, text in parts.items() if text}
