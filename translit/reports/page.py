"""The HTML report: one page that needs nothing beside it."""

from collections.abc import Iterator
from html import escape as _escape

from translit.reports.page_style import STYLE
from translit.reports.summary import rank_entities
from translit.reports.tally import EntityTally, Sample, Tally
from translit.showing import show

_EVIDENCE = {
    "scheme": ("Derived spellings", "a romanization scheme or a press convention gives them"),
    "alias": ("Aliases", "a table lists them"),
    "fuzzy": ("Damaged spellings", "repaired because the text makes them sure"),
    "name": ("Names", "written as the table has them"),
}


def escape(text: str) -> str:
    """Return a text for a page: what is markup, or would turn a line around, is escaped."""
    return _escape(show(text, keep="\t\n"))


_MOST_ENTITIES = 500
_MOST_BARS = 12


def page_lines(tally: Tally, title: str = "Names in one form") -> Iterator[str]:
    """Yield the report as an HTML page, in UTF-8 when encoded.

    >>> next(page_lines(Tally())).splitlines()[0]
    '<!DOCTYPE html>'
    """
    yield (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )
    yield f"<header>\n<h1>{escape(title)}</h1>\n{_write_figures(tally)}{_NAVIGATION}</header>\n"
    yield "<main>\n"
    yield from _write_entities(tally)
    yield from _write_edits(tally)
    yield from _write_suggestions(tally)
    yield from _write_files(tally)
    yield "</main>\n<footer><p>Made by translit-fix.</p></footer>\n</body>\n</html>\n"


_NAVIGATION = (
    '<nav aria-label="Sections"><ul><li><a href="#entities">Entities</a></li>'
    '<li><a href="#edits">Edits</a></li><li><a href="#suggestions">Suggestions</a></li>'
    '<li><a href="#files">Files</a></li></ul></nav>\n'
)


def _write_figures(tally: Tally) -> str:
    figures = {
        "edits": tally.number_of_edits,
        "entities": len(tally.entities),
        "suggestions": sum(tally.suggested.values()),
        "files": tally.number_of_files,
    }
    rows = "".join(f"<div><dt>{name}</dt><dd>{n:,}</dd></div>" for name, n in figures.items())
    return f'<dl class="figures">{rows}</dl>\n'


def _write_entities(tally: Tally) -> Iterator[str]:
    yield '<section id="entities" aria-labelledby="entities-head">\n'
    yield '<h2 id="entities-head">Entities</h2>\n'
    ranked = rank_entities(tally)
    if not ranked:
        yield "<p>No name of the tables was met.</p>\n"
    else:
        yield _open_table(
            "Who and what is named, most edits first", "Entity", "Edits", "Spellings met"
        )
        for entity_id, entity in ranked[:_MOST_ENTITIES]:
            yield (
                f'<tr><th scope="row">{escape(entity.form)}<br><small>{escape(entity_id)}</small>'
                f'</th><td class="number">{entity.edits:,}</td><td>{_write_bars(entity)}'
                f"</td></tr>\n"
            )
        yield "</tbody></table></div>\n"
    yield from _write_rest(len(ranked), _MOST_ENTITIES, "entities")
    yield "</section>\n"


def _write_bars(entity: EntityTally) -> str:
    most = max(entity.spellings.values())
    bars = []
    for (text, status), count in entity.spellings.most_common(_MOST_BARS):
        kind = "changed" if status == "edit" else "as it should be"
        width = max(round(100 * count / most), 1)
        bars.append(
            f'<li class="{status}"><span class="spelling">{escape(text)}</span> '
            f'<span class="bar" style="--share:{width}%" aria-hidden="true"></span> '
            f'<span class="count">{count:,}<span class="heard"> times, {kind}</span></span></li>'
        )
    rest = len(entity.spellings) - _MOST_BARS
    bars += [f"<li>and {rest} more</li>"] if rest > 0 else []
    return f'<ul class="bars">{"".join(bars)}</ul>'


def _write_edits(tally: Tally) -> Iterator[str]:
    yield '<section id="edits" aria-labelledby="edits-head">\n<h2 id="edits-head">Edits</h2>\n'
    if not tally.edits:
        yield "<p>Nothing changes.</p>\n"
    for evidence, (title, meaning) in _EVIDENCE.items():
        samples = [sample for sample in tally.edits if sample.mention.evidence == evidence]
        if samples:
            yield f"<h3>{title} <small>{len(samples):,}: {meaning}</small></h3>\n"
            yield f'<ol class="samples {evidence}">\n'
            for sample in samples:
                yield _write_sample(sample)
            yield "</ol>\n"
    yield from _write_rest(tally.number_of_edits, len(tally.edits), "edits")
    yield "</section>\n"


def _write_sample(sample: Sample) -> str:
    mention = sample.mention
    place = f"{sample.path}:{sample.line}"
    return (
        f'<li><p class="context">{escape(sample.left)}<del><span class="heard">was </span>'
        f'{escape(mention.text)}</del> <ins><span class="heard">now </span>'
        f"{escape(mention.canonical)}</ins>{escape(sample.right)}</p>"
        f'<p class="why">{escape(mention.why)} '
        f'<span class="place">{escape(place)}</span></p></li>\n'
    )


def _write_suggestions(tally: Tally) -> Iterator[str]:
    yield '<section id="suggestions" aria-labelledby="suggestions-head">\n'
    yield '<h2 id="suggestions-head">Suggestions</h2>\n'
    if not tally.suggested:
        yield "<p>None: wherever a name was seen, the text said who is meant.</p>\n"
    else:
        yield _open_table(
            "Left as they are, for a person to look at", "Written", "Perhaps", "Times", "Why"
        )
        for key, count in tally.suggested.most_common():
            sample = tally.suggestions[key][0]
            mention = sample.mention
            perhaps = mention.canonical if mention.entity_id else " or ".join(mention.candidates)
            yield (
                f'<tr><th scope="row">{escape(mention.text)}</th><td>{escape(perhaps)}</td>'
                f'<td class="number">{count:,}</td><td>{escape(mention.why)} '
                f'<span class="place">{escape(sample.path)}:{sample.line}</span></td></tr>\n'
            )
        yield "</tbody></table></div>\n"
    yield "</section>\n"


def _write_files(tally: Tally) -> Iterator[str]:
    yield '<section id="files" aria-labelledby="files-head">\n<h2 id="files-head">Files</h2>\n'
    yield _open_table("What was read", "File", "Edits", "Names", "Trouble")
    for file in tally.files:
        yield (
            f'<tr><th scope="row">{escape(file.name)}</th><td class="number">{file.edits:,}</td>'
            f'<td class="number">{file.mentions:,}</td>'
            f"<td>{'<br>'.join(map(escape, file.troubles)) or 'none'}</td></tr>\n"
        )
    yield "</tbody></table></div>\n"
    yield from _write_rest(tally.number_of_files, len(tally.files), "files")
    yield "</section>\n"


def _open_table(caption: str, *heads: str) -> str:
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{caption}"><table>'
        f"<caption>{caption}</caption><thead><tr>{cells}</tr></thead><tbody>\n"
    )


def _write_rest(number: int, shown: int, what: str) -> Iterator[str]:
    if number > shown:
        yield f"<p>And {number - shown:,} more {what}, which are counted but not shown.</p>\n"
