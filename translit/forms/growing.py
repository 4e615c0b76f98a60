"""Names that would grow: of what is printed for an entity, a part is read as the entity again.

*Hrym & Co* is not read as one name, for no name goes on over an ampersand. So the *Hrym* in it is
read alone, and were it rewritten to *Hrym & Co*, each pass would add one more *& Co*.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from translit.forms.canonical import is_same_form
from translit.lexicon import NAMES, Known, Lexicon, Name, WordOfName, fold_phrase, spell_word
from translit.schemes import APOSTROPHES, INVISIBLE, fold, fold_marked, split_words
from translit.tables import PersonName

# What may stand between two words of one name; HYPHEN and NON-BREAKING HYPHEN are among them.
_GAPS = frozenset((" ", "-", "\u2010", "\u2011"))
# Marks of Hebrew letters, GERESH and GERSHAYIM: with them or not, it is the same word.
_MARKS = frozenset((*INVISIBLE, "\u05f3", "\u05f4"))
# A word so much like a spelling may be taken for a damaged form of it, in a text that names it.
_LIKE = 80
_SHORTEST_DAMAGED = 6
_MOST_DAMAGED = 2  # edits
_LONGEST_ENDING = 3

_Run = list[str]


@lru_cache(maxsize=16384)
def find_itself(
    known: Known, printed: str, lexicon: Lexicon | None = None, *, in_plural: bool = False
) -> str | None:
    """Return the part of what is printed for an entity that would be rewritten again, or None.

    With its `lexicon`, spellings are looked up there, and only else derived, which takes long.

    `printed` is a canonical form, the family name of one, or what an alias becomes; with the ending
    of a plural, names of several words are not read whole.
    """
    runs, whole = _cut(printed)
    if whole and (
        len(runs[0]) == 1
        or (not in_plural and _reads(known, runs[0], lexicon, exactly=True))
        or _is_name_of_a_language(known, runs[0])
    ):
        return None
    stays = _list_forms(known)
    for run in runs:
        for part in _list_parts(run):
            text = " ".join(part)
            if any(is_same_form(text, form) for form in stays):
                continue
            if _reads(known, part, lexicon, exactly=whole):
                return text
    return None


def list_growing(known: Known) -> Iterator[tuple[str, str, str]]:
    """Give (field, what it prints, the part of it that is read again) for names that would grow."""
    entity = known.entity
    forms: list[tuple[str, PersonName | str]] = [("name", entity.name)]
    forms += [(f"prints.{style}", name) for style, name in entity.prints.items()]
    printed = [(at, name if isinstance(name, str) else name.family) for at, name in forms]
    if isinstance(entity.short, str):
        printed.append(("short", entity.short))
    full = entity.name if isinstance(entity.name, str) else entity.name.full
    for number, alias in enumerate(entity.aliases, 1):
        if alias.as_:
            printed.append((f"aliases[{number}]", alias.as_.replace("{name}", full)))
    for at, text in printed:
        part = find_itself(known, text)
        if part is not None:
            yield at, text, part


def _cut(printed: str) -> tuple[list[_Run], bool]:
    """Cut what is printed into runs of words that can be read as one name, each.

    Also tell whether that is one run, which starts with a capital as names do.
    """
    runs: list[_Run] = [[]]
    whole = True
    text = "".join(letter for letter in printed if letter not in _MARKS).rstrip(".")
    for is_gap, part in split_words(text):
        if is_gap:
            if part in _GAPS:
                continue
        else:
            word = part.strip(APOSTROPHES)
            bare = _without_possessive(word)
            runs[-1].append(bare)
            if bare == word:
                continue
        whole = False  # nothing is read over this gap, nor after a possessive
        runs.append([])
    return [run for run in runs if run] or [[""]], whole and not text[:1].islower()


def _without_possessive(word: str) -> str:
    has_ending = len(word) > 2 and word[-1] in "sS" and word[-2] in APOSTROPHES
    return word[:-2] if has_ending else word


def _list_parts(run: _Run) -> Iterator[_Run]:
    """Give the words that stand together in a run and start as a name does."""
    for start in range(len(run)):
        if not run[start][:1].islower():
            yield from (run[start:stop] for stop in range(start + 1, len(run) + 1))


def _list_forms(known: Known) -> list[str]:
    """The forms that stay as they are, since they are what is printed.

    A family name by itself becomes the short form, where there is one.
    """
    name, short = known.entity.name, known.entity.short
    if isinstance(name, str):
        return [name]
    return [name.full, short if isinstance(short, str) else name.family]


def _reads(known: Known, words: _Run, lexicon: Lexicon | None, *, exactly: bool) -> bool:
    """Tell whether these words are a name of the entity, or its family name, or an alias."""
    phrase = fold_phrase(" ".join(words))
    if any(
        fold_phrase(alias["text"]) == phrase and not alias.get("names") for alias in known.aliases
    ):
        return True
    return any(
        _is_name(known, name, words, lexicon, exactly)
        for name in known.names
        if not name.source.startswith(NAMES)  # those are read in text of their language only
    )


def _is_name_of_a_language(known: Known, words: _Run) -> bool:
    """Tell whether a row has these words for a language, in whose text they are read whole:
    Turkish *El Kaide*, of which *Kaide* is a part."""
    phrase = fold_phrase(" ".join(words))
    return any(one.get("names") and fold_phrase(one["text"]) == phrase for one in known.aliases)


def _is_name(
    known: Known, name: Name, words: Sequence[str], lexicon: Lexicon | None, exactly: bool
) -> bool:
    if len(name.core) != len(words):
        return False
    of_place = known.entity.kind == "place"
    for core, word in zip(name.core, words, strict=True):
        if not _may_start(word, core):
            return False
        if lexicon is None:
            spellings = spell_word(core, of_place=of_place)
            is_read = _is_spelling(word, spellings, exactly)
        else:
            is_read = _is_looked_up(word, core, lexicon, exactly)
        if not is_read:
            return False
    return True


def _is_looked_up(word: str, core: WordOfName, lexicon: Lexicon, exactly: bool) -> bool:
    """Tell what `_is_spelling` does, by what the lexicon knows of the word and of those near it."""
    for key in {fold(word), fold_marked(word)}:
        like = [key]
        if not exactly:
            like += [key[: len(key) - cut] for cut in range(1, _LONGEST_ENDING + 1)]
            if len(key) >= _SHORTEST_DAMAGED and key.isascii():
                like += lexicon.list_near(key, _MOST_DAMAGED)
        if any(one.word == core for text in like for one in lexicon.find_spellings(text)):
            return True
    return False


def _may_start(word: str, core: WordOfName) -> bool:
    """Tell whether a word starts as some spelling does; damage too leaves the first letter."""
    return fold(word)[:1] in core.initials or fold_marked(word)[:1] in core.initials


def _is_spelling(word: str, spellings: frozenset[str], exactly: bool) -> bool:
    """Tell whether a word is one of these spellings, or so like one that it is taken for it."""
    keys = {fold(word), fold_marked(word)}
    if keys & spellings:
        return True
    return not exactly and any(_is_like(key, one) for key in keys for one in spellings)


def _is_like(key: str, spelling: str) -> bool:
    from rapidfuzz.fuzz import ratio

    if key.startswith(spelling) and len(key) - len(spelling) <= _LONGEST_ENDING:
        return True
    return len(key) >= _SHORTEST_DAMAGED and ratio(key, spelling, score_cutoff=_LIKE) > 0
