"""The JSON Schema of entity tables, by which editors complete and check their rows."""

from collections.abc import Mapping
from typing import Any

from translit.tables.checks import find_schema, identifier
from translit.tables.fields import FIELDS


def make_table_schema(meanings: Mapping[str, str]) -> dict[str, Any]:
    """Return the JSON Schema of a table in TOML, made from the list of its fields.

    `meanings` says what fields mean, for the editor to show. What stands between the fields of a
    row is left to `translit table check`: a schema cannot say it clearly.

    >>> row = make_table_schema({"heads": "its president"})["additionalProperties"]
    >>> row["properties"]["size"], row["properties"]["heads"]["description"]
    ({'enum': ['large']}, 'its president')
    """
    properties: dict[str, Any] = {}
    for field, check in FIELDS.items():
        properties[field] = dict(find_schema(check))
        if field in meanings:
            properties[field]["description"] = meanings[field]
    return {
        "title": "A table of entities of translit-fix",
        "type": "object",
        "properties": {"schema": {"const": 1}},
        "required": ["schema"],
        "propertyNames": find_schema(identifier),
        "additionalProperties": {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        },
    }
