"""A tree that changes under a run, and one that is full of traps: nothing outside it is written."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from translit.cli import inputs, running

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs links and pipes")

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
OWN = ["translit-fix", "--no-default-tables", "--table", str(NAMES)]
BEFORE, AFTER = "In Kijów.\n", "In Kyiv.\n"


@pytest.fixture
def tree(folder: Path) -> Path:
    """A folder with one file to rewrite, and one outside it with the same text."""
    for name in ("docs/one/two", "outside/one/two"):
        (folder / name).mkdir(parents=True)
        (folder / name / "a.txt").write_text(BEFORE, encoding="utf-8")
    return folder


def read_all(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def put_link(path: Path, to: Path) -> None:
    path.rename(path.with_name(f"old-{path.name}"))
    path.symlink_to(to)


def swap_folder(name: str) -> Callable[[Path], None]:
    return lambda tree: put_link(tree / "docs" / name, tree / "outside" / name)


def swap_file(tree: Path) -> None:
    put_link(tree / "docs/one/two/a.txt", tree / "outside/one/two/a.txt")


def swap_for_relative(tree: Path) -> None:
    put_link(tree / "docs/one/two/a.txt", Path("../../../outside/one/two/a.txt"))


def swap_for_chain(tree: Path) -> None:
    (tree / "docs/chain").symlink_to(tree / "outside/one/two/a.txt")
    put_link(tree / "docs/one/two/a.txt", tree / "docs/chain")


def swap_whole(tree: Path) -> None:
    put_link(tree / "docs", tree / "outside")


def swap_for_dangling(tree: Path) -> None:
    put_link(tree / "docs/one/two/a.txt", tree / "outside/new.txt")


def swap_for_hard_link(tree: Path) -> None:
    path = tree / "docs/one/two/a.txt"
    path.unlink()
    os.link(tree / "outside/one/two/a.txt", path)


def swap_for_pipe(tree: Path) -> None:
    path = tree / "docs/one/two/a.txt"
    path.rename(path.with_name("old-a.txt"))
    os.mkfifo(path)


def swap_for_folder(tree: Path) -> None:
    path = tree / "docs/one/two/a.txt"
    path.unlink()
    path.mkdir()


SWAPS = {
    "file": swap_file,
    "relative": swap_for_relative,
    "chain": swap_for_chain,
    "dangling": swap_for_dangling,
    "parent": swap_folder("one/two"),
    "grandparent": swap_folder("one"),
    "whole": swap_whole,
    "hard link": swap_for_hard_link,
    "pipe": swap_for_pipe,
    "folder": swap_for_folder,
}


def swap_after_listing(monkeypatch: pytest.MonkeyPatch, swap: Callable[[], None]) -> None:
    read = running.read_sources

    def swap_and_read(*args: object) -> Iterator[object]:
        swap()
        yield from read(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "read_sources", swap_and_read)


def swap_before_writing(monkeypatch: pytest.MonkeyPatch, swap: Callable[[], None]) -> None:
    sync, swaps = os.fsync, [swap]

    def sync_and_swap(handle: int) -> None:
        sync(handle)
        while swaps:
            swaps.pop()()

    monkeypatch.setattr(os, "fsync", sync_and_swap)


@pytest.mark.parametrize("swap", SWAPS.values(), ids=SWAPS)
@pytest.mark.parametrize("when", [swap_after_listing, swap_before_writing])
@pytest.mark.parametrize("options", [[], ["--backup", ".orig"]], ids=["", "backup"])
def test_a_swapped_path_leads_nowhere(
    command: Command,
    tree: Path,
    monkeypatch: pytest.MonkeyPatch,
    swap: Callable[[Path], None],
    when: Callable[[pytest.MonkeyPatch, Callable[[], None]], None],
    options: list[str],
) -> None:
    outside = read_all(tree / "outside")
    when(monkeypatch, lambda: swap(tree))
    outcome = command(*OWN, "--in-place", *options, "docs")
    assert read_all(tree / "outside") == outside
    kept = [text for name, text in read_all(tree).items() if not name.startswith("outside")]
    if outcome.status == 0:  # the folder that was read went away with its file, and was kept open
        assert AFTER in kept
    else:
        assert outcome.status == 2
        assert set(kept) <= {BEFORE}
        assert "Traceback" not in outcome.err and "docs/one/two/a.txt" in outcome.err
    assert not list(tree.rglob("*.translit-fix"))


@pytest.mark.parametrize("swap", ["file", "chain", "parent", "whole", "pipe"])
@pytest.mark.parametrize("options", [[], ["--json"], ["--diff"], ["--output-dir", "out"]])
def test_only_what_was_listed_is_read(
    command: Command,
    tree: Path,
    monkeypatch: pytest.MonkeyPatch,
    swap: str,
    options: list[str],
) -> None:
    (tree / "outside/one/two/a.txt").write_text("In Charkow.\n", encoding="utf-8")
    swap_after_listing(monkeypatch, lambda: SWAPS[swap](tree))
    outcome = command(*OWN, *options, "docs")
    assert (outcome.status, outcome.out) == (2, b"")
    assert "is not a regular file" in outcome.err or "is not followed here" in outcome.err


def test_a_stream_that_is_a_file_without_a_name(command: Command, tree: Path) -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("no files by their handles here")
    with (tree / "gone.txt").open("w+b", buffering=0) as file:
        file.write(BEFORE.encode())
        (tree / "gone.txt").unlink()
        (tree / "gone.txt (deleted)").write_text("another", encoding="utf-8")
        file.seek(0)
        outcome = command(*OWN, f"/proc/self/fd/{file.fileno()}")
    assert (outcome.status, outcome.out.decode()) == (0, AFTER)


@pytest.mark.parametrize("swap", ["file", "relative", "chain", "parent", "grandparent", "whole"])
def test_a_copy_is_made_of_what_was_listed(
    command: Command, tree: Path, monkeypatch: pytest.MonkeyPatch, swap: str
) -> None:
    swap_after_listing(monkeypatch, lambda: SWAPS[swap](tree))
    outcome = command(*OWN, "--output-dir", "out", "docs")
    assert outcome.status == 2
    assert "is a symbolic link, which is not followed here" in outcome.err
    assert read_all(tree / "out") == {}


def test_a_file_changed_or_replaced_at_the_last_moment_stays(
    command: Command, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tree / "docs/one/two/a.txt"

    def write() -> None:
        path.write_text("mine", encoding="utf-8")

    def replace() -> None:
        other = path.with_name("other")
        other.write_text(BEFORE, encoding="utf-8")
        other.replace(path)

    def restrict() -> None:
        path.chmod(0o600)

    for change, message in (
        (restrict, "changed while its new bytes were written"),
        (replace, "changed while its new bytes were written"),
        (write, "changed while it was read"),
    ):
        swap_before_writing(monkeypatch, change)
        outcome = command(*OWN, "--in-place", "docs")
        assert (outcome.status, path.read_text(encoding="utf-8") in (BEFORE, "mine")) == (2, True)
        assert message in outcome.err
        monkeypatch.undo()
        monkeypatch.chdir(tree)
    assert path.stat().st_mode & 0o777 == 0o644


def test_links_that_the_user_names_are_followed(command: Command, tree: Path) -> None:
    (tree / "link.txt").symlink_to("outside/one/two/a.txt")
    (tree / "folder").symlink_to("docs")
    assert command(*OWN, "--in-place", "link.txt", "folder/one").status == 0
    assert set(read_all(tree).values()) == {AFTER}
    assert (tree / "link.txt").is_symlink() and (tree / "folder").is_symlink()


def test_a_link_in_a_folder_is_not(command: Command, tree: Path) -> None:
    (tree / "docs/link.txt").symlink_to("../outside/one/two/a.txt")
    (tree / "docs/linked").symlink_to("../outside")
    assert command(*OWN, "--in-place", "docs").status == 0
    assert read_all(tree / "outside") == {"one/two/a.txt": BEFORE}


def trap_link(target: Path, outside: Path) -> None:
    target.parent.mkdir(parents=True)
    target.symlink_to(outside / "one/two/a.txt")


def trap_dangling(target: Path, outside: Path) -> None:
    target.parent.mkdir(parents=True)
    target.symlink_to(outside / "new.txt")


def trap_source(target: Path, outside: Path) -> None:
    target.parent.mkdir(parents=True)
    target.symlink_to(outside.parent / "docs/one/two/a.txt")


def trap_parent(target: Path, outside: Path) -> None:
    target.parents[1].mkdir(parents=True)
    target.parent.symlink_to(outside / "one/two")


def trap_grandparent(target: Path, outside: Path) -> None:
    target.parents[2].mkdir(parents=True)
    target.parents[1].symlink_to(outside / "one")


def trap_top(target: Path, outside: Path) -> None:
    target.parents[3].mkdir()
    target.parents[2].symlink_to(outside)


def trap_loop(target: Path, outside: Path) -> None:
    target.parent.mkdir(parents=True)
    target.symlink_to(target)


def trap_pipe(target: Path, outside: Path) -> None:
    target.parent.mkdir(parents=True)
    os.mkfifo(target)


def trap_read_only(target: Path, outside: Path) -> None:
    target.parent.mkdir(parents=True)
    target.write_text("mine", encoding="utf-8")
    target.chmod(0o444)


def trap_folder(target: Path, outside: Path) -> None:
    target.mkdir(parents=True)


def trap_file_for_folder(target: Path, outside: Path) -> None:
    target.parents[1].mkdir(parents=True)
    target.parent.write_text("mine", encoding="utf-8")


TRAPS = {
    trap_link: "is a symbolic link, which is not followed here",
    trap_dangling: "is a symbolic link, which is not followed here",
    trap_source: "would be its own copy",
    trap_parent: "is a symbolic link, which is not followed here",
    trap_grandparent: "is a symbolic link, which is not followed here",
    trap_top: "is a symbolic link, which is not followed here",
    trap_loop: "is a symbolic link, which is not followed here",
    trap_pipe: "is not a regular file",
    trap_read_only: "may not be written",
    trap_folder: "is not a regular file",
    trap_file_for_folder: "is no folder",
}


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__[5:])
@pytest.mark.parametrize("text", [BEFORE, AFTER], ids=["changes", "stays"])
def test_a_trap_in_the_target_is_no_way_out(
    command: Command, tree: Path, trap: Callable[[Path, Path], None], text: str
) -> None:
    (tree / "docs/one/two/a.txt").write_text(text, encoding="utf-8")
    trap(tree / "out/docs/one/two/a.txt", tree / "outside")
    before = read_all(tree)
    outcome = command(*OWN, "--output-dir", "out", "docs")
    assert outcome.status == 2
    assert outcome.err.count("\n") == 1
    assert TRAPS[trap] in outcome.err
    assert read_all(tree) == before
    assert not list(tree.rglob("*.translit-fix"))


def test_a_target_that_is_a_link_itself_is_meant(command: Command, tree: Path) -> None:
    (tree / "there").mkdir()
    (tree / "out").symlink_to("there")
    assert command(*OWN, "--output-dir", "out", "docs").status == 0
    assert command(*OWN, "--output-dir", "out", "docs").status == 0  # an own copy is replaced
    assert read_all(tree / "there") == {"docs/one/two/a.txt": AFTER}


def test_a_second_name_of_a_copy_keeps_the_old_text(command: Command, tree: Path) -> None:
    target = tree / "out/docs/one/two/a.txt"
    target.parent.mkdir(parents=True)
    os.link(tree / "outside/one/two/a.txt", target)
    assert command(*OWN, "--output-dir", "out", "docs").status == 0
    assert target.read_text(encoding="utf-8") == AFTER
    assert read_all(tree / "outside") == {"one/two/a.txt": BEFORE}


def test_a_second_name_of_an_input_is_replaced_by_its_copy(command: Command, tree: Path) -> None:
    target = tree / "out/docs/one/two/a.txt"
    target.parent.mkdir(parents=True)
    os.link(tree / "docs/one/two/a.txt", target)
    assert command(*OWN, "--output-dir", "out", "docs").status == 0
    assert target.read_text(encoding="utf-8") == AFTER
    assert read_all(tree / "docs") == {"one/two/a.txt": BEFORE}


def test_a_file_swapped_while_the_folder_is_listed(
    command: Command, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def list_and_swap(folder: Path, _: object) -> Iterator[Path]:
        swap_file(tree)
        yield folder / "one/two/a.txt"

    monkeypatch.setattr(inputs, "find_files", list_and_swap)
    outcome = command(*OWN, "--in-place", "docs")
    assert outcome.status == 2
    assert read_all(tree / "outside") == {"one/two/a.txt": BEFORE}


@pytest.mark.parametrize("given", ["..", "../", "../sub/..", "../sub/../."])
def test_a_folder_named_by_dots_stays_below_the_target(
    command: Command, tree: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    (tree / "sub").mkdir()
    shutil.rmtree(tree / "outside")
    monkeypatch.chdir(tree / "sub")
    outcome = command(*OWN, "--output-dir", "out", given)
    assert outcome.status == 0
    assert read_all(tree) == {
        "docs/one/two/a.txt": BEFORE, f"sub/out/{tree.name}/docs/one/two/a.txt": AFTER,
    }  # fmt: skip


def test_a_copy_never_takes_the_place_of_another_input(command: Command, tree: Path) -> None:
    (tree / "a.txt").write_text("Kijów", encoding="utf-8")
    (tree / "out").mkdir()
    (tree / "out/a.txt").write_text("another", encoding="utf-8")
    before = read_all(tree)
    for paths in (["a.txt", "out/a.txt"], ["out/a.txt", "a.txt"], [".", "a.txt"]):
        outcome = command(*OWN, "--output-dir", "out", *paths)
        assert outcome.status == 2
        assert "its copy would take the place of" in outcome.err or "both be" in outcome.err
        assert read_all(tree) == before


@pytest.mark.parametrize("kind", ["file", "link", "dangling", "pipe", "folder"])
def test_a_backup_takes_no_name_that_is_taken(command: Command, tree: Path, kind: str) -> None:
    backup = tree / "docs/one/two/a.txt.orig"
    if kind == "file":
        backup.write_text("mine", encoding="utf-8")
    elif kind == "pipe":
        os.mkfifo(backup)
    elif kind == "folder":
        backup.mkdir()
    else:
        backup.symlink_to(tree / ("outside/new.txt" if kind == "dangling" else "outside/one"))
    before = read_all(tree)
    outcome = command(*OWN, "--in-place", "--backup", ".orig", "docs")
    assert outcome.status == 2
    assert "its backup a.txt.orig is there already, nothing was changed" in outcome.err
    assert read_all(tree) == before
