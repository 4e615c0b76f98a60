"""Properties: what must hold for a table, each with the checks and the search that look into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from translit.normalizer import Normalizer
from translit.tables import Table
from translit.testing.checks import CHECKS
from translit.testing.finding import Finding, sort_findings
from translit.testing.subject import Subject

EXAMPLES = 50
"""Generated examples for each search, where nothing else is said."""


class TableFault(AssertionError):
    """A property does not hold for a table; the text has row, line, example and cure.

    Attributes: findings.
    """

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Property:
    """One property. Call it with a table and a normalizer; it raises TableFault.

    `checks` need nothing but the table; `search` is looked into with generated examples, which
    need hypothesis.
    """

    id: str
    title: str
    checks: tuple[str, ...] = ()
    search: str | None = None

    def __call__(
        self, table: Table, normalizer: Normalizer | None = None, *, examples: int = EXAMPLES
    ) -> None:
        """Raise TableFault if the property does not hold, saying what to change in which row.

        `normalizer` is what reads text with this table; without it, one with the table over the
        default ones. Raises TableError for a table that does not fit the default ones.

        >>> from translit.tables import Row
        >>> row = Row("kyiv", {"kind": "place", "name": "Kyiv", "shares": ["kiev"]}, "a.toml", 2)
        >>> PROPERTIES["rows-complete"](Table("a.toml", (row,)))
        Traceback (most recent call last):
        translit.testing.properties.TableFault: a.toml:2: [kyiv] `shares` names `kiev`, which no \
table has; correct the id (shares)
        """
        findings = self.find(Subject([table], normalizer), examples=examples)
        if findings:
            raise TableFault(findings)

    def find(self, subject: Subject, *, examples: int = EXAMPLES) -> list[Finding]:
        """Return the findings, in the order of the file; those of a search if `examples` > 0."""
        found = [finding for check in self.checks for finding in CHECKS[check](subject)]
        if self.search and examples:
            from translit.testing.searches import search

            found += search(self.search, subject, examples)
        return sort_findings(found)

    @property
    def lacks(self) -> str | None:
        """The package that it needs and that is not installed, or None."""
        return "hypothesis" if self.search and find_spec("hypothesis") is None else None


_ALL = (
    Property("idempotent", "normalizing a result changes nothing", search="idempotent"),
    Property("replayable", "the edits give the result", search="replayable"),
    Property("order-free", "the order of rows and files does not matter", search="order-free"),
    Property("verbatim", "addresses, handles and code stay as they are", search="verbatim"),
    Property("fixed-point", "a canonical form is not rewritten", checks=("fixed-point", "growing")),
    Property("aliases-reach", "every alias can be found in a text", checks=("unreachable",)),
    Property("spellings-reach", "every derived spelling reaches its entity", search="reaches"),
    Property(
        "one-owner",
        "no spelling means two entities unless they share it",
        checks=("claimed-twice", "other-bearer"),
    ),
    Property(
        "words-guarded",
        "no ordinary word or short acronym without a guard",
        checks=("ordinary-word", "short-acronym"),
    ),
    Property("aliases-own", "no alias is what another row is called", checks=("alias-of-another",)),
    Property("aliases-needed", "no alias that a scheme derives", checks=("derived-alias",)),
    Property("styles-return", "the form of a style is read as no other entity", search="styles"),
    Property(
        "genders-apart",
        "the other gender's form is never taken for a person",
        checks=("missing-gender", "wrong-gender"),
        search="genders",
    ),
    Property("one-script", "native names are in one alphabet", checks=("foreign-letter",)),
    Property("no-cycles", "aliases do not lead to one another", checks=("cycle",)),
    Property(
        "rows-complete",
        "parts, shares, unusual forms and where it is are told",
        checks=("missing-short", "underived", "shares", "unknown-region", "placeless"),
    ),
)

PROPERTIES: Mapping[str, Property] = {one.id: one for one in _ALL}
"""All properties, by id, in the order in which they are tested."""


def check_tables(subject: Subject, *, examples: int = 0) -> list[Finding]:
    """Return what is wrong with tables: all properties, all findings, in the order of the files.

    `examples` is how many texts and spellings each search generates; 0 leaves the searches out.
    """
    found = (
        finding
        for one in _ALL
        for finding in one.find(subject, examples=0 if one.lacks else examples)
    )
    return sort_findings(found)
