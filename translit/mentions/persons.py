"""Persons: a family name with what stands before and after it."""

from collections.abc import Iterator

from translit.lexicon import Known, Spelling
from translit.mentions.name_parts import read_after, read_before
from translit.mentions.reading import Piece, Reading, has_whole_given_name
from translit.mentions.reasons import Reason
from translit.mentions.scene import Scene
from translit.mentions.words import is_name_gap

# After a hyphen in a headline: *Kiev-Backed*.
_PARTICIPLES = ("ed", "ing", "led", "held", "run", "made", "style", "era", "born", "area", "based")


def read_person(
    scene: Scene,
    known: Known,
    core: tuple[Piece, ...],
    source: str,
    *,
    case_of: str | None = None,
) -> Reading:
    """Extend a family name to the given name, patronymic and initials of the same person.

    Another person's given name or initials beside it become the reading's obstacle. With `case_of`,
    a language, the given name may be in a case as the family name is: *Władimira Putina*.
    """
    before = read_before(scene, known, core[0].token, case_of)
    has_given = any(piece.part == "given" and not piece.meant for piece in before)
    has_initials = any(piece.part == "initial" for piece in before)
    after: list[Piece] = []
    if not has_given and not has_initials and not core[-1].ending:
        after = read_after(scene, known, core[-1].token)
    is_mononym = not known.find_words("given")
    reading = Reading(
        known,
        (*before, *core, *after),
        source,
        full=has_given or any(piece.part != "initial" for piece in after) or is_mononym,
    )
    obstacle = _find_obstacle(scene, reading)
    return reading.forbid(obstacle) if obstacle else reading


def _find_obstacle(scene: Scene, reading: Reading) -> Reason | None:
    initials = [scene.tokens[p.token].key for p in reading.pieces if p.part == "initial"]
    has_given = any(piece.part == "given" for piece in reading.pieces)
    parts = ("patronymic",) if has_given else ("given", "patronymic")
    if initials and not _initials_fit(reading.known, initials, parts):
        return "other-initials"
    first, last = reading.tokens.start, reading.tokens.stop - 1
    if first and _is_other_gender(scene, reading, first - 1):
        return "other-gender"
    if first and not initials and scene.follows(first):
        if has_given:
            if _is_somebodys_given_name(scene, first - 1):
                return "other-given-name"
            if not has_whole_given_name(reading) and _may_be_a_given_name(
                scene, reading, first - 1
            ):
                return "unknown-word"  # *Ibrahim Hassan al-Majid* is not *Ali Hassan al-Majid*
        elif not can_precede(scene, reading.known, first - 1):
            known = _is_somebodys_given_name(scene, first - 1)
            return "other-given-name" if known else "unknown-word"
    if last + 1 < len(scene.tokens) and not can_follow(scene, reading, last + 1):
        return "other-given-name"
    return None


def _initials_fit(known: Known, initials: list[str], parts: tuple[str, ...]) -> bool:
    """Tell whether initials are those of these parts of the name, or of parts that it lacks."""
    for letter, part in zip(initials, parts, strict=False):
        allowed = "".join(word.initials for word in known.find_words(part))
        if allowed and letter not in allowed:
            return False
    return True


def _is_other_gender(scene: Scene, reading: Reading, at: int) -> bool:
    """Tell whether the word before, with or without a full stop, is said of the other gender."""
    if not is_name_gap(scene.gap(at + 1), after_initial=True):
        return False
    gender = reading.known.entity.gender
    context = scene.lexicon.context
    key = scene.tokens[at].key
    wrong = {"m": context["feminine"], "f": context["masculine"]}
    return gender is not None and key in wrong[gender]


def _is_somebodys_given_name(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    if not (token.is_capitalised and scene.is_given_name(at)):
        return False
    if token.key in scene.lexicon.context["auxiliaries"] and scene.starts_sentence(at):
        return False
    return not _is_name_of_something(scene, token.key) or not scene.lexicon.is_ordinary(token.key)


def _may_be_a_given_name(scene: Scene, reading: Reading, at: int) -> bool:
    """Tell whether a word is capitalised, and no title or ordinary word."""
    token = scene.tokens[at]
    if not token.is_capitalised or _is_title(scene, reading.known, token.key):
        return False
    return not scene.lexicon.is_ordinary(token.key)


def can_precede(scene: Scene, known: Known, at: int) -> bool:
    """Tell whether the word directly before a family name leaves it this person's."""
    token = scene.tokens[at]
    if not token.is_capitalised or _is_title(scene, known, token.key):
        return True
    if _is_somebodys_given_name(scene, at):
        return False
    if scene.lexicon.is_ordinary(token.key) or len(token.key) == 1:  # *W Kijów*, *I Putin*
        return True
    return any(
        _is_name_of_something(scene, form.key) or _is_family_name(scene, form.key)
        for form in scene.forms(at)
    )


def _is_family_name(scene: Scene, key: str) -> bool:
    """Tell whether a word is a person's family name, and so no given name: *Biden Zelenskyi*."""
    return any(known.entity.kind == "person" for _, known in scene.lexicon.find_bearers(key))


def _is_title(scene: Scene, known: Known, key: str) -> bool:
    context = scene.lexicon.context
    if any(key in context[name] for name in ("feminine", "masculine", "neutral", "labels")):
        return True
    return any(key in title.lower().split() for title in known.entity.titles)


def _is_name_of_something(scene: Scene, key: str) -> bool:
    """Tell whether a word is itself a mention that may stand before a name: *Minsk, Kremlin*."""
    if any(True for _ in scene.lexicon.find_aliases(key)):
        return True
    return any(
        known.entity.alone if known.entity.kind == "person" else _is_whole_name(known, spelling)
        for spelling, known in scene.lexicon.find_bearers(key)
    )


def _is_whole_name(known: Known, spelling: Spelling) -> bool:
    """Tell whether the word is all of a name: not the *Stary* of *Stary Oskol*."""
    return any(name.words == (spelling.word,) for name in known.names)


def _is_list_entry(scene: Scene, reading: Reading, at: int) -> bool:
    """Tell whether another given name follows after a comma: *Lukashenka, Viktoria (Brest)*."""
    if not reading.is_person or reading.full or not scene.tokens[at].is_capitalised:
        return False
    ends = at + 1 >= len(scene.tokens) or not scene.follows(at + 1)
    return ends and scene.is_given_name(at)


def can_follow(scene: Scene, reading: Reading, at: int) -> bool:
    """Tell whether the word directly after a name leaves it this entity's."""
    token = scene.tokens[at]
    if reading.pieces[-1].ending:
        return True
    if scene.gap(at) == ", " and _is_list_entry(scene, reading, at):
        return False
    if not scene.follows(at) or "\n" in scene.gap(at):
        return True
    if not token.is_capitalised:  # *Viktor Janukowytsch senior*, and *Yun Suk-hee*
        if reading.pieces[-1].part == "given" and not scene.gap(at).isspace():
            return token.key.endswith(_PARTICIPLES)
        return not (reading.is_person and token.key in ("senior", "junior"))
    if reading.is_shared_family:  # *Chou Wen-chung*
        return False
    if token.key in scene.lexicon.context["generations"]:
        return not reading.is_person
    return _is_no_surname(scene, at) or _can_stand_before(scene, reading, at)


def _is_no_surname(scene: Scene, at: int) -> bool:
    """Tell whether a capitalised word after a name is known to be no part of it."""
    token = scene.tokens[at]
    context = scene.lexicon.context
    joined = not scene.gap(at).isspace()  # a double surname: *Zelenskyi-Kovalenko, Kharkov-Smith*
    if scene.lexicon.is_ordinary(token.key) and (not joined or token.key.endswith(_PARTICIPLES)):
        return True
    if any(_is_name_of_something(scene, form.key) for form in scene.forms(at)):
        return True
    if not joined and token.key.removesuffix("s") in context["labels"]:  # *in Kharkov Russians*
        return True
    return token.is_upper or token.key in context["neutral"]


def _can_stand_before(scene: Scene, reading: Reading, at: int) -> bool:
    """Tell whether an unknown capitalised word may follow a name: only after a person's."""
    if not scene.gap(at).isspace() or not reading.is_person:
        return False
    has_given = any(piece.part == "given" for piece in reading.pieces)
    return has_given or not scene.is_given_name(at)


def list_titles(known: Known) -> Iterator[str]:
    """Give the titles of a person, lower case."""
    yield from (title.lower() for title in known.entity.titles)
