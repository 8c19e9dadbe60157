"""A finding as JSON: its keys in a fixed order, its numbers as a finding holds them."""

import math

from checker.findings.acceptance import Acceptance
from checker.findings.finding import Finding, Measured, ReadingFinding, ReportRef
from checker.language.core.clause import Answers
from checker.outputs.json_text import Json, rounded

__all__ = ["answers_json", "finding_json", "report_json"]


def finding_json(finding: Finding) -> dict[str, Json]:
    """Return a finding, every key always there."""
    return {
        "id": finding.id,
        "subject": finding.subject,
        "clause": finding.clause,
        "verdict": finding.verdict.word,
        "standing": finding.standing.word,
        "reasons": list(finding.reasons),
        "readings": [_reading(reading) for reading in finding.readings],
        "violated_under": {
            "yes": finding.violated_yes,
            "open": finding.violated_open,
            "no": finding.violated_no,
        },
        "reports": [report_json(one) for one in finding.reports],
        "incident": finding.incident,
        "actor": finding.actor,
        "reported_actor": finding.reported_actor,
        "kind": finding.kind,
        "does": list(finding.does),
        "role": finding.role,
        "position_of": finding.position_of,
        "seen_from": finding.seen_from,
        "seen_to": finding.seen_to,
        "lon": _as_given(finding.lon),
        "lat": _as_given(finding.lat),
        "radius_m": _as_given(finding.radius_m),
        "within_area": finding.within_area,
        "measured": [_measured(measured) for measured in finding.measured],
        "margin_m": rounded(finding.margin_m),
        "margin_h": rounded(finding.margin_h),
        "likelihood": rounded(finding.likelihood),
        "clause_certainty": finding.clause_certainty,
        "assumed": [{"path": a.path, "value": a.value, "why": a.why} for a in finding.assumed],
        "conditions": list(finding.conditions),
        "exception": finding.exception,
        "says": finding.says,
        "source": finding.source,
        "message": finding.message,
        "decides": finding.decides,
        "decides_radius_m": rounded(finding.decides_radius_m),
        "unit": finding.unit,
        "accepted": _accepted(finding.accepted),
    }


def _accepted(one: Acceptance | None) -> Json:
    if one is None:
        return None
    return {"reason": one.reason, "author": one.author, "expires": one.expires}


def _reading(reading: ReadingFinding) -> Json:
    return {
        "reading": answers_json(reading.answers),
        "verdict": reading.verdict.word,
        "standing": reading.standing.word,
        "reasons": list(reading.reasons),
        "margin_m": rounded(reading.margin_m),
        "margin_h": rounded(reading.margin_h),
        "likelihood": rounded(reading.likelihood),
        "decides": reading.decides,
        "decides_radius_m": rounded(reading.decides_radius_m),
        "exception": reading.exception,
        "lapse": reading.lapse,
        "incident": reading.incident,
    }


def _measured(measured: Measured) -> Json:
    return {
        "what": measured.what,
        "reading": answers_json(measured.answers),
        "low_m": rounded(measured.low_m),
        "best_m": rounded(measured.best_m),
        "high_m": rounded(measured.high_m),
        "limit_low_m": rounded(measured.limit_low_m),
        "limit_high_m": rounded(measured.limit_high_m),
    }


def report_json(one: ReportRef) -> Json:
    """Point at a report."""
    return {"file": one.file, "line": one.line, "row": one.row, "id": one.id}


def answers_json(answers: Answers) -> Json:
    """Return one reading: question to answer."""
    return dict(answers)


def _as_given(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
