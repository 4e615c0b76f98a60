"""The spellings of words as a lexicon that was built before has them: they need no deriving anew.

They follow from the word, the schemes and the code that derives; who edits rows changes none of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from translit.datafolder import find_data_folder
from translit.lexicon.caching import hash_parts
from translit.lexicon.deriving import NativeWord, Spellings
from translit.lexicon.errors import LexiconError
from translit.lexicon.fingerprints import describe_code, find_version, parse_data
from translit.lexicon.layer import Layer
from translit.lexicon.storage import Sections

_DERIVED_BY = ("translit.lexicon.deriving",)
_PACKAGES = ("transliterate", "unidecode")


def read_derived(earlier: Iterable[Path]) -> tuple[Mapping[NativeWord, Spellings], str]:
    """Return the spellings that an earlier lexicon of the same schemes has, and their digest."""
    digest = _find_digest()
    for path in earlier:
        with suppress(LexiconError):
            return _read(Layer(Sections(path, made_of={"derived": digest}, kept=True), 0)), digest
    return {}, digest


def _read(layer: Layer) -> dict[NativeWord, Spellings]:
    found: dict[NativeWord, Spellings] = defaultdict(dict)
    words = {}
    for key, number, schemes in sorted(layer.list_derived()):
        if number not in words:
            words[number] = layer.load_native_word(number)
        found[words[number]][key] = schemes
    return dict(found)


def _find_digest() -> str:
    """Return a hash of all that spellings of a word are derived from."""
    data = find_data_folder()
    files = [path for room in ("relays", "schemes") for path in (data / room).rglob("*.toml")]
    files.append(data / "alphabets.toml")
    parts = [f"{path.relative_to(data).as_posix()} {parse_data(path)}" for path in sorted(files)]
    return hash_parts(*parts, *describe_code(_DERIVED_BY), *map(find_version, _PACKAGES))
