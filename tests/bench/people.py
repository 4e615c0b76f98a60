"""Full names of people whom nobody has in a table, in sentences: who becomes somebody else?"""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.bench.clusters import read_clusters
from tests.bench.rates import bound_count
from translit import Mention, Normalizer, variants
from translit.lexicon import Known, open_lexicon
from translit.schemes import SchemeError
from translit.tables import load_given_names

_PEOPLE = 4_000
_SHORTEST = 6
_GIVEN_NAMES = Path(__file__).parent.parent.parent / "data" / "given_names.toml"
_GIVEN = {
    "ru": (
        "Сергей", "Александр", "Владимир", "Дмитрий", "Андрей", "Михаил", "Николай", "Ольга",
        "Елена", "Наталья", "Иван", "Игорь",
    ),
    "uk": (
        "Олександр", "Сергій", "Володимир", "Андрій", "Михайло", "Микола", "Олена", "Ольга",
        "Юлія", "Ігор",
    ),
}  # fmt: skip
_SENTENCES = (
    "{} said the company would close.",
    "The lawyer {} spoke to reporters.",
    "In court, {} denied the charge.",
    "A letter by {} was read out.",
    "{}, who lives here, was not at home.",
    "Police arrested {} on Monday.",
)


class _Person(NamedTuple):
    """A made-up person: the original names, and one spelling of the whole."""

    given: str
    family: str
    spelled: str


def measure(data: Path, seed: int, misses: int) -> None:
    """Print how many of them become somebody else, and how many bear a listed person's name."""
    print(f"\n3. Full names of {_PEOPLE:,} people in no table, seed {seed}")
    normalizer, lexicon = Normalizer(), open_lexicon((), True)
    draw = random.Random(seed)
    somebody: list[str] = []
    namesakes: list[str] = []
    for person in _draw_people(data, draw):
        text = draw.choice(_SENTENCES).format(person.spelled)
        for mention in normalizer.explain(text).mentions:
            if mention.status != "edit":
                continue
            known = lexicon.find_entity(mention.entity_id or "")
            is_namesake = known is not None and _is_named_so(known, person)
            (namesakes if is_namesake else somebody).append(_show(person, mention))
    low, high = bound_count(len(somebody))
    print(f"  made somebody else {len(somebody)} (95 %: {low:.1f} to {high:.1f})")
    print(f"  bear the full name of a listed person, and get its form: {len(namesakes)}")
    for line in [*somebody, *(namesakes if misses else ())]:
        print(f"    {line}")


def _draw_people(data: Path, draw: random.Random) -> Iterator[_Person]:
    """Give people: a common given name, and a family name as the press of some language has it."""
    clusters = read_clusters(data / "name_clusters.tsv")
    names = [name for one in clusters for name in one.spellings["cyrillic"]]
    names = [name.title() for name in names if name.isalpha() and len(name) >= _SHORTEST]
    count = 0
    while count < _PEOPLE:
        family, lang = draw.choice(names), draw.choice(sorted(_GIVEN))
        given = draw.choice(_GIVEN[lang])
        spelled = [_list_press(name, lang) for name in (given, family)]
        if all(spelled):
            count += 1
            yield _Person(given, family, " ".join(draw.choice(one) for one in spelled))


def _list_press(name: str, lang: str) -> list[str]:
    try:
        found = variants(name, lang)
    except SchemeError:  # a name in the letters of another language
        return []
    return sorted(s for s, schemes in found.items() if any("/press-" in one for one in schemes))


def _is_named_so(known: Known, person: _Person) -> bool:
    """Tell whether an entity has that very full name; a given name may be another language's."""
    given, family = _list_forms(person.given), person.family.lower()
    written = [{word.text.lower() for word in name.words} for name in known.names]
    return any(family in words and not given.isdisjoint(words) for words in written)


@cache
def _list_forms(given: str) -> frozenset[str]:
    groups = [
        {form.lower() for forms in group.native.values() for form in forms}
        for group in load_given_names(_GIVEN_NAMES)
    ]
    return frozenset().union(*(forms for forms in groups if given.lower() in forms))


def _show(person: _Person, mention: Mention) -> str:
    original = f"{person.given} {person.family}"
    return f"{mention.text} ({original}) → {mention.canonical} ({mention.entity_id}): {mention.why}"
