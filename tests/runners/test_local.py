"""A whole run on this machine: what is shown, what fails, what is hollow, what is counted."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from checker.findings.finding import NotJudged
from checker.findings.request import Request
from checker.language.core.agreement import Core
from checker.reports import Reports, reports
from checker.reports.batch import Batch
from checker.reports.repeats import Repeats
from checker.reports.tally import Tally
from checker.runners.local import Run, run
from checker.values.diagnostic import Diagnostic
from tests.handmade import (
    DAY_US,
    JUNE_US,
    clause,
    condition,
    core_of_clauses,
    edge,
    group,
    north,
    opened,
    pattern,
    period,
    reading,
)

CORE = core_of_clauses(
    clause("c1"), clause("c2", reading("c2", pattern(who=group("green"))), certainty="stated")
)
OUTSIDE = {"lat": north(5000.0)}


def done(*rows: dict[str, str], core: Core = CORE, **request: Any) -> Run:
    return run(core, opened(*rows), Request(**request))


def shown(of: Run) -> list[str]:
    return [f"{one.reports[0].id} {one.clause}" for one in of.findings()]


def code(of: Run) -> int:
    list(of.findings())
    return of.exit_code()


def test_findings_come_in_the_order_of_their_reports_then_of_clauses() -> None:
    rows: list[dict[str, str]] = [{"actor": "green"}, {"actor": "red;green"}, OUTSIDE]
    assert shown(done(*rows)) == ["r1 c2", "r2 c1", "r2 c2"]
    assert shown(done(*rows, is_all=True)) == [f"r{n} c{c}" for n in (1, 2, 3) for c in (1, 2)]


def test_the_same_question_twice_has_the_same_answer() -> None:
    one = done({}, OUTSIDE)
    assert (list(one.findings()), one.summary()) == (list(one.findings()), one.summary())


def test_the_header_names_the_deal_and_the_instant_of_the_answer() -> None:
    header = done({}, OUTSIDE).header
    assert (header.agreement_id, header.agreement_title, header.as_of) == (
        *("deal", "Invented deal", "2018-06-01T12:00:00+00:00"),
    )
    assert done(as_of_us=JUNE_US).header.as_of == "2018-06-01T00:00:00+00:00"
    assert done({"seen_from": ""}).header.as_of is None


# ------------------------------------------------------------------------------- what is shown


@pytest.mark.parametrize(
    ("request_", "ids"),
    [
        ({"clauses": frozenset({"c2"})}, ["r2 c2"]),
        ({"party": "red"}, ["r1 c1", "r3 c1"]),
        ({"since_us": JUNE_US + DAY_US}, ["r3 c1"]),
        ({"until_us": JUNE_US + DAY_US}, ["r1 c1", "r2 c2"]),
    ],
)
def test_filters_hide_findings_and_count_those_that_would_fail(
    request_: dict[str, Any], ids: list[str]
) -> None:
    rows = [{}, {"actor": "green"}, {"seen_from": "2018-06-02T12:00:00Z"}]
    one = done(*rows, **request_)
    assert shown(one) == ids
    assert one.summary().hidden == 3 - len(ids)


def test_what_is_hidden_fails_nothing_and_is_read_all_the_same() -> None:
    fire = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}
    lapsing = core_of_clauses(clause("c1", reading("c1", pattern(), conditions=(condition(),))))
    later = {"seen_from": "2018-06-01T13:00:00Z"}
    one = done(fire, later, core=lapsing, party="red", is_all=True)
    (told,) = list(one.findings())
    assert told.standing.word == "not_in_force"
    assert code(done({}, party="green")) == 0
    assert code(done({})) == 1


def overdue(**request: Any) -> Run:
    what = pattern(when=(period(JUNE_US),))
    duty = reading("c1", what, kind="leave", deadline=edge(JUNE_US))
    return done({"kind": "position"}, core=core_of_clauses(clause("c1", duty)), **request)


def test_a_duty_is_shown_to_whom_it_binds_and_hidden_from_the_others() -> None:
    assert [one.subject for one in overdue(party="red").findings()] == ["report", "deadline"]
    other = overdue(party="green")
    assert list(other.findings()) == []
    assert other.summary().hidden == 2


# -------------------------------------------------------------------------------- the exit code


@pytest.mark.parametrize(
    ("row", "fails"),
    [
        ({}, ("violation", "apparent", "reading", "undetermined")),
        ({"kind": "allegation"}, ("apparent", "reading", "undetermined")),
        ({"radius_m": ""}, ("undetermined",)),
        (OUTSIDE, ()),
    ],
)
def test_a_run_fails_at_the_level_that_was_asked_for(
    row: dict[str, str], fails: tuple[str, ...]
) -> None:
    levels = ("violation", "apparent", "reading", "undetermined", "never")
    assert tuple(level for level in levels if code(done(row, fail_on=level)) == 1) == fails


def test_an_overdue_duty_fails_like_a_violation() -> None:
    one = overdue()
    assert "overdue" in [finding.standing.word for finding in one.findings()]
    assert one.exit_code() == 1


def test_a_run_that_tested_nothing_is_hollow_unless_that_is_allowed() -> None:
    claim, only = {"kind": "denial"}, core_of_clauses(clause("c1"))
    one = done(claim, core=only)
    assert code(one) == 3
    assert one.summary().hollow == "nothing was put to the test"
    assert code(done(claim, core=only, is_empty_allowed=True)) == 0
    assert code(done()) == 3


BAD = {"lat": "120"}


@pytest.mark.parametrize(
    ("most", "is_share", "expected"),
    [
        (Fraction(1), False, 0),
        (Fraction(0), False, 3),
        (Fraction(1, 2), True, 0),
        (Fraction(49, 100), True, 3),
    ],
)
def test_a_run_that_lost_more_rows_than_allowed_is_hollow(
    most: Fraction, is_share: bool, expected: int
) -> None:
    one = done(OUTSIDE, BAD, max_quarantined=most, is_share=is_share)
    assert code(one) == expected
    why = "1 of 2 rows were not accepted" if expected else None
    assert one.summary().hollow == why


def test_a_share_is_exact() -> None:
    rows = [OUTSIDE] * 71 + [BAD] * 29
    assert code(done(*rows, max_quarantined=Fraction(29, 100), is_share=True)) == 0


def test_lost_rows_are_not_excused_by_allowing_an_empty_run() -> None:
    assert code(done(OUTSIDE, BAD, max_quarantined=Fraction(0), is_empty_allowed=True)) == 3


def test_findings_go_before_a_hollow_run() -> None:
    assert code(done({}, BAD, max_quarantined=Fraction(0))) == 1


# ------------------------------------------------------------------------------ what is counted


def test_the_summary_counts_files_rows_names_and_what_was_not_judged() -> None:
    one = done({}, {"actor": "gren"}, {"actor": "gren"}, BAD, {"actor": "blue"})
    list(one.findings())
    end = one.summary()
    assert [(i.file, i.rows, i.quarantined) for i in end.inputs] == [("r.csv", 4, 1)]
    (word,) = end.unknown
    assert (word.kind, word.name, word.count, word.nearest) == ("actor", "gren", 2, ("green",))
    assert NotJudged("R203", 1) in end.not_judged
    assert [(r.file, r.line, r.row, r.column, r.code) for r in end.rejected] == [
        ("r.csv", 5, 4, "lat", "R203")
    ]
    assert "swapped" in end.rejected[0].hint


def test_an_answer_far_after_the_other_reports_is_warned_of() -> None:
    gap = [{}, {"seen_from": "2018-07-02T12:00:00Z"}]
    (said,) = [w for w in done(*gap).summary().warnings if w.code == "R157"]
    assert "more than 30 days after" in said.message
    within = [{}, {"seen_from": "2018-07-01T12:00:00Z"}]
    assert not [w for w in done(*within).summary().warnings if w.code == "R157"]
    stated = done(*gap, as_of_us=JUNE_US + 90 * DAY_US)
    assert not [w for w in stated.summary().warnings if w.code == "R157"]


def test_a_superseded_typing_error_sets_no_date() -> None:
    wrong = {"id": "a", "seen_from": "2081-06-01"}
    one = done(wrong, {"id": "b", "supersedes": "a"})
    assert one.header.as_of == "2018-06-01T12:00:00+00:00"
    assert not [w for w in one.summary().warnings if w.code == "R157"]


def test_swapped_reports_are_listed_warned_of_and_prove_no_clause_kept() -> None:
    summary = done({"lon": "32.5", "lat": "36.0"}, {"actor": "green"}).summary()
    assert [(one.file, one.line, one.row, one.id) for one in summary.swapped] == [
        ("r.csv", 2, 1, "r1")
    ]
    assert [w.code for w in summary.warnings] == ["R156"]
    assert [row.standing.word for row in summary.rows] == ["no_evidence", "violated"]


def test_what_the_agreement_warned_of_is_told_first() -> None:
    warned = Diagnostic("W107", "swapped", None, "", "warning")
    one = run(CORE, opened({"lon": "32.5", "lat": "36.0"}), Request(), (warned,))
    assert [w.code for w in one.summary().warnings] == ["W107", "R156"]


def test_reports_that_cannot_be_held_are_read_twice_and_no_oftener(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reports, "_KEPT_ROWS", 0)
    times: list[None] = []
    read = Reports._read

    def counted(self: Reports, tally: Tally, repeats: Repeats) -> Iterator[Batch]:
        times.append(None)
        return read(self, tally, repeats)

    monkeypatch.setattr(Reports, "_read", counted)
    one = done({}, OUTSIDE)
    assert (len(shown(one)), len(one.summary().rows)) == (1, 2)
    assert len(times) == 2
