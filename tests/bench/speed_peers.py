"""What others make of a text: they find the spellings, or put a word in their place."""

import time
from collections.abc import Callable, Sequence
from typing import Any

Peer = Callable[[str], object]


def make_peers(spellings: Sequence[str]) -> dict[str, Peer]:
    """Return what each peer does with a text; the seconds that it took to make them are printed."""
    automaton, seconds = _time(lambda: _make_automaton(spellings))
    flashtext, flash = _time(lambda: make_flashtext(spellings))
    matcher, phrase = _time(lambda: _make_matcher(spellings))
    print(f"build s: ahocorasick_rs {seconds:.1f}, FlashText {flash:.1f}, spaCy {phrase:.1f}")
    return {
        "scan": automaton.find_matches_as_indexes,
        "rewrite": lambda text: _rewrite(automaton, text),
        "FlashText": flashtext,
        "PhraseMatcher": matcher,
    }


def make_scan(spellings: Sequence[str]) -> Peer:
    """Return what finds the spellings, the longest from the left, within words too."""
    found: Peer = _make_automaton(spellings).find_matches_as_indexes
    return found


def make_flashtext(spellings: Sequence[str]) -> Peer:
    """Return what puts a word in place of the spellings."""
    import flashtext

    processor = flashtext.KeywordProcessor(case_sensitive=True)
    processor.add_keywords_from_dict({"Name": list(spellings)})
    replace: Peer = processor.replace_keywords
    return replace


def _make_automaton(spellings: Sequence[str]) -> Any:
    import ahocorasick_rs

    kind = ahocorasick_rs.MatchKind.LeftmostLongest
    return ahocorasick_rs.AhoCorasick(spellings, matchkind=kind)


def _make_matcher(spellings: Sequence[str]) -> Peer:
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp: Any = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("NAME", nlp.tokenizer.pipe(spellings))
    return lambda text: matcher(nlp.make_doc(text))


def _time(make: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    made = make()
    return made, time.perf_counter() - start


def _rewrite(automaton: Any, text: str) -> str:
    parts = []
    last = 0
    for _, start, end in automaton.find_matches_as_indexes(text):
        parts += [text[last:start], "Name"]
        last = end
    return "".join([*parts, text[last:]])
