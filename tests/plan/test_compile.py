"""From the core to a plan: equal steps and conditions are shared, presence and acts are split."""

import pickle

from checker.language.core.exemption import Exemption, Registered
from checker.language.core.exemption import Register as Notices
from checker.language.core.pattern import Group, Membership, Pattern, Words
from checker.operators.doing import Doing
from checker.operators.place import Where
from checker.operators.presence import Presence
from checker.operators.register import InRegister
from checker.operators.who import Who
from checker.plan import Plan, compile_plan
from tests.handmade import (
    JUNE_US,
    clause,
    condition,
    core_of_clauses,
    group,
    pattern,
    period,
    reading,
    within,
    words,
)


def planned(*readings_of_clauses: tuple[str, Pattern]) -> Plan:
    """Plan an agreement of clauses that have one reading each."""
    return compile_plan(
        core_of_clauses(*(clause(name, reading(name, what)) for name, what in readings_of_clauses))
    )


def test_clauses_with_the_same_region_share_one_measurement() -> None:
    plan = planned(("c1", pattern()), ("c2", pattern(who=group("green"))))
    one, two = (clause.readings[0].variants[0].pattern for clause in plan.clauses)
    assert one.where == two.where
    assert one.who != two.who
    assert sum(isinstance(step, Where) for step in plan.steps) == 1


def test_readings_that_differ_in_the_region_share_all_other_steps() -> None:
    readings = [
        reading("c1", pattern(where=within(metres)), answers=(("how-far", name),))
        for metres, name in ((1000.0, "near"), (2000.0, "far"))
    ]
    plan = compile_plan(core_of_clauses(clause("c1", *readings)))
    assert [type(step).__name__ for step in plan.steps] == ["Who", "Presence", "Where", "Where"]
    near, far = plan.clauses[0].readings
    assert (near.answers, far.answers) == ((("how-far", "near"),), (("how-far", "far"),))


def test_what_is_absent_from_a_pattern_asks_nothing() -> None:
    plan = planned(("c1", Pattern(who=group("red"), does=words("fire"))))
    found = plan.clauses[0].readings[0].variants[0].pattern
    assert (found.things, found.against, found.when, found.where) == (None, None, None, None)


def test_presence_looks_at_the_actors_position_and_an_act_at_its_own_places() -> None:
    plan = planned(("c1", pattern(does=words("presence", "fire"))))
    presence, act = plan.clauses[0].readings[0].variants
    assert [plan.steps[v.pattern.does or 0] for v in (presence, act)] == [
        Presence(),
        Doing(Words("[presence, fire]", (0, 0, 2, 0)), "some"),
    ]
    assert (presence.pattern.places, act.pattern.places) == ("own", "act")


def test_an_exception_from_presence_asks_nothing_of_what_was_done_and_one_from_acts_does() -> None:
    both = Exemption("unless 1", Pattern(does=words("presence", "fire")))
    what = pattern(does=words("presence", "fire", "shell"))
    plan = compile_plan(core_of_clauses(clause("c1", reading("c1", what, [both]))))
    presence, acts = plan.clauses[0].readings[0].variants
    (stay,), (shoot,) = presence.exemptions, acts.exemptions
    assert stay.pattern.does is None
    asked = plan.steps[shoot.pattern.does or 0]
    assert isinstance(asked, Doing)
    assert asked.scope == "all"
    assert asked.among == Words("[presence, fire, shell]", (0, 0, 2, 2))


def test_only_a_dated_group_depends_on_the_time_in_which_a_clause_applies() -> None:
    later = (period(JUNE_US),)
    spans = ((JUNE_US, JUNE_US + 1, 2),)
    dated = Group("clients", (Membership(spans), *(Membership() for _ in range(3))))
    plan = planned(("c1", pattern(when=later)), ("c2", pattern(who=dated, when=later)))
    applies = [step.applies for step in plan.steps if isinstance(step, Who)]
    assert applies == [(), later]


def test_an_exception_must_cover_all_and_a_prohibition_meets_some() -> None:
    police = Exemption("unless 1", Pattern(who=group("red-unit")))
    plan = compile_plan(core_of_clauses(clause("c1", reading("c1", pattern(), [police]))))
    variant = plan.clauses[0].readings[0].variants[0]
    (exemption,) = variant.exemptions
    scopes = [
        step.scope
        for number in (variant.pattern.who, exemption.pattern.who)
        if number is not None and isinstance(step := plan.steps[number], Who)
    ]
    assert scopes == ["some", "all"]


def test_a_register_is_one_more_test_of_its_exception() -> None:
    told = Exemption("unless 1", Pattern(), registered=Registered(Notices("notices", (), JUNE_US)))
    plan = compile_plan(core_of_clauses(clause("c1", reading("c1", pattern(), [told]))))
    (number,) = plan.clauses[0].readings[0].variants[0].exemptions[0].pattern.more
    assert isinstance(plan.steps[number], InRegister)


def test_a_condition_that_two_readings_share_is_drawn_once() -> None:
    readings = [
        reading("c1", pattern(), answers=(("how", answer),), conditions=(condition(),))
        for answer in ("a", "b")
    ]
    plan = compile_plan(core_of_clauses(clause("c1", *readings)))
    assert len(plan.conditions) == 1
    assert [r.conditions for r in plan.clauses[0].readings] == [(0,), (0,)]


def test_a_condition_is_watched_only_while_its_clause_is_in_force() -> None:
    when = (period(JUNE_US),)
    one = reading("c1", pattern(when=when), conditions=(condition(),))
    plan = compile_plan(core_of_clauses(clause("c1", one)))
    assert plan.conditions[0].patterns[0].when is not None


def test_a_kept_clause_is_watched_under_the_same_answers() -> None:
    answers = [(("how", answer),) for answer in ("a", "b")]
    watched = [reading("c1", pattern(), answers=one) for one in answers]
    rule = condition(owner="c2", kept="c1")
    watching = [reading("c2", pattern(), answers=one, conditions=(rule,)) for one in answers]
    plan = compile_plan(core_of_clauses(clause("c1", *watched), clause("c2", *watching)))
    assert [planned.kept for planned in plan.conditions] == [(0, 0), (0, 1)]


def test_a_permission_judges_nothing_and_keeps_its_conditions() -> None:
    rule = condition(owner="p1")
    lifted = Exemption("p1", Pattern(), conditions=(rule,))
    permission = clause("p1", reading("p1", pattern(), kind="permits", conditions=(rule,)))
    plan = compile_plan(
        core_of_clauses(clause("c1", reading("c1", pattern(), [lifted])), permission)
    )
    prohibition, permits = plan.clauses[0].readings[0], plan.clauses[1].readings[0]
    assert (permits.variants, permits.conditions) == ((), ())
    assert permits.owned == prohibition.variants[0].exemptions[0].conditions
    assert prohibition.owned == ()


def test_a_plan_is_plain_data_that_may_be_sent_elsewhere() -> None:
    plan = planned(("c1", pattern()), ("c2", pattern(does=words("fire"))))
    assert pickle.loads(pickle.dumps(plan)) == plan  # noqa: S301
