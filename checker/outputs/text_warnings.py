"""Warnings on the page for people, and beside each answer that they make doubtful."""

from checker.findings.finding import Finding, ReportRef, Summary
from checker.findings.swapped import CODE
from checker.outputs.cut import shown_of
from checker.outputs.plain import counted
from checker.outputs.sheet import Sheet

__all__ = ["write_beware", "write_doubt", "write_warnings"]

_MOST = 10
_BEARING = (
    *("U155", "L845", "W107", "R152", "R154", "R161", "R162", CODE, "R157", "U123", "U124"),
)
"""Warnings that may change an answer; those of columns left unread and the like are on stderr."""


def write_warnings(sheet: Sheet, summary: Summary) -> None:
    """Write what may change the answer; who is handed the page has not seen stderr."""
    bearing = [one for one in summary.warnings if one.code in _BEARING]
    shown = shown_of(bearing, _MOST, is_full=sheet.is_full)
    for one in shown:
        sheet.say(f"Warning: {one}")
        if one.hint:
            sheet.say(f"hint: {one.hint}", indent=2)
    hidden = len(bearing) - len(shown)
    if hidden:
        sheet.say(f"and {counted(hidden, 'warning')} more; -v shows all", style="dim")


def write_beware(sheet: Sheet, finding: Finding, swapped: frozenset[ReportRef]) -> None:
    """Say of a finding that the position of its report may have its axes swapped."""
    doubted = [report.id for report in finding.reports if report in swapped]
    if doubted:
        said = f"longitude and latitude of {', '.join(doubted)} may be swapped ({CODE})"
        sheet.labelled([("Beware", said)], indent=4)


def write_doubt(sheet: Sheet, summary: Summary) -> None:
    """Say under the clauses what reports with swapped axes count for."""
    if summary.swapped:
        count = counted(len(summary.swapped), "report")
        sheet.say(
            f"Longitude and latitude of {count} may be swapped ({CODE}). They are judged as they "
            "stand, and nothing that hangs on their place is proved: a breach is an apparent one, "
            "and a clause that only they would prove kept has no evidence.",
            indent=2,
        )
