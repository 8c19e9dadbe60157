"""How a clause stands over the whole period: the first word that is true."""

import pytest

from checker.findings.finding import SummaryRow
from checker.geography.region import Not
from checker.language.core.pattern import Pattern
from checker.values.verdict import Standing
from tests.handmade import (
    DAY_US,
    JUNE_US,
    clause,
    condition,
    core_of_clauses,
    judged,
    north,
    pattern,
    period,
    reading,
    rows_in,
    within,
)

OUTSIDE = {"lat": north(5000.0)}
TURNED = {"lon": "32.5", "lat": "36.0"}


def row_of(*rows: dict[str, str], what: Pattern | None = None, **given: object) -> SummaryRow:
    """Return how red's keeping off the post stands, as the clause is changed by ``given``."""
    kept_off = reading("c1", what or pattern(), **given)  # type: ignore[arg-type]
    run = judged(core_of_clauses(clause("c1", kept_off)), *rows)
    (one,) = rows_in(run)
    return one


@pytest.mark.parametrize(
    ("rows", "word", "incidents"),
    [
        ([{}, {"radius_m": ""}, OUTSIDE], "violated", 1),
        ([{"kind": "allegation"}, {"radius_m": ""}], "apparently_violated", 1),
        ([{"radius_m": ""}, OUTSIDE], "undetermined", 0),
        ([OUTSIDE, {"actor": "green"}], "no_breach_seen", 0),
        ([OUTSIDE | {"kind": "allegation"}], "no_evidence", 0),
        ([{"actor": "green"}], "no_evidence", 0),
        ([], "no_evidence", 0),
    ],
)
def test_the_first_word_that_is_true_is_taken(
    rows: list[dict[str, str]], word: str, incidents: int
) -> None:
    found = row_of(*rows)
    assert (found.standing.word, found.incidents) == (word, incidents)


def test_the_reports_are_counted_by_their_standing_beside_the_word() -> None:
    counts = dict(row_of({}, {}, OUTSIDE, {"actor": "green"}).reports)
    assert {word: count for word, count in counts.items() if count} == {
        Standing.VIOLATION: 2,
        Standing.COMPLIANT: 1,
        Standing.NOT_APPLICABLE: 1,
    }


def test_a_clause_under_which_every_report_is_not_in_force_is_not_in_force() -> None:
    later = pattern(when=(period(JUNE_US + 9 * DAY_US),))
    assert row_of({}, OUTSIDE, what=later).standing.word == "not_in_force"


def test_a_permission_has_no_row_and_each_reading_has_one() -> None:
    permission = clause("p1", reading("p1", pattern(), kind="permits"))
    readings = [reading("c1", pattern(), answers=(("how", answer),)) for answer in ("a", "b")]
    run = judged(core_of_clauses(clause("c1", *readings), permission), {})
    rows = rows_in(run)
    assert [(row.clause, row.answers) for row in rows] == [
        *(("c1", (("how", "a"),)), ("c1", (("how", "b"),)))
    ]


def test_a_clause_whose_condition_is_proved_broken_at_the_end_is_moot() -> None:
    fire = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}
    assert row_of(fire, conditions=(condition(lapse="ends"),)).standing.word == "not_in_force"
    blue = {"actor": "blue", "seen_from": "2018-06-01T00:00:00Z"}
    assert row_of(blue, fire, conditions=(condition(lapse="ends"),)).standing.word == "moot"
    assert row_of(blue, conditions=(condition(lapse="ends"),)).standing.word == "no_evidence"


# ------------------------------------------------------------ what a doubted position proves


def test_a_report_that_may_be_swapped_proves_no_clause_kept_and_none_broken() -> None:
    assert row_of(OUTSIDE, TURNED).standing.word == "no_breach_seen"
    assert row_of(TURNED).standing.word == "no_evidence"
    confined = pattern(where=Not(within(1000.0)))
    assert row_of(OUTSIDE, TURNED, what=confined).standing.word == "violated"
    assert row_of(TURNED, what=confined).standing.word == "apparently_violated"
    nowhere = pattern(where=None)
    assert row_of(TURNED, what=nowhere).standing.word == "violated"
