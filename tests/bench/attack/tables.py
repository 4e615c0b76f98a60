"""Tables: right, broken and odd ones are refused with a sentence, or used and keep the promises."""

import json
import random
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from tests.bench.attack.broken import Broken, StallError, no_stall, shown, shrink
from tests.bench.attack.commands import NAMES
from tests.bench.attack.names import DATA
from tests.bench.attack.promises import check_pieces
from tests.bench.attack.writing import Piece
from translit import Normalizer, TableError, load_table, romanize

_STALL = 10.0  # seconds
_EXAMPLES = 12  # tables of a round
_FIELDS = (
    "kind", "gender", "name", "native", "reading", "written", "other_names", "short", "alone",
    "titles", "styles", "aliases", "suggest", "former", "shares", "near", "place", "common", "an",
    "drop", "because", "wikidata", "source", "in", "prints", "names", "forms", "grammar", "keep",
)  # fmt: skip
_WORDS = ("Hrym", "Grym", "Mar'yin", "O’Hrym", "al-Hrym", "X", "Sea", "Ukraine", "Zelensky", "É")
_NATIVE = ("Грим", "Гримський", "Мар’їн", "Хрим-Грим", "О", "Кий", "Ківа", "Йью")
_PATTERNS = (
    "{}", "{}", "{}", "{} & Co", "{} 24", "{}, Ukraine", "{} (Ukraine)", "{} on the Sea", "the {}",
    "{} {}", "{}-{}", "{}'s", "{}.", "{}!", "“{}”", "{}/{}", "{} and {}", "24 {}", "{}+", "d’{}",
    "{}\u200b", " {}", "{}, {}", "@{}", "#{}", "{}.com", "{name}", "{} de {}", "{} II", "{}\n{}",
    "{}s", "{}: {}", "A. {}", "{}ov", "Mr {}", "{} City",
)  # fmt: skip

# Drawn from these and never from all of Unicode: hypothesis mixes what it finds in the modules
# that are imported into that, and the same seed would not always make the same table.
_letters = st.lists(
    st.sampled_from("aZé Жії\u0301\u200b'’\"\n\0\ud800😀日ع1.-/[=#"), max_size=6
).map("".join)


class _BrokenError(Exception):
    pass


def attack(seed: int) -> Iterator[Broken]:
    """Give what a few tables of JSON Lines and a damaged TOML file break."""
    yield from _attack_rows(seed)
    draw = random.Random(f"tables {seed}")
    yield from _attack_toml(draw)


def _attack_rows(seed: int) -> Iterator[Broken]:
    @seeded(seed)
    @settings(
        max_examples=_EXAMPLES, database=None, deadline=None, verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck), phases=[Phase.generate, Phase.shrink],
        report_multiple_bugs=False,
    )  # fmt: skip
    @given(_tables())
    def search(rows: list[dict[str, Any]]) -> None:
        lines = [json.dumps(row, ensure_ascii=False) for row in ({"schema": 1}, *rows)]
        for promise, said in _list_broken("\n".join(lines), ".jsonl"):
            raise _BrokenError(promise, rows, said)

    try:
        search()
    except _BrokenError as found:
        promise, rows, said = found.args
        yield Broken(promise, shown(rows), shown(said, 700))


def _tables() -> st.SearchStrategy[list[dict[str, Any]]]:
    words = st.tuples(st.sampled_from(_PATTERNS), st.sampled_from(_WORDS)).map(_fill)
    native = st.tuples(st.sampled_from(("{}", "{}", "{} {}", "{} 24", "{}-{}", "«{}»")),
                       st.sampled_from(_NATIVE)).map(_fill)  # fmt: skip
    person = st.fixed_dictionaries(
        {"family": words},
        optional={"given": words, "particles": st.sampled_from(("von", "al-", "de la"))},
    )
    texts = words | native | _letters
    odd = st.recursive(
        st.none() | st.booleans() | st.sampled_from((-1, 0, 1, 2016, 1e9, 0.5)) | texts,
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("uk", "ru", "text", "as", "near", "until", "")) | texts,
                          inner, max_size=3),
        max_leaves=5,
    )  # fmt: skip
    long = st.sampled_from(["Грим"] * 40 + ["Грим" * 2500])
    natives = st.dictionaries(st.sampled_from(("uk", "ru", "be", "xx")), native | long, max_size=2)
    alias = words | st.fixed_dictionaries(
        {"text": words}, optional={"as": words | st.just("{name} land"), "near": st.lists(words)}
    )
    row = st.fixed_dictionaries(
        {
            "id": st.sampled_from(("hrym", "hrym-2", "kyiv", "Hrym!")),
            "kind": st.sampled_from(
                ("place", "organization", "other", "person", "person", "thing")
            ),
            "name": words | words | person,
        },
        optional={
            "native": natives,
            "aliases": st.lists(alias, max_size=2),
            "short": words | st.just(False),
            "alone": st.booleans(),
            "gender": st.sampled_from("mfx"),
            "former": st.lists(natives, max_size=1),
            "suggest": st.lists(words, max_size=1),
        },
        # A name in *'s* that has a short form is written without it: no possessive is lost.
    ).filter(lambda row: "short" not in row or not str(row["name"]).endswith("'s"))
    spoiled = st.tuples(row, st.sampled_from(_FIELDS), odd).map(lambda t: {**t[0], t[1]: t[2]})
    return st.lists(row | row | spoiled, min_size=1, max_size=3)


def _fill(pair: tuple[str, str]) -> str:
    return pair[0].replace("{}", pair[1])


def _list_broken(content: str | bytes, suffix: str) -> Iterator[tuple[str, str]]:
    """Give the promises that a table breaks: first those of reading it, then those of its use."""
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    with tempfile.TemporaryDirectory(prefix="attack-") as folder:
        path = Path(folder) / f"own{suffix}"
        path.write_bytes(raw)
        try:
            with no_stall(_STALL):
                table = load_table(path)
                normalizer = Normalizer(tables=[path], default_tables=False)
                texts = list(_write_texts([row.fields for row in table.rows]))
                for text in texts:
                    yield from check_pieces([Piece(text)], normalizer)
        except TableError as error:
            if not (error.problem and error.cure and str(path) in str(error)):
                yield "a table's error says file, problem and cure", str(error)
        except StallError as stall:
            yield "a table is read, compiled and used at once", str(stall)
        except Exception as error:
            yield f"no table raises ({type(error).__name__})", repr(error)


def _write_texts(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Give texts that hold every string of some rows and what the schemes make of it."""
    found: dict[str, None] = {}
    for text in _list_strings(list(rows)):
        found.setdefault(text[:200])
        for scheme in ("uk/national-2010", "ru/press-de"):
            with suppress(ValueError):
                found.setdefault(romanize(text[:200], scheme))
    for text in found:
        yield from (text, f"In {text}, {text}'s friends met {text.upper()}.")
    yield " and ".join(found)


def _list_strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _list_strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _list_strings(item)


def _attack_toml(draw: random.Random) -> Iterator[Broken]:
    raw = _spoil(draw.choice(_toml_samples()), draw)
    for promise, _ in _list_broken(raw, ".toml"):

        def fails(some: Sequence[bytes], wanted: str = promise) -> bool:
            return any(wanted == got for got, _ in _list_broken(b"\n".join(some), ".toml"))

        lines = shrink(raw.split(b"\n"), fails, tries=60)
        smallest = b"\n".join(lines)
        said = dict(_list_broken(smallest, ".toml")).get(promise, "")
        yield Broken(promise, shown(smallest), shown(said, 700))
        return


def _toml_samples() -> Sequence[bytes]:
    """Return a table of a few rows for each kind of row."""
    rows = (DATA / "entities").rglob("*.toml")
    heads = [path.read_bytes()[:4000].rpartition(b"\n\n")[0] for path in sorted(rows)]
    return [NAMES.read_bytes(), *heads]


def _spoil(raw: bytes, draw: random.Random) -> bytes:
    for _ in range(draw.randint(1, 4)):
        raw = draw.choice(_SPOILERS)(raw, draw)
    return raw


def _swap_value(raw: bytes, draw: random.Random) -> bytes:
    lines = raw.split(b"\n")
    at = draw.randrange(len(lines))
    key, sign, _ = lines[at].partition(b"=")
    value = draw.choice(
        (b"1", b"true", b"[]", b"{}", b"[[1]]", b"1979-05-27", b'""', b"nan", b'{ uk = "" }',
         '"Łódź & Co"'.encode(), b'["a", 1]', b"'''x\ny'''", b'{ family = "A", x = 1 }')
    )  # fmt: skip
    lines[at] = key + b"= " + value if sign else lines[at]
    return b"\n".join(lines)


def _move_line(raw: bytes, draw: random.Random) -> bytes:
    lines = raw.split(b"\n")
    lines.insert(draw.randrange(len(lines)), draw.choice(lines))
    return b"\n".join(lines)


def _drop_line(raw: bytes, draw: random.Random) -> bytes:
    lines = raw.split(b"\n")
    del lines[draw.randrange(len(lines))]
    return b"\n".join(lines) or b"\n"


def _change_byte(raw: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(raw))
    signs = (b'"', b"\n", b"[", b"]", b"\x00", b"\xff", b"=", b"\\", b"\xe2\x80\x8b", b"'", b"#")
    return raw[:at] + draw.choice(signs) + raw[at + draw.randint(0, 1) :]


def _truncate(raw: bytes, draw: random.Random) -> bytes:
    return raw[: draw.randrange(1, len(raw) + 1)]


_SPOILERS: Sequence[Callable[[bytes, random.Random], bytes]] = (
    _swap_value, _swap_value, _swap_value, _move_line, _drop_line, _change_byte, _truncate,
)  # fmt: skip
