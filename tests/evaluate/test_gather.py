"""What the first passes over the reports find out: events, conditions, clauses that were kept."""

import pytest

from checker.evaluate.run import JudgedRun
from checker.language.core.agreement import FirstEvent
from checker.language.core.clause import Clause
from checker.language.core.pattern import FOREVER_US, Edge, Pattern
from checker.values.verdict import Standing, reason_names
from tests.handmade import (
    DAY_US,
    HOUR_US,
    JUNE_US,
    clause,
    condition,
    core_of_clauses,
    edge,
    group,
    judged,
    north,
    pattern,
    period,
    reading,
    words,
)

NOON_US = JUNE_US + 12 * HOUR_US
FIRE = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}


def standings(run: JudgedRun, number: int = 0) -> list[str]:
    return [Standing(int(s)).word for b in run.batches for s in b.readings[number][0].standing]


def test_nothing_is_gathered_where_nothing_needs_it() -> None:
    run = judged(core_of_clauses(clause("c1")), {})
    assert (dict(run.facts.firsts), dict(run.facts.conditions)) == ({}, {})


def after_shot(*rows: dict[str, str]) -> JudgedRun:
    """Judge a clause that stands from green's first fire on."""
    shot = FirstEvent("first-shot", Pattern(who=group("green"), does=words("fire")))
    start = edge(0, 0, first="first-shot")
    one = reading("c1", pattern(when=(period(start),)))
    return judged(core_of_clauses(clause("c1", one), firsts=(shot,)), *rows)


def test_an_event_is_dated_by_its_first_proved_report() -> None:
    later = FIRE | {"seen_from": "2018-06-02T12:00:00Z"}
    run = after_shot(later, FIRE, {"seen_from": "2018-06-01T13:00:00Z"})
    assert dict(run.facts.firsts) == {"first-shot": (NOON_US, NOON_US)}
    assert standings(run)[2] == "violation"


def test_what_was_done_all_the_while_began_at_its_start_and_a_moment_by_its_end() -> None:
    hours = {"seen_from": "2018-06-01T12:00:00Z", "seen_to": "2018-06-01T14:00:00Z"}
    moment = after_shot(FIRE | hours)
    assert dict(moment.facts.firsts) == {"first-shot": (NOON_US, NOON_US + 2 * HOUR_US)}
    whole = after_shot(FIRE | hours | {"time_kind": "throughout"})
    assert dict(whole.facts.firsts) == {"first-shot": (NOON_US, NOON_US)}


def test_a_report_that_only_alleges_it_dates_no_event() -> None:
    run = after_shot(FIRE | {"kind": "allegation"}, {"seen_from": "2018-06-01T13:00:00Z"})
    assert dict(run.facts.firsts) == {}
    assert standings(run)[1] == "undetermined"


def test_a_statement_may_date_an_event() -> None:
    run = after_shot(FIRE | {"kind": "statement"})
    assert dict(run.facts.firsts) == {"first-shot": (NOON_US, NOON_US)}


def test_a_condition_on_an_event_is_false_before_it_and_true_from_it() -> None:
    rule = condition(event=edge(NOON_US), unproved="holds")
    one = reading("c1", pattern(), conditions=(rule,))
    rows = [{"seen_from": at} for at in ("2018-06-01T11:59:59.999999Z", "2018-06-01T12:00:00Z")]
    assert standings(judged(core_of_clauses(clause("c1", one)), *rows)) == [
        *("not_in_force", "violation")
    ]


def mutual(*rows: dict[str, str]) -> JudgedRun:
    """Judge two clauses, each of which stands only while the other is kept."""

    def side(name: str, who: str, other: str) -> Clause:
        rule = condition(owner=name, kept=other, lapse="ends")
        return reading(name, pattern(who=group(who)), conditions=(rule,))

    red, green = side("c1", "red", "c2"), side("c2", "green", "c1")
    return judged(core_of_clauses(clause("c1", red), clause("c2", green)), *rows)


def test_who_breaks_first_frees_the_other() -> None:
    later = {"actor": "green", "seen_from": "2018-06-02T12:00:00Z"}
    run = mutual({}, later)
    assert standings(run) == ["violation", "not_applicable"]
    assert standings(run, 1)[1] == "not_in_force"


def test_where_both_break_within_one_time_nobody_knows_who_began() -> None:
    day = {"seen_from": "2018-06-01"}
    run = mutual(day, day | {"actor": "green"})
    assert (standings(run)[0], standings(run, 1)[1]) == ("undetermined", "undetermined")


def test_reports_that_are_superseded_or_later_than_the_answer_break_nothing() -> None:
    rule = condition(lapse="ends")
    one = reading("c1", pattern(), conditions=(rule,))
    core = core_of_clauses(clause("c1", one))
    wrong = FIRE | {"id": "r1", "seen_from": "2018-06-01T11:00:00Z"}
    right = {**wrong, "id": "r2", "supersedes": "r1", "actor": "blue"}
    seen = {"id": "r3"}
    assert standings(judged(core, wrong, right, seen))[2] == "violation"
    late = {**wrong, "id": "r2", "seen_from": "2018-06-05T11:00:00Z"}
    run = judged(core, seen, late, as_of_us=JUNE_US + DAY_US)
    assert standings(run)[0] == "violation"
    assert run.facts.conditions[0].evidence.sightings == ()


def test_a_breach_without_a_time_may_have_come_first_so_what_hangs_on_it_is_open() -> None:
    run = mutual({"seen_from": ""}, {"actor": "green"})
    assert standings(run, 1)[1] == "undetermined"


def test_a_report_of_both_together_cannot_tell_who_began() -> None:
    run = mutual({"actor": "", "actor_all": "red;green"})
    assert (standings(run), standings(run, 1)) == (["undetermined"], ["undetermined"])


def test_a_possible_breach_at_the_same_time_leaves_the_condition_open_not_the_order() -> None:
    day = {"seen_from": "2018-06-01"}
    run = mutual(day, day | {"actor": "green", "lat": north(1000.0)})
    found = run.batches[0].readings[0][0]
    assert reason_names(int(found.reasons[0])) == ("condition_open",)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (Edge(JUNE_US, JUNE_US + DAY_US, "vague"), "time_vague"),
        (Edge(-FOREVER_US, FOREVER_US, "unknown"), "event_unknown"),
    ],
)
def test_a_condition_on_an_event_is_as_open_as_its_date(event: Edge, reason: str) -> None:
    rule = condition(none=None, event=event)
    one = clause("c1", reading("c1", pattern(), conditions=(rule,)))
    found = judged(core_of_clauses(one), {}).batches[0].readings[0][0]
    assert reason_names(int(found.reasons[0])) == (reason,)


def test_a_breach_of_the_kept_clause_far_away_does_not_lapse_it() -> None:
    run = mutual({"lat": north(5000.0)}, {"actor": "green", "seen_from": "2018-06-02T12:00:00Z"})
    assert standings(run, 1)[1] == "violation"


def test_a_weak_report_of_lawful_conduct_opens_no_condition() -> None:
    rule = condition(owner="c2", kept="c1", lapse="ends")
    green = pattern(who=group("green"), does=words("fire"), where=None)
    core = core_of_clauses(clause("c1"), clause("c2", reading("c2", green, conditions=(rule,))))
    lawful = {"kind": "allegation", "lat": north(5000.0), "seen_from": "2018-06-01T00:00:00Z"}
    shot = FIRE | {"seen_from": "2018-06-03T00:00:00Z"}
    run = judged(core, lawful, shot)
    assert standings(run)[0] == "apparent_compliance"
    assert standings(run, 1)[1] == "violation"
    near = lawful | {"lat": north(500.0)}
    assert standings(judged(core, near, shot), 1)[1] == "undetermined"
