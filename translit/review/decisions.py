"""A file of decisions, as the page saves it: read and checked, each with its line."""

import re
from dataclasses import dataclass
from datetime import datetime

from translit.review.json_file import Record, read_records

_CURE = "save it again from the page of `translit review`, and do not edit it"
_DIGEST = re.compile(r"[0-9a-f]{32,128}")
_HEAD = ("schema", "what", "state", "who", "saved", "decisions")
_COMMON = ("id", "verdict", "at", "note", "why")
_OF_GROUP = (*_COMMON, "kind", "gender", "form", "original", "spellings", "apart")
_OF_MENTION = (*_COMMON, "entity", "text", "form", "style", "needs", "others")


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """What a person has decided of one thing: an unlisted name, or a spelling of an entity.

    `day` is the date of the decision, `why` a sentence of the program, `note` one of the person's.
    """

    record: Record
    id: str
    verdict: str  # accept | reject | part
    day: str
    why: str
    note: str


@dataclass(frozen=True, slots=True)
class GroupDecision(ReviewDecision):
    """Of a name that no table knows: `accept` makes it a row, `reject` says it is several names.

    `apart` are spellings that were split off. `original` is language and text, if one is known.
    """

    kind: str
    gender: str
    form: str
    original: tuple[str, str] | None
    spellings: tuple[str, ...]
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MentionDecision(ReviewDecision):
    """Of a spelling of an entity: `accept` it as such, `reject` rewriting it, or `part` the two.

    `form` is another canonical form, or empty; `style` the style that is to print it, or empty for
    that of the row's name. `needs` is what makes a suggestion sure: `alias`, `alone`, `hand`
    where no row can say it, or nothing. `others` are entities that the spelling might have meant
    and does not.
    """

    entity: str
    text: str
    form: str
    style: str
    needs: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """A file of decisions: who decided, and the digests of the tables that the page knew."""

    path: str
    who: str
    tables: tuple[str, ...]
    items: tuple[GroupDecision | MentionDecision, ...]


def read_decisions(path: str) -> Decisions:
    """Read a file of decisions.

    Raises ReviewError, with line and cure, for one that is wrong in any way, and DocumentError
    for one that cannot be read.
    """
    head, records = read_records(path, "decisions", "decisions", _CURE)
    head.refuse_others(_HEAD)
    state = head.record("state")
    state.refuse_others(("page", "tables"))
    digests = (state.text("page"), *state.texts("tables"))
    for digest in digests:
        if not _DIGEST.fullmatch(digest):
            raise state.refuse("", "has a digest that is none")
    first: dict[str, Record] = {}
    items = []
    for record in records:
        item = _read_decision(record)
        twin = first.setdefault(item.id, record)
        if twin is not record:
            raise record.refuse("id", f"is decided twice, first in line {twin.line}")
        items.append(item)
    who = " ".join(head.text("who", optional=True).split())
    return Decisions(path, who, digests[1:], tuple(items))


def _read_decision(record: Record) -> GroupDecision | MentionDecision:
    common = (
        record,
        record.text("id"),
        record.choice("verdict", "accept", "reject", "part"),
        _read_day(record),
        record.text("why", optional=True),
        record.text("note", optional=True),
    )
    if record.has("entity"):
        record.refuse_others(_OF_MENTION)
        return MentionDecision(
            *common,
            record.text("entity"),
            record.text("text"),
            record.text("form", optional=True),
            record.text("style", optional=True),
            record.choice("needs", "alias", "alone", "hand") if record.has("needs") else "",
            tuple(record.texts("others")),
        )
    record.refuse_others(_OF_GROUP)
    if common[2] == "part":
        raise record.refuse("verdict", "cannot be part: the spellings to part stand in `apart`")
    return _read_group(record, common)


def _read_group(record: Record, common: tuple[Record, str, str, str, str, str]) -> GroupDecision:
    original = record.record("original") if record.has("original") else None
    if original:
        original.refuse_others(("lang", "text"))
    spellings, apart = record.texts("spellings"), record.texts("apart")
    if not all(one.strip() for one in (*spellings, *apart)):
        raise record.refuse("spellings", "has an empty spelling")
    if not spellings:
        raise record.refuse("spellings", "has no spelling")
    if both := set(spellings) & set(apart):
        raise record.refuse("apart", f"has “{min(both)}”, which is in `spellings` too")
    return GroupDecision(
        *common,
        record.choice("kind", "person", "place", "organization", "other"),
        record.choice("gender", "f", "m") if record.has("gender") else "",
        record.text("form"),
        (original.text("lang"), original.text("text")) if original else None,
        tuple(dict.fromkeys(spellings)),
        tuple(dict.fromkeys(apart)),
    )


def _read_day(record: Record) -> str:
    at = record.text("at")
    try:
        return datetime.fromisoformat(at).date().isoformat()
    except ValueError:
        raise record.refuse("at", "is no date, such as 2026-11-27T10:00:00Z") from None


def list_decided(path: str) -> frozenset[tuple[str, str]]:
    """Return the spellings of entities that a file of decisions decides, as (entity, spelling).

    Raises what `read_decisions` raises.
    """
    return frozenset(
        (entity, item.text)
        for item in read_decisions(path).items
        if isinstance(item, MentionDecision)
        for entity in (item.entity, *item.others)
    )
