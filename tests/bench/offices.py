"""`python -m tests.bench offices`: let titles of rows that are offices refer to them.

Titles that an office says are taken out of `titles`, and its id goes to `offices`. It can be run
again after rows have been added; what it has done before it leaves alone.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from translit.tables import Office, list_titles, load_offices, load_table
from translit.tables.writing import write_field

DATA = Path(__file__).parents[2] / "data"
_FORMER = "former"
# An office is taken for one by these words alone: the others say other things, too.
_TELLING: Mapping[str, Sequence[str]] = {
    "prime-minister": ("prime minister",),
    "prosecutor-general": ("prosecutor general", "prosecutor-general", "general prosecutor"),
    "regional-governor": ("regional governor",),
    "parliament-speaker": ("parliament speaker", "speaker of parliament"),
}


def run(data: Path, misses: int) -> None:
    """Rewrite the default tables, and print how often each office was put in."""
    offices = {office.id: office for office in load_offices(DATA / "offices.toml")}
    counts: Counter[str] = Counter()
    for path in sorted((DATA / "entities").rglob("people.toml")):
        text = path.read_text("utf-8")
        for row in load_table(path).rows:
            titles, held = find_offices(row.fields, offices)
            if list(held) != row.fields.get("offices", []):
                text = _write_row(text, row.id, titles, held)
                counts.update(held)
        path.write_text(text, "utf-8")
    for id, count in counts.most_common():
        print(f"  {count:5} {id}")
    print(f"  {counts.total():,} references to {len(offices) - 1} offices put in")


def find_offices(
    fields: Mapping[str, Any], offices: Mapping[str, Office]
) -> tuple[list[str], list[str]]:
    """Return the titles of a row that no office says, and the offices that say the others."""
    titles = list(fields.get("titles", ()))
    held = list(fields.get("offices", ()))
    gender = fields.get("gender")
    for id, office in offices.items():
        words = office.list_words("en", gender)
        telling = _TELLING.get(id, words)
        is_former = any(f"{_FORMER} {word}" in titles for word in telling)
        if id == _FORMER or not (is_former or any(word in titles for word in telling)):
            continue
        held.append(f"{_FORMER} {id}" if is_former else id)
    held = _leave_out_wider([one for one in held if f"{_FORMER} {one}" not in held])
    said = set(list_titles(offices, held, "en", gender))
    return [title for title in titles if title not in said], held


def _leave_out_wider(held: Sequence[str]) -> list[str]:
    """A regional governor is a governor; each once."""
    found = dict.fromkeys(held)
    for before in ("", f"{_FORMER} "):
        if f"{before}regional-governor" in found:
            found.pop(f"{before}governor", None)
    return list(found)


def _write_row(text: str, id: str, titles: Sequence[str], held: Sequence[str]) -> str:
    start = re.search(rf"^\[{re.escape(id)}\]$", text, re.MULTILINE)
    assert start is not None
    end = text.find("\n[", start.end())
    end = len(text) if end < 0 else end
    row = text[start.end() : end]
    row = re.sub(r"^offices = .*\n", "", row, flags=re.MULTILINE)
    lines = [write_field("titles", titles)] if titles else []
    lines.append(write_field("offices", held[0] if len(held) == 1 else list(held)))
    put = "\n".join(lines) + "\n"
    row, count = re.subn(
        r"^titles = \[[^\]]*\]\n", lambda _: put, row + "\n", count=1, flags=re.MULTILINE
    )
    assert count == 1, id
    return text[: start.end()] + row[:-1] + text[end:]
