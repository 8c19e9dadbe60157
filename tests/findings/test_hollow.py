"""A run that put nothing to the test is hollow, and what got no verdict is counted."""

import pytest

from checker.evaluate.run import JudgedRun
from checker.findings.hollow import not_judged
from tests.handmade import (
    DAY_US,
    JUNE_US,
    THINGS,
    clause,
    core_of_clauses,
    gathered,
    judged,
    pattern,
    period,
    reading,
    words,
)


def run_of(*rows: dict[str, str]) -> JudgedRun:
    """Judge red's tanks by the post from 2 June on."""
    tanks = pattern(things=words("tanks", of=THINGS), when=(period(JUNE_US + DAY_US),))
    return judged(core_of_clauses(clause("c1", reading("c1", tanks))), *rows)


def is_tested(*rows: dict[str, str]) -> bool:
    return gathered(run_of(*rows)).untold.is_tested


IN_FORCE = {"seen_from": "2018-06-02T12:00:00Z", "thing": "tanks"}


@pytest.mark.parametrize(
    "row",
    [
        {"seen_from": "2018-06-01"},
        IN_FORCE | {"thing": ""},
        IN_FORCE | {"position_of": "debris"},
        IN_FORCE | {"kind": "denial"},
    ],
    ids=["not in force", "silent", "not a position", "a claim"],
)
def test_a_run_without_a_report_that_was_put_to_the_test_is_hollow(row: dict[str, str]) -> None:
    assert not is_tested(row)


@pytest.mark.parametrize(
    "row", [IN_FORCE, IN_FORCE | {"actor": "green"}, IN_FORCE | {"radius_m": ""}]
)
def test_a_report_that_was_judged_makes_a_run_whatever_the_answer(row: dict[str, str]) -> None:
    assert is_tested({"seen_from": "2018-06-01"}, row)


def test_no_report_and_only_superseded_or_late_ones_are_hollow() -> None:
    assert not is_tested()
    first, second = (
        IN_FORCE | {"id": "a"},
        {"id": "b", "supersedes": "a", "seen_from": "2018-06-01"},
    )
    assert not is_tested(first, second)


def test_what_was_not_judged_is_counted_by_its_reason() -> None:
    run = run_of(
        {"id": "a"},
        {"id": "b", "supersedes": "a", "seen_from": "2018-06-01"},
        {"id": "c", **IN_FORCE},
        {"id": "d", **IN_FORCE, "thing": ""},
        {"id": "e", **IN_FORCE, "actor": "green"},
    )
    assert not_judged(gathered(run).untold) == [
        *(("superseded", 1), ("not_in_force", 1), ("silent", 1), ("not_applicable", 1))
    ]
