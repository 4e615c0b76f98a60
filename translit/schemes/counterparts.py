"""Counterparts: the form of a name that belongs to the other gender."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from translit.datafolder import find_data_folder
from translit.schemes.scheme import split_words


@cache
def _load_rows() -> Mapping[str, Any]:
    path = find_data_folder() / "gender_pairs.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _gender_pairs(lang: str) -> tuple[tuple[str, str], ...]:
    return tuple((masculine, feminine) for masculine, feminine in _load_rows().get(lang, ()))


def swap_gender(name: str, lang: str) -> tuple[str, ...]:
    """Return a family name in its other gender, by the endings of `data/gender_pairs.toml`.

    `name` is one or more words, of which the last is inflected. Returns nothing for a name that
    is one for both genders (Лукашенко).

    >>> swap_gender("Зеленський", "uk"), swap_gender("Навальная", "ru")
    (('Зеленська',), ('Навальный', 'Навальний', 'Навальной'))
    """
    words = [part for gap, part in split_words(name) if not gap]
    if not words:
        return ()
    last = words[-1]
    head = name[: name.rindex(last)]
    tail = name[len(head) + len(last) :]
    found: list[str] = []
    longest = 0
    for masculine, feminine in _gender_pairs(lang):
        for ending, other in ((masculine, feminine), (feminine, masculine)):
            if last.lower().endswith(ending) and len(ending) >= longest and len(last) > len(ending):
                if len(ending) > longest:
                    found, longest = [], len(ending)
                found.append(f"{head}{last[: -len(ending)]}{other}{tail}")
    return tuple(dict.fromkeys(found))


_SHORTEST_ENDING = 2  # *а* alone ends Кучма too


def tell_gender(name: str, lang: str) -> str:
    """Return whose form a family name has, `m` or `f`; nothing where its ending does not tell.

    >>> tell_gender("Кабаева", "ru"), tell_gender("Гримський", "uk"), tell_gender("Кучма", "uk")
    ('f', 'm', '')
    >>> tell_gender("Ахметова", "kk")
    'f'
    """
    longest, gender = _SHORTEST_ENDING - 1, ""
    for pair in _gender_pairs(_load_rows()["ending_as"].get(lang, lang)):
        for ending, of in zip(pair, ("m", "f"), strict=True):
            if name.lower().endswith(ending) and len(ending) > longest:
                longest, gender = len(ending), of
    return gender


def has_one_form(lang: str) -> bool:
    """Tell whether women and men of a language bear one form of a family name.

    >>> has_one_form("ka"), has_one_form("ru")
    (True, False)
    """
    return lang in _load_rows()["one_form"]
