"""JSON, one value a file, and JSON Lines, one value a line."""

from collections.abc import Iterator

from translit.files.format import (
    Format,
    Selection,
    ask_for,
    cut_lines,
    cut_record,
    read_whole,
    refuse_choice,
)
from translit.files.formats.json_values import JsonValue, list_fields
from translit.files.piece import FilePiece
from translit.files.reading import TextFile


def _cut_json(file: TextFile, selection: Selection) -> Iterator[FilePiece]:
    text = read_whole(file)
    found = list_fields(text)
    if not selection.fields:
        raise ask_for(file.path, "--field", "say which field is prose", found)
    if found and not set(found) & set(selection.fields):
        raise refuse_choice(file.path, "field", selection.fields, found)
    if selection.lang_column and found and selection.lang_column not in found:
        raise refuse_choice(file.path, "field", [selection.lang_column], found)
    yield FilePiece(text, 0, 1, JsonValue(selection.fields, selection.lang_column))


def _cut_json_lines(file: TextFile, selection: Selection) -> Iterator[FilePiece]:
    composer = JsonValue(selection.fields, selection.lang_column)
    found: dict[str, None] = {}
    chosen = set(selection.fields)
    start, has_chosen = 0, False
    lang_field = selection.lang_column
    for number, line in enumerate(cut_lines(file.read_chunks()), 1):
        if not (has_chosen and (not lang_field or lang_field in found)) and len(found) < 1000:
            found.update(dict.fromkeys(list_fields(line)))
            has_chosen = bool(chosen & found.keys())
        if not chosen and found:
            raise ask_for(file.path, "--field", "say which field is prose", list(found))
        yield cut_record(line, start, number, composer)
        start += len(line)
    if not has_chosen and found:
        raise refuse_choice(file.path, "field", selection.fields, list(found))
    if lang_field and found and lang_field not in found:
        raise refuse_choice(file.path, "field", [lang_field], list(found))


FORMATS = (
    Format("json", (".json",), _cut_json, asks="field", is_one=True),
    Format("jsonl", (".jsonl", ".ndjson"), _cut_json_lines, asks="field"),
)
