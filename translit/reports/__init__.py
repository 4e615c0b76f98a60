"""What was found and changed: a diff, a summary, an HTML page; for programs JSON and SARIF."""

from translit.reports.annotations import Annotations
from translit.reports.diff import UnifiedDiff
from translit.reports.json_lines import mention_lines
from translit.reports.page import page_lines
from translit.reports.prose_diff import prose_diff_lines
from translit.reports.summary import summary_lines
from translit.reports.tally import Tally

__all__ = [
    "Annotations",
    "Tally",
    "UnifiedDiff",
    "mention_lines",
    "page_lines",
    "prose_diff_lines",
    "summary_lines",
]
