"""Entity tables in TOML: `[id]`, then the fields."""

from translit.tables.checks import identifier
from translit.tables.errors import ErrorLog, Flawed
from translit.tables.row import Row, Table, line_of
from translit.tables.row_check import check_row
from translit.tables.spelling import type_name
from translit.tables.toml_text import TomlText, parse_toml


def read_toml_table(path: str, text: str) -> Table:
    """Parses and checks the text of a table. Raises TableError with all that is wrong."""
    return check_toml_table(parse_toml(path, text))


def check_toml_table(toml: TomlText) -> Table:
    """Checks a table that is parsed. Raises TableError with all that is wrong."""
    path = toml.path
    field_lines = _field_lines(toml)
    errors = ErrorLog()
    rows: list[Row] = []
    for id, raw in toml.content.items():
        lines = field_lines.get(id, {})
        line = lines.pop("", 1)
        if not isinstance(raw, dict):
            cure = f"write a row: [{id}] on a line, its fields on the lines below"
            errors.add(path, line, f"`{id}` is {type_name(raw)}, not a row", cure)
            continue
        try:
            identifier(id, "id")
        except Flawed as error:
            errors.add(path, line, error.flaws[0].problem, error.flaws[0].cure)
        fields, flaws = check_row(id, raw)
        for flaw in flaws:
            errors.add(path, line_of(flaw.at, lines, line), flaw.problem, flaw.cure)
        rows.append(Row(id, fields, path, line, lines))
        if errors.full:
            break
    errors.raise_any()
    return Table(path, tuple(rows))


def _field_lines(toml: TomlText) -> dict[str, dict[str, int]]:
    """By id: the row's own line under `""`, and the first line of each dotted field."""
    found: dict[str, dict[str, int]] = {}
    for statement in toml.statements:
        id, *field = statement.path
        lines = found.setdefault(id, {})
        for depth in range(len(field) + 1):
            lines.setdefault(".".join(field[:depth]), statement.line)
    return found
