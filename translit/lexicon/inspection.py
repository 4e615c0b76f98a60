"""A look into a lexicon: who bears a spelling, which spellings an entity has, who claims what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translit.lexicon.deriving import Spellings, derive
from translit.lexicon.known import Known, Name, Spelling, WordOfName
from translit.lexicon.lexicon import Lexicon
from translit.lexicon.naming import NAMES
from translit.lexicon.phrases import fold_phrase
from translit.schemes import fold, fold_marked, split_words


@dataclass(frozen=True, slots=True)
class Bearing:
    """One way in which an entity bears a spelling.

    `source` is the field that the name is from (`name`, `native`, `written`, `former`, …), or
    `alias`; `part` is what the word is in it (`given`, `family`, `word`, …; `alias`). `original` is
    the word in small letters as its language (`lang`; `latin` if it is looked for as it stands)
    writes it, `schemes` are the ids of the schemes that spell it so.
    """

    known: Known
    source: str
    part: str
    lang: str
    original: str
    schemes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A one-word spelling that is all of a name of an entity, and the word that it is read as."""

    known: Known
    spelling: Spelling
    name: Name


def find_bearings(lexicon: Lexicon, spelling: str) -> tuple[Bearing, ...]:
    """Return who bears a word, or an alias of one or more words, and how; sorted by entity.

    A person is found by the family name, all else by the first word of a name, and by aliases.

    >>> from translit.lexicon import open_lexicon
    >>> found = find_bearings(open_lexicon((), True), "Szojgu")
    >>> [(one.source, one.part, one.original, one.schemes) for one in found]
    [('names.pl', 'family', 'szojgu', ()), ('native', 'family', 'шойгу', ('ru/press-pl',))]
    """
    found = dict.fromkeys(
        Bearing(known, name.source, part, word.lang, word.text, reading.schemes)
        for key in sorted({fold(spelling), fold_marked(spelling)})
        for reading, known in lexicon.find_bearers(key)
        for name in known.names
        for word, part in zip(name.words, name.parts, strict=True)
        if word == reading.word
    )
    aliases = [
        Bearing(known, "alias", "alias", alias.get("lang", "latin"), alias["text"], ())
        for known, alias in lexicon.find_aliases(fold_phrase(spelling))
    ]
    return tuple(sorted((*found, *aliases), key=lambda one: (one.known.id, one.source, one.lang)))


def list_spellings(lexicon: Lexicon, entity_id: str) -> Mapping[str, Sequence[Bearing]]:
    """Return every folded spelling of each word of an entity's names, and of its aliases.

    Raises KeyError for an entity that the lexicon does not have.

    >>> from translit.lexicon import open_lexicon
    >>> found = list_spellings(open_lexicon((), True), "sergei-shoigu")
    >>> [(one.source, one.original, one.schemes) for one in found["szojgu"]]
    [('names.pl', 'szojgu', ()), ('native', 'шойгу', ('ru/press-pl',))]
    """
    known = lexicon.find_entity(entity_id)
    if known is None:
        raise KeyError(entity_id)
    found: dict[str, dict[Bearing, None]] = defaultdict(dict)
    for name in known.names:
        for word, part in zip(name.words, name.parts, strict=True):
            for key, schemes in _spell(word, known.entity.kind == "place").items():
                found[key][Bearing(known, name.source, part, word.lang, word.text, schemes)] = None
    for alias in known.aliases:
        bearing = Bearing(known, "alias", "alias", alias.get("lang", "latin"), alias["text"], ())
        found[fold_phrase(alias["text"])][bearing] = None
    return {key: tuple(found[key]) for key in sorted(found)}


def list_claims(lexicon: Lexicon, entities: Iterable[Known]) -> Mapping[str, Sequence[Claim]]:
    """Return each folded word that is all of a name of some of these entities, and who claims it.

    All of a name is the family name of a person, or the name of anything else. The entities are of
    the strongest tables: a user's, or the default ones where there are no others.
    """
    wholes: dict[tuple[WordOfName, bool], list[tuple[Known, Name]]] = defaultdict(list)
    for known in entities:
        for name in known.names:
            if len(name.core) == 1:
                wholes[name.core[0], known.entity.kind == "place"].append((known, name))
    claims: dict[str, list[Claim]] = defaultdict(list)
    for key, spelling, of_place in lexicon.list_strongest_spellings():
        for known, name in wholes.get((spelling.word, of_place), ()):
            claims[key].append(Claim(known, spelling, name))
    return claims


def spell_word(word: WordOfName, *, of_place: bool) -> frozenset[str]:
    """Return the folded spellings of a word of a name; a place takes other endings in some."""
    return frozenset(_spell(word, of_place))


@lru_cache(maxsize=4096)
def _spell(word: WordOfName, of_place: bool) -> Spellings:
    return derive(word.lang, word.text, of_place)


def find_schemes(lexicon: Lexicon, known: Known, text: str) -> tuple[str, ...] | None:
    """Return the schemes by which a spelling of a whole name, or of a family name, derives.

    They are those of its first word: none for the name itself. None if it does not derive.

    >>> from translit.lexicon import open_lexicon
    >>> lexicon = open_lexicon((), True)
    >>> shoigu = lexicon.find_entity("sergei-shoigu")
    >>> find_schemes(lexicon, shoigu, "Szojgu"), find_schemes(lexicon, shoigu, "Shoygoo")
    (('ru/press-pl',), None)
    """
    words = [part for is_gap, part in split_words(text) if not is_gap]
    for name in known.names:
        if name.source in ("former", "other") or name.source.startswith(NAMES):
            continue
        wanted = name.words if len(name.words) == len(words) else name.core
        if len(wanted) != len(words):
            continue
        readings = [_read(lexicon, word) for word in words]
        found = [r.get((w.lang, w.text)) for r, w in zip(readings, wanted, strict=True)]
        if all(schemes is not None for schemes in found):
            return found[0]
    return None


def _read(lexicon: Lexicon, word: str) -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (spelling.word.lang, spelling.word.text): spelling.schemes
        for key in (fold(word), fold_marked(word))
        for spelling in lexicon.find_spellings(key)
    }
