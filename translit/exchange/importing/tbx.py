"""TBX: the concepts of a termbase (ISO 30042), each with its terms by language.

Both layouts are read: that of 2008 (`termEntry`, `langSet`) and that of 2019 (`conceptEntry`,
`langSec`).
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator

from translit.exchange.importing.draft import Draft, Reject, UnreadableError
from translit.exchange.importing.lines import take
from translit.tables import Kind

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONCEPTS = ("termEntry", "conceptEntry")
_SECTIONS = ("langSet", "langSec")
_KINDS: dict[str, Kind] = {
    "person": "person", "people": "person", "place": "place", "geography": "place",
    "toponym": "place", "organization": "organization", "organisation": "organization",
    "company": "organization",
}  # fmt: skip
# What a note says of a term that is not to be written.
_REFUSED = re.compile(r"(?i)deprecated|superseded|forbidden|notRecommended")


def read_tbx(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each concept: its first English term is the name, the others spellings."""
    for number, concept in enumerate(_list_concepts(take(lines)), 1):
        draft = Draft(number, concept.get("id") or str(number))
        for section in concept.iter():
            if _tag(section) in _SECTIONS:
                _add_terms(draft, section)
        for element in concept.iter():
            if element.get("type") == "subjectField" and element.text:
                draft.label = draft.label or element.text.strip()
        draft.kind = _KINDS.get(draft.label.lower())
        if draft.name or draft.names:
            yield draft
        else:
            yield Reject(number, draft.id, "it has no term: fill one in, or delete the concept")


def _add_terms(draft: Draft, section: ElementTree.Element) -> None:
    lang = section.get(_LANG, "")
    terms = [one for group in section for one in _list_terms(group)]
    for text, is_refused in sorted(terms, key=lambda term: term[1]):
        if lang.partition("-")[0] == "en" and not draft.name and not is_refused:
            draft.name = text
        else:
            draft.names.append((text, lang))


def _list_terms(group: ElementTree.Element) -> Iterator[tuple[str, bool]]:
    """Give the term of a group, and whether a note of it says that it is not to be written."""
    text = next((one.text for one in group.iter() if _tag(one) == "term" and one.text), "")
    if text and text.strip():
        notes = (one.text or "" for one in group.iter() if "termNote" in _tag(one))
        yield " ".join(text.split()), any(map(_REFUSED.search, notes))


def _list_concepts(text: str) -> Iterator[ElementTree.Element]:
    if "<!ENTITY" in text:
        cure = "delete the entities, and write what they stand for"
        raise UnreadableError(1, "declares entities, which are not read", cure)
    try:
        root = ElementTree.fromstring(text)  # as text, whatever encoding it once had and declares
    except ElementTree.ParseError as error:
        line = error.position[0]
        cure = "check --from, or export the termbase again"
        raise UnreadableError(line, f"not valid XML: {error.msg}", cure) from None
    concepts = [one for one in root.iter() if _tag(one) in _CONCEPTS]
    if not concepts:
        cure = "give a termbase in TBX (termEntry or conceptEntry)"
        raise UnreadableError(1, "holds no concept", cure)
    yield from concepts


def _tag(element: ElementTree.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
