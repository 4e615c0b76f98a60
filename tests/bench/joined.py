"""Texts of one kind joined into long documents: what changes that does not in the parts?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tests.bench.english import Document
from tests.bench.safety_verdicts import UNREAD, read_verdicts
from translit import Edit, Normalizer

_WORDS = 300_000
_JOINT = "\n\n"
# The kind under which the list of verdicts has what changes in a long document alone.
KIND = "joined"
# What the other texts of the document say of who is meant, by the reason that is told without it,
# and for an edit that is gone by the reason that it now has.
FACTS: Mapping[str, str] = {
    "short-form": "named: the full name is in another text",
    "given-name": "named: the full name is in another text",
    "several": "named: the full name is in another text",
    "ordinary-word": "named: the full name is in another text",
    "other-bearer": "contested: another text has another bearer",
    "damaged": "present: another text speaks of the entity",
    "near": "told, or a word near the end of another text",
    "short-acronym": "told, or a word near the end of another text",
    "place": "spoken: the country at the end of another text",
    "country": "spoken: the country at the end of another text",
}

_Key = tuple[int, str, str, str | None]


class _Part(NamedTuple):
    start: int
    document: Document


def measure(documents: Iterable[Document], misses: int) -> int:
    """Print further and lost edits by fact; return how many further ones nobody read."""
    print(f"\n2. Texts of one kind joined into documents of {_WORDS:,} words")
    normalizer, verdicts = Normalizer(), read_verdicts()
    facts: Counter[str] = Counter()
    found: Counter[str] = Counter()
    whole = unread = 0
    for kind, parts in _join(documents):
        text = _JOINT.join(part.document.text for part in parts)
        joined = _list_edits(normalizer, text)
        alone = {
            (part.start + at, *rest): edit
            for part in parts
            for (at, *rest), edit in _list_edits(normalizer, part.document.text).items()
        }
        whole += len(joined)
        further, lost = joined.keys() - alone.keys(), alone.keys() - joined.keys()
        for key in sorted(further, key=str):
            part = _find_part(parts, key[0])
            reason = _find_reason(normalizer, part.document.text, key[0] - part.start)
            verdict = verdicts.find(KIND, part.document.mark, joined[key]).verdict
            if verdict == UNREAD:
                verdict = verdicts.find(kind, part.document.mark, joined[key]).verdict
            facts[f"further by {FACTS.get(reason, reason)}"] += 1
            found[verdict] += 1
            unread += verdict == UNREAD
            if misses or verdict in (UNREAD, "wrong"):
                print(f"  further, {verdict}: {kind} {part.document.mark} {key[1:]} ({reason})")
        explained = normalizer.explain(text) if lost else None
        for key in sorted(lost, key=str):
            mentions = explained.mentions if explained else ()
            reason = next((m.reason or m.status for m in mentions if m.start <= key[0] < m.end), "")
            facts[f"lost by {FACTS.get(reason, reason)}"] += 1
            if misses:
                print(f"  lost: {kind} {key[1:]} ({reason})")
    print(f"  edits {whole}, further {found.total()}: {dict(found)}")
    for fact, times in sorted(facts.items()):
        print(f"  {times:5} {fact}")
    return unread


def _join(documents: Iterable[Document]) -> Iterator[tuple[str, list[_Part]]]:
    by_kind: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_kind[document.kind].append(document)
    for kind, some in by_kind.items():
        parts: list[_Part] = []
        start = words = 0
        for document in some:
            if words >= _WORDS:
                yield kind, parts
                parts, start, words = [], 0, 0
            parts.append(_Part(start, document))
            start += len(document.text) + len(_JOINT)
            words += len(document.text.split())
        yield kind, parts


def _list_edits(normalizer: Normalizer, text: str) -> dict[_Key, Edit]:
    edits = normalizer.explain(text, edits_only=True).edits
    return {(edit.start, edit.before, edit.after, edit.entity_id): edit for edit in edits}


def _find_part(parts: Iterable[_Part], at: int) -> _Part:
    return [part for part in parts if part.start <= at][-1]


def _find_reason(normalizer: Normalizer, text: str, at: int) -> str:
    """Return why nothing changes there in the part by itself."""
    for mention in normalizer.explain(text).mentions:
        if mention.start <= at < mention.end:
            return mention.reason or mention.status
    return "not seen"
