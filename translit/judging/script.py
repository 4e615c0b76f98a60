"""Script: a name in another script is Latinised only where what stands beside it is Latin."""

from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.page import LATIN


def stands_in_other_script(candidate: Candidate, near: Near) -> bool:
    """Tell whether what stands beside a name in another script is not Latin.

    Names in that script may stand beside it too, but no other word; and not all of the rest.
    """
    page = candidate.page
    if all(page.words[at].facts & LATIN for at in candidate.words):
        return False
    others = list(candidate.list_others(page.find_sentence(candidate.start)))
    latin = [word for word in others if word.facts & LATIN]
    if any(not (word.facts & LATIN or word.text[0].isupper()) for word in others):
        return True
    return all(word.is_capital for word in latin) and 2 * len(latin) <= len(others)
