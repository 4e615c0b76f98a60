"""Searches: properties of a table that are looked into with generated spellings and texts."""

from collections.abc import Callable, Iterator, Mapping

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from translit.testing.finding import Finding
from translit.testing.probes import (
    Fault,
    probe_genders,
    probe_idempotence,
    probe_order,
    probe_protection,
    probe_replay,
    probe_spellings,
    probe_styles,
)
from translit.testing.subject import Subject


class _FaultFound(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


Probe = Callable[[Subject, st.DataObject], Fault | None]


def search(name: str, subject: Subject, examples: int) -> Iterator[Finding]:
    """Look for a fault with so many examples; gives the simplest that was found, or nothing."""
    probe = SEARCHES[name]
    if not subject.known:
        return

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        fault = probe(subject, data)
        if fault is not None:
            raise _FaultFound(fault)

    try:
        run()
    except _FaultFound as shown:
        fault = shown.fault
        row = subject.rows.get(fault.row) or next(iter(subject.rows.values()))
        yield subject.finding(row, name, "name", fault.problem, fault.cure, fault.text)


SEARCHES: Mapping[str, Probe] = {
    "idempotent": probe_idempotence,
    "replayable": probe_replay,
    "verbatim": probe_protection,
    "order-free": probe_order,
    "reaches": probe_spellings,
    "styles": probe_styles,
    "genders": probe_genders,
}
"""The searches by the name that findings carry."""
