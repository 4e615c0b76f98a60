"""Script: a name in another script is Latinised only where what stands beside it is Latin."""

from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.page import LATIN


def stands_in_other_script(candidate: Candidate, near: Near) -> bool:
    """Tell whether what stands beside a name in another script is not Latin.

    Names in that script may stand beside it too, but no other word; and not all of the rest. One
    that will be written in Latin letters is Latin.
    """
    page = candidate.page
    if all(page.words[at].facts & LATIN for at in candidate.words):
        return False
    others = latin = 0
    has_small_word = False
    for at in page.find_sentence(candidate.start):
        if candidate.first <= at <= candidate.last:
            continue
        word = page.words[at]
        others += 1
        if at in near.latin:
            latin += 1
        elif word.facts & LATIN:
            latin += 1
            has_small_word = has_small_word or not word.is_capital
        elif not word.text[0].isupper():
            return True
    return not has_small_word and 2 * latin <= others
