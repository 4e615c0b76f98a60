"""What is wrong with a file of a review, where, and what to do about it."""

from translit.showing import show


class ReviewError(ValueError):
    """A survey or a file of decisions cannot be used, or its decisions cannot be written.

    `str` gives one line: `decisions.json:7: …; the cure`.

    Attributes: path, line (from 1; None where none is meant), problem, cure.
    """

    def __init__(self, path: str, line: int | None, problem: str, cure: str) -> None:
        super().__init__(path, line, problem, cure)
        self.path = path
        self.line = line
        self.problem = problem
        self.cure = cure

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return show(f"{place}: {self.problem}; {self.cure}")
