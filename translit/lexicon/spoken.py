"""Spoken words: which languages write a word with a small letter, so that it may be no name.

*Därför* is a word in Swedish, not the Darfur of a careless writer; *seul* one in French. Marks
count, as they do for who reads the language. The lists come from two well-kept packages that users
need not have: simplemma says which words a language has, and with which letter they are written,
wordfreq which of them are met. German writes every noun with a capital; what is declined as nouns
are, and not as names are, is one.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translit.languages import Language
from translit.lexicon.frequencies import count_words

# The least frequency, in words per thousand million: below it stand misprints and names.
_LEAST_MET = 100
_LEAST_NOUN = 300
# Estonian and Albanian have no list of frequencies; longer words are no danger to short names.
_LONGEST_UNCOUNTED = 9
_SHORTEST = 3
_LISTED_AS = {"hr": "hbs", "sr": "hbs"}
_COUNTED_AS = {"hr": "sh", "sr": "sh"}

Spoken = Mapping[str, int]
"""Words in small letters, with the bits of the languages that have them, and of `word_table.py`."""


def list_spoken_words(languages: Sequence[Language]) -> dict[str, int]:
    """Return the ordinary words of these languages: the bit of one is its place among them."""
    found: dict[str, int] = {}
    for place, language in enumerate(languages):
        for word in _list_words(language):
            found[word] = found.get(word, 0) | 1 << place
    return found


def _list_words(language: Language) -> Iterator[str]:
    for word in (*language.small_words, *language.around.work):
        yield plain(word)
    from simplemma.strategies.dictionaries.dictionary_factory import (
        SUPPORTED_LANGUAGES,
        DefaultDictionaryFactory,
    )

    listed = _LISTED_AS.get(language.code, language.code)
    if listed not in SUPPORTED_LANGUAGES:
        return
    words = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(listed)
    counted = count_words(_COUNTED_AS.get(language.code, language.code))
    if counted is None:
        for word in words:
            if _SHORTEST <= len(word) <= _LONGEST_UNCOUNTED and word.islower():
                yield plain(word)
        return
    nouns = _list_nouns(words) if language.nouns == "capital" else frozenset()
    for word, frequency in counted.items():
        if frequency < _LEAST_MET or len(word) < _SHORTEST or not word.isalpha():
            continue
        if word in words or (frequency >= _LEAST_NOUN and word.capitalize() in nouns):
            yield plain(word)


def _list_nouns(words: Mapping[str, str]) -> frozenset[str]:
    """Return the capitalised words that have a plural, as nouns have and names have not.

    Of a name there is a genitive in *s* beside it, or nothing: *Kiew, Kiews*.
    """
    lemmas = {word: words[word] for word in words if word[:1].isupper()}
    declined = {lemma for word, lemma in lemmas.items() if word not in (lemma, f"{lemma}s")}
    return frozenset(word for word, lemma in lemmas.items() if lemma in declined)


def plain(word: str) -> str:
    """Return a word in small letters, composed, with its marks: the key of `WordTable`."""
    return unicodedata.normalize("NFC", word).lower()


def leave_out_names(
    words: Spoken, printed: Iterable[tuple[str, str]], languages: Sequence[Language]
) -> dict[str, int]:
    """Return the words without those that are names in their language: *Kijów* in Polish.

    It is a word there too, of sticks; but who prints it means the city. `printed` are the names
    that languages print, each with the code of its language.
    """
    left = dict(words)
    bits = {language.code: 1 << place for place, language in enumerate(languages)}
    for lang, name in printed:
        word = plain(name)
        if word in left and lang in bits:
            left[word] &= ~bits[lang]
    return {word: mask for word, mask in left.items() if mask}
