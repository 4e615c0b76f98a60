"""Preferring: which of several readings of one span something speaks for more strongly."""

from collections.abc import Callable, Sequence
from functools import partial

from translit.judging.beside import is_title
from translit.judging.candidate import Candidate
from translit.judging.cases import is_sure_case
from translit.judging.near import Near
from translit.judging.reasons import Reason
from translit.judging.surroundings import follows_title, is_told_by_calling, stands_by_title
from translit.lexicon import is_printed
from translit.tables import spell_out

_ENTITY = "entity "
_BESIDE = 3  # words: *Tšetšenian johtaja Kadyrow*

Verdict = tuple[Candidate, Reason | None]
"""A reading, and why it is refused, if it is."""


def prefer(fit: list[Candidate], near: Near) -> list[Candidate]:
    """Narrow readings of one span to those that something speaks for more strongly."""
    if len(fit) < 2:
        return fit
    fit = _keep(partial(_is_surer_than_former, fit), fit)
    strongest = max(one.known.layer for one in fit)
    for test in (
        lambda one: one.known.layer == strongest,
        lambda one: one.reading.source not in ("former", "other"),
        lambda one: one.reading.source != "style",  # a scheme explains more than another style
        _is_named_in_full,
    ):
        fit = _keep(test, fit)
    if len({one.known.id for one in fit}) == 1:
        return _keep(_is_as_printed, _leave_out_strange_bases(fit))
    # What will be written counts where nothing that stands there has told.
    for stands in (near.without_written(), near):
        fit = _keep(partial(_is_told_in_full, stands), fit)
        fit = _keep(partial(_has_word_near, stands), fit)
        fit = _keep(lambda one: one.known.entity.alone, fit)
        fit = _keep(partial(_has_country, stands), fit)
    return fit


def find_whoever(verdicts: Sequence[Verdict], near: Near) -> list[Candidate]:
    """Return who is meant of several of whom nothing but a title and the country tells, if any.

    In another language than English all who bear a name are printed alike: *Tšetšenian johtaja
    Kadyrow*, whoever he is, becomes *Kadyrov* in Finnish. The spelling means nothing else. Letters
    tell enough if the language has them in no name: *Сирським* in Russian. English prints them
    each in his own way: put into German, *trainer Wulf* need be no Wulff.
    """
    ones = [one for one, reason in verdicts if reason == "short-form" and not is_unprinted(one)]
    are_strange = bool(ones) and all(one.reading.is_strange for one, _ in verdicts)
    unprinted = [one for one, _ in verdicts if is_unprinted(one)] if are_strange else []
    if len(ones) + len(unprinted) < len(verdicts) or not _are_printed_alike(ones, unprinted):
        return []
    if any(one.reading.is_translated for one in (*ones, *unprinted)):
        return []
    return [
        one
        for one in ones
        # A man's *Кириенко* has a case in Ukrainian, and a woman's none.
        if (
            (are_strange and not (one.reading.cases and one.name == one.text))
            or stands_by_title(one)
            or (_has_title_beside(one) and near.hears_country(one))
        )
        and (not one.reading.cases or is_sure_case(one, near))
    ][:1]


def is_unprinted(one: Candidate) -> bool:
    """Tell whether a row does not say how the language prints a name that is surely not its own."""
    return one.reading.is_strange and not (one.is_changed or one.reading.is_unmade)


def list_owners(one: Candidate, verdicts: Sequence[Verdict], near: Near) -> list[Candidate]:
    """Return whose canonical name it is that would be changed, if they may be meant as well.

    Words near it prefer the one or the other: *Litvinenko* stays, and is no *Lytvynenko*. That
    nothing speaks for the spy does not say that he is not meant, but for a title before the name
    of who is changed, or a row that says that the family name alone is that one's.
    In other languages than English nobody is printed so whose name another convention makes.
    """
    if not (one.is_person and one.is_changed) or one.reading.full:
        return []
    if one.known.id in near.ledger.named:
        return []
    is_told = one.known.entity.alone or follows_title(one) or not one.page.speech.is_english
    may_be_meant = {None} if is_told else {None, "short-form"}
    return [
        other
        for other, reason in verdicts
        if other.known.id != one.known.id
        and other.is_person
        and not other.is_changed
        and reason in may_be_meant
    ]


def _has_title_beside(one: Candidate) -> bool:
    """Tell whether a title stands a few words before a name or after it, in its sentence."""
    sentence = one.page.find_sentence(one.start)
    beside = range(
        max(sentence.start, one.first - _BESIDE), min(sentence.stop, one.last + 1 + _BESIDE)
    )
    nouns = one.page.speech.writes_nouns_with_capitals
    return any(
        is_title(one.page, one.known, at) and (nouns or not one.page.words[at].is_capital)
        for at in beside
        if not one.first <= at <= one.last
    )


def _are_printed_alike(ones: Sequence[Candidate], unprinted: Sequence[Candidate]) -> bool:
    """Tell whether several persons become the same, and a spelling is no other name or word; of
    those that are `unprinted` no row says what they become."""
    if not ones or ones[0].page.speech.is_english or len({one.output for one in ones}) > 1:
        return False
    if any(not one.is_changed or one.reading.is_shared_family for one in ones):
        return False
    ids = {one.known.id for one in (*ones, *unprinted)}
    lexicon = ones[0].page.lexicon
    return all(
        other.removeprefix(_ENTITY) in ids and other.startswith(_ENTITY)
        for one in ones
        for other in lexicon.alone.find_others(one.known, one.name)
    )


def _is_surer_than_former(fit: list[Candidate], one: Candidate) -> bool:
    """Tell whether it stands by itself, if a former name that does so is spelled alike.

    *Dnepropetrovsk* by itself is the city that was called so, and not the region around it.
    """
    alone = one.known.entity.alone
    return alone or not any(o.reading.source == "former" and o.known.entity.alone for o in fit)


def _is_named_in_full(one: Candidate) -> bool:
    """Tell whether given and family name are there, or words that are one: *Mahmoud Abbas*."""
    reading = one.reading
    is_one = len(reading.pieces) > 1 and not one.known.find_words("given")
    return reading.full and (reading.has_given or is_one)


def _is_as_printed(one: Candidate) -> bool:
    """Tell which reading of one entity counts: its row says what a language prints, or nothing.

    Czech has *Lvov*, though its convention would make *Lviv* of the original. A name in a case that
    may be right is: *Donbasu* is of Donbas, and not of a *Donbass* in another case.
    """
    is_told = one.page.speech.code in one.known.entity.names and not one.reading.cases
    return (one.is_changed or one.reading.is_unmade) == is_told


def _is_told_in_full(near: Near, one: Candidate) -> bool:
    """Tell whether a full name's calling is beside it: *the tennis player Andrej Rubljow*."""
    return _is_named_in_full(one) and is_told_by_calling(one, near)


def _leave_out_strange_bases(fit: list[Candidate]) -> list[Candidate]:
    """Leave out base forms that the language would not print, beside the English name in the case.

    Czech *v Beirutu* is a case of *Beirut*, not of *Beiruta*, nor Slovak *v Caire* one of a *Cair*.
    """
    english = [
        one.name
        for one in fit
        if one.reading.cases
        and (one.is_changed or one.reading.is_unmade)
        and one.name in _list_english(one)
    ]
    return [
        one
        for one in fit
        if not any(one.name.startswith(name) or not _is_printed(one) for name in english)
        or one.name in english
    ]


def _list_english(one: Candidate) -> tuple[str, ...]:
    """Return the English name of an entity, and the family name of a person."""
    name = one.known.entity.name
    return (name,) if isinstance(name, str) else (spell_out(name), name.family)


def _is_printed(one: Candidate) -> bool:
    """Tell whether the language of the text may print the words of a base form."""
    if not one.reading.cases:
        return True
    return all(
        piece.spelling is None or is_printed(piece.spelling, base, one.page.speech.code)
        for piece, base in zip(one.pieces, one.reading.bases, strict=True)
    )


def _has_word_near(near: Near, one: Candidate) -> bool:
    return near.holds(one, (*one.known.entity.near, *one.known.entity.place))


def _has_country(near: Near, one: Candidate) -> bool:
    return near.hears_country(one)


def _keep(test: Callable[[Candidate], bool], fit: list[Candidate]) -> list[Candidate]:
    """Return those that pass a test; all, if none does."""
    if len(fit) < 2:
        return fit
    return [one for one in fit if test(one)] or fit
