"""What is said of one finding, whatever the page: which report, how it differs by reading."""

from checker.findings.borders import drawn_to, limited_by
from checker.findings.finding import Finding, Measured, ReadingFinding, ReportRef
from checker.findings.lapses import is_lapse_of
from checker.findings.message import exception_text, length, limit_text
from checker.outputs.differ import by_difference
from checker.outputs.plain import STANDINGS, listed, reading_text
from checker.reports.identity import place_of

__all__ = ["finding_title", "lapse_lines", "margin_text", "readings_lines"]


def finding_title(finding: Finding) -> str:
    """Return which report it is and where it stands in its file; the id names the finding."""
    about = "the duty as a whole"
    if finding.reports:
        about = ", ".join(map(_report, finding.reports))
    kind = "condition of " if finding.subject == "condition" else ""
    return f"{about}   {kind}{finding.clause}   finding {finding.id}"


def _report(report: ReportRef) -> str:
    place = place_of(report.file, report.line, report.row)
    return f"{report.id} ({place})" if report.id != place else place


def readings_lines(finding: Finding) -> list[str]:
    """Return the standing under each reading, nothing where all readings agree."""
    # One lapse is told by the message; only of several is it asked which one counts here.
    is_told = len(finding.conditions) == 1
    outcomes = [(reading.answers, _outcome(reading, is_told)) for reading in finding.readings]
    told = by_difference(outcomes)
    if len(told) < 2:  # noqa: PLR2004
        return []
    return [f"{reading_text(answers)}: {outcome}" for answers, outcome in told]


def lapse_lines(finding: Finding, clause: str) -> list[str]:
    """Return what a finding is under the readings in which a condition of ``clause`` had lapsed."""
    outcomes = [
        (one.answers, STANDINGS[one.standing.word] if is_lapse_of(one.lapse, clause) else "")
        for one in finding.readings
    ]
    return [
        f"{outcome} where {reading_text(answers)}" if answers else outcome
        for answers, outcome in by_difference(outcomes)
        if outcome
    ]


def margin_text(margin_m: float, measured: tuple[Measured, ...]) -> str:
    """Say how far from which limit a report certainly lies, on which side.

    Where it is to none of the borders that were measured, say what a margin is.
    """
    limited, drawn = limited_by(margin_m, measured), drawn_to(margin_m, measured)
    way = "past" if margin_m < 0 else "clear of"
    if limited is not None:
        said = f"the limit of {limit_text(limited)} from {_place(limited)}"
    elif drawn is not None:
        said = _place(drawn)
    else:
        where = "would be lawful" if margin_m < 0 else "would break the clause"
        return f"no nearer than {length(abs(margin_m))} to where it {where}"
    return f"{way} {said} by at least {length(abs(margin_m))}"


def _place(measured: Measured) -> str:
    return measured.what.removeprefix("distance to ")


def _outcome(reading: ReadingFinding, is_told: bool) -> str:  # noqa: FBT001 - a finding
    said = STANDINGS[reading.standing.word]
    if reading.exception is not None and reading.standing.word == "excepted":
        said += f" ({exception_text(reading.exception)})"
    if reading.margin_m is not None:
        said += f", {margin_text(reading.margin_m, reading.measured)}"
    if reading.reasons:
        said += f" ({listed(reading.reasons)})"
    if reading.lapse:
        said += "; the condition had lapsed" if is_told else f"; {reading.lapse}"
    return said
