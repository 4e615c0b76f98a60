"""What resolves the files of a command: one resolver for each set of settings that they have."""

import argparse
from collections.abc import Sequence
from copy import copy

from translit.cli.options import build_normalizer
from translit.cli.settings import Override
from translit.files import (
    KeepList,
    Resolver,
    Resolvers,
    Source,
    read_keep_lists,
)


def make_resolvers(
    args: argparse.Namespace, sources: Sequence[Source], *, check: bool, mentions: bool
) -> Resolvers:
    """Return a resolver for each set of overrides, and tell each source which one is its own.

    Raises what is wrong with tables, styles, languages or lists of what is kept.
    """
    resolvers: dict[tuple[int, ...], Resolver] = {}
    for number in [(), *(_list_overrides(args.overrides, source) for source in sources)]:
        if number not in resolvers:
            resolvers[number] = _make(args, number, check=check, mentions=mentions)
    places = {number: place for place, number in enumerate(resolvers)}
    for source in sources:
        source.setting = places[_list_overrides(args.overrides, source)]
    return Resolvers(tuple(resolvers.values()))


def _list_overrides(overrides: Sequence[Override], source: Source) -> tuple[int, ...]:
    """Return which overrides take a file, in their order: a later one counts before."""
    path = source.place or source.called
    if path is None:
        return ()
    return tuple(number for number, one in enumerate(overrides) if one.takes(path))


def _make(
    args: argparse.Namespace, overrides: tuple[int, ...], *, check: bool, mentions: bool
) -> Resolver:
    own = copy(args)
    for number in overrides:
        for name, value in args.overrides[number].values.items():
            setattr(own, name, value)
    keep = read_keep_lists(own.keep) if own.keep else KeepList()
    return Resolver(build_normalizer(own), keep, check=check, mentions=mentions)
