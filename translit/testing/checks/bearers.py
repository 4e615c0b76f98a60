"""Checks of who else bears a name: spellings claimed twice, other bearers, knowing shares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from translit.lexicon import Claim, Known, WordOfName, fold_phrase
from translit.testing.finding import Finding
from translit.testing.subject import Subject, full_name, key_of, short_name


def find_spellings_claimed_twice(subject: Subject) -> Iterator[Finding]:
    """Spellings that by themselves mean two entities, and full names of two persons."""
    seen: set[tuple[str, str]] = set()
    claims = (_alone_claims(subject), _alias_claims(subject), _full_name_claims(subject))
    for clash in (clash for some in claims for clash in some):
        first, second = sorted((clash.one, clash.other), key=lambda known: known.id)
        if first.id == second.id:
            continue  # its name in two writings: with a non-joiner, and without
        if (first.id, second.id) in seen or _know_each_other(clash):
            continue
        seen.add((first.id, second.id))
        told = f'name each in the `shares` of the other: shares = ["{first.id}"]'
        yield subject.finding(
            subject.rows[second.id],
            "claimed-twice",
            clash.field,
            f"“{clash.spelling}” may be this or {subject.place(first)}, and nothing tells which",
            f"{clash.cure}, or {told}",
            other=first.id,
        )


@dataclass(frozen=True, slots=True)
class _Clash:
    """Two entities that one spelling may mean."""

    spelling: str
    one: Known
    other: Known
    field: str
    cure: str


def _alone_claims(subject: Subject) -> Iterator[_Clash]:
    """Clashes of names that mean their entity by themselves, canonical forms before others."""
    cure = "take `alone` from one of them"
    for key, claims in sorted(subject.claims.items(), key=_derived_last):
        bearers = {claim.known for claim in claims if claim.known.entity.alone}
        for one, other in combinations(bearers, 2):
            names = (short_name(known) for known in (one, other))
            shown = next((name for name in names if key_of(name) == key), key.capitalize())
            yield _Clash(shown, one, other, "alone", cure)


def _derived_last(item: tuple[str, Sequence[Claim]]) -> tuple[bool, str]:
    key, claims = item
    return all(key_of(short_name(claim.known)) != key for claim in claims), key


def _alias_claims(subject: Subject) -> Iterator[_Clash]:
    bearers: dict[str, list[tuple[str, Known]]] = {}
    for known in subject.known.values():
        for alias in known.entity.aliases:
            if not alias.near:
                bearers.setdefault(fold_phrase(alias.text), []).append((alias.text, known))
    cure = "delete the alias in one of them, or give it `near`"
    for key, found in bearers.items():
        for (text, one), (_, other) in combinations(found, 2):
            if one is not other:
                yield _Clash(text, one, other, "aliases", cure)
        text, one = found[0]
        for claim in subject.claims.get(key, ()):
            if claim.known.entity.alone and claim.known is not one and claim.spelling.schemes:
                yield _Clash(text, one, claim.known, "aliases", cure)


def _full_name_claims(subject: Subject) -> Iterator[_Clash]:
    by_family: dict[tuple[str, str], list[tuple[Known, tuple[WordOfName, ...]]]] = {}
    for known in subject.known.values():
        for name in known.names:
            given = tuple(w for w, p in zip(name.words, name.parts, strict=True) if p == "given")
            core = name.core
            if known.entity.kind == "person" and name.source == "native" and given and core:
                key = (core[0].lang, " ".join(word.text for word in core))
                by_family.setdefault(key, []).append((known, given))
    cure = "if they are one, join the rows"
    for bearers in by_family.values():
        for (one, given), (other, other_given) in combinations(bearers, 2):
            if one is not other and all(map(_is_same_given, given, other_given)):
                yield _Clash(full_name(one), one, other, "name", cure)


def _is_same_given(one: WordOfName, other: WordOfName) -> bool:
    return one == other or bool(one.groups & other.groups)


def _know_each_other(clash: _Clash) -> bool:
    one, other = clash.one, clash.other
    shared = other.id in one.entity.shares and one.id in other.entity.shares
    in_full = clash.field == "name"
    both_common = in_full and one.entity.common and other.entity.common
    # Endings tell a man and a woman apart, where the language has them.
    return shared or both_common or (in_full and one.entity.gender != other.entity.gender)


def find_other_bearers(subject: Subject) -> Iterator[Finding]:
    """Rows that are `alone` though a given name or another row is called the same."""
    for id, known in subject.known.items():
        entity = known.entity
        if not entity.alone or entity.near or entity.place:
            continue
        problem = _find_bearer(subject, known, short_name(known))
        if problem:
            cure = "delete `alone`" if entity.kind == "person" else "write alone = false"
            yield subject.finding(
                subject.rows[id],
                "other-bearer",
                "alone" if entity.alone_given else "name",
                f"the row is `alone`, but {problem[0]}",
                f"{cure}; or, if the bare name still means this one, say so in `because`, with "
                f"the words “{problem[1]}”",
            )


def _find_bearer(subject: Subject, known: Known, name: str) -> tuple[str, str] | None:
    """Who else is called so, in a sentence and in the words that `because` would say."""
    bearers = list(subject.lexicon.find_bearers(key_of(name)))
    is_given = any(s.word.groups for s in subject.lexicon.find_spellings(key_of(name)))
    if is_given and "given name" not in (known.entity.because or ""):
        return f"“{name}” is also a given name", "given name"
    for _, other in bearers:
        if other.id == known.id or key_of(short_name(other)) != key_of(name):
            continue
        both = other.entity.alone and other.layer == known.layer  # they are found as a clash
        if not both and not _is_told_apart(known, other):
            return f"{subject.place(other)} is called “{name}” too", full_name(other)
    return None


def _is_told_apart(known: Known, other: Known) -> bool:
    """Tell whether one of two rows speaks of the other: in `shares`, or by name in `because`."""
    if other.id in known.entity.shares or known.id in other.entity.shares:
        return True
    return any(
        name(one) in (told.entity.because or "")
        for one, told in ((known, other), (other, known))
        for name in (full_name, short_name)
    )


def find_wrong_shares(subject: Subject) -> Iterator[Finding]:
    """`shares` that name a row that is not there, or that does not share in return."""
    for id, known in subject.known.items():
        for other_id in known.entity.shares:
            other = subject.lexicon.find_entity(other_id)
            if other is None:
                problem, cure = f"`shares` names `{other_id}`, which no table has", "correct the id"
            elif id not in other.entity.shares:
                problem = f"`shares` names `{other_id}`, which does not name this row in return"
                cure = f'add shares = ["{id}"] to `{other_id}`'
            else:
                continue
            yield subject.finding(subject.rows[id], "shares", "shares", problem, cure)
