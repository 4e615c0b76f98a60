"""Regular spellings: is a word what some convention makes of a name, and not damage of one?"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, log

from translit.lexicon import LISTED
from translit.names.finding import is_met, read_word
from translit.names.known_words import default_lexicon
from translit.names.letters import END, START
from translit.names.model import load_model
from translit.names.ranking import Candidate
from translit.names.reversed import UNSTRESSED
from translit.schemes import check_text, describe_scheme, fold, fold_marked, is_latin

# A logistic curve, fitted on surnames in random press conventions and the same with a letter lost,
# doubled or changed, of the half for training; the model was then trained without them.
# These are, in turn: how likely the reading is for each letter, its least likely letter, the next
# to that, its end, how often names end so, how often its schemes are used, the word's length, and
# whether a letter is doubled, the likeliest original is listed or met, or one of the first three.
_WEIGHTS = (2.639, 0.231, 0.284, 0.132, 0.237, -0.248, 0.1882, -2.545, 2.303, 2.766, 2.073)
_BASE = 1.096
# In doubt it is regular, for a name that is called damaged may become another's: so few are lost.
_REGULAR = 0.13
_FIRST = 3
_SUFFIX = 3
_MET = -1  # the place of what says whether one of them is met
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Regularity:
    """Whether a word is a regular spelling, of which language, and how sure that is.

    `score` is the probability, from 0.0 to 1.0; `lang` and `original` are None where nothing can
    be read at all. `met` says that texts have one of the likeliest originals.
    """

    regular: bool
    score: float
    lang: str | None
    original: str | None
    why: str
    met: bool = False

    def __bool__(self) -> bool:
        return self.regular


@lru_cache(maxsize=8192)
def is_regular_spelling(word: str) -> Regularity:
    """Tell whether a Latin word is what some convention makes of a name that could be one.

    Raises TypeError for what is not a str.

    >>> bool(is_regular_spelling("Michajlov")), bool(is_regular_spelling("Zlnskyyj"))
    (True, False)
    """
    check_text(word)
    nothing = Regularity(False, 0.0, None, None, f"no convention makes “{word}” of a name")
    if len(word) > _LONGEST_WORD or not word or not all(map(is_latin, filter(str.isalpha, word))):
        return nothing
    candidates = [candidate for candidate, _ in read_word(word, load_model().mask)]
    if not candidates:
        return nothing
    features = list_features(word, candidates)
    total = _BASE + sum(weight * x for weight, x in zip(_WEIGHTS, features, strict=True))
    score = 1 / (1 + exp(-max(-50.0, min(50.0, total))))
    best = candidates[0]
    original = best.original[:1].title() + best.original[1:]
    why = f"“{word}” can be {original} in {describe_scheme(best.scheme)}"
    if score < _REGULAR:
        why += ", which does not look like a name"
    lang = best.scheme.partition("/")[0]
    return Regularity(score >= _REGULAR, score, lang, original, why, bool(features[_MET]))


def list_features(word: str, candidates: list[Candidate]) -> tuple[float, ...]:
    """Return what is asked of a word that was read: see `_WEIGHTS`."""
    lexicon = default_lexicon()
    best = candidates[0]
    family, mask, _ = best.readings[0]
    original = best.original.translate(UNSTRESSED)
    text = START + original + END
    letters = family.letters
    scores = [letters.score(text[:at], text[at]) for at in range(1, len(text))]
    least, next_least = sorted(scores)[:2]
    written = fold_marked(word)
    met = [is_met(fold(one.original), one.readings[0][0]) for one in candidates[:_FIRST]]
    return (
        (best.weight - best.bonus) / (len(written) + 1),
        least,
        next_least,
        scores[-1],
        log(1 + letters.count(text[-_SUFFIX:])),
        family.weigh_use(mask),
        float(len(written)),
        float(any(a == b for a, b in pairwise(written))),
        float(bool(lexicon.find_listed(fold(best.original)) & LISTED)),
        float(met[0]),
        float(any(met)),
    )
