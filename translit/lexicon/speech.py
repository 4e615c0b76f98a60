"""What a lexicon knows of the languages that texts are written in, made ready for look-up.

Their files are read when the default lexicon is built, so that no process reads forty files to say
what *the* or *według* is. The words around names are folded, as the words of texts are.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from translit.languages import ENGLISH, UNTOLD, Around, Country, Language
from translit.lexicon.records import Records
from translit.lexicon.spoken import plain
from translit.schemes import fold

_SHORTEST_TITLE: Final = 5
# Lists that hold in a text of any language beside its own: foreign text quotes *Mr* and *Mrs*.
_SHARED = (
    "feminine",
    "masculine",
    "neutral",
    "labels",
    "particles",
    "generations",
    "joints",
    "joined_endings",
    "houses",
    "credits",
    "definite",
    "bylines",
    "citing",
    "before_labels",
    "called",
    "pronouns",
)

Words = frozenset[str]


@dataclass(frozen=True)
class Speech:
    """A language that texts are written in: what stands around names in it, folded, by list.

    `countries` are the names of countries with what lies in them: languages of first native names,
    and ids. `country_names` are the ids of the countries that a name, folded, is of, and
    `country_stems` those of which an adjective or a people, without its ending, speaks; with
    `writes_peoples_small` these need no capital.
    After one of its `abbreviations` a stop ends no sentence; `article` is a definite one.
    `possessives` are endings that leave a name as it is; the `plurals`, and the `genitives` that
    stand after an apostrophe, are of English too. `declines` says that names have cases,
    `drops_cases` that an ending of another language's cases may be taken off in it. With
    `writes_nouns_with_capitals` a capital tells nothing of a word.
    """

    code: str
    lists: Mapping[str, Words]
    countries: Mapping[str, Words]
    country_names: Mapping[str, Words]
    country_stems: Mapping[str, Words]
    writes_peoples_small: bool
    abbreviations: tuple[str, ...]
    possessives: tuple[str, ...]
    genitives: tuple[str, ...]
    plurals: tuple[str, ...]
    elisions: tuple[str, ...]
    declines: bool
    drops_cases: bool
    writes_nouns_with_capitals: bool
    find_spoken: Callable[[str], bool]

    @property
    def is_english(self) -> bool:
        """Whether the text is read as English: it is, or its language is not told."""
        return self.code in (ENGLISH, UNTOLD)

    def is_title(self, key: str) -> bool:
        """Tell whether a folded word is a title, or ends as one: *Kremlsprecher*."""
        return key in self.lists["neutral"] or key[1:].endswith(self._long_titles)

    def find_singular(self, key: str) -> str:
        """Return a folded word without the ending of a plural: *russian* of *russians*."""
        ending = next(filter(key.endswith, self.plurals), "")
        return key.removesuffix(ending)

    @cached_property
    def article(self) -> str:
        """A definite article, after which a word may be a plural: *the Putins*."""
        return min(self.lists["definite"])

    @cached_property
    def _long_titles(self) -> tuple[str, ...]:
        return tuple(self.lists["long_titles"])


def list_around(language: Language) -> dict[str, list[str]]:
    """Return the words around names of a language, by what rules ask of them."""
    around: Around = language.around
    titles, kin = around.titles, around.kin
    changing = around.changing or (*around.spelling, *around.naming)
    women, men = ([*titles.get(one, ()), *kin.get(one, ())] for one in "fm")
    both = set(women) & set(men)  # Croatian *supruga* is a wife, or of a husband
    return {
        "feminine": [word for word in women if word not in both],
        "masculine": [word for word in men if word not in both],
        "neutral": [*titles.get("any", ()), *sorted(both), *around.calendar],
        "labels": [label for labels in around.labels.values() for label in labels],
        "she": list(around.she),
        "generations": list(around.generations),
        "occupations": list(around.work),
        "definite": list(around.definite),
        "indefinite": list(around.indefinite),
        "determiners": [*around.definite, *around.indefinite, *around.determiners],
        "particles": list(around.particles),
        "naming": list(around.naming),
        "linking": list(around.linking),
        "spelling": list(around.spelling),
        "changing": list(changing),
        "once": list(around.once or around.naming),
        "auxiliaries": list(around.auxiliaries),
        "joints": list(around.joints),
        "joined_endings": list(around.joined_endings),
        "powers": list(around.powers),
        "within_names": list(around.within_names),
        "titling": list(around.titling or around.within_names),
        "houses": list(around.houses),
        "works": list(around.works),
        "credits": list(around.credits),
        "parts_of_places": list(around.parts_of_places),
        "bylines": list(around.bylines),
        "citing": list(around.citing),
        "before_labels": list(around.before_labels),
        "called": list(around.called),
        "pronouns": list(around.pronouns),
        "aged": list(around.aged),
        "years_old": list(around.years_old),
        "counted": list(around.counted),
    }


def pack_languages(
    languages: Iterable[Language], fold_phrase: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Return what is stored of each language, in the order of the bits of spoken words."""
    return [_pack(language, fold_phrase) for language in languages]


def _pack(language: Language, fold_phrase: Callable[[str], str]) -> dict[str, Any]:
    lists = {
        name: sorted({key for word in words if (key := fold_phrase(word))})
        for name, words in list_around(language).items()
    }
    return {
        "code": language.code,
        "lists": lists,
        "countries": {
            key: {
                "names": sorted({fold_phrase(name) for name in country.names}),
                "inside": list(country.inside),
                "stems": sorted({fold(stem) for stem in _list_stems(country)}),
            }
            for key, country in language.countries.items()
        },
        "peoples_small": any(
            stem[0].islower()
            for country in language.countries.values()
            for stem in _list_stems(country)
        ),
        "abbreviations": list(language.abbreviations),
        "plurals": list(language.plurals),
        "genitives": sorted({one[1:] for one in language.possessives if one[1:].isalpha()}),
        "possessives": [one for one in language.possessives if one.isalpha()],
        "elisions": list(language.elisions),
        "declines": language.declines,
        "nouns": language.nouns,
    }


def _list_stems(country: Country) -> tuple[str, ...]:
    return (*country.adjective, *country.people)


def _turn(rows: Iterable[Mapping[str, Any]], field: str) -> dict[str, Words]:
    """Return for each word of this field of countries the ids of those that have it."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for key, country in row["countries"].items():
            for word in country[field]:
                found.setdefault(word, set()).add(key)
    return {word: frozenset(ids) for word, ids in found.items()}


class SpeechRows:
    """What is stored of each language, by its code; read when it is first asked for."""

    def __init__(self, codes: Sequence[str], records: memoryview) -> None:
        self.codes = codes
        self._records = Records(records)
        self._read: dict[str, Mapping[str, Any]] = {}

    def find(self, code: str) -> Mapping[str, Any] | None:
        """Return what is stored of a language, or None."""
        if code not in self.codes:
            return None
        if code not in self._read:
            self._read[code] = json.loads(self._records[self.codes.index(code)])
        return self._read[code]


class Speeches:
    """The languages of a lexicon, each made when it is first asked for."""

    def __init__(self, rows: SpeechRows, find: Callable[[str], int]) -> None:
        self._rows = rows
        self._bits = {code: 1 << place for place, code in enumerate(rows.codes)}
        self._find = find
        self._made: dict[str, Speech] = {}

    def load(self, code: str) -> Speech:
        """Return the language with this code; `und` has English words, and those of all."""
        found = self._made.get(code)
        if found is None:
            found = self._made[code] = self._make(code)
        return found

    def list_writers(self, word: str) -> list[str]:
        """Return the codes of the languages that have a word as an ordinary one."""
        bits = self._find(plain(word))
        return [code for code, bit in self._bits.items() if bits & bit] if bits else []

    def _make(self, code: str) -> Speech:
        english = self._rows.find(ENGLISH)
        assert english
        row = self._rows.find(code) or english
        bits = self._bits.get(code, -1)
        lists = {name: frozenset(words) for name, words in row["lists"].items()}
        for name in _SHARED:
            lists[name] |= frozenset(english["lists"][name])
        long = (t for t in lists["neutral"] if len(t) >= _SHORTEST_TITLE and " " not in t)
        lists["long_titles"] = frozenset(() if row is english else long)
        inside = {key: one["inside"] for key, one in english["countries"].items()}
        countries = {
            name: frozenset(inside.get(key, ()))
            for one in (english, row)
            for key, country in one["countries"].items()
            for name in country["names"]
        }
        find = self._find
        spoken = (english, row) if row is not english else (row,)
        return Speech(
            code=code,
            lists=lists,
            countries=countries,
            country_names=_turn(spoken, "names"),
            country_stems=_turn(spoken, "stems"),
            writes_peoples_small=bool(row["peoples_small"]),
            abbreviations=tuple(sorted({*english["abbreviations"], *row["abbreviations"]})),
            possessives=tuple(row["possessives"]),
            genitives=tuple(english["genitives"]),
            plurals=tuple(sorted({*english["plurals"], *row["plurals"]})),
            elisions=tuple(row["elisions"]),
            declines=bool(row["declines"]),
            drops_cases=code == ENGLISH,
            writes_nouns_with_capitals=row.get("nouns") == "capital",
            find_spoken=lambda word: bool(find(plain(word)) & bits),
        )
