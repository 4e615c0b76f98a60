"""How often words are met: what wordfreq counts, spelled as their languages spell them."""

_FINAL_SIGMA = "\u03c2"  # ς
_SIGMA = "\u03c3"  # σ, which folding of case puts at the end of words, too


def count_words(code: str) -> dict[str, float] | None:
    """Return the words of a language by how often each is met in a thousand million.

    It is None where there is no list of the language.
    """
    from wordfreq import available_languages, get_frequency_dict

    if code not in available_languages("best"):
        return None
    counted = get_frequency_dict(code, wordlist="best")
    return {_end_as_written(word): share * 1e9 for word, share in counted.items()}


def _end_as_written(word: str) -> str:
    if len(word) > 1 and word.endswith(_SIGMA):
        return word[:-1] + _FINAL_SIGMA
    return word
