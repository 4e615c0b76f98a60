"""The sources of a command: its paths, the files of its folders, and where their copies go."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from translit.cli.output import complain
from translit.files import (
    DocumentError,
    Selection,
    Source,
    Wanted,
    display_name,
    find_files,
    find_type,
    refuse,
)


def list_sources(args: argparse.Namespace, selection: Selection) -> list[Source]:
    """Return what the paths of a command name, in order.

    Raises DocumentError for a folder that cannot be listed, or copies that would get in each
    other's way.
    """
    in_place = args.output == "in-place"
    wanted = Wanted(selection, tuple(args.include), tuple(args.exclude))
    sources: list[Source] = []
    taken: dict[Path, Path] = {}
    for path, named in _expand(args, wanted):
        target = None
        if args.output_dir is not None and path is not None:
            target = _find_target(Path(args.output_dir).resolve(), path, named)
        if path is not None and (in_place or target is not None):
            place = (target or path).resolve() if _can_resolve(target or path) else path
            if target is not None:
                _refuse_clash(path, target, place, taken)
            elif place in taken:
                continue  # a second name of the same file
            taken[place] = path
        called = Path(args.stdin_filename) if path is None and args.stdin_filename else None
        kind = args.type or find_type(path or called) or "text"
        sources.append(
            Source(
                path,
                kind,
                target=target,
                folder=None if named == path else named,
                encoding=args.encoding,
                regular=in_place,
                called=called,
            )
        )
    return sources


def _expand(args: argparse.Namespace, wanted: Wanted) -> Iterator[tuple[Path | None, Path]]:
    """Yield each file with the path that named it: its own, or that of its folder."""
    for given in args.paths:
        named = Path(given)
        if given == "-":
            yield None, named
        elif not _is_folder(named):
            yield named, named
        else:
            found = False
            for path in find_files(named, wanted):
                found = True
                yield path, named
            if not found:
                complain(
                    f"{args.parser.prog}: {display_name(named)}: has no file to read; --include "
                    "takes files of other names, --field and --column JSON and tables"
                )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that cannot be one: reading it says so
        return False


def _can_resolve(path: Path) -> bool:
    try:
        path.resolve()
    except (OSError, RuntimeError, ValueError):
        return False
    return True


def _find_target(folder: Path, path: Path, named: Path) -> Path:
    """Return where the copy of a file goes: in the same tree, from where the command is given."""
    if path.is_absolute() or ".." in path.parts:
        below = path.relative_to(named) if path != named else Path()
        return folder / named.resolve().name / below  # whose own name `..` does not tell
    return folder / path


def _refuse_clash(path: Path, target: Path, place: Path, taken: dict[Path, Path]) -> None:
    if _can_resolve(path) and place == path.resolve():
        raise DocumentError(
            f"{display_name(path)}: would be its own copy; name another --output-dir, "
            "or use --in-place"
        )
    if place in taken:
        other = display_name(taken[place])
        raise refuse(path, f"and {other} would both be copied to {display_name(target)}")
