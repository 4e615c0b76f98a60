"""Shape: what the words of a mention become, as they stand in the text.

Capitals, endings, line breaks and what a writer left out stay; only the words change.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from translit.forms.canonical import CanonicalForms, is_same_but_for_marks, is_same_form
from translit.forms.changes import Change, change_block, change_words, merge_changes
from translit.forms.foreign_given_names import has_foreign_given_name, has_own_given_name
from translit.forms.growing import find_itself
from translit.forms.pieces import Part, Wording, has_whole_given_name
from translit.languages import ENGLISH
from translit.lexicon import Known, Lexicon
from translit.schemes import INVISIBLE
from translit.tables import PersonName

_SPACE = re.compile(rf"[\s{INVISIBLE}]+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_HYPHEN = re.compile("[-\u2010\u2011]")


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
        alias, is_users = wording.alias, self._forms.is_users(wording.known)
        if alias is not None and not is_users and self._forms.prints_alias(alias):
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
        if self._keeps_given_name(text, wording, form):
            # marks are no reason for an edit, but where one is made it is whole: *Mikhaïl
            # Gorbatchev*
            given = {piece.first for piece in wording.pieces if piece.part == "given"}
            changes = [one for one in changes if one.first not in given or one not in changed]
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

    def _keeps_given_name(self, text: str, wording: Wording, form: PersonName | str) -> bool:
        """Tell whether a given name is right in the language, if not as its style has it: German
        *Julia Navalnaya* becomes *Julia Nawalnaja*, not *Julija*."""
        if self._forms.writes_english or isinstance(form, str) or wording.known.layer:
            return False
        return has_own_given_name(text, wording, self._forms.style)

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
        lang = self.language or ENGLISH
        if wording.alias is not None:
            phrase = _fill_alias(wording, form, self._forms.style.language)
            if phrase is not None and not self._would_grow(wording, phrase):
                yield change_block(text, wording.pieces, phrase, opens, lang)
        elif wording.source == "former" or isinstance(form, str):
            if not self._would_grow(wording, _full(form)):
                yield from change_words(text, wording.pieces, _full(form), opens, lang)
        elif not self._would_grow(wording, self._family_form(wording, form)):
            for part, group in groupby(wording.pieces, key=lambda piece: piece.part):
                pieces = list(group)
                after = self._part_form(wording, form, part)
                if after:
                    yield from change_words(text, pieces, after, opens, lang)

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
