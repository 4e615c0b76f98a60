"""Settings: the `[tool.translit-fix]` table of the nearest pyproject.toml of the work tree."""

import argparse
from pathlib import Path
from typing import Any

from translit.documents import DocumentError, describe_no_codec, find_codec, find_work_tree, refuse
from translit.options import DEFAULTS, Options

# What a setting is; lists of paths, and the style if it is a file, are seen from its folder.
_STRINGS = frozenset({"style", "lang", "fuzzy", "renamed", "unlisted", "encoding"})
_LISTS = frozenset({"table", "keep", "field", "column", "include", "exclude"})
_FLAGS = frozenset({"default-tables", "strict"})
_PATHS = frozenset({"table", "keep"})


def apply_settings(args: argparse.Namespace) -> None:
    """Fill in what the command line leaves open; what it says counts.

    Raises DocumentError for a file that is not TOML, an unknown key or a wrong value.
    """
    path = args.config if args.config is not None else find_settings(Path.cwd())
    settings = read_settings(Path(path), required=args.config is not None) if path else {}
    for key in (*_STRINGS, *_LISTS, *_FLAGS, "jobs"):
        name = key.replace("-", "_") + ("s" if key in ("table", "field", "column") else "")
        if getattr(args, name) is None:
            default = [] if key in _LISTS else _DEFAULTS.get(key)
            setattr(args, name, settings.get(key, default))


_DEFAULTS: dict[str, Any] = {
    "style": DEFAULTS["style"],
    "lang": DEFAULTS["lang"],
    "fuzzy": DEFAULTS["fuzzy"],
    "renamed": DEFAULTS["renamed"],
    "unlisted": DEFAULTS["unlisted"],
    "encoding": "",
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
    known = sorted(_STRINGS | _LISTS | _FLAGS | {"jobs"})
    if key not in known:
        raise _refuse(path, key, f"is unknown; known are {', '.join(known)}")
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise _refuse(path, key, 'must be a list of strings, such as ["one"]')
        return [str(path.parent / one) for one in value] if key in _PATHS else value
    if key in _FLAGS:
        if not isinstance(value, bool):
            raise _refuse(path, key, "must be true or false")
        return value
    if key == "jobs":
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise _refuse(path, key, "must be a number from 1 up")
        return value
    return _check_string(path, key, value)


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
