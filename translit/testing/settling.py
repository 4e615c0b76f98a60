"""Settling: a table as imported, changed until its own check finds nothing.

What a finding says is done where that is sure: an alias that cannot be used goes, a name that
others bear is not `alone`. A row that needs what only a person knows is left out and named.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from translit.datafolder import find_data_folder
from translit.exchange import Reject
from translit.lexicon import Known
from translit.names import load_name_parts
from translit.schemes import tell_gender
from translit.tables import PersonName, Row, Table, TableError, check_row, load_given_names
from translit.testing.finding import Finding
from translit.testing.properties import check_tables
from translit.testing.subject import Subject, full_name, key_of

# A mend may bring another finding to light; after so many rounds the rest is left out.
_MOST_ROUNDS = 6

# Why an alias is not in the table, by check.
_NO_ALIAS = {
    "derived-alias": "a scheme derives it already, so it needs no alias",
    "unreachable": "no text can hold it as a name, which begins with a capital and has at most "
    "six words and no digits",
    "alias-of-another": "another row is called so: if it is meant, write the alias by hand with "
    "`near`, or name the row in `shares`",
    "cycle": "with it aliases lead in a circle",
}
# Why it is only in `suggest`.
_UNSURE = {
    "ordinary-word": "it is an ordinary word too, so it is only suggested: give it `near` by hand "
    "to have it rewritten",
    "short-acronym": "so short an acronym may stand for anything, so it is only suggested: give it "
    "`near` by hand to have it rewritten",
}
_NO_GENDER = (
    "its gender is told neither by the file nor by the name: give it in a column `gender` (m or f) "
    "of a CSV, or keep the row with --unchecked and add it by hand"
)


def settle(table: Table) -> tuple[Table, list[Reject]]:
    """Return a table that passes its check, and what had to be left out, with the cure.

    Raises TableError where the table does not fit the default tables for a reason that is in no
    row of it.
    """
    rejects: list[Reject] = []
    for number in range(_MOST_ROUNDS):
        mender = _Mender(table, rejects, last=number == _MOST_ROUNDS - 1)
        if not mender.findings:
            break
        table = mender.mend()
    while (mender := _Mender(table, rejects, last=True)).findings:
        table = mender.mend()
    return table, rejects


class _Mender:
    """One round: the findings of a table, by row, and what is done about each."""

    def __init__(self, table: Table, rejects: list[Reject], *, last: bool) -> None:
        self._table = table
        self._rejects = rejects
        self._last = last
        self.known: Mapping[str, Known] = {}
        self.findings: dict[str, list[Finding]] = {}
        for finding in self._check() if table.rows else ():
            self.findings.setdefault(finding.row, []).append(finding)
            # Who shares a spelling must say so on both sides.
            if finding.check == "claimed-twice":
                told = replace(finding, row=finding.other, other=finding.row)
                self.findings.setdefault(told.row, []).append(told)

    def _check(self) -> Iterable[Finding]:
        try:
            self.subject = Subject([self._table])
            self.known = self.subject.known
            return check_tables(self.subject)
        except TableError as error:
            return self._list_unfit(error)

    def _list_unfit(self, error: TableError) -> list[Finding]:
        """Findings for the rows that do not fit the default tables."""
        by_line = {row.line: row.id for row in self._table.rows}
        found = [
            Finding(one.path, one.line, by_line[one.line], "unfit", one.problem, one.cure)
            for one in (error, *error.others)
            if one.line in by_line
        ]
        if not found:
            raise error
        return found

    def mend(self) -> Table:
        """Return the table with each row mended, or without it."""
        rows = (self._mend_row(row) for row in self._table.rows)
        return replace(self._table, rows=tuple(row for row in rows if row))

    def _mend_row(self, row: Row) -> Row | None:
        findings = self.findings.get(row.id)
        if not findings:
            return row
        fields = {field: _copy(value) for field, value in row.fields.items()}
        # What else is found of a name whose parts are wrong may be wrong, too.
        of_parts = [finding for finding in findings if finding.check == "missing-short"]
        for finding in of_parts or findings:
            # In the last rounds only what ends by itself: rows and what they share grow fewer.
            if (mend := _MENDS.get(finding.check)) and (
                not self._last or finding.check == "shares"
            ):
                mend(self, row, fields, finding)
        _remove_gaps(fields)
        checked, flaws = check_row(row.id, fields)
        if flaws or checked == row.fields:
            finding = findings[0]
            reason = f"{finding.problem}; {finding.cure}"
            self._leave_out(
                row, _shown(row), _NO_GENDER if finding.check == "missing-gender" else reason
            )
            return None
        return replace(row, fields=checked)

    def _leave_out(self, row: Row, what: str, reason: str) -> None:
        self._rejects.append(Reject(row.line, what, reason))

    def drop_alias(self, row: Row, fields: dict[str, Any], finding: Finding) -> None:
        """Take an alias away, or to `suggest`; a name that is a word or another's stands back."""
        place = _place_of(finding.field)
        aliases = fields.get("aliases", ())
        if place is None:
            fields["alone"] = False
        elif place < len(aliases) and aliases[place] is not None:
            text, aliases[place] = aliases[place]["text"], None
            if finding.check in _UNSURE:
                fields["suggest"] = list(dict.fromkeys([*fields.get("suggest", ()), text]))
            self._leave_out(row, text, (_NO_ALIAS | _UNSURE)[finding.check])

    def unshare(self, row: Row, fields: dict[str, Any], finding: Finding) -> None:
        """Take out of `shares` what is not there, or does not say the same of this row."""
        del finding
        sharing = {one.id for one in self._table.rows if row.id in one.fields.get("shares", ())}
        fields["shares"] = [id for id in fields.get("shares", ()) if id in sharing]
        if not fields["shares"]:
            del fields["shares"]

    def add_gender(self, row: Row, fields: dict[str, Any], finding: Finding) -> None:
        """Add the gender that the given name tells, where it tells one."""
        del finding
        known = self.known[row.id]
        genders = set(_list_genders(self.subject, known)) or set(_list_genders_of_forms(known))
        if len(genders) == 1:
            fields["gender"] = genders.pop()


def _share(self: _Mender, row: Row, fields: dict[str, Any], finding: Finding) -> None:
    """Let two rows know that they have a spelling in common: it is ambiguous."""
    del self, row
    fields["shares"] = sorted({*fields.get("shares", ()), finding.other})


def _set_alone(self: _Mender, row: Row, fields: dict[str, Any], finding: Finding) -> None:
    del self, row, finding
    fields["alone"] = False


def _swap_gender(self: _Mender, row: Row, fields: dict[str, Any], finding: Finding) -> None:
    del self, row, finding
    fields["gender"] = "m" if fields.get("gender") == "f" else "f"


def _say_parts(self: _Mender, row: Row, fields: dict[str, Any], finding: Finding) -> None:
    """Say which part is the family name: the first, or the last if it is an original's."""
    del finding
    first, *between, last = fields["name"].split()
    families = {
        word
        for name in self.known[row.id].names
        for word, part in zip(name.words, name.parts, strict=True)
        if part == "family" and name.source in ("native", "reading")
    }
    is_family = [
        any(one.word in families for one in self.subject.lexicon.find_spellings(key_of(word)))
        for word in (first, last)
    ]
    if is_family == [False, True]:
        fields["name"] = {"given": " ".join([first, *between]), "family": last}
    else:
        given = " ".join([*between, last])
        fields["name"] = {"given": given, "family": first, "order": "family-first"}


def _explain_name(self: _Mender, row: Row, fields: dict[str, Any], finding: Finding) -> None:
    del self, finding
    fields["because"] = f"printed so in {row.path.rpartition('/')[2] or 'the source'}"


def _drop_letters(self: _Mender, row: Row, fields: dict[str, Any], finding: Finding) -> None:
    """Take a name away in which a letter is none of its language."""
    field, _, key = finding.field.partition(".")
    if isinstance(fields.get(field), dict) and key in fields[field]:
        name = fields[field].pop(key)
        reason = f"{finding.problem}; {finding.cure}"
        self._leave_out(row, name if isinstance(name, str) else _shown(row), reason)
        if not fields[field]:
            del fields[field]


_MENDS: Mapping[str, Callable[[_Mender, Row, dict[str, Any], Finding], None]] = {
    **dict.fromkeys((*_NO_ALIAS, *_UNSURE), _Mender.drop_alias),
    "claimed-twice": _share,
    "shares": _Mender.unshare,
    "missing-gender": _Mender.add_gender,
    "wrong-gender": _swap_gender,
    "other-bearer": _set_alone,
    "missing-short": _say_parts,
    "underived": _explain_name,
    "foreign-letter": _drop_letters,
}


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return dict(value)
    return list(value) if isinstance(value, list) else value


def _remove_gaps(fields: dict[str, Any]) -> None:
    """Take out the aliases that went; until then their places tell them apart."""
    if "aliases" in fields:
        fields["aliases"] = [alias for alias in fields["aliases"] if alias is not None]
        if not fields["aliases"]:
            del fields["aliases"]


def _place_of(field: str) -> int | None:
    """Return the place, from 0, of what `aliases[2]` names."""
    name, _, rest = field.partition("[")
    return int(rest.partition("]")[0]) - 1 if name == "aliases" and rest else None


def _shown(row: Row) -> str:
    name = row.fields.get("name", row.id)
    return name if isinstance(name, str) else row.id


def _list_genders(subject: Subject, known: Known) -> Sequence[str]:
    """Return the genders of the given names that an entity's given name may be."""
    given = [
        word.groups
        for name in known.names
        for word, part in zip(name.words, name.parts, strict=True)
        if part == "given"
    ]
    first = full_name(known).split()[0]
    given += [spelling.word.groups for spelling in subject.lexicon.find_spellings(key_of(first))]
    return [_genders()[group] for groups in given for group in groups if group in _genders()]


def _list_genders_of_forms(known: Known) -> Iterator[str]:
    """Give the genders that names in an original script tell by their endings."""
    for lang, name in known.entity.native.items():
        if isinstance(name, PersonName):
            told = tell_gender(name.family, lang)
            if told:
                yield told
            for gender, endings in load_name_parts()["given_endings"].get(lang, {}).items():
                if name.given.endswith(tuple(endings)):
                    yield gender


@cache
def _genders() -> Mapping[str, str]:
    rows = load_given_names(find_data_folder() / "given_names.toml")
    return {row.id: row.gender for row in rows}
