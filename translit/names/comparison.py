"""What a comparison of two names, or of two words of them, says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is known of two names: `same` is True, False, or None where it cannot be told.

    `score` is 1.0 where they are the same and else how alike they are, from 0.0; `why` says it.
    """

    same: bool | None
    score: float
    why: str
