"""Rows from drafts: ids, names in order, natives and aliases told apart, the rest refused."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from translit.exchange.importing.countries import find_country
from translit.exchange.importing.draft import Draft, Reject
from translit.exchange.importing.sorting import (
    Company,
    SortedNames,
    code_of,
    key_of_name,
    tidy_name,
)
from translit.schemes import fold, is_latin, is_writable, list_languages
from translit.tables import Kind, Row, Table, check_row

_FORMER_LATIN = "a former name needs its original script: add it by hand to `former`"
_NO_NAME = "it has no English name: add one, in the form that you print"
_NOT_LATIN = "its name is not in Latin letters: give the form that you print as its name"
_NO_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Imported:
    """A table made of a source, and what of the source could not be used."""

    table: Table
    rejects: tuple[Reject, ...]

    def count_reasons(self) -> list[tuple[str, int]]:
        """Give each reason with how often it was met, the most frequent first."""
        return Counter(reject.reason for reject in self.rejects).most_common()


class _Refused(Exception):
    def __init__(self, what: str, reason: str) -> None:
        super().__init__(what, reason)
        self.what = what
        self.reason = reason


@dataclass(slots=True)
class RowMaker:
    """Makes rows of drafts, with ids that are all different, and notes what it refuses."""

    path: str
    kind: Kind | None
    lang: str = ""
    rejects: list[Reject] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)
    _company: Company = field(default_factory=lambda: Company(()))

    def make_table(self, drafts: Iterable[Draft]) -> Table:
        """Return the rows of all drafts. Namesakes that are no persons are not `alone`."""
        drafts = list(drafts)
        names = ((draft.line, text, lang) for draft in drafts for text, lang in draft.names)
        self._company = Company(names, self.lang)
        rows = [row for draft in drafts if (row := self._make(draft))]
        bearers = Counter(key_of_name(row.fields["name"]) for row in rows)
        return Table(self.path, tuple(_stand_back(row, bearers) for row in rows))

    def _make(self, draft: Draft) -> Row | None:
        try:
            fields = self._begin(draft)
            fields |= self._sort_names(draft, fields)
            self._add_readings(draft, fields)
            self._add_former(draft, fields)
            self._add_surroundings(draft, fields)
            return self._check(draft, fields)
        except _Refused as refused:
            self._refuse(draft, refused.what, refused.reason)
            return None

    def _begin(self, draft: Draft) -> dict[str, Any]:
        kind = draft.kind or self.kind
        if kind is None:
            raise _Refused(draft.name or draft.id, _ask_kind(draft.label))
        english = (text for text, lang in draft.names if lang == "en")
        name = tidy_name(draft.name or next(english, ""), kind)
        if not name:
            raise _Refused(draft.id, _NO_NAME)
        if not any(map(is_latin, name)):
            raise _Refused(name, _NOT_LATIN)
        fields: dict[str, Any] = {"kind": kind, "name": name}
        if draft.gender and kind == "person":
            fields["gender"] = draft.gender
        if draft.wikidata:
            fields["wikidata"] = draft.wikidata
        if kind == "person":
            fields["alone"] = False
        return fields

    def _sort_names(self, draft: Draft, fields: dict[str, Any]) -> dict[str, Any]:
        guess = partial(self._company.guess, line=draft.line)
        names = SortedNames(fields["name"], fields["kind"], guess)
        for text, lang in draft.names:
            reason = names.add(tidy_name(text, fields["kind"]), lang)
            if reason:
                self._refuse(draft, text, reason)
        return names.list_fields()

    def _add_readings(self, draft: Draft, fields: dict[str, Any]) -> None:
        native = fields.get("native", {})
        told = {code_of(lang) or lang: text for lang, text in draft.readings.items()}
        readings = {lang: text for lang, text in told.items() if lang in native}
        if readings:
            fields["reading"] = readings

    def _add_former(self, draft: Draft, fields: dict[str, Any]) -> None:
        former: list[dict[str, Any]] = []
        for text, lang, until in draft.former:
            code = code_of(lang) or self._company.guess(text, draft.line)
            if code is None or any(map(is_latin, text)):
                self._refuse(draft, text, _FORMER_LATIN)
            else:
                former.append({code: text, **({"until": until} if until else {})})
        if former and fields["kind"] != "person":
            fields["former"] = former

    def _add_surroundings(self, draft: Draft, fields: dict[str, Any]) -> None:
        """Add titles, and where it is, for what is named near it tells who is meant."""
        if draft.titles and fields["kind"] == "person":
            fields["titles"] = list(
                dict.fromkeys(title[:1].lower() + title[1:] for title in draft.titles)
            )
        if draft.country:
            country = find_country(draft.country)
            if country:
                fields["in"] = [country]
            else:
                reason = "no country is called so here: write its id by hand as `in`"
                self._refuse(draft, draft.country, reason)

    def _check(self, draft: Draft, fields: dict[str, Any]) -> Row:
        """Take away what the reader of tables would refuse, until nothing is left to refuse."""
        id = self._name_row(draft, fields["name"])
        while True:
            checked, flaws = check_row(id, fields)
            if not flaws:
                self._ids.add(id)
                return Row(id, checked, self.path, draft.line)
            flaw = flaws[0]
            reason = f"{flaw.problem}; {flaw.cure}"
            if flaw.at.split(".")[0] in ("name", "kind", "gender", "alone"):
                raise _Refused(fields["name"], reason)
            self._refuse(draft, _take_away(fields, flaw.at), reason)

    def _refuse(self, draft: Draft, what: str, reason: str) -> None:
        self.rejects.append(Reject(draft.line, what, reason))

    def _name_row(self, draft: Draft, name: str) -> str:
        words = unicodedata.normalize("NFKD", fold(name))
        slug = _NO_SLUG.sub("-", words.lower()).strip("-") or "row"
        id, number = slug, 2
        while id in self._ids or id == "schema":
            id, number = f"{slug}-{number}", number + 1
        return id


def count_unread(rows: Iterable[Row]) -> list[tuple[str, int]]:
    """Count by language the native names from which nothing derives for want of `reading.LANG`."""
    counts = Counter(
        lang
        for row in rows
        for lang, name in row.fields.get("native", {}).items()
        if lang in list_languages() and lang not in row.fields.get("reading", {})
        if isinstance(name, str) and not is_writable(name[0], lang)
    )
    return counts.most_common()


def _ask_kind(label: str) -> str:
    if not label:
        return "its kind is not told: add --kind"
    return f"its label {label[:30]} is of no kind that is known: add --kind"


def _stand_back(row: Row, bearers: Counter[str]) -> Row:
    """A place or organization that has namesakes is not `alone`."""
    if row.fields["kind"] == "person" or bearers[key_of_name(row.fields["name"])] == 1:
        return row
    return replace(row, fields={**row.fields, "alone": False})


def _take_away(fields: dict[str, Any], dotted: str) -> str:
    """Remove the value at `aliases[2].text` or `native.ru` from the fields; give it as text."""
    field, _, rest = dotted.partition("[")
    if rest:
        item = fields[field].pop(int(rest.partition("]")[0]) - 1)
        what = item["text"] if isinstance(item, dict) and "text" in item else str(item)
    else:
        field, _, key = dotted.partition(".")
        what = str(fields[field].pop(key) if key in fields[field] else fields.pop(field))
    if field in fields and not fields[field]:
        del fields[field]
    return what
