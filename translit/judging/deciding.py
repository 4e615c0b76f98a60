"""Deciding: which readings of a page are believed, once its document is known.

First the facts of readings alone, complete before anything is judged; then what is believed, which
can only lift a rule; each span is decided once. So nothing depends on an order, neither of the text
nor of the rules.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translit.judging import rules
from translit.judging.candidate import Candidate
from translit.judging.cases import (
    fits_preposition,
    has_title_in_case,
    is_doubtful_nominative,
    is_sure_case,
)
from translit.judging.decision import Decision, part_overlapping, refuse
from translit.judging.hearing import Group, Hearing
from translit.judging.ledger import Belief, Ledger
from translit.judging.near import Near
from translit.judging.preferring import (
    Verdict,
    find_whoever,
    is_unprinted,
    list_owners,
    prefer,
)
from translit.judging.reasons import Reason
from translit.judging.written import add_written, write_belief
from translit.languages import VOCATIVE
from translit.options import Fuzzy, Renamed
from translit.page import Page
from translit.tables import holds_spelling

# What an ordinary word lacks to be a name at all.
_UNLICENSED = frozenset(
    {"short-form", "place", "country", "other-initials", "other-given-name", "unknown-word"}
)
# What a word in the sentence would have told.
_TOLD_BY_WORDS = frozenset({"near", "short-acronym"})
# What belief can lift. Each round of it lifts more, so that there is an end.
_LIFTED_BY_BELIEF = frozenset(
    {
        "near",
        "short-acronym",
        "place",
        "country",
        "short-form",
        "damaged",
        "several",
        "not-latin-sentence",
    }
)

# Of the rules of readings, those that a licence can lift.
_LIFTABLE = frozenset(rule.code for rule in rules.READING_RULES if rule.lifted_by)

# For a word before it that is the name of a place, which then is nobody's given name.
_LIFTED_BY_PLACE = frozenset({"other-given-name", "unknown-word"})

# A span that is refused for another reason, or believed, is decided once.
# But who bears a name beside a place may turn out to be nobody.
_NOT_SETTLED = _LIFTED_BY_BELIEF | _LIFTED_BY_PLACE | {"other-bearer"}

Settled = dict[int, Decision]
"""Decisions that no belief changes, by the number of their group in the hearing."""


class Decider:
    """Decides the mentions of pages; thread-safe, for it remembers nothing."""

    def __init__(self, *, fuzzy: Fuzzy, renamed: Renamed) -> None:
        self.licenses_damage = fuzzy == "licensed"
        is_kept = renamed == "keep"
        self._edit_rules = rules.EDIT_RULES if is_kept else rules.EDIT_RULES.without("former")

    def names_by_damage(self, page: Page) -> bool:
        """Tell whether damaged full names name their bearers: in English, where none has a case."""
        return self.licenses_damage and page.speech.is_english

    def decide(
        self, hearing: Hearing, ledger: Ledger, belief: Belief, settled: Settled
    ) -> list[Decision]:
        """Return the decisions of a page in order, without any that overlap.

        `ledger` and `belief` are those of its document: of the page and of what is around it.
        What is `settled`, by the number of the group, is not decided again; more is added to it.
        """
        near = Near(ledger, belief)
        while True:
            decisions = self._decide_all(hearing, near, settled)
            more = add_written(near, decisions)
            if more == near or not may_be_lifted(hearing, decisions, more):
                return decisions
            near, hearing = _relieve(more, hearing)

    def _decide_all(self, hearing: Hearing, near: Near, settled: Settled) -> list[Decision]:
        found: Settled = {}
        for number, group in enumerate(hearing.exact):
            decided = settled.get(number) or self._decide(hearing, group, near)
            if decided:
                found[number] = decided
        near = near.believe(write_belief(found.values()))
        for number, decided in found.items():
            if decided.reason in _TOLD_BY_WORDS:
                found[number] = self._decide(hearing, decided.group, near) or decided
        settled.update((n, one) for n, one in found.items() if one.reason not in _NOT_SETTLED)
        decisions = list(found.values())
        decisions += [self._decide_damaged(hearing, group, near) for group in hearing.damaged]
        return part_overlapping(self._add_cases(hearing, decisions, near))

    def _decide(self, hearing: Hearing, group: Group, near: Near) -> Decision | None:
        """Decide one span by its believed readings, or say what the strongest of all lacks."""
        verdicts = [(one, self._judge(hearing, one, near)) for one in group]
        believed = [one for one, reason in verdicts if reason is None]
        fit = prefer(believed, near) or find_whoever(verdicts, near)
        if fit and (owners := list_owners(fit[0], verdicts, near)):
            return Decision(fit[0], "ambiguous", "several", _list_ids([*believed, *owners]), group)
        if not fit:
            return _refuse(hearing, group, verdicts)
        candidates = _list_ids(fit)
        is_doubtful = len(fit) > 1 and len({one.output for one in fit}) > 1
        if is_doubtful or (fit[0].is_person and _is_name_of_a_place(verdicts)):
            return Decision(fit[0], "ambiguous", "several", candidates, group)
        return self._accept(fit[0], candidates, near, group)

    def _judge(self, hearing: Hearing, one: Candidate, near: Near) -> Reason | None:
        """Return why a reading cannot be believed in this document, or None."""
        reason = hearing.obstacles[one]
        if reason in _LIFTABLE:
            reason = rules.READING_RULES.find_refusal(one, near)
        return reason or rules.DOCUMENT_RULES.find_refusal(one, near)

    def _accept(
        self, one: Candidate, candidates: tuple[str, ...], near: Near, group: Group
    ) -> Decision:
        if not one.is_changed and not one.reading.is_unmade:
            return Decision(one, "canonical", None, candidates, group)
        reason = self._edit_rules.find_refusal(one, near)
        if reason is None and holds_spelling(one.text, one.known.entity.keep):
            reason = "keep-list"
        if reason:
            return refuse(one, reason, candidates, group)
        return Decision(one, "edit" if one.is_changed else "canonical", None, candidates, group)

    def _decide_damaged(self, hearing: Hearing, group: Group, near: Near) -> Decision:
        fit = [one for one in group if hearing.obstacles[one] is None]
        sure = [one for one in fit if not rules.DAMAGE_RULES.find_refusal(one, near)]
        candidates = _list_ids(group)
        if self.licenses_damage and len({one.known.id for one in sure}) == 1:
            return self._accept(sure[0], candidates, near, group)
        reason = "damaged" if fit else hearing.obstacles[group[0]]
        return refuse((fit or group)[0], reason or "damaged", candidates, group)

    def _add_cases(self, hearing: Hearing, decisions: list[Decision], near: Near) -> list[Decision]:
        """Add what words in a case mean, in place of what was refused of them."""
        if not hearing.cases:
            return decisions
        decisions, doubtful = _doubt_nominatives(decisions, hearing.cases)
        decisions = [self._doubt_woman(hearing, one, near) for one in decisions]
        taken = doubtful | {
            at for d in decisions if d.status in ("edit", "canonical") for at in d.candidate.words
        }
        rewritten = (d.candidate.known.id for d in decisions if d.status == "edit")
        near = near.believe(Belief(rewritten=frozenset(rewritten)))
        added: list[Decision] = []
        covered: set[int] = set()
        later_first = hearing.cases[::-1]
        for group in sorted(later_first, key=lambda group: -len(group[0].words)):  # longest first
            if _find_family(group[0]) in taken and not _is_longer(group[0], decisions):
                continue
            is_declined = bool(group[0].reading.cases)
            decide = self._decide_declined if is_declined else self._decide_case
            decided = decide(hearing, group, near)
            told = is_declined and (decided.status == "canonical" or decided.reason == "case")
            if (decided.status == "edit" or told) and covered.isdisjoint(decided.candidate.words):
                covered.update(decided.candidate.words)
                added.append(decided)
        return [d for d in decisions if covered.isdisjoint(d.candidate.words)] + added

    def _doubt_woman(self, hearing: Hearing, decision: Decision, near: Near) -> Decision:
        """Refuse a woman's family name by itself that may as well be a known man's in a case, and
        would be another word: Czech *Nazarbayeva* is *Nazarbajevová* or *Nazarbajeva*.
        """
        found = decision.candidate
        is_changed = decision.status == "edit" and found.is_person and not found.reading.full
        if not is_changed or found.known.entity.gender != "f":
            return decision
        men = [
            one
            for group in hearing.cases
            for one in group
            if one.words == found.words and one.reading.cases and one.known.entity.gender == "m"
            if self._judge(hearing, one, near) is None
        ]
        if not any(one.output != found.output or is_sure_case(one, near) for one in men):
            return decision
        return refuse(found, "several", _list_ids([found, *men]), decision.group)

    def _decide_declined(self, hearing: Hearing, group: Group, near: Near) -> Decision:
        """Decide what a word names that is in a case of the text's own language."""
        verdicts = [(one, self._judge(hearing, one, near)) for one in group]
        fit = [one for one, reason in verdicts if reason is None and is_sure_case(one, near)]
        if all(map(is_unprinted, fit)):
            fit = find_whoever(verdicts, near) or fit
        fit = [one for one in fit if one.reading.full] or fit
        printed = [one for one in fit if one.reading.alias is not None]  # the language's own name
        fit = prefer(printed or fit, near)
        candidates = _list_ids(fit or group)
        outputs = {one.output for one in fit}
        are_alike = len(outputs) == 1 and all(o.is_changed and o.is_person for o in fit)
        if not fit or (len(candidates) > 1 and not are_alike):
            return refuse(group[0], "several", candidates, group)
        if len(outputs) > 1:
            return refuse(fit[0], "case", candidates, group)
        return self._accept(fit[0], candidates, near, group)

    def _decide_case(self, hearing: Hearing, group: Group, near: Near) -> Decision:
        fit = [one for one in group if hearing.obstacles[one] is None and is_sure_case(one, near)]
        present = [one for one in fit if one.known.id in near.belief.present]
        fit = [one for one in fit if one.reading.full] or present or fit
        candidates = _list_ids(fit or group)
        if len({one.output for one in fit}) != 1:
            return refuse(group[0], "several", candidates, group)
        return self._accept(fit[0], candidates, near, group)


def _doubt_nominatives(
    decisions: Sequence[Decision], cases: Iterable[Group]
) -> tuple[list[Decision], set[int]]:
    """Refuse what may as well be a case of another spelling of the same name, and tell its words.

    Czech *Lukashenka* is a genitive of *Lukashenko*, or what Belarusians call him.
    """
    declined = {
        (one.words, one.known.id): one
        for group in cases
        for one in group
        if one.reading.cases and one.reading.cases != (VOCATIVE,)
    }
    decided: list[Decision] = []
    doubtful: set[int] = set()
    for one in decisions:
        found = one.candidate
        other = declined.get((found.words, found.known.id))
        if one.status == "edit" and other and is_doubtful_nominative(found, other):
            one = refuse(found, "case", one.candidates, one.group)
            if not (has_title_in_case(other) or fits_preposition(other)):
                doubtful.update(found.words)
        decided.append(one)
    return decided, doubtful


def may_be_lifted(hearing: Hearing, decisions: Sequence[Decision], near: Near) -> bool:
    """Tell whether more belief, or what is written `near`, could change one of these decisions."""
    if hearing.cases:
        return True
    return any(
        d.reason in _LIFTED_BY_BELIEF
        or (
            d.reason in _LIFTED_BY_PLACE
            and any(near.stands_beside_rewritten(one) for one in d.group)
        )
        for d in decisions
    ) or any(
        obstacle in _LIFTED_BY_PLACE and near.stands_beside_rewritten(one)
        for one, obstacle in hearing.obstacles.items()
    )


def _relieve(near: Near, hearing: Hearing) -> tuple[Near, Hearing]:
    """Let go of what was held against a name for a word beside it that turned out a place's."""
    relieved = hearing.relieve(near)
    if relieved is hearing:
        return near, hearing
    contested = hearing.list_contested() - relieved.list_contested()
    facts = relieved.write_ledger(of_women=False)
    ledger = replace(
        near.ledger,
        named=near.ledger.named | facts.named,
        spelled=near.ledger.spelled | facts.spelled,
        contested=near.ledger.contested - contested,
    )
    return replace(near, ledger=ledger), relieved


def _list_ids(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(sorted({one.known.id for one in candidates}))


def _is_longer(one: Candidate, decisions: Sequence[Decision]) -> bool:
    """Tell whether a name in a case holds what was decided: *Theresy May*, not *May*."""
    others = [d.candidate for d in decisions if not set(d.candidate.words).isdisjoint(one.words)]
    return bool(one.reading.cases) and all(set(o.words) < set(one.words) for o in others)


def _find_family(one: Candidate) -> int:
    """Return the number of the word that is the family name, or the first of another name."""
    families = (piece.first for piece in one.pieces if piece.part == "family")
    return one.base + next(families, one.pieces[0].first)


def _is_name_of_a_place(verdicts: Sequence[Verdict]) -> bool:
    """Tell whether a place that nothing else speaks for is called so: *Azov*, not Yazov."""
    return any(
        reason in _UNLICENSED and not one.is_person and not one.is_changed
        for one, reason in verdicts
    )


def _refuse(hearing: Hearing, group: Group, verdicts: Sequence[Verdict]) -> Decision | None:
    one, reason = min(
        verdicts,
        key=lambda verdict: (
            hearing.obstacles[verdict[0]] is not None,
            verdict[0].reading.source == "style",
            not verdict[0].is_changed,  # what an edit lacks tells more than what stays as it is
            verdict[0].known.id,  # of equal ones always the same, wherever their rows stand
        ),
    )
    assert reason is not None  # of what is refused each reading has a reason
    if not one.is_changed or (reason in _UNLICENSED and one.reading.is_ordinary):
        return None  # no mention at all
    return refuse(one, reason, _list_ids(group), group)
