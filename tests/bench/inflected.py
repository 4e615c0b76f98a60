"""How many mentions of the tables' entities are found in Slavic text, in base form and in a case.

The texts and their marks are those of `inflected/` (SlavicNER); which of its entities are rows says
`lemmas.tsv`. An entity that is met five times or more and is not there has no row. What is no name
is not asked for: a lemma without a capital, of digits, of a people (*Ukraińcy*), derived of a name
(*Trumpov*), or an ordinary word of the language (*Unia*).
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from translit import Mention, Normalizer
from translit.languages import find_language, read_case
from translit.lexicon import Speech, open_lexicon

LANGUAGES = ("pl", "cs", "sl", "ru", "uk", "bg")
MAP = Path(__file__).parent / "lemmas.tsv"
_LEAST = 5


class Marked(NamedTuple):
    """A mention that somebody has marked: code points, its base form and what it names."""

    start: int
    stop: int
    lemma: str
    entity: str


def run(data: Path, misses: int) -> None:
    """Print what is found by language and form, and the mentions that are missed most."""
    rows = dict(line.split("\t") for line in MAP.read_text("utf-8").splitlines()[1:])
    normalizer, lexicon = Normalizer(), open_lexicon((), default_tables=True)
    left_out: Counter[str] = Counter()
    for lang in LANGUAGES:
        found, asked = Counter[str](), Counter[str]()
        is_name = _make_test(lang, lexicon.load_speech(lang))
        missed: Counter[tuple[str, str, str]] = Counter()
        texts = list(_read_texts(data / "inflected" / f"{lang}.jsonl"))
        met = Counter(mark.entity for _, marks in texts for mark in marks)
        for text, marks in texts:
            mentions = normalizer.explain_in(lang, text).mentions
            for mark in marks:
                if not is_name(mark.lemma) or _is_derived(text, mark, lang):
                    continue
                row = rows.get(mark.entity)
                if row is None:
                    left_out[mark.entity.partition("-")[0]] += met[mark.entity] >= _LEAST
                    continue
                written = text[mark.start : mark.stop]
                form = "base" if written.casefold() == mark.lemma.casefold() else "case"
                is_found = _is_found(mentions, mark, row)
                for key in (form, f"{form} {mark.entity.partition('-')[0]}"):
                    asked[key] += 1
                    found[key] += is_found
                if not is_found:
                    missed[form, written, row] += 1
        _print(lang, found, asked)
        for (form, written, row), count in missed.most_common(misses):
            print(f"      {count} {form} {written} ({row})")
    print("without a row, of entities met five times or more:", dict(left_out))


def _make_test(lang: str, speech: Speech) -> Callable[[str], bool]:
    """Return what tells whether a lemma of a language is a name."""
    countries = find_language(lang).countries.values()
    peoples = tuple(
        stem.capitalize() for one in countries for stem in (*one.people, *one.adjective)
    )

    def is_name(lemma: str) -> bool:
        if not lemma[:1].isupper() or lemma.startswith(peoples):
            return False
        if speech.find_spoken(lemma.lower()):
            return False
        return not any(one.kind == "derived" for one in read_case(lemma, lang, {"derived"}))

    return is_name


def _is_derived(text: str, mark: Marked, lang: str) -> bool:
    """Tell whether a word is made of the name, and no case of it: *Trumpova*."""
    readings = read_case(text[mark.start : mark.stop].split()[-1], lang, {"derived"})
    return any(one.base == mark.lemma.split()[-1] for one in readings)


def _read_texts(path: Path) -> Iterator[tuple[str, list[Marked]]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            yield row["text"], [Marked(*mark) for mark in row["mentions"]]


def _is_found(mentions: tuple[Mention, ...], mark: Marked, row: str) -> bool:
    return any(
        one.entity_id == row
        and one.start < mark.stop
        and one.end > mark.start
        and (one.status in ("edit", "canonical") or one.reason == "case")
        for one in mentions
    )


def _print(lang: str, found: Counter[str], asked: Counter[str]) -> None:
    print(lang)
    for key in sorted(asked):
        print(f"   {key:10} {found[key]:5} of {asked[key]:5}  {found[key] / asked[key]:.3f}")
