"""What a lexicon file cannot be used for."""


class LexiconError(ValueError):
    """A lexicon file is missing, damaged or of another version; the text says the cure."""
