"""A rule, and a table of rules: what each is asked of, and which of them tells the reason."""

from collections.abc import Callable, Container, Iterator
from typing import Literal, NamedTuple

from translit.judging.candidate import Candidate
from translit.judging.licences import Licence
from translit.judging.near import Near
from translit.judging.reasons import Reason, Status

Scope = Literal["beside", "sentence", "near", "document"]
Of = Literal["all", "persons", "others", "names", "aliases"]
Predicate = Callable[[Candidate, Near], bool]


class Rule(NamedTuple):
    """A reason's `code`, the `verdict` on what it holds of, and the `sentence` that tells it.

    `scope` is how far it looks. `of` is what it speaks of: of all readings, of those of persons or
    of others, by a name or by an alias. One of the licences that it is `lifted_by` is enough.
    """

    code: Reason
    verdict: Status
    scope: Scope
    of: Of
    holds: Predicate
    sentence: str
    lifted_by: tuple[Licence, ...] = ()

    def speaks_of(self, *, persons: bool, aliases: bool) -> bool:
        """Tell whether it is to be asked of readings of this class."""
        classes = {"persons": persons, "others": not persons, "aliases": aliases}
        return {**classes, "names": not aliases, "all": True}[self.of]


class RuleTable:
    """Rules of which each is asked of what it speaks of; the first that holds tells the reason."""

    def __init__(self, *rules: Rule) -> None:
        self.rules = rules
        self._of_class = {
            (persons, aliases): tuple(
                rule for rule in rules if rule.speaks_of(persons=persons, aliases=aliases)
            )
            for persons in (False, True)
            for aliases in (False, True)
        }

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def without(self, *codes: str) -> "RuleTable":
        """Return the table without the rules of these codes."""
        return RuleTable(*(rule for rule in self.rules if rule.code not in codes))

    def holds_one(self, codes: Container[str], candidate: Candidate, near: Near) -> bool:
        """Tell whether a rule of one of these codes holds, whichever tells the reason."""
        is_alias = candidate.reading.alias is not None
        return any(
            rule.code in codes and rule.holds(candidate, near)
            for rule in self._of_class[candidate.is_person, is_alias]
        )

    def find_refusal(
        self, candidate: Candidate, near: Near, *, lifts: bool = True
    ) -> Reason | None:
        """Return the code of the first rule that holds and, with `lifts`, that nothing lifts."""
        is_alias = candidate.reading.alias is not None
        for rule in self._of_class[candidate.is_person, is_alias]:
            if rule.holds(candidate, near) and not (
                lifts and any(one.holds(candidate, near) for one in rule.lifted_by)
            ):
                return rule.code
        return None


class PairRule(NamedTuple):
    """A rule that speaks of two mentions of one entity, in the order of the text."""

    code: Reason
    verdict: Status
    holds: Callable[[Candidate, Candidate], bool]
    sentence: str
