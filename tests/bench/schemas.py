"""`python -m tests.bench schemas`: write the JSON Schemas of our files anew.

They are made from the lists of fields by which the files are read; what a field of a row means is
told by `data/README.md`. A test fails where they are not what would be written.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from translit.forms import make_style_schema
from translit.languages import make_language_schema
from translit.schemes import make_scheme_schema
from translit.tables import make_office_schema, make_table_schema

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "schemas"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_ROW = re.compile(r"\| ((?:`[a-zA-Z_.]+`(?:, )?)+) \| (.+) \|")
_NAME = re.compile(r"`([a-z_]+)")
# By the schema of each: its files. A checkout has no others that people write by hand.
FILES: Mapping[str, tuple[str, ...]] = {
    "entities": ("entities/*/*.toml",),
    "languages": ("languages/*.toml",),
    "offices": ("offices.toml",),
    "schemes": ("schemes/*/*.toml", "relays/*.toml", "hybrids/*/*.toml"),
    "styles": ("styles/*.toml",),
}


def run(data: Path, misses: int) -> None:
    """Write the schemas, and into each file the line by which editors find its own."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in make_schemas().items():
        (FOLDER / f"{name}.json").write_text(content, "utf-8")
    written = 0
    for name, path in list_files():
        text = path.read_text("utf-8")
        line = make_directive(name, path)
        if not text.startswith(line):
            path.write_text(line + text, "utf-8")
            written += 1
    print(f"{len(FILES)} schemas in {FOLDER}, named anew in {written} files")


def make_schemas() -> Mapping[str, str]:
    """Return the content of each schema by its name."""
    made = {
        "entities": make_table_schema(read_meanings()),
        "languages": make_language_schema(),
        "offices": make_office_schema(),
        "schemes": make_scheme_schema(),
        "styles": make_style_schema(),
    }
    return {
        name: json.dumps({"$schema": _DRAFT, **schema}, ensure_ascii=False, indent=1) + "\n"
        for name, schema in made.items()
    }


def read_meanings() -> Mapping[str, str]:
    """What fields of a row mean, by their names, as the guide to our data says it."""
    text = (DATA / "README.md").read_text("utf-8")
    section = text.partition("## Fields of an entity\n")[2].partition("\n#")[0]
    return {
        name: found[2].replace("`", "").replace("*", "")
        for found in _ROW.finditer(section)
        for name in _NAME.findall(found[1])
    }


def list_files() -> Iterator[tuple[str, Path]]:
    """Give each file that has a schema, with the name of that."""
    for name, patterns in FILES.items():
        for pattern in patterns:
            yield from ((name, path) for path in sorted(DATA.glob(pattern)))


def make_directive(name: str, path: Path) -> str:
    """Return the first line of a file, which taplo and editors with it read."""
    up = "../" * (len(path.relative_to(DATA).parts) - 1)
    return f"#:schema {up}schemas/{name}.json\n"
