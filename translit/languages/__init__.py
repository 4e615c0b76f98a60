"""Languages: what is known of each, from `data/languages`, and which one a text is written in."""

from translit.languages.errors import LanguageError
from translit.languages.language import Around, Country, Language
from translit.languages.loading import (
    find_language,
    list_country_ids,
    list_language_codes,
    list_text_languages,
    load_languages,
    make_language_schema,
)
from translit.languages.telling import (
    ENGLISH,
    LONGEST_HEAD,
    UNTOLD,
    Teller,
    find_teller,
    weigh_small_words,
)

__all__ = [
    "ENGLISH",
    "LONGEST_HEAD",
    "UNTOLD",
    "Around",
    "Country",
    "Language",
    "LanguageError",
    "Teller",
    "find_language",
    "find_teller",
    "list_country_ids",
    "list_language_codes",
    "list_text_languages",
    "load_languages",
    "make_language_schema",
    "weigh_small_words",
]
