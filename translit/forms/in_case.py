"""In a case: what makes a mention canonical that stands in a case of the language of its text.

The name is judged in its base form; where that is not the one which the style prints, the right one
is put into the same case.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from translit.forms.alike import find_end, part_tail
from translit.forms.changes import Change, apply_changes, merge_changes
from translit.forms.pieces import Piece, Wording
from translit.forms.putting_in_case import FIXED, Decliner
from translit.forms.shape import Shaper
from translit.languages import VOCATIVE, list_neighbours
from translit.lexicon import Known
from translit.schemes import APOSTROPHES, fold, mixes_scripts, unify_script

_SURE_ENDING = 2  # letters
_LONGEST_POSSESSIVE = 2  # letters: *'s*


class CaseChanges(NamedTuple):
    """What makes a mention canonical, none if it is; None if its form in the case is not told.

    `base` is what the style prints for it, in its base form.
    """

    changes: tuple[Change, ...] | None
    base: str


class CaseShaper:
    """Makes canonical forms in the cases of one language; thread-safe."""

    def __init__(self, shaper: Shaper, lang: str) -> None:
        self._shaper = shaper
        self._lang = lang
        self._decliner = Decliner(lang)

    def shape(
        self, text: str, wording: Wording, bases: Sequence[str], cases: Sequence[str]
    ) -> CaseChanges:
        """Return what makes words canonical of which these are the base forms, in these cases.

        `text` is what its pieces have their places in; `cases` are all in which they may stand.
        """
        base_text, base = _take_case_off(text, wording, bases)
        written = [text[piece.start : piece.stop] for piece in wording.pieces]
        is_declined = written != list(bases)
        changes = self._shaper.list_changes(base_text, base, is_declined=is_declined)
        printed = apply_changes(base_text, [(one.start, one.end, one.after) for one in changes])
        found = []
        for change in changes:
            placed = self._decline(change, text, wording, bases, cases)
            if placed is None:
                return CaseChanges(None, printed)
            if text[placed.start : placed.end] != placed.after:
                found.append(placed)
        found.extend(_unify_scripts(text, wording, found))
        if found or list_neighbours(self._lang):
            for ending in self._list_endings(text, wording, bases, cases, tuple(found)):
                if ending is None:
                    return CaseChanges(None, printed)
                found.append(ending)
        return CaseChanges(merge_changes(text, sorted(found)), printed)

    def _decline(
        self,
        change: Change,
        text: str,
        wording: Wording,
        bases: Sequence[str],
        cases: Sequence[str],
    ) -> Change | None:
        """Return a change of base forms as one of what is written, None if that cannot be told."""
        if self._is_phrase_of_another_language(change, wording):
            return None
        pieces = [p for p in wording.pieces if change.first <= p.first <= change.last]
        start, end = pieces[0].start, pieces[-1].stop
        each = [text[piece.start : piece.stop] for piece in pieces]
        base_of_each = [bases[wording.pieces.index(piece)] for piece in pieces]
        last, base_of_last = each[-1], base_of_each[-1]
        regular = self._list_regular(each, base_of_each, pieces, wording, cases)
        # One vowel, *Lvivu*, is the ending of many cases; more, *Zelenskyym*, of few.
        tells = not regular or len(find_end(last, self._lang)) >= _SURE_ENDING
        if each == base_of_each and list_neighbours(self._lang):
            regular, tells = (), False  # *Запоріжжя* may be a genitive
        after = self._decliner.put(
            change.after,
            each,
            pieces,
            wording,
            regular or cases,
            bare=self._list_bare(change, text, wording, bases),
            by_ending=tells,
            takes_first=self._is_case_of_neighbour(last, base_of_last, pieces[-1], wording),
        )
        if after is None:
            return None
        put = _count_joints(after) - _count_joints(change.after)  # *Прокоф'єв* has its own
        if put != _count_joints(last) - _count_joints(base_of_last) and not (
            self._is_joint_free(last, base_of_last, pieces[-1], wording, cases)
        ):
            return None
        return change._replace(start=start, end=end, after=_keep_joints(text[start:end], after))

    def _list_bare(
        self, change: Change, text: str, wording: Wording, bases: Sequence[str]
    ) -> Collection[int]:
        """Return which words of a change bear no ending, by their numbers, as they were written.

        An adjective before a name in a case takes its own, *Niżnym Nowogrodzie*; what ends in a
        consonant is none: *Časiv Jaru*. In no case is what says where a place lies, *Rostově na
        Donu*, or a town after its club: *Spartakom Moskva*.
        """
        if wording.known.entity.kind == "person" or wording.alias is not None:
            return ()
        pairs = list(zip(wording.pieces, bases, strict=True))
        is_bare = [text[piece.start : piece.stop] == base for piece, base in pairs]
        if all(is_bare):
            return ()
        last = max(at for at, bare in enumerate(is_bare) if not bare)
        own = dict(zip(range(change.first, change.last + 1), change.after.split(" "), strict=False))
        return {
            piece.first
            for at, (piece, _) in enumerate(pairs)
            if is_bare[at] and piece.first in own
            if at > last or not part_tail(fold(own[piece.first]), self._lang)[1]
        }

    def _list_regular(
        self,
        written: Sequence[str],
        bases: Sequence[str],
        pieces: Sequence[Piece],
        wording: Wording,
        cases: Sequence[str],
    ) -> Sequence[str]:
        """Return in which of these cases the paradigms themselves give what is written."""
        forms = [
            self._decliner.list_forms(base, piece, wording.known)
            for base, piece in zip(bases, pieces, strict=True)
        ]
        each = list(zip(written, forms, strict=True))
        found = [case for case in cases if all(word in of.get(case, ()) for word, of in each)]
        # Of a neighbour's *Воронеже, Сергею* that tells nothing: they are no vocatives.
        return [] if found == [VOCATIVE] != list(cases) else found

    def _is_case_of_neighbour(
        self, written: str, base: str, piece: Piece, wording: Wording
    ) -> bool:
        """Tell whether an ending is what a neighbour writes, which is no choice of the writer's
        between two of the language: Ukrainian *Одесою* in Russian is *Одессой*, not *Одессою*."""
        return any(
            written == listed[0]
            for lang in list_neighbours(self._lang)
            for listed in self._decliner.list_forms(base, piece, wording.known, lang=lang).values()
        )

    def _is_phrase_of_another_language(self, change: Change, wording: Wording) -> bool:
        """Tell whether words of another language would decline here: *Europeanu Unionu*.

        A name may, *Abú Zabím*, and where a phrase takes its ending at the end, any.
        """
        is_phrase = wording.alias is not None and " " in change.after
        is_foreign = self._shaper.language != self._lang
        return is_phrase and is_foreign and not self._decliner.declines_the_last

    def _is_joint_free(
        self, written: str, base: str, piece: Piece, wording: Wording, cases: Sequence[str]
    ) -> bool:
        """Tell whether the language writes no joint where one is read: Estonian *Zelensky'le*.

        So it is of a foreign spelling, of which it needs one to know the name: *Zelensky'ego*.
        """
        forms = self._decliner.list_forms(base, piece, wording.known)
        found = (forms.get(case, ()) for case in cases)
        if any(written in listed and not _count_joints(listed[0]) for listed in found):
            return True
        put = written.removeprefix(base)
        return len(put) > _LONGEST_POSSESSIVE and put[0] in APOSTROPHES

    def _list_endings(
        self,
        text: str,
        wording: Wording,
        bases: Sequence[str],
        cases: Sequence[str],
        changes: Iterable[Change],
    ) -> Iterator[Change | None]:
        """Give what makes a right name with a neighbour's ending the language's own: *Лавровым* in
        Ukrainian. None if that cannot be told, for half a name changed is worse than none.
        """
        words = self._shaper.find_own_words(wording.known)
        if len(words) != len(wording.pieces):
            words = ()
        touched = {at for one in changes for at in range(one.first, one.last + 1)}
        for number, (piece, base) in enumerate(zip(wording.pieces, bases, strict=True)):
            written = text[piece.start : piece.stop]
            is_declined = written != base or piece.part in ("family", "word")
            if piece.first in touched or piece.part in FIXED or not is_declined:
                continue
            printed = self._shaper.find_own_word(wording.known, piece.part)
            if words and (printed is None or (len(words) > 1 and written != base)):
                # *Рада* of *Верховна Рада*, as Russian has it; *Петербург*, after a hyphen
                printed = words[number]
            if printed is None or fold(printed) != fold(base):
                continue
            own = self._decliner.list_forms(base, piece, wording.known)
            is_neighbours = self._is_case_of_neighbour(written, base, piece, wording)
            # Beside a word that changes the whole name takes the endings of the language.
            upto = 1 if changes and is_neighbours else None
            if any(
                fold(written) == fold(one) for case in cases for one in own.get(case, ())[:upto]
            ):
                continue
            after = self._decliner.put(
                base, (written,), (piece,), wording, cases, takes_first=is_neighbours
            )
            if after is None:
                yield None
            elif after != written:
                yield Change(piece.start, piece.stop, after, piece.first, piece.last)


def _unify_scripts(text: str, wording: Wording, changes: Sequence[Change]) -> list[Change]:
    """Return what makes words of two scripts words of one that nothing else changes: *Xарькoвом*
    with a Latin X and o."""
    found = []
    for piece in wording.pieces:
        written = text[piece.start : piece.stop]
        is_changed = any(one.first <= piece.first <= one.last for one in changes)
        if mixes_scripts(written) and not is_changed:
            one = unify_script(written)
            found.append(Change(piece.start, piece.stop, one, piece.first, piece.last))
    return found


def _count_joints(text: str) -> int:
    """Count what may part a name from its ending: *Akhmadulina's* is no German genitive."""
    return sum(letter in APOSTROPHES for letter in text)


def _keep_joints(written: str, after: str) -> str:
    """Return words with the apostrophes that are written: *Kharkiv'de, Kharkiv’de*."""
    if _count_joints(written) != _count_joints(after):
        return after
    marks = iter([letter for letter in written if letter in APOSTROPHES])
    return "".join(next(marks) if letter in APOSTROPHES else letter for letter in after)


class _Base(NamedTuple):
    known: Known
    pieces: Sequence[Piece]
    source: str
    alias: object
    twins: Sequence[Wording] = ()


def _take_case_off(text: str, wording: Wording, bases: Sequence[str]) -> tuple[str, Wording]:
    """Return the words of a mention in their base forms, and the wording of these."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    gaps = ["", *(text[one.stop : two.start] for one, two in pairwise(wording.pieces))]
    for piece, base, gap in zip(wording.pieces, bases, gaps, strict=True):
        start = length + len(gap)
        length = start + len(base)
        parts += (gap, base)
        pieces.append(piece._replace(start=start, stop=length, meant=""))
    base_wording = _Base(wording.known, pieces, wording.source, wording.alias)
    return "".join(parts), cast(Wording, base_wording)
