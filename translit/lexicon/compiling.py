"""Compiling tables into a lexicon: every word of every name, with all its derived spellings.

A full name is never spelled out (one has 10,000 spellings): its words are, once each, and a look-up
intersects their entities. So a lexicon grows with the words, not with the persons who share them.
"""

import json
import struct
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from translit.lexicon.cases import CaseEnding, CaseEndings
from translit.lexicon.deriving import Tell, derive_all
from translit.lexicon.naming import LATIN, NameForm, list_name_forms
from translit.lexicon.records import pack_records
from translit.schemes import describe_scheme, fold
from translit.tables import Entity, GivenName, Guard, Row

SPELLING = struct.Struct("<II")
# A bearer of a word is its entity's number, doubled, and one more if the word is all that a name of
# it needs to be found: no family name or place name of several words.
ALL_OF_NAME = 1
# An ordinary or known word is blank, or it is found in a name too.
BLANK, FOUND = b"", b"n"
# The first letter of a key in the one trie says what it is a key of.
WORD, ALIAS, ORDINARY, KNOWN, ID = "w", "a", "o", "k", "i"


@dataclass(slots=True)
class Lists:
    """The word lists that go into a lexicon; the default one has them, layers do not."""

    ordinary: Iterable[str] = ()
    known: Iterable[str] = ()
    met: bytes = b""  # words of other scripts, as `met.py` packs them


@dataclass(slots=True)
class _Words:
    """The native words met so far, with their groups of given names and their bearers.

    A word is there once, and once more if it is the name of a place, which takes other endings.
    """

    numbers: dict[tuple[str, str, bool], int] = field(default_factory=dict)
    groups: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    bearers: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def number(self, lang: str, word: str, *, of_place: bool = False) -> int:
        key = (lang, word if word.isupper() and len(word) > 1 else word.lower(), of_place)
        return self.numbers.setdefault(key, len(self.numbers))


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a lexicon file is made of: its sections, and what its table says beside them."""

    sections: Mapping[str, bytes]
    about: Mapping[str, Any]


def compile_lexicon(
    rows: Sequence[Row],
    given_names: Sequence[GivenName],
    guards: Sequence[Guard],
    lists: Lists,
    *,
    context: Mapping[str, Sequence[str]],
    case_endings: Sequence[CaseEnding],
    all_given_names: bool,
    dropped: Sequence[str],
    digest: str,
    jobs: int = 1,
    tell: Tell = lambda done, total: None,
) -> Compiled:
    """Return the lexicon of these rows.

    With `all_given_names`, given names that no row bears are known too, as the names of others.
    `dropped` are the ids of weaker layers that these rows leave out.
    `jobs` processes derive the spellings, and `tell` is called with the number of words that are
    done and of all. Raises SchemeError or TableError for data that is wrong.
    """
    words = _Words()
    rows = sorted(rows, key=lambda row: row.id)  # order-free: the same file for any order of rows
    entities = [_compile_entity(number, row, words) for number, row in enumerate(rows)]
    _add_given_names(words, given_names, all_given_names)
    keys, scheme_sets, initials = _derive(words, jobs, tell)
    spellings = len(keys)
    keys += [
        (ALIAS + fold_phrase(alias["text"]), SPELLING.pack(number, place))
        for number, entity in enumerate(entities)
        for place, alias in enumerate(entity["aliases"])
    ]
    keys += [(ID + row.id, SPELLING.pack(number, 0)) for number, row in enumerate(rows)]
    keys += _list_words(lists, keys, words, CaseEndings(case_endings))
    sections = {
        "keys": _trie(keys),
        "entities": pack_records([_json(entity) for entity in entities]),
        "words": pack_records([_json(record) for record in _word_records(words, initials)]),
        "bearers": _pack_bearers(words),
        "scheme_sets": pack_records([_json(ids) for ids in scheme_sets]),
        "met": lists.met,
    }
    about = {
        "digest": digest,
        "dropped": list(dropped),
        "counts": {"rows": len(rows), "words": len(words.numbers), "spellings": spellings},
        "schemes": _describe({scheme_id for ids in scheme_sets for scheme_id in ids}),
        "context": dict(context),
        "case_endings": list(case_endings),
        "guards": [[g.before, g.target, g.after, g.because] for g in guards],
    }
    return Compiled(sections, about)


def _list_words(
    lists: Lists, keys: Sequence[tuple[str, bytes]], words: _Words, endings: CaseEndings
) -> Iterator[tuple[str, bytes]]:
    """Give the keys of ordinary and known words, and whether names are found by them too."""
    names = {
        key[len(WORD) :]
        for key, value in keys
        if key.startswith(WORD) and SPELLING.unpack(value)[0] in words.bearers
    }
    aliases = {key[len(ALIAS) :].split(" ")[0] for key, _ in keys if key.startswith(ALIAS)}
    for word in sorted(set(lists.ordinary)):
        yield ORDINARY + word, FOUND if word in names or word in aliases else BLANK
    for word in sorted(set(lists.known)):
        is_case = any(name in names for _, name in endings.strip(word))
        yield KNOWN + word, FOUND if is_case or word in names or word in aliases else BLANK


def fold_phrase(text: str) -> str:
    """Return the key of an alias of one or more words: `fold_phrase("Ivy Countries")`."""
    return " ".join(filter(None, (fold(word) for word in text.replace("-", " ").split())))


def _compile_entity(number: int, row: Row, words: _Words) -> dict[str, Any]:
    entity = Entity.from_fields(row.id, row.fields)
    names: list[tuple[str, list[tuple[str, int]]]] = []
    of_place = entity.kind == "place"
    for form in list_name_forms(entity):
        parts = [
            (part, words.number(form.lang, word, of_place=of_place)) for part, word in form.words
        ]
        if not parts:
            continue
        names.append((form.source, parts))
        bearers = words.bearers[_anchor(form, parts)]
        bearers[number] = bearers.get(number, 0) | _is_all(parts)
    return {
        "id": row.id,
        "fields": dict(row.fields),
        "names": names,
        "aliases": _list_aliases(entity),
    }


def _anchor(form: NameForm, parts: list[tuple[str, int]]) -> int:
    """The word by which a name is found: the family name of a person, else the first word."""
    return next((number for part, number in parts if part == "family"), parts[0][1])


def _is_all(parts: list[tuple[str, int]]) -> int:
    """Return ALL_OF_NAME if one word is all of the family name, or of a name without one."""
    return ALL_OF_NAME if sum(part in ("family", "word") for part, _ in parts) == 1 else 0


def _list_aliases(entity: Entity) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {"text": a.text, "as": a.as_, "lang": a.lang, "because": a.because, "near": list(a.near)}
        for a in entity.aliases
    ]
    rows += [{"text": text, "suggest": True} for text in entity.suggest]
    return [{key: value for key, value in row.items() if value} for row in rows]


def _add_given_names(words: _Words, groups: Sequence[GivenName], everything: bool) -> None:
    for group in groups:
        forms = [(lang, name) for lang, names in group.native.items() for name in names]
        forms += [(LATIN, name) for names in group.latin.values() for name in names]
        if everything or any((lang, name.lower(), False) in words.numbers for lang, name in forms):
            for lang, name in forms:
                words.groups[words.number(lang, name)].add(group.id)


def _derive(
    words: _Words, jobs: int, tell: Tell
) -> tuple[list[tuple[str, bytes]], list[list[str]], list[str]]:
    """Return the keys of all spellings, the sets of schemes that they number, and initials."""
    sets: dict[tuple[str, ...], int] = {}
    keys = []
    initials = []
    for number, spellings in enumerate(derive_all(list(words.numbers), jobs, tell)):
        initials.append("".join(sorted({spelling[0] for spelling in spellings if spelling})))
        for spelling, schemes in spellings.items():
            keys.append(
                (WORD + spelling, SPELLING.pack(number, sets.setdefault(schemes, len(sets))))
            )
    return keys, [list(ids) for ids in sets], initials


def _word_records(words: _Words, initials: list[str]) -> Iterable[tuple[str, str, list[str], str]]:
    for (lang, word, _), number in words.numbers.items():
        yield lang, word, sorted(words.groups.get(number, ())), initials[number]


def _pack_bearers(words: _Words) -> bytes:
    return pack_records(
        [
            array("I", (2 * n + flag for n, flag in sorted(bearers.items()))).tobytes()
            for number in range(len(words.numbers))
            for bearers in (words.bearers.get(number, {}),)
        ]
    )


def _trie(keys: list[tuple[str, bytes]]) -> bytes:
    import marisa_trie

    return bytes(marisa_trie.BytesTrie(keys).tobytes())


def _describe(scheme_ids: Iterable[str]) -> dict[str, str]:
    return {scheme_id: describe_scheme(scheme_id) for scheme_id in sorted(scheme_ids)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
