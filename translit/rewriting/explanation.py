"""What an explanation holds: the text, its edits and mentions, and the map between offsets."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from translit.judging import Reason, Status
from translit.languages import UNTOLD

Evidence = Literal["name", "alias", "scheme", "case", "fuzzy"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One maximal run of whole words of a mention that changes.

    `start` and `end` are half-open code points of the text as given, `before` is what stands
    there, `after` what replaces it. `evidence` is alias, scheme, case or fuzzy; `why` a sentence.
    """

    start: int
    end: int
    before: str
    after: str
    entity_id: str | None
    evidence: Evidence
    why: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity, and what was decided about it.

    `canonical` is the base form of it in the style, `printed` the mention as it is printed there:
    in a case, with its article. `status` is edit, canonical, suggestion, ambiguous (`entity_id` is
    None) or kept; `reason` is a stable code where nothing was done, `why` a sentence. `lang` is the
    code of the language of the text, or `und`; `case` are all cases of it that the mention may
    stand in, none where that is not asked: *Putina* is `("gen", "acc")` in Polish.
    """

    start: int
    end: int
    text: str
    canonical: str
    entity_id: str | None
    candidates: tuple[str, ...]
    evidence: Evidence
    status: Status
    reason: Reason | None
    why: str
    lang: str = UNTOLD
    case: tuple[str, ...] = ()
    printed: str = ""


def is_resolved(mention: Mention) -> bool:
    """Tell whether it is sure whom a mention names, also if its case keeps it as it is."""
    is_kept_by_case = mention.status == "kept" and mention.reason == "case"
    return mention.status in ("edit", "canonical") or is_kept_by_case


@dataclass(frozen=True, slots=True)
class Explanation:
    """The normalized text with all that was seen; offsets are half-open code points.

    `lang` is the code of the language that it was read in, or `und`.

    >>> from translit import explain_names
    >>> found = explain_names("Szojgu met Łukaszenka.")
    >>> found.text, found.to_normalized(11), found.to_original(11)
    ('Shoigu met Lukashenko.', 11, 11)
    """

    text: str
    edits: tuple[Edit, ...]
    mentions: tuple[Mention, ...]
    lang: str = UNTOLD
    _starts: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        shift = 0
        starts = []
        for edit in self.edits:
            starts.append((edit.start, edit.start + shift))
            shift += len(edit.after) - (edit.end - edit.start)
        object.__setattr__(self, "_starts", tuple(starts))

    @property
    def suggestions(self) -> tuple[Mention, ...]:
        """The mentions that a person should look at: status suggestion or ambiguous."""
        return tuple(m for m in self.mentions if m.status in ("suggestion", "ambiguous"))

    def to_normalized(self, i: int) -> int:
        """Return where a code point of the original is in `text`; in an edit, the edit's start."""
        at = bisect_right(self._starts, i, key=lambda pair: pair[0]) - 1
        if at < 0:
            return i
        edit, normalized = self.edits[at], self._starts[at][1]
        return normalized if i < edit.end else i - edit.end + normalized + len(edit.after)

    def to_original(self, i: int) -> int:
        """Return where a code point of `text` is in the original; in an edit, the edit's start."""
        at = bisect_right(self._starts, i, key=lambda pair: pair[1]) - 1
        if at < 0:
            return i
        edit, (original, normalized) = self.edits[at], self._starts[at]
        inside = i < normalized + len(edit.after)
        return original if inside else i - normalized - len(edit.after) + edit.end
