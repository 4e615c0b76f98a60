"""The pytest plugin: `pytest --translit-table newsroom.toml` tests a table without a test file.

It is loaded with every run of pytest where translit-fix is installed, so it imports nothing of it
before a table is named.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from translit.normalizer import Normalizer
    from translit.testing.finding import Finding
    from translit.testing.properties import Property
    from translit.testing.subject import Subject

_EXAMPLES = 50


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the plugin."""
    group = parser.getgroup("translit", "tables of names")
    group.addoption(
        "--translit-table",
        action="append",
        default=[],
        metavar="FILE",
        help="test this table (.toml or .jsonl), one item for each property; may be repeated",
    )
    group.addoption(
        "--translit-examples",
        type=int,
        default=_EXAMPLES,
        metavar="N",
        help=f"texts that each search generates (default: {_EXAMPLES})",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Put the items of the tables before all others; -k and -m choose among them too."""
    paths = [Path(path).absolute() for path in config.getoption("--translit-table")]
    found = [
        item for path in paths for item in CollectedTable.from_parent(session, path=path).collect()
    ]
    items[:0] = found


@pytest.fixture(scope="session")
def normalizer(request: pytest.FixtureRequest) -> "Normalizer":
    """A Normalizer with the tables of --translit-table over the default ones."""
    from translit.normalizer import Normalizer

    return Normalizer(tables=request.config.getoption("--translit-table"))


class CollectedTable(pytest.File):
    """A table; its items are the properties."""

    def collect(self) -> Iterator["PropertyItem"]:
        """Give one item for each property, or one that fails if the table cannot be used."""
        from translit.lexicon import LexiconError
        from translit.tables import TableError, load_table
        from translit.testing.finding import Finding
        from translit.testing.properties import PROPERTIES
        from translit.testing.subject import Subject, list_errors

        path = self._shown_path()
        try:
            subject = Subject([load_table(path)])
        except TableError as error:
            findings = list_errors(error)
        except LexiconError as error:
            findings = [Finding(path, None, "", "unreadable", str(error), "mend that first")]
        else:
            for one in PROPERTIES.values():
                yield PropertyItem.from_parent(self, name=one.id, prop=one, subject=subject)
            return
        yield PropertyItem.from_parent(self, name="readable", findings=findings)

    def _shown_path(self) -> str:
        here = Path.cwd()
        return str(self.path.relative_to(here) if self.path.is_relative_to(here) else self.path)


class PropertyItem(pytest.Item):
    """One property of one table."""

    def __init__(
        self,
        *,
        prop: "Property | None" = None,
        subject: "Subject | None" = None,
        findings: "list[Finding] | None" = None,
        **more: object,
    ) -> None:
        super().__init__(**more)  # type: ignore[arg-type]
        self.prop = prop
        self.subject = subject
        self.findings = findings or []

    def runtest(self) -> None:
        """Test the property; raises TableFault."""
        from translit.testing.properties import TableFault

        findings = self.findings
        if self.prop is not None and self.subject is not None:
            if self.prop.lacks:
                pytest.skip(f"needs {self.prop.lacks}: pip install 'translit-fix[testing]'")
            examples = self.config.getoption("--translit-examples")
            findings = self.prop.find(self.subject, examples=examples)
        if findings:
            raise TableFault(findings)

    def repr_failure(  # type: ignore[override]
        self, excinfo: pytest.ExceptionInfo[BaseException], style: None = None
    ) -> object:
        """Show rows, lines, examples and cures; the traceback only with --full-trace."""
        from translit.testing.properties import TableFault

        if isinstance(excinfo.value, TableFault) and not self.config.getoption("fulltrace"):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return where the item is from, and its headline."""
        title = self.prop.title if self.prop else "the table can be read"
        return self.path, None, f"{self.path.name}: {title}"
