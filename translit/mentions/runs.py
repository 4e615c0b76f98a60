"""Runs of capitalised words: what one can mean by itself, whatever the text around it says."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from translit.lexicon import Lexicon
from translit.mentions.damaged_names import find_damaged
from translit.mentions.inflected import find_inflected
from translit.mentions.lookup import look_up
from translit.mentions.name_starts import NOTHING, NameStart, NameStarts, Rest, fold_words
from translit.mentions.reading import Reading
from translit.mentions.scene import Scene
from translit.mentions.words import LONGEST_WORD, WORD
from translit.schemes import APOSTROPHES, INVISIBLE, fold

Render = Callable[[Scene, Reading], str]

# Ranges that hold all capitals of the scripts that have them; the small letters among them cost
# time only. The full class of capitals is thirteen times slower.
_CAPITAL = "[A-ZÀ-ÞĀ-ɏʔʰ-˿Ͱ-ΫϏ-ϿЀ-ЯѠ-ՖḀ-῿]"
_APOSTROPHES = re.escape(APOSTROPHES)
_LETTERS = rf"[\w\u0300-\u036f{''.join(INVISIBLE)}]"
# A final apostrophe may be a soft sign.
_WORD = rf"{_CAPITAL}{_LETTERS}*+(?:[{_APOSTROPHES}]{_LETTERS}++)*+(?:[{_APOSTROPHES}](?!\w))?+"
_SYLLABLE = (
    rf"[-\u2010\u2011]{_LETTERS}++(?:[{_APOSTROPHES}]{_LETTERS}++)*+(?:[{_APOSTROPHES}](?!\w))?+"
)
_PARTICLE = (
    r"[a-zа-я]{1,4}['’]?-|(?:al|el|ul|bin|bint|ibn|van|von|de|der|фон|ван|де|аль|эль|бин|бен|ибн)"
    r"\s{1,4}(?:(?:der|дер|дэр)\s{1,4})?"
)
_SPACE = r"(?:[^\S\n]{1,8}+(?:\n[^\S\n]{0,8}+)?+|\n[^\S\n]{0,8}+)"  # no name goes over a blank line
_UNSEEN = rf"[{INVISIBLE}]{{0,8}}+"
_GAP = rf"\.\s?|,?{_UNSEEN}{_SPACE}{_UNSEEN}(?:{_PARTICLE})?"
RUN = re.compile(rf"{_WORD}(?:{_SYLLABLE}|(?:{_GAP}){_WORD}){{0,63}}+")
_MOST_WORDS = 64
_LONGEST_OPENING = 5


@dataclass(frozen=True, slots=True)
class Condition:
    """A change that is made only if the text names this entity, or holds one of these words."""

    entity_id: str
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Run:
    """What a run can mean.

    It `changes`, or does so under `conditions`; `named` are the entities that it names without a
    change, `ids` all that it may name; `open` says with what small words its last name may go on.
    """

    changes: bool = False
    conditions: tuple[Condition, ...] = ()
    named: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    open: tuple[Rest, ...] = ()

    @property
    def is_calm(self) -> bool:
        return not (self.changes or self.conditions or self.open)


EMPTY = Run()


class RunJudge:
    """Judges runs by all that the words of a run can mean; thread-safe."""

    def __init__(self, lexicon: Lexicon, render: Render, *, fuzzy: str, renamed: str) -> None:
        self._lexicon = lexicon
        self._render = render
        self._repairs = fuzzy == "licensed"
        self._keeps_former = renamed == "keep"
        self.starts = NameStarts(lexicon, repairs=self._repairs)

    def judge(self, run: str) -> Run:
        """Return what a run can mean. It is judged at length only where a name can start in it."""
        words = [word for word in WORD.findall(run) if len(word) <= LONGEST_WORD]
        starts = [self.starts.find(word) for word in words]
        if starts.count(NOTHING) == len(starts):
            return EMPTY
        if len(words) >= _MOST_WORDS:
            return Run(changes=True)  # its last name may go on in the next
        opening = tuple(self._list_openings(words, starts))
        if any(start.is_name for start in starts) or any(
            start.rest and self.starts.goes_on(start.rest, after)
            for start, after in zip(starts, words[1:], strict=False)
        ):
            return self._judge_readings(run, opening)
        return Run(open=opening) if opening else EMPTY

    def _list_openings(self, words: Sequence[str], starts: Sequence[NameStart]) -> Iterator[Rest]:
        if starts[-1].small_rest:
            yield starts[-1].small_rest
        for at in range(max(0, len(words) - _LONGEST_OPENING), len(words) - 1):
            if starts[at].rest.keys:
                _, small = self.starts.find_next_keys(fold_words(words[at:]))
                yield from [Rest(frozenset(small))] if small else []

    def _judge_readings(self, run: str, opening: tuple[Rest, ...]) -> Run:
        changes = False
        conditions: list[Condition] = []
        ids, named = set(), set()
        for scene, reading in self._read(Scene(run, self._lexicon, repairs=self._repairs)):
            ids.add(reading.known.id)
            if self._is_kept(scene, reading):
                named.add(reading.known.id)
                continue
            condition = _find_condition(scene, reading)
            changes |= condition is None
            conditions += [condition] if condition else []
        return Run(changes, tuple(conditions), frozenset(named), frozenset(ids), opening)

    def _read(self, scene: Scene) -> Iterator[tuple[Scene, Reading]]:
        groups = [look_up(scene), *find_inflected(scene, frozenset())]
        groups += find_damaged(scene, ()) if self._repairs else []
        for group in groups:
            yield from ((scene, reading) for reading in group)
        if scene.tokens and scene.tokens[0].text[-1] in "sS":  # after *the* it may be a plural
            after = Scene(f"the {scene.text}", self._lexicon, repairs=self._repairs)
            yield from ((after, reading) for reading in look_up(after))

    def _is_kept(self, scene: Scene, reading: Reading) -> bool:
        if reading.source == "other" or (self._keeps_former and reading.source == "former"):
            return True
        if reading.alias is not None and reading.alias.get("suggest"):
            return True
        if reading.tokens.start == 0 and reading.known.find_words("particle"):
            return False  # one may stand before the run
        return self._render(scene, reading) == scene.text[reading.start : reading.end]


def _find_condition(scene: Scene, reading: Reading) -> Condition | None:
    """Return what a reading needs of its text to be believed; None if perhaps nothing."""
    entity = reading.known.entity
    if reading.alias is not None:
        near = reading.alias.get("near")
        return Condition("", _fold_first_words(near)) if near else None
    is_damaged = not reading.in_case and any(
        piece.meant for piece in reading.pieces if piece.part in ("family", "word")
    )
    if reading.full or (entity.alone and not is_damaged):
        return None
    if entity.kind == "place" and scene.text[reading.end - 1] in APOSTROPHES:
        return None  # its soft sign is enough
    words = entity.titles if is_damaged else (*entity.near, *entity.place)
    return Condition(entity.id, _fold_first_words(words))


def _fold_first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(phrase.split()[0]) for phrase in phrases)
