"""What a reviewer is shown at the lines of files: findings, rows not accepted, and warnings."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.findings.finding import Finding, Header, Rejected, Summary
from checker.outputs.plain import STANDINGS, listed
from checker.values.diagnostic import Diagnostic

__all__ = ["Concern", "concern_of", "other_concerns"]


@dataclass(frozen=True, slots=True)
class Concern:
    """Say one thing at one place; ``line`` is None where the format of the file has no lines.

    ``id`` tells it from all others, whatever line it stands on where that is possible.
    """

    id: str
    file: str
    line: int | None
    title: str
    text: str


def concern_of(finding: Finding, header: Header) -> Concern:
    """Return a finding at its report; a duty as a whole stands at its clause."""
    file, line = _place(finding, header)
    about = "condition of " if finding.subject == "condition" else ""
    title = f"{STANDINGS[finding.standing.word]}: {about}{finding.clause}"
    parts = [finding.message]
    if finding.reasons:
        parts.append(f"Open because {listed(finding.reasons)}.")
    if finding.decides:
        parts.append(f"What helps: {finding.decides}.")
    if finding.accepted is not None:
        title += " (accepted)"
        parts.append(f"Accepted: {finding.accepted.said}.")
    return Concern(finding.id, file, line, title, " ".join(parts))


def other_concerns(summary: Summary) -> Iterator[Concern]:
    """Yield the rows that were not accepted, then the warnings that have a place."""
    for bad in summary.rejected:
        yield _rejected(bad)
    for warning in summary.warnings:
        if warning.span is not None:
            yield _warning(warning)


def _place(finding: Finding, header: Header) -> tuple[str, int | None]:
    if finding.reports:
        return finding.reports[0].file, finding.reports[0].line
    clause = next((one for one in header.clauses if one.id == finding.clause), None)
    return (clause.span.file, clause.span.line) if clause is not None else ("", None)


def _rejected(bad: Rejected) -> Concern:
    column = f"{bad.column}: " if bad.column else ""
    hint = f" Hint: {bad.hint}." if bad.hint else ""
    text = f"This row was not accepted, and proves nothing: {column}{bad.reason}.{hint}"
    name = f"{bad.code} {bad.file} {bad.row} {bad.column}"
    return Concern(name, bad.file, bad.line, f"not accepted: {bad.code}", text)


def _warning(one: Diagnostic) -> Concern:
    assert one.span is not None, "what has no place is not asked for"
    hint = f" Hint: {one.hint}." if one.hint else ""
    name = f"{one.code} {one.span.file} {one.message}"
    return Concern(name, one.span.file, one.span.line, one.code, f"{one.message}.{hint}")
