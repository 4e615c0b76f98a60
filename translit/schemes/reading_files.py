"""Reading one scheme file, and refusing a wrong one with file and line."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from translit.schemes.folding import is_cyrillic
from translit.schemes.scheme import EDGES, AddedEnding, Context, LetterRule, Scheme, SchemeError
from translit.schemes.sounds import sound_out

# A relay writes the letters of one language as Ukrainian ones; the others write Latin letters.
SCHEME_KINDS = ("standard", "passport", "library", "scholarly", "press", "relay")
_BEARERS = ("person", "place")
_TEXT = {"type": "string"}
_TARGETS = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
_RULE_FIELDS: Mapping[str, Any] = {
    "from": {"type": "string", "minLength": 1},
    "to": _TARGETS,
    "left": _TEXT,
    "right": _TEXT,
}
_ENDING: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "after": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
        "add": _TEXT,
        "of": {"enum": list(_BEARERS)},
    },
    "required": ["after", "add"],
    "additionalProperties": False,
}
# The fields of a file, and what each is, in the words of JSON Schema.
_FIELDS: Mapping[str, Any] = {
    "schema": {"const": 1},
    "title": _TEXT,
    "kind": {"enum": list(SCHEME_KINDS)},
    "target": _TEXT,
    "authority": _TEXT,
    "year": {"type": "integer"},
    "source": _TEXT,
    "note": _TEXT,
    "checked": {"type": "boolean"},
    "keeps_marks": _TEXT,
    "stress": _TEXT,
    "endings": {"type": "array", "items": _ENDING},
    "examples": {
        "type": "array",
        "items": {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2},
    },
    "letters": {"type": "object", "additionalProperties": _TARGETS},
    "rules": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": _RULE_FIELDS,
            "required": ["from", "to"],
            "additionalProperties": False,
        },
    },
}
_REQUIRED = {"schema", "title", "kind", "authority", "source", "letters"}


def make_scheme_schema() -> dict[str, Any]:
    """Return the JSON Schema of scheme files, made from the list of their fields.

    >>> make_scheme_schema()["properties"]["kind"]["enum"][0]
    'standard'
    """
    return {
        "title": "A romanization of translit-fix",
        "type": "object",
        "properties": _FIELDS,
        "required": sorted(_REQUIRED),
        "additionalProperties": False,
    }


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The vowels and consonants that `V` and `C` stand for in the rules of one language.

    `impossible` are patterns of letters that its spelling never has; a space is the word's edge.
    """

    vowels: frozenset[str]
    consonants: frozenset[str]
    impossible: tuple[str, ...] = ()


def read_alphabets(path: Path) -> dict[str, Alphabet]:
    """Read `data/alphabets.toml`: vowels and consonants by language."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        lang: Alphabet(
            frozenset(row["vowels"]), frozenset(row["consonants"]), tuple(row.get("impossible", ()))
        )
        for lang, row in rows.items()
        if isinstance(row, dict)
    }


def read_scheme(path: Path, scheme_id: str, alphabet: Alphabet) -> Scheme:
    """Read and check one scheme file.

    A wrong field, a Cyrillic letter in the Latin column, a rule that never fires or an example
    that fails raises SchemeError with the file, the line and the cure.
    """
    return _SchemeFile(path, alphabet).read(scheme_id)


class _SchemeFile:
    def __init__(self, path: Path, alphabet: Alphabet) -> None:
        self.path = path
        self.alphabet = alphabet
        try:
            self.text = path.read_text(encoding="utf-8")
            self.fields = tomllib.loads(self.text)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SchemeError(f"{path}: cannot be read: {error}") from None

    def read(self, scheme_id: str) -> Scheme:
        self._check_fields()
        self.lang = scheme_id.partition("/")[0]
        letters = {
            sound_out(k, self.lang): self._targets(v, f'"{k}"')
            for k, v in self.fields["letters"].items()
        }
        rules = tuple(self._rule(number, row) for number, row in enumerate(self._rows()))
        self._check_reachable(rules)
        scheme = Scheme(
            id=scheme_id,
            title=self.fields["title"],
            kind=self.fields["kind"],
            authority=self.fields["authority"],
            source=self.fields["source"],
            letters=letters,
            rules=rules,
            target=self.fields.get("target"),
            year=self.fields.get("year"),
            note=self.fields.get("note"),
            checked=self.fields.get("checked", True),
            keeps_marks=self.fields.get("keeps_marks", ""),
            stress=self.fields.get("stress", ""),
            endings=tuple(map(self._ending, self.fields.get("endings", ()))),
            examples=tuple((a, b) for a, b in self.fields.get("examples", ())),
        )
        self._check_examples(scheme)
        return scheme

    def _rows(self) -> list[Mapping[str, Any]]:
        rows = self.fields.get("rules", [])
        return rows if isinstance(rows, list) else []

    def _check_fields(self) -> None:
        for field in self.fields.keys() - _FIELDS.keys():
            self._fail(field, f"unknown field `{field}`; remove it or mend its spelling")
        for field in sorted(_REQUIRED - self.fields.keys()):
            self._fail("schema", f"the field `{field}` is missing; add it")
        if self.fields["schema"] != 1:
            self._fail("schema", "this version reads `schema = 1` only")
        if self.fields["kind"] not in SCHEME_KINDS:
            self._fail("kind", f"unknown kind; it is one of {', '.join(SCHEME_KINDS)}")
        if "target" in self.fields and self.fields["kind"] != "press":
            self._fail("target", "`target`, the language of the papers, goes with kind press only")

    def _targets(self, value: Any, where: str) -> tuple[str, ...]:
        targets = tuple(value) if isinstance(value, list) else (value,)
        if not targets or not all(isinstance(target, str) for target in targets):
            self._fail(where, "a letter is written as a string or a list of strings")
        if len(set(targets)) < len(targets):
            self._fail(where, "the same spelling stands twice; remove one")
        for letter in "".join(targets):
            if is_cyrillic(letter) and self.fields["kind"] != "relay":
                name = unicodedata.name(letter)
                self._fail(where, f"“{letter}” is {name} in the Latin column; type it in Latin")
        return targets

    def _rule(self, number: int, row: Mapping[str, Any]) -> LetterRule:
        if unknown := row.keys() - _RULE_FIELDS.keys():
            self._fail_rule(number, f"unknown field `{min(unknown)}` in a rule")
        source = row.get("from")
        if not isinstance(source, str) or not source or source != source.lower():
            self._fail_rule(number, "`from` is one or more lower-case letters")
        if "to" not in row:
            self._fail_rule(number, "`to` is missing")
        targets = self._targets(row["to"], f'from = "{source}"')
        source = sound_out(source, self.lang)
        return LetterRule(source, targets, self._context(row, "left"), self._context(row, "right"))

    def _context(self, row: Mapping[str, Any], side: str) -> Context | None:
        text = row.get(side, "")
        if not text:
            return None
        letters: set[str] = set()
        for letter in text.removeprefix("!"):
            if letter == "V":
                letters |= self.alphabet.vowels
            elif letter == "C":
                letters |= self.alphabet.consonants
            else:
                letters.add(letter)
        wrong_edge = EDGES[0] if side == "right" else EDGES[1]
        if wrong_edge in letters:
            self._fail(f'from = "{row["from"]}"', f"`{side}` cannot hold “{wrong_edge}”")
        return Context(frozenset(letters), text.startswith("!"))

    def _ending(self, row: object) -> AddedEnding:
        right = isinstance(row, dict) and {"after", "add"} <= row.keys() <= {"after", "add", "of"}
        if not right or not isinstance(row, dict) or row.get("of") not in (None, *_BEARERS):
            cure = 'an ending is written { after = "bcd", add = "s", of = "person" }, or after = '
            self._fail("endings", cure + '["sk", "grad"]; `of` is person or place, or left out')
        return AddedEnding(tuple(row["after"]), row["add"], row.get("of"))

    def _check_reachable(self, rules: tuple[LetterRule, ...]) -> None:
        for number, rule in enumerate(rules):
            for earlier in rules[:number]:
                free = earlier.left in (None, rule.left) and (
                    earlier.right is None
                    or (earlier.right == rule.right and earlier.source == rule.source)
                )
                if free and rule.source.startswith(earlier.source):
                    self._fail_rule(
                        number,
                        f"this rule for “{rule.source}” is never reached: the one for "
                        f"“{earlier.source}” above it always fits first; move or remove one",
                    )

    def _check_examples(self, scheme: Scheme) -> None:
        for source, expected in scheme.examples:
            try:
                got = scheme.romanize(source)
            except SchemeError as error:
                self._fail(f'"{source}"', str(error))
            if got != expected:
                problem = f"the example {source} gives {got}, not {expected}"
                self._fail(f'"{source}"', f"{problem}; mend the example or the rules")

    def _fail_rule(self, number: int, problem: str) -> NoReturn:
        lines = self.text.splitlines()
        heads = [n for n, line in enumerate(lines, 1) if line.strip().startswith("[[rules]]")]
        line = heads[number] if number < len(heads) else 1
        raise SchemeError(f"{self.path}:{line}: {problem}")

    def _fail(self, where: str, problem: str) -> NoReturn:
        lines = self.text.splitlines()
        line = next((n for n, text in enumerate(lines, 1) if where in text), 1)
        raise SchemeError(f"{self.path}:{line}: {problem}")
