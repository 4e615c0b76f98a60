"""Writing an original forward, in all schemes at once: which of them make a spelling of it."""

from translit.names.reading import bare_vowels
from translit.names.reversed import Reversed
from translit.schemes import fold, fold_marked, undouble


def find_schemes(original: str, word: str, reversed_: Reversed, mask: int) -> int:
    """Return the schemes of a mask that write an original as a Latin word.

    An accent on a vowel is stress or length where a scheme has no such letter. What a language
    adds to a name, and a doubled letter that print drops, counts as written. That one alternate
    is chosen for a whole word is not asked.
    """
    marked = fold_marked(word)
    found = _find(original, marked, reversed_, mask)
    single = undouble(original)
    if single != original:
        found |= find_schemes(single, word, reversed_, mask & ~found)
    bare = bare_vowels(marked)
    if bare != marked:
        lacking = mask & ~found
        for letter in set(marked) - set(bare):
            lacking &= reversed_.lacking(letter)
        if lacking:
            found |= _find(original, bare, reversed_, lacking)
    return found


def _find(original: str, word: str, reversed_: Reversed, mask: int) -> int:
    found = _write(original, word, reversed_, mask)
    for add, rows in reversed_.endings.get(word[-1:], {}).items():
        stem = word.removesuffix(add)
        for after, of_it in rows:
            left = mask & of_it & ~found
            if left and stem and stem != word and fold(stem).endswith(after):
                found |= _write(original, stem, reversed_, left)
    return found


def _write(original: str, word: str, reversed_: Reversed, mask: int) -> int:
    rest = original + "$"
    size = len(original)
    states: list[dict[int, int]] = [{} for _ in range(size + 1)]
    states[0][0] = mask
    for at in range(size):
        here = states[at]
        if not here:
            continue
        pieces = reversed_.pieces.at(rest[at - 1] if at else "^", rest[at:])
        for place, schemes in here.items():
            for length, form, allowed in pieces:
                both = schemes & allowed
                if both and word.startswith(form, place):
                    target = states[at + length]
                    stop = place + len(form)
                    target[stop] = target.get(stop, 0) | both
    return states[size].get(len(word), 0)


def align(
    original: str, word: str, reversed_: Reversed, mask: int
) -> tuple[tuple[tuple[str, str], ...], int]:
    """Return the likeliest pairs of letters and what is written for them, and the schemes."""
    rest = original + "$"
    marked = fold_marked(word)
    states: list[dict[int, tuple[float, int, tuple[tuple[str, str], ...]]]]
    states = [{} for _ in range(len(original) + 1)]
    states[0][0] = (0.0, mask, ())
    for at in range(len(original)):
        for place, (score, schemes, path) in states[at].items():
            for length, form, allowed in reversed_.pieces.at(
                rest[at - 1] if at else "^", rest[at:]
            ):
                both = schemes & allowed
                if both and marked.startswith(form, place):
                    source = original[at : at + length]
                    total = score + reversed_.cost(source, form)
                    target = states[at + length]
                    stop = place + len(form)
                    if stop not in target or target[stop][0] < total:
                        target[stop] = (total, both, (*path, (source, form)))
    _, schemes, path = states[-1].get(len(marked), (0.0, 0, ()))
    return path, schemes
