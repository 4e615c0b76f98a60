"""Resolving: which readings are believed, once the whole document is known.

A text is decided at once, not word by word: first who stands there with a full name, then what
those names license. Every rule can only forbid, so nothing depends on the order of rules.
"""

from collections.abc import Callable, Sequence

from translit.lexicon import Lexicon
from translit.mentions.damaged_names import find_damaged
from translit.mentions.decision import (
    Decision,
    keep_forms_in_talk,
    part_overlapping,
    undo,
)
from translit.mentions.forbidding import find_prohibition
from translit.mentions.inflected import (
    find_inflected,
    has_given_in_womans_form,
    is_own_case,
    is_womans_form,
    may_be_a_woman,
)
from translit.mentions.licensing import (
    find_license,
    find_own_obstacle,
    is_ordinary,
    speaks_of_a_woman,
)
from translit.mentions.lookup import group_by_span, look_up
from translit.mentions.preferring import has_given, prefer
from translit.mentions.reading import Reading
from translit.mentions.reasons import Reason
from translit.mentions.scene import Scene
from translit.schemes import fold

Render = Callable[[Scene, Reading], str]
"""What a mention becomes in a style: the text of the whole mention."""

# An ending of so many letters is not met on another's family name: *Putinem*, but *Putini*.
_SURE_ENDING = 2
# What a word in the sentence would have told.
_TOLD_BY_WORDS = frozenset({"near", "short-acronym"})
# What an ordinary word lacks to be a name at all.
_UNLICENSED = frozenset(
    {"short-form", "place", "other-initials", "other-given-name", "unknown-word"}
)
# Obstacles that are another bearer of the name, whom the document then may mean by it elsewhere.
_OTHER_BEARER = frozenset({"other-given-name", "other-initials", "apposition", "other-gender"})


def resolve(
    text: str,
    lexicon: Lexicon,
    render: Render,
    *,
    fuzzy: str,
    renamed: str,
    focus: Sequence[tuple[int, int]] | None = None,
) -> tuple[Scene, list[Decision]]:
    """Decide every mention of a text, in order; none overlap.

    `fuzzy` is licensed, suggest or off; `renamed` is keep or rewrite (former names). With `focus`,
    spans of the text, only names that start there are decided.
    """
    scene = Scene(text, lexicon, repairs=fuzzy == "licensed", focus=focus)
    resolver = _Resolver(scene, render, renamed)
    groups = group_by_span(look_up(scene))
    damaged = find_damaged(scene, groups) if fuzzy != "off" else []
    decisions = resolver.decide(groups, damaged, licensed=fuzzy == "licensed")
    return scene, keep_forms_in_talk(scene, decisions)


class _Resolver:
    def __init__(self, scene: Scene, render: Render, renamed: str) -> None:
        self.scene = scene
        self.render = render
        self.renamed = renamed
        self.named: frozenset[str] = frozenset()
        self.spelled: set[tuple[str, str]] = set()
        self.rewritten: frozenset[str] = frozenset()
        self.contested: set[tuple[str, str]] = set()

    def decide(
        self, groups: list[list[Reading]], damaged: list[list[Reading]], *, licensed: bool
    ) -> list[Decision]:
        groups = [[self._weigh(reading) for reading in group] for group in groups]
        damaged = [[self._weigh(reading) for reading in group] for group in damaged]
        self._note_bearers(groups, damaged if licensed else [])
        decisions = [found for group in groups if (found := self._decide_group(group))]
        present = {
            d.reading.known.id
            for d in decisions
            if d.status in ("edit", "canonical") and d.reason is None
        }
        decisions = self._follow_accepted(decisions)
        decisions += [self._decide_damaged(group, present, licensed) for group in damaged]
        decisions = self._add_inflected(decisions, present)
        return part_overlapping(decisions)

    def _weigh(self, reading: Reading) -> Reading:
        obstacle = find_own_obstacle(self.scene, reading)
        return reading.forbid(obstacle) if obstacle else reading

    def _note_bearers(self, *several: list[list[Reading]]) -> None:
        """Note whose full names the document holds, and which names other people bear in it."""
        readings = [r for groups in several for group in groups for r in group]
        whole = [r for r in readings if r.full and not r.obstacle and has_given(r)]
        self.named = frozenset(r.known.id for r in whole)
        self.spelled = {(r.known.id, self._spell(r)) for r in whole}
        for group in (group for groups in several for group in groups):
            if all(r.obstacle in _OTHER_BEARER for r in group):
                self.contested |= {(r.known.id, _family(r)) for r in group}

    def _decide_group(self, group: list[Reading]) -> Decision | None:
        verdicts = [(reading, self._judge(reading)) for reading in group]
        fit = prefer(self.scene, [reading for reading, reason in verdicts if reason is None])
        if not fit:
            return self._refuse(verdicts)
        outputs = {self.render(self.scene, reading) for reading in fit}
        candidates = tuple(sorted({reading.known.id for reading in fit}))
        if len(outputs) > 1 or (fit[0].is_person and self._is_name_of_a_place(verdicts)):
            return Decision(fit[0], "ambiguous", "several", candidates)
        return self._accept(fit[0], outputs.pop(), candidates)

    def _is_name_of_a_place(self, verdicts: list[tuple[Reading, Reason | None]]) -> bool:
        """Tell whether a place that nothing else speaks for is called so: *Azov*, not Yazov."""
        return any(
            reason in _UNLICENSED
            and not reading.is_person
            and self.render(self.scene, reading) == self.scene.text[reading.start : reading.end]
            for reading, reason in verdicts
        )

    def _accept(self, reading: Reading, output: str, candidates: tuple[str, ...]) -> Decision:
        if output == self.scene.text[reading.start : reading.end]:
            return Decision(reading, "canonical", None, candidates)
        reason = find_prohibition(self.scene, reading, self.named, renamed=self.renamed)
        if reason:
            return undo(reading, reason, candidates)
        return Decision(reading, "edit", None, candidates)

    def _refuse(self, verdicts: list[tuple[Reading, Reason | None]]) -> Decision | None:
        reading, reason = min(
            verdicts,
            key=lambda verdict: (verdict[0].obstacle is not None, verdict[0].source == "style"),
        )
        candidates = tuple(sorted({reading.known.id for reading, _ in verdicts}))
        unchanged = self.render(self.scene, reading) == self.scene.text[reading.start : reading.end]
        if unchanged or (reason in _UNLICENSED and is_ordinary(self.scene, reading)):
            return None  # no mention at all
        assert reason is not None  # of what is refused each reading has a reason
        return undo(reading, reason, candidates)

    def _judge(self, reading: Reading) -> Reason | None:
        """Return why a reading cannot be believed in this document, or None."""
        if reading.obstacle and not self._is_known_with_a_word_before(reading):
            return reading.obstacle
        lacking = find_license(self.scene, reading, self.named)
        if lacking:
            return lacking
        if reading.is_shared_family and not self._is_spelled_so(reading):
            return "short-form"
        short = reading.is_person and not reading.full
        contested = short and (reading.known.id, _family(reading)) in self.contested
        return "other-bearer" if contested else None

    def _is_known_with_a_word_before(self, reading: Reading) -> bool:
        """Tell whether the strange word before is a word of some language: *Freiheit Sacharow*.

        Only for somebody whose full name is in the document: who else bears the name is not.
        """
        if reading.obstacle != "unknown-word" or reading.known.id not in self.named:
            return False
        before = self.scene.tokens[reading.tokens.start - 1]
        return reading.is_person and self.scene.lexicon.is_known_word(before.key)

    def _is_spelled_so(self, reading: Reading) -> bool:
        """Tell whether a family name is spelled as in the full name: *NO* is not *Roh*."""
        return (
            reading.known.entity.alone or (reading.known.id, self._spell(reading)) in self.spelled
        )

    def _spell(self, reading: Reading) -> str:
        """Return the family name as it stands in the text."""
        return "".join(
            self.scene.text[p.start : p.stop] for p in reading.pieces if p.part == "family"
        )

    def _follow_accepted(self, decisions: list[Decision]) -> list[Decision]:
        """Believe a spelling throughout where a word near it has told once whom it names."""
        told = {_mark(self.scene, d.reading) for d in decisions if d.status == "edit"}
        return [
            self._accept(
                d.reading._replace(obstacle=None),
                self.render(self.scene, d.reading),
                d.candidates,
            )
            if d.reason in _TOLD_BY_WORDS and _mark(self.scene, d.reading) in told
            else d
            for d in decisions
        ]

    def _add_inflected(self, decisions: list[Decision], present: set[str]) -> list[Decision]:
        """Add what words in a case mean, in place of what was refused of them."""
        taken = {
            at for d in decisions if d.status in ("edit", "canonical") for at in d.reading.tokens
        }
        self.rewritten = frozenset(d.reading.known.id for d in decisions if d.status == "edit")
        added: list[Decision] = []
        covered: set[int] = set()
        for group in reversed(find_inflected(self.scene, taken)):
            decision = self._decide_inflected(list(map(self._weigh, group)), present)
            if decision.status == "edit" and covered.isdisjoint(decision.reading.tokens):
                covered.update(decision.reading.tokens)
                added.append(decision)
        return [d for d in decisions if covered.isdisjoint(d.reading.tokens)] + added

    def _decide_inflected(self, group: list[Reading], present: set[str]) -> Decision:
        fit = [r for r in group if not r.obstacle and self._is_sure_case(r, present)]
        fit = [r for r in fit if r.full] or [r for r in fit if r.known.id in present] or fit
        candidates = tuple(sorted({reading.known.id for reading in fit or group}))
        outputs = {self.render(self.scene, reading) for reading in fit}
        if len(outputs) != 1:
            return undo(group[0], "several", candidates)
        return self._accept(fit[0], outputs.pop(), candidates)

    def _is_sure_case(self, reading: Reading, present: set[str]) -> bool:
        if is_womans_form(self.scene, reading):
            return has_given_in_womans_form(self.scene, reading)
        if reading.full:
            return True
        if may_be_a_woman(self.scene, reading):
            own = is_own_case(reading, self.render(self.scene, reading))
            if own and reading.known.id not in self.rewritten:
                return False  # *Putina*: a woman, unless the text leaves *Władimir* too
            contested = (reading.known.id, _family(reading)) in self.contested
            return (
                reading.known.id in present
                and not contested
                and not speaks_of_a_woman(self.scene, reading)
            )
        return reading.known.id in present or (
            reading.known.entity.alone and not self._is_known_otherwise(reading)
        )

    def _is_known_otherwise(self, reading: Reading) -> bool:
        """A known word is a case of a name only where the name is foreign too: *Łukaszenki*."""
        key = self.scene.tokens[reading.pieces[-1].token].key
        short = len(key) - len(reading.pieces[-1].meant) < _SURE_ENDING
        own = is_own_case(reading, self.render(self.scene, reading))
        return own and short and self.scene.lexicon.is_known_word(key)

    def _decide_damaged(self, group: list[Reading], present: set[str], licensed: bool) -> Decision:
        fit = [r for r in group if not r.obstacle]
        ids = {reading.known.id for reading in fit}
        rival = any(reading.has_rival for reading in group)
        sure = [
            r
            for r in fit
            if r.full or (not rival and (r.known.id in present or _has_title(self.scene, r)))
        ]
        candidates = tuple(sorted({reading.known.id for reading in group}))
        if len({r.known.id for r in sure}) == 1 and sure and licensed:
            return self._accept(sure[0], self.render(self.scene, sure[0]), candidates)
        reason = "damaged" if ids else group[0].obstacle
        return undo((fit or group)[0], reason or "damaged", candidates)


def _mark(scene: Scene, reading: Reading) -> tuple[str, str]:
    return reading.known.id, fold(scene.text[reading.start : reading.end])


def _family(reading: Reading) -> str:
    spellings = [p.spelling for p in reading.pieces if p.part == "family"]
    return " ".join(s.word.text for s in spellings if s)


def _has_title(scene: Scene, reading: Reading) -> bool:
    at = reading.tokens.start - 1
    if at < 0 or not scene.follows(at + 1, hyphen=False):
        return False
    return any(
        scene.tokens[at].key == title.split()[-1].lower() for title in reading.known.entity.titles
    )
