"""How a service that knows errors, warnings and notices is told of a standing."""

from typing import Literal

from checker.findings.finding import Finding
from checker.findings.shown import level_of_word, reaches
from checker.values.verdict import ClauseStanding, Standing

__all__ = ["Severity", "finding_severity", "severity_of"]

Severity = Literal["error", "warning", "notice"]


def severity_of(standing: Standing | ClauseStanding, fail_on: str) -> Severity | None:
    """Return how grave a standing is, None for what is neither a breach nor in doubt.

    An error is what is proved to break a clause, and whatever makes the run fail; a warning is a
    breach in some way that is not proved; a notice is what nobody can decide.
    """
    level = level_of_word(standing.word)
    if level == "violation" or reaches(level, fail_on):
        return "error"
    if level == "undetermined":
        return "notice"
    return None if level == "never" else "warning"


def finding_severity(finding: Finding, fail_on: str) -> Severity | None:
    """Return how grave a finding is; one that a baseline accepts is a notice, and stays one."""
    severity = severity_of(finding.standing, fail_on)
    return "notice" if severity is not None and finding.accepted is not None else severity
