"""Spark: what a cluster of two worker processes gives is what one process gives, come what may."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.integrations.cluster import has_java, make_killer, start_cluster
from translit import Normalizer, TableError, survey_names
from translit.cli import run_fix
from translit.integrations.spark import (
    count_entities,
    normalize_column,
    normalize_frame,
    survey_frame,
)

pytestmark = [
    pytest.mark.slow,
    # Spark leaves the sockets between Python and Java to the garbage collector.
    pytest.mark.filterwarnings("ignore:unclosed.*socket:ResourceWarning"),
    pytest.mark.filterwarnings(
        "ignore:Exception ignored in.*socket:pytest.PytestUnraisableExceptionWarning"
    ),
]

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
OPTIONS: dict[str, Any] = {"tables": [NAMES], "default_tables": False}
QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
TEXTS = [
    "Zelenskyi met Łukaszenka.",
    None,
    "",
    "🙂 In Kijów, Zelenskyi’s train; 𝔸 Łukaszenka-Minister.",
    "the quick brown fox",
    "Alexander Lukashenko and Volodymyr Zelensky.",
    "Łukaszenka\n\nZelenskyi in Charkow",
    "Taras Szewczuk in Charkow.",
]
TITLES = ["Łukaszenka in Kijów", "Taras Shevchuk", None, "", "Kyiv", "Charkow", None, None]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    for name in ("pandas", "pyarrow", "pyspark"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    if not has_java():
        pytest.skip("Spark needs Java")
    with start_cluster(tmp_path_factory.mktemp("spark"), QUICK_START) as session:
        session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "3")
        yield session


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    """Two row groups of documents, with columns of other kinds."""
    import pyarrow.parquet

    table = pyarrow.table(
        {
            "number": list(range(len(TEXTS) * 3)),
            "title": TITLES * 3,
            "text": TEXTS * 3,
            "tags": [["Kijów", None], [], None, ["x"]] * 6,
            "size": [0.5, None] * 12,
        }
    )
    path = tmp_path / "given.parquet"
    pyarrow.parquet.write_table(table, path, row_group_size=12)
    return path


def read_rows(path: Path) -> list[dict[str, Any]]:
    import pyarrow.parquet

    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(path).to_pylist()
    return sorted(rows, key=lambda row: row["number"])


def list_rows(frame: Any) -> list[dict[str, Any]]:
    rows = (row.asDict(recursive=True) for row in frame.collect())
    return sorted(rows, key=lambda row: row["number"])


def test_parquet_is_what_one_process_writes(session: Any, parquet: Path, tmp_path: Path) -> None:
    frame = session.read.parquet(str(parquet)).repartition(4)
    normalize_frame(frame, ["title", "text"], **OPTIONS).write.parquet(str(tmp_path / "spark"))
    argv = ["--column", "title", "--column", "text", "--no-default-tables", "--table", str(NAMES)]
    assert run_fix([*argv, "--in-place", str(parquet)]) == 0
    rows = read_rows(tmp_path / "spark")
    assert rows == read_rows(parquet)
    assert rows[0]["text"] == "Zelensky met Lukashenko."
    assert [row["title"] for row in rows[:4]] == ["Lukashenko in Kyiv", "Taras Shevchuk", None, ""]


def test_edits_are_those_of_explain(session: Any, parquet: Path) -> None:
    normalizer = Normalizer(**OPTIONS)
    frame = session.read.parquet(str(parquet)).repartition(4)
    rows = list_rows(normalize_frame(frame, ["text"], edits=True, **OPTIONS))
    assert list(rows[0]) == ["number", "title", "text", "tags", "size", "text_edits"]
    for row, text in zip(rows, TEXTS * 3, strict=True):
        if text is None:
            assert row["text"] is None
            assert row["text_edits"] is None
            continue
        found = normalizer.explain(text)
        assert row["text"] == found.text
        fields = ("start", "end", "before", "after", "entity_id", "evidence", "why")
        expected = [{name: getattr(edit, name) for name in fields} for edit in found.edits]
        assert row["text_edits"] == expected
    assert rows[3]["text_edits"][0]["start"] == TEXTS[3].index("Kijów")  # type: ignore[union-attr]


def test_edits_of_a_row_are_in_their_column(session: Any, parquet: Path) -> None:
    given = read_rows(parquet)
    frame = session.read.parquet(str(parquet))
    rows = list_rows(normalize_frame(frame, ["title", "text"], edits=True, **OPTIONS))
    made = 0
    for row, before in zip(rows, given, strict=True):
        for name in ("title", "text"):
            text = before[name]
            for edit in reversed(row[f"{name}_edits"] or ()):
                assert text[edit["start"] : edit["end"]] == edit["before"]
                text = text[: edit["start"]] + edit["after"] + text[edit["end"] :]
                made += 1
            assert row[name] == text
        assert row["tags"] == before["tags"]
        assert row["size"] == before["size"]
    assert made > 20


def test_a_column(session: Any, parquet: Path) -> None:
    normalizer = Normalizer()
    frame = session.read.parquet(str(parquet)).repartition(4)
    rows = list_rows(frame.withColumn("text", normalize_column("text")))
    expected = [None if text is None else normalizer.normalize(text) for text in TEXTS * 3]
    assert [row["text"] for row in rows] == expected
    assert expected[0] == "Zelensky met Lukashenko."


def test_counts(session: Any, parquet: Path) -> None:
    normalizer = Normalizer(**OPTIONS)
    mentions: Counter[str | None] = Counter()
    edits: Counter[str | None] = Counter()
    documents: Counter[str | None] = Counter()
    for text in filter(None, TEXTS * 3):
        found = normalizer.find(text)
        mentions.update(m.entity_id for m in found)
        edits.update(m.entity_id for m in found if m.status == "edit")
        documents.update({m.entity_id for m in found})
    expected = sorted((-mentions[e], e, edits[e], documents[e]) for e in mentions if e)
    frame = session.read.parquet(str(parquet)).repartition(4)
    rows = count_entities(frame, ["text"], **OPTIONS).collect()
    assert [(-row.mentions, row.entity_id, row.edits, row.documents) for row in rows] == expected
    assert rows[0].mentions > rows[0].edits > 0


def test_tables_and_style_travel(session: Any, parquet: Path, tmp_path: Path) -> None:
    table, style = tmp_path / "people.toml", tmp_path / "house.toml"
    style.write_text('schema = 1\ntitle = "A house"\nuse = "name"\n', encoding="utf-8")
    lines = ["[anna-nowak]", 'kind = "person"', 'name = "Anna Nowak"', 'aliases = ["Ania Nowak"]']
    for form in ("Anna Nowak", "Hanna Nowak"):  # a table that changes goes along anew
        table.write_text(
            "\n".join(["schema = 1", *lines, f'prints.house = "{form}"']), encoding="utf-8"
        )
        frame = session.createDataFrame([(1, "Ania Nowak said so.")], "number int, text string")
        made = frame.select(
            "number", normalize_column("text", tables=[table], style=style).alias("text")
        )
        table.unlink()  # what is not sent is found nowhere
        assert list_rows(made) == [{"number": 1, "text": f"{form} said so."}]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds processes in /proc")
@pytest.mark.parametrize("victim", ["python", "executor"])
def test_a_killed_worker_changes_nothing(
    victim: str, session: Any, parquet: Path, tmp_path: Path
) -> None:
    frame = session.read.parquet(str(parquet)).repartition(2).cache()
    expected = list_rows(normalize_frame(frame, ["text"], edits=True, **OPTIONS))
    killed = tmp_path / "killed"
    dying = frame.mapInArrow(make_killer(victim, killed, at=1), frame.schema)
    assert list_rows(normalize_frame(dying, ["text"], edits=True, **OPTIONS)) == expected
    assert killed.read_text(encoding="ascii").split()


def test_the_page(session: Any, tmp_path: Path) -> None:
    rows = [("Szojgu in Kijów", "Szojgu came."), (None, "Łukaszenka")]
    session.createDataFrame(rows, "title string, text string").write.parquet(
        str(tmp_path / "stories.parquet")
    )
    page = (Path(__file__).parents[2] / "docs" / "corpus.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```python\n(from pyspark.*?)^```$", page, re.MULTILINE | re.DOTALL)
    # A path is relative to where Spark's JVM started, which is not this test's folder.
    block = re.sub(r'"(\w+\.(?:parquet|toml))"', rf'"{tmp_path}/\1"', block)
    names: dict[str, Any] = {}
    exec(block, names)
    rewritten = session.read.parquet(str(tmp_path / "rewritten.parquet")).orderBy("text").collect()
    assert [(row.title, row.text) for row in rewritten] == [
        (None, "Lukashenko"),
        ("Shoigu in Kyiv", "Shoigu came."),
    ]
    assert [len(row.title_edits or ()) for row in rewritten] == [0, 2]
    counts = session.read.parquet(str(tmp_path / "counts.parquet")).collect()
    assert (counts[0].entity_id, counts[0].mentions) == ("sergei-shoigu", 2)
    assert (tmp_path / "found.toml").read_text(encoding="utf-8") == "schema = 1\n"
    assert sorted(row[0] or "" for row in names["titles"].collect()) == ["", "Schoigu in Kiew"]


def test_what_is_wrong_is_told_before_anything_runs(session: Any, tmp_path: Path) -> None:
    frame = session.createDataFrame([(1, "Kijów")], "number int, text string")
    with pytest.raises(ValueError, match=r"no column of strings “number”.* are text"):
        normalize_frame(frame, ["number"])
    with pytest.raises(ValueError, match="a column “text_edits” already"):
        normalize_frame(frame.withColumn("text_edits", frame.text), ["text"], edits=True)
    with pytest.raises(TypeError, match="put the one name in a list"):
        count_entities(frame, "text")
    table = tmp_path / "wrong.toml"
    table.write_text('schema = 1\n[kyiv]\nkind = "town"\n', encoding="utf-8")
    with pytest.raises(TableError, match=r"wrong\.toml:3"):
        normalize_column("text", tables=[table])


def test_without_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql.functions", None)
    with pytest.raises(ImportError, match=r"pip install 'translit-fix\[spark\]'"):
        normalize_column("text")


STORIES = [
    "The spokesman Oleksandr Motuzianyk said that Ukraine was ready.",
    "Motuzyanyk added in Kyiv that it was not. But Mr Motuzyanyk had said so before.",
    "In Ukraine, the men of Dmytro Lozatsky were free; so said Lozatskyi.",
    None,
    "The battle of Slobozhanskyi in Ukraine, and that of Slobozhansky, were over.",
    "In Ukraine, Dmytro Lozatskyj met Orest Lozatskij. Szojgu was in Kyiv.",
]


def test_a_survey_is_what_one_process_finds(session: Any) -> None:
    texts = [text or "" for text in STORIES * 3]
    expected = survey_names(texts)
    rows = [(n, text) for n, text in enumerate(STORIES * 3, 1)]
    frame = session.createDataFrame(rows, "number int, text string").repartition(5)
    found = survey_frame(frame, ["text"], name="number")
    assert found == expected
    assert [group.sure for group in found.groups].count(True) >= 2
    assert survey_frame(frame.limit(0), ["text"]).groups == ()
    with pytest.raises(ValueError, match="no column “url”"):
        survey_frame(frame, ["text"], name="url")


def test_a_survey_takes_tables_along(session: Any, tmp_path: Path) -> None:
    table = tmp_path / "own.toml"
    table.write_text(
        'schema = 1\n[oleksandr-motuzyanyk]\nkind = "person"\ngender = "m"\n'
        'name = "Oleksandr Motuzyanyk"\nnative.uk = "Олександр Мотузяник"\n',
        encoding="utf-8",
    )
    rows = [(text, "It was so.") for text in STORIES]
    frame = session.createDataFrame(rows, "text string, more string").repartition(2)
    found = survey_frame(frame, ["text", "more"], tables=table)
    texts = [f"{text}\n\nIt was so." if text else "It was so." for text in STORIES]
    assert [one.spellings for one in found.groups] == [
        one.spellings for one in survey_names(texts, tables=table).groups
    ]
    assert "Мотузяник" not in {one.original for one in found.groups}
