"""Neighbours: a name in the letters of a language near that of the text: *Ердоган* in Russian.

What a row gives to the one language is no form of the other, where this has its own. But of names
that papers hear, each has several right forms, so letters between which it wavers tell nothing.
"""

import re
from collections.abc import Sequence

from translit.forms.given_names import list_given_names
from translit.forms.pieces import Piece, Wording
from translit.languages import UNTOLD, Language, find_language, find_way_abroad
from translit.lexicon import Known
from translit.schemes import fold, is_latin, undouble

_GAPS = re.compile(r"[\s\-\u2010\u2011]+")
_CORE = ("family", "word")


def is_neighbours_form(text: str, wording: Wording, printed: str, lang: str) -> bool:
    """Tell whether the words of a name are as a neighbour of a language prints them, and surely
    not as it does; `printed` is its own form."""
    language = find_language(lang)
    words = _list_core(text, wording)
    if not language.neighbours or wording.alias is not None or not words:
        return False
    given = [text[piece.start : piece.stop] for piece in wording.pieces if piece.part == "given"]
    is_strange = any(_is_given_of_neighbour(one, language) for one in given)
    named = (*words, *given) if is_strange else words
    if not _is_of_neighbour(wording.known, named, language) or is_latin(words[0][0]):
        return False
    own = printed.split()
    is_read = find_way_abroad(next(iter(wording.known.entity.native), UNTOLD)) == "derived"
    if is_read and wording.known.entity.kind == "place":
        return True  # there is nothing to hear
    if is_strange or any(map(language.is_strange, words)):
        return True
    pairs = zip(words, own, strict=False)
    return len(own) == len(words) and any(
        _blur(one, language) != _blur(other, language) for one, other in pairs
    )


def _is_given_of_neighbour(word: str, language: Language) -> bool:
    """Tell whether a given name is a neighbour's, whoever bears it: *Кір Стармер* in Russian,
    *Виктор Орбан* in Ukrainian."""
    key = fold(word)
    return language.is_strange(word) or (
        any(key in list_given_names(one) for one in language.neighbours)
        and key not in list_given_names(language.code)
    )


def _blur(word: str, language: Language) -> str:
    """Return a word without what papers of a language waver in: *Беннет, Беннетт*."""
    return undouble(language.unify_wavering(fold_small(word)))


def is_by_ear(text: str, piece: Piece) -> bool:
    """Tell whether a word is another language's in letters by ear, which is no language's: *Львив*,
    *Бейджинг*."""
    return (
        piece.spelling is not None
        and not piece.spelling.schemes
        and not is_latin(text[piece.start])
        and _join(text[piece.start : piece.stop]) != _join(piece.spelling.word.text)
    )


def _join(word: str) -> str:
    return _GAPS.sub("", fold(word))  # *Чен Ын* and *Чен-Ын* are one


def fold_small(word: str) -> str:
    """Return a word folded but for its first letter, whose case parts *Ердоган* and *Эрдоган*."""
    return word[:1] + fold(word[1:])


def is_strange_spelling(known: Known, words: Sequence[str], lang: str) -> bool:
    """Tell whether the words of a name, in base forms, can be none of a language, whoever bears
    them: a neighbour's in his letters."""
    if lang == UNTOLD or not words or is_latin(words[0][0]):
        return False
    language = find_language(lang)
    return any(map(language.is_strange, words)) and _is_of_neighbour(known, words, language)


def _is_of_neighbour(known: Known, words: Sequence[str], language: Language) -> bool:
    """Tell whether a neighbour of a language has these words of a name so, and it itself not."""
    return any(
        all(known.has_word(word, other) for word in words) for other in language.neighbours
    ) and not all(known.has_word(word, language.code) for word in words)


def _list_core(text: str, wording: Wording) -> list[str]:
    return [text[piece.start : piece.stop] for piece in wording.pieces if piece.part in _CORE]
