"""Reasons: the stable codes of what was seen and not done, and the sentence for each."""

from collections.abc import Mapping, Set
from typing import Literal

Status = Literal["edit", "canonical", "suggestion", "ambiguous", "kept"]
Reason = Literal[
    "other-given-name",
    "given-name",
    "unknown-word",
    "other-country",
    "spelled-out",
    "half",
    "other-initials",
    "other-gender",
    "other-bearer",
    "apposition",
    "needs-title",
    "short-form",
    "place",
    "ordinary-word",
    "near",
    "plural",
    "short-acronym",
    "suggest-only",
    "several",
    "guard",
    "cited",
    "form-named",
    "side-by-side",
    "other-name",
    "former",
    "not-latin-sentence",
    "damaged",
    # what files add: a list of the user's, and markup that an edit would break
    "keep-list",
    "markup",
]

SENTENCES: Mapping[Reason, str] = {
    "other-given-name": "the name beside it is another person's",
    "given-name": "this is also a given name, and none stands beside it",
    "unknown-word": "the unknown word before it may be a part of another name",
    "other-country": "the country beside it is not that of this place",
    "spelled-out": "words beside it spell the acronym out as something else",
    "half": "only a part of the full name could be changed",
    "other-initials": "the initials are another person's",
    "other-gender": "the word before it is of the other gender",
    "other-bearer": "another bearer of this name is in the document",
    "apposition": "what follows the name says that another person is meant",
    "needs-title": "many people have this full name, and no title stands beside it",
    "short-form": "this short form means the entity only where its full name is in the document",
    "place": "this is also another place, a name or a word, and nothing says which is meant",
    "ordinary-word": "this is also an ordinary word, and the full name is not in the document",
    "near": "none of the words that make it sure is in the sentence",
    "plural": "it may be a plural, for its nominative ending stands without the given name",
    "short-acronym": "an acronym of three letters may stand for something else",
    "suggest-only": "the table lists this spelling as one to report, never to rewrite",
    "several": "it may be one of several entities",
    "guard": "in this collocation the spelling is fixed",
    "cited": "it stands in a credit, a reference or a title, which keep the spelling as printed",
    "form-named": "the text speaks of this very form",
    "side-by-side": "the text sets two forms of the name side by side",
    "other-name": "this is another name of the same entity, not a spelling of the canonical one",
    "former": "this is a former name, not a spelling of the present one",
    "not-latin-sentence": "the sentence around it is not in the Latin script",
    "keep-list": "you asked to keep this spelling",
    "markup": "it cannot be written here without touching the markup around it",
    "damaged": "it looks like a damaged spelling, but nothing else in the document says so",
}
# What a rule forbids is kept; of the rest a person can decide, so it is suggested.
SUGGESTED: Set[Reason] = frozenset(
    {
        "given-name",
        "short-form",
        "place",
        "unknown-word",
        "half",
        "near",
        "plural",
        "short-acronym",
        "suggest-only",
        "damaged",
        "side-by-side",
    }
)
