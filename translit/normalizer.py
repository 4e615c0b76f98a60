"""The way of one text, top to bottom: scan, read, judge, rewrite."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, Unpack

from translit.forms import CanonicalForms, Shaper, find_style_of, load_style
from translit.judging import Decision, Judge
from translit.languages import ENGLISH, UNTOLD, find_language, find_passages, part_text
from translit.lexicon import OpensLexicon
from translit.options import AUTO, DEFAULTS, Fuzzy, Given, Options, takes_options
from translit.page import Scanner
from translit.readings import Reader
from translit.rewriting import Explanation, Mention, explain, is_resolved, rewrite
from translit.schemes import check_text
from translit.unlisted import Noticer, add_unlisted


def _soften(fuzzy: Fuzzy, lang: str) -> Fuzzy:
    """Return what becomes of damaged names in text of a language.

    Where it is not told, one may be a right name of any.
    """
    return "off" if lang == UNTOLD else fuzzy


class _Way(NamedTuple):
    """What texts in one language go through."""

    scanner: Scanner
    reader: Reader
    judge: Judge
    noticer: Noticer


class Normalizer(OpensLexicon[_Way]):
    """Rewrites name variants to one canonical form; reusable and thread-safe.

    Its arguments are those of `Options`.

    Raises TableError, StyleError, ValueError or TypeError for what is wrong with them.

    >>> Normalizer(style="de").normalize("Zelenskyi met Łukaszenka.")
    'Selenskyj met Lukaschenko.'
    """

    @takes_options
    def __init__(self, **options: Unpack[Given]) -> None:
        chosen = Options(**options)  # type: ignore[arg-type]  # it says what is wrong with them
        self._fuzzy, self._renamed = chosen.fuzzy, chosen.renamed
        self._unlisted = chosen.unlisted
        self._style = None if chosen.style == AUTO else load_style(chosen.style)
        is_told = chosen.lang in (AUTO, UNTOLD)
        self._lang = chosen.lang if is_told else find_language(chosen.lang).code
        super().__init__(chosen.tables, chosen.default_tables)

    @property
    def follows_languages(self) -> bool:
        """Whether a text gets the style of its own language, as with `style="auto"`.

        >>> Normalizer().follows_languages, Normalizer(style="de").follows_languages
        (True, False)
        """
        return self._style is None

    @property
    def digest(self) -> str:
        """A hash of the tables, the style and the options: the same on every machine."""
        parts = [self._lexicon.digest, repr(self._style), self._lang, self._fuzzy, self._renamed]
        parts.append(self._unlisted)
        return blake2b(repr(parts).encode(), digest_size=16).hexdigest()

    def normalize(self, text: str) -> str:
        """Return the text with every name that is surely meant in its canonical form.

        Outside these names the text comes back as it is. `text` is a str; bytes raise TypeError.

        >>> Normalizer().normalize("It was Szojgu’s word (слово).")
        'It was Shoigu’s word (слово).'
        """
        check_text(text)
        lang = self.tell_language(text)
        if self._unlisted != "off":
            return self.explain_in(lang, text, edits_only=True).text
        return rewrite(text, self._decide(lang, text, edits_only=True))

    def normalize_many(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield what `normalize` gives for each text, in order and as they are asked for.

        Raises TypeError for one text, and for what is no text.

        >>> list(Normalizer().normalize_many(["Szojgu", "in Kijów"]))
        ['Shoigu', 'in Kyiv']
        """
        if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
            raise TypeError("texts is an iterable of texts; for one text there is normalize()")
        return map(self.normalize, texts)

    def explain(self, text: str, *, edits_only: bool = False) -> Explanation:
        """Return the normalized text with its edits and mentions, each with why.

        With `edits_only`, mentions that no edit can depend on are left out, which is faster.

        >>> Normalizer().explain("Loukachenko said so.").edits[0].after
        'Lukashenko'
        """
        check_text(text)
        return self.explain_in(self.tell_language(text), text, edits_only=edits_only)

    def explain_in(self, lang: str, text: str, *, edits_only: bool = False) -> Explanation:
        """Do what `explain` does with a text of which the language is told: a code, or `und`."""
        found = explain(text, self._decide(lang, text, edits_only=edits_only), lang)
        return found if self._unlisted == "off" else self._add_unlisted(lang, found)

    def _add_unlisted(self, lang: str, found: Explanation) -> Explanation:
        """Add what becomes of names that no table knows.

        They are looked for in what is rewritten, so that a second pass finds the same.
        """
        way = self._find_way(lang)
        pages = way.scanner.scan(self._part(lang, found.text)[0][1])
        read = way.reader.read(pages)
        taken = explain(found.text, way.judge.judge(read) if read else (), lang).mentions
        sightings = way.noticer.notice(pages, taken)
        is_told = lang != UNTOLD and len(pages) == 1 and self._unlisted == "consistent"
        may_rewrite = is_told and not way.scanner.speech.declines
        style = self._style or find_style_of(lang)
        return add_unlisted(found, sightings, lang, style, may_rewrite=may_rewrite)

    def find(self, text: str) -> list[Mention]:
        """Return the mentions that are resolved: those with status edit or canonical.

        And those that a case keeps from being rewritten.

        >>> [mention.entity_id for mention in Normalizer().find("Poutine is in Moscow.")]
        ['vladimir-putin', 'moscow']
        """
        return [m for m in self.explain(text).mentions if is_resolved(m)]

    def _decide(self, lang: str, text: str, *, edits_only: bool) -> Iterable[Decision]:
        parts = self._part(lang, text)
        decided = [self._decide_in(*part, edits_only=edits_only) for part in parts]
        return decided[0] if len(decided) == 1 else sorted(chain(*decided), key=attrgetter("place"))

    def _part(self, lang: str, text: str) -> Sequence[tuple[str, str]]:
        """Return the text in its language, and what of it is a passage in another.

        A style that is asked for leaves those alone, as does a language that is given. A text that
        tells none counts as English for it.
        """
        around = ENGLISH if lang == UNTOLD and not self.follows_languages else lang
        passages = find_passages(text, around, self._lexicon.teller) if self._lang == AUTO else []
        if not passages:
            return [(lang, text)]
        parts = part_text(text, lang, passages)
        return parts if self.follows_languages else parts[:1]

    def _decide_in(self, lang: str, text: str, *, edits_only: bool) -> Iterable[Decision]:
        way = self._find_way(lang)
        pages = way.scanner.scan(text)
        read = way.reader.read_live(pages) if edits_only else way.reader.read(pages)
        return way.judge.judge(read) if read else ()

    def tell_language(self, text: str) -> str:
        """Return the code of a text's language: the one given, or told, or else the style's.

        It is `und` where nothing says which.

        >>> Normalizer().tell_language("Nie wiadomo, czy Putin wróci.")
        'pl'
        """
        if self._lang != AUTO:
            return self._lang
        told = self._lexicon.teller.tell(text)
        if told == UNTOLD and self._style is not None and self._style.language:
            return self._style.language
        return told

    def _find_way(self, lang: str) -> "_Way":
        way = self._ways.get(lang)
        if way is None:
            way = self._ways[lang] = self._make_way(lang)
        return way

    def _make_way(self, lang: str) -> "_Way":
        """Return what scans, reads and judges texts in a language."""
        fuzzy = _soften(self._fuzzy, lang)
        scanner = Scanner(self._lexicon, lang)
        forms = CanonicalForms(self._style or find_style_of(lang))
        reader = Reader(scanner, Shaper(forms, self._lexicon), fuzzy=fuzzy, renamed=self._renamed)
        judge = Judge(fuzzy=fuzzy, renamed=self._renamed)
        noticer = Noticer(scanner, lang, default_tables=self._default_tables)
        return _Way(scanner, reader, judge, noticer)


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
