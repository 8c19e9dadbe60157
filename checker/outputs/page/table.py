"""The table of findings: one group of rows each, read whole without a script."""

from collections.abc import Mapping, Sequence

from checker.findings.finding import Finding, ReportRef, Summary
from checker.outputs.drawing.gathered import Gathered, Kept
from checker.outputs.explain import why_html
from checker.outputs.finding_lines import finding_title, readings_lines
from checker.outputs.gravest import GRAVITY
from checker.outputs.page.markup import Markup, attribute, badge, tag, text
from checker.outputs.plain import STANDINGS, counted, listed, period_text

__all__ = ["filters", "findings_table"]

_TREES = 300
"""So many findings, the gravest, are told with the whole tree of their reasons: 10 kB each."""

_COLUMNS = (
    ("standing", "Standing"),
    ("what", "What was reported, and what follows"),
    ("clause", "Clause"),
    ("side", "Side"),
    ("when", "When"),
)


def filters(gathered: Gathered) -> Markup:
    """Return what chooses among the findings; it needs a script, and is hidden without one."""
    kept = gathered.kept()
    readings = dict.fromkeys(
        f"{question} = {answer}"
        for one in kept
        for reading in one.finding.readings
        for question, answer in reading.answers
    )
    words = sorted({word for _, _, word in gathered.shares}, key=GRAVITY.__getitem__)
    clauses = sorted({clause for clause, _, _ in gathered.shares})
    sides = sorted({side for _, side, _ in gathered.shares})
    return (
        '<form id="filters" class="script" aria-controls="findings">'
        f"{_select('clause', 'Clause', [(one, one) for one in clauses])}"
        f"{_select('side', 'Party or side', [(one, one) for one in sides])}"
        f"{_select('standing', 'Standing', [(one, STANDINGS[one]) for one in words])}"
        f"{_select('reading', 'Under the reading', [(one, one) for one in readings])}"
        '<label>Words <input type="search" name="words" autocomplete="off" dir="auto"></label>'
        '<button type="reset">Show all</button>'
        '<p id="shown" role="status" aria-live="polite"></p></form>'
    )


def findings_table(gathered: Gathered, summary: Summary) -> Markup:
    """Return the gravest findings, each with its reasons."""
    kept = gathered.kept()
    if not kept:
        return "<p>There is no finding to list.</p>"
    beside: dict[tuple[ReportRef, ...], list[Finding]] = {}
    for one in kept:
        beside.setdefault(one.finding.reports, []).append(one.finding)
    head = "".join(
        f'<th scope="col" aria-sort="none"><button type="button" class="sort" '
        f'data-by="{key}">{said}</button></th>'
        for key, said in _COLUMNS
    )
    rows = [_group(number, one, beside, gathered, summary) for number, one in enumerate(kept)]
    said = "Findings, the gravest first"
    if gathered.left_out:
        said = f"The {len(kept):,} gravest of {counted(gathered.total, 'finding')}"
    return (
        f'<div class="wide"><table id="findings"><caption>{said}</caption>'
        f"<thead><tr>{head}</tr></thead>\n{''.join(rows)}</table></div>"
    )


def _select(name: str, said: str, options: Sequence[tuple[str, str]]) -> Markup:
    told = "".join(
        f'<option value="{attribute(value)}">{attribute(shown)}</option>'
        for value, shown in options
    )
    everything = '<option value="">all</option>'
    return f'<label>{said} <select name="{name}" dir="auto">{everything}{told}</select></label>'


def _group(
    number: int,
    one: Kept,
    beside: Mapping[tuple[ReportRef, ...], list[Finding]],
    gathered: Gathered,
    summary: Summary,
) -> Markup:
    finding = one.finding
    about = "condition of " if finding.subject == "condition" else ""
    when = "no time"
    if finding.seen_from or finding.seen_to:
        when = period_text(finding.seen_from, finding.seen_to)
    accepted = finding.accepted.said if finding.accepted is not None else ""
    what = f'<div class="message">{text(finding.message, is_sentence=True)}</div>'
    if accepted:
        what += f"<p><strong>Accepted:</strong> {text(accepted)}</p>"
    button = (
        '<button type="button" class="open script" aria-expanded="false" '
        f'aria-controls="why-{number}">Why?</button>'
    )
    others = [each for each in beside[finding.reports] if each is not finding]
    why = _why(number, finding, others, gathered, summary)
    return (
        f'<tbody id="finding-{number}" data-number="{number}"><tr>'
        f"<td>{badge(finding.standing.word)}{button}</td><td>{what}</td>"
        f"<td>{text(f'{about}{finding.clause}')}</td><td>{text(one.side)}</td>"
        f"<td>{text(when)}</td></tr>"
        f'<tr class="why" id="why-{number}"><td colspan="5">'
        f"<p><small>{text(finding_title(finding), is_sentence=True)}</small></p>{why}"
        "</td></tr></tbody>\n"
    )


def _why(
    number: int,
    finding: Finding,
    others: list[Finding],
    gathered: Gathered,
    summary: Summary,
) -> Markup:
    """Return the reasons of a finding: as a tree, for the gravest; in a few lines for the rest."""
    if number < _TREES:
        return why_html(gathered.header, finding, others, (), summary.inputs)
    certainty = f" [{finding.clause_certainty}]" if finding.clause_certainty else ""
    lines = [f"{finding.says}{certainty}", f"source: {finding.source}"]
    lines += [f"Open because {listed(finding.reasons)}."] if finding.reasons else []
    lines += [f"What helps: {finding.decides}."] if finding.decides else []
    lines += readings_lines(finding)
    return tag("ul", "".join(f"<li>{text(line)}</li>" for line in lines))
