"""What a filter shows, and from which level on a finding fails a run."""

from dataclasses import replace

import pytest

from checker.evaluate.run import JudgedRun
from checker.findings.acceptance import Acceptance
from checker.findings.request import Request
from checker.findings.shown import (
    binds_party,
    failing,
    fails,
    is_shown,
    level_of,
    party_rows,
    shown_rows,
)
from checker.language.core.agreement import NamedGroup
from checker.values.diagnostic import CheckerError
from checker.values.verdict import LEVELS, ClauseStanding, Standing
from tests.findings.made import finding
from tests.handmade import (
    EVERYONE,
    JUNE_US,
    clause,
    core_of_clauses,
    group,
    judged,
    pattern,
    reading,
)


@pytest.mark.parametrize(
    ("standing", "level"),
    [
        (Standing.VIOLATION, "violation"),
        (ClauseStanding.LATE, "violation"),
        (ClauseStanding.OVERDUE, "violation"),
        (Standing.APPARENT_VIOLATION, "apparent"),
        (Standing.BREAKS_CONDITION, "reading"),
        (Standing.DEPENDS_ON_READING, "reading"),
        (Standing.UNDETERMINED, "undetermined"),
        *((standing, "never") for standing in Standing if standing > Standing.UNDETERMINED),
    ],
)
def test_each_standing_fails_from_its_level_on(
    standing: Standing | ClauseStanding, level: str
) -> None:
    one = finding(standing=standing)
    assert level_of(one) == level
    failed = [fail_on for fail_on in LEVELS if fails(one, fail_on)]
    assert failed == [on for on in LEVELS[:-1] if LEVELS.index(on) >= LEVELS.index(level)]


def test_a_filter_of_clauses_shows_those_alone() -> None:
    only = Request(clauses=frozenset({"c1"}))
    assert is_shown(only, "c1")
    assert not is_shown(only, "c2")


@pytest.mark.parametrize(
    ("interval", "shown"),
    [((1, 9), False), ((1, 10), True), ((19, 30), True), ((20, 30), False), (None, True)],
)
def test_a_filter_of_time_shows_what_may_lie_in_it(
    interval: tuple[int, int] | None, shown: bool
) -> None:
    start, end = ("", "") if interval is None else (instant(second) for second in interval)
    run = judged(core_of_clauses(clause("c1")), {"seen_from": start, "seen_to": end})
    request = Request(since_us=JUNE_US + 10_000_000, until_us=JUNE_US + 20_000_000)
    assert shown_rows(run, run.batches[0], request).tolist() == [shown]


def test_what_fails_by_its_standing_is_what_fails_as_a_finding() -> None:
    for fail_on in LEVELS:
        found = [one for one in Standing if fails(finding(standing=one), fail_on)]
        assert failing(fail_on) == found


def instant(second: int) -> str:
    """Return an instant of the first minute of June."""
    return f"2018-06-01T00:00:{second:02}Z"


def run_of(*actors: str) -> JudgedRun:
    return judged(core_of_clauses(clause("c1")), *({"actor": actor} for actor in actors))


def test_a_party_is_shown_with_its_parts_alone_or_among_others() -> None:
    run = run_of("red", "red-unit", "green", "green;red", "", "Umber")
    (batch,) = run.batches
    assert party_rows(run, batch, "red").tolist() == [True, True, False, True, False, False]
    assert party_rows(run, batch, "red-unit").tolist() == [False, True, False, False, False, False]
    assert party_rows(run, batch, None).all()


def test_a_group_is_shown_by_its_name() -> None:
    both = NamedGroup("both", group("red", "red-unit", "green"))
    core = core_of_clauses(clause("c1", reading("c1", pattern(who=group("green")))))
    actors = ("red", "blue", "green")
    run = judged(replace(core, named_groups=(both,)), *({"actor": actor} for actor in actors))
    assert party_rows(run, run.batches[0], "both").tolist() == [True, False, True]
    assert binds_party(run, "c1", "both")


def test_a_party_that_nobody_declared_is_refused_with_those_there_are() -> None:
    run = run_of("red")
    with pytest.raises(CheckerError, match="U101") as error:
        party_rows(run, run.batches[0], "ochre")
    assert "red" in error.value.diagnostics[0].hint


def test_a_clause_is_about_whom_it_binds_and_their_parts() -> None:
    ours = clause("c1", reading("c1", pattern(who=group("red-unit"))))
    all_of = clause("c2", reading("c2", pattern(who=EVERYONE)))
    run = judged(core_of_clauses(ours, all_of), {})
    assert [binds_party(run, "c1", party) for party in ("red", "red-unit", "green")] == [
        *(True, True, False)
    ]
    assert binds_party(run, "c2", "green")


def test_what_somebody_accepts_fails_nothing() -> None:
    accepted = finding(accepted=Acceptance("known", "M. O.", "2027-01-31"))
    assert not any(fails(accepted, level) for level in LEVELS)
    assert level_of(accepted) == "violation"
