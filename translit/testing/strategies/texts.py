"""Prose that mentions the entities of a table, among what must stay as it is."""

from functools import lru_cache

from hypothesis import strategies as st

from translit.tables import Table
from translit.testing.strategies.names import damaged
from translit.testing.strategies.spellings import full_spellings, spellings

_WORDS = (
    "and", "in", "said", "the", "The", "a", "president", "President", "Mrs", "Mr", "Petro",
    "Olena", "formerly", "born", "chicken", "pro-", "34", "John Smith", "Москва", "слово",
    "שלום", "مرحبا", "日本", "😀", "**", "_", "> ", "# ", "\u200f", "\u202b",
)  # fmt: skip
_GAPS = (" ", ", ", ". ", "\n", "\n\n", "-", " (", ") ", "“", "”", "/", " — ")
_FRAMES = (
    "https://example.org/{}", "{}@example.org", "@{}", "#{}", "`{}`", "[x](a/{}.html)",
    "<a title={}>", "{}.txt",
)  # fmt: skip
_MOST_KEPT = 256
_SURROGATES = range(0xD800, 0xE000)
_CODES = 0x110000 - len(_SURROGATES)


def _number_to_character(number: int) -> str:
    """Return a character by its number, from that of 0 on."""
    code = (number + ord("0")) % _CODES
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


# As `st.text(max_size=3)`, which first needs seconds to sort all characters.
_LETTERS = st.one_of(st.integers(0, 255), st.integers(0, _CODES - 1)).map(_number_to_character)
_CLUTTER = st.lists(_LETTERS, max_size=3).map("".join)


def texts(table: Table, *, max_size: int = 8) -> st.SearchStrategy[str]:
    """Texts of a few words in which a table's entities stand in known and in awkward places.

    Between them are addresses and code that hold their names, other names, other scripts, emoji,
    right-to-left text and markup. Shrinks to the fewest words that a fault needs.

    >>> from hypothesis import find
    >>> find(texts(Table("a.toml", ())), lambda text: "said" in text)
    'said'
    """
    words: st.SearchStrategy[str] = st.sampled_from(_WORDS)
    rows = [row for row in table.rows if "kind" in row.fields and "name" in row.fields]
    if rows:
        row = st.integers(0, len(rows) - 1)
        # Strategies take longer to make than to draw from, and rows come up again and again.
        mentions = row.flatmap(lru_cache(_MOST_KEPT)(lambda place: spellings(rows[place])))
        names = row.flatmap(lru_cache(_MOST_KEPT)(lambda place: full_spellings(rows[place])))
        framed = st.tuples(st.sampled_from(_FRAMES), names).map(
            lambda pair: pair[0].format(pair[1].replace(" ", ""))
        )
        broken = names.filter(lambda name: len(name) > 1).flatmap(damaged)
        words = mentions | words | framed | broken | _CLUTTER
    pairs = st.tuples(words, st.sampled_from(_GAPS)).map("".join)
    runs = st.lists(pairs, max_size=max_size).map("".join)
    return st.tuples(runs, words).map("".join)
