"""Review: what people decide of names, on a page, and the rows of a table that it becomes."""

from translit.review.applying import Applied, apply_decisions
from translit.review.errors import ReviewError

__all__ = ["Applied", "ReviewError", "apply_decisions"]
