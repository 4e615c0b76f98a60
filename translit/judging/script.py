"""Script and language of what stands around a name, where they are others than the text's."""

from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.languages import ENGLISH, UNTOLD, is_small_word
from translit.lexicon import ORDINARY as ENGLISH_WORD
from translit.page import LATIN, ORDINARY, Page, Word
from translit.schemes import unify_script

_SHORT = 3  # letters, of what may be anything: *abc*


def stands_in_other_script(candidate: Candidate, near: Near) -> bool:
    """Tell whether what stands beside a name in another script is not Latin.

    Names in that script may stand beside it too, but no other word; and not all of the rest. One
    that will be written in Latin letters is Latin. What the press of the text's language writes in
    its own script is not Latinised: *Зеленським* in Russian.
    """
    page = candidate.page
    if candidate.reading.keeps_script:
        return False
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


def stands_in_other_language(candidate: Candidate, near: Near) -> bool:
    """Tell whether its sentence is in another language of the text's script: a Russian quotation.

    There the name is as that language has it.
    """
    page = candidate.page
    if not candidate.reading.keeps_script:
        return False
    start, stop = page.sentences.span(page.sentences.number(candidate.start))
    # without the name itself, which may be all that is in that language
    rest = page.text[start : candidate.start] + page.text[candidate.end : stop]
    told = page.lexicon.teller.tell(rest)
    return told not in (page.speech.code, UNTOLD)


def stands_in_untold_language(candidate: Candidate, near: Near) -> bool:
    """Tell whether its sentence is in no language that is told, and not in English.

    There English forms are wrong: *Andreï Kourkov a lu à Nantes*. Names alone are of no language.
    """
    page = candidate.page
    if page.speech.code != UNTOLD or candidate.output == unify_script(candidate.text):
        return False  # letters of two scripts in one word are wrong in every language
    others = (at for at in page.find_sentence(candidate.start) if at not in candidate.words)
    words = {
        page.words[at].text: page.words[at]
        for at in others
        if page.words[at].text.islower()
        and page.words[at].facts & LATIN
        and not page.is_hyphened(at)  # *Chou Wen-chung*
        and not _is_letter(page, page.words[at].text)
    }
    english = [text for text, word in words.items() if _is_english(page, word)]
    if len(words) > 1 or not all(map(str.isascii, words)):
        return 2 * len(english) < len(words)
    return not english and (
        bool(page.lexicon.teller.score(list(words)))
        or any(word.facts & ORDINARY and len(text) > _SHORT for text, word in words.items())
    )


def _is_letter(page: Page, text: str) -> bool:
    """Tell whether it is one letter, which is no word but where some language has it: *à, e*."""
    if len(text) > 1:
        return False
    small_in = page.lexicon.teller.score([text])
    return not small_in or ENGLISH in small_in


def _is_english(page: Page, word: Word) -> bool:
    """Tell whether English writes a word small, and not only others as one of theirs: *och, en*."""
    if not word.known & ENGLISH_WORD or not word.text.isascii():
        return False
    small_in = page.lexicon.teller.score([word.text])
    return ENGLISH in small_in if small_in else len(word.text) > 1


def stands_after_its_language(candidate: Candidate, near: Near) -> bool:
    """Tell whether a small word of its own language stands before a name: *de Samarcande*,
    *an der Donau*.

    What another language calls a place is as right there as that word.
    """
    alias, page = candidate.reading.alias, candidate.page
    if alias is None or not page.follows(candidate.first):
        return False
    own = {ENGLISH, page.speech.code}
    if page.speech.is_english and not candidate.reading.is_foreign:
        return False
    word = page.words[candidate.first - 1].text
    if not word.islower() or any(is_small_word(word, lang) for lang in own):
        return False
    return any(is_small_word(word, lang) for lang in alias.get("langs", ()))
