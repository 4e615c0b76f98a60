"""The ledger: what a document says of who is meant, without positions; ledgers add up."""

from dataclasses import dataclass, fields
from typing import Any, Self

_NONE: frozenset[Any] = frozenset()


@dataclass(frozen=True, slots=True)
class _Sum:
    """Sets that add up by union: commutative and associative, with the empty one as zero."""

    def __add__(self, other: Self) -> Self:
        mine = ((getattr(self, one.name), getattr(other, one.name)) for one in fields(self))
        return type(self)(*(one | two for one, two in mine))


@dataclass(frozen=True, slots=True)
class Ledger(_Sum):
    """Facts of readings alone: they are complete before anything is judged.

    `named` are the entities whose full names stand there, `spelled` how the family names in them
    are written. `contested` are the family names, by entity, that another bearer has. `women` are
    the words that speak of a woman.

    >>> Ledger(named=frozenset(["a"])) + Ledger(named=frozenset(["b"])) + Ledger()
    ... # doctest: +ELLIPSIS
    Ledger(named=frozenset({...}), ...
    """

    named: frozenset[str] = _NONE
    spelled: frozenset[tuple[str, str]] = _NONE
    contested: frozenset[tuple[str, str]] = _NONE
    women: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class Belief(_Sum):
    """Facts of what is believed: they can only lift a rule, never cause one.

    `present` are the entities that a mention is believed to name, `rewritten` those of which one
    is rewritten, `told` the spellings of which a word near one of them told whom they name.
    """

    present: frozenset[str] = _NONE
    rewritten: frozenset[str] = _NONE
    told: frozenset[tuple[str, str]] = _NONE
