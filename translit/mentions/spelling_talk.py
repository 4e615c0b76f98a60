"""Talk about spelling: places where a text names the form itself, so that it must stay."""

import re
from collections.abc import Sequence

from translit.mentions.reading import Reading
from translit.mentions.scene import Scene
from translit.schemes import fold

# How far apart, in words, two forms may be for one sentence to be about them.
_NEAR = 8
_OPENERS = " \t\n\"'“‘«„*_("  # white space, quotation marks, Markdown emphasis, bracket
_LONGEST_NAMING = 3


def is_named_as_a_form(scene: Scene, reading: Reading) -> bool:
    """Tell whether the text speaks of this very form: *spelled*, a language label, *formerly*."""
    words = scene.sentence_tokens(reading.start)
    if any(token.key in scene.lexicon.context["spelling"] for token in words):
        return True
    if not reading.tokens.start:
        return False
    return _follows_label(scene, reading.tokens.start) or _follows_naming(
        scene, reading.tokens.start
    )


def _follows_label(scene: Scene, first: int) -> bool:
    """Tell whether a language stands before: *Belarusian: Лукашэнка*."""
    gap = scene.gap(first)
    if scene.tokens[first - 1].key not in scene.lexicon.context["labels"]:
        return False
    if gap.strip(_OPENERS + ".") == ":":
        return True
    if "," in gap:  # *in Belarus, Maladzyechna* is a place in a country
        return False
    before = scene.text[: scene.tokens[first - 1].start].rstrip()
    return before.endswith(("(", "[")) or (first > 1 and scene.tokens[first - 2].key == "in")


def _follows_naming(scene: Scene, first: int) -> bool:
    if scene.gap(first).strip(_OPENERS + ":"):
        return False
    context = scene.lexicon.context
    if scene.tokens[first - 1].key in context["once"]:
        return scene.gap(first - 1).strip(_OPENERS) in (",", "(", ", (", "[")
    words: list[str] = []
    for at in range(first - 1, max(first - 1 - _LONGEST_NAMING, -1), -1):
        words.insert(0, scene.tokens[at].key)
        if " ".join(words) in context["naming"]:
            return True
        if not scene.follows(at):
            break
    return False


def sets_forms_side_by_side(scene: Scene, first: Reading, second: Reading) -> bool:
    """Tell whether two forms of one entity are set beside each other: *Kyiv (Kiev)*.

    The readings are in the order of the text. Equal forms never are.
    """
    if first.known.id != second.known.id or first.end >= second.start:
        return False
    if first.in_case or second.in_case:  # a case is no other form of the name
        return False
    if _form(scene, first) == _form(scene, second):
        return False
    between = range(first.tokens.stop, second.tokens.start)
    if len(between) > _NEAR or scene.sentences.number(first.start) != scene.sentences.number(
        second.start
    ):
        return False
    context = scene.lexicon.context
    keys = [scene.tokens[at].key for at in between]
    linked = all(key in context["linking"] or key in context["labels"] for key in keys)
    if linked and ":" not in scene.text[first.end : second.start]:
        return True
    if _opens_bracket(scene, first, second) or _follows_once(scene, first, second):
        return True
    return any(token.key in context["changing"] for token in scene.sentence_tokens(first.start))


def _follows_once(scene: Scene, first: Reading, second: Reading) -> bool:
    """Tell whether *now, today, formerly* stands before the second: *Lwów, Poland (now Lviv)*."""
    context = scene.lexicon.context
    words: list[str] = []
    for at in range(second.tokens.start - 1, first.tokens.stop - 1, -1):
        words.insert(0, scene.tokens[at].key)
        phrase = " ".join(words)
        if phrase in context["once"] or phrase in context["naming"]:
            return True
        if len(words) == _LONGEST_NAMING or not scene.follows(at):
            break
    return False


def _opens_bracket(scene: Scene, first: Reading, second: Reading) -> bool:
    between = scene.text[first.end : second.start]
    return bool(re.match(r"\s*[(\[]", between)) and not re.search(r"[)\]]", between)


def _form(scene: Scene, reading: Reading) -> Sequence[str]:
    """The folded words that stand for the entity, without what a short form leaves out."""
    named = [p for p in reading.pieces if p.part in ("family", "word", "alias")]
    return [fold(scene.text[piece.start : piece.stop]) for piece in named or reading.pieces]
