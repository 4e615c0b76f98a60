"""Following: two explanations, one of a text and one of its result, as a single one."""

from collections.abc import Sequence
from dataclasses import replace

from translit.rewriting.explanation import Edit, Explanation, Mention
from translit.rewriting.rendering import apply_changes


def follow(text: str, first: Explanation, second: Explanation) -> Explanation:
    """Return what both passes did to `text`, with all offsets in it.

    `first` explains `text`, and `second` explains the text of `first`. Mentions are those of the
    first pass, save where the second saw more: there a mention holds all edits that it touches.
    """
    if not second.edits:
        return first
    edits = list(first.edits)
    for later in second.edits:
        edits = _add_edit(text, first, edits, later)
    moved = [_move(text, first, m) for m in second.mentions if m.status == "edit"]
    changed = [m for m in (_hold_edits(text, m, edits) for m in moved) if m]
    edits = [_take_over(edit, changed) for edit in edits]
    mentions = [m for m in first.mentions if not any(_overlap(m, other) for other in changed)]
    mentions += _keep_edited(text, first.mentions, edits, changed)
    mentions = sorted((*mentions, *changed), key=lambda mention: mention.start)
    return Explanation(second.text, tuple(edits), tuple(mentions))


def _take_over(edit: Edit, changed: Sequence[Mention]) -> Edit:
    """Let an edit be of the entity that the later pass read it as a part of."""
    for mention in changed:
        if mention.start <= edit.start and edit.end <= mention.end:
            return replace(edit, entity_id=mention.entity_id)
    return edit


def _keep_edited(
    text: str, mentions: Sequence[Mention], edits: Sequence[Edit], changed: Sequence[Mention]
) -> list[Mention]:
    """Return what is left of edited mentions into which a later one reaches: their own edits."""
    free = [e for e in edits if not any(m.start <= e.start and e.end <= m.end for m in changed)]
    left = []
    for mention in mentions:
        own = [e for e in free if mention.start <= e.start and e.end <= mention.end]
        if own and any(_overlap(mention, other) for other in changed):
            left.append(_span(text, mention, own[0].start, own[-1].end, own))
    return left


def _hold_edits(text: str, mention: Mention, edits: Sequence[Edit]) -> Mention | None:
    """Widen a mention to the edits that it touches; None if no edit is left of it."""
    touched = [edit for edit in edits if edit.start < mention.end and mention.start < edit.end]
    if not touched:
        return None
    start = min(mention.start, touched[0].start)
    end = max(mention.end, touched[-1].end)
    return _span(text, mention, start, end, touched)


def _span(text: str, mention: Mention, start: int, end: int, touched: Sequence[Edit]) -> Mention:
    """Return a mention of this span, with these edits in it."""
    changes = [(edit.start - start, edit.end - start, edit.after) for edit in touched]
    written = text[start:end]
    canonical = apply_changes(written, changes)
    return replace(mention, start=start, end=end, text=written, canonical=canonical)


def _add_edit(text: str, first: Explanation, edits: Sequence[Edit], later: Edit) -> list[Edit]:
    """Put an edit of the result among those of the text; it takes in those that it changes."""
    start, end = _find_span(first, later.start, later.end)
    touched = [edit for edit in edits if edit.start < end and start < edit.end]
    head, tail = "", ""
    if touched:
        start, end = min(start, touched[0].start), max(end, touched[-1].end)
        head = first.text[first.to_normalized(start) : later.start]
        after_last = first.to_normalized(touched[-1].start) + len(touched[-1].after)
        tail = first.text[later.end : max(later.end, after_last)]
    edit = replace(
        later, start=start, end=end, before=text[start:end], after=head + later.after + tail
    )
    kept = [other for other in edits if other not in touched]
    if edit.before == edit.after:
        return kept
    return sorted((*kept, edit), key=lambda one: one.start)


def _move(text: str, first: Explanation, mention: Mention) -> Mention:
    start, end = _find_span(first, mention.start, mention.end)
    return replace(mention, start=start, end=end, text=text[start:end])


def _find_span(first: Explanation, start: int, end: int) -> tuple[int, int]:
    """Return which span of the text became this span of the result."""
    last = first.to_original(end - 1)
    within = [edit.end for edit in first.edits if edit.start <= last < edit.end]
    return first.to_original(start), within[0] if within else last + 1


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
