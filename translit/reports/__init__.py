"""What was found and changed, for people (a diff) and for programs (JSON Lines)."""

from translit.reports.diff import unified_diff
from translit.reports.json_lines import mention_lines

__all__ = ["mention_lines", "unified_diff"]
