"""Names in a case that are right stay: each form that a language makes of what its press prints."""

from collections.abc import Iterator

import pytest

from translit import Normalizer
from translit.languages import decline, list_declining_languages
from translit.lexicon import Known, open_lexicon

# Persons and places with many names: men and women, of one family name too, and of each ending.
ENTITIES = (
    "vladimir-putin", "volodymyr-zelensky", "olena-zelenska", "alexander-lukashenko",
    "angela-merkel", "maria-zakharova", "boris-johnson", "yulia-tymoshenko", "kyiv", "kharkiv",
    "moscow", "minsk", "odesa", "donbas", "irpin", "uzbekistan", "ukraine", "crimea", "london",
)  # fmt: skip


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer()


def list_forms(known: Known, lang: str) -> Iterator[str]:
    entity = known.entity
    name = entity.names.get(lang) or entity.native.get(lang)
    if name is None:
        return
    if isinstance(name, str):
        for case, forms in decline(name, lang, "place").items():
            yield from forms[:1] if case != "voc" else ()
        return
    given = decline(name.given, lang, "given", entity.gender)
    for case, forms in decline(name.family, lang, "family", entity.gender).items():
        if case == "voc":  # a Latvian vocative is the name as other languages have it
            continue
        yield forms[0]
        if case in given:
            yield f"{given[case][0]} {forms[0]}"


@pytest.mark.parametrize("lang", list_declining_languages())
def test_each_form_of_a_printed_name_stays(lang: str, normalizer: Normalizer) -> None:
    lexicon = open_lexicon((), default_tables=True)
    found = [known for one in ENTITIES if (known := lexicon.find_entity(one))]
    assert len(found) == len(ENTITIES)
    forms = sorted({form for known in found for form in list_forms(known, lang)})
    assert forms
    changed = {form: normalizer.explain_in(lang, form).text for form in forms}
    assert {form: text for form, text in changed.items() if form != text} == {}
