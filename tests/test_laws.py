"""Laws of the engine, by hypothesis: on sentences cut, joined and repeated, and on small tables.

Examples are the same in every run; `python -m tests.bench attack` looks for new ones.
"""

import json
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import cache, reduce
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.planting import FAULTS, ROOT, load_faults, plant
from translit import Normalizer
from translit.judging import Belief, Ledger
from translit.judging.hearing import Hearing
from translit.page import stretches
from translit.tables import Table
from translit.testing import tables
from translit.testing import texts as texts_of

HERE = Path(__file__).parent
MEMORIES = (
    "translit.readings.reader._MOST_RUNS",
    "translit.readings.reader._MOST_SEGMENTS",
    "translit.readings.starts._MOST_WORDS",
    "translit.page.words._MOST_WORDS",
)

quick = settings(max_examples=250, deadline=None, derandomize=True)
few = settings(max_examples=25, deadline=None, derandomize=True)


def load_sentences() -> list[str]:
    """Return the texts of the cases, and the sentences of the articles."""
    found: list[str] = []
    for path in sorted((HERE / "cases" / "rules").glob("*.json")):
        rule = json.loads(path.read_text(encoding="utf-8"))
        found += [case["text"] for cases in rule.values() for case in cases]
    for path in sorted((HERE / "cases" / "kinds").glob("*.json")):
        found += [case["input"] for case in json.loads(path.read_text(encoding="utf-8"))]
    for line in (HERE / "cases" / "traps.jsonl").read_text(encoding="utf-8").splitlines():
        found.append(json.loads(line)["text"])
    for path in sorted((HERE.parent / "seeds").glob("*.txt")):
        found += path.read_text(encoding="utf-8").split("\n\n")
    return found


SENTENCES = load_sentences()
sentences = st.sampled_from(SENTENCES)
cut_sentences = st.tuples(sentences, st.integers(0, 200)).map(lambda pair: pair[0][: pair[1]])
repeated = sentences.map(lambda text: f"{text} {text}")
some_texts = st.lists(
    st.tuples(sentences | cut_sentences | repeated, st.sampled_from([" ", "\n", "\n\n"])),
    min_size=1,
    max_size=8,
).map(lambda parts: "".join(text + gap for text, gap in parts))

# Names of a few entities, so that drawn ledgers share some.
ids = st.frozensets(st.sampled_from("abcd"), max_size=3)
pairs = st.frozensets(st.tuples(st.sampled_from("abcd"), st.sampled_from("xy")), max_size=3)
ledgers = st.builds(Ledger, ids, pairs, pairs, ids)
beliefs = st.builds(Belief, ids, ids, pairs)


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer()


@pytest.fixture(scope="module")
def english() -> Normalizer:
    """What takes each text for English: what a test adds to one would tell its language."""
    return Normalizer(lang="en")


@given(st.tuples(ledgers, ledgers, ledgers) | st.tuples(beliefs, beliefs, beliefs))
@quick
def test_facts_add_up_in_any_order(three: tuple[Ledger, Ledger, Ledger]) -> None:
    one, two, other = three
    zero = type(one)()
    assert one + two == two + one
    assert (one + two) + other == one + (two + other)
    assert one + zero == zero + one == one
    assert one + one == one


def hear(normalizer: Normalizer, text: str) -> list[Hearing]:
    read = normalizer._find_way("en").reader.read(normalizer._find_way("en").scanner.scan(text))
    return [Hearing(page, segments, licenses_damage=True) for page, segments in read]


def write_ledger(hearings: list[Hearing]) -> Ledger:
    return reduce(lambda one, more: one + more.write_ledger(of_women=True), hearings, Ledger())


@given(texts=st.lists(some_texts, min_size=2, max_size=4))
@quick
def test_the_ledger_of_paragraphs_is_the_sum_of_theirs(
    normalizer: Normalizer, texts: list[str]
) -> None:
    texts = [f"{text.strip()}\n\n" for text in texts]
    whole = hear(normalizer, "".join(texts))
    parts = [one for text in texts for one in hear(normalizer, text)]
    for order in (parts, parts[::-1]):
        assert write_ledger(order) == write_ledger(whole)


@given(text=some_texts)
@quick
def test_a_result_names_whom_the_text_names(normalizer: Normalizer, text: str) -> None:
    """More are named in full only where a damaged name, or one in a case, was written anew."""
    found = normalizer.explain(text)
    before, after = list_named(normalizer, text), list_named(normalizer, found.text)
    assert before <= after
    assert after - before <= {edit.entity_id for edit in found.edits}


def list_named(normalizer: Normalizer, text: str) -> frozenset[str]:
    """Return the persons who are named in full."""
    hearings = hear(normalizer, text)
    persons = {one.known.id for hearing in hearings for one in hearing.obstacles if one.is_person}
    return write_ledger(hearings).named & persons


@given(text=some_texts)
@quick
def test_there_is_one_way_and_its_result_stays(normalizer: Normalizer, text: str) -> None:
    found = normalizer.explain(text)
    quickly = normalizer.explain(text, edits_only=True)
    assert normalizer.normalize(text) == found.text == quickly.text
    assert quickly.edits == found.edits
    assert normalizer.normalize(found.text) == found.text


@given(text=some_texts)
@quick
def test_nothing_overlaps_and_edits_replay(normalizer: Normalizer, text: str) -> None:
    found = normalizer.explain(text)
    assert all(one.end <= other.start for one, other in pairwise(found.mentions))
    assert all(one.end <= other.start for one, other in pairwise(found.edits))
    replayed = text
    for edit in reversed(found.edits):
        assert replayed[edit.start : edit.end] == edit.before
        replayed = replayed[: edit.start] + edit.after + replayed[edit.end :]
    assert replayed == found.text


@contextmanager
def patched(**sizes: object) -> Iterator[None]:
    with ExitStack() as stack:
        for name, size in sizes.items():
            stack.enter_context(patch.object(stretches, name, size))
        yield


@given(text=some_texts, places=st.lists(st.integers(1, 2000), min_size=1, max_size=2))
@quick
def test_parts_give_what_the_whole_gives_cut_anywhere(
    english: Normalizer, text: str, places: list[int]
) -> None:
    """One cut, or two without a mention in the last part: then each part knows all of the text."""
    text += "it was cold and it rained all day. " * 60 if len(places) > 1 else ""
    whole = english.explain(text).edits
    cuts = [min(places) % len(text), len(text) - 20] if len(places) > 1 else places
    cuts = sorted({cut for cut in cuts if 0 < cut < len(text)})
    with patched(LONGEST_WHOLE=0, HALO=1500, find_bounds=lambda text: iter(cuts)):
        assert english.explain(text).edits == whole
        assert english.explain(text, edits_only=True).edits == whole


def test_a_woman_counts_in_a_part_that_has_no_name_in_a_case(normalizer: Normalizer) -> None:
    text = "Putinilla left.\n\nWladimir Putin said so.\n\nHis wife came."
    with patched(LONGEST_WHOLE=0, find_bounds=lambda text: iter([text.index("His wife")])):
        assert normalizer.normalize(text).startswith("Putinilla left.")
    assert normalizer.normalize(text.replace("wife", "aide")).startswith("Putin left.")


def test_a_name_is_read_where_a_longer_one_is_in_part_protected(normalizer: Normalizer) -> None:
    for text in ("name=Lukaschenko Viktor Pelewin’s", "see x.org/Lukaschenko Viktor Pelewin left"):
        assert normalizer.normalize(text) == normalizer.explain(text).text
        assert "Pelevin" in normalizer.normalize(text)


FENCED = "Kijów. ```\n" + "print()\n" * 400 + "Kijów\n```\nKijów was cold. `Kijów`"


@pytest.mark.parametrize("cut", range(5, len(FENCED), 131))
def test_a_fence_that_opened_before_a_part_protects_it(normalizer: Normalizer, cut: int) -> None:
    with patched(LONGEST_WHOLE=0, HALO=200, find_bounds=lambda text: iter([cut])):
        result = normalizer.normalize(FENCED)
    assert result == FENCED.replace("Kijów. ", "Kyiv. ").replace("Kijów was", "Kyiv was")


@given(
    st.lists(st.sampled_from(["```", "a few words of it here\n", "\n\n", "Kijów "]), max_size=60)
)
@quick
def test_no_stretch_starts_within_a_fence(parts: list[str]) -> None:
    text = "".join(parts)
    with patched(LENGTH=4, _REACH=10):
        bounds = list(stretches.find_bounds(text))
    fences = [fence.span() for fence in stretches.FENCE.finditer(text)]
    assert not [at for at in bounds for start, end in fences if start < at < end]


@given(several=st.lists(some_texts, min_size=1, max_size=4))
@few
def test_forgetting_and_threads_change_nothing(normalizer: Normalizer, several: list[str]) -> None:
    expected = [normalizer.normalize(text) for text in several]
    with ExitStack() as stack:
        for name in MEMORIES:
            stack.enter_context(patch(name, 1))
        forgetful = _open_another()
        assert [forgetful.normalize(text) for text in several] == expected
        assert [forgetful.explain(text).text for text in several[::-1]] == expected[::-1]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(_open_another().normalize, several * 4)) == expected * 4


@cache
def _open_another() -> Normalizer:
    return Normalizer()


@st.composite
def tables_and_texts(draw: st.DrawFn) -> tuple[Table, list[str]]:
    table = draw(tables(max_rows=4))
    return table, draw(st.lists(texts_of(table), min_size=1, max_size=4))


@given(tables_and_texts())
@few
def test_laws_hold_for_any_table(drawn: tuple[Table, list[str]]) -> None:
    table, texts = drawn
    turned = Table(table.path, table.rows[::-1])
    one = Normalizer(tables=[table], default_tables=False)
    other = Normalizer(tables=[turned], default_tables=False)
    for text in texts:
        found = one.explain(text)
        assert one.normalize(text) == found.text == other.normalize(text)
        assert one.normalize(found.text) == found.text
        assert all(left.end <= right.start for left, right in pairwise(found.mentions))
        cut = len(text) // 2
        with patched(LONGEST_WHOLE=0, find_bounds=lambda text, cut=cut: iter([cut] if cut else [])):
            assert one.normalize(text) == found.text


@pytest.mark.parametrize("name", load_faults())
def test_faults_for_the_attack_bench_can_be_planted(name: str) -> None:
    fault = load_faults()[name]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / fault["file"]
        copy.parent.mkdir(parents=True)
        before = (ROOT / fault["file"]).read_text(encoding="utf-8")
        copy.write_text(before, encoding="utf-8")
        plant(fault, Path(folder))
        after = copy.read_text(encoding="utf-8")
    assert after != before, FAULTS
    compile(after, fault["file"], "exec")
