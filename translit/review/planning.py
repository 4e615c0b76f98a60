"""From decisions to what changes in the rows of a user's table."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from translit.lexicon import Lexicon, find_schemes, open_lexicon
from translit.review.decisions import Decisions, GroupDecision, MentionDecision, ReviewDecision
from translit.review.errors import ReviewError
from translit.schemes import fold
from translit.showing import show
from translit.tables import Row, Table, check_row, merge_fields

LISTS = ("aliases", "keep", "not_same")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_REASON = 200  # code points of one reason
_LONGEST_BECAUSE = 900  # and of all that a row says


@dataclass(slots=True)
class RowChange:
    """What changes in one row, or all of a row that is `new`.

    `values` are fields that are set, `items` what is added to lists, `because` the reasons.
    `decision` is the first that it comes from, `base` what the entity has so far, of all tables.
    """

    id: str
    new: bool
    decision: ReviewDecision
    base: Mapping[str, Any] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    items: dict[str, list[Any]] = field(default_factory=dict)
    because: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.new or self.values or any(self.items.values()))


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows that change, and what no table can say: a message for each such decision."""

    changes: tuple[RowChange, ...]
    undone: tuple[str, ...]


def plan_changes(decisions: Decisions, table: Table) -> Plan:
    """Return what the decisions change in a user's table; nothing of what it says already.

    Raises ReviewError for a decision that speaks of an entity that no table has, or that no row
    can hold.
    """
    planner = _Planner(decisions, table)
    for item in decisions.items:
        if isinstance(item, GroupDecision):
            planner.add_group(item)
        else:
            planner.add_mention(item)
    planner.add_aliases()
    return Plan(tuple(planner.finish()), tuple(planner.undone))


class _Planner:
    def __init__(self, decisions: Decisions, table: Table) -> None:
        self._who = decisions.who
        self._table = table
        self._rows: Mapping[str, Row] = {row.id: row for row in table.rows}
        self._lexicon: Lexicon = open_lexicon([table] if table.rows else [], True)
        self._changes: dict[str, RowChange] = {}
        self._accepted: list[tuple[str, GroupDecision]] = []
        self.undone: list[str] = []

    def add_group(self, decision: GroupDecision) -> None:
        """A name that no table knew becomes a row, or several names are parted in one."""
        if decision.verdict == "accept":
            values: dict[str, Any] = {
                "kind": decision.kind,
                "name": " ".join(decision.form.split()),
            }
            parted: Sequence[str] = decision.apart
            if decision.original:
                values["native"] = dict([decision.original])
            if decision.gender and decision.kind == "person":
                values["gender"] = decision.gender
            if decision.kind == "person" and " " in values["name"]:
                values["alone"] = True  # the spellings that were looked at are the family name
        else:
            first, *others = decision.spellings
            # Of several names nothing is known, so that the row claims nothing for the first.
            values = {"kind": "other", "name": first, "alone": False}
            parted = [*others, *decision.apart]
        entity_id = self._find_id(values)
        change = self._open(entity_id, decision)
        if entity_id not in self._rows and not change.values:
            change.new, change.values = True, values
        self._add(change, "not_same", parted)
        if decision.verdict == "accept":
            change.because.append(decision.note or decision.why)
            self._accepted.append((entity_id, decision))
            return
        if not parted:
            self._add(change, "keep", decision.spellings)
        several = ", ".join(f"“{one}”" for one in decision.spellings)
        said = f"{several} are several names" if parted else f"{several} stays"
        change.because.append(_join(said, decision.note))

    def add_mention(self, decision: MentionDecision) -> None:
        """A spelling of an entity is made sure, kept as it is, or parted from it."""
        known = self._lexicon.find_entity(decision.entity)
        if known is None:
            raise decision.record.refuse("entity", f"names “{decision.entity}”, which no table has")
        change = self._open(decision.entity, decision)
        text = " ".join(decision.text.split())
        if decision.verdict == "reject":
            self._add(change, "keep", [text])
            said = f"“{text}” stays"
        elif decision.verdict == "part":
            self._add(change, "not_same", [text])
            said = f"“{text}” is another name"
        else:
            said = self._accept(change, decision, text)
        for other in decision.others:
            if self._lexicon.find_entity(other) is None:
                raise decision.record.refuse("others", f"names “{other}”, which no table has")
            far = self._open(other, decision)
            self._add(far, "not_same", [text])
            is_one = decision.verdict == "accept"
            here = f"“{text}” is {decision.entity if is_one else 'another name'}"
            far.because.append(_join(here, decision.note))
        change.because.append(_join(said, decision.note))

    def _accept(self, change: RowChange, decision: MentionDecision, text: str) -> str:
        """Make a spelling sure; return what is said of it in the row."""
        said = f"“{text}” is meant"
        if decision.needs == "alias":
            self._add(change, "aliases", [{"text": text}])
            said = f"“{text}” is a spelling of it"
        elif decision.needs == "alone":
            self._set(change, "alone", True)
            said = f"“{text}” means it by itself"
        elif decision.needs == "hand":
            self.undone.append(
                f"“{text}” stays: no row of a table can say that it is {decision.entity} there"
            )
        if decision.form:
            self._set_form(change, decision)
            said = f"“{decision.form}” is what we print"
        return said

    def add_aliases(self) -> None:
        """Add the spellings of new rows that do not derive, once the rows are known."""
        if not self._accepted:
            return
        for entity_id, _ in self._accepted:
            self._check(self._changes[entity_id])
        lexicon = open_lexicon([Table(self._table.path, tuple(self._list_rows()))], True)
        for entity_id, decision in self._accepted:
            known = lexicon.find_entity(entity_id)
            assert known is not None
            change = self._changes[entity_id]
            for spelling in decision.spellings:
                if spelling == decision.form or find_schemes(lexicon, known, spelling) is not None:
                    continue
                *first, _ = decision.form.split()
                if decision.kind == "person" and " " not in spelling:
                    spelling = " ".join([*first, spelling])
                if len(spelling.split()) != len(decision.form.split()):
                    self.undone.append(
                        f"“{spelling}” stays: it has not as many words as “{decision.form}”"
                    )
                    continue
                self._add(change, "aliases", [{"text": spelling}])
                if decision.kind == "person" and " " not in decision.form:
                    self._set(change, "alone", True)  # what is derived means him by itself, too

    def finish(self) -> Iterable[RowChange]:
        """Give the changes that change something, each checked as a row."""
        for change in self._changes.values():
            if change.is_empty:
                continue
            self._say_why(change)
            fields = self._check(change)
            if change.new:
                change.values = fields
                change.items = {}
            yield change

    def _check(self, change: RowChange) -> dict[str, Any]:
        """Return the fields of the whole row as it will be, checked as those of a table are."""
        row = self._row_of(change)
        fields, flaws = check_row(row.id, row.fields)
        if flaws:
            record = change.decision.record
            problem = f"makes a row `{row.id}` that is wrong: {flaws[0].problem}"
            cure = f"{flaws[0].cure}, on the page, and save again"
            raise ReviewError(record.path, record.line, problem, cure)
        return fields

    def _find_id(self, values: Mapping[str, Any]) -> str:
        """Return the id of the row that says this already, or a new one."""
        words = " ".join(map(fold, values["name"].split()))
        slug = _NO_SLUG.sub("-", words.lower()).strip("-")[:80].strip("-") or "row"
        number = 1
        while True:
            entity_id = slug if number == 1 else f"{slug}-{number}"
            number += 1
            said = self._find_fields(entity_id)
            if said is None:
                if self._lexicon.find_entity(entity_id) is None and entity_id != "schema":
                    return entity_id
            elif all(said.get(key) == values.get(key) for key in ("kind", "name", "native")):
                return entity_id

    def _find_fields(self, entity_id: str) -> Mapping[str, Any] | None:
        if entity_id in self._rows:
            return self._rows[entity_id].fields
        change = self._changes.get(entity_id)
        return change.values if change and change.new else None

    def _open(self, entity_id: str, decision: ReviewDecision) -> RowChange:
        change = self._changes.get(entity_id)
        if change is None:
            change = RowChange(entity_id, False, decision, self._effective(entity_id))
            self._changes[entity_id] = change
        return change

    def _add(self, change: RowChange, key: str, items: Iterable[Any]) -> None:
        """Add to a list what is not in it."""
        there = [*change.base.get(key, ()), *change.items.get(key, ())]
        texts = {one["text"] if isinstance(one, Mapping) else one for one in there}
        for item in items:
            text = item["text"] if isinstance(item, Mapping) else item
            if text not in texts:
                texts.add(text)
                change.items.setdefault(key, []).append(item)

    def _set(self, change: RowChange, key: str, value: Any) -> None:
        if change.base.get(key) != value:
            change.values[key] = value

    def _set_form(self, change: RowChange, decision: MentionDecision) -> None:
        known = self._lexicon.find_entity(decision.entity)
        assert known is not None
        value: Any = " ".join(decision.form.split())
        name = known.fields.get("name")
        if isinstance(name, Mapping) and " " in value and name.get("order") == "family-first":
            family, _, given = value.partition(" ")
            value = {"given": given, "family": family, "order": "family-first"}
        if not decision.style:
            self._set(change, "name", value)
        elif known.fields.get("prints", {}).get(decision.style) != value:
            change.values["prints"] = {decision.style: value}

    def _effective(self, entity_id: str) -> Mapping[str, Any]:
        """Return the fields that an entity has, of whatever table."""
        known = self._lexicon.find_entity(entity_id)
        return known.fields if known else {}

    def _list_rows(self) -> list[Row]:
        rows = dict(self._rows)
        for change in self._changes.values():
            if not change.is_empty:
                old = self._rows[change.id].fields if change.id in self._rows else {}
                fields = merge_fields(old, change.values)
                rows[change.id] = Row(change.id, fields, self._table.path, 1)
        return list(rows.values())

    def _row_of(self, change: RowChange) -> Row:
        """Return the whole row as it will be, with what a weaker table has of it."""
        fields = merge_fields(change.base, change.values)
        for key, items in change.items.items():
            fields[key] = [*fields.get(key, ()), *items]
        return Row(change.id, fields, self._table.path, 1)

    def _say_why(self, change: RowChange) -> None:
        """Say in the row who decided, when and why."""
        who = f" by {show(self._who)}" if self._who else ""
        reasons = dict.fromkeys(filter(None, map(_shorten, change.because)))
        said = f"reviewed {change.decision.day}{who}"
        old = change.base.get("because", "")
        full = "; ".join(filter(None, (old, ": ".join(filter(None, (said, "; ".join(reasons)))))))
        if len(full) > _LONGEST_BECAUSE:
            full = "; ".join(filter(None, (old, f"{said}: {len(change.because)} decisions")))
        change.values["because"] = full


def _join(said: str, note: str) -> str:
    return f"{said} ({note})" if note else said


def _shorten(reason: str) -> str:
    reason = " ".join(show(reason).split())
    return reason if len(reason) <= _LONGEST_REASON else reason[: _LONGEST_REASON - 1] + "…"
