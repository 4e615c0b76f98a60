"""What is known of a word at once is what the questions one by one say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from translit.lexicon import (
    ALIAS,
    BEARER,
    BLANK,
    GIVEN,
    KNOWN_WORD,
    OPENS_ALIAS,
    ORDINARY,
    PERSONS_FAMILY,
    SPELLED,
    WHOLE,
    Lexicon,
    list_spellings,
    open_lexicon,
)
from translit.lexicon.compiling import compile_lexicon
from translit.lexicon.errors import LexiconError
from translit.lexicon.facts import FactTable, add_blank, pack_facts
from translit.lexicon.frequencies import count_words
from translit.lexicon.layer import Layer
from translit.lexicon.sources import Lists, Sources
from translit.lexicon.storage import Sections, pack_sections
from translit.lexicon.word_lists import read_lists
from translit.lexicon.word_table import KNOWN_WORD_BIT, MET, OFTEN, ORDINARY_WORD
from translit.readings.cases import list_bases
from translit.tables import load_table

TABLE = """schema = 1
[taras-hrymych]
kind = "person"
gender = "m"
name = "Taras Hrymych"
native.uk = "Тарас Гримич"
aliases = [{ text = "Old Hrym", lang = "en" }, { text = "Hrymko", lang = "pl" }]

[olha-skelia]
kind = "person"
gender = "f"
name = "Olha Skelia"
native.uk = "Ольга Скеля"

[pavlo-vyr-dub]
kind = "person"
gender = "m"
name = { given = "Pavlo", family = "Vyr-Dub" }
native.uk = { given = "Павло", family = "Вир-Дуб" }

[krasnyi-kut]
kind = "place"
name = "Krasnyi Kut"
native.uk = "Красний Кут"
former = [{ uk = "Гримич" }]
"""
CHANGES = """
[sergei-shoigu]
name = "Sergey Shoygu"

[sergei-lavrov]
drop = true
"""
IDS = ("taras-hrymych", "olha-skelia", "pavlo-vyr-dub", "krasnyi-kut")
MAY_SAY_MORE = BEARER | WHOLE | PERSONS_FAMILY | ALIAS


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("tables") / "own.toml"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture(scope="module")
def above(path: Path) -> Lexicon:
    """The table above the default ones, of which a row is changed and another dropped."""
    changes = path.with_name("changes.toml")
    changes.write_text(f"schema = 1\n{CHANGES}", "utf-8")
    return open_lexicon([path, changes], default_tables=True)


@pytest.fixture(scope="module")
def alone(path: Path) -> Lexicon:
    return open_lexicon([path], default_tables=False)


def list_keys(lexicon: Lexicon) -> Iterator[str]:
    """Give all spellings of the table, forms of them, and words that others know or nobody."""
    for entity_id in IDS:
        for key in list_spellings(lexicon, entity_id):
            yield from (key, key[:-1], f"{key}a", f"{key}em", f"{key}in", f"{key}om", f"{key}s")
            yield key.split(" ")[0]
    yield from ("shoigu", "shoygu", "szojgu", "lavrov", "lawrowa", "lavrovin", "lukaszenki")
    yield from ("polish", "because", "berlin", "ivy", "ivy countries", "gus", "zzyzx", "", "Київ")


def ask(lexicon: Lexicon, key: str) -> int:
    """Return the facts of a word, each by the question that it stands for."""
    spellings, bearers = lexicon.find_spellings(key), lexicon.find_bearers(key)
    answers = {
        ORDINARY: lexicon.is_ordinary(key),
        KNOWN_WORD: lexicon.is_known_word(key),
        SPELLED: spellings,
        GIVEN: any(spelling.word.groups for spelling in spellings),
        BEARER: bearers,
        WHOLE: any(n.core == (s.word,) for s, known in bearers for n in known.names),
        PERSONS_FAMILY: any(known.entity.kind == "person" for _, known in bearers),
        ALIAS: list(lexicon.find_aliases(key)),
        OPENS_ALIAS: list(lexicon.list_aliases(key)),
    }
    return sum(fact for fact, answer in answers.items() if answer)


def test_facts_are_what_the_questions_say_where_nothing_is_hidden(alone: Lexicon) -> None:
    keys = set(list_keys(alone))
    found = {key: alone.find_facts(key) & ~BLANK for key in keys}
    assert found == {key: ask(alone, key) for key in keys}
    seen = 0
    for facts in found.values():
        seen |= facts
    assert seen | BLANK == (BLANK << 1) - 1  # each fact holds of some word
    cases = {key for key in keys if alone.is_case(key)}
    assert cases == {key for key in keys if list_bases(alone, key)} != set()
    assert not alone.find_facts("shoigu") & MAY_SAY_MORE  # a row of the tables that are off


def test_of_hidden_rows_they_say_too_much_at_most(above: Lexicon) -> None:
    for key in set(list_keys(above)):
        found, asked = above.find_facts(key) & ~BLANK, ask(above, key)
        assert found & asked == asked, key
        assert not (found ^ asked) & ~MAY_SAY_MORE, key
        assert above.is_case(key) or not list_bases(above, key), key
    assert above.find_facts("lavrov") & BEARER
    assert not above.find_bearers("lavrov")


def test_all_layers_are_asked(above: Lexicon) -> None:
    assert above.find_facts("hrymych") & (BEARER | WHOLE) == BEARER | WHOLE
    assert above.find_facts("szojgu") & (BEARER | WHOLE) == BEARER | WHOLE
    assert above.find_facts("because") == ORDINARY | KNOWN_WORD | BLANK


def test_parts_of_names_and_genders(alone: Lexicon) -> None:
    assert alone.find_facts("vyr") & (BEARER | WHOLE) == BEARER  # the first of two words
    assert alone.find_facts("dub") & (SPELLED | BEARER) == SPELLED
    assert alone.find_facts("taras") & (GIVEN | BEARER) == GIVEN
    assert alone.find_facts("krasnyi") & (BEARER | WHOLE | PERSONS_FAMILY) == BEARER
    assert alone.is_case("hrymyczem")  # as Polish declines what its press writes
    assert not any(alone.is_case(f"skel{ending}") for ending in ("i", "e", "y", "ei"))
    assert alone.find_facts("old") & OPENS_ALIAS
    assert alone.find_facts("old hrym") == alone.find_facts("hrymko") == ALIAS


@pytest.mark.parametrize(
    ("facts", "is_case", "blank"),
    [
        (0, False, False),
        (ORDINARY, False, True),
        (KNOWN_WORD, False, True),
        # Beside a name it says something, never by itself.
        (KNOWN_WORD | SPELLED | GIVEN, False, True),
        (KNOWN_WORD, True, False),
        (ORDINARY, True, True),
        (ORDINARY | BEARER, False, False),
        (KNOWN_WORD | ALIAS, False, False),
        (ORDINARY | OPENS_ALIAS, False, False),
        (SPELLED, False, False),
    ],
)
def test_a_blank_word_is_known_and_nothing_but_a_word(
    facts: int, is_case: bool, blank: bool
) -> None:
    assert add_blank(facts, lambda: is_case) == (facts | BLANK if blank else facts)


def test_what_is_remembered_is_bounded(alone: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translit.lexicon.lexicon._MOST_FACTS", 3)
    for number in range(10):
        assert alone.find_facts(f"hrymych{number}") == 0
        assert alone.find_facts("hrymych") & WHOLE
        assert alone.find_facts("x" * 1000) == 0
        assert len(alone._facts) <= 3
        assert "x" * 1000 not in alone._facts


@pytest.mark.parametrize("count", [1, 256, 257, 1000])
def test_any_number_of_sets_of_facts_is_kept(count: int) -> None:
    facts = {f"word{number}": number for number in range(count)}
    sections, keys = pack_facts(facts)
    table = FactTable({name: memoryview(one) for name, one in sections.items()})
    assert {word: table.find(word) for word in facts} == facts
    assert table.find("word") == table.find("") == 0
    assert [table.number(key) for key in keys] == list(range(count))
    nines = sorted(table.list_numbers("word9"))
    assert nines == sorted((key, at) for at, key in enumerate(keys) if key.startswith("word9"))


def test_word_lists_and_names_share_words(path: Path, tmp_path: Path) -> None:
    """A word that is both on a list and a name is both, and the lists are read again whole."""
    words = {"hrymych": ORDINARY_WORD | KNOWN_WORD_BIT, "word": ORDINARY_WORD}
    lists = Lists(words | {"knownword": KNOWN_WORD_BIT, "чехов": MET | OFTEN, "ель": MET})
    made = compile_lexicon(Sources(load_table(path).rows[:1], lists=lists), "d" * 32)
    file = tmp_path / "default-d.lexicon"
    file.write_bytes(pack_sections(made.sections, made.about))
    lexicon = Lexicon([Layer(Sections(file), 0)], default_tables=True)
    both = ORDINARY | KNOWN_WORD | SPELLED | BEARER | WHOLE | PERSONS_FAMILY
    assert lexicon.find_facts("hrymych") == both
    assert lexicon.find_facts("knownword") == KNOWN_WORD | BLANK
    assert lexicon.find_listed("чехов") == MET | OFTEN
    assert lexicon.find_listed("ель") == MET
    assert lexicon.find_listed("чиков") == 0
    assert read_lists(file).words == lists.words


def test_lists_of_other_sources_are_not_read(path: Path, tmp_path: Path) -> None:
    """Their hash tells, before anything else is read: there may be hundreds of lexicons."""
    lists = Lists({"word": ORDINARY_WORD}, digest="1")
    made = compile_lexicon(Sources(load_table(path).rows[:1], lists=lists), "d" * 32)
    content = pack_sections(made.sections, made.about)
    damaged = bytes([content[0] ^ 1]) + content[1:]  # in its first section
    file = tmp_path / "default-d.lexicon"
    file.write_bytes(content)
    assert read_lists(file, "1").words == {"word": ORDINARY_WORD}
    file.write_bytes(damaged)
    with pytest.raises(LexiconError, match="made of other lists"):
        read_lists(file, "2")


def test_greek_words_are_counted_by_the_letter_that_they_end_in() -> None:
    counted = count_words("el") or {}
    assert counted["γιώργος"] > 100
    assert not any(word.endswith("σ") for word in counted if len(word) > 1)
    assert count_words("hy") is None
