"""How often words are met: what wordfreq counts, spelled as their languages spell them."""


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
    """Return a word with its last letter as small letters end: Greek has one for the end of words,
    and wordfreq, which folds case, has not."""
    last = (word[-1:] * 2).upper().lower()[-1:]
    return word[:-1] + last if len(word) > 1 and last.casefold() == word[-1] else word
