"""What a person has decided of spellings: kept as they are, or parted from an entity."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from translit.tables.row import Row

# Where words that stand alone may begin and end.
_START = re.compile(r"(?<!\w)(?=\S)")
_END = re.compile(r"(?<=\S)(?!\w)")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(item: str) -> bool:
    """Tell whether an item of `not_same` is the id of a row, not a spelling.

    >>> is_id("john-kerry"), is_id("Kerry")
    (True, False)
    """
    return _ID.fullmatch(item) is not None


def holds_spelling(text: str, spellings: Collection[str]) -> bool:
    """Tell whether one of the spellings, in NFC, stands in a text as whole words, by the letter.

    >>> holds_spelling("Dynamo Kiev", {"Kiev"}), holds_spelling("Kievan", {"Kiev"})
    (True, False)
    """
    if not spellings:
        return False
    text = unicodedata.normalize("NFC", text)
    starts = [m.start() for m in _START.finditer(text)]
    ends = [m.start() for m in _END.finditer(text)]
    return any(text[s:e] in spellings for s in starts for e in ends if s < e)


def is_parted(text: str, not_same: tuple[str, ...]) -> bool:
    """Tell whether a mention holds a spelling that is parted from its entity, in any case.

    >>> is_parted("Jose SARNEY", ("Sarney", "some-id")), is_parted("Some-Id", ("some-id",))
    (True, False)
    """
    return bool(not_same) and holds_spelling(text.casefold(), _fold(not_same))


@lru_cache(maxsize=1024)
def _fold(not_same: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        unicodedata.normalize("NFC", one.casefold()) for one in not_same if not is_id(one)
    )


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What tables say of spellings, so that nobody is asked again.

    `decided` are spellings, in NFC and small letters, that a row has as its name, as an alias, to
    keep or to part; `parted` the spellings that are no one name, by each of them. What rows have
    by derivation is not among them: the lexicon knows that.
    """

    decided: frozenset[str]
    parted: Mapping[str, frozenset[str]]

    def asks(self, spelling: str) -> bool:
        """Tell whether it is still to be asked what a spelling is."""
        return _key(spelling) not in self.decided

    def parts(self, one: str, other: str) -> bool:
        """Tell whether a person has said that two spellings are two names."""
        return _key(other) in self.parted.get(_key(one), frozenset())


def list_verdicts(rows: Iterable[Row]) -> Verdicts:
    """Return what the rows of a user's tables say of spellings.

    The spellings of a row's `not_same` are parted from its name and aliases, and each from the
    others: they are that many names.

    >>> row = Row("carney", {"name": "Carney", "not_same": ["Sarney", "Barney"]}, "", 1)
    >>> verdicts = list_verdicts([row])
    >>> verdicts.asks("SARNEY"), verdicts.parts("Sarney", "Carney"), verdicts.asks("Varney")
    (False, True, True)
    """
    decided: set[str] = set()
    parted: dict[str, frozenset[str]] = {}
    for row in rows:
        own = frozenset(map(_key, _list_own(row.fields)))
        kept = frozenset(map(_key, row.fields.get("keep", ())))
        others = [_key(one) for one in row.fields.get("not_same", ()) if not is_id(one)]
        decided |= own | kept | frozenset(others)
        names = [own, *(frozenset((one,)) for one in others)]
        every = own.union(*names)
        for name in names if others else ():
            for spelling in name:
                parted[spelling] = parted.get(spelling, frozenset()) | (every - name)
    return Verdicts(frozenset(decided), parted)


def _list_own(fields: Mapping[str, Any]) -> Iterator[str]:
    name = fields.get("name")
    if isinstance(name, str):
        yield name
    elif name is not None:
        yield " ".join(name[part] for part in ("given", "particles", "family") if part in name)
    yield from (alias["text"] for alias in fields.get("aliases", ()))
    yield from fields.get("suggest", ())


def _key(spelling: str) -> str:
    return unicodedata.normalize("NFC", " ".join(spelling.split()).casefold())
