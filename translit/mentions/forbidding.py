"""Forbidding: what keeps a mention as it is written, although it is known whom it names."""

from translit.mentions.citations import is_cited
from translit.mentions.guards import find_guard
from translit.mentions.licensing import has_word, has_word_near, is_ordinary
from translit.mentions.reading import Reading, has_whole_given_name
from translit.mentions.reasons import Reason
from translit.mentions.scene import Scene
from translit.mentions.spelling_talk import is_named_as_a_form
from translit.schemes import fold


def find_prohibition(
    scene: Scene, reading: Reading, named: frozenset[str], *, renamed: str
) -> Reason | None:
    """Return the code of why a mention that is believed must yet stay as it is, or None.

    `named` are the ids whose full names are in the document; `renamed` is keep or rewrite.
    """
    if reading.source == "former" and renamed == "keep":
        return "former"
    if reading.source == "other":
        return "other-name"
    if _is_shared_in_doubt(scene, reading, named):
        return "several"
    if _is_half_of_a_name(scene, reading):
        return "half"
    if find_guard(scene, reading):
        return "guard"
    if is_named_as_a_form(scene, reading):
        return "form-named"
    if is_cited(scene, reading):
        return "cited"
    if not _fits_script(scene, reading):
        return "not-latin-sentence"
    if is_ordinary(scene, reading) and not _is_sure_name(scene, reading, named):
        return "ordinary-word"
    return None


def _is_half_of_a_name(scene: Scene, reading: Reading) -> bool:
    """Tell whether a given name stands there of which only a part was read, and no canonical one.

    Half a name rewritten is worse than none: *Abd al-Fattah al-Sisi*.
    """
    name = reading.known.entity.name
    given = [p for p in reading.pieces if p.part == "given"]
    if not given or isinstance(name, str) or has_whole_given_name(reading):
        return False
    first = reading.tokens.start
    if first and reading.pieces[0].part == "given":
        joined = not scene.follows(first, hyphen=False) and scene.follows(first)
        if joined and scene.tokens[first - 1].key in scene.lexicon.context["particles"]:
            return True
    own = {fold(word) for word in (name.given or "").replace("-", " ").split()}
    return any(fold(scene.text[p.start : p.stop]) not in own for p in given)


def _is_shared_in_doubt(scene: Scene, reading: Reading, named: frozenset[str]) -> bool:
    """A spelling knowingly shared needs a word that decides, or the full name."""
    entity = reading.known.entity
    if not entity.shares or len(reading.tokens) > 1 or entity.id in named:
        return False
    key = fold(scene.text[reading.start : reading.end])
    sharing = {known.id for _, known in scene.lexicon.find_bearers(key)}
    if not sharing & set(entity.shares):
        return False
    words = (*entity.near, *entity.place)
    return not (has_word_near(scene, reading, words) or has_word(scene, words))


def _is_sure_name(scene: Scene, reading: Reading, named: frozenset[str]) -> bool:
    at = reading.tokens.start
    if reading.known.id not in named or scene.starts_sentence(at):
        return False
    before = scene.tokens[at - 1]
    return not before.is_capitalised and before.key not in scene.lexicon.context["determiners"]


def _fits_script(scene: Scene, reading: Reading) -> bool:
    """A name in another script is Latinised only where what stands beside it is Latin.

    Names in that script may stand beside it too, but no other word; and not all of the rest.
    """
    if all(scene.tokens[at].is_latin for at in reading.tokens):
        return True
    others = [
        token
        for token in scene.sentence_tokens(reading.start)
        if not reading.start <= token.start < reading.end
    ]
    latin = [token for token in others if token.is_latin]
    if any(not (token.is_latin or token.text[0].isupper()) for token in others):
        return False
    return any(not token.is_capitalised for token in latin) or 2 * len(latin) > len(others)
