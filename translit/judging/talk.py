"""Talk: what mentions of one entity say of each other, once each is decided.

It comes last and is fed back to nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from translit.judging import rules
from translit.judging.decision import Decision, refuse
from translit.judging.reasons import Reason
from translit.schemes import fold


def keep_forms_in_talk(decisions: Sequence[Decision]) -> list[Decision]:
    """Keep both forms where the text sets two forms of one name side by side."""
    of_entity: dict[str, Decision] = {}  # the last mention of each
    of_form: dict[str, Decision] = {}  # and of whatever would be printed so
    talked: dict[int, Reason] = {}
    for found in decisions:
        if found.candidate.reading.is_damaged and not found.is_believed:
            continue  # a guess is no form of a name
        own, printed = found.candidate.known.id, fold(found.candidate.output)
        before, alike = of_entity.get(own), of_form.get(printed)
        is_another = alike is not None and alike.candidate.known.id != own
        for one in filter(None, (before, alike if is_another else None)):
            for rule in rules.PAIR_RULES:
                if rule.holds(one.candidate, found.candidate):
                    talked[one.candidate.start] = talked[found.candidate.start] = rule.code
        of_entity[own] = of_form[printed] = found
    if not talked:
        return list(decisions)
    return [
        refuse(d.candidate, talked[d.candidate.start], d.candidates, d.group)
        if d.status == "edit" and d.candidate.start in talked
        else d
        for d in decisions
    ]


def keep_half_rewritten(decisions: Sequence[Decision]) -> list[Decision]:
    """Only suggest the edits of whom a case keeps elsewhere: half a text is worse than none."""
    kept = {d.candidate.known.id for d in decisions if d.reason == "case"}
    if not kept:
        return list(decisions)
    return [
        replace(d, status="suggestion", reason="case")
        if d.status == "edit" and d.candidate.known.id in kept
        else d
        for d in decisions
    ]
