"""Guards: collocations in which a spelling is not this entity, as `data/guards.toml` lists them."""

from collections.abc import Sequence
from itertools import product

from translit.judging.candidate import Candidate
from translit.page import Page


def find_guard(candidate: Candidate) -> str | None:
    """Return why a collocation keeps this mention as it is, or None.

    `chicken {kyiv}` guards any spelling of the entity, `Siege of {PLACE}` any place.
    """
    page, first, last = candidate.page, candidate.first, candidate.last + 1
    beside = [(side, at) for side, at in ((-1, first - 1), (1, last)) if 0 <= at < len(page)]
    for target, (side, at) in product(
        (candidate.known.id, candidate.known.entity.kind.upper()), beside
    ):
        key = (target, side, page.words[at].key)
        for before, after, because in page.lexicon.guards.get(key, ()):
            if _stand(page, before, first - len(before)) and _stand(page, after, last):
                return because
    return None


def _stand(page: Page, words: Sequence[str], at: int) -> bool:
    """Tell whether these keys are those of the words from `at` on, joined to the mention."""
    if not words:
        return True
    if at < 0 or at + len(words) > len(page):
        return False
    if any(page.words[at + n].key != word for n, word in enumerate(words)):
        return False
    return all(page.follows(at + n) for n in range(1, len(words)))
