"""How names are declined beside two other libraries, and how many names of texts are read back.

Beside petrovich (Russian) and shevchenko (Ukrainian): names of the clusters, of men and women, as
family names and as given names. In texts: mentions of one word whose base form is known, by
language and by the ending; the odd lines measure, the even ones are read to mend.
"""

import importlib
import importlib.util
import json
import random
import time
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from translit.datafolder import find_data_folder
from translit.languages import Gender, Kind, decline, read_case

_SAMPLE = 1000
_SEED = 11
_TEXTS = ("pl", "cs", "sl", "ru", "uk", "bg")
_RUSSIAN = set("абвгдежзийклмнопрстуфхцчшщъыьэюяё-")
_UKRAINIAN = set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’'-")
_ONLY_UKRAINIAN = set("ґєії")
_TIMED = 3000
_WOMEN = ("ова", "ева", "єва", "ина", "іна", "ая", "ська", "цька")
_ALIKE = ("а", "я", "о", "е", "и", "і", "у", "ю", "к", "н", "ч")  # names that women have too

Peer = Callable[[str, Kind, Gender], Mapping[str, str]]


class Name(NamedTuple):
    """A name to decline."""

    text: str
    kind: Kind
    gender: Gender


def run(data: Path, misses: int) -> None:
    """Print what differs from the peers, the recall of reading back, and its speed."""
    spellings = list(_list_cyrillic(data / "name_clusters.tsv"))
    russian = [one for one in spellings if set(one.lower()) <= _RUSSIAN]
    ukrainian = [
        one
        for one in spellings
        if set(one.lower()) <= _UKRAINIAN and set(one.lower()) & _ONLY_UKRAINIAN
    ]
    for lang, title, names, peer in (
        ("ru", "petrovich", russian, _load_petrovich),
        ("uk", "shevchenko", ukrainian, _load_shevchenko),
    ):
        _compare(lang, title, _sample(names, _list_given(lang)), peer, misses)
    for lang in _TEXTS:
        _measure_reading(data / "inflected" / f"{lang}.jsonl", lang, misses)


def _list_cyrillic(path: Path) -> Iterator[str]:
    for row in path.read_text("utf-8").splitlines()[1:]:
        _, script, spelling = row.split("\t")
        if script == "cyrillic" and " " not in spelling and len(spelling) > 2:
            yield "-".join(part.capitalize() for part in spelling.split("-"))


def _sample(spellings: list[str], given: Mapping[str, set[Gender]]) -> list[Name]:
    """Return names of men and women, in even shares: given names are those of known persons.

    A family name that only women or only men have is declined as theirs.
    """
    known = sorted(set(spellings))
    random.Random(_SEED).shuffle(known)
    listed: list[Name] = []
    for text in known:
        if text in given:
            listed.extend(Name(text, "given", gender) for gender in sorted(given[text]))
        elif text.endswith(_WOMEN):
            listed.append(Name(text, "family", "f"))
        else:
            listed.append(Name(text, "family", "mf"[text.endswith(_ALIKE) and len(listed) % 2]))
    given_names = [one for one in listed if one.kind == "given"][: _SAMPLE // 2]
    families = [one for one in listed if one.kind == "family"]
    return [*given_names, *families[: _SAMPLE - len(given_names)]]


def _list_given(lang: str) -> Mapping[str, set[Gender]]:
    """Return the given names of the persons of the tables, and whose they are."""
    found: dict[str, set[Gender]] = {}
    for path in (find_data_folder() / "entities").rglob("*.toml"):
        for row in tomllib.loads(path.read_text("utf-8")).values():
            native = row.get("native", {}).get(lang) if isinstance(row, dict) else None
            name = native.get("given", "") if isinstance(native, dict) else (native or "")
            if isinstance(row, dict) and row.get("gender"):
                found.setdefault(name.split(" ")[0], set()).add(row["gender"])
    return found


def _compare(
    lang: str, title: str, names: list[Name], load: Callable[[], Peer], misses: int
) -> None:
    if importlib.util.find_spec(title) is None:
        print(f"{lang}: {title} is not installed")
        return
    peer = load()
    forms, same = Counter[str](), Counter[str]()
    differing: dict[tuple[str, str], list[str]] = {}
    for name in names:
        who = f"{name.kind} {name.gender}"
        ours = decline(name.text, lang, name.kind, name.gender)
        for case, theirs in peer(*name).items():
            forms[who] += 1
            written = ours.get(case, ("",))[0]
            same[who] += written == theirs or theirs in ours.get(case, ())
            if theirs not in ours.get(case, ()):
                key = (who, name.text[-2:].lower())
                differing.setdefault(key, []).append(f"{name.text} {case} {written} / {theirs}")
    print(f"{lang}, beside {title}: of {len(names)} names")
    for who, count in forms.items():
        print(f"  {who:8}  {same[who]:5} of {count:5} forms alike ({same[who] / count:.3f})")
    listed = sorted(differing.items(), key=lambda item: -len(item[1]))
    for (who, ending), examples in listed[:misses]:
        print(f"    {len(examples):3} {who} -{ending}: {'; '.join(examples[:3])}")


def _load_petrovich() -> Peer:
    enums = importlib.import_module("petrovich.enums")
    peer = importlib.import_module("petrovich.main").Petrovich()
    cases = {
        "gen": enums.Case.GENITIVE,
        "dat": enums.Case.DATIVE,
        "acc": enums.Case.ACCUSATIVE,
        "ins": enums.Case.INSTRUMENTAL,
        "loc": enums.Case.PREPOSITIONAL,
    }
    sexes = {"m": enums.Gender.MALE, "f": enums.Gender.FEMALE}

    def decline_name(text: str, kind: Kind, gender: Gender) -> Mapping[str, str]:
        of = peer.lastname if kind == "family" else peer.firstname
        return {case: of(text, theirs, sexes[gender]) for case, theirs in cases.items()}

    return decline_name


def _load_shevchenko() -> Peer:
    shevchenko = importlib.import_module("shevchenko")
    cases = {
        "gen": shevchenko.in_genitive,
        "dat": shevchenko.in_dative,
        "acc": shevchenko.in_accusative,
        "ins": shevchenko.in_ablative,
        "loc": shevchenko.in_locative,
        "voc": shevchenko.in_vocative,
    }
    sexes = {"m": "masculine", "f": "feminine"}

    def decline_name(text: str, kind: Kind, gender: Gender) -> Mapping[str, str]:
        field = f"{kind}_name"
        return {
            case: theirs(gender=sexes[gender], **{field: text})[field]
            for case, theirs in cases.items()
        }

    return decline_name


def _measure_reading(path: Path, lang: str, misses: int) -> None:
    """Print the recall of base forms of the mentions of one word."""
    counts, read = Counter[str](), Counter[str]()
    missed: Counter[tuple[str, str]] = Counter()
    words: list[str] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        row = json.loads(line)
        half = "measured" if number % 2 else "read"
        for start, stop, lemma, _ in row["mentions"]:
            word = row["text"][start:stop]
            if not (_is_name(word, lang) and _is_name(lemma, lang)):
                continue
            words.append(word)
            key = f"{half} {'base' if word.lower() == lemma.lower() else 'case'}"
            counts[key] += 1
            if any(one.base.lower() == lemma.lower() for one in read_case(word, lang)):
                read[key] += 1
            elif half == "read":
                missed[word, lemma] += 1
    start_time = time.process_time()
    for word in words[:_TIMED]:
        read_case(word, lang)
    taken = (time.process_time() - start_time) / min(len(words), _TIMED)
    parts = [f"{key} {read[key]}/{counts[key]} {read[key] / counts[key]:.3f}" for key in counts]
    print(f"{lang}, read back: {', '.join(sorted(parts))}; {taken * 1e6:.0f} µs a word")
    for (word, lemma), count in missed.most_common(misses):
        print(f"    {count} {word} of {lemma}")


def _is_name(word: str, lang: str) -> bool:
    """Whether it is one word in the letters of the language, with a capital."""
    script = "CYRILLIC" if lang in ("ru", "uk", "bg") else "LATIN"
    letters = word.replace("-", "").replace("’", "").replace("'", "")
    return (
        bool(letters)
        and letters.isalpha()
        and word[0].isupper()
        and all(unicodedata.name(letter).startswith(script) for letter in letters)
    )
