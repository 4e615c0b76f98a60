"""The options of a normalizer, said once: their names, what they may be, and what they are else."""

import inspect
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, TypedDict, TypeVar, get_args

if TYPE_CHECKING:
    from translit.tables import TableSource

AUTO = "auto"
"""A style or a language that is the text's own."""

Fuzzy = Literal["licensed", "suggest", "off"]
Renamed = Literal["keep", "rewrite"]
Unlisted = Literal["off", "suggest", "consistent"]

_Made = TypeVar("_Made", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which form of a name is wanted, and which names are known.

    `style` is the id of a style or the path of a style file; with `auto` a text gets the forms that
    the press of its language prints, and those of international news in English where that cannot
    be told. `lang` is the code of the language that texts are in, or `auto` for what they tell
    themselves. `tables` is a path, a loaded table or
    several of these, stronger than the default ones, which `default_tables=False` leaves out.
    `fuzzy` says what becomes of damaged names: `licensed` rewrites what the document licenses,
    `suggest` reports, `off` ignores. `renamed` is `keep` or `rewrite`, for former names.
    `unlisted` says what becomes of the spellings of a name that no table knows: with `consistent`
    those of one document become one, `suggest` reports them, `off` leaves them alone.

    Raises ValueError for a choice that there is not, TypeError for a language that is no str.

    >>> Options(style="de").fuzzy, Options.choices("renamed")
    ('licensed', ('keep', 'rewrite'))
    """

    style: "str | os.PathLike[str]" = "auto"
    lang: str = "auto"
    tables: "TableSource | Iterable[TableSource]" = ()
    default_tables: bool = True
    fuzzy: Fuzzy = "licensed"
    renamed: Renamed = "keep"
    unlisted: Unlisted = "off"

    def __post_init__(self) -> None:
        _check_language(self.lang)
        for name in _CHOICES:
            value = getattr(self, name)
            if value not in _CHOICES[name]:
                choices = ", ".join(_CHOICES[name])
                raise ValueError(f"{name} is one of {choices}, not {value!r}")

    @staticmethod
    def choices(name: str) -> tuple[str, ...]:
        """Return what the option of this name may be, the default first; nothing if anything."""
        return _CHOICES.get(name, ())


def _check_language(lang: object) -> None:
    if not isinstance(lang, str):
        kind = type(lang).__name__
        raise TypeError(f"a language is given by its code, or as “{AUTO}”, not as {kind}")


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "fuzzy": get_args(Fuzzy),
    "renamed": get_args(Renamed),
    "unlisted": get_args(Unlisted),
}

DEFAULTS: Mapping[str, Any] = {one.name: one.default for one in fields(Options)}
"""What each option is where it is not given, in the order of their names in `Options`."""


class Given(TypedDict, total=False):
    """Options as the keyword arguments of a function: those that are not given are the defaults."""

    style: "str | os.PathLike[str]"
    lang: str
    tables: "TableSource | Iterable[TableSource]"
    default_tables: bool
    fuzzy: str
    renamed: str
    unlisted: str


def takes_options(function: _Made) -> _Made:
    """Show the options in the signature of a function that takes them as `**options`."""
    given = inspect.signature(function)
    plain = [p for p in given.parameters.values() if p.kind is not p.VAR_KEYWORD]
    added = [
        inspect.Parameter(
            one.name, inspect.Parameter.KEYWORD_ONLY, default=one.default, annotation=one.type
        )
        for one in fields(Options)
    ]
    function.__signature__ = given.replace(parameters=[*plain, *added])  # type: ignore[attr-defined]
    return function
