"""What is wrong with a language file, or with the code of a language."""


class LanguageError(ValueError):
    """A language is unknown or its file is wrong; the text says where and the cure."""
