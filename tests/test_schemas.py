"""The JSON Schemas of our files: as generated, named in every file, and true of every file."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.bench.schemas import FILES, FOLDER, list_files, make_directive, make_schemas
from translit.tables.fields import FIELDS

CASES = Path(__file__).parent / "cases"
_PLACE = {"kind": "place", "name": "Kyiv"}


def load(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def find_errors(name: str, content: object) -> list[str]:
    validator = jsonschema.Draft7Validator(load(name))
    return [
        f"{list(error.path)}: {error.message}"[:200] for error in validator.iter_errors(content)
    ]


def test_generating_gives_the_same_files() -> None:
    made = make_schemas()
    assert made.keys() == {path.stem for path in FOLDER.glob("*")} == FILES.keys()
    for name, content in made.items():
        assert (FOLDER / f"{name}.json").read_text("utf-8") == content, (
            "run python -m tests.bench schemas"
        )


@pytest.mark.parametrize("name", FILES)
def test_every_schema_is_one(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(load(name))


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_ours_fits_and_names_its_schema(name: str) -> None:
    validator = jsonschema.Draft7Validator(load(name))
    paths = [path for kind, path in list_files() if kind == name]
    assert len(paths) > (0 if name == "offices" else 20)
    for path in paths:
        text = path.read_text("utf-8")
        assert text.startswith(make_directive(name, path)), "run python -m tests.bench schemas"
        assert (path.parent / text.split("\n")[0].removeprefix("#:schema ")).is_file()
        error = next(validator.iter_errors(tomllib.loads(text)), None)
        assert error is None, f"{path}: {list(error.path)}: {error.message[:200]}"


def test_every_field_of_a_row_says_what_it_means() -> None:
    properties = load("entities")["additionalProperties"]["properties"]
    assert properties.keys() == FIELDS.keys()
    assert [field for field, one in properties.items() if "description" not in one] == []


@pytest.mark.parametrize(
    "row",
    [
        {**_PLACE, "nativ": {"uk": "Київ"}},
        {**_PLACE, "native": {"ukr ": "Київ"}},
        {**_PLACE, "native": "Київ"},
        {**_PLACE, "kind": "town"},
        {**_PLACE, "alone": "yes"},
        {**_PLACE, "in": "Ukraine"},
        {**_PLACE, "in": [1]},
        {**_PLACE, "size": "small"},
        {**_PLACE, "short": True},
        {**_PLACE, "aliases": [{"lang": "de"}]},
        {**_PLACE, "aliases": [{"text": "Kiew", "language": "de"}]},
        {**_PLACE, "former": [{"uk": "Артемівськ", "until": "2016"}]},
        {**_PLACE, "name": {"first": "Kyiv"}},
        {**_PLACE, "names": {"de": {"text": "Kiew", "since": 0}}},
        {**_PLACE, "wikidata": "1899"},
    ],
)
def test_what_a_table_refuses_its_schema_does(row: dict[str, Any]) -> None:
    assert find_errors("entities", {"schema": 1, "kyiv": row})


def test_a_schema_takes_each_way_to_write_a_field() -> None:
    row = {
        "kind": "person",
        "name": {"given": "Taras", "family": "Hrymych", "order": "given-first"},
        "native": {"uk": "Тарас Гримич", "sr-Latn": {"family": "Hrimič"}},
        "names": {"de": {"text": "Taras Hrymytsch", "since": 2022, "checked": True}},
        "prints": {"guardian": "Taras Hrymych"},
        "other_names": ["A B", {"uk": "А Б"}, {"given": "A", "family": "B"}],
        "short": False,
        "aliases": ["A", {"text": "B", "near": ["C"]}],
        "former": [{"uk": "А", "until": 2016}],
        "in": "ukraine",
        "heads": ["ukraine"],
    }
    assert find_errors("entities", {"schema": 1, "taras-hrymych": row}) == []
    assert find_errors("entities", {"taras-hrymych": row})
    assert find_errors("entities", {"schema": 1, "Taras": row})


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("languages", {"nouns": "big"}),
        ("languages", {"around": {"titels": {}}}),
        ("languages", {"around": {"titles": {"n": []}}}),
        ("languages", {"countries": {"japan": {"name": "Japan"}}}),
        ("languages", {"paradigms": {}}),
        ("styles", {"marks": "some"}),
        ("styles", {"scheme": {}}),
        ("styles", {"names": {"kyiv": 1}}),
        ("schemes", {"kind": "press, mostly"}),
        ("schemes", {"letter": {}}),
        ("schemes", {"rules": [{"from": "a"}]}),
        ("schemes", {"rules": [{"from": "a", "to": "b", "before": "c"}]}),
        ("schemes", {"examples": [["Київ"]]}),
        ("schemes", {"endings": [{"after": "bcd"}]}),
    ],
)
def test_a_wrong_field_of_another_file_is_refused(name: str, change: dict[str, Any]) -> None:
    path = next(path for kind, path in list_files() if kind == name)
    content = tomllib.loads(path.read_text("utf-8"))
    assert find_errors(name, content) == []
    assert find_errors(name, {**content, **change})
