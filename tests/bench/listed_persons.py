"""Persons of a sanctions list as a table of native names: does each Latin spelling find its own?"""

import csv
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from translit import Normalizer, romanize
from translit.schemes import SchemeError, unify_script

COUNTED_OUT = Path(__file__).parent / "listed_persons_out.tsv"
_BELARUSIAN = set("ўі")
_SERBIAN = set("љњћђџј")
_SHOWN = {"be": "be/national-2007-plain", "ru": "ru/bgn-pcgn-1947-plain", "sr": "sr/gaj"}


def measure_listed_persons(path: Path, misses: int) -> None:
    print("\n5. Persons of a sanctions list, from their native names alone")
    persons = _read_persons(path)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "listed.jsonl"
        table.write_text("\n".join(_write_rows(persons)), encoding="utf-8")
        normalizer = Normalizer(tables=[table], default_tables=False)
    out = _read_counted_out()
    right = wrong = count = 0
    missed = []
    for key, names in persons.items():
        for name in (one for cell in names["latin"] for one in _split_cell(cell)):
            if (key, name) in out:
                continue
            count += 1
            found = {m.entity_id or "" for m in normalizer.find(f"Yesterday {name} spoke.")}
            right += found == {_id(key)}
            wrong += bool(found - {_id(key)})
            missed += [] if found == {_id(key)} else [f"{key} {name} {sorted(found)}"]
    print(f"  persons {len(persons)}, Latin spellings {count}, counted out {len(out)}")
    print(f"  resolved to the right person {right / count:.1%}, to another {wrong}")
    for line in missed[:misses]:
        print(f"    {line}")


def _id(key: str) -> str:
    return "p" + key.replace(":", "-").lower()


def _read_persons(path: Path) -> dict[str, dict[str, list[str]]]:
    persons: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["schema"] == "Person" and row["kind"] in ("name", "alias"):
                persons[row["entity_key"]][row["script"]].append(row["name"])
    return {key: names for key, names in persons.items() if names["cyrillic"]}


def _write_rows(persons: Mapping[str, Mapping[str, list[str]]]) -> Iterator[str]:
    yield json.dumps({"schema": 1})
    for key, names in persons.items():
        native: dict[str, dict[str, str]] = {}
        for lang, parts in _list_natives(names):
            native.setdefault(lang, parts)
        lang = next(iter(native))
        shown = {
            part: _romanize(word, lang)
            for part, word in native[lang].items()
            if part != "patronymic"
        }
        row = {"id": _id(key), "kind": "person", "name": shown, "native": native}
        yield json.dumps(row | _gender(native), ensure_ascii=False)


def read_native_names(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the language and the parts of every Cyrillic name of the list."""
    for names in _read_persons(path).values():
        yield from _list_natives(names)


def _list_natives(names: Mapping[str, list[str]]) -> Iterator[tuple[str, dict[str, str]]]:
    full = [name for name in names["cyrillic"] if len(name.split()) > 1]
    for at, name in enumerate(full):
        yield _find_language(name, at, len(full)), _part(name)


def _split_cell(cell: str) -> Iterator[str]:
    """Give the spellings in one cell: *Alexander (Alexandr) BARSUKOV*, *ARTEMENKO / ARTIOMENKO*."""
    cell = cell.replace(",", "")
    if match := re.fullmatch(r"(\S+) \((\S+)\) (.+)", cell):
        yield from (f"{match[1]} {match[3]}", f"{match[2]} {match[3]}")
    elif match := re.fullmatch(r"(.+?) ?(\S+) ?/ ?(\S+)", cell):
        yield from (f"{match[1]} {match[2]}", f"{match[1]} {match[3]}")
    else:
        yield cell


def _find_language(name: str, at: int, count: int) -> str:
    """Of two names the list gives the Belarusian one first."""
    letters = set(unify_script(name.lower()))
    if letters & _SERBIAN:
        return "sr"
    return "be" if letters & _BELARUSIAN or (at == 0 and count > 1) else "ru"


def _part(name: str) -> dict[str, str]:
    """The family name is in capitals; what stands before it is given name and patronymic."""
    words = re.sub(r" \(\S+\)|/\S+", "", name).split()
    family = [word for word in words if word.isupper()] or words[-1:]
    given = [word for word in words if word not in family]
    parts = {"given": given[0].title() if given else "", "family": " ".join(family).title()}
    if len(given) > 1:
        parts["patronymic"] = given[1].title()
    return {part: _in_one_script(word) for part, word in parts.items() if word}


def _in_one_script(words: str) -> str:
    """The list has Latin letters in Cyrillic names, which a table refuses."""
    return " ".join(map(unify_script, words.split()))


def _gender(native: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    patronymics = [parts.get("patronymic", "") for parts in native.values()]
    return {"gender": "f" if any(p.endswith("а") for p in patronymics) else "m"}


def _romanize(word: str, lang: str) -> str:
    try:
        return romanize(word, _SHOWN[lang])
    except SchemeError:
        return word


def _read_counted_out() -> set[tuple[str, str]]:
    if not COUNTED_OUT.exists():
        return set()
    with COUNTED_OUT.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["entity"], row["name"]) for row in rows}
