"""What is wrong with a language file, or with the code of a language."""


class LanguageError(ValueError):
    """A language is unknown or its file is wrong; the text says where and the cure."""


class FileFlaw(Exception):
    """What is wrong at a place of a language file (words of its line), and what to do about it.

    `block` is the section and the number of the block that it is in, if it is in one.
    """

    def __init__(self, at: str, what: str, block: tuple[str, int] | None = None) -> None:
        super().__init__(what)
        self.at = at
        self.block = block

    def find_line(self, text: str) -> int:
        """Return the number of the line of the file that it is in; 1 if that cannot be told."""
        rows = text.splitlines()
        start = 0
        if self.block:
            section, number = self.block
            heads = [n for n, row in enumerate(rows) if row.startswith(f"[[{section}]]")]
            start = heads[number] if number < len(heads) else 0
        found = (n for n, row in enumerate(rows[start:], start + 1) if self.at in row)
        return next(found, start + 1)
