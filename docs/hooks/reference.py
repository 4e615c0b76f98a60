"""The reference: commands, reasons, styles, schemes, languages and fields, as code and data say."""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import translit
from translit.cli.main import make_fix_parser, make_parser
from translit.forms import Style, list_style_ids, load_style
from translit.judging import SENTENCES
from translit.judging.rules import VERDICTS
from translit.languages import Language, load_languages
from translit.schemes import Scheme, describe_scheme, list_scheme_ids, load_scheme

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "rules"
SCHEMAS = ROOT / "data" / "schemas"

# Examples of what options and files add, which no case of a rule shows.
_BESIDE_RULES: Mapping[str, str] = {
    "unlisted": "[`--unlisted suggest`](../survey.md#inside-one-document)",
    "keep-list": "`--keep FILE`, or `keep` in a row of your own table",
    "markup": "`<b>Łuka</b>szenka` in Markdown or HTML",
}
_USES = {
    "name": "each row's own form",
    "native": "the name's own script",
    "schemes": "names of rows",
}
# The public names of the package by what one wants; a test checks that none is missing.
PUBLIC: Mapping[str, Sequence[str]] = {
    "Texts": ["normalize_names", "explain_names", "Normalizer"],
    "What is found": ["Explanation", "Edit", "Mention"],
    "Names by themselves": [
        *("romanize", "variants", "originals", "Original", "compare_names", "Comparison"),
        *("decline", "read_case", "CaseReading"),
    ],
    "Names that no table knows": ["survey_names", "Survey", "NameGroup"],
    "Tables and decisions": ["load_table", "Table", "apply_decisions", "Applied"],
    "Errors": [
        *("DocumentError", "LanguageError", "LexiconError", "ReviewError"),
        *("SchemeError", "StyleError", "TableError"),
    ],
}


def write_python() -> str:
    """Write the page of the Python interface: what the docstrings say."""
    lines = [
        "# Python",
        "",
        "What is imported from `translit`. [In Python](../python.md) shows how",
    ]
    lines += ["it is used; the options are told [there](../python.md#options) too."]
    for heading, names in PUBLIC.items():
        lines += ["", f"## {heading}"]
        lines += [f"\n::: translit.{name}" for name in names]
    return _join(lines)


def write_commands() -> str:
    """Write the page of the two commands: each option, as `--help` says it."""
    lines = ["# Commands", "", f"Of version {translit.__version__}. `python -m translit` is"]
    lines += ["`translit`; with `--help` each says the same, and examples."]
    lines += _write_command(make_fix_parser(), 2)
    lines += _write_command(make_parser(), 2)
    return _join(lines)


def _write_command(parser: argparse.ArgumentParser, level: int) -> Iterator[str]:
    yield from ("", f"{'#' * level} `{parser.prog}`", "")
    if parser.description:
        yield from (_cell(parser.description), "")
    deeper: list[argparse.ArgumentParser] = []
    rows = []
    for action in parser._actions:  # argparse tells them nowhere else
        if isinstance(action, argparse._SubParsersAction):
            deeper += action.choices.values()
        elif action.help != argparse.SUPPRESS and action.dest != "help":
            rows.append((_name_option(action), _expand(action, parser)))
    if rows:
        yield from _table(("option", "what it does"), rows)
    if parser.epilog:
        yield from ("", _cell(parser.epilog[:1].upper() + parser.epilog[1:]) + ".")
    for one in deeper:
        yield from _write_command(one, min(level + 1, 4))


def _name_option(action: argparse.Action) -> str:
    names = action.option_strings or [str(action.metavar or action.dest)]
    value = action.metavar if action.option_strings and action.nargs != 0 else None
    if value is None and action.option_strings and action.choices:
        value = "|".join(map(str, action.choices))
    return ", ".join(f"`{name}`" for name in names) + (f" `{value}`" if value else "")


def _expand(action: argparse.Action, parser: argparse.ArgumentParser) -> str:
    said = parser._get_formatter()._expand_help(action) if action.help else ""
    return _cell(said)


def write_reasons() -> str:
    """Write the page of reasons, each with the first case that it decides."""
    lines = [
        "# Reasons",
        "",
        "Where a name is seen and nothing is done, the attribute `reason` of a",
    ]
    lines += ["mention and `--json` give one of these codes, which stay the same from version to"]
    lines += ["version; `why`, `translit explain` and `--report` say the sentence. What is *kept*"]
    lines += ["may not be rewritten; a *suggestion* is for a person to decide; an *ambiguous* name"]
    lines += ["may be one of several. [Why was this changed?](../reasons.md) tells how to ask.", ""]
    rows = []
    for code, sentence in SENTENCES.items():
        example = _BESIDE_RULES.get(code) or _find_example(code)
        rows.append((f"`{code}`", VERDICTS[code], _cell(sentence), example))
    return _join([*lines, *_table(("reason", "status", "it says", "for example"), rows)])


def _find_example(code: str) -> str:
    case = json.loads((CASES / f"{code}.json").read_text("utf-8"))["decides"][0]
    text, mention = case["text"], case["mention"]
    return _cell(text.replace(mention, f"**{mention}**", 1))


def write_styles() -> str:
    """Write the page of styles."""
    lines = ["# Styles", "", "`translit styles ID` says all of one, and [a style of your"]
    lines += ["own](../styles.md#a-style-of-your-own) is a file like these.", ""]
    styles = [load_style(style) for style in list_style_ids()]
    head = ("style", "of", "language", "writes", "names of its own")
    return _join([*lines, *_table(head, map(_list_style, styles))])


def _list_style(style: Style) -> Sequence[str]:
    writes, schemes = _USES[style.use], len(style.schemes)
    if style.use == "schemes" and schemes:
        writes = f"{schemes} schemes"
    own = str(len(style.names) or "")
    return f"`{style.id}`", style.title, style.language or "", writes, own


def write_schemes() -> str:
    """Write the page of schemes, by language."""
    by_language: dict[str, list[Sequence[str]]] = {}
    for scheme_id in list_scheme_ids():
        language = scheme_id.partition("/")[0]
        by_language.setdefault(language, []).append(_list_scheme(scheme_id))
    names = {code: language.title for code, language in load_languages().items()}
    count = sum(map(len, by_language.values()))
    lines = ["# Schemes", "", f"{count} romanizations. What is not checked rests on knowledge"]
    lines += ["alone. `translit schemes ID` says all of one: its letters, rules and examples;"]
    lines += ["[adding one](../adding.md#a-scheme) is adding a file."]
    for language, rows in by_language.items():
        lines += ["", f"## {names.get(language, language)}", ""]
        lines += _table(("scheme", "is", "kind", "checked", "for example"), rows)
    return _join(lines)


def _list_scheme(scheme_id: str) -> Sequence[str]:
    scheme = load_scheme(scheme_id)
    title = _cell(describe_scheme(scheme_id))
    if not isinstance(scheme, Scheme):  # of a library, or lent by another language
        return f"`{scheme_id}`", title, "", "", ""
    example = " → ".join(scheme.examples[0]) if scheme.examples else ""
    checked = "yes" if scheme.checked else "no"
    return f"`{scheme_id}`", title, scheme.kind, checked, _cell(example)


def write_languages() -> str:
    """Write the page of languages: what is known of each."""
    lines = ["# Languages", "", "`translit languages CODE` says all of one; [adding"]
    lines += ["one](../adding.md#a-language) is adding a file. Text of a language is *told* by its"]
    lines += ["small words; a language with a *style* gets the forms of its press; *paradigms* are"]
    lines += ["how its names stand in cases. None of it is checked but where it says so.", ""]
    styles = set(list_style_ids())
    rows = [_list_language(one, styles) for one in load_languages().values()]
    head = ("code", "language", "script", "told by", "style", "paradigms", "checked")
    return _join([*lines, *_table(head, rows)])


def _list_language(language: Language, styles: set[str]) -> Sequence[str]:
    words = f"{len(language.small_words)} words" if language.small_words else ""
    style = language.code if language.code in styles else "news" if language.code == "en" else ""
    paradigms = str(len(language.grammar.get("paradigms", ())) or "")
    checked = "yes" if language.checked else "no"
    code = f"`{language.code}`"
    return code, language.title, language.script, words, style, paradigms, checked


def write_fields() -> str:
    """Write the page of fields of all files that people write, from their JSON Schemas."""
    lines = ["# Fields", "", "What a file may have, as the loaders check it and the JSON Schemas"]
    lines += ["tell editors. What a field of a row means at length, and how to decide between"]
    lines += ["forms, is told of [the data](../project/data.md)."]
    for name, heading in (
        ("entities", "A row of a table"),
        ("styles", "A style"),
        ("schemes", "A scheme"),
        ("languages", "A language"),
    ):
        schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
        fields = schema["additionalProperties"] if name == "entities" else schema
        lines += ["", f"## {heading}", "", *_list_fields(fields)]
    return _join(lines)


def _list_fields(schema: Mapping[str, Any]) -> Iterator[str]:
    required = set(schema.get("required", ()))
    rows = [
        (
            f"`{name}`" + (" (required)" if name in required else ""),
            _say_type(field),
            _cell(field.get("description", "")),
        )
        for name, field in schema["properties"].items()
    ]
    has_meanings = any(row[2] for row in rows)
    head = ("field", "is", "means")
    yield from _table(head if has_meanings else head[:2], [row[: 2 + has_meanings] for row in rows])


def _say_type(field: Mapping[str, Any]) -> str:
    """Return in words what a value may be, by its JSON Schema."""
    if "const" in field:
        return f"`{json.dumps(field['const'])}`"
    if "enum" in field:
        return " or ".join(f"`{one}`" for one in field["enum"])
    if "anyOf" in field:
        return ", or ".join(dict.fromkeys(map(_say_type, field["anyOf"])))
    if "$ref" in field:
        return field["$ref"].rpartition("/")[2]
    kind = field.get("type", "")
    if kind == "array":
        return f"a list: {_say_type(field.get('items', {}))}".removesuffix(": ")
    words = {"string": "text", "boolean": "true or false", "integer": "a number"}
    return words.get(kind, "a table" if kind == "object" else "")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _cell(text: str) -> str:
    """Return a text as it may stand in a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def _join(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
