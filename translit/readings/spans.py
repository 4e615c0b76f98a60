"""Spans: which of the readings of the same words count, by the words alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from translit.lexicon import NAMES, Spelling, is_spelled
from translit.page import Columns
from translit.readings.reading import Reading
from translit.schemes import adds_endings, fold_marked


def drop_unmarked(
    columns: Columns, exact: Iterable[list[Reading]], cases: Iterable[list[Reading]], lang: str
) -> Iterator[list[Reading]]:
    """Give the readings without those that must overlook a case: *Lukashenką*.

    What another language's grammar left in a translation, *Khersona*, is a case here.
    """
    declined = {
        (piece.first, one.known.id) for group in cases for one in group for piece in one.pieces
    }
    words = {first for first, _ in declined}
    for group in exact:
        left = [
            one
            for one in group
            if not (_is_of_another(one, lang) and (one.first, one.known.id) in declined)
            and all(
                piece.first not in words
                or piece.spelling is None
                or _has_marks_of(piece.spelling, columns.text[piece.start : piece.stop])
                for piece in one.pieces
            )
        ]
        if left:
            yield left


def drop_strange_endings(groups: Iterable[list[Reading]], lang: str) -> Iterator[list[Reading]]:
    """Give the readings without those by which a language with cases has another's nominative.

    Latvian makes *Frankivska* of Франківськ; in a Polish text that is the genitive.
    """
    for group in groups:
        left = [
            one
            for one in group
            if not any(has_strange_ending(piece.spelling, lang) for piece in one.pieces)
        ]
        if left:
            yield left


def has_strange_ending(spelling: Spelling | None, lang: str) -> bool:
    """Tell whether a word is a name only by the ending that another language gives to each."""
    schemes = spelling.schemes if spelling is not None else ()
    own = f"/press-{lang}"
    return bool(schemes) and all(adds_endings(one) and not one.endswith(own) for one in schemes)


def _is_of_another(one: Reading, lang: str) -> bool:
    return one.alias is not None and lang not in one.alias.get("langs", (lang,))


def _has_marks_of(spelling: Spelling, written: str) -> bool:
    """Tell whether the marks of a word are those of a spelling; it may have none."""
    if spelling.schemes:
        return is_spelled(spelling, written)
    return written.isascii() or fold_marked(written) == fold_marked(spelling.word.text)


def drop_abroad(
    spans: Mapping[tuple[int, int], list[Reading]], lang: str
) -> Mapping[tuple[int, int], list[Reading]]:
    """Leave out what the press of a language prints of a person who is named there otherwise too.

    *Ben Gvir* is a family name, of which a language may print *Gvir* alone.
    """

    def is_abroad(one: Reading) -> bool:
        return one.is_person and one.source.startswith(NAMES) and one.source != f"{NAMES}{lang}"

    readings = [one for group in spans.values() for one in group]
    if not any(map(is_abroad, readings)):
        return spans
    named = {
        (one.known.id, place)
        for one in readings
        if one.full and not is_abroad(one)
        for place in (one.start, one.end)
    }
    left = {
        span: [
            one
            for one in group
            if not is_abroad(one)
            or named.isdisjoint({(one.known.id, one.start), (one.known.id, one.end)})
        ]
        for span, group in spans.items()
    }
    return {span: group for span, group in left.items() if group}


def take_longest(
    spans: Mapping[tuple[int, int], list[Reading]],
) -> tuple[list[list[Reading]], set[int]]:
    """Return of the groups that overlap the longest, then the first.

    Also the words that are left by which another group names somebody of a longer one.
    """
    taken: dict[int, Set[str]] = {}  # the words of the longest, and whom they name
    groups, lost = [], set()
    for _, group in sorted(spans.items(), key=_rank):
        words = list_words(group)
        ids = {one.known.id for one in group}
        if taken.keys().isdisjoint(words):
            taken.update(dict.fromkeys(words, ids))
            groups.append(group)
        elif any(not ids.isdisjoint(taken.get(at, ())) for at in words):
            lost |= {at for one in group for at in _list_anchors(one)}
    return groups, lost - taken.keys()


def _rank(item: tuple[tuple[int, int], Sequence[Reading]]) -> tuple[int, int, int]:
    (start, end), group = item
    return -max(map(len, group)), start, -end


def list_words(group: Iterable[Reading]) -> set[int]:
    """Return the numbers of the words of readings."""
    return {at for reading in group for at in range(reading.first, reading.last + 1)}


def _list_anchors(reading: Reading) -> set[int]:
    """Return the words of the family name, or of a name that is no person's."""
    return {piece.first for piece in reading.pieces if piece.part in ("family", "word", "alias")}


def list_rivals(groups: Sequence[Sequence[Reading]]) -> tuple[frozenset[str], ...]:
    """Return the entities of each span, those of spans that overlap together."""
    if len(groups) == 1:
        return (frozenset([one.known.id for one in groups[0]]),)
    found: list[tuple[set[int], set[str]]] = []
    for group in groups:
        words, ids = list_words(group), {one.known.id for one in group}
        for other in [one for one in found if not one[0].isdisjoint(words)]:
            found.remove(other)
            words |= other[0]
            ids |= other[1]
        found.append((words, ids))
    return tuple(frozenset(ids) for _, ids in found)
