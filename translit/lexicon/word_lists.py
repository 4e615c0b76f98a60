"""The word lists of the default lexicon, made anew or taken from one that was built before."""

from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from translit.languages import list_text_languages
from translit.lexicon.announcing import logger
from translit.lexicon.compiling import Lists
from translit.lexicon.errors import LexiconError
from translit.lexicon.fingerprints import hash_parts
from translit.lexicon.met import pack_met
from translit.lexicon.spoken import SpokenTable, list_spoken_words
from translit.lexicon.storage import Sections

_MADE_BY = ("ordinary.py", "spoken.py", "met.py")
_PACKAGES = ("simplemma", "spylls", "wordfreq")


def list_words(earlier: Iterable[Path]) -> Lists:
    """Return the ordinary and the known words.

    Where the packages that tell them are not installed, those of a lexicon that was built earlier
    serve: they do not change with the tables. Raises LexiconError where there is none either.
    """
    from translit.lexicon.ordinary import list_known_words, list_met_words, list_ordinary_words

    earlier = list(earlier)
    digest = _find_digest()
    for path in earlier:
        with suppress(LexiconError):
            lists = read_lists(path)
            if lists.digest == digest:
                return lists
    try:
        return Lists(
            list(list_ordinary_words()),
            list(list_known_words()),
            pack_met(set(list_met_words())),
            list_spoken_words(list_text_languages()),
            digest,
        )
    except ModuleNotFoundError as error:
        missing = error.name
    for path in earlier:
        with suppress(LexiconError):
            lists = read_lists(path)
            logger.info("%s is not installed; the word lists are those of %s", missing, path)
            return lists
    raise LexiconError(
        f"the default lexicon is not built, and building it needs {missing}; "
        "install what it is built with: pip install simplemma spylls wordfreq"
    )


def read_lists(path: Path) -> Lists:
    """Return the word lists in a lexicon file. Raises LexiconError for one that is not whole."""
    from translit.lexicon.facts import KNOWN_WORD, ORDINARY, FactTable

    sections = Sections(path, kept=True)  # the table does not hold what it reads
    table = FactTable({name: sections.view(name) for name in sections.about["sections"]})
    ordinary, known = (list(table.list_words(kind, "")) for kind in (ORDINARY, KNOWN_WORD))
    if not ordinary:
        raise LexiconError(f"{path}: has no word lists")
    met = bytes(sections.view("met")) if "met" in sections.about["sections"] else b""
    return Lists(ordinary, known, met, _read_spoken(sections), sections.about.get("lists", ""))


def _find_digest() -> str:
    """Return a hash of all that the lists are made from, but for the packages' own words."""
    languages = list_text_languages()
    words = [(one.code, one.nouns, one.small_words, one.around.work) for one in languages]
    code = (Path(__file__).with_name(name).read_text("utf-8") for name in _MADE_BY)
    return hash_parts(repr(words), *code, *map(_find_version, _PACKAGES))


def _find_version(package: str) -> str:
    with suppress(PackageNotFoundError):
        return version(package)
    return ""


def _read_spoken(sections: Sections) -> dict[str, int]:
    """Return the spoken words of a file, with the bits that their languages have now."""
    table = SpokenTable({name: sections.view(name) for name in sections.about["sections"]})
    now = {language.code: 1 << place for place, language in enumerate(list_text_languages())}
    bits = [now.get(row["code"], 0) for row in sections.about["languages"]]
    return {
        word: sum(bit for place, bit in enumerate(bits) if mask >> place & 1)
        for word, mask in table.list_all().items()
    }
