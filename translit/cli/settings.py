"""Settings: the `[tool.translit-fix]` table of the nearest pyproject.toml of the work tree."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translit.files import DocumentError, describe_no_codec, find_codec, find_work_tree, refuse
from translit.options import DEFAULTS, Options

# What a setting is; lists of paths, and the style if it is a file, are seen from its folder.
_STRINGS = frozenset({"style", "lang", "fuzzy", "renamed", "unlisted", "encoding", "lang-column"})
_LISTS = frozenset({"table", "keep", "field", "column", "include", "exclude"})
_FLAGS = frozenset({"default-tables", "strict"})
_PATHS = frozenset({"table", "keep"})
# What [[tool.translit-fix.overrides]] may say of the files at its paths.
_OVERRIDABLE = frozenset({"style", "lang", "fuzzy", "renamed", "table", "default-tables", "keep"})
OVERRIDES = "overrides"
SET = "set"


@dataclass(frozen=True, slots=True)
class Override:
    """Settings, by the names of arguments, for the files that patterns of paths name.

    The patterns are those of ignore files, seen from `folder`.
    """

    folder: Path
    paths: tuple[str, ...]
    values: Mapping[str, Any]

    def takes(self, path: Path) -> bool:
        """Tell whether a file is at its paths."""
        from pathspec import GitIgnoreSpec

        try:
            below = path.resolve().relative_to(self.folder.resolve())
        except (OSError, RuntimeError, ValueError):
            return False
        return GitIgnoreSpec.from_lines(self.paths).match_file(below.as_posix())


def apply_settings(args: argparse.Namespace) -> None:
    """Fill in what the command line leaves open; what it says counts.

    Raises DocumentError for a file that is not TOML, an unknown key or a wrong value.
    """
    path = args.config if args.config is not None else find_settings(Path.cwd())
    settings = read_settings(Path(path), required=args.config is not None) if path else {}
    given = {key for key in _KEYS if getattr(args, _name(key)) is not None}
    for key in _KEYS - given:
        default = [] if key in _LISTS else _DEFAULTS.get(key)
        setattr(args, _name(key), settings.get(key, default))
    args.overrides = [
        Override(
            Path(path or ".").parent,
            tuple(one["paths"]),
            {_name(key): value for key, value in one.items() if key not in {"paths", *given}},
        )
        for one in settings.get(OVERRIDES, ())
    ]
    where = f"{path}: [tool.translit-fix] {SET}"
    args.set_forms = {one: (form, where) for one, form in settings.get(SET, {}).items()}


def _name(key: str) -> str:
    """Return the name of the argument that a setting fills in."""
    return key.replace("-", "_") + ("s" if key in ("table", "field", "column") else "")


_KEYS = _STRINGS | _LISTS | _FLAGS | {"jobs"}
_DEFAULTS: dict[str, Any] = {
    "style": DEFAULTS["style"],
    "lang": DEFAULTS["lang"],
    "fuzzy": DEFAULTS["fuzzy"],
    "renamed": DEFAULTS["renamed"],
    "unlisted": DEFAULTS["unlisted"],
    "encoding": "",
    "lang-column": "",
    "default-tables": DEFAULTS["default_tables"],
    "strict": False,
    "jobs": 1,
}


def find_settings(folder: Path) -> Path | None:
    """Return the nearest pyproject.toml that has our table, or None.

    In a work tree of git it is looked for from a folder up to the root of the work tree, elsewhere
    in the folder alone: what lies above is not the user's own and may be anybody's, as in /tmp.
    """
    root = find_work_tree(folder) or folder
    for parent in (folder, *folder.parents):
        path = parent / "pyproject.toml"
        if path.is_file() and read_settings(path):
            return path
        if parent == root:
            break
    return None


def read_settings(path: Path, *, required: bool = False) -> dict[str, Any]:
    """Return the settings of a file by their keys; empty if it has no table of ours."""
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
        if not required and "translit-fix" not in text:  # other tools mend their own mistakes
            return {}
        document = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:  # TOML and UTF-8 errors are ValueErrors
        reason = getattr(error, "strerror", None) or error
        raise refuse(path, f"cannot be read ({reason}); mend it") from None
    tools = document.get("tool", {})
    table = tools.get("translit-fix") if isinstance(tools, dict) else None
    if table is None:
        if required:
            raise refuse(path, "has no [tool.translit-fix] table; add one")
        return {}
    if not isinstance(table, dict):
        raise refuse(path, "tool.translit-fix must be a table, [tool.translit-fix]")
    return {key: _check(path, key, value) for key, value in table.items()}


def _check(path: Path, key: str, value: object) -> object:
    if key == OVERRIDES:
        return _check_overrides(path, value)
    known = sorted(_KEYS | {OVERRIDES, SET})
    if key not in known:
        raise _refuse(path, key, f"is unknown; known are {', '.join(known)}")
    if key in _LISTS:
        return _check_list(path, key, value)
    if key in _FLAGS:
        if not isinstance(value, bool):
            raise _refuse(path, key, "must be true or false")
        return value
    if key == SET:
        return _check_forms(path, value)
    if key == "jobs":
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise _refuse(path, key, "must be a number from 1 up")
        return value
    return _check_string(path, key, value)


def _check_list(path: Path, key: str, value: object) -> object:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _refuse(path, key, 'must be a list of strings, such as ["one"]')
    return [str(path.parent / one) for one in value] if key in _PATHS else value


def _check_forms(path: Path, value: object) -> object:
    if not isinstance(value, dict) or not all(map(_is_form, value.values())):
        raise _refuse(path, SET, 'must be a map of ids to forms, such as { kyiv = "Kyiv" }')
    return value


def _is_form(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _check_overrides(path: Path, value: object) -> list[dict[str, object]]:
    rows = value if isinstance(value, list) else [value]
    checked: list[dict[str, object]] = []
    for row in rows:
        if not isinstance(row, dict) or not isinstance(value, list):
            raise _refuse(path, OVERRIDES, "must be tables, [[tool.translit-fix.overrides]]")
        paths = row.get("paths")
        if not isinstance(paths, list) or not paths or not all(isinstance(p, str) for p in paths):
            raise _refuse(path, OVERRIDES, 'need paths, such as paths = ["docs/pl/**"]')
        unknown = sorted(row.keys() - _OVERRIDABLE - {"paths"})
        if unknown:
            known = ", ".join(sorted(_OVERRIDABLE))
            raise _refuse(path, OVERRIDES, f"cannot have {unknown[0]}; it may have {known}")
        checked.append(
            {key: one if key == "paths" else _check(path, key, one) for key, one in row.items()}
        )
    return checked


def _check_string(path: Path, key: str, value: object) -> str:
    choices = Options.choices(key)
    if not isinstance(value, str):
        raise _refuse(path, key, "must be a string")
    if choices and value not in choices:
        raise _refuse(path, key, f"must be {' or '.join(choices)}, not “{value}”")
    if key == "encoding" and value and value != "auto" and find_codec(value) is None:
        raise _refuse(path, key, f"is wrong: {describe_no_codec(value)}")
    if key == "style" and value.endswith(".toml"):
        return str(path.parent / value)
    return value


def _refuse(path: Path, key: str, problem: str) -> DocumentError:
    return refuse(path, f"[tool.translit-fix] {key} {problem}")
