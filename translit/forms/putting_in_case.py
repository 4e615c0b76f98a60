"""Words of a name put into a case, with the endings of the one who wrote them where these tell it.

Which words change, and in which cases they may stand, is told in `in_case.py`.
"""

from collections.abc import Collection, Sequence
from functools import cached_property

from translit.forms.alike import find_end
from translit.forms.pieces import Piece, Wording
from translit.languages import (
    KINDS,
    VOCATIVE,
    Forms,
    decline,
    declines_the_last,
    find_language,
    find_way_abroad,
    gives_endings,
)
from translit.lexicon import Known
from translit.schemes import is_latin

FIXED = ("particle", "initial")
"""Parts of a name that have no case."""
_KINDS_OF_PARTS = {"patronymic": "given"}  # it declines as one
_SOUND_OF_A_NAME = 2  # letters at its end
_ALIKE = 8  # what an ending counts for that is alike, beside the marks of all words of a name


class Decliner:
    """Puts words of names into the cases of one language; thread-safe."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def put(
        self,
        after: str,
        written: Sequence[str],
        pieces: Sequence[Piece],
        wording: Wording,
        cases: Sequence[str],
        *,
        by_ending: bool = True,
        takes_first: bool = False,
        bare: Collection[int] = (),
    ) -> str | None:
        """Return words in the cases of a mention, if all of them give one form.

        Of several it is the one that ends as what is written, with its marks if it must be told
        by them: *Lvivě* is no dative *Lvovu*, *Poroshenka* no accusative *Porošenką*. But where
        the ending is one in each case, it tells nothing (`by_ending`): *Lvivu* may be *Lvova*. Of
        two forms in a case it is the first if the writer did not choose (`takes_first`). Words
        that are `bare`, by their numbers, bear no ending.
        """
        cases = [case for case in cases if case != VOCATIVE] or cases
        words = after.split(" ")
        if len(words) != len(pieces):
            if self._makes_nominatives and any(self._leads(piece, wording) for piece in pieces):
                return None
            words, pieces, written = [after], pieces[-1:], written[-1:]
        outputs: dict[str | None, int] = {}
        for case in cases:
            put = [
                (word, 0)
                if piece.first in bare
                else self._choose(word, one, piece, wording, case, takes_first)
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
            forms = self.list_forms(word, piece, wording.known)
            first, *others = (forms.get(case, ()) for case in cases)
            shared = [form for form in first if all(form in listed for listed in others)]
            if not shared:
                return None
            found.append(shared[0])
        return " ".join(found)

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
        is_article = word == written and piece.first != wording.pieces[-1].first
        if self._stays(piece, wording) or (is_article and word.lower() in self._particles):
            return word, 0  # Slovene *Al Kaide*
        if self._leads(piece, wording):
            # *Xi Jinpinga*: it has no ending, but a nominative that the language makes, *Kims*
            return (word if word == written or not self._makes_nominatives else None), 0
        # *Евросоюза* is *ЕС*, and not *ЕСа*
        piece = piece._replace(is_acronym=piece.is_acronym or not written.isupper())
        forms = self.list_forms(word, piece, wording.known).get(case, ())
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
        for form in self.list_forms(word, piece, known, is_heard=True).get(case, ()):
            end = form.removeprefix(word)
            if end != form and written.endswith(word[-_SOUND_OF_A_NAME:] + end):
                return form
        return None

    def list_forms(
        self, word: str, piece: Piece, known: Known, *, is_heard: bool = False, lang: str = ""
    ) -> Forms:
        """Return the forms of one word of a name, by any harmony if it goes by what is heard.

        In the language of the text, or in `lang`.
        """
        entity = known.entity
        is_person = entity.kind == "person"
        kind = (
            "acronym"
            if word.isupper() and piece.is_acronym
            else _KINDS_OF_PARTS.get(piece.part, piece.part)
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

    def _stays(self, piece: Piece, wording: Wording) -> bool:
        """Tell whether a word has no ending of a case."""
        return piece.part in FIXED or self._is_bare(piece, wording.pieces[-1])

    def _is_bare(self, piece: Piece, last: Piece) -> bool:
        """Tell whether the ending stands at another word: Finnish *Julija Tymošenkoon*."""
        is_before = self.declines_the_last and piece.first != last.first
        # *Saddam Hüseyin'i*: all of it is one name
        return is_before and (piece.part != "family" or last.part == "family")

    @staticmethod
    def _leads(piece: Piece, wording: Wording) -> bool:
        """Tell whether a family name that is in no case stands before the given name."""
        is_first = piece.part == "family" and wording.pieces[-1].part == "given"
        return is_first and not piece.meant

    @cached_property
    def declines_the_last(self) -> bool:
        """Whether a name takes its ending at the last word alone."""
        return declines_the_last(self._lang)

    @cached_property
    def _particles(self) -> frozenset[str]:
        return frozenset(find_language(self._lang).around.particles)

    @cached_property
    def _makes_nominatives(self) -> bool:
        return gives_endings(self._lang)


def is_of_latin_original(known: Known) -> bool:
    """Tell whether a name is Latin at home, so that its letters may not tell its sound.

    Of an Azerbaijani or an Uzbek papers know the Russian one: *Алиевым* as *Ивановым*.
    """
    lang, native = next(iter(known.entity.native.items()), ("", None))
    if find_way_abroad(lang) == "from_russian":
        return False
    return native is None or is_latin((native if isinstance(native, str) else native.family)[0])
