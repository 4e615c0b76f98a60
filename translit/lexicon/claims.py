"""What the strongest layer of a lexicon spells, for checks that go through all of it."""

from translit.lexicon.lexicon import Lexicon


def list_strongest_spellings(lexicon: Lexicon) -> list[str]:
    """Return the keys of all words of names in the strongest layer: a user's, or the default."""
    return lexicon._layers[-1].list_spellings("")
