"""A finding read back from JSON: the very value that was written."""

from typing import Literal

from checker.findings.acceptance import Acceptance
from checker.findings.finding import Finding, Measured, ReadingFinding, ReportRef
from checker.language.core.clause import Assumed
from checker.outputs.json_object import JsonObject
from checker.values.verdict import ClauseStanding, Standing, Verdict

__all__ = ["acceptance_from", "finding_from", "report_from"]

_VERDICTS = {one.word: one for one in Verdict}
_STANDINGS = {one.word: one for one in Standing}
_CLAUSE_STANDINGS = {one.word: one for one in ClauseStanding}
_SUBJECTS: dict[str, Literal["report", "count", "deadline", "condition"]] = {
    "report": "report",
    "count": "count",
    "deadline": "deadline",
    "condition": "condition",
}


def finding_from(one: JsonObject) -> Finding:
    """Read a finding; raises ``UnfitError`` where it is not as the contract has it."""
    violated = one.part("violated_under")
    measured = tuple(_measured(m) for m in one.parts("measured"))
    return Finding(
        id=one.text("id"),
        subject=one.word("subject", _SUBJECTS),
        clause=one.text("clause"),
        verdict=one.word("verdict", _VERDICTS),
        standing=_standing(one),
        reasons=one.texts("reasons"),
        readings=tuple(_reading(r, measured) for r in one.parts("readings")),
        violated_yes=violated.whole("yes"),
        violated_open=violated.whole("open"),
        violated_no=violated.whole("no"),
        reports=tuple(report_from(r) for r in one.parts("reports")),
        incident=one.maybe_text("incident"),
        actor=one.maybe_text("actor"),
        reported_actor=one.maybe_text("reported_actor"),
        kind=one.maybe_text("kind"),
        does=one.texts("does"),
        role=one.maybe_text("role"),
        position_of=one.maybe_text("position_of"),
        seen_from=one.maybe_text("seen_from"),
        seen_to=one.maybe_text("seen_to"),
        lon=one.maybe_number("lon"),
        lat=one.maybe_number("lat"),
        radius_m=one.maybe_number("radius_m"),
        within_area=one.maybe_text("within_area"),
        measured=measured,
        margin_m=one.maybe_number("margin_m"),
        margin_h=one.maybe_number("margin_h"),
        likelihood=one.maybe_number("likelihood"),
        clause_certainty=one.maybe_text("clause_certainty"),
        assumed=tuple(
            Assumed(a.text("path"), a.text("value"), a.text("why")) for a in one.parts("assumed")
        ),
        conditions=one.texts("conditions"),
        exception=one.maybe_text("exception"),
        says=one.text("says"),
        source=one.text("source"),
        message=one.text("message"),
        decides=one.maybe_text("decides"),
        decides_radius_m=one.maybe_number("decides_radius_m"),
        unit=one.maybe_text("unit"),
        accepted=acceptance_from(accepted) if (accepted := one.maybe_part("accepted")) else None,
    )


def acceptance_from(one: JsonObject) -> Acceptance:
    """Read why a finding is accepted."""
    return Acceptance(one.text("reason"), one.text("author"), one.text("expires"))


def _standing(one: JsonObject) -> Standing | ClauseStanding:
    """Read the standing: of a duty with a date it is one of a clause."""
    if one.text("standing") in _STANDINGS:
        return one.word("standing", _STANDINGS)
    return one.word("standing", _CLAUSE_STANDINGS)


def _reading(one: JsonObject, measured: tuple[Measured, ...]) -> ReadingFinding:
    answers = one.pairs("reading")
    return ReadingFinding(
        answers=answers,
        verdict=one.word("verdict", _VERDICTS),
        standing=one.word("standing", _STANDINGS),
        reasons=one.texts("reasons"),
        margin_m=one.maybe_number("margin_m"),
        margin_h=one.maybe_number("margin_h"),
        likelihood=one.maybe_number("likelihood"),
        decides=one.maybe_text("decides"),
        decides_radius_m=one.maybe_number("decides_radius_m"),
        exception=one.maybe_text("exception"),
        lapse=one.maybe_text("lapse"),
        measured=tuple(m for m in measured if m.answers == answers),
        incident=one.maybe_text("incident"),
    )


def _measured(one: JsonObject) -> Measured:
    return Measured(
        what=one.text("what"),
        answers=one.pairs("reading"),
        low_m=one.maybe_number("low_m"),
        best_m=one.maybe_number("best_m"),
        high_m=one.maybe_number("high_m"),
        limit_low_m=one.maybe_number("limit_low_m"),
        limit_high_m=one.maybe_number("limit_high_m"),
    )


def report_from(one: JsonObject) -> ReportRef:
    """Read what points at a report."""
    return ReportRef(one.text("file"), one.maybe_whole("line"), one.whole("row"), one.text("id"))
