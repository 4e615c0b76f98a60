"""Sources: what a lexicon is made of, rows and the data and word lists beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from translit.languages import Language
from translit.lexicon.cases import CaseEnding
from translit.lexicon.deriving import NativeWord, Spellings
from translit.lexicon.spoken import Spoken
from translit.tables import GivenName, Guard, Office, Row


@dataclass(slots=True)
class Lists:
    """The word lists that go into a lexicon; the default one has them, layers do not."""

    words: Spoken = field(default_factory=dict)  # with their masks, see `word_table.py`
    digest: str = ""  # of what they were made from
    world: Mapping[str, bytes] = field(default_factory=dict)  # its sections, see `world.py`
    world_digest: str = ""
    derived: Mapping[NativeWord, Spellings] = field(default_factory=dict)  # known from earlier
    derived_digest: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a lexicon is made of; a layer has rows, and little of what the default one has.

    `countries` are those that each row is in, by its id. With `all_given_names`, given names that
    no row bears are known too, as the names of others. `dropped` are the ids of weaker layers that
    these rows leave out.
    """

    rows: Sequence[Row] = ()
    countries: Mapping[str, Sequence[str]] = field(default_factory=dict)
    dropped: Sequence[str] = ()
    given_names: Sequence[GivenName] = ()
    all_given_names: bool = False
    guards: Sequence[Guard] = ()
    offices: Sequence[Office] = ()
    name_endings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    case_endings: Sequence[CaseEnding] = ()
    languages: Sequence[Language] = ()
    lists: Lists = field(default_factory=Lists)
