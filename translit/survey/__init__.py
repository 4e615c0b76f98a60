"""Survey: the names of a corpus that no table knows, grouped by the originals that explain them."""

from translit.survey.found import Example, NameGroup, SpellingCount, Survey
from translit.survey.notes import Notes
from translit.survey.surveying import group_notes, survey_names
from translit.survey.surveyor import Surveyor

__all__ = [
    "Example",
    "NameGroup",
    "Notes",
    "SpellingCount",
    "Survey",
    "Surveyor",
    "group_notes",
    "survey_names",
]
