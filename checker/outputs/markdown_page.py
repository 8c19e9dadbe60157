"""The order of a summary in Markdown: the answer, clauses, findings, the rest, how to repeat it.

Each part has so much room that all of them fit into one comment.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from checker.findings.finding import Finding, Header, Summary, SummaryRow
from checker.outputs.differ import by_difference
from checker.outputs.finding_lines import readings_lines
from checker.outputs.gravest import GRAVITY
from checker.outputs.markdown_text import capped, cells_line, plain, table
from checker.outputs.plain import (
    CLAUSE_STANDINGS,
    KEY,
    NOT_JUDGED,
    STANDINGS,
    counted,
    instant_text,
    listed,
    reading_text,
)
from checker.outputs.total import total_line
from checker.reports.identity import place_of
from checker.reports.rejected import CODES

__all__ = ["Told", "lines_of"]

_ASKED, _COUNTED, _PERIOD, _FINDINGS, _LEFT, _FILES = 8_000, 8_000, 8_000, 25_000, 5_000, 6_000
"""Characters of each part: together fewer than the 65,536 that GitHub takes for one comment.

Source: GitHub refuses longer ones; a step summary may have 1 MiB (GitHub Docs, job summaries)."""


_FEW = 10
"""So many names of a kind are told, and so many rows that were not accepted."""


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what is told; ``counts`` are all findings by clause and standing."""

    header: Header
    summary: Summary
    gravest: Sequence[Finding]
    counts: Counter[tuple[str, str]]
    failing: int
    fail_on: str


def lines_of(told: Told) -> Iterator[str]:
    """Yield the lines of the summary."""
    yield f"## {plain(told.header.agreement_title, 200)}"
    yield ""
    yield from _answer(told)
    yield from _part("What was asked", _asked(told.header))
    yield from _part("Findings by clause", _clauses(told))
    yield from _part("Clauses over the period", _period(told.summary.rows))
    yield from _part("Findings, the gravest first", _findings(told))
    yield from _part("Not judged", capped(_left(told.summary), _LEFT, "line"))
    yield from _part("To run it again", _files(told))


def _part(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"### {title}", "", *lines)


def _asked(header: Header) -> list[str]:
    """Return what each clause says, and how sure it is that the deal says so."""
    lines = []
    for one in header.clauses:
        certainty = f" ({plain(one.certainty, 200)})" if one.certainty else ""
        lines.append(f"- **{plain(one.id, 100)}**: {plain(one.says)}{certainty}")
    return capped(lines, _ASKED, "clause")


def _answer(told: Told) -> Iterator[str]:
    """Yield what was asked, what was found, and whether it fails the run."""
    header, summary = told.header, told.summary
    inputs = summary.inputs
    at = f" as of {instant_text(datetime.fromisoformat(header.as_of))}" if header.as_of else ""
    rejected = sum(one.quarantined for one in inputs)
    yield (
        f"{plain(header.agreement_id, 100)}{at}: "
        f"{counted(sum(one.rows for one in inputs), 'report')} from "
        f"{counted(len(inputs), 'file')}, {counted(rejected, 'row')} not accepted."
    )
    yield ""
    if summary.hollow is not None:
        yield f"**No answer: {summary.hollow}. This is no pass.**"
        yield ""
    of_all: Counter[str] = Counter()
    for (_, word), count in told.counts.items():
        of_all[word] += count
    words = sorted(of_all, key=GRAVITY.__getitem__)
    found = " · ".join(f"**{of_all[word]:,}** {STANDINGS[word]}" for word in words)
    yield found or "No finding that is shown is a breach or in doubt."
    yield ""
    yield f"{total_line(told.failing, summary, told.fail_on)} People decide guilt."


def _clauses(told: Told) -> list[str]:
    """Return a table of all findings by clause and standing."""
    clauses = [one.id for one in told.header.clauses]
    named = dict.fromkeys([*clauses, *(clause for clause, _ in told.counts)])
    words = sorted({word for _, word in told.counts}, key=GRAVITY.__getitem__)
    rows = [
        cells_line([plain(clause, 100), *(f"{told.counts[clause, word]:,}" for word in words)])
        for clause in named
        if any(told.counts[clause, word] for word in words)
    ]
    if not rows:
        return []
    head = table(["Clause", *(STANDINGS[word] for word in words)], numbers=len(words))
    key = [f"- **{STANDINGS[word]}**: {KEY[word]}" for word in words]
    return [*head, *capped(rows, _COUNTED, "clause"), "", *key]


def _period(rows: Sequence[SummaryRow]) -> list[str]:
    """Return how each clause stands over the period, by the readings that differ."""
    by_clause: dict[str, list[SummaryRow]] = {}
    for row in rows:
        by_clause.setdefault(row.clause, []).append(row)
    lines = [
        cells_line([plain(clause, 100), plain(reading_text(answers)) or "any", stands])
        for clause, of_clause in by_clause.items()
        for answers, stands in by_difference([(row.answers, _stands(row)) for row in of_clause])
    ]
    if not lines:
        return []
    head = table(["Clause", "Under the reading", "Over the period"])
    return [*head, *capped(lines, _PERIOD, "line")]


def _stands(row: SummaryRow) -> str:
    said = CLAUSE_STANDINGS[row.standing.word]
    return f"{said}: {counted(row.incidents, 'incident')}" if row.incidents else said


def _findings(told: Told) -> list[str]:
    lines = [_finding(one) for one in told.gravest]
    return capped(lines, _FINDINGS, "finding", told.counts.total() - len(lines))


def _finding(finding: Finding) -> str:
    reports = ", ".join(
        f"{plain(one.id, 100)} ({plain(place_of(one.file, one.line, one.row), 200)})"
        for one in finding.reports
    )
    about = "condition of " if finding.subject == "condition" else ""
    of = f"{about}{plain(finding.clause, 100)}, {reports or 'the duty as a whole'}"
    parts = [
        f"- **{STANDINGS[finding.standing.word]}**: {of}, finding `{finding.id}`",
        plain(finding.message),
    ]
    if finding.accepted is not None:
        parts.append(f"*Accepted:* {plain(finding.accepted.said)}")
    if finding.reasons:
        parts.append(f"*Open because* {listed(finding.reasons)}")
    if finding.decides:
        parts.append(f"*What helps:* {plain(finding.decides)}")
    readings = readings_lines(finding)
    if readings:
        parts.append(f"*By reading:* {plain('; '.join(readings))}")
    return "\n  - ".join(parts)


def _left(summary: Summary) -> list[str]:
    """Return what got no verdict, and why."""
    lines = [
        f"- {one.count:,} {NOT_JUDGED.get(one.reason) or _rows(one.reason)}"
        for one in summary.not_judged
    ]
    unknown = Counter(one.kind for one in summary.unknown)
    for kind, count in unknown.items():
        of_kind = [plain(one.name, 60) for one in summary.unknown if one.kind == kind]
        names = ", ".join(of_kind[:_FEW]) + (", ..." if count > _FEW else "")
        said = counted(count, f"{kind} that nobody declared", f"{kind}s that nobody declared")
        lines.append(f"- {said}: {names}")
    for bad in summary.rejected[:_FEW]:
        place = plain(place_of(bad.file, bad.line, bad.row), 200)
        lines.append(f"- {place}: {bad.code}: {plain(bad.reason, 200)}")
    more = len(summary.rejected) - _FEW
    return [*lines, f"- and {counted(more, 'problem')} of rows more"] if more > 0 else lines


def _rows(code: str) -> str:
    return f"rows not accepted: {CODES.get(code, code)}"


def _files(told: Told) -> list[str]:
    """Return versions and hashes: whoever has files of these hashes gets the same answer."""
    header = told.header
    at = f", `--as-of {header.as_of}`" if header.as_of else ""
    said = f"accord {header.accord}{at}; the same files give the same bytes."
    if header.edition is not None:
        said = f"accord {header.accord}{at}; {header.edition.said}."
    rows = [["agreement", plain(header.agreement_id, 100), f"`{header.agreement_sha256}`"]]
    rows += [["place", plain(place, 100), f"`{digest}`"] for place, digest in header.overrides]
    for one in told.summary.inputs:
        stated = "".join(f"; {name} stated as {value}" for name, value in one.stated)
        digest = f"`{one.sha256}`" if one.sha256 else "not told"
        rows.append(["reports", plain(f"{one.file}{stated}", 300), digest])
    for mapping in dict.fromkeys(one.mapping for one in told.summary.inputs):
        if mapping is not None:
            rows.append(["mapping", plain(mapping[0], 300), f"`{mapping[1]}`"])
    lines = capped([cells_line(cells) for cells in rows], _FILES, "file")
    return [said, "", *table(["Input", "Name", "SHA-256"]), *lines]
