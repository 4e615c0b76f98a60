"""What differs between the edits that two versions make in one text, by kind and rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Kind = Literal[
    "edit gone",
    "edit new",
    "other entity",
    "other form",
    "other bounds",
    "other evidence",
    "other text, the same edits",
    "error",
]


class MadeEdit(NamedTuple):
    """An edit as a version answered it; `start` and `end` are code points of the text."""

    start: int
    end: int
    before: str
    after: str
    entity_id: str | None
    evidence: str


class SeenMention(NamedTuple):
    """A mention as a version answered it."""

    start: int
    end: int
    status: str
    reason: str | None
    entity_id: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A span of a text whose edits differ: what `old` made of it, what `new` makes of it."""

    kind: Kind
    start: int
    end: int
    old: tuple[MadeEdit, ...] = ()
    new: tuple[MadeEdit, ...] = ()
    rule: str = ""


def compare_answers(
    text: str,
    old: dict[str, Any],
    new: dict[str, Any],
    old_mentions: Sequence[SeenMention],
    new_mentions: Sequence[SeenMention],
) -> Iterator[Difference]:
    """Give the differences of two answers about a text, each with its rule.

    The rule of an edit that is gone is the reason that the new version gives there, of a new one
    the reason of the old version; of others the evidence.
    """
    if "error" in old or "error" in new:
        if old.get("error") != new.get("error"):
            types = [one.get("error", "none").partition(":")[0] for one in (old, new)]
            rule = " → ".join(types)
            yield Difference("error", 0, 0, rule=rule)
        return
    edits = [[MadeEdit(*edit) for edit in answer["edits"]] for answer in (old, new)]
    same_text = True
    for found in compare_edits(text, *edits):
        same_text = same_text and found.kind in ("other bounds", "other evidence")
        where = new_mentions if found.kind == "edit gone" else old_mentions
        yield Difference(
            found.kind, found.start, found.end, found.old, found.new, _find_rule(found, where)
        )
    broken = [side for side, one in (("old", old), ("new", new)) if "explained" in one]
    if len(broken) == 1:
        rule = f"normalize is not explain in the {broken[0]} version"
        yield Difference("other text, the same edits", 0, 0, rule=rule)
    elif same_text and old["hash"] != new["hash"]:
        yield Difference("other text, the same edits", 0, 0, rule="beside the edits")


def compare_edits(
    text: str, old: Sequence[MadeEdit], new: Sequence[MadeEdit]
) -> Iterator[Difference]:
    """Give the spans in which the edits of two versions differ, without their rules.

    Edits that touch the same letters are compared together.

    >>> one = MadeEdit(0, 6, "Szojgu", "Shoigu", "sergei-shoigu", "scheme")
    >>> [found.kind for found in compare_edits("Szojgu", [one], [])]
    ['edit gone']
    """
    same = set(old) & set(new)
    sides = [(edit, side) for side, edits in enumerate((old, new)) for edit in edits]
    group: list[tuple[MadeEdit, int]] = []
    reach = 0
    for edit, side in sorted(e for e in sides if e[0] not in same):
        if group and edit.start >= reach:
            yield _name_kind(text, group)
            group = []
        reach = max(reach, edit.end) if group else edit.end
        group.append((edit, side))
    if group:
        yield _name_kind(text, group)


def _name_kind(text: str, group: Sequence[tuple[MadeEdit, int]]) -> Difference:
    old, new = (tuple(edit for edit, of in group if of == side) for side in (0, 1))
    start = min(edit.start for edit, _ in group)
    end = max(edit.end for edit, _ in group)
    if not new:
        kind: Kind = "edit gone"
    elif not old:
        kind = "edit new"
    elif {edit.entity_id for edit in old} != {edit.entity_id for edit in new}:
        kind = "other entity"
    elif show_result(text, start, end, old) != show_result(text, start, end, new):
        kind = "other form"
    elif [edit[:2] for edit in old] != [edit[:2] for edit in new]:
        kind = "other bounds"
    else:
        kind = "other evidence"
    return Difference(kind, start, end, old, new)


def show_result(text: str, start: int, end: int, edits: Sequence[MadeEdit]) -> str:
    """Return what edits make of a span of the text.

    >>> one = MadeEdit(0, 6, "Szojgu", "Shoigu", "sergei-shoigu", "scheme")
    >>> show_result("Szojgu spoke", 0, 12, [one])
    'Shoigu spoke'
    """
    parts = []
    for edit in edits:
        parts += [text[start : edit.start], edit.after]
        start = edit.end
    return "".join([*parts, text[start:end]])


def _find_rule(found: Difference, where: Sequence[SeenMention]) -> str:
    if found.kind not in ("edit gone", "edit new"):
        sides = [" + ".join(sorted({e.evidence for e in side})) for side in (found.old, found.new)]
        return " → ".join(dict.fromkeys(sides))
    evidence = " + ".join(sorted({edit.evidence for edit in (*found.old, *found.new)}))
    seen = [m for m in where if m.start < found.end and found.start < m.end]
    if not seen:
        return f"{evidence}, else not seen"
    rules = sorted({m.status if m.reason is None else f"{m.status}: {m.reason}" for m in seen})
    return f"{evidence}, else {' + '.join(rules)}"
