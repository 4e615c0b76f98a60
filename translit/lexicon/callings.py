"""Callings: what is said of a person's work and rank, by language: his titles, and his field."""

from functools import lru_cache

from translit.languages import ENGLISH
from translit.lexicon.known import Known
from translit.lexicon.layer import Layer
from translit.schemes import fold
from translit.tables import FORMER, list_titles


class Callings:
    """The callings of persons, by the offices of a layer, which are read when first asked for."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self.list_titles = lru_cache(maxsize=4096)(self._list_titles)
        self.list_field_words = lru_cache(maxsize=4096)(self._list_field_words)

    def _list_titles(self, known: Known, lang: str, *, in_cases: bool = True) -> tuple[str, ...]:
        """Return the titles of a person, folded: English ones, and those of a language.

        Without `in_cases` those of the language only in the nominative.

        >>> from translit.lexicon import open_lexicon
        >>> lexicon = open_lexicon((), default_tables=True)
        >>> putin = lexicon.find_entity("vladimir-putin")
        >>> [title in lexicon.list_titles(putin, "de") for title in ("president", "prasidenten")]
        [True, True]
        """
        entity = known.entity
        said = list(entity.titles)
        for one in dict.fromkeys((ENGLISH, lang)) if entity.offices else ():
            said += list_titles(
                self._layer.offices, entity.offices, one, entity.gender, in_cases=in_cases
            )
        said += [title.replace("-", " ") for title in said if "-" in title]  # words of a page
        return tuple(dict.fromkeys(" ".join(map(fold, title.split())) for title in said))

    def _list_field_words(self, known: Known, lang: str) -> tuple[str, ...]:
        """Return what English and a language speak of where persons of one's calling are.

        >>> from translit.lexicon import open_lexicon
        >>> lexicon = open_lexicon((), default_tables=True)
        >>> "NHL" in lexicon.list_field_words(lexicon.find_entity("alexander-ovechkin"), "ru")
        True
        """
        held = [self._layer.offices[one.removeprefix(FORMER)] for one in known.entity.offices]
        languages = dict.fromkeys((ENGLISH, lang))
        words = (word for office in held for one in languages for word in office.list_near(one))
        return tuple(dict.fromkeys(words))
