"""Whether the conditions of a clause stand at an instant, or over a time."""

import pytest

from checker.findings.owed import worth_of
from checker.language.core.exemption import Condition
from checker.values.truth import Truth
from tests.handmade import (
    DAY_US,
    HOUR_US,
    JUNE_US,
    clause,
    condition,
    core_of_clauses,
    judged,
    pattern,
    reading,
)

FIRE = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}
NOON_US = JUNE_US + 12 * HOUR_US


def worth(*conditions: Condition, from_us: int, to_us: int) -> Truth:
    """Return what conditions are worth that green's fire at noon of 1 June breaks."""
    core = core_of_clauses(clause("c1", reading("c1", pattern(), conditions=conditions)))
    run = judged(core, FIRE)
    return worth_of(run, run.plan.clauses[0].readings[0], from_us, to_us)


@pytest.mark.parametrize(
    ("from_us", "to_us", "truth"),
    [
        (NOON_US - HOUR_US, NOON_US - 1, Truth.TRUE),
        (NOON_US, NOON_US, Truth.FALSE),
        (NOON_US, JUNE_US + DAY_US - 1, Truth.FALSE),
        (JUNE_US + 2 * DAY_US, JUNE_US + 2 * DAY_US, Truth.UNKNOWN),
        (NOON_US - HOUR_US, NOON_US, Truth.UNKNOWN),
    ],
    ids=["before", "at it", "that day", "after it", "across it"],
)
def test_a_condition_is_worth_what_it_is_all_the_while(
    from_us: int, to_us: int, truth: Truth
) -> None:
    assert worth(condition(lapse="suspends"), from_us=from_us, to_us=to_us) == truth


def test_all_conditions_have_to_stand_and_none_is_met() -> None:
    broken, kept = condition(lapse="ends"), condition(lapse="suspends", none=pattern())
    at = {"from_us": NOON_US, "to_us": NOON_US}
    assert worth(kept, **at) == Truth.TRUE
    assert worth(kept, broken, **at) == Truth.FALSE
    assert worth(**at) == Truth.TRUE
