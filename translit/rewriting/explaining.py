"""Rewriting: decisions as a text, and as edits and mentions with words only when somebody asks."""

from collections.abc import Iterable

from translit.forms import Change, apply_changes
from translit.judging import SENTENCES, Candidate, Decision
from translit.rewriting.explanation import Edit, Evidence, Explanation, Mention
from translit.rewriting.origins import is_damaged, list_pieces, tell_change


def rewrite(text: str, decisions: Iterable[Decision]) -> str:
    """Return a text with the edits of its decisions made, which come in order."""
    changes = [
        (origin + change.start, origin + change.end, change.after)
        for one in decisions
        if one.status == "edit"
        for origin in (one.candidate.page.origin,)
        for change in _list_changes(one.candidate)
    ]
    return apply_changes(text, changes) if changes else text


def explain(text: str, decisions: Iterable[Decision], lang: str) -> Explanation:
    """Return what became of a text, with what explains each edit and mention."""
    decisions = list(decisions)
    edits = [edit for one in decisions if one.status == "edit" for edit in _make_edits(one)]
    rewritten = apply_changes(text, [(edit.start, edit.end, edit.after) for edit in edits])
    return Explanation(rewritten, tuple(edits), tuple(map(_make_mention, decisions)), lang)


def _list_changes(candidate: Candidate) -> list[Change]:
    """Return the changes of a mention, with the article before it where that changes too.

    In English *a* or *an* changes where the row says which of them the new form takes.
    """
    changes = candidate.list_changes()
    page, at = candidate.page, candidate.first - 1
    takes_an = candidate.known.entity.an
    if takes_an is None or at < 0 or not changes or changes[0].first != candidate.first:
        return changes
    if not page.speech.is_english:  # Romanian *a* is no article
        return changes
    word = page.words[at]
    articles = sorted(page.speech.lists["indefinite"], key=len)
    article = articles[takes_an]
    if word.key not in articles or word.key == article or not page.follows(at + 1, hyphen=False):
        return changes
    if word.is_capital:
        article = article.capitalize()
    first, start = changes[0], page.starts[at]
    after = article + page.text[page.stops[at] : first.start] + first.after
    return [Change(start, first.end, after, at, first.last), *changes[1:]]


def _make_edits(decision: Decision) -> list[Edit]:
    """Return the edits of a decision with what explains them."""
    candidate = decision.candidate
    origin = candidate.page.origin
    return [
        Edit(
            start=origin + change.start,
            end=origin + change.end,
            before=candidate.page.text[change.start : change.end],
            after=change.after,
            entity_id=candidate.known.id,
            evidence=_change_evidence(candidate, change),
            why=tell_change(candidate, change),
        )
        for change in _list_changes(candidate)
    ]


def _make_mention(decision: Decision) -> Mention:
    """Return the public form of a decision: it holds the article that changes with the name."""
    candidate = decision.candidate
    start, printed = candidate.start, candidate.output
    text, reading = candidate.page.text, candidate.reading
    if decision.status == "edit":
        changes = _list_changes(candidate)
        start = min(start, changes[0].start)
        printed = apply_changes(
            text[start : candidate.end],
            [(change.start - start, change.end - start, change.after) for change in changes],
        )
    return Mention(
        start=candidate.page.origin + start,
        end=candidate.page.origin + candidate.end,
        text=text[start : candidate.end],
        canonical=reading.base_output if reading.cases else printed,
        entity_id=None if decision.status == "ambiguous" else candidate.known.id,
        candidates=decision.candidates,
        evidence=_find_evidence(candidate),
        status=decision.status,
        reason=decision.reason,
        why=_explain(decision),
        lang=candidate.page.speech.code,
        case=reading.cases,
        printed=printed,
    )


def _find_evidence(candidate: Candidate) -> Evidence:
    """Return why a mention is believed: the weakest evidence that it needs."""
    if candidate.reading.is_damaged:
        return "fuzzy"
    if candidate.reading.cases:
        return "case"
    if candidate.reading.alias is not None:
        return "alias"
    return "scheme" if candidate.is_changed else "name"


def _change_evidence(candidate: Candidate, change: Change) -> Evidence:
    if candidate.reading.cases:
        return "case"
    if candidate.reading.alias is not None:
        return "alias"
    if any(is_damaged(candidate, piece) for piece in list_pieces(candidate, change)):
        return "fuzzy"
    return "scheme"


def _explain(decision: Decision) -> str:
    candidate = decision.candidate
    base = candidate.reading.base_output
    if decision.reason == "case" and base:
        return f"“{candidate.text}” is {base} in a case; it stays, for {SENTENCES['case']}"
    if decision.status == "canonical" or not candidate.is_changed:
        if candidate.reading.cases:
            return f"“{candidate.text}” is the canonical “{base}” in a case"
        return f"“{candidate.text}” is the canonical form"
    changes = _list_changes(candidate)
    because = "; ".join(tell_change(candidate, change) for change in changes)
    if decision.reason is None:
        return because
    return f"{because}; it stays, for {SENTENCES[decision.reason]}"
