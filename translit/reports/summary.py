"""A summary for a terminal: entities by edits, the spellings met, files."""

from collections.abc import Iterator

from translit.reports.tally import EntityTally, Tally
from translit.showing import show

_MOST_ENTITIES = 30
_MOST_SPELLINGS = 6


def summary_lines(tally: Tally) -> Iterator[str]:
    r"""Yield the lines of the summary, each ending in a newline.

    >>> tally = Tally()
    >>> tally.begin("a.txt")
    >>> print(*summary_lines(tally), sep="", end="")
    0 edits in 0 of 1 files; 0 suggestions
    """
    yield (
        f"{tally.number_of_edits} edits in {tally.number_of_changed_files} of "
        f"{tally.number_of_files} files; {tally.number_of_suggestions} suggestions\n"
    )
    ranked = rank_entities(tally)
    if ranked:
        yield "\n"
        yield " edits  mentions  files  entity\n"
    for name, entity in ranked[:_MOST_ENTITIES]:
        counts = f"{entity.edits:6}  {entity.mentions:8}  {entity.files:5}"
        yield f"{counts}  {show(entity.form)} ({show(name)})\n"
        spellings = [
            f"{text} {count}"
            for (text, status), count in entity.spellings.most_common()
            if status == "edit"
        ]
        if spellings:
            more = ", …" if len(spellings) > _MOST_SPELLINGS else ""
            yield f"{'':25}{show(', '.join(spellings[:_MOST_SPELLINGS]))}{more}\n"
    if len(ranked) > _MOST_ENTITIES:
        yield f"and {len(ranked) - _MOST_ENTITIES} more entities\n"


def rank_entities(tally: Tally) -> list[tuple[str, EntityTally]]:
    """Return the entities with those first that have most edits, then most mentions."""
    return sorted(
        tally.entities.items(), key=lambda item: (-item[1].edits, -item[1].mentions, item[0])
    )
