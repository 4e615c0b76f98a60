"""spaCy: the patterns of an EntityRuler in JSON Lines: label, pattern, and id where given."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from translit.exchange.importing.columns import cut_lines
from translit.exchange.importing.draft import Draft, Reject
from translit.tables import Kind

_KINDS: dict[str, Kind] = {
    "PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place", "FAC": "place",
    "ORG": "organization", "NORP": "organization", "PRODUCT": "other", "WORK_OF_ART": "other",
    "EVENT": "other", "LAW": "other",
}  # fmt: skip
# Labels of what is no name, whatever --kind says.
_NAMELESS = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"}
)
_EXACT = frozenset({"TEXT", "ORTH"})
_ANY_CASE = frozenset({"LOWER", "NORM"})
_MOST_TEXTS = 64  # that one pattern matches
_JOINED = re.compile(r" ?([-\u2010\u2011]) ?| (?=['\u2019][a-z]\b|[.,])")


def read_spacy_ruler(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each id, or for each pattern without one; its first pattern is its name."""
    found: dict[tuple[str, str], Draft] = {}
    for line, text in cut_lines(lines):
        try:
            record = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield Reject(line, text[:60], f"not valid JSON: {error}", is_malformed=True)
            continue
        if not isinstance(record, dict) or not {"label", "pattern"} <= record.keys():
            reason = "it is no object with `label` and `pattern`"
            yield Reject(line, text[:60], reason, is_malformed=True)
            continue
        label, texts = str(record["label"]), list_texts(record["pattern"])
        if label in _NAMELESS:
            yield Reject(line, text[:60], f"the label {label} is of no names")
        elif not texts:
            reason = "its pattern is more than words: only TEXT, ORTH, LOWER and NORM, with IN or ?"
            yield Reject(line, text[:60], reason)
        else:
            id = str(record.get("id") or texts[0])
            draft = Draft(line, id, _KINDS.get(label.upper()), label=label)
            _add(found.setdefault((label, id), draft), texts)
    yield from found.values()


def _add(draft: Draft, texts: Sequence[str]) -> None:
    for text in texts:
        if not draft.name and text.isascii():
            draft.name = text
        else:
            draft.names.append((text, ""))


def list_texts(pattern: Any) -> list[str]:
    """Return the texts that a pattern matches, as names are printed; none if they are not fixed.

    >>> list_texts([{"LOWER": {"IN": ["lwów", "lwow"]}}]), list_texts([{"POS": "PROPN"}])
    (['Lwów', 'Lwow'], [])
    """
    if isinstance(pattern, str):
        return [pattern] if pattern.strip() else []
    if not isinstance(pattern, list):
        return []
    choices = []
    texts = 1
    for token in pattern:
        words = list(_list_words(token))
        texts *= len(words)
        if not 0 < texts <= _MOST_TEXTS:
            return []
        choices.append(words)
    joined = (" ".join(filter(None, words)) for words in product(*choices))
    return list(dict.fromkeys(_JOINED.sub(r"\1", text) for text in joined if text))


def _list_words(token: Any) -> Iterator[str]:
    """Give what a token matches, and "" if it may be missing; nothing if that is not fixed."""
    if not isinstance(token, Mapping):
        return
    attributes = {str(key).upper(): value for key, value in token.items()}
    operator = attributes.pop("OP", "1")
    if operator not in ("1", "?") or len(attributes) != 1:
        return
    ((key, value),) = attributes.items()
    values = value.get("IN") if isinstance(value, Mapping) and len(value) == 1 else [value]
    if key not in _EXACT | _ANY_CASE or not isinstance(values, list):
        return
    if not all(isinstance(word, str) for word in values):
        return
    for word in values:
        # A pattern in any case has small letters; a name begins with a capital.
        yield word[:1].upper() + word[1:] if key in _ANY_CASE else word
    if operator == "?":
        yield ""
