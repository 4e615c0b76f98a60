"""The schemes at hand: which there are, and each loaded when it is first asked for."""

import difflib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from translit.datafolder import find_data_folder
from translit.schemes.packs import PACK_LANGUAGES, Pack, detect_script_language
from translit.schemes.reading_files import Alphabet, read_alphabets, read_scheme
from translit.schemes.relays import VIA, RelayScheme
from translit.schemes.scheme import AddedEnding, Scheme, SchemeError


class Romanization(Protocol):
    """What writes names in Latin letters: a scheme file or a pack of the transliterate library."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def target(self) -> str | None: ...
    def romanize(self, name: str) -> str: ...
    def needs_marks(self, spelling: str) -> bool: ...
    def spell(self, word: str, kind: str | None = None) -> Iterator[str]: ...


_HYBRID = "hybrid"
# The press that prints names of Central Asia and of Tatars as Russian papers have them.
_BY_RUSSIAN = ("press-de", "press-en", "press-fr", "press-pl")


@cache
def list_scheme_ids(lang: str | None = None) -> tuple[str, ...]:
    """Return the ids of all schemes, or of those of one language, sorted.

    >>> list_scheme_ids("be")[0]
    'be/ala-lc-1997'
    """
    ids = set(_list_files())
    ids |= {f"{code}/transliterate" for code in PACK_LANGUAGES}
    ids |= {
        f"{relay.stem}/{scheme_id.partition('/')[2]}"
        for relay in (find_data_folder() / "relays").glob("*.toml")
        for scheme_id in _list_files()
        if scheme_id.startswith(f"{VIA}/press-")
    }
    return tuple(sorted(one for one in ids if lang is None or one.startswith(f"{lang}/")))


@cache
def _list_files() -> frozenset[str]:
    files = (find_data_folder() / "schemes").glob("*/*.toml")
    return frozenset(f"{path.parent.name}/{path.stem}" for path in files)


@cache
def list_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have schemes, sorted."""
    return tuple(sorted({scheme_id.partition("/")[0] for scheme_id in list_scheme_ids()}))


@cache
def list_hybrids(lang: str) -> tuple[str, ...]:
    """Return the ids of what mixes a language's spellings with another's: `uk/hybrid`.

    Names are read and compared by them; they are not among a language's schemes, so that text is
    not looked up by them.
    """
    folder = find_data_folder() / "hybrids"
    ids = [f"{lang}/{_HYBRID}"] if (folder / f"{lang}.toml").is_file() else []
    if (folder / "by-russian" / f"{lang}.toml").is_file():
        ids += [f"{lang}/{_HYBRID}-{name}" for name in _BY_RUSSIAN]
    return tuple(ids)


@cache
def _load_hybrid(lang: str, name: str) -> Romanization:
    """Load what mixes languages, or the press of a name that came by way of Russian."""
    folder = find_data_folder() / "hybrids"
    scheme_id = f"{lang}/{_HYBRID}{name}"
    if not name:
        return load_scheme_file(scheme_id, str(folder / f"{lang}.toml"))
    path = folder / "by-russian" / f"{lang}.toml"
    relay = load_scheme_file(f"{lang}/relay", str(path))
    return RelayScheme(scheme_id, relay, _load_file(f"ru/{name.removeprefix('-')}"))


@cache
def has_scheme(scheme_id: str) -> bool:
    """Tell whether there is a scheme with this id, hybrids among them.

    >>> has_scheme("ru/press-pl"), has_scheme("pl/press-pl")
    (True, False)
    """
    return scheme_id in list_scheme_ids() or scheme_id in list_hybrids(scheme_id.partition("/")[0])


@cache
def load_scheme(scheme_id: str) -> Romanization:
    """Return the scheme with this id; SchemeError names the nearest id for an unknown one."""
    if scheme_id in list_hybrids(scheme_id.partition("/")[0]):
        lang, _, name = scheme_id.partition("/")
        return _load_hybrid(lang, name.removeprefix(_HYBRID))
    if scheme_id not in list_scheme_ids():
        raise SchemeError(_advise(scheme_id))
    lang, _, name = scheme_id.partition("/")
    if name == "transliterate":
        return Pack(lang)
    if scheme_id not in _list_files():
        return RelayScheme(scheme_id, _load_relay(lang), _load_file(f"{VIA}/{name}"))
    return _load_file(scheme_id)


@cache
def adds_endings(scheme_id: str) -> bool:
    """Tell whether a scheme gives most names a nominative ending of its language.

    >>> adds_endings("ru/press-lv"), adds_endings("ru/press-es"), adds_endings("ka/press-lt")
    (True, False, True)
    """
    return any(len(after) == 1 for one in _list_endings(scheme_id) for after in one.after)


def add_ending(written: str, scheme_id: str, kind: str) -> str:
    """Return what a scheme writes for a place or a person with its language's nominative ending.

    >>> add_ending("Čeļabinsk", "ru/press-lv", "place")
    'Čeļabinska'
    """
    fitting = (one.add for one in _list_endings(scheme_id) if one.fits(written, kind))
    return written + next(fitting, "")


def _list_endings(scheme_id: str) -> Sequence[AddedEnding]:
    scheme = load_scheme(scheme_id)
    scheme = scheme.via if isinstance(scheme, RelayScheme) else scheme
    return scheme.endings if isinstance(scheme, Scheme) else ()


@cache
def _load_file(scheme_id: str) -> Scheme:
    path = find_data_folder() / "schemes" / f"{scheme_id}.toml"
    return load_scheme_file(scheme_id, str(path))


@cache
def _load_relay(lang: str) -> Scheme:
    path = find_data_folder() / "relays" / f"{lang}.toml"
    return load_scheme_file(f"{lang}/relay", str(path))


def load_scheme_file(scheme_id: str, path: str) -> Scheme:
    """Read and check one scheme file; SchemeError says what is wrong, where, and the cure."""
    lang = scheme_id.partition("/")[0]
    try:
        alphabet = load_alphabets()[lang]
    except KeyError:
        where = find_data_folder() / "alphabets.toml"
        raise SchemeError(
            f"{path}:1: no alphabet for “{lang}”; add its vowels to {where}"
        ) from None
    return read_scheme(Path(path), scheme_id, alphabet)


@cache
def load_schemes(lang: str) -> tuple[Romanization, ...]:
    """Return every scheme of one language; SchemeError if the language has none."""
    ids = list_scheme_ids(lang)
    if not ids:
        raise SchemeError(
            f"there is no scheme for the language “{lang}”; there are schemes for "
            f"{', '.join(list_languages())}"
        )
    return tuple(load_scheme(scheme_id) for scheme_id in ids)


def detect_language(name: str) -> str | None:
    """Guess the language of a name from its letters, or return None where they do not tell.

    The guess of the transliterate library stands unless the letters are not of that language;
    then it is the first that has them all, Ukrainian and Belarusian before others.

    >>> detect_language("Київ"), detect_language("Шойгу"), detect_language("Ціханоўскі")
    ('uk', 'ru', 'be')
    """
    guess = detect_script_language(name)
    if guess is None:
        return None
    order = sorted(list_languages(), key=lambda lang: (lang != guess, lang != "uk", lang != "be"))
    return next((lang for lang in order if has_letters(lang, name)), None)


def has_letters(lang: str, name: str) -> bool:
    """Tell whether a language has all letters of a name, by its first scheme with a file.

    >>> has_letters("uk", "Київ"), has_letters("ru", "Київ")
    (True, False)
    """
    files = [scheme_id for scheme_id in list_scheme_ids(lang) if scheme_id in _list_files()]
    try:
        return bool(files) and bool(_load_file(files[0]).romanize(name.lower()))
    except SchemeError:
        return False


@cache
def load_alphabets() -> dict[str, Alphabet]:
    """Return the vowels and consonants of each language."""
    return read_alphabets(find_data_folder() / "alphabets.toml")


@cache
def load_language_names() -> dict[str, str]:
    """Return the English names of languages, those that more people read first."""
    path = find_data_folder() / "languages.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def describe_scheme(scheme_id: str) -> str:
    """Return how a sentence names a scheme: *the Polish press convention*, *BGN/PCGN 1947*.

    >>> describe_scheme("ru/press-pl")
    'the Polish press convention'
    """
    scheme = load_scheme(scheme_id)
    if scheme.target:
        return f"the {load_language_names().get(scheme.target, scheme.target)} press convention"
    return scheme.title


def _advise(scheme_id: str) -> str:
    near = difflib.get_close_matches(scheme_id, list_scheme_ids(), n=3, cutoff=0.5)
    cure = f"did you mean {' or '.join(near)}?" if near else "`translit schemes` lists them"
    return f"unknown scheme “{scheme_id}”; {cure}"
