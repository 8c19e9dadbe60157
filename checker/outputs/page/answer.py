"""The head of the page: what was asked and what was answered, at a glance."""

from collections import Counter
from datetime import datetime

from checker.findings.finding import Header, Summary
from checker.outputs.drawing.gathered import Gathered
from checker.outputs.gravest import GRAVITY
from checker.outputs.page.markup import Markup, icon, text
from checker.outputs.plain import KEY, STANDINGS, counted, instant_text
from checker.outputs.total import total_line

__all__ = ["answer", "totals_of"]

_MOST_WARNINGS = 20
_GUILT = (
    "<strong>People decide guilt</strong>: the program compares what was reported with what was "
    "agreed, and says how sure that is."
)


def answer(gathered: Gathered, summary: Summary) -> Markup:
    """Return the head of the page."""
    header = gathered.header
    total = total_line(gathered.failing, summary, gathered.fail_on)
    parts = [
        f"<h1>{text(header.agreement_title)}</h1>",
        f'<p class="lead">{text(_asked(header, summary))}</p>',
        _hollow(summary),
        _edition(header),
        f'<ul class="totals">{"".join(_total(*pair) for pair in totals_of(gathered))}</ul>'
        if gathered.total
        else "<p><strong>No finding that is shown is a breach or in doubt.</strong></p>",
        f"<p>{text(total)} {_GUILT}</p>",
        _chosen(header),
    ]
    return f"<header>\n{''.join(parts)}\n{_warnings(summary)}</header>\n"


def totals_of(gathered: Gathered) -> list[tuple[str, int]]:
    """Return how many findings have each standing, the gravest first."""
    found: Counter[str] = Counter()
    for (_, word), count in gathered.counts.items():
        found[word] += count
    return [(word, found[word]) for word in sorted(found, key=GRAVITY.__getitem__)]


def _asked(header: Header, summary: Summary) -> str:
    inputs = summary.inputs
    at = f", as of {instant_text(datetime.fromisoformat(header.as_of))}" if header.as_of else ""
    rejected = sum(one.quarantined for one in inputs)
    return (
        f"{counted(sum(one.rows for one in inputs), 'report')} from "
        f"{counted(len(inputs), 'file')} were compared with the "
        f"{counted(len(header.clauses), 'clause')} of this agreement{at}; "
        f"{counted(rejected, 'row')} could not be read."
    )


def _edition(header: Header) -> Markup:
    if header.edition is None:
        return ""
    said = header.edition.said
    return f'<p class="alert">{text(f"{said[0].upper()}{said[1:]}.")}</p>'


def _hollow(summary: Summary) -> Markup:
    if summary.hollow is None:
        return ""
    said = f"No answer: {summary.hollow}. This is no pass."
    return f'<p class="alert" role="alert">{text(said)}</p>'


def _total(word: str, count: int) -> Markup:
    return (
        f"<li>{icon(word)}<strong>{count:,}</strong> <span>{STANDINGS[word]}</span>"
        f"<small>{KEY[word]}</small></li>"
    )


def _chosen(header: Header) -> Markup:
    """Say what filters of the run hide."""
    asked = header.asked
    parts = [f"clause {one}" for one in asked.clauses]
    parts += [f"party {asked.party}"] if asked.party else []
    parts += [f"since {asked.since}"] if asked.since else []
    parts += [f"until {asked.until}"] if asked.until else []
    if not parts:
        return ""
    said = "; ".join(parts)
    return f"<p>{text(f'Only this is shown: {said}.')}</p>"


def _warnings(summary: Summary) -> Markup:
    """Return the warnings, each with what to do about it."""
    told = summary.warnings[:_MOST_WARNINGS]
    lines = [
        f"<li>{text(str(one))}{f'<br><small>{text(one.hint)}</small>' if one.hint else ''}</li>"
        for one in told
    ]
    more = len(summary.warnings) - len(told)
    if more:
        lines.append(f"<li>and {counted(more, 'warning')} more</li>")
    body = f"<ul>{''.join(lines)}</ul>" if lines else ""
    if not body:
        return ""
    said = f"{counted(len(summary.warnings), 'warning')} about the agreement, the files, the answer"
    return f'<details class="warnings"><summary>{said}</summary>{body}</details>\n'
