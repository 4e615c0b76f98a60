"""Checks of what becomes of what: aliases that lead to other aliases, and round in a circle."""

from collections.abc import Iterator

from translit.lexicon import fold_phrase
from translit.tables import Alias, Row
from translit.testing.finding import Finding
from translit.testing.subject import Subject, full_name


def find_cycles(subject: Subject) -> Iterator[Finding]:
    """Aliases that become another alias, of the same row or another, also in a weaker table."""
    for id, known in subject.known.items():
        row = subject.rows[id]
        for n, alias in enumerate(known.entity.aliases, 1):
            path = _follow(subject, alias, full_name(known))
            if path:
                yield _tell(subject, row, n, path)


def _follow(subject: Subject, alias: Alias, name: str) -> list[str]:
    """The texts that an alias becomes one after another, if its own result is an alias too."""
    path = [alias.text]
    text = _become(alias.as_, name)
    while fold_phrase(text) not in map(fold_phrase, path):
        path.append(text)
        following = [
            _become(entry.get("as"), full_name(known))
            for known, entry in subject.lexicon.find_aliases(fold_phrase(text))
            if not entry.get("suggest") and not entry.get("near")
        ]
        if not following or following[0] == text:
            break
        text = following[0]
    else:
        return [*path, text] if len(path) > 1 else []
    return path if len(path) > 2 else []


def _become(template: str | None, name: str) -> str:
    return (template or "{name}").replace("{name}", name)


def _tell(subject: Subject, row: Row, n: int, path: list[str]) -> Finding:
    round_ = fold_phrase(path[-1]) in map(fold_phrase, path[:-1])
    way = " → ".join(path)
    problem = f"aliases {'go round in a circle' if round_ else 'lead to one another'}: {way}"
    cure = f"change `as` of this alias, or delete the alias “{path[1]}”"
    return subject.finding(row, "cycle", f"aliases[{n}]", problem, cure)
