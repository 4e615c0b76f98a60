"""Review: what people decide of names, on a page, and the rows of a table that it becomes."""

from translit.review.applying import Applied, apply_decisions, digest_state
from translit.review.decisions import list_decided
from translit.review.errors import ReviewError
from translit.review.findings import Findings
from translit.review.page_file import render_page, require_template_engine
from translit.review.survey_file import SurveyFile, is_survey

__all__ = [
    "Applied",
    "Findings",
    "ReviewError",
    "SurveyFile",
    "apply_decisions",
    "digest_state",
    "is_survey",
    "list_decided",
    "render_page",
    "require_template_engine",
]
