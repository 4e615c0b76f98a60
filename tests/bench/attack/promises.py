"""The promises that hold for every text: each is a function that says how they are broken."""

import re
from collections.abc import Callable, Iterator, Sequence

from tests.bench.attack.shapes import INVISIBLE
from tests.bench.attack.writing import Piece, join
from translit import Edit, Explanation, Normalizer

Check = Callable[[str, Explanation, Normalizer], Iterator[tuple[str, str]]]

_POSSESSIVE = re.compile(r"['’ʼ`´][sS]$")
_INITIAL = re.compile(r"\b\w\w?\.")
_LINE_END = re.compile(r"[\r\n]")


def check_pieces(pieces: Sequence[Piece], normalizer: Normalizer) -> Iterator[tuple[str, str]]:
    """Give each promise that a text breaks, with what came instead."""
    text = join(pieces)
    found = normalizer.explain(text)
    for check in CHECKS:
        yield from check(text, found, normalizer)
    yield from _check_protected(pieces, found)
    yield from _check_women(pieces, found)


def replay(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with its edits made, from the last to the first."""
    for edit in reversed(edits):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


def check_edits(text: str, found: Explanation, normalizer: Normalizer) -> Iterator[tuple[str, str]]:
    """Edits are sorted, do not overlap, say what they replace, and give the text."""
    at = 0
    for edit in found.edits:
        if not at <= edit.start < edit.end <= len(text):
            yield "edits are sorted, not empty and never overlap", str(found.edits)
            return
        if text[edit.start : edit.end] != edit.before or edit.before == edit.after:
            yield "an edit says what it replaces, by something else", str(edit)
        if not edit.why or not edit.after:
            yield "an edit says why, and leaves something", str(edit)
        at = edit.end
    if replay(text, found.edits) != found.text:
        yield "replaying the edits gives the text", repr(found.text)


def check_engines(
    text: str, found: Explanation, normalizer: Normalizer
) -> Iterator[tuple[str, str]]:
    """`normalize`, `explain`, `explain(edits_only=True)` and `find` are one."""
    normalized = normalizer.normalize(text)
    if normalized != found.text:
        yield "normalize equals explain().text", f"{normalized!r}, explained {found.text!r}"
    quick = normalizer.explain(text, edits_only=True)
    if (quick.edits, quick.text) != (found.edits, found.text):
        yield "edits_only gives the same edits", f"{quick.edits}, in full {found.edits}"
    if not set(quick.mentions) <= set(found.mentions):
        yield "edits_only gives only mentions that are there", str(quick.mentions)
    wanted = [
        m
        for m in found.mentions
        if m.status in ("edit", "canonical") or (m.status == "kept" and m.reason == "case")
    ]
    if normalizer.find(text) != wanted:
        yield "find gives the resolved mentions", f"{normalizer.find(text)}, not {wanted}"


def check_second_pass(
    text: str, found: Explanation, normalizer: Normalizer
) -> Iterator[tuple[str, str]]:
    """Normalizing the result changes nothing."""
    again = normalizer.normalize(found.text)
    if again != found.text:
        yield "a second pass changes nothing", f"{found.text!r}, then {again!r}"
    left = normalizer.explain(found.text).edits
    if left and again == found.text:
        yield "a result has no edits", str(left)


def check_mentions(
    text: str, found: Explanation, normalizer: Normalizer
) -> Iterator[tuple[str, str]]:
    """Mentions are sorted, do not overlap, and their fields agree."""
    at = 0
    for m in found.mentions:
        if not at <= m.start < m.end <= len(text):
            yield "mentions are sorted, not empty and never overlap", str(found.mentions)
            return
        at = m.end
        if text[m.start : m.end] != m.text:
            yield "a mention is what stands there", str(m)
        if m.status == "canonical" and m.text != m.canonical and m.evidence != "case":
            yield "status canonical stands where the canonical form does", str(m)
        if (m.reason is None) != (m.status in ("edit", "canonical")):
            yield "a reason stands where nothing was done", str(m)
        if (m.entity_id is None) != (m.status == "ambiguous"):
            yield "only an ambiguous mention has no entity", str(m)


def check_statuses(
    text: str, found: Explanation, normalizer: Normalizer
) -> Iterator[tuple[str, str]]:
    """Each edit is inside one mention of status edit and each such mention has one."""
    for edit in found.edits:
        around = [m for m in found.mentions if m.start < edit.end and edit.start < m.end]
        if any(m.status != "edit" for m in around):
            yield "no mention that is not edited meets an edit", f"{edit}; {around}"
        inside = [m for m in around if m.start <= edit.start and edit.end <= m.end]
        if not inside:
            yield "an edit is inside a mention", f"{edit}; {around or found.mentions}"
        elif inside[0].entity_id != edit.entity_id:
            yield "an edit and its mention are of one entity", f"{edit}; {inside}"
    for m in found.mentions:
        if m.status != "edit":
            continue
        if not any(m.start <= e.start and e.end <= m.end for e in found.edits):
            yield "a mention of status edit has an edit", f"{m}; {found.edits}"


def check_offsets(
    text: str, found: Explanation, normalizer: Normalizer
) -> Iterator[tuple[str, str]]:
    """Offsets map both ways; those of an edit to its start."""
    shift, at = 0, 0
    for edit in found.edits:
        for i in range(at, edit.start):
            yield from _check_offset(found, i, i + shift, i)
        for i in range(edit.start, edit.end):
            yield from _check_offset(found, i, edit.start + shift, edit.start)
        for i in range(edit.start + shift, edit.start + shift + len(edit.after)):
            if found.to_original(i) != edit.start:
                yield "to_original gives the start of an edit", f"{i}: {found.to_original(i)}"
        shift += len(edit.after) - (edit.end - edit.start)
        at = edit.end
    for i in range(at, len(text) + 1):
        yield from _check_offset(found, i, i + shift, i)


def _check_offset(
    found: Explanation, i: int, normalized: int, original: int
) -> Iterator[tuple[str, str]]:
    got = found.to_normalized(i), found.to_original(normalized)
    if got != (normalized, original):
        yield "offsets map both ways", f"{i}: {got}, not {(normalized, original)}"


def check_shape(text: str, found: Explanation, normalizer: Normalizer) -> Iterator[tuple[str, str]]:
    """An edit is of whole words and leaves their shape."""
    for edit in found.edits:
        plural = re.match(r"e?s\b", text[edit.end :])
        if _is_cut(text, edit.start) or (_is_cut(text, edit.end) and not plural):
            around = text[max(0, edit.start - 9) : edit.end + 9]
            yield (
                "an edit is of whole words",
                f"{edit.before!r} became {edit.after!r} in {around!r}",
            )
        for promise, is_broken in _SHAPE:
            if is_broken(edit.before, edit.after):
                yield promise, f"{edit.before!r} became {edit.after!r}"
    for m in found.mentions:
        if m.status == "edit" and m.text.islower() and not _GEORGIAN.search(m.text):
            yield "words in small letters are never edited", f"{m.text!r} became {m.canonical!r}"


# Its letters are small ones by Unicode, and it prints no others.
_GEORGIAN = re.compile("[\u10d0-\u10ff]")
_SHAPE: Sequence[tuple[str, Callable[[str, str], bool]]] = (
    ("invisible characters at the end stay outside", lambda old, new: old[-1] in INVISIBLE),
    (
        "the possessive stays outside",
        lambda old, new: bool(_POSSESSIVE.search(old)) and not _POSSESSIVE.search(new),
    ),
    ("a difference of case alone is no edit", lambda old, new: old.casefold() == new.casefold()),
    (
        "initials are never dropped",
        lambda old, new: len(_INITIAL.findall(old)) > len(_INITIAL.findall(new)),
    ),
    ("line ends stay in a name", lambda old, new: _LINE_END.findall(old) != _LINE_END.findall(new)),
    (
        "capitals stay capitals",
        lambda old, new: old.isupper() and len(old) > 5 and any(map(_is_title, new.split())),
    ),
)


def _is_title(word: str) -> bool:
    return word.istitle() and not word.isupper()


def _is_cut(text: str, at: int) -> bool:
    """Tell whether a place is within a word of a script that has capitals."""
    if not 0 < at < len(text):
        return False
    return all(c.isalpha() and c.lower() != c.upper() for c in text[at - 1 : at + 1])


CHECKS: Sequence[Check] = (
    check_edits,
    check_engines,
    check_second_pass,
    check_mentions,
    check_statuses,
    check_offsets,
    check_shape,
)


def _check_protected(pieces: Sequence[Piece], found: Explanation) -> Iterator[tuple[str, str]]:
    at = 0
    for number, piece in enumerate(pieces):
        start, at = at, at + len(piece.text)
        if not piece.protected or not _is_clear(pieces, number):
            continue
        for edit in found.edits:
            if edit.start < at and start < edit.end:
                yield "addresses, paths, variables and code stay", f"{piece.text!r}: {edit}"


def _is_clear(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether nothing around a protected piece opens or closes what it is made of."""
    around = "".join(p.text for i, p in enumerate(pieces) if i != number)
    return not any(sign in around and sign in pieces[number].text for sign in "`<>{}$%\"'")


def _check_women(pieces: Sequence[Piece], found: Explanation) -> Iterator[tuple[str, str]]:
    at = 0
    for piece in pieces:
        start, at = at, at + len(piece.text)
        if not piece.man:
            continue
        for edit in found.edits:
            if edit.start < at and start < edit.end and piece.man in edit.after.split():
                yield "a woman's name never becomes a man's", f"{edit.before!r}: {edit.after!r}"
