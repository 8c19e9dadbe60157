"""A duty done late, or not done, is a finding about the clause."""

from checker.findings.deadlines import deadline_findings
from checker.findings.finding import Finding
from checker.findings.shown import level_of
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.handmade import (
    DAY_US,
    JUNE_US,
    clause,
    core_of_clauses,
    edge,
    judged,
    north,
    pattern,
    period,
    reading,
    rows_in,
)


def found(*rows: dict[str, str], dates_us: tuple[int, ...] = (JUNE_US,)) -> list[Finding]:
    """Judge a duty to leave by a date, under one reading for each date."""
    readings = [
        reading(
            "c1",
            pattern(when=(period(at_us),)),
            kind="leave",
            deadline=edge(at_us),
            answers=(("by-when", str(number)),) if len(dates_us) > 1 else (),
        )
        for number, at_us in enumerate(dates_us)
    ]
    core = core_of_clauses(clause("c1", *readings))
    run = judged(core, *rows, as_of_us=JUNE_US + 9 * DAY_US)
    return list(deadline_findings(run, rows_in(run)))


THERE = {"unit": "1st"}
GONE = {"unit": "1st", "seen_from": "2018-06-02T12:00:00Z", "lat": north(5000.0)}


def test_who_has_not_left_is_overdue_and_that_is_a_violation() -> None:
    (one,) = found(THERE)
    assert (one.subject, one.verdict, one.standing) == (
        *("deadline", Verdict.VIOLATION, ClauseStanding.OVERDUE),
    )
    assert level_of(one) == "violation"
    assert one.reports == ()
    assert one.message == (
        "The duty has not been done by its date; the date is the end of 2018-05-31; "
        "reports prove a breach after it, and none that it ended."
    )


def test_who_left_after_the_date_is_late() -> None:
    (one,) = found(THERE, GONE)
    assert (one.standing, level_of(one)) == (ClauseStanding.LATE, "violation")
    assert one.message == "The duty was done after its date; the date is the end of 2018-05-31."


def test_who_was_not_seen_after_the_date_is_neither() -> None:
    assert found(GONE) == []
    assert found() == []


def test_a_date_that_is_disputed_makes_it_depend_on_the_reading() -> None:
    (one,) = found(THERE, dates_us=(JUNE_US, JUNE_US + 5 * DAY_US))
    assert (one.verdict, one.standing) == (Verdict.UNDETERMINED, Standing.DEPENDS_ON_READING)
    assert (one.violated_yes, one.violated_no) == (1, 1)
    assert one.reasons == ("readings_differ",)
