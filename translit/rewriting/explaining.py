"""Explaining: a decision in words, made only when somebody asks."""

from translit.mentions import SENTENCES, Decision, Piece, Reading, Scene
from translit.rewriting.canonical import CanonicalForms
from translit.rewriting.explanation import Edit, Evidence, Mention
from translit.rewriting.rendering import Change, apply_changes, list_changes, render


def make_mention(scene: Scene, decision: Decision, forms: CanonicalForms) -> Mention:
    """Return the public form of a decision: it holds the article that changes with the name."""
    reading = decision.reading
    ambiguous = decision.status == "ambiguous"
    start, canonical = reading.start, render(scene, reading, forms)
    if decision.status == "edit":
        changes = list_changes(scene, reading, forms)
        start = min(start, changes[0].start)
        canonical = apply_changes(
            scene.text[start : reading.end],
            [(change.start - start, change.end - start, change.after) for change in changes],
        )
    return Mention(
        start=start,
        end=reading.end,
        text=scene.text[start : reading.end],
        canonical=canonical,
        entity_id=None if ambiguous else reading.known.id,
        candidates=decision.candidates,
        evidence=find_evidence(scene, reading, forms),
        status=decision.status,
        reason=decision.reason,
        why=_explain(scene, decision, forms),
    )


def make_edits(scene: Scene, decision: Decision, forms: CanonicalForms) -> list[Edit]:
    """Return the edits of a decision with what explains them."""
    reading = decision.reading
    return [
        Edit(
            start=change.start,
            end=change.end,
            before=scene.text[change.start : change.end],
            after=change.after,
            entity_id=reading.known.id,
            evidence=_change_evidence(reading, change),
            why=_explain_change(scene, reading, change),
        )
        for change in list_changes(scene, reading, forms)
    ]


def find_evidence(scene: Scene, reading: Reading, forms: CanonicalForms) -> Evidence:
    """Return why a mention is believed: name, alias, scheme or fuzzy, the weakest that it needs."""
    if reading.is_damaged:
        return "fuzzy"
    if reading.alias is not None:
        return "alias"
    return "scheme" if list_changes(scene, reading, forms) else "name"


def _change_evidence(reading: Reading, change: Change) -> Evidence:
    if reading.alias is not None:
        return "alias"
    if any(_is_damaged(reading, p) for p in _pieces(reading, change)):
        return "fuzzy"
    return "scheme"


def _pieces(reading: Reading, change: Change) -> list[Piece]:
    return [p for p in reading.pieces if change.first <= p.token <= change.last]


def _is_damaged(reading: Reading, piece: Piece) -> bool:
    return bool(piece.meant) and not reading.in_case


def _explain(scene: Scene, decision: Decision, forms: CanonicalForms) -> str:
    reading = decision.reading
    if decision.status == "canonical" or not (changes := list_changes(scene, reading, forms)):
        return f"“{scene.text[reading.start : reading.end]}” is the canonical form"
    because = "; ".join(_explain_change(scene, reading, change) for change in changes)
    if decision.reason is None:
        return because
    return f"{because}; it stays, for {SENTENCES[decision.reason]}"


def _explain_change(scene: Scene, reading: Reading, change: Change) -> str:
    written = scene.text[change.start : change.end]
    if reading.alias is not None:
        return _explain_alias(written, reading)
    return "; ".join(_explain_piece(scene, reading, piece) for piece in _pieces(reading, change))


def _explain_alias(written: str, reading: Reading) -> str:
    assert reading.alias is not None
    because = reading.alias.get("because")
    lang = reading.alias.get("lang")
    tail = f" ({because})" if because else f" in the language “{lang}”" if lang else ""
    return f"“{written}” is listed as an alias of {reading.known.id}{tail}"


def _explain_piece(scene: Scene, reading: Reading, piece: Piece) -> str:
    written = scene.text[piece.start : piece.stop]
    spelling = piece.spelling
    if spelling is None:
        return f"“{written}” stands for a name of {reading.known.id}"
    original = _titlecase(spelling.word.text)
    if _is_damaged(reading, piece):
        return f"“{written}” is a damaged “{piece.meant}”, which is {original}"
    if piece.meant:
        return f"“{written}” is “{piece.meant}” in a case, which is {original}"
    if not spelling.schemes:
        return f"“{written}” is {original}, a name of {reading.known.id}"
    schemes = sorted(spelling.schemes, key=lambda scheme: "/press-" not in scheme)
    named = [scene.lexicon.describe_scheme(scheme) for scheme in schemes[:2]]
    rest = len(schemes) - len(named)
    more = f" and {rest} more {'scheme' if rest == 1 else 'schemes'}" if rest else ""
    return f"“{written}” is {original} in {', '.join(named)}{more}"


def _titlecase(word: str) -> str:
    return word if word.isupper() else word[:1].upper() + word[1:]
