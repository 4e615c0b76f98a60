"""Faults of files and disks, in small: nothing is lost, and what is in trouble is named."""

import os
from pathlib import Path

import pytest

from tests.bench.faults import FAULTS, SkipFaultError, make_fault

# What is said of the file, and the exit status.
EXPECTED = {
    "kill": ("nothing", -9),
    "fill_disk": ("cannot be written (No space left on device), nothing was changed", 2),
    "read_only": ("may not be written, nothing was changed", 2),
    "read_only_folder": ("may not be written, nothing was changed", 2),
    "vanish": ("there is no such file; check the path", 2),
    "grow": ("changed while it was read, nothing was written; run it again", 2),
    "not_utf8": ("is not UTF-8 (at byte ", 2),
    "binary": ("is binary (a NUL byte at byte 4)", 2),
    "one_line": ("nothing", 0),
    "many": ("nothing", 0),
    "link_loop": ("cannot be read (Too many levels of symbolic links)", 2),
    "fifo": ("is not a regular file, nothing was changed; write to stdout instead", 2),
    "damaged": ("is damaged", 2),
}


@pytest.mark.skipif(os.name != "posix", reason="the faults are made on POSIX systems")
@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost(name: str, tmp_path: Path) -> None:
    try:
        row = make_fault(name, tmp_path, small=True)
    except SkipFaultError as reason:
        pytest.skip(str(reason))
    said, status = EXPECTED[name]
    assert row.lost == 0
    assert said in row.said
    assert row.status == status
    if name == "damaged":
        assert int(row.figures.split()[0]) > 0  # what is damaged elsewhere is still rewritten
    if name == "one_line":
        assert float(row.figures.split()[0]) < 300
