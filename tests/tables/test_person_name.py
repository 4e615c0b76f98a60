"""Which word of a name is what."""

import pytest

from translit.tables import Entity, PersonName

CASES = [
    # field, language, string, parts given-patronymic-family, full as written
    ("name", "", "Alexander Lukashenko", ("Alexander", "", "Lukashenko"), None),
    ("name", "", "Pelé", ("", "", "Pelé"), None),
    ("native", "ru", "Александр Григорьевич Лукашенко",
     ("Александр", "Григорьевич", "Лукашенко"), None),
    ("native", "hu", "Orbán Viktor", ("Viktor", "", "Orbán"), None),
    ("native", "vi", "Nguyễn Phú Trọng", ("Phú Trọng", "", "Nguyễn"), None),
    ("native", "zh", "习近平", ("近平", "", "习"), None),
    ("native", "zh", "欧阳 修", ("修", "", "欧阳"), "欧阳修"),
    ("native", "zh-Hant", "蔡英文", ("英文", "", "蔡"), None),
    ("native", "ko", "김정은", ("정은", "", "김"), None),
    ("native", "ja", "安倍 晋三", ("晋三", "", "安倍"), "安倍晋三"),
    # Where the family name of 安倍晋三 ends cannot be told: the name stays whole.
    ("native", "ja", "安倍晋三", ("", "", "安倍晋三"), None),
    ("reading", "zh", "Xí Jìnpíng", ("Jìnpíng", "", "Xí"), None),
    ("written", "ru", "Джо Байден", ("Джо", "", "Байден"), None),
    ("written", "zh", "乔·拜登", ("乔", "", "拜登"), None),
    ("written", "zh", "拜登", ("", "", "拜登"), None),
    ("written", "ja", "ジョー・バイデン", ("ジョー", "", "バイデン"), None),
    ("written", "ko", "조 바이든", ("조", "", "바이든"), None),
    ("written", "hu", "Joe Biden", ("Joe", "", "Biden"), None),
]  # fmt: skip


@pytest.mark.parametrize(("field", "language", "text", "parts", "full"), CASES)
def test_parts_of_a_string(
    field: str, language: str, text: str, parts: tuple[str, str, str], full: str | None
) -> None:
    fields = {"kind": "person", "name": "X", field: {language: text} if language else text}
    value = getattr(Entity.from_fields("x", fields), field)
    name = value[language] if language else value
    assert (name.given, name.patronymic, name.family) == parts
    assert name.full == (full or text)


PARTICLES = [
    # field, language, string, given names and patronymic, particles, family name
    ("name", "", "Khaled al-Masmoudi", "Khaled", "al-", "Masmoudi"),
    ("reading", "ar", "Ḫālid al-ʿAuda", "Ḫālid", "al-", "ʿAuda"),
    ("native", "ru", "Халед аль-Масмуди", "Халед", "аль-", "Масмуди"),
    ("name", "", "Sophie van Houtenberg", "Sophie", "van", "Houtenberg"),
    ("name", "", "Abu Bakr el-Fasi", "Abu Bakr", "el-", "Fasi"),
    ("name", "", "Pierre d’Arcy", "Pierre", "d’", "Arcy"),
    ("native", "uk", "Софія де Гаага", "Софія", "де", "Гаага"),
    # None of these is a particle, and Georgian letters are all small.
    ("name", "", "Sean O'Hara", "Sean", "", "O'Hara"),
    ("name", "", "Abd al-Rahman Fasi", "Abd al-Rahman", "", "Fasi"),
    ("name", "", "bell hooks", "bell", "", "hooks"),
    ("name", "", "Jean-Luc Bi-chon", "Jean-Luc", "", "Bi-chon"),
    ("name", "", "Ada lo-fi", "Ada", "", "lo-fi"),
    ("native", "ka", "გიორგი დე-კვარათაშვილი", "გიორგი", "", "დე-კვარათაშვილი"),
]


@pytest.mark.parametrize(("field", "language", "text", "given", "particles", "family"), PARTICLES)
def test_small_words_and_beginnings_are_particles(
    field: str, language: str, text: str, given: str, particles: str, family: str
) -> None:
    fields = {"kind": "person", "name": "X", field: {language: text} if language else text}
    value = getattr(Entity.from_fields("x", fields), field)
    name = value[language] if language else value
    assert f"{name.given} {name.patronymic}".strip() == given
    assert (name.particles, name.family, name.full) == (particles, family, text)


def test_words_in_written_order() -> None:
    leyen = PersonName("Ursula Gertrud", family="Leyen", particles="von der")
    assert leyen.words() == (
        ("given", "Ursula"),
        ("given", "Gertrud"),
        ("particle", "von"),
        ("particle", "der"),
        ("family", "Leyen"),
    )
    assert leyen.full == "Ursula Gertrud von der Leyen"
    assert PersonName("Bashar", family="Assad", particles="al-").full == "Bashar al-Assad"
    assert PersonName("Viktor", family="Orbán", order="family-first").full == "Orbán Viktor"
    assert PersonName("근혜", family="박", order="family-first").full == "박근혜"


def test_parts_follow_the_order_of_their_language() -> None:
    parts = {"family": "习", "given": "近平"}
    fields = {"kind": "person", "name": "Xi", "native": {"zh": parts}, "written": {"ja": parts}}
    xi = Entity.from_fields("xi", fields)
    assert xi.native["zh"] == PersonName("近平", family="习", order="family-first")
    assert xi.written["ja"] == PersonName("近平", family="习")


def test_names_of_places_stay_whole() -> None:
    fields = {"kind": "place", "name": "New York City Hall", "native": {"zh": "北京"}}
    place = Entity.from_fields("x", fields)
    assert (place.name, place.native["zh"]) == ("New York City Hall", "北京")
