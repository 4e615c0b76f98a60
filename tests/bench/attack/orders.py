"""Memories: a normalizer that has read other texts, threads, pickles and layers change nothing."""

import pickle
import random
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.attack.broken import Broken, shown, shrink
from tests.bench.attack.names import Named, spell
from tests.bench.attack.shapes import FRAMES
from tests.bench.attack.texts import OPTIONS
from tests.bench.attack.writing import choose_cast, join, write, write_prose
from translit import Normalizer

_BESIDE = (
    "Petro", "Olena", "Mr", "the", "Hotel", "Street", "Smith", "said", "(", ")", ",", "-", "and",
    "A.", "’s", "26", "II", "in", "", "\n", "University of", "Times", "–",
)  # fmt: skip


def attack(seed: int) -> Iterator[Broken]:
    """Give the texts whose result depends on what was read before, or by whom."""
    draw = random.Random(f"orders {seed}")
    options = draw.choice(OPTIONS)
    texts = _write_texts(draw)
    wanted = [Normalizer(**options).normalize(text) for text in texts]
    for history in (texts, texts[::-1], draw.sample(texts, len(texts))):
        yield from _check_history(history, dict(zip(texts, wanted, strict=True)), options)
    for promise, read in _READERS:
        got = read(texts, options)
        for text, one, other in zip(texts, got, wanted, strict=True):
            if one != other:
                yield Broken(promise, shown(text), f"{one!r}, not {other!r}", options)
    if seed % 4 == 0:
        yield from _check_layers(draw)


def _write_texts(draw: random.Random) -> Sequence[str]:
    """Return texts in which the same few spellings stand beside different words."""
    cast = choose_cast(draw, 3)
    spellings = [spell(draw.choice(cast), draw) for _ in range(5)]
    texts = []
    for _ in range(24):
        words = draw.choice(spellings)
        core = draw.choice((" ".join(words), words[-1], words[0], " ".join(words[::-1])))
        left, right = draw.choice(_BESIDE), draw.choice(_BESIDE)
        sentence = f"{left} {core} {right} {draw.choice(_BESIDE)}"
        if draw.random() < 0.4:
            sentence = draw.choice(FRAMES).replace("{}", sentence)
        if draw.random() < 0.4:
            sentence += ". " + " ".join(draw.choice(spellings))
        texts.append(sentence)
    texts += [write_prose(cast, draw, 2), join(write(cast, draw))]
    return list(dict.fromkeys(texts))


def _check_history(
    history: Sequence[str], wanted: Mapping[str, str], options: Mapping[str, Any]
) -> Iterator[Broken]:
    for at, got in enumerate(_read_with_one(history, options)):
        text = history[at]
        if got == wanted[text]:
            continue

        def fails(before: Sequence[str], last: str = text) -> bool:
            return _read_with_one([*before, last], options)[-1] != wanted[last]

        before = shrink(history[:at], fails, tries=80)
        got = _read_with_one([*before, text], options)[-1]
        promise = "a normalizer that has read other texts gives the same"
        yield Broken(promise, shown([*before, text]), f"{got!r}, not {wanted[text]!r}", options)
        return


def _read_with_one(texts: Sequence[str], options: Mapping[str, Any]) -> list[str]:
    normalizer = Normalizer(**options)
    return [normalizer.normalize(text) for text in texts]


def _read_in_threads(texts: Sequence[str], options: Mapping[str, Any]) -> list[str]:
    normalizer = Normalizer(**options)
    with ThreadPoolExecutor(6) as pool:
        found = [list(pool.map(normalizer.normalize, texts)) for _ in range(2)]
    return found[0] if found[0] != found[1] else found[1]


def _read_many(texts: Sequence[str], options: Mapping[str, Any]) -> list[str]:
    return list(Normalizer(**options).normalize_many(texts))


def _read_with_copy(texts: Sequence[str], options: Mapping[str, Any]) -> list[str]:
    normalizer = Normalizer(**options)
    for text in texts:
        normalizer.normalize(text)
    copy = pickle.loads(pickle.dumps(normalizer))
    return [copy.explain(text).text for text in texts]


_READERS: Sequence[tuple[str, Callable[[Sequence[str], Mapping[str, Any]], list[str]]]] = (
    ("threads that share a normalizer give the same", _read_in_threads),
    ("normalize_many gives the same", _read_many),
    ("a pickled copy explains the same", _read_with_copy),
)


def _check_layers(draw: random.Random) -> Iterator[Broken]:
    """Two tables that call an entity by names of their own never hear of each other's."""
    lengths = range(2, 4)  # words of a person's name by which its parts are told
    cast = choose_cast(draw)
    named = next((n for n in cast if n.kind != "person" or len(n.canonical) in lengths), None)
    if named is None:
        return
    text = f"{' '.join(spell(named, draw))} and {' '.join(named.canonical)}."
    plain = Normalizer().normalize(text)
    found = {word: _read_with_table(named, word, text) for word in ("Qvyxa", "Zwyqqo")}
    for word, got in found.items():
        other = "Zwyqqo" if word == "Qvyxa" else "Qvyxa"
        if other in got:
            yield Broken("a table does not change what another gives", shown(text), got)
    again = Normalizer().normalize(text)
    if again != plain:
        yield Broken("a table changes nothing for those without it", shown(text), again)


def _read_with_table(named: Named, word: str, text: str) -> str:
    name = " ".join([*named.canonical[:-1], word])
    with tempfile.TemporaryDirectory(prefix="attack-") as folder:
        path = Path(folder) / "own.toml"
        path.write_text(f'schema = 1\n[{named.id}]\nname = "{name}"\n', encoding="utf-8")
        read = partial(Normalizer, tables=[path])
        return read().normalize(text)
