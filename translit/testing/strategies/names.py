"""Names in original scripts, and damaged spellings of names."""

from functools import cache

from hypothesis import strategies as st

from translit.schemes import SchemeError, list_scheme_ids, load_alphabets, load_scheme
from translit.tables import tells_sound


@cache
def native_names(lang: str) -> st.SearchStrategy[str]:
    """Names of one word in the letters of a language, which its schemes can write.

    `lang` is a language whose script says how a name sounds, such as `uk`, `ru`, `bg`, `ka`.
    Shrinks to short names of the first letters. Raises ValueError for any other language.

    >>> from hypothesis import find
    >>> find(native_names("uk"), lambda name: len(name) > 3)
    'Баба'
    """
    if not _has_alphabet(lang):
        known = ", ".join(sorted(filter(_has_alphabet, load_alphabets())))
        raise ValueError(f"no names are made in the language “{lang}”; they are in {known}")
    alphabet = load_alphabets()[lang]
    syllables = st.tuples(
        st.sampled_from(sorted(alphabet.consonants)), st.sampled_from(sorted(alphabet.vowels))
    ).map("".join)
    words = st.lists(syllables, min_size=2, max_size=4).map("".join)
    return words.filter(lambda word: _can_be_written(word, lang)).map(str.capitalize)


def _has_alphabet(lang: str) -> bool:
    alphabet = load_alphabets().get(lang)
    return alphabet is not None and all(
        tells_sound(letter) for letter in alphabet.vowels | alphabet.consonants
    )


def _can_be_written(word: str, lang: str) -> bool:
    try:
        return bool(load_scheme(list_scheme_ids(lang)[0]).romanize(word))
    except SchemeError:
        return False


def damaged(name: str) -> st.SearchStrategy[str]:
    """A name with one slip of the hand: a letter lost, doubled, changed, or two in wrong order.

    `name` is any string of two letters or more. Its first letter stays. Never gives the name back.

    >>> from hypothesis import find
    >>> find(damaged("Zelensky"), lambda text: len(text) > 8)
    'Zeelensky'
    """
    if len(name) < 2:
        raise ValueError(f"{name!r} is too short to be damaged")
    places = st.integers(1, len(name) - 1)
    slips = st.one_of(
        places.map(lambda i: name[:i] + name[i + 1 :]),
        places.map(lambda i: name[:i] + name[i] + name[i:]),
        st.tuples(places, st.sampled_from("aeionrt")).map(
            lambda slip: name[: slip[0]] + slip[1] + name[slip[0] + 1 :]
        ),
        places.map(lambda i: name[:i] + name[i + 1 : i + 2] + name[i] + name[i + 2 :]),
    )
    return slips.filter(lambda text: text != name)
