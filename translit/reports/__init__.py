"""What was found and changed: a diff, a summary, an HTML page; JSON Lines for programs."""

from translit.reports.diff import UnifiedDiff
from translit.reports.json_lines import mention_lines
from translit.reports.page import page_lines
from translit.reports.summary import summary_lines
from translit.reports.tally import Tally

__all__ = ["Tally", "UnifiedDiff", "mention_lines", "page_lines", "summary_lines"]
