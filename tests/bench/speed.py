"""`python -m tests.bench speed`: this project beside what others search texts with.

All are given the same spellings and the same texts, and take turns in one run; a figure is the
median of five rounds. ahocorasick_rs is the measure: what it needs to find the spellings.
"""

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.marked import read_texts
from tests.bench.speed_fresh import measure_fresh
from tests.bench.speed_names import make_names, write_table
from tests.bench.speed_peers import make_peers
from tests.bench.speed_process import Passes, measure
from tests.bench.speed_scale import measure_building, measure_growth, measure_start
from translit.lexicon import GivenTable, build_layer, locate_layers
from translit.lexicon.layer import Layer

_ROUNDS = 5
_NAMES = 100_000
_SHORT = 2_800  # code points of a story of a news agency
_LONG = 1_000_000
_SPELLINGS_OF_A_NAME = 24.5
_TABLES = {"1k": 1_000, "100k": 100_000, "1M": 1_000_000}
_MOST_FOR_SPACY = 300_000  # code points: it is slow


@dataclass(frozen=True)
class _Corpus:
    """Texts of one kind and size; `size` in bytes of UTF-8."""

    name: str
    texts: Sequence[str]

    @property
    def size(self) -> int:
        return sum(len(text.encode()) for text in self.texts)


def run(data: Path, misses: int) -> None:
    corpora = list(_read_corpora(data))
    with tempfile.TemporaryDirectory() as folder:
        names = make_names(data, _NAMES)
        _print_heading()
        _compare("default", [], True, corpora)
        for name, spellings in _TABLES.items():
            few = names[: int(spellings / _SPELLINGS_OF_A_NAME)]
            table = write_table(Path(folder) / f"{name}.jsonl", few)
            _compare(name, [table], False, [c for c in corpora if len(c.texts) > 10])
        measure_building(names, Path(folder))
    measure_growth({c.name: c.texts for c in corpora if len(c.texts) > 10})
    measure_start()
    run_fresh(data, misses)


def run_fresh(data: Path, misses: int) -> None:
    """Print only what fresh texts take, here and in the first version."""
    measure_fresh(data, _list_spellings([], True))


def _read_corpora(data: Path) -> Iterator[_Corpus]:
    stories = [json.loads(line)["text"] for line in (data / "reuters_1987.jsonl").open("rb")]
    headlines = read_texts(data / "war_headlines_2022.tsv")
    for name, texts, most in (("sparse", stories, 8_000_000), ("dense", headlines, 4_000_000)):
        yield _Corpus(f"{name} 2.8 KB", list(_join(texts, _SHORT, most)))
        yield _Corpus(f"{name} 1 MB", list(_join(texts, _LONG, 2 * _LONG)))


def _join(texts: Iterable[str], size: int, most: int) -> Iterator[str]:
    """Give documents of a size, made of whole texts, and so many code points in all."""
    document, given = "", 0
    for text in texts:
        document = f"{document}\n\n{text}" if document else text
        if len(document) >= size:
            yield document
            given += len(document)
            document = ""
        if given >= most:
            return


def _print_heading() -> None:
    heads = ("table", "spellings", "text", "scan MB/s", "rewrite", "FlashText", "PhraseMatcher")
    print("\t".join((*heads, "cold MB/s", "warm MB/s", "cold/scan", "warm/scan", "load ms", "MB")))


def _list_spellings(tables: Sequence[Path], default_tables: bool) -> list[str]:
    file = locate_layers([GivenTable(path) for path in tables], default_tables)[-1]
    build_layer(file, 2, lambda done, total: None)
    return sorted({key.title() for key, _, _ in Layer(file.open(), 0).list_spellings()})


def _compare(
    name: str, tables: Sequence[Path], default_tables: bool, corpora: Sequence[_Corpus]
) -> None:
    spellings = _list_spellings(tables, default_tables)
    peers = make_peers(spellings)
    for corpus in corpora:
        rates: dict[str, list[float]] = {peer: [] for peer in peers}
        passes = []
        for _ in range(_ROUNDS):
            for peer, search in peers.items():
                rates[peer].append(_measure_peer(search, corpus, short=peer == "PhraseMatcher"))
            passes.append(measure(tables, default_tables, corpus.texts))
        medians = {peer: statistics.median(rate) for peer, rate in rates.items()}
        _print_row(name, len(spellings), corpus, medians, passes)


def _measure_peer(search: Callable[[str], object], corpus: _Corpus, *, short: bool) -> float:
    """Return megabytes a second."""
    size = done = 0
    start = time.perf_counter()
    for text in corpus.texts:
        part = text[:_MOST_FOR_SPACY] if short else text
        search(part)
        size += len(part.encode())
        done += len(part)
        if short and done >= _MOST_FOR_SPACY:
            break
    return size / 1e6 / (time.perf_counter() - start)


def _print_row(
    name: str, spellings: int, corpus: _Corpus, medians: dict[str, float], passes: list[Passes]
) -> None:
    size = corpus.size / 1e6
    cold = statistics.median(size / one.cold for one in passes)
    warm = statistics.median(size / one.warm for one in passes)
    scan = medians["scan"]
    load = statistics.median(one.opened for one in passes) * 1e3
    memory = statistics.median(one.memory_open for one in passes) / 1e6
    rates = "\t".join(f"{medians[peer]:.2f}" for peer in medians)
    print(
        f"{name}\t{spellings:,}\t{corpus.name}\t{rates}\t{cold:.2f}\t{warm:.2f}\t"
        f"{cold / scan:.3f}\t{warm / scan:.3f}\t{load:.0f}\t{memory:.0f}",
        flush=True,
    )
