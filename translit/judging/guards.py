"""Guards: collocations in which a spelling is not this entity, as `data/guards.toml` lists them."""

from collections.abc import Sequence

from translit.judging.candidate import Candidate
from translit.page import Page


def find_guard(candidate: Candidate) -> str | None:
    """Return why a collocation keeps this mention as it is, or None.

    `chicken {kyiv}` guards any spelling of the entity, `Siege of {PLACE}` any place.
    """
    page, first, last = candidate.page, candidate.first, candidate.last + 1
    for target in (candidate.known.id, candidate.known.entity.kind.upper()):
        for before, after, because in page.lexicon.guards.get(target, ()):
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
