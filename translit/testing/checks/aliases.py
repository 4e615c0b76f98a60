"""Checks of aliases and short spellings: derived already, another's, a word, out of reach."""

from collections.abc import Iterator

from translit.lexicon import Known, find_schemes, fold_phrase
from translit.schemes import fold, split_words
from translit.tables import Alias, Row
from translit.testing.finding import Finding
from translit.testing.subject import Subject, full_name, key_of, short_name

_LONGEST_ACRONYM = 3
_NEAR = 'give it near = ["…"], words that make it sure, or move it to `suggest`'


def find_derived_aliases(subject: Subject) -> Iterator[Finding]:
    """Aliases that a scheme derives from the row's native names, or that are its name."""
    for row, known, field, alias in _aliases(subject):
        if alias.as_ or alias.near:  # it says more than the spelling does
            continue
        schemes = find_schemes(subject.lexicon, known, alias.text)
        if schemes is not None:
            how = f"is derived by {schemes[0]}" if schemes else "is the name itself"
            yield subject.finding(
                row, "derived-alias", field, f"alias “{alias.text}” {how}", "delete the alias"
            )


def find_ordinary_words(subject: Subject) -> Iterator[Finding]:
    """Aliases and names of one word that are English words, and that nothing guards."""
    for row, _, field, alias in _aliases(subject):
        if not alias.near and _is_ordinary(subject, alias.text) and not alias.text.isupper():
            problem = f"alias “{alias.text}” is also an ordinary word"
            yield subject.finding(row, "ordinary-word", field, problem, _NEAR)
    for id, known in subject.known.items():
        entity, row = known.entity, subject.rows[id]
        name = full_name(known)
        # *Politburo* is the word; and a family name that is one needs the full name anyway.
        if entity.kind != "place" or not entity.alone or entity.near or entity.place:
            continue
        if _is_ordinary(subject, name) and not name.isupper():
            yield subject.finding(
                row,
                "ordinary-word",
                "alone" if entity.alone_given else "name",
                f"“{name}” is also an ordinary word, and the row is `alone`",
                "write alone = false, or give the row near = […]",
            )


def _is_ordinary(subject: Subject, text: str) -> bool:
    return len(text.split()) == 1 and subject.lexicon.is_ordinary(fold(text))


def find_short_acronyms(subject: Subject) -> Iterator[Finding]:
    """Aliases that are acronyms of three letters or fewer without `near`."""
    for row, _, field, alias in _aliases(subject):
        text = alias.text
        if text.isupper() and len(text) <= _LONGEST_ACRONYM and not alias.near:
            problem = f"alias “{text}” has {len(text)} letters and may stand for anything"
            yield subject.finding(row, "short-acronym", field, problem, _NEAR)


def find_unreachable_aliases(subject: Subject) -> Iterator[Finding]:
    """Aliases that no text can hold as a name: a small first letter, digits, too many words."""
    for row, known, field, alias in _aliases(subject):
        hint = f" {alias.near[0]}" if alias.near else ""
        seen = subject.normalizer.explain(f"They said that {alias.text} was there{hint} too.")
        if not any(_speaks_of(known, m.entity_id, m.candidates) for m in seen.mentions):
            yield subject.finding(
                row,
                "unreachable",
                field,
                f"alias “{alias.text}” is never found in a text",
                "a name begins with a capital, has at most nine words, and no digits or marks "
                "stuck to them; correct or delete it",
            )


def _speaks_of(known: Known, entity_id: str | None, candidates: tuple[str, ...]) -> bool:
    return known.id == entity_id or known.id in candidates


def find_aliases_of_others(subject: Subject) -> Iterator[Finding]:
    """Aliases that are what another row is called, of these tables or the default ones."""
    for row, known, field, alias in _aliases(subject):
        if alias.near:
            continue
        for other in _called(subject, alias.text):
            if other.id != known.id and other.id not in known.entity.shares:
                yield subject.finding(
                    row,
                    "alias-of-another",
                    field,
                    f"alias “{alias.text}” is the name of {subject.place(other)}",
                    f'delete it, give it `near`, or say shares = ["{other.id}"] in both rows',
                )
                break


def _called(subject: Subject, text: str) -> Iterator[Known]:
    """The entities whose canonical form this is, or whose short form if it means them alone."""
    phrase = fold_phrase(text)
    for gap, word in split_words(text):
        for _, known in () if gap else subject.lexicon.find_bearers(key_of(word)):
            forms = (
                {full_name(known), short_name(known)} if known.entity.alone else {full_name(known)}
            )
            if phrase in map(fold_phrase, forms):
                yield known


def _aliases(subject: Subject) -> Iterator[tuple[Row, Known, str, Alias]]:
    """Each alias of the rows under check, with its row and field."""
    for id, known in subject.known.items():
        for n, alias in enumerate(known.entity.aliases, 1):
            yield subject.rows[id], known, f"aliases[{n}]", alias
