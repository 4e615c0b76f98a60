"""In a case: what makes a mention canonical that stands in a case of the language of its text.

The name is judged in its base form; where that is not the one which the style prints, the right one
is put into the same case.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, cast

from translit.forms.alike import find_end
from translit.forms.pieces import Piece, Wording
from translit.forms.shape import Change, Shaper, apply_changes, merge_changes
from translit.languages import KINDS, VOCATIVE, Forms, decline, find_language, find_way_abroad
from translit.lexicon import Known
from translit.schemes import APOSTROPHES, fold, is_latin

_SURE_ENDING = 2  # letters
_SOUND_OF_A_NAME = 2  # letters at its end
_LONGEST_POSSESSIVE = 2  # letters: *'s*
_FIXED = ("particle", "initial")
_ALIKE = 8  # what an ending counts for that is alike, beside the marks of all words of a name


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

    def shape(
        self, text: str, wording: Wording, bases: Sequence[str], cases: Sequence[str]
    ) -> CaseChanges:
        """Return what makes words canonical of which these are the base forms, in these cases.

        `text` is what its pieces have their places in; `cases` are all in which they may stand.
        """
        base_text, base = _take_case_off(text, wording, bases)
        changes = self._shaper.list_changes(base_text, base)
        printed = apply_changes(base_text, [(one.start, one.end, one.after) for one in changes])
        found = []
        for change in changes:
            if self._is_phrase_of_another_language(change, wording):
                return CaseChanges(None, printed)
            pieces = [p for p in wording.pieces if change.first <= p.first <= change.last]
            written = text[pieces[0].start : pieces[-1].stop]
            each = [text[piece.start : piece.stop] for piece in pieces]
            base_of_last = bases[wording.pieces.index(pieces[-1])]
            regular = self._list_regular(each, pieces, wording, bases, cases)
            # One vowel, *Lvivu*, is the ending of many cases; more, *Zelenskyym*, of few.
            tells = not regular or len(find_end(each[-1], self._lang)) >= _SURE_ENDING
            is_bare = each == [bases[wording.pieces.index(piece)] for piece in pieces]
            if is_bare and find_language(self._lang).neighbours:
                regular, tells = (), False  # *Запоріжжя* may be a genitive
            after = self._put_in_case(
                change.after,
                each,
                pieces,
                wording,
                regular or cases,
                by_ending=tells,
                takes_first=self._is_case_of_neighbour(each[-1], base_of_last, pieces[-1], wording),
            )
            if after is None:
                return CaseChanges(None, printed)
            put = _count_joints(after) - _count_joints(change.after)  # *Прокоф'єв* has its own
            if put != _count_joints(each[-1]) - _count_joints(base_of_last) and not (
                self._is_joint_free(each[-1], base_of_last, pieces[-1], wording, cases)
            ):
                return CaseChanges(None, printed)
            after = _keep_joints(written, after)
            if written != after:
                place = change._replace(start=pieces[0].start, end=pieces[-1].stop, after=after)
                found.append(place)
        if found or find_language(self._lang).neighbours:
            for ending in self._list_endings(text, wording, bases, cases, tuple(found)):
                if ending is None:
                    return CaseChanges(None, printed)
                found.append(ending)
        return CaseChanges(merge_changes(text, sorted(found)), printed)

    def _list_regular(
        self,
        written: Sequence[str],
        pieces: Sequence[Piece],
        wording: Wording,
        bases: Sequence[str],
        cases: Sequence[str],
    ) -> Sequence[str]:
        """Return in which of these cases the paradigms themselves give what is written."""
        forms = [
            self._list_forms(bases[wording.pieces.index(piece)], piece, wording.known)
            for piece in pieces
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
            for lang in find_language(self._lang).neighbours
            for listed in self._list_forms(base, piece, wording.known, lang=lang).values()
        )

    def _is_phrase_of_another_language(self, change: Change, wording: Wording) -> bool:
        """Tell whether words of another language would decline here: *Europeanu Unionu*.

        A name may, *Abú Zabím*, and where a phrase takes its ending at the end, any.
        """
        is_phrase = wording.alias is not None and " " in change.after
        is_foreign = self._shaper.language != self._lang
        return is_phrase and is_foreign and not self._declines_the_last

    def _is_joint_free(
        self, written: str, base: str, piece: Piece, wording: Wording, cases: Sequence[str]
    ) -> bool:
        """Tell whether the language writes no joint where one is read: Estonian *Zelensky'le*.

        So it is of a foreign spelling, of which it needs one to know the name: *Zelensky'ego*.
        """
        forms = self._list_forms(base, piece, wording.known)
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
            if piece.first in touched or piece.part in _FIXED or not is_declined:
                continue
            printed = self._shaper.find_own_word(wording.known, piece.part)
            if printed is None and words:
                printed = words[number]  # *Рада* of *Верховна Рада*, as Russian has it
            if printed is None or fold(printed) != fold(base):
                continue
            own = self._list_forms(base, piece, wording.known)
            is_neighbours = self._is_case_of_neighbour(written, base, piece, wording)
            # Beside a word that changes the whole name takes the endings of the language.
            upto = 1 if changes and is_neighbours else None
            if any(
                fold(written) == fold(one) for case in cases for one in own.get(case, ())[:upto]
            ):
                continue
            after = self._put_in_case(
                base, (written,), (piece,), wording, cases, takes_first=is_neighbours
            )
            if after is None:
                yield None
            elif after != written:
                yield Change(piece.start, piece.stop, after, piece.first, piece.last)

    def _put_in_case(
        self,
        after: str,
        written: Sequence[str],
        pieces: Sequence[Piece],
        wording: Wording,
        cases: Sequence[str],
        *,
        by_ending: bool = True,
        takes_first: bool = False,
    ) -> str | None:
        """Return words in the cases of a mention, if all of them give one form.

        Of several it is the one that ends as what is written, with its marks if it must be told
        by them: *Lvivě* is no dative *Lvovu*, *Poroshenka* no accusative *Porošenką*. But where
        the ending is one in each case, it tells nothing (`by_ending`): *Lvivu* may be *Lvova*. Of
        two forms in a case it is the first if the writer did not choose (`takes_first`).
        """
        cases = [case for case in cases if case != VOCATIVE] or cases
        words = after.split(" ")
        if len(words) != len(pieces):
            if self._makes_nominatives and any(self._leads(piece, wording) for piece in pieces):
                return None
            words, pieces, written = [after], wording.pieces[-1:], written[-1:]
        outputs: dict[str | None, int] = {}
        for case in cases:
            put = [
                self._choose(word, one, piece, wording, case, takes_first)
                for word, one, piece in zip(words, written, pieces, strict=True)
            ]
            alike = sum(is_alike for _, is_alike in put)
            found = [form for form, _ in put]
            output = None if None in found else " ".join(map(str, found))
            outputs[output] = max(alike, outputs.get(output, 0))
        if len(outputs) > 1 and by_ending:
            most = max(outputs.values())
            outputs = {one: alike for one, alike in outputs.items() if alike == most > 0} or outputs
        if len(outputs) == 1:
            return next(iter(outputs))
        return self._find_shared(words, pieces, wording, cases)

    def _find_shared(
        self, words: Sequence[str], pieces: Sequence[Piece], wording: Wording, cases: Sequence[str]
    ) -> str | None:
        """Return what is right in each of several cases: *Дмитру Кулебі* is dative and locative."""
        found = []
        for word, piece in zip(words, pieces, strict=True):
            if self._stays(piece, wording):
                found.append(word)
                continue
            forms = self._list_forms(word, piece, wording.known)
            first, *others = (forms.get(case, ()) for case in cases)
            shared = [form for form in first if all(form in listed for listed in others)]
            if not shared:
                return None
            found.append(shared[0])
        return " ".join(found)

    def _stays(self, piece: Piece, wording: Wording) -> bool:
        """Tell whether a word has no ending of a case."""
        return piece.part in _FIXED or self._is_bare(piece, wording.pieces[-1])

    def _choose(
        self,
        word: str,
        written: str,
        piece: Piece,
        wording: Wording,
        case: str,
        takes_first: bool,
    ) -> tuple[str | None, int]:
        """Return one word in a case, or None where no paradigm tells it; and how alike it ends."""
        if self._stays(piece, wording):
            return word, 0
        if self._leads(piece, wording):
            # *Xi Jinpinga*: it has no ending, but a nominative that the language makes, *Kims*
            return (word if word == written or not self._makes_nominatives else None), 0
        forms = self._list_forms(word, piece, wording.known).get(case, ())
        end = find_end(written, self._lang)
        alike = next((form for form in forms if find_end(form, self._lang) == end), None)
        if alike is None:
            alike = self._find_by_sound(word, written, piece, wording.known, case)
            return alike or next(iter(forms), None), 0
        return forms[0] if takes_first else alike, _ALIKE + (alike[-1:] == written[-1:])

    def _find_by_sound(
        self, word: str, written: str, piece: Piece, known: Known, case: str
    ) -> str | None:
        """Return the form by the harmony that the writer hears, of a name that ends as what he has
        does: Hungarian *Saakashvilivel*, though the letters would have *-val* too.
        """
        if not find_language(self._lang).harmony:
            return None
        for form in self._list_forms(word, piece, known, is_heard=True).get(case, ()):
            end = form.removeprefix(word)
            if end != form and written.endswith(word[-_SOUND_OF_A_NAME:] + end):
                return form
        return None

    @cached_property
    def _declines_the_last(self) -> bool:
        return find_language(self._lang).phrases == "last"

    @staticmethod
    def _leads(piece: Piece, wording: Wording) -> bool:
        """Tell whether a family name that is in no case stands before the given name."""
        is_first = piece.part == "family" and wording.pieces[-1].part == "given"
        return is_first and not piece.meant

    @cached_property
    def _makes_nominatives(self) -> bool:
        return bool(find_language(self._lang).grammar.get("nominative"))

    def _is_bare(self, piece: Piece, last: Piece) -> bool:
        """Tell whether the ending stands at another word: Finnish *Julija Tymošenkoon*."""
        return self._declines_the_last and piece.first != last.first and piece.part != "family"

    def _list_forms(
        self, word: str, piece: Piece, known: Known, *, is_heard: bool = False, lang: str = ""
    ) -> Forms:
        """Return the forms of one word of a name, by any harmony if it goes by what is heard.

        In the language of the text, or in `lang`.
        """
        entity = known.entity
        is_person = entity.kind == "person"
        kind = (
            "acronym"
            if word.isupper() and (piece.is_acronym or piece.part == "alias")
            else piece.part
            if is_person
            else entity.kind
        )
        if kind not in KINDS:
            return {}
        gender = entity.gender if is_person else None
        # *Чен Ына*: the last word of a given name bears the ending
        last = -1 if piece.part == "given" and " " in word else None
        foreign = is_heard or is_of_latin_original(known)
        return decline(word, lang or self._lang, kind, gender, foreign=foreign, declines=last)


def is_of_latin_original(known: Known) -> bool:
    """Tell whether a name is Latin at home, so that its letters may not tell its sound.

    Of an Azerbaijani or an Uzbek papers know the Russian one: *Алиевым* as *Ивановым*.
    """
    lang, native = next(iter(known.entity.native.items()), ("", None))
    if find_way_abroad(lang) == "from_russian":
        return False
    return native is None or is_latin((native if isinstance(native, str) else native.family)[0])


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
