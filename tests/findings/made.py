"""Findings made by hand: what each says is the caller's, the rest is the same for all."""

from typing import Any

from checker.findings.finding import Finding, ReadingFinding, ReportRef
from checker.values.verdict import Standing, Verdict

__all__ = ["finding", "reading_finding"]


def finding(**given: Any) -> Finding:
    """Return a violation of clause c1 by report r1, but for what is given."""
    blank: dict[str, Any] = dict.fromkeys(
        (
            *("incident", "actor", "reported_actor", "kind", "role", "position_of"),
            *("seen_from", "seen_to", "lon", "lat"),
            *("radius_m", "within_area", "margin_m", "margin_h", "likelihood"),
            *("clause_certainty", "exception", "decides", "decides_radius_m"),
        )
    )
    lists = ("reasons", "does", "measured", "assumed", "conditions")
    empty: dict[str, Any] = dict.fromkeys(lists, ())
    fields: dict[str, Any] = {
        "id": "0123456789abcdef",
        "subject": "report",
        "clause": "c1",
        "verdict": Verdict.VIOLATION,
        "standing": Standing.VIOLATION,
        "readings": (reading_finding(),),
        "violated_yes": 1,
        "violated_open": 0,
        "violated_no": 0,
        "reports": (ReportRef("r.csv", 2, 1, "r1"),),
        "says": "Red keeps off the post.",
        "source": "text",
        "message": "Red: the report breaks the clause.",
    }
    return Finding(**{**blank, **empty, **fields, **given})


def reading_finding(**given: Any) -> ReadingFinding:
    """Return a violation under the only reading, but for what is given."""
    blank: dict[str, Any] = dict.fromkeys(
        (
            *("margin_m", "margin_h", "likelihood", "decides", "decides_radius_m"),
            *("exception", "lapse"),
        )
    )
    fields: dict[str, Any] = {
        "answers": (),
        "verdict": Verdict.VIOLATION,
        "standing": Standing.VIOLATION,
        "reasons": (),
    }
    return ReadingFinding(**{**blank, **fields, **given})
