"""One clause under one reading over a batch: candidates, sides of the limit, words."""

from dataclasses import replace

import pytest

from checker.evaluate.judge import judge
from checker.language.core.agreement import FirstEvent, Standard
from checker.language.core.exemption import Condition, Exemption
from checker.language.core.pattern import FOREVER_US, Duration, Edge, Pattern
from checker.values.verdict import Standing, Verdict, reason_names
from tests.handmade import (
    DAY_US,
    EVERYONE,
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

ANYONE = replace(EVERYONE, needs_attribution=False)
INSIDE: dict[str, str] = {}
OUTSIDE = {"lat": north(5000.0)}
ASTRIDE = {"lat": north(1000.0)}


def words_for(*rows: dict[str, str], what: Pattern | None = None, **given: object) -> list[str]:
    """Return the standing of each report under red's keeping 1 km off the post."""
    unless = given.pop("unless", [])
    kept: dict[str, object] = {
        key: given.pop(key) for key in ("kind", "deadline", "conditions") if key in given
    }
    one = reading("c1", what or pattern(), unless, **kept)  # type: ignore[arg-type]
    run = judged(core_of_clauses(clause("c1", one), **given), *rows)
    columns, planned = run.batches[0].columns, run.plan.clauses[0].readings[0]
    return [Standing(int(s)).word for s in judge(columns, planned).standing]


def test_on_each_side_of_the_limit_and_across_it() -> None:
    near, far = {"lat": north(989.99)}, {"lat": north(1010.01)}
    assert words_for(INSIDE, near, ASTRIDE, far, OUTSIDE) == [
        *("violation", "violation", "undetermined", "compliant", "compliant")
    ]


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"actor": "green"}, "not_applicable"),
        ({"actor": "Umber"}, "undetermined"),
        ({"actor": "Umber", **OUTSIDE}, "no_breach"),
        ({"kind": "allegation"}, "apparent_violation"),
        ({"kind": "allegation", **OUTSIDE}, "apparent_compliance"),
        ({"kind": "denial"}, "not_a_position"),
        ({"position_of": "debris"}, "not_a_position"),
        ({"count_low": "0", "count_high": "0"}, "not_applicable"),
        ({"kind": "access_denied"}, "undetermined"),
        ({"radius_m": ""}, "undetermined"),
        ({"lon": "", "lat": ""}, "undetermined"),
    ],
)
def test_each_report_has_the_word_of_the_table(row: dict[str, str], word: str) -> None:
    assert words_for(row) == [word]


def test_of_one_of_several_all_must_agree_and_of_all_the_worst_counts() -> None:
    one_of = {"actor": "", "actor_one_of": "red;green"}
    all_of = {"actor": "", "actor_all": "red;green"}
    assert words_for(one_of, all_of) == ["undetermined", "violation"]
    assert words_for(one_of | OUTSIDE, all_of | OUTSIDE) == ["no_breach", "compliant"]
    both_red = {"actor": "", "actor_one_of": "red;red-unit"}
    assert words_for(both_red, both_red | OUTSIDE) == ["violation", "compliant"]


def test_one_of_several_who_differ_is_open_because_of_who_it_was() -> None:
    run = judged(core_of_clauses(clause("c1")), {"actor": "", "actor_one_of": "red;green"})
    found = run.batches[0].readings[0][0]
    assert reason_names(int(found.reasons[0])) == ("actor_unresolved",)


def test_what_an_exception_covers_is_excepted_by_name_inside_and_compliant_outside() -> None:
    unless = [Exemption("police", Pattern(who=group("red-unit")))]
    unit = {"actor": "red-unit"}
    assert words_for(INSIDE, unit, unit | OUTSIDE, unless=unless) == [
        *("violation", "excepted", "compliant")
    ]


def test_a_mixed_patrol_is_not_excepted() -> None:
    unless = [Exemption("police", Pattern(who=group("red-unit")))]
    assert words_for({"actor": "red;red-unit"}, unless=unless) == ["violation"]


def test_a_grade_below_the_bar_leaves_the_face_value_apparent() -> None:
    graded = {"reliability": "D", "credibility": "1"}
    bar = Standard(reliability="C", credibility=3)
    assert words_for(INSIDE | graded, OUTSIDE | graded, standard=bar) == [
        *("apparent_violation", "apparent_compliance")
    ]


def test_a_report_that_names_no_act_is_silent_where_nothing_else_lets_it_out() -> None:
    fire = pattern(does=words("fire"))
    acting = {"kind": "incident", "role": "acting"}
    assert words_for(acting, acting | {"actor": "green"}, acting | {"does": "fire"}, what=fire) == [
        *("silent", "not_applicable", "violation")
    ]


def test_before_a_clause_is_in_force_it_does_not_stand() -> None:
    when = pattern(when=(period(JUNE_US + DAY_US),))
    assert words_for(INSIDE, {"seen_from": "2018-06-02T00:00:00Z"}, what=when) == [
        *("not_in_force", "violation")
    ]


def test_an_act_in_time_complies_and_any_other_report_is_not_concerned() -> None:
    fire = pattern(does=words("fire"))
    acting = {"kind": "incident", "role": "acting", "does": "fire"}
    late = acting | {"seen_from": "2018-06-03T00:00:00Z"}
    deadline = edge(JUNE_US + 2 * DAY_US)
    assert words_for(acting, late, INSIDE, what=fire, kind="act", deadline=deadline) == [
        *("compliant", "not_applicable", "silent")
    ]


def test_an_act_by_one_of_two_of_whom_one_has_the_duty_does_not_concern_it() -> None:
    fire = {"kind": "incident", "role": "acting", "does": "fire"}
    what = Pattern(who=group("red", "red-unit"), does=words("fire"))
    both = [fire | {"actor": "", "actor_one_of": names} for names in ("red;green", "red;red-unit")]
    due = edge(JUNE_US + 30 * DAY_US)
    assert words_for(*both, what=what, kind="act", deadline=due) == ["not_applicable", "compliant"]


def test_an_act_at_the_instant_of_its_date_is_late_and_one_before_it_is_not() -> None:
    acting = {"kind": "incident", "role": "acting", "does": "fire"}
    rows = [acting | {"seen_from": at} for at in ("2018-06-02T23:59:59.999999Z", "2018-06-03")]
    fire = reading(
        "c1", pattern(does=words("fire")), kind="act", deadline=edge(JUNE_US + 2 * DAY_US)
    )
    run = judged(core_of_clauses(clause("c1", fire)), *rows)
    found = run.batches[0].readings[0][0]
    assert found.is_late.tolist() == [False, True]
    assert [Verdict(int(v)).word for v in found.verdict] == ["compliant", "not_applicable"]


def test_a_duty_dated_by_a_report_is_due_from_that_report_on() -> None:
    shot = FirstEvent("shot", pattern(who=group("green"), does=words("fire"), where=None))
    due = Edge(-FOREVER_US, FOREVER_US, "unknown", first="shot", shift=Duration(days=1))
    duty = reading("c1", pattern(does=words("fire")), kind="act", deadline=due)
    core = core_of_clauses(clause("c1", duty), firsts=(shot,))
    acting = {"kind": "incident", "role": "acting", "does": "fire"}
    rows = [acting | {"seen_from": f"2018-06-0{day}T11:00:00Z"} for day in (1, 2)]
    run = judged(core, green_fires("2018-06-01T11:00:00Z"), *rows)
    found = run.batches[0].readings[0][0]
    assert [Verdict(int(v)).word for v in found.verdict[1:]] == ["compliant", "not_applicable"]
    assert found.is_late.tolist()[1:] == [False, True]


@pytest.mark.parametrize(("who", "word"), [("red", "apparent_compliance"), ("", "compliant")])
def test_a_duty_of_anyone_does_not_hang_on_who_did_it(who: str, word: str) -> None:
    fire = pattern(who=group(who) if who else ANYONE, does=words("fire"))
    acting = {"kind": "incident", "role": "acting", "does": "fire", "attribution": "alleged"}
    bar = Standard(attribution="reported")
    deadline = edge(JUNE_US + 2 * DAY_US)
    assert words_for(acting, what=fire, kind="act", deadline=deadline, standard=bar) == [word]


def green_fires(at: str) -> dict[str, str]:
    return {
        "kind": "incident",
        "role": "acting",
        "does": "fire",
        "actor": "green",
        "seen_from": at,
        "lat": north(9000.0),
    }


def lapsing(rule: Condition, *rows: dict[str, str]) -> tuple[list[str], list[int]]:
    one = reading("c1", pattern(), conditions=(rule,))
    run = judged(core_of_clauses(clause("c1", one)), *rows)
    found = run.batches[0].readings[0][0]
    return [Standing(int(s)).word for s in found.standing], found.lapse.tolist()


def test_a_clause_whose_condition_lapsed_is_not_in_force_and_names_the_lapse() -> None:
    rows = [INSIDE, green_fires("2018-06-01T11:00:00Z"), {"seen_from": "2018-06-01T10:00:00Z"}]
    standings, lapses = lapsing(condition(), *rows)
    # Green's own report lies at the instant of the lapse, and not in force comes first.
    assert standings == ["not_in_force", "not_in_force", "violation"]
    assert lapses[0] == 0
    assert lapses[2] == -1


def test_an_act_that_relied_on_a_lapsed_permission_is_a_violation_that_names_it() -> None:
    permitted = Exemption("p1", Pattern(who=group("red")), conditions=(condition(owner="p1"),))
    one = reading("c1", pattern(), [permitted])
    rows = [green_fires("2018-06-01T11:00:00Z"), INSIDE, {"seen_from": "2018-06-01T10:00:00Z"}]
    run = judged(core_of_clauses(clause("c1", one)), *rows)
    found = run.batches[0].readings[0][0]
    assert [Verdict(int(v)).word for v in found.verdict[1:]] == ["violation", "compliant"]
    assert found.lapse.tolist()[1:] == [0, -1]
    assert found.exemption.tolist()[1:] == [-1, 0]


def test_a_duty_that_nobody_reported_on_has_no_answers() -> None:
    assert judged(core_of_clauses(clause("c1"))).batches == ()
