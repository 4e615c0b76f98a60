"""GeoNames: `alternateNamesV2.txt`, one name a line, tab-separated, in the published order.

alternateNameId, geonameid, isolanguage, alternate name, isPreferredName, isShortName,
isColloquial, isHistoric, from, to. The file has no header; names of one place stand together.
"""

from collections.abc import Iterable, Iterator

from translit.exchange.importing.columns import cut_lines
from translit.exchange.importing.draft import Draft, Reject

_COLUMNS = (
    "alternateNameId", "geonameid", "isolanguage", "alternate name", "isPreferredName",
    "isShortName", "isColloquial", "isHistoric", "from", "to",
)  # fmt: skip
_FEWEST = 4
_WIKIDATA = "wkdt"


def read_geonames(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each place, with its English name and those in other languages."""
    places: dict[str, Draft] = {}
    order = dict(zip(_COLUMNS, range(len(_COLUMNS)), strict=True))
    for line, text in cut_lines(lines):
        values = text.split("\t")
        if line == 1 and "geonameid" in values:
            order = {column: place for place, column in enumerate(values)}
            continue
        if len(values) < _FEWEST:
            reason = "it has fewer columns than alternateNamesV2.txt"
            yield Reject(line, text[:60], reason, is_malformed=True)
            continue
        record = {column: values[place] for column, place in order.items() if place < len(values)}
        place = record.get("geonameid", "")
        if not place.isdecimal():
            reason = "its second column is no geonameid, a number"
            yield Reject(line, text[:60], reason, is_malformed=True)
            continue
        draft = places.setdefault(place, Draft(line, place, "place"))
        reject = _add(draft, line, record)
        if reject:
            yield reject
    yield from places.values()


def _add(draft: Draft, line: int, record: dict[str, str]) -> Reject | None:
    lang, name = record.get("isolanguage", ""), record.get("alternate name", "")
    if lang == _WIKIDATA:
        draft.wikidata = name if name[:1] == "Q" and name[1:].isdecimal() else draft.wikidata
    elif not lang:
        return Reject(
            line, name, "its language is not told: add it by hand as an alias, if papers print it"
        )
    elif not 2 <= len(lang.partition("-")[0]) <= 3:  # link, post, iata, unlc: no names
        return Reject(line, name, f"`{lang}` is no language")
    elif record.get("isColloquial") == "1":
        return Reject(line, name, "a colloquial name is no name for the news")
    elif record.get("isHistoric") == "1":
        until = record.get("to", "")[:4]
        draft.former.append((name, lang, int(until) if until.isdecimal() and int(until) else None))
    elif lang == "en" and (not draft.name or record.get("isPreferredName") == "1"):
        if draft.name:
            draft.names.append((draft.name, "en"))
        draft.name = name
    else:
        _put(draft.names, name, lang, first=record.get("isPreferredName") == "1")
    return None


def _put(names: list[tuple[str, str]], name: str, lang: str, *, first: bool) -> None:
    """Add a name, a preferred one before the others of its language."""
    same = [place for place, (_, other) in enumerate(names) if other == lang]
    names.insert(same[0] if first and same else len(names), (name, lang))
