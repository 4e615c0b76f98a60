"""spaCy: the component `translit_fix`, which marks the names of a Doc with their entities."""

from collections.abc import Iterable, Sequence

from translit.integrations.columns import refuse_missing
from translit.normalizer import Normalizer
from translit.options import DEFAULTS

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.util import filter_spans
except ModuleNotFoundError:
    refuse_missing("spacy")

_LABEL = "NAME"


class NameMarker:
    """Marks mentions; the text of the Doc stays as it is.

    Each is a span of `doc.spans[spans_key]` with the id of its entity as `kb_id_` and its
    canonical form as `span._.canonical_name`. A mention that ends within a token of the tokenizer
    is left out.

    With `set_ents` a mention is also an entity of the Doc, beside those that the Doc has, which are
    kept whole: where one of them has the same words, it keeps its label and gets the id, if it has
    none; where one overlaps a mention in another way, that mention is only in `doc.spans`.
    """

    def __init__(self, normalizer: Normalizer, spans_key: str, *, set_ents: bool) -> None:
        self._normalizer = normalizer
        self._spans_key = spans_key
        self._set_ents = set_ents

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names of a Doc and return it."""
        spans = list(self._find_spans(doc))
        doc.spans[self._spans_key] = spans
        if self._set_ents:
            doc.set_ents(_join_entities(doc, spans), default="unmodified")
        return doc

    def _find_spans(self, doc: Doc) -> Iterable[Span]:
        for mention in self._normalizer.find(doc.text):
            span = doc.char_span(
                mention.start, mention.end, label=_LABEL, kb_id=mention.entity_id or ""
            )
            if span is not None:
                span._.canonical_name = mention.canonical
                yield span


def _join_entities(doc: Doc, spans: Sequence[Span]) -> list[Span]:
    """Return the entities of a Doc with those mentions that cut none of them short.

    A Doc without entities, or whose model finds none, gets all mentions. A token that the pipeline
    has blocked is of no entity and stays so.
    """
    mentions = {(span.start, span.end): span for span in filter_spans(spans)}
    entities = [_give_id(ent, mentions.get((ent.start, ent.end))) for ent in doc.ents]
    taken = {token.i for token in doc if token.ent_iob_ in ("B", "I")}
    free = [span for span in mentions.values() if taken.isdisjoint(range(span.start, span.end))]
    return sorted([*entities, *free], key=lambda span: span.start)


def _give_id(entity: Span, mention: Span | None) -> Span:
    """Return an entity with the id of the mention that has its words; its own id is kept."""
    if mention is None or entity.kb_id_:
        return entity
    return Span(
        entity.doc,
        entity.start,
        entity.end,
        label=entity.label,
        kb_id=mention.kb_id,
        span_id=entity.id,
    )


@Language.factory(
    "translit_fix",
    default_config={
        **DEFAULTS,
        "tables": [],  # a config holds no tuples
        "spans_key": "names",
        "set_ents": False,
    },
)
def make_name_marker(
    nlp: Language,
    name: str,
    style: str,
    lang: str,
    tables: str | list[str],
    default_tables: bool,
    fuzzy: str,
    renamed: str,
    unlisted: str,
    spans_key: str,
    set_ents: bool,
) -> NameMarker:
    """Make the component; its options are kept in the config of the pipeline.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("translit_fix")
    >>> doc = nlp("Szojgu is in Kijów.")
    >>> [(span.text, span._.canonical_name) for span in doc.spans["names"]]
    [('Szojgu', 'Shoigu'), ('Kijów', 'Kyiv')]
    """
    if not Span.has_extension("canonical_name"):
        Span.set_extension("canonical_name", default=None)
    normalizer = Normalizer(
        style=style,
        lang=lang,
        tables=tables,
        default_tables=default_tables,
        fuzzy=fuzzy,
        renamed=renamed,
        unlisted=unlisted,
    )
    return NameMarker(normalizer, spans_key, set_ents=set_ents)
