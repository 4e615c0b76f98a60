"""Files: any bytes under any name end with a status and a message, and keep what is not a name."""

import gzip
import json
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.bench.attack.broken import (
    Broken,
    StallError,
    is_worth_shrinking,
    no_stall,
    shown,
    shrink,
)
from tests.bench.attack.commands import FEW_NAMES, Done, call_fix
from tests.bench.attack.shapes import FRAMES

_STALL = 20.0  # seconds
_NAMES = (
    "Kijów", "Łukaszenka", "Zelenskyi", "Charkow", "Zelensky", "Київ", "Wołodymyr Zełenski",
    "Kijów's", "KIJÓW", "Taras Szewczuk", "Loukachenko",
)  # fmt: skip
_CODECS = (
    "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1251",
    "cp1250", "iso8859-2", "koi8-u", "mac-cyrillic", "shift_jisx0213", "euc_jis_2004", "big5hkscs",
    "iso2022_jp", "iso2022_kr", "iso2022_jp_2004", "hz", "gb18030", "idna", "punycode", "cp037",
    "unicode_escape", "raw_unicode_escape", "cp949", "johab", "tis-620", "cp1258",
)  # fmt: skip
_LETTERS = ("か゚", "は", "日本", "Ê̄", "한국", "~{", "é", "e\u0301", "ά", "￥", "‾", "①", "😀")
_ENDS = ("\n", "\n", "\r\n", "\r", "\n\r", "\u2028", "\x0b", "\x85", "\x1c", "")


@dataclass(frozen=True)
class _Format:
    suffix: str
    options: tuple[str, ...]
    write: Callable[[Sequence[str], random.Random], str]


def attack(seed: int) -> Iterator[Broken]:
    """Give what becomes of a few files that the command rewrites in place."""
    draw = random.Random(f"files {seed}")
    for _ in range(4):
        chosen = draw.choice(_FORMATS)
        codec = draw.choice(_CODECS) if draw.random() < 0.5 else "utf-8"
        raw = _write(chosen, codec, draw)
        packing = draw.choice(("", "", "", "", ".gz", ".zst"))
        for promise in _list_broken(chosen, codec, raw, packing):
            yield _describe(chosen, codec, raw, packing, promise)


def _write(chosen: _Format, codec: str, draw: random.Random) -> bytes:
    lines = [draw.choice(FRAMES).replace("{}", draw.choice(_NAMES)) for _ in range(6)]
    lines = [line + draw.choice(("", "", draw.choice(_LETTERS))) for line in lines]
    text = chosen.write(lines, draw)
    ends = (draw.choice(_ENDS), draw.choice(_ENDS)) if draw.random() < 0.4 else ("\n", "\n")
    text = "".join(draw.choice(ends) if c == "\n" else c for c in text)
    with suppress(LookupError, ValueError):
        raw = text.encode(codec, "ignore")
        return _spoil(raw, draw) if draw.random() < 0.4 else raw
    return text.encode("utf-8", "surrogatepass")


def _spoil(raw: bytes, draw: random.Random) -> bytes:
    for _ in range(draw.randint(1, 3)):
        at = draw.randrange(len(raw) + 1)
        sign = draw.choice(_SIGNS)
        raw = draw.choice((raw[:at] + sign + raw[at:], raw[:at], raw[:at] + sign + raw[at + 1 :],
                           raw[at:], raw[:at] + raw[:60] + raw[at:]))  # fmt: skip
    return raw


_SIGNS = (
    b"\x00", b"\xff", b"\x80", b"\x1b", b"\x1b$B", b"\x0e", b'"', b"'", b"<", b"<!", b"<![foo]>",
    b"<![CDATA[", b"<!--", b"-->", b"<script>", b"&#", b"&#99999999;", b"\\", b"\\ud800", b"{",
    b"]", b"```", b"---\n", b",", b"\t", b"\r", b"1e999", b"NaN", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"<?", b"00:00:01,000 --> 00:00:02,000", b"WEBVTT", b"\xc3", b"</p", b"<pre>", b"[" * 3000,
)  # fmt: skip


def _list_broken(chosen: _Format, codec: str, raw: bytes, packing: str) -> dict[str, str]:
    with tempfile.TemporaryDirectory(prefix="attack-") as folder:
        path = Path(folder) / f"a.{chosen.suffix}{packing}"
        path.write_bytes(_pack(raw, packing))
        beside = Path(folder) / "b.txt"
        options = [*FEW_NAMES, *chosen.options]
        told = codec not in ("utf-8", "utf-8-sig", "utf-16")
        beside.write_bytes("Zelenskyi spoke.".encode(codec if told else "utf-8"))
        options += ["--encoding", codec] if told else []
        try:
            with no_stall(_STALL):
                return dict(_check(path, beside, raw, options, packing))
        except StallError as stall:
            return {"a small file is done at once": str(stall)}


def _check(
    path: Path, beside: Path, raw: bytes, options: Sequence[str], packing: str
) -> Iterator[tuple[str, str]]:
    before = path.read_bytes()
    told = call_fix("--json", path, *options)
    asked = call_fix("--check", path, *options)
    done = call_fix("--in-place", path, beside, *options)
    after = path.read_bytes()
    for each in (told, asked, done):
        yield from _check_end(each)
    if sorted(path.parent.iterdir()) != sorted([path, beside]):
        yield "no file is left behind", str(sorted(path.parent.iterdir()))
    if path.name in done.err and "left as it was" not in done.err and after != before:
        yield "a file that is named in a message is as it was", done.err
    if b"Zelenskyi" in beside.read_bytes() and "--encoding" not in options:
        yield "the files beside one in trouble are done", f"{done.status}: {done.err}{done.raised}"
    if done.status == 2 and not done.err:
        yield "status 2 comes with a message", str(done)
    if after != before and packing == "" and path.suffix != ".parquet" and told.status == 0:
        yield from _check_rest(raw, after, told.out, options)
    if done.status == 0:
        if (asked.status == 1) != (after != before) and not packing:
            yield "--check tells whether the file would change", f"{asked.status}: {asked.err}"
        again = call_fix("--in-place", path, *options)
        if again.status or path.read_bytes() != after:
            yield (
                "a second run changes nothing",
                f"{path.read_bytes()!r}, was {after!r} {again.err}",
            )


def _check_end(done: Done) -> Iterator[tuple[str, str]]:
    if done.raised:
        last = done.raised.strip().splitlines()[-1]
        yield f"no file ends the run ({last.partition(':')[0]})", done.raised
    elif done.status not in (0, 1, 2) or "Traceback" in done.err:
        yield "a run ends with 0, 1 or 2 and a message", f"{done.status}: {done.err}"


def _check_rest(
    before: bytes, after: bytes, told: bytes, options: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """What stands between the mentions that are edited is there as it was, in order."""
    codec = options[options.index("--encoding") + 1] if "--encoding" in options else "utf-8"
    if before.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):  # before UTF-16, whose mark it holds
        codec = "utf-32-le" if before.startswith(b"\xff") else "utf-32-be"
    elif before.startswith((b"\xff\xfe", b"\xfe\xff")):
        codec = "utf-16-le" if before.startswith(b"\xff") else "utf-16-be"
    try:
        old, new = before.decode(codec), after.decode(codec)
    except (UnicodeError, LookupError) as error:
        yield "what is written can be read", repr(error)
        return
    at, start = 0, 0
    mentions = [json.loads(line) for line in told.decode("utf-8", "surrogatepass").split("\n")[:-1]]
    edited = [m for m in mentions if m["status"] == "edit"]
    for mention in sorted(edited, key=lambda m: m["start"]):
        part = old[start : mention["start"]]
        found = new.find(part, at)
        if found < 0 or (start == 0 and found):
            yield "what is no name comes back as it was", f"{after!r}: no {part!r}"
            return
        at, start = found + len(part), mention["end"]
    if not new.endswith(old[start:]) or at > len(new) - len(old[start:]):
        yield "what is no name comes back as it was", f"{after!r}: no {old[start:]!r} at the end"


def _describe(chosen: _Format, codec: str, raw: bytes, packing: str, promise: str) -> Broken:
    def fails(some: Sequence[bytes]) -> bool:
        return promise in _list_broken(chosen, codec, b"".join(some), packing)

    unit = 2 if codec.startswith("utf-16") else 1
    letters: Sequence[bytes] = [raw[at : at + unit] for at in range(0, len(raw), unit)]
    if is_worth_shrinking(promise):
        letters = shrink(letters, fails, tries=150)
    smallest = b"".join(letters)
    said = _list_broken(chosen, codec, smallest, packing).get(promise, "")
    given = {"suffix": f".{chosen.suffix}{packing}", "encoding": codec}
    return Broken(promise, shown(smallest), shown(said, 500), given)


def _pack(raw: bytes, packing: str) -> bytes:
    if packing == ".gz":
        return gzip.compress(raw, mtime=0)
    if packing == ".zst":
        import zstandard

        return zstandard.compress(raw)
    return raw


def _write_text(lines: Sequence[str], draw: random.Random) -> str:
    return "\n".join(lines) + draw.choice(("", "\n"))


def _write_markdown(lines: Sequence[str], draw: random.Random) -> str:
    frames = ("# {}", "- {}", "> {}", "`{}`", "```\n{}\n```", "[{}](x)", "![{}]({})", "    {}",
              "{}", "| a | {} |\n|---|---|", "<b>{}</b>", "[^1]: {}", "[Kijów]: {}", "{}\n===",
              "***{}**", "<!-- {} -->", "$${}$$", "\\{}", "{}  ")  # fmt: skip
    head = draw.choice(("", "", f"---\ntitle: {lines[0]}\nslug: {lines[1]}\n---\n"))
    return head + "\n".join(draw.choice(frames).replace("{}", line) for line in lines)


def _write_html(lines: Sequence[str], draw: random.Random) -> str:
    frames = ("<p>{}</p>", "<p title='{}'>{}", "<!-- {} -->", "<script>{}</script>",
              "<pre>{}</pre>",
              "<p lang=pl>{}</p>", "<p translate=no>{}</p>", "<![CDATA[{}]]>", "<textarea>{}",
              "<p>{}<br>{}</p>", "&amp;{}&lt;", "<{}>", "<style>{}</style>",
              "<svg><title>{}</title>",
              "{}&oacute;w", "<code>{}</code>", "<a href={}>{}</a>", "<img alt='{}'>")  # fmt: skip
    return "<!doctype html>\n" + "\n".join(draw.choice(frames).replace("{}", x) for x in lines)


def _write_srt(lines: Sequence[str], draw: random.Random) -> str:
    cues = [f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{x}\n" for n, x in enumerate(lines, 1)]
    return "\n".join(cues)


def _write_vtt(lines: Sequence[str], draw: random.Random) -> str:
    cues = [f"00:0{n}.000 --> 00:0{n}.900 align:start\n<v Kijów>{x}\n" for n, x in enumerate(lines)]
    return "WEBVTT - Kijów\n\nNOTE Kijów\n\n" + "\n".join(cues)


def _write_json(lines: Sequence[str], draw: random.Random) -> str:
    value = {"text": lines[0], "other": lines[1], "list": [{"text": x} for x in lines[2:]]}
    return json.dumps(value, ensure_ascii=draw.random() < 0.3, indent=draw.choice((None, 1)))


def _write_json_lines(lines: Sequence[str], draw: random.Random) -> str:
    ascii_only = draw.random() < 0.3
    return "\n".join(json.dumps({"text": x, "n": 1}, ensure_ascii=ascii_only) for x in lines)


def _write_cells(sign: str) -> Callable[[Sequence[str], random.Random], str]:
    def write(lines: Sequence[str], draw: random.Random) -> str:
        rows = [f"id{sign}text"]
        for number, line in enumerate(lines):
            quoted = '"' + line.replace('"', '""') + '"'
            bare = line if not set(line) & {sign, '"', "\n"} else quoted
            rows.append(f"{number}{sign}{draw.choice((quoted, bare))}")
        return "\n".join(rows)

    return write


_FORMATS: Sequence[_Format] = (
    _Format("txt", (), _write_text),
    _Format("md", (), _write_markdown),
    _Format("html", (), _write_html),
    _Format("srt", (), _write_srt),
    _Format("vtt", (), _write_vtt),
    _Format("json", ("--field", "text", "--field", "list.text"), _write_json),
    _Format("jsonl", ("--field", "text"), _write_json_lines),
    _Format("csv", ("--column", "text"), _write_cells(",")),
    _Format("csv", ("--column", "text"), _write_cells(";")),
    _Format("tsv", ("--column", "text"), _write_cells("\t")),
)
