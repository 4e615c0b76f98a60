"""The word lists of the default lexicon, made anew or taken from one that was built before."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from translit.lexicon.announcing import logger
from translit.lexicon.compiling import Lists
from translit.lexicon.errors import LexiconError
from translit.lexicon.met import pack_met
from translit.lexicon.storage import Sections


def list_words(earlier: Iterable[Path]) -> Lists:
    """Return the ordinary and the known words.

    Where the packages that tell them are not installed, those of a lexicon that was built earlier
    serve: they do not change with the tables. Raises LexiconError where there is none either.
    """
    from translit.lexicon.ordinary import list_known_words, list_met_words, list_ordinary_words

    try:
        met = pack_met(set(list_met_words()))
        return Lists(list(list_ordinary_words()), list(list_known_words()), met)
    except ModuleNotFoundError as error:
        missing = error.name
    for path in earlier:
        with suppress(LexiconError):
            lists = read_lists(path)
            logger.info("%s is not installed; the word lists are those of %s", missing, path)
            return lists
    raise LexiconError(
        f"the default lexicon is not built, and building it needs {missing}; "
        "install what it is built with: pip install spylls wordfreq"
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
    return Lists(ordinary, known, met)
