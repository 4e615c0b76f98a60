"""Phrases: the keys by which names and aliases of one or more words are found."""

from translit.schemes import fold, fold_marked


def fold_phrase(text: str) -> str:
    """Return the key of words by their letters alone.

    >>> fold_phrase("Ivy Countries"), fold_phrase("Novi-Sad")
    ('ivy countries', 'novi sad')
    """
    if text.isalpha():
        return fold(text)
    return " ".join(filter(None, (fold(word) for word in text.replace("-", " ").split())))


def fold_phrase_marked(text: str) -> str:
    """Return the key of words with their marks.

    >>> fold_phrase_marked("Union européenne")
    'union européenne'
    """
    return " ".join(filter(None, (fold_marked(word) for word in text.replace("-", " ").split())))
