"""Reasons: the stable codes of what was seen and not done."""

from typing import Literal

Status = Literal["edit", "canonical", "suggestion", "ambiguous", "kept"]
Reason = Literal[
    "other-given-name",
    "given-name",
    "unknown-word",
    "other-country",
    "spelled-out",
    "half",
    "line-end",
    "other-initials",
    "other-gender",
    "other-bearer",
    "apposition",
    "needs-title",
    "short-form",
    "place",
    "country",
    "ordinary-word",
    "capitals",
    "near",
    "plural",
    "short-acronym",
    "suggest-only",
    "several",
    "guard",
    "longer-name",
    "cited",
    "form-named",
    "side-by-side",
    "other-name",
    "former",
    "case",
    "not-latin-sentence",
    "other-language",
    "damaged",
    # a name that no table knows, in several spellings
    "unlisted",
    # what files add: a list of the user's, and markup that an edit would break
    "keep-list",
    "markup",
]
