"""Probes: one generated example each, and what is wrong if a property does not hold for it."""

from dataclasses import dataclass
from functools import lru_cache

from hypothesis import strategies as st

from translit.forms import list_style_ids
from translit.normalizer import Normalizer
from translit.schemes import (
    SchemeError,
    list_languages,
    list_scheme_ids,
    load_scheme,
    swap_gender,
    tell_gender,
)
from translit.tables import Entity, PersonName, Table
from translit.testing.strategies import full_spellings, texts
from translit.testing.subject import Subject, full_name

_MOST_ROWS = 200
"""So many rows are compiled once more, in another order; a larger table would take long."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What an example showed: the row, the problem, the cure, and the text."""

    row: str
    problem: str
    cure: str
    text: str


def _draw_text(subject: Subject, data: st.DataObject) -> str:
    return data.draw(_make_texts(subject))


@lru_cache(maxsize=1)  # a search draws from it again and again
def _make_texts(subject: Subject) -> st.SearchStrategy[str]:
    return texts(subject.complete)


def _draw_entity(subject: Subject, data: st.DataObject) -> Entity:
    return subject.known[data.draw(st.sampled_from(sorted(subject.known)))].entity


def _blame(subject: Subject, ids: list[str | None]) -> str:
    """The row to name in a finding: the first that is under check."""
    return next((id for id in ids if id and id in subject.rows), next(iter(subject.rows)))


def probe_idempotence(subject: Subject, data: st.DataObject) -> Fault | None:
    """Normalizing a result changes nothing."""
    text = _draw_text(subject, data)
    once = subject.normalizer.normalize(text)
    edits = subject.normalizer.explain(once).edits
    if not edits:
        return None
    return Fault(
        _blame(subject, [edit.entity_id for edit in edits]),
        f"the result is not stable: “{edits[0].before}” becomes “{edits[0].after}” the second time",
        "make the form that is printed no spelling of another row or alias",
        text,
    )


def probe_replay(subject: Subject, data: st.DataObject) -> Fault | None:
    """The edits, applied to the text, give the result, and nothing between them changes."""
    text = _draw_text(subject, data)
    explanation = subject.normalizer.explain(text)
    parts, at = [], 0
    for edit in explanation.edits:
        parts += [text[at : edit.start], edit.after]
        at = edit.end
    if "".join([*parts, text[at:]]) == explanation.text == subject.normalizer.normalize(text):
        return None
    return Fault(
        _blame(subject, [edit.entity_id for edit in explanation.edits]),
        "the edits do not give the result",
        "report this: no table should be able to do it",
        text,
    )


_PROTECTED = (
    "https://example.org/{}", "{}@example.org", "@{}", "#{}", "`{}`", "<a title={}>", "{}.txt",
    "a/{}.md",
)  # fmt: skip


def probe_protection(subject: Subject, data: st.DataObject) -> Fault | None:
    """Addresses, handles, code and file names come back as they are."""
    entity = _draw_entity(subject, data)
    name = data.draw(full_spellings(entity)).replace(" ", "")
    text = f"See {data.draw(st.sampled_from(_PROTECTED)).format(name)} now."
    edits = subject.normalizer.explain(text).edits
    if not edits:
        return None
    return Fault(
        entity.id,
        f"“{edits[0].before}” is rewritten inside an address or code",
        "report this: no table should be able to do it",
        text,
    )


def probe_order(subject: Subject, data: st.DataObject) -> Fault | None:
    """The order of rows and files does not matter."""
    text = _draw_text(subject, data)
    together, apart = _order_normalizers(subject)
    one, other = together.explain(text), apart.explain(text)
    if one.text == other.text:
        return None
    return Fault(
        _blame(subject, [edit.entity_id for edit in (*one.edits, *other.edits)]),
        f"the order of the rows decides: {one.text!r} or {other.text!r}",
        "name the rows that claim one spelling in the `shares` of each other",
        text,
    )


def _order_normalizers(subject: Subject) -> tuple[Normalizer, Normalizer]:
    """The rows as one table, and as two tables with the later rows first; made once."""
    if subject not in _ORDERS:
        rows = subject.complete.rows[:_MOST_ROWS]
        whole, *halves = (Table("", part) for part in (rows, rows[1::2], rows[::2]))
        _ORDERS.clear()
        _ORDERS[subject] = Normalizer(tables=[whole]), Normalizer(tables=halves)
    return _ORDERS[subject]


_ORDERS: dict[Subject, tuple[Normalizer, Normalizer]] = {}


def probe_spellings(subject: Subject, data: st.DataObject) -> Fault | None:
    """Every derived spelling of the full name reaches its entity."""
    entity = _draw_entity(subject, data)
    spelling = data.draw(full_spellings(entity))
    needs_more = entity.common or not (entity.kind == "person" or entity.alone)
    if needs_more or spelling == full_name(subject.known[entity.id]):
        return None  # it needs a title or another word beside it, or is as it should be
    text = f"They said that {spelling} was there too."
    mentions = subject.normalizer.explain(text).mentions
    if any(entity.id in (m.entity_id, *m.candidates) for m in mentions):
        return None
    others = [m.entity_id for m in mentions if m.entity_id]
    to = f" but `{others[0]}`" if others else ""
    return Fault(
        entity.id,
        f"“{spelling}” does not reach this row{to}",
        "let the rows name each other in `shares`, or correct the native name",
        text,
    )


def probe_styles(subject: Subject, data: st.DataObject) -> Fault | None:
    """The form that a style prints is not read as another entity."""
    entity = _draw_entity(subject, data)
    style = data.draw(st.sampled_from(list_style_ids()))
    text = f"They said that {full_name(subject.known[entity.id])} was there too."
    styled = _styled(subject, style).normalize(text)
    for edit in subject.normalizer.explain(styled).edits:
        if edit.entity_id not in (entity.id, None, *entity.shares):
            return Fault(
                entity.id,
                f"the style `{style}` prints what becomes “{edit.after}” of `{edit.entity_id}`",
                f"add that form to `aliases` of this row, or write another as styles.{style}",
                styled,
            )
    return None


_STYLED: dict[tuple[Subject, str], Normalizer] = {}


def _styled(subject: Subject, style: str) -> Normalizer:
    if (subject, style) not in _STYLED:
        tables = () if subject.is_default else subject.tables
        _STYLED[subject, style] = Normalizer(style=style, tables=tables)
    return _STYLED[subject, style]


def probe_genders(subject: Subject, data: st.DataObject) -> Fault | None:
    """The other gender's form of a family name is never taken for the person."""
    entity = _draw_entity(subject, data)
    forms = _other_forms(entity)
    if not forms:
        return None
    scheme, form = data.draw(st.sampled_from(forms))
    try:
        spelling = load_scheme(scheme).romanize(form)
    except SchemeError:
        return None
    text = f"They said that {spelling} was there too."
    for mention in subject.normalizer.explain(text).mentions:
        if mention.entity_id == entity.id and mention.status in ("edit", "canonical"):
            return Fault(
                entity.id,
                f"“{spelling}” is the other gender's form, and is taken for this person",
                "take it out of `aliases` and `native`, and correct `gender`",
                text,
            )
    return None


def _other_forms(entity: Entity) -> list[tuple[str, str]]:
    """(scheme, form) for the other gender's family names that are not also the person's own.

    What has the ending of the person's own gender is no such form: *Бутефлікий*, of *Бутефліка*.
    """
    names = [(lang, n) for lang, n in entity.native.items() if isinstance(n, PersonName)]
    own = {name.family for _, name in names}
    return [
        (scheme, form)
        for lang, name in names
        if lang in list_languages()
        for form in swap_gender(name.family, lang)
        if form not in own and tell_gender(form, lang) != entity.gender
        for scheme in list_scheme_ids(lang)
    ]
