"""What a survey finds: names that no table knows, each with its spellings and what was seen."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from translit.survey.first_names import find_first_name

SCHEMA = 1


@dataclass(frozen=True, slots=True, order=True)
class SpellingCount:
    """A spelling, how often it is printed, and in how many documents."""

    text: str
    count: int
    documents: int


class Example(NamedTuple):
    """A place where a spelling stands: `start` is its first code point in the file.

    The file comes first, so that examples sort by where they are.
    """

    file: str
    start: int
    spelling: str
    before: str
    after: str

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "file": self.file,
            "spelling": self.spelling,
            "before": self.before,
            "text": self.spelling,
            "after": self.after,
            "start": self.start,
        }


@dataclass(frozen=True, slots=True)
class NameGroup:
    """One name in its spellings.

    `kind` is person, place, or name where nothing beside it tells. `sure` says that the spellings
    surely are one name, and else that this is likely. `original` is the likeliest name in its own
    script, in `original_lang`, with `score`, its probability; `lang` the language of the texts.
    `canonical` is the form that the press of that language would print if some text prints it,
    else the one printed most. `against` holds what speaks against it, `why` which conventions make
    the spellings.
    """

    id: str
    kind: str
    sure: bool
    original: str
    original_lang: str
    score: float
    canonical: str
    spellings: tuple[SpellingCount, ...]
    given: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    gender: str = ""
    lang: str = ""
    against: tuple[str, ...] = ()
    why: str = ""
    examples: tuple[Example, ...] = ()

    @property
    def count(self) -> int:
        """How often it is printed in all."""
        return sum(one.count for one in self.spellings)

    @property
    def first_name(self) -> tuple[str, str]:
        """The given name of the one person that is meant, and the same in the original's script.

        Both are empty where none is met, or several that are not one, or one that no table knows.
        """
        return find_first_name(self.given, self.original_lang)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        given, native = self.first_name
        original = {"text": self.original, "lang": self.original_lang, "score": self.score}
        return {
            "id": self.id,
            "kind": self.kind,
            "gender": self.gender,
            "sure": self.sure,
            "original": original,
            "canonical": self.canonical,
            "spellings": [asdict(one) for one in self.spellings],
            "given": list(self.given),
            "first_name": {"form": given, "native": native} if given else None,
            "titles": list(self.titles),
            "against": list(self.against),
            "why": self.why,
            "examples": [one.to_json() for one in self.examples],
        }


@dataclass(frozen=True, slots=True)
class Survey:
    """The names of a corpus that no table knows and that it spells in several ways.

    `documents` is how many documents were read, `names` how many unlisted spellings they have.
    """

    groups: tuple[NameGroup, ...]
    documents: int = 0
    names: int = 0

    def to_json(self) -> Mapping[str, Any]:
        """Return what the file of a survey holds, for `json.dump`."""
        groups = [group.to_json() for group in self.groups]
        return {"schema": SCHEMA, "what": "survey", "groups": groups}

    def to_table(self, path: str) -> None:
        """Write a draft of a table: a row for each name, never `alone`, for a person to look at.

        Raises OSError if the file cannot be written.
        """
        from translit.survey.drafting import write_draft

        write_draft(self.groups, path)
