"""translit explain, variants and compare: the answers and the exit status."""

import pytest

from tests.cli.conftest import Command


def test_explain_says_which_scheme_and_which_original(command: Command) -> None:
    outcome = command("translit", "explain", "Loukachenko")
    answer = outcome.out.decode()
    assert outcome.status == 0
    assert answer.startswith("edit: Loukachenko → Lukashenko")
    assert "Лукашенко" in answer
    assert "French press convention" in answer


def test_explain_reads_stdin_and_options(command: Command) -> None:
    outcome = command("translit", "explain", "-", "--style", "de", stdin=b"Szojgu spoke.")
    assert outcome.out.decode().startswith("edit: Szojgu → Schoigu")
    outcome = command("translit", "explain", "Nobody we know spoke of the weather.")
    assert (outcome.status, outcome.out[:7]) == (0, b"no name")


def test_variants(command: Command) -> None:
    outcome = command("translit", "variants", "Шойгу", "--lang", "ru")
    rows = dict(line.split("\t") for line in outcome.out.decode().splitlines())
    assert outcome.status == 0
    assert "ru/press-pl" in rows["Szojgu"].split(", ")
    outcome = command("translit", "variants", "Шойгу", "--lang", "ru", "--scheme", "ru/press-pl")
    assert outcome.out.decode() == "Szojgu\tru/press-pl\n"


def test_a_missing_language_is_guessed(command: Command) -> None:
    outcome = command("translit", "variants", "Київ")
    rows = dict(line.split("\t") for line in outcome.out.decode().splitlines())
    assert "uk/press-de" in rows["Kyjiw"].split(", ")


def test_schemes_are_listed_searched_and_shown(command: Command) -> None:
    lines = command("translit", "schemes").out.decode().splitlines()
    assert "ru/press-pl\tthe Polish press convention" in lines
    found = command("translit", "schemes", "uk", "duden").out.decode().splitlines()
    assert [line.partition("\t")[0] for line in found] == ["uk/press-de"]
    assert command("translit", "schemes", "nonesuch").status == 1
    shown = command("translit", "schemes", "uk/press-de").out.decode()
    assert "щ schtsch" in shown
    assert "Зеленський → Selenskyj" in shown


@pytest.mark.parametrize(
    ("a", "b", "status", "verdict"),
    [
        ("Choïgou", "Szojgu", 0, "same: "),
        ("Лукашенко", "Лукашевич", 1, "different: "),
    ],
)
def test_compare(command: Command, a: str, b: str, status: int, verdict: str) -> None:
    outcome = command("translit", "compare", a, b)
    assert outcome.status == status
    assert outcome.out.decode().startswith(verdict)
    assert len(outcome.out.decode()) > len(verdict) + 10, "it says why"


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["variants", "Шойгу", "--lang", "xx"], "“xx”"),
        (["variants", "Шойгу", "--lang", "ru", "--scheme", "ru/nonesuch"], "ru/nonesuch"),
        (["variants", "Шойгу", "--lang", "ru", "--scheme", "uk/press-de"], "no scheme of --lang"),
        (["variants", "習近平", "--lang", "ru"], "習"),
        (["variants", "Smith"], "--lang"),
        (["explain", "\udcff"], "not UTF-8"),
        (["explain", "-"], "<stdin>: is not UTF-8 (at byte 0)"),
        (["explain", "Kiev", "--style", "nonesuch"], "nonesuch"),
        (["compare", "Kiev"], "required: B"),
        (["nonesuch"], "nonesuch"),
    ],
)
def test_bad_questions(command: Command, argv: list[str], message: str) -> None:
    outcome = command("translit", *argv, stdin=b"\xff")
    assert (outcome.status, outcome.out) == (2, b"")
    assert message in outcome.err
    assert "Traceback" not in outcome.err
