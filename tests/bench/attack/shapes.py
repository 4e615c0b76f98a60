"""The shapes that print, the web and machines give to a name, and what stands around it."""

import random
import unicodedata
from collections.abc import Callable, Sequence

Shape = Callable[[Sequence[str], random.Random], str]

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
APOSTROPHES = "'’ʼ`´ʹ‘′"
_GAPS = (" ", " ", "\u00a0", "  ", "\n", "\t", "-", "\u2010", "\u202f", " \n", "\r\n", "\n\n")
_ENDINGS = (
    "a", "i", "u", "ą", "em", "iego", "ego", "emu", "ie", "owi", "ového", "ová", "om", "ovi", "y",
    "n", "in", "lla", "ssa", "sta", "en", "s", "er", "nak", "ban", "ra", "ova", "owa", "ska", "ům",
    "ul", "ului", "ja", "ju", "is", "as", "es", "t", "in", "e", "o",
)  # fmt: skip
_HOMOGLYPHS = str.maketrans("aeopcxyAEOPCXTHKMB", "аеорсхуАЕОРСХТНКМВ")


def _joined(words: Sequence[str], draw: random.Random) -> str:
    return " ".join(words)


def _last(words: Sequence[str], draw: random.Random) -> str:
    return words[-1]


def _initials(words: Sequence[str], draw: random.Random) -> str:
    letters = [f"{word[0]}." for word in words[:-1] if word]
    if draw.random() < 0.3:
        letters.append(f"{draw.choice('ABGKNPSVАВ')}.")
    return draw.choice((" ", "", "\u00a0")).join(letters) + " " * bool(letters) + words[-1]


def _initials_behind(words: Sequence[str], draw: random.Random) -> str:
    letters = " ".join(f"{word[0]}." for word in words[:-1] if word)
    middle = f" {draw.choice('NGVSP')}." if draw.random() < 0.4 else ""
    given = letters if draw.random() < 0.5 else " ".join(words[:-1])
    return f"{words[-1]}{draw.choice((' ', ', '))}{given}{middle}"


def _family_first(words: Sequence[str], draw: random.Random) -> str:
    return draw.choice((" ", ", ")).join([words[-1], " ".join(words[:-1])]).strip(" ,")


def _capitals(words: Sequence[str], draw: random.Random) -> str:
    chosen = [word.upper() if draw.random() < 0.7 else word for word in words]
    return " ".join(chosen)


def _small(words: Sequence[str], draw: random.Random) -> str:
    return " ".join(words).lower()


def _decomposed(words: Sequence[str], draw: random.Random) -> str:
    return unicodedata.normalize(draw.choice(("NFD", "NFKD", "NFKC")), " ".join(words))


def _possessive(words: Sequence[str], draw: random.Random) -> str:
    return " ".join(words) + draw.choice(APOSTROPHES) + draw.choice(("s", "s", "", "S"))


def _plural(words: Sequence[str], draw: random.Random) -> str:
    return " ".join(words) + draw.choice(("s", "es", "s'", "s’", "-s"))


def _hyphenated(words: Sequence[str], draw: random.Random) -> str:
    name = draw.choice((words[-1], " ".join(words)))
    return draw.choice(("pro-{}", "{}-led", "anti-{}", "ex-{}", "{}-{}", "Non-{}", "{}–{}")).format(
        name, words[0]
    )


def _invisible_inside(words: Sequence[str], draw: random.Random) -> str:
    return _insert(" ".join(words), draw.choice(INVISIBLE), draw)


def _invisible_around(words: Sequence[str], draw: random.Random) -> str:
    sign = draw.choice(INVISIBLE)
    return draw.choice(("{}" + sign, sign + "{}", "{}" + sign * 2 + "'s")).format(" ".join(words))


def _mixed_scripts(words: Sequence[str], draw: random.Random) -> str:
    name = " ".join(words)
    at = draw.randrange(len(name) + 1)
    return name[:at] + name[at : at + 3].translate(_HOMOGLYPHS) + name[at + 3 :]


def _damaged(words: Sequence[str], draw: random.Random) -> str:
    name = " ".join(words)
    for _ in range(draw.choice((1, 1, 2))):
        at = draw.randrange(1, max(2, len(name)))
        name = draw.choice(
            (
                name[:at] + name[at + 1 :],
                name[:at] + name[at : at + 1] * 2 + name[at + 1 :],
                name[:at] + draw.choice("aeiounrtk") + name[at + 1 :],
                name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
            )
        )
    return name


def _other_gaps(words: Sequence[str], draw: random.Random) -> str:
    return draw.choice(_GAPS).join(words)


def _in_a_case(words: Sequence[str], draw: random.Random) -> str:
    end = draw.choice(_ENDINGS)
    cut = draw.choice((0, 0, 1))
    chosen = [word[: len(word) - cut] + end if draw.random() < 0.7 else word for word in words]
    return " ".join(chosen)


def _other_apostrophes(words: Sequence[str], draw: random.Random) -> str:
    sign = draw.choice(APOSTROPHES)
    name = " ".join(words)
    if not any(c in name for c in APOSTROPHES):
        return _insert(name, sign, draw)
    return "".join(sign if c in APOSTROPHES else c for c in name)


def _joined_up(words: Sequence[str], draw: random.Random) -> str:
    return draw.choice(("", ".", "/", "_", "&", "+", "·")).join(words)


def _doubled(words: Sequence[str], draw: random.Random) -> str:
    name = " ".join(words)
    return draw.choice(
        (f"{name} {name}", f"{words[-1]} {name} {words[-1]}", f"{name} {words[-1]}",
         f"{' '.join(reversed(words))} {words[0]}", f"{words[0]} {name}")
    )  # fmt: skip


def _cut(words: Sequence[str], draw: random.Random) -> str:
    name = " ".join(words)
    start, end = sorted((draw.randrange(len(name) + 1), draw.randrange(len(name) + 1)))
    return name[start:end]


def _insert(name: str, sign: str, draw: random.Random) -> str:
    at = draw.randrange(len(name) + 1)
    return name[:at] + sign + name[at:]


SHAPES: Sequence[Shape] = (
    _joined, _joined, _joined, _last, _last, _initials, _initials_behind, _family_first, _capitals,
    _small, _decomposed, _possessive, _plural, _hyphenated, _invisible_inside, _invisible_around,
    _mixed_scripts, _damaged, _other_gaps, _in_a_case, _other_apostrophes, _joined_up, _doubled,
    _cut,
)  # fmt: skip

FRAMES = (
    "{}", "{}", "{}", "({})", "“{}”", "\"{}\"", "'{}'", "‘{}’", "«{}»", "„{}“", "*{}*", "**{}**",
    "_{}_", "[{}]", "[{}](a.html)", "<b>{}</b>", "{}:", "{}?", "{} said:", "Mr {}", "Mrs {}",
    "Ms. {}", "President {}", "the {}", "The {}s", "a {}", "de {}", "d’{}", "l'{}", "van {}",
    "{} (now {})", "{}, formerly {}", "formerly {}", "{} (today {})", "{} or {}", "born {}",
    "{}, also spelled {}", "Belarusian: {}", "Ukrainian: {}; Russian: {}", "changed {} to {}",
    "Saint {}", "{} Street", "{} Times", "University of {}", "Hotel {}", "FC {}", "{} II", "{} Jr",
    "{}, 26,", "{}, a baker,", "{}, Texas", "{} is in Ukraine", "Ukraine's {}", "{} in Russia",
    "{} - Concerto", "{} – {}", "{} and {}", "{}, {} and {}", "{}/{}", "{} {}", "{}\n{}", "{}. {}",
    "{}—{}", "{}; {}", "- {}\n- {}\n", "# {}\n\n{}", "> {}", "| {} | {} |", "“{} and {}”",
    "1. {}\n", "Siege of {}", "chicken {}", "Petro {}", "Olena {}", "John {}", "{} Smith", "A. {}",
    "I. V. {}", "{}'s {}", "{}: “{}”", "@ {}", "{}…", "“{}", "({}", "{})", "KYIV ({}) –",
    "NEWS OF {} TODAY", "\u202b{}\u202c", "שלום {}", "{} 日本", "{}😀", "x{}", "{}x", "{}1", "1{}",
    ".{}", "{}.",
)  # fmt: skip

PROTECTED = (
    "https://example.org/{}", "http://{}.ua/a?b={}", "www.{}.com/{}", "{}@example.org", "@{}",
    "#{}", "`{}`", "<a title=\"{}\">", "/news/{}", "/news/{}/2024", "D:\\{}", "a/{}.html", "{}.txt",
    "Europe/{}", "${}", "{{{{ {} }}}}", "${{{}}}", "img_{}.png", "ftp://x.org/{}", "./{}/b.txt",
    "~/{}/x", "%{}%",
)  # fmt: skip

SENTENCES = (
    "Prezydent {} spotkał się z {} w mieście {}.", "Rozmowa {} i {} trwała godzinę.",
    "Der Präsident {} traf gestern {} in {}.", "Die Rede von {} gefiel {} nicht.",
    "Le président {} a rencontré {} à {}.", "Le discours de {} devant {}.",
    "El presidente {} se reunió con {} en {}.", "Il presidente {} ha incontrato {} a {}.",
    "Prezident {} se setkal s {} v {}.", "Presidentti {} tapasi {} kaupungissa {}.",
    "President {} träffade {} i {}.", "Президент {} встретился с {} в городе {}.",
    "Президент {} зустрівся з {} у місті {}.", "Президентът {} се срещна с {}.",
    "Cumhurbaşkanı {} ile {} {} kentinde görüştü.", "{} elnök találkozott {} úrral.",
    "Президент {} сустрэўся з {}.", "Ο πρόεδρος {} συνάντησε τον {}.", "الرئيس {} التقى {}.",
    "President {} met {} in {} on Monday.", "{} told reporters that {} had left {}.",
    "In {}, {} was seen with {}.", "Därför sade {} att {} var där.", "Seul {} le savait.",
    "He wrote that {} “was never in {}”, as {} had claimed.",
)  # fmt: skip
