"""A language as its file in `data/languages` states it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Script = str
Order = Literal["given-family", "family-given"]


@dataclass(frozen=True, slots=True)
class Country:
    """How a language speaks of a country: its names in all cases, and stems with any ending."""

    names: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    """Languages of the first native name, and ids, of what lies in it."""


@dataclass(frozen=True, slots=True)
class Around:
    """The words that stand around names, as the language writes them.

    `titles` and `kin` are by whom they are said of: `any`, `m` (men), `f` (women). `naming` says
    that a name is, was or will be another one, `linking` stands between two forms of one name,
    `spelling` speaks of how one is written; `labels` are names of languages, by their codes.
    `joined_endings` end a word that a hyphen joins to a name and that makes no name of both.
    `houses` and `works` are called after places and persons (*Hotel*, *novel*), `parts_of_places`
    are what a place has (*Airport*). `credits` say before a colon whose a picture is (*Photo:*).
    After what is `owned` whose it is stands in the genitive, and in no other case: Russian
    *брифинг Захаровой*. An article, `definite` or `indefinite`, is a determiner too. Who wrote it
    follows `bylines` (*by*), `citing` opens a reference (*cf.*; without a stop only before an
    author), `before_labels` stands before a language (*in Belarusian*), `called` between work and
    a name, and of `pronouns` are words of one letter that are no initials (*I*). An age follows
    `aged` or stands before `years_old` (*year-old*), and never before what is `counted`.
    """

    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    work: tuple[str, ...] = ()
    she: tuple[str, ...] = ()
    generations: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    spelling: tuple[str, ...] = ()
    linking: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    joined_endings: tuple[str, ...] = ()
    within_names: tuple[str, ...] = ()
    calendar: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    changing: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    powers: tuple[str, ...] = ()
    titling: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    parts_of_places: tuple[str, ...] = ()
    owned: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()
    before_labels: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    years_old: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """One language. `small_words` are those by which text in it is told; without any, it is not.
    The stop of its `abbreviations` ends no sentence; a word with one of the `surname_endings` is a
    family name.

    `elisions` end in an apostrophe (*d’*) and stand before a name as one word with it;
    `possessives` are endings that leave a name as it is (*’s*; German *s*), and so do `plurals`
    where several are called so (*the Putins*). `declines` says that
    names have cases in it. `grammar` are its paradigms and what else it does to a name, by
    section; by `harmony` a letter in braces is one of several, `harmony_after` which vowel. Of a
    name of several words either some words decline (`phrases`), or the last one bears the ending;
    but for those with one that ends in one of `agreeing`, and declines too. `neighbours` are the
    languages whose forms of a name its texts take over, case and all: Ukrainian in Russian.
    After one of its `prepositions` a name stands in one of these cases. `by_ear` are, by neighbour,
    its letters for others of that language: Russian *и* for the *і* of *Львів*. What is `strange`
    no name of the language has; between the letters of `wavering`, by two, its papers waver where
    they write what they hear.
    """

    code: str
    title: str
    script: Script
    checked: bool = False
    nouns: Literal["small", "capital"] = "small"
    casing: Literal["plain", "dotted"] = "plain"
    family: str = ""
    small_words: tuple[str, ...] = ()
    surname_endings: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    around: Around = field(default_factory=Around)
    countries: Mapping[str, Country] = field(default_factory=dict)
    possessives: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    letters: Mapping[str, Any] = field(default_factory=dict)
    cases: tuple[str, ...] = ()
    sounds: Mapping[str, str] = field(default_factory=dict)
    harmony: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    harmony_after: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    phrases: Literal["words", "last"] = "words"
    agreeing: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    prepositions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_ear: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    strange: tuple[str, ...] = ()
    wavering: tuple[str, ...] = ()
    grammar: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)

    @property
    def declines(self) -> bool:
        """Whether a name takes other forms in a sentence than an ending that leaves it whole."""
        return len(self.cases) > _CASES_OF_A_POSSESSIVE

    def is_strange(self, word: str) -> bool:
        """Tell whether a word has what no name of the language has; a space is the word's end."""
        return any(one in f"{word.lower()} " for one in self.strange)

    def unify_wavering(self, word: str) -> str:
        """Return a word with one letter for each two between which the language wavers."""
        for pair in self.wavering:
            word = word.replace(pair[1], pair[0])
        return word

    @property
    def is_latin(self) -> bool:
        """Whether it is written in Latin letters."""
        return self.script == "Latin"


_CASES_OF_A_POSSESSIVE = 2  # the nominative, and a genitive in *s*: German, Swedish
