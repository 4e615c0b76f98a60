"""Ways: by which letters a spelling came, so that both words of a short name have one original."""

from collections.abc import Sequence

from translit.forms import Piece
from translit.languages import find_way_abroad, has_few_families
from translit.lexicon import Known, Lexicon, Spelling
from translit.page import Columns
from translit.schemes import load_scheme


def are_of_one_original(
    lexicon: Lexicon, lang: str, columns: Columns, known: Known, pieces: Sequence[Piece]
) -> bool:
    """Tell whether one original explains all words, by one way, where names are few and short.

    *Wang Yan* is no Wang Yang: by way of Russian he is *Yan*, but his family *Van* then.
    """
    if not has_few_families(next(iter(known.entity.native), "")):
        return True
    shared: set[str] | None = None
    for piece in pieces:
        if piece.part in ("given", "family") and not (piece.meant or piece.ending):
            words = columns.words[piece.first : piece.first + piece.width]
            key = "".join(word.key for word in words)  # *Tse-tung* is one
            ways = find_ways(lexicon, lang, known, piece.part, key)
            shared = ways if shared is None else shared & ways
    return shared != set()


def find_ways(lexicon: Lexicon, lang: str, known: Known, part: str, key: str) -> set[str]:
    """Return by which languages' letters a folded word may have come as this part of a name."""
    roots = known.find_roots(part, lang)
    spellings = lexicon.find_spellings(key)
    of_it = [one for one in spellings if not roots.isdisjoint(one.word.roots)]
    return {way for one in of_it for way in _list_ways(one)}


def _list_ways(spelling: Spelling) -> set[str]:
    """Return by which languages' letters a spelling came: its own, or those of a press between.

    Conventions for Latin letters are mixed freely: *Takeschi Iwaya*.
    """
    lang = spelling.word.lang
    targets = (load_scheme(scheme_id).target or lang for scheme_id in spelling.schemes)
    return {one if find_way_abroad(one) == "derived" else lang for one in targets} or {lang}
