"""Guards: collocations in which a spelling is not this entity, as `data/guards.toml` lists them."""

from collections.abc import Sequence

from translit.mentions.reading import Reading
from translit.mentions.scene import Scene


def find_guard(scene: Scene, reading: Reading) -> str | None:
    """Return why a collocation keeps this mention as it is, or None.

    `chicken {kyiv}` guards any spelling of the entity, `Siege of {PLACE}` any place.
    """
    first, last = reading.tokens.start, reading.tokens.stop
    for target in (reading.known.id, reading.known.entity.kind.upper()):
        for before, after, because in scene.lexicon.guards.get(target, ()):
            if _stand(scene, before, first - len(before)) and _stand(scene, after, last):
                return because
    return None


def _stand(scene: Scene, words: Sequence[str], at: int) -> bool:
    """Tell whether these keys are those of the words from `at` on, joined to the mention."""
    if not words:
        return True
    if at < 0 or at + len(words) > len(scene.tokens):
        return False
    if any(scene.tokens[at + n].key != word for n, word in enumerate(words)):
        return False
    return all(scene.follows(at + n) for n in range(1, len(words)))
