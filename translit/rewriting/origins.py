"""Origins: what a spelling is, in a sentence that somebody understands who knows no scheme."""

from collections.abc import Iterable
from contextlib import suppress

from translit.forms import Change, Piece
from translit.judging import Candidate
from translit.lexicon import NAMES, Known, Spelling
from translit.schemes import (
    SchemeError,
    fold,
    fold_marked,
    load_scheme,
    name_language,
    order_languages,
    order_schemes,
)
from translit.tables import spell_out

_MOST_NAMED = 2  # schemes, of those that give a spelling
# What a name in Latin letters is, by the field of the row that it stands in.
_OWN: dict[str, str] = {
    "name": "the English form of the name",
    "style": "a form that some papers print",
    "native": "the original form of the name",
    "written": "a form of the name",
    "reading": "how the name is read",
    "other": "another name of {}",
    "former": "a former name of {}",
}


def tell_change(candidate: Candidate, change: Change) -> str:
    """Return what the words are that a change takes the place of."""
    if candidate.reading.alias is not None:
        return _tell_alias(candidate.page.text[change.start : change.end], candidate)
    return "; ".join(_tell_piece(candidate, piece) for piece in list_pieces(candidate, change))


def list_pieces(candidate: Candidate, change: Change) -> list[Piece]:
    """Return the pieces of a mention that a change takes the place of."""
    base = candidate.base
    return [p for p in candidate.pieces if change.first <= base + p.first <= change.last]


def is_damaged(candidate: Candidate, piece: Piece) -> bool:
    """Tell whether a piece was taken for another spelling than it is, and not for a case."""
    return bool(piece.meant) and not candidate.reading.in_case


def _tell_alias(written: str, candidate: Candidate) -> str:
    alias, known, reader = candidate.reading.alias, candidate.known, candidate.page.speech.code
    assert alias is not None
    name = spell_out(known.entity.name)
    langs = [
        lang for lang, own in known.entity.names.items() if fold(spell_out(own)) == fold(written)
    ]
    if langs:
        lang = min(langs, key=lambda one: order_languages(one, reader))
        return f"“{written}” is the {name_language(lang)} form of {name}"
    said = [name_language(alias["lang"])] if "lang" in alias else []
    said += [alias["because"]] if "because" in alias else []
    tail = f" ({': '.join(said)})" if said else ""
    return f"“{written}” is listed as a spelling of {name}{tail}"


def _tell_piece(candidate: Candidate, piece: Piece) -> str:
    written, spelling = candidate.written(piece), piece.spelling
    if spelling is None:
        return f"“{written}” stands for a name of {spell_out(candidate.known.entity.name)}"
    origin = _tell_origin(spelling, piece.meant or written, candidate)
    if not piece.meant:
        has_ending = not spelling.schemes and fold(written) != fold(spelling.word.text)
        return f"“{written}” is {origin}{', in a case' if has_ending else ''}"
    meant = _titlecase(piece.meant)
    if is_damaged(candidate, piece):
        return f"“{written}” is a damaged “{meant}”, which is {origin}"
    return f"“{written}” is “{meant}” in a case, which is {origin}"


def _tell_origin(spelling: Spelling, written: str, candidate: Candidate) -> str:
    reader = candidate.page.speech.code
    if not spelling.schemes:
        return _tell_own(spelling, candidate.known, reader)
    word = spelling.word.text
    schemes = [one for one in spelling.schemes if _is_marked_so(one, word, written)]
    schemes = order_schemes(schemes or spelling.schemes, reader)
    named = schemes[:_MOST_NAMED]
    rest = len(schemes) - len(named)
    said = list(map(candidate.page.lexicon.describe_scheme, named))
    said += [f"{rest} more {'scheme' if rest == 1 else 'schemes'}"] if rest else []
    return f"{_titlecase(word)} in {_list(said)}"


def _is_marked_so(scheme_id: str, word: str, written: str) -> bool:
    """Tell whether a scheme writes a word with the marks that it has: *Lwów* is no German one."""
    if written.isascii():
        return True
    marked = fold_marked(written)
    with suppress(SchemeError):
        return any(fold_marked(one) == marked for one in load_scheme(scheme_id).spell(word))
    return False


def _tell_own(spelling: Spelling, known: Known, reader: str) -> str:
    """Return what a word is that stands in the row as it is written."""
    word = spelling.word
    sources = [one.source for one in known.names if word in one.words]
    if "name" in sources:
        return _OWN["name"]
    langs = [one.removeprefix(NAMES) for one in sources if one.startswith(NAMES)]
    langs = langs or [word.lang]
    lang = min(langs, key=lambda one: order_languages(one, reader))
    if name_language(lang) != lang:
        return f"the {name_language(lang)} form of the name"
    source = next((one for one in sources if one in _OWN), "native")
    return _OWN[source].format(spell_out(known.entity.name))


def _list(things: Iterable[str]) -> str:
    *others, last = things
    return f"{', '.join(others)} and {last}" if others else last


def _titlecase(word: str) -> str:
    return word if word.isupper() else word[:1].title() + word[1:]
