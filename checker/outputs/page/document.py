"""The page as one file: text and tables first, then what a script draws from the data in it."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from checker.findings.finding import Summary
from checker.outputs.drawing.base import CREDIT
from checker.outputs.drawing.gathered import Gathered
from checker.outputs.drawing.inks import inks_of
from checker.outputs.drawing.scene import Scene, scene_of
from checker.outputs.drawing.weeks import Weeks, weeks_of
from checker.outputs.observed_text import observed_lines
from checker.outputs.page.answer import answer, totals_of
from checker.outputs.page.clauses import clauses
from checker.outputs.page.data import embedded, page_data
from checker.outputs.page.lanes import STATES, condition_lanes, incidents, told
from checker.outputs.page.left import again, left
from checker.outputs.page.markup import Markup, badge, cells, section, table, text
from checker.outputs.page.table import filters, findings_table
from checker.outputs.picture.map import map_lines
from checker.outputs.picture.sheet import FONTS, map_notes
from checker.outputs.picture.strokes import path
from checker.outputs.picture.weeks import weeks_height, weeks_lines
from checker.outputs.plain import STANDINGS, counted

__all__ = ["document"]

_SIDE = 760.0
_WIDTH = 1_000.0
_NAV = {"where": "Where", "when": "When", "clauses": "Clauses", "left": "Not judged",
        "again": "Reproduce"}  # fmt: skip
_MOVES = (
    ("in", "+", "Nearer"),
    ("out", "\N{MINUS SIGN}", "Farther"),
    ("west", "\N{LEFTWARDS ARROW}", "West"),
    ("east", "\N{RIGHTWARDS ARROW}", "East"),
    ("north", "\N{UPWARDS ARROW}", "North"),
    ("south", "\N{DOWNWARDS ARROW}", "South"),
    ("whole", "Whole", "First view"),
)


def document(gathered: Gathered, summary: Summary) -> Iterator[str]:
    """Yield the page."""
    from checker.outputs.page.drawn import bokeh_script, items_of  # noqa: PLC0415 - loads bokeh

    scene, weeks = scene_of(gathered), weeks_of(gathered.weekly)
    found = incidents(gathered.kept())
    lanes = condition_lanes(gathered.header, summary.conditions)
    data = {"items": items_of(scene, weeks, found, lanes), **page_data(gathered, scene)}
    scripts = ["document.documentElement.classList.add('js');", bokeh_script(), _file("page.js")]
    yield from _head(gathered, scripts)
    links = " ".join(f'<a href="#{one}">{said}</a>' for one, said in _NAV.items())
    yield f"<nav>{links}</nav>\n<main>\n"
    yield answer(gathered, summary)
    yield _where(gathered, summary, scene)
    yield section(
        "when", "When", _weekly(weeks), _timeline(told(found, lanes), has_conditions=bool(lanes))
    )
    yield clauses(gathered, summary.rows, tuple(observed_lines(summary)))
    yield left(summary)
    yield again(gathered.header, summary)
    yield f"</main>\n<footer><p>{escape(CREDIT)}</p></footer>\n"
    yield f'<script type="application/json" id="data">{embedded(data)}</script>\n'
    yield f"<script>{scripts[1]}</script>\n<script>{scripts[2]}</script>\n</body>\n</html>\n"


def _head(gathered: Gathered, scripts: list[str]) -> Iterator[str]:
    header = gathered.header
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    # Only these very scripts run, whatever a text says, and none of them can ask the network.
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
    )
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="accord {escape(header.accord)}">\n'
        '<link rel="icon" href="data:,">\n'
        f"<title>{escape(header.agreement_title)}</title>\n<style>{_file('page.css')}</style>\n"
        f"<script>{scripts[0]}</script>\n</head>\n<body>\n"
    )


def _where(gathered: Gathered, summary: Summary, scene: Scene) -> Markup:
    still = (
        f'<svg class="still" viewBox="0 0 {_SIDE:g} {_SIDE:g}" role="img" '
        f'aria-label="Map of the findings" font-family="{escape(FONTS)}">'
        f"{''.join(map_lines(scene, 0.0, 0.0, _SIDE))}</svg>"
    )
    buttons = "".join(
        f'<button type="button" data-move="{name}" title="{said}" aria-label="{said}">'
        f"{mark}</button>"
        for name, mark, said in _MOVES
    )
    notes = "".join(f"<li>{text(note)}</li>" for note in map_notes(gathered, scene, summary))
    chart = (
        '<div id="chart"><div class="script moves" role="group" aria-label="Move the map">'
        f'{buttons}</div><div id="map" class="script"></div>'
        f"{still}{_key(gathered, scene)}<details open><summary>How to read the map</summary>"
        f'<ul class="notes">{notes}</ul></details></div>'
    )
    found = findings_table(gathered, summary)
    rows = f'<div id="list">{filters(gathered)}{_rest(gathered)}{found}</div>'
    return section("where", "What happened, and where", f'<div class="pair">{chart}{rows}</div>')


def _key(gathered: Gathered, scene: Scene) -> Markup:
    """Return what marks and lines mean."""
    marks = "".join(
        f"<li>{badge(word)} <span>{count:,}</span></li>" for word, count in totals_of(gathered)
    )
    lines = [
        '<li><svg width="30" height="12" aria-hidden="true">'
        f"{path('M2,6h26', stroke=ink.colour, stroke_width=2, stroke_dasharray=ink.dashes)}</svg> "
        f"{text(f'{clause}: {said} from {of}')}</li>"
        for (clause, said, of), ink in inks_of(scene.limits).items()
    ]
    drawn = f'<ul class="key lines">{"".join(lines)}</ul>' if lines else ""
    return f'<ul class="key">{marks}</ul>{drawn}'


def _rest(gathered: Gathered) -> Markup:
    """Say what of many findings is not in the table, with exact counts, and where all of it is."""
    if not gathered.left_out:
        return ""
    rows = [
        cells(text(clause), badge(word), f"{count:,}")
        for (clause, word), count in sorted(gathered.counts.items())
    ]
    shown = counted(gathered.total - gathered.left_out, "finding")
    return (
        f'<p class="alert">The table lists the {shown} that are the gravest; '
        f"{gathered.left_out:,} more are counted here, and on the map by squares, which turn into "
        "marks from nearer on, or where a filter leaves few. All of them, one row each, are in the "
        "file beside this page whose name ends in <code>.findings.csv</code>.</p>"
        f"<details><summary>All {gathered.total:,} findings by clause and standing</summary>"
        f"{table(['Clause', 'Standing', 'Findings'], rows)}</details>"
    )


def _weekly(weeks: Weeks) -> Markup:
    if not weeks.lanes:
        return ""
    height = weeks_height(weeks)
    still = (
        f'<svg class="still" viewBox="0 0 {_WIDTH:g} {height:g}" role="img" '
        f'aria-label="Findings per {weeks.said} by side" font-family="{escape(FONTS)}">'
        f"{''.join(weeks_lines(weeks, 0.0, 0.0, _WIDTH))}</svg>"
    )
    rows = [
        cells(
            text(lane.side),
            day.isoformat(),
            f"{sum(counts.values()):,}",
            "; ".join(f"{count:,} {STANDINGS[word]}" for word, count in counts.items()),
        )
        for lane in weeks.lanes
        for day, counts in lane.bars.items()
    ]
    rows += [
        cells(text(lane.side), "no time", f"{lane.undated:,}", "")
        for lane in weeks.lanes
        if lane.undated
    ]
    numbers = table(["Side", f"{weeks.said} of", "Findings", "By standing"], rows)
    note = f"<p>{text(weeks.undated)}.</p>" if weeks.undated else ""
    return (
        f"<h3>Findings per {weeks.said}, by side</h3>{note}"
        f'<div id="weekly" class="script"></div>{still}'
        f"<details><summary>The same in numbers</summary>{numbers}</details>"
    )


def _timeline(lists: Markup, *, has_conditions: bool) -> Markup:
    if not lists:
        return ""
    states = "".join(
        f'<li><span class="swatch {name.replace(" ", "-")}"></span>{name}: {means}</li>'
        for name, means in STATES.items()
    )
    key = f'<ul class="key script">{states}</ul>' if has_conditions else ""
    return (
        '<h3>Incidents and conditions over time</h3><div id="timeline" class="script"></div>'
        f"{key}"
        f"<details><summary>The same in words</summary>{lists}</details>"
    )


def _digest(script: str) -> str:
    return b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _file(name: str) -> str:
    return (files("checker.outputs.page") / name).read_text(encoding="utf-8")
