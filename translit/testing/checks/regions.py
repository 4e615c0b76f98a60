"""Checks of where rows are: what `in`, `capital_of` and `heads` name, and rows that do not say."""

from collections.abc import Iterator

from translit.languages import list_country_ids
from translit.tables import nearest
from translit.testing.finding import Finding
from translit.testing.subject import Subject

_FIELDS = ("in", "capital_of", "heads")


def find_unknown_regions(subject: Subject) -> Iterator[Finding]:
    """Ids of countries and regions that no row has, and of which no language speaks."""
    countries = list_country_ids()
    for row in subject.rows.values():
        for field in _FIELDS:
            for id in row.fields.get(field, ()):
                if id not in countries and subject.lexicon.find_entity(id) is None:
                    near = nearest(id, sorted(countries | subject.rows.keys()))
                    cure = f"did you mean `{near}`?" if near else "write a row for it"
                    problem = f"`{field}` names `{id}`, which no row and no language knows"
                    yield subject.finding(row, "unknown-region", field, problem, cure)


def find_placeless_rows(subject: Subject) -> Iterator[Finding]:
    """Default rows that do not say where they are; a country need not, a user's row may."""
    if not subject.is_default:
        return
    for row in subject.rows.values():
        if "in" not in row.fields and row.id not in list_country_ids():
            problem = "does not say where it is"
            cure = 'write in = "…", the id of a country or region; [] for what is in none'
            yield subject.finding(row, "placeless", "name", problem, cure)
