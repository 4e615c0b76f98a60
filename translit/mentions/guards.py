"""Guards: collocations in which a spelling is not this entity, as `data/guards.toml` lists them."""

from collections.abc import Sequence

from translit.mentions.reading import Reading
from translit.mentions.scene import Scene
from translit.schemes import fold


def find_guard(scene: Scene, reading: Reading) -> str | None:
    """Return why a collocation keeps this mention as it is, or None.

    `chicken {kyiv}` guards any spelling of the entity, `Siege of {PLACE}` any place.
    """
    for before, target, after, because in scene.lexicon.guards:
        if not _is_target(reading, target):
            continue
        first, last = reading.tokens.start, reading.tokens.stop
        if _stand(scene, before, first - len(before)) and _stand(scene, after, last):
            return because
    return None


def _is_target(reading: Reading, target: str) -> bool:
    return target in (reading.known.id, reading.known.entity.kind.upper())


def _stand(scene: Scene, words: Sequence[str], at: int) -> bool:
    """Tell whether these words stand from word `at` on, joined to the mention beside them."""
    if not words:
        return True
    if at < 0 or at + len(words) > len(scene.tokens):
        return False
    if any(scene.tokens[at + n].key != fold(word) for n, word in enumerate(words)):
        return False
    return all(scene.follows(at + n) for n in range(1, len(words)))
