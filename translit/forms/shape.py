"""Shape: what the words of a mention become, as they stand in the text.

Capitals, endings, line breaks and what a writer left out stay; only the words change.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from translit.forms.canonical import CanonicalForms, is_same_but_for_marks, is_same_form
from translit.forms.foreign_given_names import has_foreign_given_name
from translit.forms.growing import find_itself
from translit.forms.pieces import Part, Piece, Wording, has_whole_given_name
from translit.languages import ENGLISH
from translit.lexicon import Known, Lexicon
from translit.schemes import INVISIBLE, fold, split_words
from translit.tables import PersonName

_LINE_END = re.compile(r"[^\S\r\n]*[\r\n]\s*")
_SPACE = re.compile(rf"[\s{INVISIBLE}]+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_HYPHEN = re.compile("[-\u2010\u2011]")


class Change(NamedTuple):
    """These code points become `after`; `first` and `last` number their words."""

    start: int
    end: int
    after: str
    first: int
    last: int

    @property
    def keys(self) -> list[str]:
        """The look-up keys of the words that it writes."""
        return [fold(word) for word in self.after.replace("-", " ").split()]


class Shaper:
    """Makes canonical forms in one style, in the shape that a mention has; thread-safe."""

    def __init__(self, forms: CanonicalForms, lexicon: Lexicon) -> None:
        self._forms = forms
        self._lexicon = lexicon

    def list_changes(
        self,
        text: str,
        wording: Wording,
        *,
        opens_sentence: bool = False,
        is_declined: bool = False,
    ) -> tuple[Change, ...]:
        """Return the changes of a mention: one for each maximal run of words that change.

        `text` is what its pieces have their places in; at the start of a sentence its first word
        takes a capital. `is_declined` if it bore an ending of the language of its text.
        """
        form = self._forms.form(wording.known)
        if form is None:
            return ()  # the style has no form of its own for it
        pieces = wording.pieces
        alias = wording.alias
        if alias is not None and not wording.known.layer and self._forms.prints_alias(alias):
            return ()
        if len(pieces) == 1 and self._is_printed(text, wording, form):
            return ()  # as nearly all names in print
        if not self._forms.may_write(text, wording, form, self._lexicon, is_declined=is_declined):
            return ()
        changes = [
            change
            for change in self._change_pieces(text, wording, form, opens_sentence)
            if not is_same_form(text[change.start : change.end], change.after)
            and not _is_hyphen_alone(text, wording, change)
        ]
        changed = [
            one for one in changes if not self._is_same(text[one.start : one.end], one.after)
        ]
        if not changed or not self._changes_enough(text, wording, form, changed):
            return ()
        # marks are no reason for an edit, but where one is made it is whole: *Mikhaïl Gorbatchev*
        return merge_changes(text, changes)

    def find_own_word(self, known: Known, part: Part) -> str | None:
        """Return the one word that the language of the style prints for a part of a name.

        Of a name that is no person's, for its only word. None for several words, or for none.
        """
        form = None if self._forms.writes_english else self._forms.form(known)
        if form is None:
            return None
        if isinstance(form, str):
            word = form if part in ("word", "alias") else ""
        else:
            word = {"given": form.given, "family": form.family}.get(part, "")
        return word if word and not _SPACE.search(word) else None

    def find_own_words(self, known: Known) -> Sequence[str]:
        """Return the words that the language of the style prints for what is no person, if any."""
        form = None if self._forms.writes_english else self._forms.form(known)
        return _HYPHEN.sub(" ", form).split() if isinstance(form, str) else ()

    @property
    def language(self) -> str | None:
        """The code of the language whose press the style is, if it is one's."""
        return self._forms.style.language

    def _changes_enough(
        self, text: str, wording: Wording, form: PersonName | str, changed: Sequence[Change]
    ) -> bool:
        """Tell whether the family name changes, where another language than English has its own.

        *Nikolái* beside a right family name is as right as *Nicolás*; *Sergey* is not Czech.
        """
        if self._forms.writes_english or wording.alias is not None:
            return True
        family = [piece for piece in wording.pieces if piece.part == "family"]
        touched = {at for change in changed for at in range(change.first, change.last + 1)}
        if not family or any(piece.first in touched for piece in family):
            return True
        return has_foreign_given_name(text, wording, form, self._forms.style, self._lexicon)

    def _is_same(self, written: str, after: str) -> bool:
        """Tell whether nothing changes that is worth an edit: marks are, if the style says so."""
        if is_same_form(written, after):
            return True
        return self._forms.style.marks == "keep" and is_same_but_for_marks(written, after)

    def _is_printed(self, text: str, wording: Wording, form: PersonName | str) -> bool:
        """Tell whether the one word of a mention is as the style prints it."""
        (piece,) = wording.pieces
        if wording.alias is not None or wording.source == "former":
            return False
        if not isinstance(form, str):
            if piece.part != "family":
                return False
            form = self._family_form(wording, form)
        return text[piece.start : piece.stop] == form

    def _change_pieces(
        self, text: str, wording: Wording, form: PersonName | str, opens: bool
    ) -> Iterator[Change]:
        if wording.alias is not None:
            phrase = _fill_alias(wording, form, self._forms.style.language)
            if phrase is not None and not self._would_grow(wording, phrase):
                yield _change_block(text, wording.pieces, phrase, opens)
        elif wording.source == "former" or isinstance(form, str):
            if not self._would_grow(wording, _full(form)):
                yield from _change_words(text, wording.pieces, _full(form), opens)
        elif not self._would_grow(wording, self._family_form(wording, form)):
            for part, group in groupby(wording.pieces, key=lambda piece: piece.part):
                pieces = list(group)
                after = self._part_form(wording, form, part)
                if after:
                    yield from _change_words(text, pieces, after, opens)

    def _would_grow(self, wording: Wording, printed: str) -> bool:
        in_plural = wording.pieces[-1].ending == "plural"
        found = find_itself(wording.known, printed, self._lexicon, in_plural=in_plural)
        return found is not None

    def _part_form(self, wording: Wording, form: PersonName, part: str) -> str | None:
        """Return what one part of a person's name becomes; None leaves it as it stands."""
        if part == "given":
            return _given_form(wording, form)
        if part == "patronymic":
            patronymic = self._forms.patronymic(wording.known)
            # *George H. Bush* does not become *George H.W. Bush*
            return None if patronymic and _INITIAL.fullmatch(patronymic) else patronymic
        if part == "particle":
            return form.particles or None
        return self._family_form(wording, form) if part == "family" else None

    def _family_form(self, wording: Wording, form: PersonName) -> str:
        short = wording.known.entity.short
        alone = not any(piece.part in ("given", "initial") for piece in wording.pieces)
        if alone and isinstance(short, str) and self._forms.style.use == "name":
            return short
        return form.family


def apply_changes(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """Replace spans of a text: (start, end, after) in order, half-open code points.

    Raises ValueError for spans that overlap or are out of order: no text is written twice.
    """
    parts: list[str] = []
    at = 0
    for start, end, after in changes:
        if start < at:
            raise ValueError(f"two changes overlap at code point {start}")
        parts += (text[at:start], after)
        at = end
    return "".join((*parts, text[at:]))


def keeps_line_ends(written: str, after: str) -> bool:
    """Tell whether what is written anew has as many line ends as what stood there."""
    return len(_LINE_END.findall(written)) == len(_LINE_END.findall(after))


def _is_hyphen_alone(text: str, wording: Wording, change: Change) -> bool:
    """Tell whether a hyphen is all that changes, in a name that houses join each as they like.

    *Al Qaeda*, *RIA-Novosti* stay; a person or a place has one form: *Nagorno Karabakh*.
    """
    entity = wording.known.entity
    if entity.kind == "person" or (entity.kind == "place" and entity.native):
        return False
    written = text[change.start : change.end]
    return is_same_form(_HYPHEN.sub(" ", written), _HYPHEN.sub(" ", change.after))


def _full(form: PersonName | str) -> str:
    return form if isinstance(form, str) else form.full


def _fill_alias(wording: Wording, form: PersonName | str, language: str | None) -> str | None:
    """Return what an alias becomes in a language, or None where its row does not say.

    What stands beside `{name}` is English.
    """
    assert wording.alias is not None
    given = str(wording.alias.get("as", "{name}"))
    if given == _full(wording.known.entity.name) != wording.alias["text"]:
        given = "{name}"
    if given != "{name}" and language not in (None, ENGLISH):
        return None
    return given.replace("{name}", _full(form))


def _given_form(wording: Wording, form: PersonName) -> str | None:
    """Return the given name if all of it stands there: what was not written is not added."""
    if not form.given or not has_whole_given_name(wording):
        return None
    written = sum(piece.width for piece in wording.pieces if piece.part == "given")
    words = form.given.split()
    if len(words) > written and any(_INITIAL.fullmatch(word) for word in words):
        return None  # *George* is not *George H.W.*
    return form.given


def _change_words(text: str, pieces: Sequence[Piece], after: str, opens: bool) -> Iterator[Change]:
    """Change word by word where both sides have as many, joined alike, else all as one.

    White space stays as it is written, also a line break; a hyphen is the canonical form's, and
    what else stands between its words (*&*, a number) is part of it.
    """
    words, gaps = _split(after)
    alike = len(words) == len(pieces) and _are_joined_alike(text, pieces, gaps)
    if not alike or "." in after or not _is_words(after):
        yield _change_block(text, pieces, after, opens)
        return
    for piece, word in zip(pieces, words, strict=True):
        yield _change_block(text, (piece,), word, opens)


@lru_cache(maxsize=16384)
def _split(form: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a form and what stands between them."""
    parts = list(split_words(form.replace(".", "")))
    words = tuple(word for gap, word in parts if not gap)
    return words, tuple(word for gap, word in parts if gap)


def _are_joined_alike(text: str, pieces: Sequence[Piece], gaps: Sequence[str]) -> bool:
    """Tell whether white space stands where the canonical form has it, and a hyphen likewise."""
    written = [text[one.stop : other.start] for one, other in pairwise(pieces)]
    if len(written) != len(gaps):
        return True
    return all(
        have == want or (_SPACE.fullmatch(have) and _SPACE.fullmatch(want))
        for have, want in zip(written, gaps, strict=True)
    )


@lru_cache(maxsize=16384)
def _is_words(form: str) -> bool:
    """Tell whether a form is words, and hyphens or single gaps between them, and nothing else."""
    return all(len(part) == 1 and not part.isdigit() for gap, part in split_words(form) if gap)


def _change_block(text: str, pieces: Sequence[Piece], after: str, opens: bool) -> Change:
    first, last = pieces[0], pieces[-1]
    words = [piece for piece in pieces if not piece.is_acronym]
    if words and all(_is_shouted(text, piece) for piece in words):  # *AEK ATENAS*
        after = after.upper()
    elif opens and first.part == "particle":
        after = after[:1].upper() + after[1:]
    after = _keep_line_end(text, pieces, after)
    return Change(first.start, last.stop, after, first.first, last.last)


def _keep_line_end(text: str, pieces: Sequence[Piece], after: str) -> str:
    """Break lines where they were broken: after as many words, or as many as the form has."""
    written = text[pieces[0].start : pieces[-1].stop]
    breaks = list(_LINE_END.finditer(written))
    words = after.split(" ")
    if not breaks or len(words) <= len(breaks):
        return after
    gaps = [" "] * (len(words) - 1)
    for left, broken in zip(range(len(breaks), 0, -1), breaks, strict=True):
        place = min(len(written[: broken.start()].split()), len(words) - left)
        gaps[place - 1] = broken[0]
    return words[0] + "".join(map(str.__add__, gaps, words[1:]))


def _is_shouted(text: str, piece: Piece) -> bool:
    """Written in capitals as emphasis or in a headline, not because it is an acronym."""
    if piece.is_acronym:
        return False
    written = text[piece.start : piece.stop]  # without the *s* of *PUTIN's*
    return len(written) > 1 and written.isupper()


def merge_changes(text: str, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Join changes of neighbouring words into one, with what stands between them."""
    merged: list[Change] = []
    for change in changes:
        if merged and merged[-1].last + 1 == change.first:
            before = merged.pop()
            gap = text[before.end : change.start]
            after = before.after + (gap or " ") + change.after  # 习近平 has no space
            change = Change(before.start, change.end, after, before.first, change.last)
        merged.append(change)
    return tuple(merged)
