"""The way of one text, top to bottom: words, readings, decisions, changes, text."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Unpack

from translit.lexicon import GivenTable, open_lexicon
from translit.mentions import Decision, Reading, Scene, Sieve, resolve
from translit.options import DEFAULTS, Given, Options, takes_options
from translit.rewriting import (
    CanonicalForms,
    Explanation,
    Mention,
    apply_changes,
    follow,
    list_changes,
    load_style,
    make_edits,
    make_mention,
    render,
)
from translit.schemes import check_text
from translit.tables import list_given_tables

# What a pass writes may license what it left: passes go on until one changes nothing. Each can only
# bring canonical forms, so two are enough for nearly every text.
_MOST_PASSES = 8


class Normalizer:
    """Rewrites name variants to one canonical form; reusable and thread-safe.

    Its arguments are those of `Options`.

    Raises TableError, StyleError, ValueError or TypeError for what is wrong with them.

    >>> Normalizer(style="de").normalize("Zelenskyi met Łukaszenka.")
    'Selenskyj met Lukaschenko.'
    """

    @takes_options
    def __init__(self, **options: Unpack[Given]) -> None:
        chosen = Options(**options)  # type: ignore[arg-type]  # it says what is wrong with them
        self._tables = tuple(map(GivenTable, list_given_tables(chosen.tables)))
        self._options = {"fuzzy": chosen.fuzzy, "renamed": chosen.renamed}
        self._default_tables = chosen.default_tables
        self._style = load_style(chosen.style)
        self._open()

    @property
    def digest(self) -> str:
        """A hash of the tables, the style and the options: the same on every machine."""
        parts = [self._lexicon.digest, repr(self._style), *sorted(self._options.items())]
        return blake2b(repr(parts).encode(), digest_size=16).hexdigest()

    def normalize(self, text: str) -> str:
        """Return the text with every name that is surely meant in its canonical form.

        Outside these names the text comes back as it is. `text` is a str; bytes raise TypeError.

        >>> Normalizer().normalize("It was Szojgu’s word (слово).")
        'It was Shoigu’s word (слово).'
        """
        check_text(text)
        for _ in range(_MOST_PASSES):
            focus = self._sieve.find_focus(text)
            if not focus:
                break
            before, text = text, self._normalize_once(text, focus)
            if text == before:
                break
        return text

    def normalize_many(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield what `normalize` gives for each text, in order and as they are asked for.

        Raises TypeError for one text, and for what is no text.

        >>> list(Normalizer().normalize_many(["Szojgu", "in Kijów"]))
        ['Shoigu', 'in Kyiv']
        """
        if isinstance(texts, str | bytes):
            raise TypeError("texts is an iterable of texts; for one text there is normalize()")
        return map(self.normalize, texts)

    def explain(self, text: str, *, edits_only: bool = False) -> Explanation:
        """Return the normalized text with its edits and mentions, each with why.

        With `edits_only`, mentions that no edit can depend on are left out, which is faster.

        >>> Normalizer().explain("Loukachenko said so.").edits[0].after
        'Lukashenko'
        """
        check_text(text)
        found = last = self._explain_once(text, edits_only)
        for _ in range(_MOST_PASSES - 1):
            if not last.edits:
                break
            last = self._explain_once(last.text, edits_only=True)
            found = follow(text, found, last)
        return found

    def find(self, text: str) -> list[Mention]:
        """Return the mentions that are resolved: those with status edit or canonical.

        >>> [mention.entity_id for mention in Normalizer().find("Poutine is in Moscow.")]
        ['vladimir-putin', 'moscow']
        """
        return [m for m in self.explain(text).mentions if m.status in ("edit", "canonical")]

    def _normalize_once(self, text: str, focus: Sequence[tuple[int, int]]) -> str:
        scene, decisions = self._resolve(text, focus)
        changes = [
            (change.start, change.end, change.after)
            for decision in decisions
            if decision.status == "edit"
            for change in list_changes(scene, decision.reading, self._forms)
        ]
        return apply_changes(text, changes)

    def _explain_once(self, text: str, edits_only: bool) -> Explanation:
        focus = self._sieve.find_focus(text) if edits_only else None
        if edits_only and not focus:
            return Explanation(text, (), ())
        scene, decisions = self._resolve(text, focus)
        edits = [
            edit
            for decision in decisions
            if decision.status == "edit"
            for edit in make_edits(scene, decision, self._forms)
        ]
        normalized = apply_changes(text, [(e.start, e.end, e.after) for e in edits])
        mentions = tuple(make_mention(scene, decision, self._forms) for decision in decisions)
        return Explanation(normalized, tuple(edits), mentions)

    def _resolve(
        self, text: str, focus: Sequence[tuple[int, int]] | None = None
    ) -> tuple[Scene, Sequence[Decision]]:
        return resolve(text, self._lexicon, self._render, **self._options, focus=focus)

    def _open(self) -> None:
        self._lexicon = open_lexicon(self._tables, self._default_tables)
        self._forms = CanonicalForms(self._style)
        self._sieve = Sieve(self._lexicon, self._render, **self._options)

    def _render(self, scene: Scene, reading: Reading) -> str:
        return render(scene, reading, self._forms)

    def __getstate__(self) -> dict[str, Any]:
        """Pickle the parsed tables, not the lexicon: it is opened again from its file."""
        state = self.__dict__.copy()
        del state["_lexicon"], state["_forms"], state["_sieve"]
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._open()


@lru_cache(maxsize=8)
def _remember_normalizer(options: tuple[tuple[str, Any], ...]) -> Normalizer:
    return Normalizer(**dict(options))


def find_normalizer(**options: Unpack[Given]) -> Normalizer:
    """Return a normalizer: the same one for the same options, a new one where files are given.

    Those may have changed since. Raises what `Normalizer` raises.
    """
    given = {**DEFAULTS, **options}
    if given["tables"] != () or not isinstance(given["style"], str):
        return Normalizer(**options)
    return _remember_normalizer(tuple(given.items()))


@takes_options
def normalize_names(text: str, **options: Unpack[Given]) -> str:
    """Rewrite the name variants of a text to one canonical form and change nothing else.

    The other arguments are those of `Normalizer`, which does the same for many texts.

    >>> normalize_names("Zelenskyi spoke at a summit of the Ivy countries.")
    'Zelensky spoke at a summit of the CIS countries.'
    """
    check_text(text)
    return find_normalizer(**options).normalize(text)


@takes_options
def explain_names(text: str, **options: Unpack[Given]) -> Explanation:
    """Do what `normalize_names` does and say why: the text, its edits, mentions and suggestions.

    >>> explain_names("Szojgu spoke.").edits[0].why
    '“Szojgu” is Шойгу in the Polish press convention'
    """
    check_text(text)
    return find_normalizer(**options).explain(text)
