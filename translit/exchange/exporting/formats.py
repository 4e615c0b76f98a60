"""The formats that tables are given out in, for programs that know pairs, patterns or terms."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from translit.exchange.exporting.pairs import Pair, list_pairs
from translit.tables import Entity, Row, spell_out

_LABELS = {"person": "PERSON", "place": "GPE", "organization": "ORG", "other": "PRODUCT"}


def export_table(
    rows: Iterable[Row], target: str, is_word: Callable[[str], bool] = lambda word: False
) -> str:
    """Return the sure spellings of complete rows in a format of EXPORTS.

    Spellings that `is_word` says are ordinary words are left out.

    >>> row = Row("kyiv", {"kind": "place", "name": "Kyiv", "aliases": [{"text": "Kiev"}]}, "", 1)
    >>> print(export_table([row], "csv").strip())
    alias,canonical,kind,id,source
    Kiev,Kyiv,place,kyiv,alias
    """
    return "".join(EXPORTS[target](list_pairs(rows, is_word)))


def _write_csv(pairs: Iterable[Pair]) -> Iterator[str]:
    """The layout that `translit table import --from csv` reads."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["alias", "canonical", "kind", "id", "source"])
    for pair in pairs:
        if pair.spelling != pair.canonical:
            entity = pair.entity
            writer.writerow([pair.spelling, pair.canonical, entity.kind, entity.id, pair.source])
    yield out.getvalue()


def _write_spacy(pairs: Iterable[Pair]) -> Iterator[str]:
    for pair in pairs:
        pattern = {
            "label": _LABELS[pair.entity.kind],
            "pattern": pair.spelling,
            "id": pair.entity.id,
        }
        yield json.dumps(pattern, ensure_ascii=False) + "\n"


def _write_vale(pairs: Iterable[Pair]) -> Iterator[str]:
    """A substitution rule; its keys are regular expressions."""
    yield (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: warning\n"
        "ignorecase: false\nswap:\n"
    )
    for pair in pairs:
        if pair.spelling != pair.canonical:
            key = re.sub(r"([\\.^$*+?()\[\]{}|])", r"\\\1", pair.spelling)
            yield f"  {_quote(key)}: {_quote(pair.canonical)}\n"


def _write_elasticsearch(pairs: Iterable[Pair]) -> Iterator[str]:
    """A file for `synonyms_path`, in the format of Solr: what is spelled so becomes the form."""
    by_form: dict[str, list[str]] = {}
    for pair in pairs:
        if pair.spelling.casefold() != pair.canonical.casefold():  # it is asked in small letters
            by_form.setdefault(pair.canonical, []).append(pair.spelling)
    for form, spellings in by_form.items():
        yield f"{', '.join(map(_escape, spellings))} => {_escape(form)}\n"


def _escape(text: str) -> str:
    return re.sub(r"([\\,]|=>|#)", r"\\\1", text)


def _write_tbx(pairs: Iterable[Pair]) -> Iterator[str]:
    """A termbase of ISO 30042 (2008), a concept for each entity, its names by language."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<martif type="TBX-Basic" xml:lang="en">\n'
        "<martifHeader><fileDesc><sourceDesc><p>translit-fix</p></sourceDesc></fileDesc>"
        "</martifHeader>\n<text><body>\n"
    )
    by_entity: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_entity.setdefault(pair.entity.id, []).append(pair)
    for found in by_entity.values():
        yield from _write_concept(found[0].entity, found)
    yield "</body></text>\n</martif>\n"


def _write_concept(entity: Entity, pairs: Sequence[Pair]) -> Iterator[str]:
    """The form that is wanted, the spellings that are not, and the originals."""
    yield f'<termEntry id="{entity.id}"><descrip type="subjectField">{entity.kind}</descrip>\n'
    form = spell_out(entity.name)
    terms = [_write_term(form, "preferredTerm-admn-sts")]
    spellings = dict.fromkeys(pair.spelling for pair in pairs if pair.canonical == form)
    terms += [_write_term(one, "deprecatedTerm-admn-sts") for one in spellings if one != form]
    yield f'<langSet xml:lang="en">{"".join(terms)}</langSet>\n'
    for lang, name in entity.native.items():
        yield f'<langSet xml:lang="{lang}">{_write_term(spell_out(name), "")}</langSet>\n'
    yield "</termEntry>\n"


def _write_term(text: str, status: str) -> str:
    note = f'<termNote type="administrativeStatus">{status}</termNote>' if status else ""
    return f"<tig><term>{escape(text)}</term>{note}</tig>"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is one of YAML too


EXPORTS: Mapping[str, Callable[[Iterable[Pair]], Iterator[str]]] = {
    "csv": _write_csv,
    "elasticsearch": _write_elasticsearch,
    "spacy": _write_spacy,
    "tbx": _write_tbx,
    "vale": _write_vale,
}
"""The writers, by the name that `--to` has."""
