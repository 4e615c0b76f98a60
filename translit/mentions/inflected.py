"""Names in a case: what a translation left of *Ławrowa* or *Zelenskyin*, on known persons only.

The word is taken for a case of a name where the name's own spelling in that language, with an
ending of that language, gives it. Who is meant is decided in the document, as for any short form.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from translit.lexicon import Known, Lexicon, Spelling
from translit.mentions.persons import read_person
from translit.mentions.reading import Piece, Reading
from translit.mentions.scene import Scene
from translit.schemes import APOSTROPHES, INVISIBLE, fold

_SHORTEST = 5
# In Baltic languages an -s is the ending of the nominative.
_WITHOUT_S = ("/press-lv", "/press-lt")


@dataclass(frozen=True, slots=True)
class _Base:
    """A spelling of a person's family name that a word is a case of, in the press of `lang`."""

    key: str
    lang: str
    spelling: Spelling
    known: Known


def find_inflected(scene: Scene, taken: Set[int]) -> list[list[Reading]]:
    """Return readings of the capitalised words not `taken` as cases of persons' family names."""
    found = []
    for at in scene.capitalised:
        if at in taken or len(scene.tokens[at].key) < _SHORTEST:
            continue
        if readings := [*_read_case(scene, at), *_read_genitive(scene, at)]:
            found.append(readings)
    return found


def is_womans_form(scene: Scene, reading: Reading) -> bool:
    """Tell whether a man's case is letter for letter a woman's name: *Ławrowa, Putina*."""
    piece = next(piece for piece in reading.pieces if piece.part == "family")
    key = fold(scene.text[piece.start : piece.stop])
    # *s* is the nominative of Latvian and Lithuanian men: *Lavrovs*, of whom *Lavrova* is a case
    return (
        piece.meant != ""
        and key[-1] == "a"
        and key[:-1] in (piece.meant, piece.meant.removesuffix("s"))
    )


def has_given_in_womans_form(scene: Scene, reading: Reading) -> bool:
    """Tell whether his given name stands there in the same case: *Siergieja Ławrowa*."""
    name = reading.known.entity.name
    given = [scene.text[p.start : p.stop] for p in reading.pieces if p.part == "given"]
    own = "" if isinstance(name, str) else fold(name.given)
    return any(fold(word)[-1] == "a" and not own.endswith("a") for word in given)


def may_be_a_woman(scene: Scene, reading: Reading) -> bool:
    """Tell whether a case ends as women's names do: *Zelenskylla*."""
    return reading.pieces[-1].ending == "" and scene.text[reading.end - 1] in "aA"


def is_own_case(reading: Reading, canonical: str) -> bool:
    """Tell whether the name itself is canonical, and foreign by its ending alone: *Lavrova*."""
    return fold(canonical) == reading.pieces[-1].meant


def _read_case(scene: Scene, at: int) -> Iterator[Reading]:
    token = scene.tokens[at]
    lexicon = scene.lexicon
    form = scene.forms(at)[0]
    if lexicon.is_ordinary(form.key) or scene.is_given_name(at):
        return
    if any(known.entity.gender != "f" for _, known in lexicon.find_bearers(form.key)):
        return
    for base in find_bases(lexicon, form.key):
        piece = Piece(
            at, "family", token.start, form.stop, form.ending, base.spelling, meant=base.key
        )
        reading = read_person(scene, base.known, (piece,), "native", case_of=base.lang)
        if reading.full or not is_town(lexicon, form.key):
            yield reading._replace(in_case=True)


def is_town(lexicon: Lexicon, key: str) -> bool:
    """Tell whether a word ends as towns do that are called after a family: *Lavrovo, Putino*."""
    return key.endswith(tuple(lexicon.context["towns"]))


def _read_genitive(scene: Scene, at: int) -> Iterator[Reading]:
    """Read *Lukaschenkos*, whose *s* stays: a German genitive, and as well an English plural."""
    token = scene.tokens[at]
    if token.text[-1] not in "sS" or scene.lexicon.find_spellings(token.key):
        return
    if token.text[-1] == "S" and not token.is_upper:
        return
    if token.text[-2] in APOSTROPHES:  # *Mistura's* is a possessive, and its apostrophe stays
        return
    for spelling, known in _find_families(scene.lexicon, token.key[:-1]):
        if any(not scheme.endswith(_WITHOUT_S) for scheme in spelling.schemes):
            stop = token.start + len(token.text[:-1].rstrip(INVISIBLE))
            piece = Piece(at, "family", token.start, stop, "plural", spelling)
            reading = read_person(scene, known, (piece,), "native")
            yield reading._replace(in_case=True)


def find_bases(lexicon: Lexicon, key: str) -> Iterator[_Base]:
    """Give the names that a folded word is a case of, each person once."""
    seen = set()
    for lang, stem in lexicon.strip_case(key):
        for spelling, known in _find_families(lexicon, stem):
            fits = any(scheme.endswith(f"/press-{lang}") for scheme in spelling.schemes)
            if fits and known.id not in seen:
                seen.add(known.id)
                yield _Base(stem, lang, spelling, known)


def _find_families(lexicon: Lexicon, key: str) -> Iterator[tuple[Spelling, Known]]:
    """Give the men whose whole family name is spelled so; a woman's is declined otherwise."""
    for spelling, known in lexicon.find_bearers(key):
        families = (
            [word for word, part in zip(name.words, name.parts, strict=True) if part == "family"]
            for name in known.names
        )
        is_man = known.entity.kind == "person" and known.entity.gender != "f"
        if is_man and [spelling.word] in families:
            yield spelling, known
