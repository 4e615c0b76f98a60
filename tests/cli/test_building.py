"""A lexicon that takes long to build is said to be built: once, on stderr."""

import logging
from pathlib import Path

import pytest

from translit import Normalizer
from translit.cli import building
from translit.cli.building import showing_builds
from translit.lexicon.announcing import announce, tell_log

LINE = "translit: building the lexicon of the given tables, which is done once"


def build(*, is_long: bool) -> None:
    with announce("the given tables", is_long=is_long):
        for done in (1, 2, 3):
            tell_log(done, 3)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at the clock is a second after the last."""
    seconds = iter(range(10_000))
    monkeypatch.setattr(building.time, "monotonic", lambda: float(next(seconds)))


def test_a_long_build_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with showing_builds("translit"):
        build(is_long=True)
    out, err = capsys.readouterr()
    assert (out, err.splitlines()) == ("", [LINE])


def test_a_build_that_becomes_long_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with showing_builds("translit"):
        build(is_long=False)
    assert capsys.readouterr().err.splitlines() == [LINE]
    monkeypatch.setattr(building, "_PATIENCE", 1e6)
    with showing_builds("translit"):
        build(is_long=False)
    assert capsys.readouterr().err == ""


def test_a_build_that_cannot_be_kept_is_not_said_to_be_done_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with showing_builds("translit"), announce("the given tables", is_long=True, is_kept=False):
        pass
    assert capsys.readouterr().err == (
        "translit: building the lexicon of the given tables, which is done each time, for there is "
        "no folder to keep it in\n"
    )


def test_on_a_terminal_there_is_a_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with showing_builds("translit"):
        build(is_long=True)
    err = capsys.readouterr().err
    assert "2 of 3 words derived" in err
    assert err.endswith("\r\033[K")


def test_the_logger_is_left_as_it_was() -> None:
    logger = logging.getLogger("translit.lexicon")
    before = logger.level, list(logger.handlers)
    with pytest.raises(KeyError), showing_builds("translit"):
        assert logger.isEnabledFor(logging.DEBUG)
        raise KeyError
    assert (logger.level, logger.handlers) == before


def test_the_library_logs_and_prints_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Normalizer()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "own.toml"
    path.write_text('schema = 1\n[hrym]\nkind = "place"\nname = "Hrym"\n', "utf-8")
    with caplog.at_level(logging.INFO, "translit.lexicon"):
        Normalizer(tables=[path])
    messages = [record.getMessage() for record in caplog.records]
    assert messages[0] == LINE.partition(": ")[2]
    assert messages[1].startswith("built the lexicon of the given tables in ")
    assert capsys.readouterr() == ("", "")
