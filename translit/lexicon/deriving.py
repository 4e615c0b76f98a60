"""The spellings of native words, derived in this process or by several."""

import multiprocessing
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from translit.lexicon.errors import LexiconError
from translit.lexicon.naming import LATIN
from translit.schemes import SchemeError, fold, fold_marked, load_scheme, variants

# A native word: its language, the word, and whether it is the name of a place.
NativeWord = tuple[str, str, bool]
# The folded spellings of a word, each with the schemes that give it.
Spellings = dict[str, tuple[str, ...]]
# Is told how many words are derived, and of how many.
Tell = Callable[[int, int], None]

_BATCH = 256  # words that are sent to a process at once: some tenths of a second


def derive_all(
    words: Sequence[NativeWord], known: Mapping[NativeWord, Spellings], jobs: int, tell: Tell
) -> list[Spellings]:
    """Return the spellings of each word, in order: what is known, and the others derived.

    `jobs` processes derive them, here for 1. Raises LexiconError if a process dies.
    """
    wanted = [word for word in words if word not in known]
    batches = [wanted[start : start + _BATCH] for start in range(0, len(wanted), _BATCH)]
    derived: list[Spellings] = []
    for made in _map_batches(batches, jobs):
        derived += made
        tell(len(derived), len(wanted))
    found = dict(zip(wanted, derived, strict=True))
    return [found[word] if word in found else known[word] for word in words]


def _map_batches(
    batches: Sequence[Sequence[NativeWord]], jobs: int
) -> Iterator[Sequence[Spellings]]:
    if jobs == 1 or len(batches) <= 1:
        yield from map(_derive_batch, batches)
        return
    context = multiprocessing.get_context("spawn")  # a fork would carry the threads' locks along
    try:
        with ProcessPoolExecutor(min(jobs, len(batches)), mp_context=context) as pool:
            yield from pool.map(_derive_batch, batches)
    except BrokenProcessPool:
        raise LexiconError(
            "a process that derived spellings was ended from outside, perhaps for want of memory; "
            "nothing is half written; run it again with --jobs 1"
        ) from None


def _derive_batch(words: Sequence[NativeWord]) -> list[Spellings]:
    return [derive(*word) for word in words]


def derive(lang: str, word: str, of_place: bool) -> Spellings:
    """Return the folded spellings of a word, itself among them, with the schemes of each."""
    spellings: dict[str, set[str]] = defaultdict(set)
    spellings[_join(fold(word))] = set()
    if lang != LATIN:
        try:
            derived = variants(word, lang, kind="place" if of_place else None)
        except SchemeError:  # a word in another script: looked for as it stands
            derived = {}
        is_sign = len(word) == 1 and word.upper() == word.lower()
        for spelling, schemes in derived.items():
            for scheme in schemes:
                marked = load_scheme(scheme).needs_marks(spelling)
                key = _join(fold_marked(spelling) if marked else fold(spelling))
                if len(key) > 1 or is_sign:  # *O Se-hun*, but no initial
                    spellings[key].add(scheme)
    return {key: tuple(sorted(spellings[key])) for key in sorted(spellings)}


def _join(key: str) -> str:
    """Text words are parted by hyphens and spaces; those of one given name are looked up joined."""
    return key.replace("-", "").replace(" ", "")
