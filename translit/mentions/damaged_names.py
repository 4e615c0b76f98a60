"""Damaged names in a text: capitalised words that no table explains, read as a name near them."""

from collections.abc import Sequence

from translit.lexicon import Known
from translit.mentions.damage import propose
from translit.mentions.persons import read_person
from translit.mentions.reading import Piece, Reading
from translit.mentions.scene import Scene


def find_damaged(scene: Scene, groups: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
    """Return readings of capitalised words that no table explains, as damaged names."""
    taken = {at for group in groups for reading in group for at in reading.tokens}
    found = []
    for at in scene.capitalised:
        if at in taken or scene.tokens[at].is_upper:
            continue
        readings = _read_word(scene, at)
        if readings:
            found.append(readings)
    return found


def _read_word(scene: Scene, at: int) -> list[Reading]:
    # A possessive is no part of the damage; a plural of a damaged name is too far from any.
    forms = [form for form in scene.forms(at) if form.ending != "plural"]
    for form in [form for form in forms if form.ending] or forms:
        proposal = propose(scene.lexicon, form.key)
        if proposal:
            piece = Piece(at, "word", scene.tokens[at].start, form.stop, form.ending)
            readings = [
                _read_as(scene, known, piece._replace(spelling=spelling, meant=proposal.meant))
                for spelling, known in proposal.bearers
            ]
            return [reading._replace(has_rival=proposal.has_rival) for reading in readings]
    return []


def _read_as(scene: Scene, known: Known, piece: Piece) -> Reading:
    if known.entity.kind != "person":
        return Reading(known, (piece,), "native", full=False)
    return read_person(scene, known, (piece._replace(part="family"),), "native")
