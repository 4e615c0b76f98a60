"""Belonging: which words beside a family name may belong to the same person's name."""

from collections.abc import Iterable, Sequence

from translit.forms import Part, Piece
from translit.lexicon import Known, Root, Spelling
from translit.page import INITIAL, PARTICLE, Columns, is_initial_gap
from translit.schemes import fold


def find_spelling(spellings: Iterable[Spelling], roots: frozenset[Root]) -> Spelling | None:
    """Return the first spelling whose word has one of these roots, or None.

    Rather one that is known as a given name: a ship may be called *Юлия* too.
    """
    found = [one for one in spellings if not roots.isdisjoint(one.word.roots)]
    return next((one for one in found if one.word.groups), found[0] if found else None)


def make_piece(
    columns: Columns, at: int, part: Part, spelling: Spelling | None = None, meant: str = ""
) -> Piece:
    """Return the piece that one word is, as this part of a name."""
    start, stop = columns.starts[at], columns.stops[at]
    return Piece(at, part, start, stop, spelling=spelling, meant=meant)


def is_there_already(piece: Piece, pieces: Sequence[Piece], known: Known) -> bool:
    """Tell whether a word of the name was read before: *Ivan, Ivan Susanin* are two names.

    It may be the same word of another language: no name has more words of a part than the row.
    """
    found = [other.spelling for other in pieces if other.part == piece.part]
    if not found:
        return False
    if piece.spelling is not None and piece.spelling.word in [one.word for one in found if one]:
        return True
    return len(found) >= max(name.parts.count(piece.part) for name in known.names)


def belongs(columns: Columns, at: int, part: Part) -> bool:
    """Tell whether a word stands as this part of a name does, before the word after it."""
    if at < 0:
        return False
    if not columns.follows(at + 1) and not columns.follows_soft_sign(at + 1):
        return False
    if part == "particle" or columns.words[at].is_capital:
        return True
    return part == "given" and _is_joined(columns, at)


def is_initial_before(columns: Columns, at: int) -> bool:
    """Tell whether a word is an initial, with its dot, before the word after it."""
    gap = columns.gap(at + 1)
    is_initial = columns.words[at].facts & INITIAL
    return bool(is_initial) and gap.startswith(".") and is_initial_gap(gap)


def are_joined(columns: Columns, first: int, at: int) -> bool:
    """Tell whether two words, or two with an article between, may be one given name."""
    if first == at - 1:
        return _is_joined(columns, at)
    is_article = columns.words[at - 1].facts & PARTICLE
    return bool(
        is_article
        and columns.follows(at)
        and columns.follows_in_line(at - 1)
        and columns.words[first].is_capital
    )


def _is_joined(columns: Columns, at: int) -> bool:
    """Tell whether a word and the one before may be two syllables of one given name."""
    if not columns.follows(at):
        return False
    if has_initial(columns, at):
        return False
    word, before = columns.words[at], columns.words[at - 1]
    return before.is_capital and (columns.is_hyphened(at) or word.is_capital)  # *Junus-bek*


def has_initial(columns: Columns, at: int) -> bool:
    """Tell whether a word or the one before is an initial, and no syllable: *Ann A.* is no *Anna*,
    but *I-mou* is one name."""
    is_letter = (columns.words[at].facts | columns.words[at - 1].facts) & INITIAL
    stop = columns.stops[at]
    return bool(is_letter) and (not columns.is_hyphened(at) or columns.text[stop : stop + 1] == ".")


def read_initials_after(columns: Columns, family: int, at: int) -> list[Piece]:
    """Read the initials after a family name, or after the given name: *Sakharov, Andrei D.*."""
    pieces: list[Piece] = []
    while at < len(columns.words) and columns.words[at].facts & INITIAL:
        after_comma = at == family + 1 and columns.gap(at) == ", "
        after_initial = bool(pieces) and is_initial_gap(columns.gap(at))
        if not (after_comma or after_initial or columns.follows_in_line(at)):
            break
        stop = columns.stops[at]
        if columns.text[stop : stop + 1] != ".":  # a pronoun: *Putin I saw*
            break
        pieces.append(make_piece(columns, at, "initial"))
        at += 1
    return pieces


def starts_a_name(columns: Columns, known: Known, at: int) -> bool:
    """Tell whether a capitalised word or a particle follows a given name at once."""
    if at >= len(columns.words) or not columns.follows(at):
        return False
    particles = {fold(word.text) for word in known.find_words("particle")}
    return columns.words[at].is_capital or columns.words[at].key in particles
