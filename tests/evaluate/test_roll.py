"""One answer over all readings: each pair of readings has its word in the table."""

import numpy as np
import pytest

from checker.evaluate.judged import Judged
from checker.evaluate.roll import roll
from checker.values.verdict import Reason, Standing, Verdict, reason_names

_VERDICT = {
    Standing.VIOLATION: Verdict.VIOLATION,
    Standing.APPARENT_VIOLATION: Verdict.UNDETERMINED,
    Standing.UNDETERMINED: Verdict.UNDETERMINED,
    Standing.EXCEPTED: Verdict.COMPLIANT,
    Standing.COMPLIANT: Verdict.COMPLIANT,
    Standing.APPARENT_COMPLIANCE: Verdict.UNDETERMINED,
    Standing.NO_BREACH: Verdict.NO_BREACH,
    Standing.SILENT: Verdict.NOT_APPLICABLE,
    Standing.NOT_IN_FORCE: Verdict.NOT_APPLICABLE,
    Standing.NOT_APPLICABLE: Verdict.NOT_APPLICABLE,
    Standing.NOT_A_POSITION: Verdict.NOT_APPLICABLE,
}


NO_REASON = Reason(0)


def judged(standing: Standing, reasons: Reason = NO_REASON) -> Judged:
    one = np.array([-1], dtype=np.int32)
    verdict = np.array([_VERDICT[standing]], dtype=np.int8)
    return Judged(
        verdict=verdict,
        face=verdict,
        standing=np.array([standing], dtype=np.int8),
        reasons=np.array([reasons], dtype=np.uint32),
        needs_all=np.array([False]),
        clearing=np.array([0], dtype=np.uint32),
        variant=one,
        candidate=one,
        exemption=one,
        lapse=one,
        is_late=np.array([False]),
        may_be_timely=np.array([False]),
        concerned=np.array([[True]]),
    )


@pytest.mark.parametrize(
    ("first", "second", "verdict", "standing"),
    [
        ("violation", "violation", "violation", "violation"),
        ("violation", "apparent_violation", "undetermined", "apparent_violation"),
        ("violation", "compliant", "undetermined", "depends_on_reading"),
        ("violation", "undetermined", "undetermined", "depends_on_reading"),
        ("apparent_violation", "undetermined", "undetermined", "depends_on_reading"),
        ("apparent_violation", "not_applicable", "undetermined", "depends_on_reading"),
        ("undetermined", "compliant", "undetermined", "undetermined"),
        ("undetermined", "apparent_compliance", "undetermined", "undetermined"),
        ("excepted", "compliant", "compliant", "compliant"),
        ("compliant", "apparent_compliance", "undetermined", "apparent_compliance"),
        ("compliant", "not_applicable", "no_breach", "no_breach"),
        ("apparent_compliance", "not_applicable", "no_breach", "no_breach"),
        ("no_breach", "compliant", "no_breach", "no_breach"),
        ("not_applicable", "silent", "not_applicable", "silent"),
        ("not_applicable", "not_in_force", "not_applicable", "not_in_force"),
        ("not_a_position", "not_applicable", "not_applicable", "not_applicable"),
    ],
)
def test_two_readings_make_one_answer_whatever_their_order(
    first: str, second: str, verdict: str, standing: str
) -> None:
    pair = [judged(Standing[word.upper()]) for word in (first, second)]
    for readings in (pair, pair[::-1]):
        rolled = roll(readings)
        assert Verdict(int(rolled.verdict[0])).word == verdict
        assert Standing(int(rolled.standing[0])).word == standing


def test_readings_are_counted_as_violated_open_or_neither() -> None:
    words = ("violation", "apparent_violation", "undetermined", "compliant", "not_applicable")
    rolled = roll([judged(Standing[word.upper()]) for word in words])
    assert (rolled.yes[0], rolled.open[0], rolled.no[0]) == (1, 2, 2)


def test_a_breach_under_some_readings_adds_that_readings_differ() -> None:
    apparent = judged(Standing.APPARENT_VIOLATION, Reason.ATTRIBUTION_WEAK)
    rolled = roll([apparent, judged(Standing.NOT_APPLICABLE)])
    assert reason_names(int(rolled.reasons[0])) == ("attribution_weak", "readings_differ")


def test_readings_that_agree_on_doubt_do_not_differ() -> None:
    vague = judged(Standing.UNDETERMINED, Reason.PLACE_VAGUE)
    assert reason_names(int(roll([vague, vague]).reasons[0])) == ("place_vague",)


def test_a_finding_is_listed_if_any_reading_is_a_breach_or_in_doubt() -> None:
    assert roll([judged(Standing.COMPLIANT), judged(Standing.UNDETERMINED)]).is_listed[0]
    assert not roll([judged(Standing.COMPLIANT), judged(Standing.NO_BREACH)]).is_listed[0]
