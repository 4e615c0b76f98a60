"""Cases: whether a word that may be a case of a name is one, or a woman, or another name."""

import re
from contextlib import suppress

from translit.forms import find_end, is_of_latin_original, part_tail
from translit.judging.beside import follows_office_in_case
from translit.judging.candidate import Candidate
from translit.judging.governing import find_governed, list_title_cases
from translit.judging.near import Near
from translit.languages import (
    KINDS,
    LanguageError,
    decline,
    gives_endings,
    make_feminine,
    read_case,
)
from translit.schemes import APOSTROPHES, fold, is_latin, swap_gender

# What sets an ending off: Hungarian *Trump-nak*, Finnish *EU:n*.
_JOINED = re.compile(r"[-\u2011:]([^\W\d_A-Z]++)")
# An ending of so many letters is not met on another's family name: *Putinem*, but *Putini*.
_SURE_ENDING = 2
_LONGEST_OF_PEOPLE = 3  # letters of an ending of a people: *Ukrajin-ce*


def has_unfit_ending(candidate: Candidate, near: Near) -> bool:
    """Tell whether an ending after a joint would not suit the new name: Hungarian *Zelenskyy-vel*,
    which would be *Zelenszkijjel*."""
    page, last = candidate.page, candidate.pieces[-1]
    joined = _JOINED.match(page.text, candidate.end)
    if joined is None or not candidate.is_changed or not page.speech.declines:
        return False
    if candidate.reading.cases:
        return True  # it has an ending already
    kind = last.part if candidate.is_person else candidate.known.entity.kind
    if kind not in KINDS:
        return False
    lang, ending = page.speech.code, joined[1]
    of_old = decline(candidate.written(last), lang, kind, foreign=True)
    own = candidate.output.split()[-1]
    of_new = decline(own, lang, kind, foreign=is_of_latin_original(candidate.known))
    # *Moscow-val*: by its letters it would be *Moscow-wal*
    known = (form for forms in (of_old, of_new) for listed in forms.values() for form in listed)
    if not any(form.endswith(ending) for form in known):
        return False  # no ending of a case: *Putin-barát*
    # The joint stays, so the new name must have one: *Zelenszkijnek* has none.
    return not any(own + joined[0] in listed for listed in of_new.values())


def is_doubtful_nominative(found: Candidate, declined: Candidate) -> bool:
    """Tell whether a word that is spelled as a name may rather be a case of it: what the language
    prints ends otherwise, *Lukašenko*, and is another word in the case, *Lukašenka*.
    """
    lang, own = found.page.speech.code, found.output.split()[-1]
    if declined.output == found.output or declined.end != found.end:
        return False  # German *Kharkivs*
    if gives_endings(lang):
        return False
    return find_end(found.text, lang) != find_end(own, lang)


def stands_bare_after_preposition(candidate: Candidate, near: Near) -> bool:
    """Tell whether a foreign spelling stands in no case where its own form would: Czech *s
    Zelensky*, which is *se Zelenským*.

    What is one in both is none of it: *v Kyiv* may be *v Kyjev*.
    """
    reading, page = candidate.reading, candidate.page
    if reading.cases or not candidate.is_changed or not page.speech.declines:
        return False
    governed, is_direct = find_governed(page, candidate.first)
    if not is_direct:
        governed = frozenset()
    if not governed and not reading.full and _follows_office_in_case(candidate):
        governed = list_title_cases(page, candidate.first - 1)
    if not governed:
        return False
    entity = candidate.known.entity
    kind = "family" if candidate.is_person else entity.kind
    own = candidate.output.split()[-1]
    if kind not in KINDS:
        return False
    gender = entity.gender if candidate.is_person else None
    foreign = is_of_latin_original(candidate.known)
    forms = decline(own, page.speech.code, kind, gender, foreign=foreign)
    return bool(forms) and not any(own in forms.get(case, ()) for case in governed)


def is_sure_case(candidate: Candidate, near: Near) -> bool:
    """Tell whether a word is surely this man's name in a case."""
    if candidate.reading.cases:
        return _agrees_with_office(candidate) and _is_sure_in_its_language(candidate, near)
    if _is_womans_form(candidate):
        return _has_given_in_womans_form(candidate)
    if candidate.reading.full:
        return True
    present = candidate.known.id in near.belief.present
    if _may_be_a_woman(candidate):
        if _is_own_case(candidate) and candidate.known.id not in near.belief.rewritten:
            return False  # *Putina*: a woman, unless the text leaves *Władimir* too
        contested = any(
            (candidate.known.id, family) in near.ledger.contested
            for family in candidate.reading.families
        )
        return present and not contested and not _speaks_of_a_woman(candidate, near)
    return present or (candidate.known.entity.alone and not _is_known_otherwise(candidate))


def _is_sure_in_its_language(candidate: Candidate, near: Near) -> bool:
    """Tell whether words in a case of the text's own language are surely this name.

    A man's genitive is often a woman's nominative, *Putina*, and a name in a case an ordinary word:
    then he is named in full, and no woman of that name is.
    """
    if candidate.reading.full:
        return True
    is_governed = bool(find_governed(candidate.page, candidate.first)[0])
    if candidate.is_changed and candidate.reading.is_mixed and not is_governed:
        return False  # *Варни*, as Ukrainian declines Varna, is a man in Russian
    if candidate.is_person and (is_governed or has_title_in_case(candidate)):
        return True  # no woman's nominative: *od Putina*, *generała Putina*
    if candidate.is_changed and (_is_of_a_people(candidate) or _is_possessive_of_a_man(candidate)):
        return False
    is_named = candidate.known.id in near.ledger.named
    if candidate.reading.is_ordinary and _may_be_the_word(candidate):
        return is_named or candidate.known.id in near.belief.present
    if not candidate.is_person or candidate.known.entity.gender != "m":
        return True
    if not _is_like_a_womans(candidate) or _has_one_form(candidate):
        return True
    if not _may_have_a_womans_form(candidate) or _is_womans_when_changed(candidate):
        return True
    return is_named and not _speaks_of_a_woman(candidate, near)


def has_title_in_case(candidate: Candidate) -> bool:
    """Tell whether a man's title stands before a name in one of its cases: *generała Budanowa*."""
    page, at = candidate.page, candidate.first
    if not at or not page.follows_in_line(at):
        return False
    if not list_title_cases(page, at - 1).isdisjoint(candidate.reading.cases):
        return True
    return _follows_office_in_case(candidate)


def fits_preposition(candidate: Candidate) -> bool:
    """Tell whether a name stands in a case of the preposition before it: *na Sakhaline*."""
    governed = find_governed(candidate.page, candidate.first)[0]
    return not governed.isdisjoint(candidate.reading.cases)


def _agrees_with_office(candidate: Candidate) -> bool:
    """Tell whether a family name may be in the case of the office before it, if one is: Polish
    *prezydenta Lukashenka* is no instrumental without its mark."""
    if candidate.reading.full or not _follows_office_in_case(candidate):
        return True
    cases = list_title_cases(candidate.page, candidate.first - 1)
    return not cases or not cases.isdisjoint(candidate.reading.cases)


def _follows_office_in_case(candidate: Candidate) -> bool:
    """Tell whether an office of the man stands before his name, in a case."""
    entity = candidate.known.entity
    is_man = entity.kind == "person" and entity.gender == "m"
    return is_man and follows_office_in_case(candidate.page, candidate.known, candidate.first)


def _is_of_a_people(candidate: Candidate) -> bool:
    """Tell whether a place in a case is spelled as a country's people are: *Ukrajince*."""
    page, known = candidate.page, candidate.known
    if known.entity.kind != "place" or known.id in page.lexicon.countries:
        return False
    key = fold(candidate.text)
    stems = page.speech.country_stems
    return any(key[:length] in stems for length in range(len(key) - _LONGEST_OF_PEOPLE, len(key)))


def _is_possessive_of_a_man(candidate: Candidate) -> bool:
    """Tell whether a woman's name without its mark may be what is his: *Putinovy dcery*."""
    if not candidate.is_person or candidate.known.entity.gender != "f":
        return False
    piece = next(piece for piece in candidate.pieces if piece.part == "family")
    base = candidate.reading.bases[candidate.pieces.index(piece)]
    if not base.isascii():
        return False
    find_bearers = candidate.page.lexicon.find_bearers
    return any(
        known.entity.kind == "person" and known.entity.gender == "m"
        for read in read_case(candidate.written(piece), candidate.page.speech.code, {"derived"})
        for _, known in find_bearers(fold(read.base))
    )


def _may_be_the_word(candidate: Candidate) -> bool:
    """Tell whether an ordinary word stands there: *Rady*, of a word, or at the start *Buczy*.

    Lists of words have the cases of names, *Berlinie*, but not the names.
    """
    page = candidate.page
    return page.is_ordinary(candidate.reading.bases[0]) or page.starts_sentence(candidate.first)


def _is_womans_form(candidate: Candidate) -> bool:
    """Tell whether a man's case is letter for letter a woman's name: *Ławrowa, Putina*."""
    piece = next(piece for piece in candidate.pieces if piece.part == "family")
    key = fold(candidate.written(piece))
    # *s* is the nominative of Latvian and Lithuanian men: *Lavrovs*, of whom *Lavrova* is a case
    return (
        piece.meant != ""
        and key[-1] == "a"
        and key[:-1] in (piece.meant, piece.meant.removesuffix("s"))
    )


def _has_given_in_womans_form(candidate: Candidate) -> bool:
    """Tell whether his given name stands there in the same case: *Siergieja Ławrowa*."""
    name = candidate.known.entity.name
    given = [candidate.written(p) for p in candidate.pieces if p.part == "given"]
    own = "" if isinstance(name, str) else fold(name.given)
    return any(fold(word)[-1] == "a" and not own.endswith("a") for word in given)


def _may_be_a_woman(candidate: Candidate) -> bool:
    """Tell whether a case ends as women's names do: *Zelenskylla*."""
    return candidate.pieces[-1].ending == "" and _ends_as_a_womans(candidate)


def _ends_as_a_womans(candidate: Candidate) -> bool:
    endings = candidate.page.lexicon.name_endings["womans_letters"]
    return candidate.text.lower().endswith(endings)


def _is_like_a_womans(candidate: Candidate) -> bool:
    """Tell whether a man's name in a case is what a woman of that name is called: *Putina*.

    *Zelenskyega* is no woman's: of her the name would be *Zelenska*. Nor is what has a joint,
    *Lukashenko'ya*.
    """
    place = next(at for at, piece in enumerate(candidate.pieces) if piece.part == "family")
    written = candidate.written(candidate.pieces[place])
    if not _ends_as_a_womans(candidate) or any(letter in APOSTROPHES for letter in written):
        return False
    lang, key = candidate.page.speech.code, fold(written)
    if is_latin(key[-1]):
        tails = candidate.page.lexicon.name_endings["feminine_endings"]
        if part_tail(key, lang)[1] not in tails:
            return False  # *Zelenskyja*
    base = fold(candidate.reading.bases[place])
    stem = part_tail(base, lang)[0]
    if base == stem and is_latin(key[-1]) and len(key) > len(base) + 1 and key.startswith(base):
        return False  # Finnish *Khrushchevia*: a woman's has one letter more
    return not key.startswith(stem) or part_tail(key, lang)[0] == stem


def _may_have_a_womans_form(candidate: Candidate) -> bool:
    """Tell whether women of that name bear another one, in any of its languages: not *Saakashvili*,
    of whom *Saakashvilia* can only be a case."""
    natives = candidate.known.entity.native.items()
    return not natives or any(
        isinstance(native, str) or swap_gender(native.family, lang) or is_latin(native.family[0])
        for lang, native in natives
    )


def _is_womans_when_changed(candidate: Candidate) -> bool:
    """Tell whether what a man's name in a case becomes is what a woman of that name is called too:
    Ukrainian *Єльцина* for the Russian *Ельцина*, Slovene *Prigožina*, whoever it is."""
    if not candidate.is_changed or not candidate.reading.base_output:
        return False
    lang = candidate.page.speech.code
    own, output = (one.split()[-1] for one in (candidate.reading.base_output, candidate.output))
    if output in swap_gender(own, lang):
        return True
    if (
        gives_endings(lang)
        and part_tail(fold(output), lang)[1] == part_tail(fold(candidate.family), lang)[1]
    ):
        return True  # Latvian *Makrona* is of him, and she
    if output[:-1] != own or make_feminine(own, lang)[0] != own:
        return False
    natives = [
        (native.family, of)
        for of, native in candidate.known.entity.native.items()
        if not isinstance(native, str) and not is_latin(native.family[0])
    ]
    return bool(natives) and all(
        any(woman[:-1] == man for woman in swap_gender(man, of)) for man, of in natives
    )


def _has_one_form(candidate: Candidate) -> bool:
    """Tell whether women of that name bear it as men do, and nothing is changed: *Trumpa*.

    Or only the letters of a neighbour: *Ердогана* in Russian.
    """
    is_respelled = candidate.is_changed and not candidate.reading.keeps_script
    if is_respelled or not is_of_latin_original(candidate.known):
        return False
    lang, native = next(iter(candidate.known.entity.native.items()), ("", ""))
    if isinstance(native, str):
        return True
    with suppress(LanguageError):  # of most languages nothing is known
        if make_feminine(native.family, lang)[0] != native.family:
            return False
    return not swap_gender(native.family, lang)


def _is_own_case(candidate: Candidate) -> bool:
    """Tell whether the name itself is canonical, and foreign by its ending alone: *Lavrova*."""
    return fold(candidate.output) == candidate.pieces[-1].meant


def _is_known_otherwise(candidate: Candidate) -> bool:
    """A known word is a case of a name only where the name is foreign too: *Łukaszenki*."""
    piece = candidate.pieces[-1]
    key = candidate.word(piece).key
    short = len(key) - len(piece.meant) < _SURE_ENDING
    return short and _is_own_case(candidate) and candidate.page.lexicon.is_known_word(key)


def _speaks_of_a_woman(candidate: Candidate, near: Near) -> bool:
    """Tell whether the text says *she* or *wife*, or names another woman whom a table knows."""
    own = {candidate.page.words[at].key for at in candidate.words}
    return bool(near.ledger.women - own)
