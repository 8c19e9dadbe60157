"""How grave a standing is to a service of three levels."""

import pytest

from checker.findings.acceptance import Acceptance
from checker.outputs.severity import finding_severity, severity_of
from checker.values.verdict import LEVELS, ClauseStanding, Standing
from tests.findings.made import finding


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing.VIOLATION, "error"),
        (ClauseStanding.LATE, "error"),
        (ClauseStanding.OVERDUE, "error"),
        (Standing.APPARENT_VIOLATION, "warning"),
        (Standing.BREAKS_CONDITION, "warning"),
        (Standing.DEPENDS_ON_READING, "warning"),
        (Standing.UNDETERMINED, "notice"),
        (Standing.COMPLIANT, None),
        (Standing.NOT_APPLICABLE, None),
    ],
)
def test_only_what_is_proved_is_an_error_unless_more_fails_the_run(
    standing: Standing, said: str | None
) -> None:
    assert severity_of(standing, "violation") == said


def test_what_fails_the_run_is_an_error_and_a_violation_is_one_always() -> None:
    errors = [
        sum(severity_of(standing, level) == "error" for standing in Standing) for level in LEVELS
    ]
    assert errors == [1, 2, 4, 5, 1]


@pytest.mark.parametrize(
    ("standing", "said"), [(Standing.VIOLATION, "notice"), (Standing.COMPLIANT, None)]
)
def test_what_a_baseline_accepts_is_a_notice_whatever_it_is(
    standing: Standing, said: str | None
) -> None:
    one = finding(standing=standing, accepted=Acceptance("known", "A. Reader", "2027-01-01"))
    assert finding_severity(one, "violation") == said
    assert finding_severity(finding(), "violation") == "error"
