"""The originals of spellings: found, ranked, confirmed forward, and bounded."""

import json
import re
from pathlib import Path

import pytest

from translit import SchemeError, originals, romanize, variants
from translit.cli.main import run
from translit.names import is_regular_spelling, list_keys
from translit.names.families import NUMBERS
from translit.names.finding import read_word
from translit.names.letters import Letters, WeighedLetters, count_runs, has_open_syllables
from translit.names.model import load_model, read_counts, write_counts
from translit.names.shares import Shares, count_latin
from translit.names.sounds import find_sound_key
from translit.names.stress import set_stress
from translit.names.writing import writes
from translit.schemes import fold, list_hybrids, load_alphabets, load_scheme

CASES = json.loads((Path(__file__).parents[1] / "cases" / "originals.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["spelling"] for case in CASES])
def test_an_original_is_found(case: dict[str, str]) -> None:
    found = originals(case["spelling"], case["lang"])
    assert fold(found[0].text) == fold(case["original"])
    assert found[0].lang == case["lang"]
    assert case["scheme"] in found[0].schemes
    assert case["spelling"] in found[0].why


@pytest.mark.parametrize("case", CASES, ids=[case["spelling"] for case in CASES])
def test_it_is_among_five_of_any_language(case: dict[str, str]) -> None:
    found = originals(case["spelling"])
    assert len(found) <= 5
    assert fold(case["original"]) in {fold(one.text) for one in found}
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert 0 < sum(one.score for one in found) <= 1


@pytest.mark.parametrize("case", CASES, ids=[case["spelling"] for case in CASES])
def test_every_scheme_makes_the_spelling(case: dict[str, str]) -> None:
    for one in originals(case["spelling"])[:2]:
        derived = {
            lang: variants(one.text, lang) for lang in {s.partition("/")[0] for s in one.schemes}
        }
        for scheme in one.schemes:
            spellings = derived[scheme.partition("/")[0]]
            if "/hybrid" in scheme:
                spellings = dict.fromkeys(load_scheme(scheme).spell(one.text.lower()), (scheme,))
            assert any(
                scheme in ids and fold(spelling) == fold(case["spelling"])
                for spelling, ids in spellings.items()
            ), (one.text, scheme)


@pytest.mark.parametrize("spelling", ["Kvaratashvili", "Giorgi Kwarataschwili", "beridze"])
def test_georgian_has_no_capital_at_the_start_of_a_name(spelling: str) -> None:
    for one in originals(spelling, "ka"):
        assert one.text == one.text.lower()
        assert one.text in one.why


def test_a_language_gives_its_own_names_only() -> None:
    assert originals("Selenskyj", "uk")[0].text == "Зеленський"
    assert {one.lang for one in originals("Selenskyj", "uk")} == {"uk"}
    assert {one.lang for one in originals("Petridis", "el")} == {"el"}


def test_a_vowel_after_short_i_is_read_in_russian() -> None:
    assert (originals("Mayorov", "ru")[0].text, originals("Maiia", "ru")[0].text) == (
        "Майоров",
        "Майя",
    )


def test_words_of_a_name_are_of_one_language() -> None:
    found = originals("Wladimir Putin")[0]
    assert (found.text, found.lang) == ("Владимир Путин", "ru")
    assert originals("Wolodymyr Selenskyj")[0].text == "Володимир Зеленський"


def test_capitals_are_kept() -> None:
    assert originals("SZOJGU")[0].text == "ШОЙГУ"
    assert originals("szojgu")[0].text == "шойгу"


def test_known_names_serve_where_sounds_are_hidden() -> None:
    found = originals("Bashar al-Assad", "ar")[0]
    assert (found.text, found.lang) == ("بشار الأسد", "ar")
    assert all(scheme.startswith("ar/") for scheme in found.schemes)
    assert originals("Tehran", "fa")[0].text == "تهران"
    assert originals("Qwertyuiop", "ar") == []


def test_a_part_of_a_places_name_is_not_the_place() -> None:
    assert [one.text for one in originals("Cairo", "ar")] == ["القاهرة"]
    assert [one.text for one in originals("Tel Aviv", "he")] == ["תל אביב"]
    assert originals("Aviv", "he") == []


@pytest.mark.parametrize("name", ["", "   ", "Шойгу", "東京", "x" * 41, "a b c d e f g", "123"])
def test_what_cannot_be_read_has_none(name: str) -> None:
    assert originals(name) == []


def test_what_is_wrong_is_refused() -> None:
    with pytest.raises(SchemeError, match="no scheme for the language “xx”"):
        originals("Szojgu", "xx")
    with pytest.raises(TypeError, match="decode them first"):
        originals(b"Szojgu")  # type: ignore[arg-type]


def test_the_command_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["originals", "Szojgu", "--lang", "ru"]) == 0
    first = capsys.readouterr().out.splitlines()[0].split("\t")
    assert first[:2] == ["Шойгу", "ru"]
    assert float(first[2]) > 0.5
    assert first[3] == "“Szojgu” is Шойгу in the Polish press convention"
    assert run(["originals", "東京"]) == 1
    assert run(["originals", "Szojgu", "--lang", "xx"]) == 2


@pytest.mark.parametrize(
    ("scheme", "original", "spelling", "does"),
    [
        ("ru/press-pl", "шойгу", "szojgu", True),
        ("ru/press-pl", "шойгу", "sojgu", False),
        ("ru/press-lv", "путин", "putins", True),  # an ending of the language
        ("ru/press-en", "анна", "ana", True),  # a doubled letter that print drops
        ("ru/iso-9-1995", "ющенко", "usenko", False),  # ISO 9 without its marks is another name
        ("ru/iso-9-1995", "ющенко", "ûŝenko", True),
        ("ru/press-es", "куклин", "kuklín", True),
        ("ka/press-de", "სააკაშვილი", "saakaschwili", True),  # by way of Ukrainian letters
        ("ka/press-de", "სააკაშვილი", "saakashvili", False),
    ],
)
def test_a_spelling_is_confirmed_forward(
    scheme: str, original: str, spelling: str, does: bool
) -> None:
    assert writes(load_scheme(scheme), original, spelling) is does


def test_one_alternate_is_chosen_for_a_word() -> None:
    spelled = {fold(one) for one in load_scheme("uk/press-de").spell("хохлов")}
    for spelling in ("chochlow", "chohlow", "hochlow"):
        assert writes(load_scheme("uk/press-de"), "хохлов", spelling) is (spelling in spelled)


def test_spellings_of_one_original_meet_by_key() -> None:
    assert list_keys("Szojgu") & list_keys("Choïgou") & list_keys("Шойгу")
    assert list_keys("Zelenskyj") & list_keys("Selenski")
    assert not list_keys("Petrov") & list_keys("Ivanov")
    assert not list_keys("Kotov") & list_keys("Kosov")


def test_counterparts_sound_alike() -> None:
    assert find_sound_key("зеленський") == find_sound_key("зеленский")
    assert find_sound_key("каримов") != find_sound_key("керимов")


@pytest.mark.parametrize(
    "word", ["Mikhalkov", "Michajlov", "Zelenskyj", "Szojgu", "Kowalenko", "Zaitschenko"]
)
def test_regular_spellings_are_told(word: str) -> None:
    found = is_regular_spelling(word)
    assert found
    assert found.regular
    assert found.score > 0.13
    assert found.lang


@pytest.mark.parametrize("word", ["Zlnskyyj", "Mikhhjlkvv", "Szzojguu", "Xqzvw", "", "東京"])
def test_damage_is_no_regular_spelling(word: str) -> None:
    assert not is_regular_spelling(word)


def test_letters_are_judged_by_what_names_have() -> None:
    letters = Letters(count_runs({"иванов": 1, "петров": 1, "сидоров": 1, "попов": 1}))
    assert letters.score_word("панов") > letters.score_word("пжнвт")
    known = WeighedLetters(letters, {}).known("^зззпо")
    assert known.context == "по"
    assert known == {}


def test_a_letter_counts_by_its_weight_too() -> None:
    letters = Letters(count_runs({"иванов": 1, "эванс": 1}))
    plain, weighed = WeighedLetters(letters, {}), WeighedLetters(letters, {"э": 1.5})
    assert weighed.weigh_word("иванов") == plain.weigh_word("иванов")
    assert weighed.weigh_word("эванэ") == pytest.approx(plain.weigh_word("эванэ") + 3.0)


@pytest.mark.parametrize(
    ("spelling", "is_open"),
    [("takane", True), ("kenji", True), ("shun", True), ("hoshi", True), ("ivanov", False),
     ("petrenko", False), ("shatokhine", False), ("", False)],
)  # fmt: skip
def test_open_syllables_are_told(spelling: str, is_open: bool) -> None:
    assert has_open_syllables(spelling) is is_open


@pytest.mark.parametrize(
    ("spelling", "original"),
    [("Kasymov", "Қасымов"), ("Nurgaliyev", "Нұрғалиев"), ("Zhaksybekov", "Жақсыбеков"),
     ("Serikbayev", "Серікбаев"), ("Auezov", "Әуезов")],
)  # fmt: skip
def test_a_kazakh_name_is_read_with_its_own_letters(spelling: str, original: str) -> None:
    """Though Russian texts have it, and those are counted."""
    assert originals(spelling, "kk")[0].text == original


def test_stress_is_set_where_names_of_that_ending_have_it() -> None:
    endings = load_model().families[6].counted.stress
    assert set_stress("παπαδοπουλος", endings) == "παπαδόπουλος"
    assert set_stress("иванов", endings) == "иванов"
    assert set_stress("παπα", {}) == "παπα"


def test_counts_are_read_as_they_were_written(tmp_path: Path) -> None:
    counted = load_model().families[2].counted
    write_counts(tmp_path / "be.tsv", counted)
    assert read_counts(tmp_path / "be.tsv") == counted


def test_the_model_is_small_and_holds_no_list_of_names() -> None:
    folder = Path(__file__).parents[2] / "data" / "originals"
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 2_000_000
    runs = [run for family in load_model().families for run in family.counted.runs]
    assert max(map(len, runs)) <= 4


def test_romanized_names_are_read_back() -> None:
    """What a scheme makes of a name is read as that name, or as its like of the same sound."""
    for name, lang in [("Кузнецов", "ru"), ("Мельник", "uk"), ("Лукашэнка", "be")]:
        for scheme in ("press-en", "press-de", "press-pl"):
            spelling = romanize(name, f"{lang}/{scheme}")
            mask = load_model().masks[lang]
            assert name.lower() in {one.original for one, _ in read_word(spelling, mask)}


@pytest.mark.parametrize(
    ("spelling", "family"),
    [("kalandaschwili", "ka"), ("stojaković", "sr"), ("karapetyan", "hy"), ("tsikhanouski", "be")],
)
def test_a_spelling_tells_whose_names_are_spelled_so(spelling: str, family: str) -> None:
    weights = load_model().shares.weigh(spelling)
    assert max(weights) == weights[NUMBERS[family]] == 0.0
    assert min(weights) < -3


def test_shares_are_of_what_was_counted() -> None:
    shares = Shares([count_latin({"anov": 3.0}), count_latin({"idis": 1.0})])
    assert shares.weigh("anov") == [0.0, pytest.approx(min(shares.weigh("anov")))]
    assert shares.weigh("idis")[1] == 0.0
    assert shares.weigh("idis")[0] < 0.0


def test_one_is_given_of_what_print_does_not_tell_apart() -> None:
    found = [one.text.replace("ё", "е") for one in originals("Kovalev", "ru")]
    assert "Ковалев" in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("spelling", "original"),
    [
        ("Kusainov", "құсайынов"),
        ("Valikhanov", "уәлиханов"),
        ("Zhusipov", "жүсіпов"),
        ("Seitov", "сейітов"),
    ],
)
def test_kazakh_names_are_met_as_russian_has_them(spelling: str, original: str) -> None:
    assert any(writes(load_scheme(one), original, spelling) for one in list_hybrids("kk"))


@pytest.mark.parametrize(
    ("lang", "names", "others"),
    [
        (
            "ru",
            "майоров зайончковский йоффе майя йылмаз дойч джиын бауыржан",
            "йрмак отченьашко горбатш глидсчук махкамбоы хоыт",
        ),
        (
            "uk",
            "плоский білоцький сергій палій мурав'йов йосипенко соловйов майя",
            "коцовский багріцкі покровській бузовськи бйчан йрмак отченьашко",
        ),
        (
            "be",
            "клаўс матэуш тадэвуш навумаў маёраў дар'я",
            "якимау трусау саулевіч йрмак кузньацоў каса'мацу хоыт",
        ),
        ("bg", "ъглов йовчев ботьо райков", "пуъсеп йрмак горбатш"),
        (
            "kk",
            "абай ойрат йоқ сейітов әуезов рауан қиын",
            "миқьелсонс касймов нйссанбаев амангелдй даұлет бәыш күрөнгкеев",
        ),
        ("az", "әлијев гасымов", "дандобй жаурйд"),
        ("tg", "раҳмон эмомалӣ", "руқаыя рахмань"),
        (
            "el",
            "παπανδρεου ουρανια αλκινοου ραϊσα ευφροσυνη",
            "εουδοξια οουμπερτος θρασιβοουλος κλεαρϋ μϊκης",
        ),
    ],
)
def test_no_name_of_a_language_has_such_letters(lang: str, names: str, others: str) -> None:
    pattern = "|".join(load_alphabets()[lang].impossible)
    assert [one for one in names.split() if re.search(pattern, f" {one} ")] == []
    assert [one for one in others.split() if not re.search(pattern, f" {one} ")] == []
