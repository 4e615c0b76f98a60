"""Longer names: a name that is a word of another, or of a namesake in another country.

*Petro Kharkov*, *Brest nad Bugiem*, *Kinel-Cherkassy*, *Targoviste, Romania*.
"""

import re

from translit.lexicon import fold_phrase
from translit.mentions.persons import can_follow, can_precede
from translit.mentions.reading import Reading
from translit.mentions.scene import Scene
from translit.mentions.words import is_name_gap

_LONGEST_JOINT = 2  # words: *an der*
# Up to three names after commas, *Riyadh, Egypt, Kafr el-Sheikh*, in brackets, or one after *in*.
_NAME = r"[^\W\d_][\w’'-]*(?:[ -](?:and[ ])?[^\W\d_][\w’'-]*){0,3}"
_WHERE = re.compile(rf"(?:,\s(?P<first>{_NAME})(?:,\s(?P<second>{_NAME}))?|\s\((?P<in>{_NAME})\))")


def is_word_of_another_name(scene: Scene, reading: Reading) -> bool:
    """Tell whether a place stands beside a capitalised word that makes another name of it.

    So do *Petro Kharkov*, *A. Kharkov*, *Orel Hershiser* and *Brest nad Bugiem*. What is no
    place may have a word after it, but none before it that nothing explains: *Moskauer Kreml*.
    """
    kind = reading.known.entity.kind
    if kind == "person" or reading.pieces[0].is_acronym:
        return False
    if kind != "place":
        return len(reading.pieces) == 1 and _is_unknown_before(scene, reading)
    first, last = reading.tokens.start, reading.tokens.stop - 1
    if first:
        before = scene.tokens[first - 1]
        if _follows_particle(scene, first) or _follows_honorific(scene, first):
            return True
        if before.is_initial and scene.gap(first).strip() == "." and before.text != "I":
            return True
        if _is_unknown_before(scene, reading):
            return True
    if goes_on(scene, last):
        return True
    return last + 1 < len(scene.tokens) and not can_follow(scene, reading, last + 1)


def _is_unknown_before(scene: Scene, reading: Reading) -> bool:
    """Tell whether a capitalised word that nothing explains is joined to the name before it."""
    first = reading.tokens.start
    if not scene.follows(first) or "\n" in scene.gap(first):
        return False
    if not scene.gap(first).isspace() and scene.tokens[first - 1].is_upper:  # *NATO-Kijów*
        return False
    return not can_precede(scene, reading.known, first - 1)


def _follows_honorific(scene: Scene, first: int) -> bool:
    """Tell whether a person is spoken of: *Mr. Kharkov* is no town."""
    before = scene.tokens[first - 1]
    context = scene.lexicon.context
    is_honorific = before.key in context["feminine"] or before.key in context["masculine"]
    joined = is_name_gap(scene.gap(first), after_initial=True)
    return is_honorific and before.is_capitalised and joined


def _follows_particle(scene: Scene, at: int) -> bool:
    """Tell whether a given name and a particle stand before: *Pieter van Kiev, Ahmed al-Kiev*."""
    if at < 2 or scene.tokens[at - 1].key not in scene.lexicon.context["particles"]:
        return False
    return scene.follows(at) and scene.follows(at - 1) and scene.is_given_name(at - 2)


def goes_on(scene: Scene, last: int) -> bool:
    """Tell whether a name goes on after this word by a small foreign one: *Brest nad Bugiem*."""
    joint = ""
    for at in range(last + 1, min(last + 1 + _LONGEST_JOINT, len(scene.tokens) - 1)):
        token = scene.tokens[at]
        if token.is_capitalised or not scene.follows(at):
            return False
        joint = f"{joint} {token.key}".strip()
        if joint in scene.lexicon.context["joints"]:
            following = scene.tokens[at + 1]
            if following.is_capitalised and scene.follows(at + 1):
                return True
    return False


def find_other_country(scene: Scene, reading: Reading) -> bool:
    """Tell whether the country that stands after a place is not known as its own."""
    known, countries = reading.known, scene.lexicon.countries
    if known.entity.kind != "place" or fold_phrase(str(known.entity.name)) in countries:
        return False
    match = _WHERE.match(scene.text, reading.end)
    if not match:
        return False
    own = {fold_phrase(word) for word in (*known.entity.place, *known.entity.near)}
    for said in filter(None, match.groups()):
        words = said.replace("-", " ").split()
        for last in range(len(words), 0, -1):  # *Romania is small*, *Bosnia and Herzegovina*
            country = fold_phrase(" ".join(words[:last]))
            follows = words[last:][:1]
            if country in countries and not (follows and follows[0][0].isupper()):  # *UK PM*
                inside = countries[country]
                lang = next(iter(known.entity.native), "")
                return not (known.id in inside or lang in inside or country in own)
    return False
