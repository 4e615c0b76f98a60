"""Names of cities in other languages: derived by the language's own convention, or by any."""

import csv
from collections import defaultdict
from pathlib import Path

from translit.schemes import fold, is_latin, list_scheme_ids, variants

# The cities of each country, by their time zones, and the languages that may be their originals.
COUNTRIES = {
    ("ru",): (
        "Europe/Moscow Europe/Samara Europe/Volgograd Europe/Saratov Europe/Astrakhan "
        "Europe/Ulyanovsk Europe/Kirov Europe/Kaliningrad Asia/Yekaterinburg Asia/Omsk "
        "Asia/Novosibirsk Asia/Barnaul Asia/Tomsk Asia/Novokuznetsk Asia/Krasnoyarsk "
        "Asia/Irkutsk Asia/Chita Asia/Yakutsk Asia/Vladivostok Asia/Khandyga Asia/Ust-Nera "
        "Asia/Sakhalin Asia/Magadan Asia/Srednekolymsk Asia/Kamchatka Asia/Anadyr"
    ),
    ("uk", "ru"): "Europe/Kiev Europe/Uzhgorod Europe/Zaporozhye Europe/Simferopol",
    ("be", "ru"): "Europe/Minsk",
    ("bg",): "Europe/Sofia",
    ("kk", "ru"): (
        "Asia/Almaty Asia/Qyzylorda Asia/Qostanay Asia/Aqtau Asia/Aqtobe Asia/Atyrau Asia/Oral"
    ),
    ("ka", "ru"): "Asia/Tbilisi",
    ("hy", "ru"): "Asia/Yerevan",
}
# Zones whose city has an old name of its own in most languages, and one named after a peninsula.
LEFT_OUT = {"Europe/Moscow", "Europe/Sofia", "Asia/Kamchatka"}
EXONYMS = Path(__file__).parent / "exonyms.tsv"


def measure_cities(path: Path, misses: int) -> None:
    print("\n5. Names of cities in other languages (Moscow, Sofia, Kamchatka left out)")
    exonyms = _read_exonyms()
    print(f"  exonyms left out by name: {len(exonyms)} (tests/bench/exonyms.tsv)")
    names: dict[str, dict[str, str]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            names[row["zone"]][row["lang"]] = row["name"]
    own = by_any = count = 0
    missed = []
    for langs, zones in COUNTRIES.items():
        for zone in zones.split():
            if zone in LEFT_OUT:
                continue
            spellings = _spellings(names[zone], langs)
            for lang, name in _latin_names(names[zone]).items():
                if (zone, lang, name) in exonyms:
                    continue
                schemes = spellings.get(fold(name), set())
                count += 1
                own += any(scheme.endswith(f"/press-{lang}") for scheme in schemes)
                by_any += bool(schemes)
                missed += [] if schemes else [f"{lang} {name} ({zone})"]
    print(f"  names {count}, by the language's own {own / count:.1%}, by any {by_any / count:.1%}")
    for line in missed[:misses]:
        print(f"    {line}")


def _spellings(names: dict[str, str], langs: tuple[str, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for lang in langs:
        if lang in names:
            # CLDR's name of Sakhalin is the island's, with the word for one.
            name = names[lang].removeprefix("о-в ")
            for spelling, schemes in variants(name, lang, kind="place").items():
                found[fold(spelling)].update(schemes)
    return found


def _read_exonyms() -> set[tuple[str, str, str]]:
    with EXONYMS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["zone"], row["lang"], row["name"]) for row in rows}


def _latin_names(names: dict[str, str]) -> dict[str, str]:
    """Names in languages whose press has a convention here, in Latin letters."""
    targets = {scheme_id.partition("/press-")[2] for scheme_id in list_scheme_ids("ru")}
    return {
        lang: name
        for lang, name in names.items()
        if lang in targets and all(is_latin(c) for c in name if c.isalpha())
    }
