"""Languages: what is known of each, from `data/languages`, and which one a text is written in."""

from translit.languages.abroad import WayAbroad, find_way_abroad, list_adopted
from translit.languages.before import WordBefore, find_word_before
from translit.languages.case_reading import CaseReading, read_case, read_case_in_text
from translit.languages.declension import Forms
from translit.languages.declining import (
    check_declines,
    decline,
    gives_endings,
    list_declining_languages,
    list_joints,
    make_feminine,
    make_nominative,
    write_in_capitals,
)
from translit.languages.errors import LanguageError
from translit.languages.language import Around, Country, Language
from translit.languages.language_file import make_language_schema
from translit.languages.loading import (
    find_language,
    find_language_code,
    is_small_word,
    list_country_ids,
    list_governed_cases,
    list_language_codes,
    list_neighbours,
    list_text_languages,
    load_languages,
)
from translit.languages.native_names import (
    count_family_letters,
    find_region,
    has_few_families,
    keeps_order_abroad,
    list_languages_of,
    list_scripts,
    puts_family_first,
)
from translit.languages.paradigm import (
    GENITIVE,
    KINDS,
    LOCATIVE,
    NOMINATIVE,
    OPENING,
    VOCATIVE,
    Gender,
    Kind,
    Number,
)
from translit.languages.passages import QUOTATION_MARKS, find_passages, part_text
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
    "GENITIVE",
    "KINDS",
    "LOCATIVE",
    "LONGEST_HEAD",
    "NOMINATIVE",
    "OPENING",
    "QUOTATION_MARKS",
    "UNTOLD",
    "VOCATIVE",
    "Around",
    "CaseReading",
    "Country",
    "Forms",
    "Gender",
    "Kind",
    "Language",
    "LanguageError",
    "Number",
    "Teller",
    "WayAbroad",
    "WordBefore",
    "check_declines",
    "count_family_letters",
    "decline",
    "find_language",
    "find_language_code",
    "find_passages",
    "find_region",
    "find_teller",
    "find_way_abroad",
    "find_word_before",
    "gives_endings",
    "has_few_families",
    "is_small_word",
    "keeps_order_abroad",
    "list_adopted",
    "list_country_ids",
    "list_declining_languages",
    "list_governed_cases",
    "list_joints",
    "list_language_codes",
    "list_languages_of",
    "list_neighbours",
    "list_scripts",
    "list_text_languages",
    "load_languages",
    "make_feminine",
    "make_language_schema",
    "make_nominative",
    "part_text",
    "puts_family_first",
    "read_case",
    "read_case_in_text",
    "weigh_small_words",
    "write_in_capitals",
]
