"""The columns of one batch: each step tested once, conditions asked about as proved or as said."""

import numpy as np

from checker.evaluate.columns import Columns
from checker.geography.region import Named
from checker.geography.shapes import Box
from checker.language.core.agreement import Standard
from checker.language.core.exemption import Condition, Entry, Exemption, Register, Registered
from checker.language.core.pattern import FOREVER_US, Pattern
from checker.operators import Step
from checker.operators.place import Where
from checker.operators.register import InRegister
from checker.operators.who import Who
from checker.values.truth import Truth
from checker.values.verdict import Reason, reason_names
from tests.handmade import (
    JUNE_US,
    POST,
    clause,
    condition,
    core_of_clauses,
    group,
    judged,
    north,
    pattern,
    period,
    reading,
    within,
)

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
R = Reason
NO_BAR = Standard()
TURNED = {"lon": "32.5", "lat": "36.0"}
FIRE = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}


def columns_of(rule: Condition, *rows: dict[str, str], standard: Standard = NO_BAR) -> Columns:
    one = reading("c1", pattern(), conditions=(rule,))
    core = core_of_clauses(clause("c1", one), standard=standard)
    return judged(core, *rows).batches[0].columns


def test_a_step_is_tested_once_and_then_remembered() -> None:
    columns = columns_of(condition(), {}, {"lat": north(5000.0)})
    number = next(n for n, step in enumerate(columns.plan.steps) if isinstance(step, Where))
    assert columns.test(number) is columns.test(number)
    assert columns.placed(number).truth is columns.placed(number).truth
    assert columns.test(number).truth.tolist() == [T, F]
    assert columns.measure(number, np.array([1, 0])).truth.tolist() == [F, T]


def test_only_a_test_of_actors_is_blurred_by_doubt_about_who_it_was() -> None:
    bar = Standard(attribution="reported")
    columns = columns_of(condition(), {}, {"attribution": "alleged"}, standard=bar)
    assert blurred_in(columns, Who) == {R.ATTRIBUTION_WEAK}


def test_only_a_test_of_places_is_blurred_where_the_axes_may_be_swapped() -> None:
    columns = columns_of(condition(), {}, TURNED)
    assert columns.swapped.tolist() == [False, True]
    assert blurred_in(columns, Where) == {R.PLACE_SWAPPED}


def test_a_report_beside_a_wide_place_is_not_far_from_it_though_turned_it_is_among_them() -> None:
    # The plain is 300 km long and ends 60 km off the report; the posts are 400 km away.
    flat = Named("plain", Box(32.6, 36.6, 32.7, 39.3, 0.0))
    for places, is_swapped in (((POST,) * 3, True), ((*(POST,) * 3, flat), False)):
        core = core_of_clauses(clause("c1"), places=places, place_regions=places)
        assert judged(core, TURNED).batches[0].columns.swapped.tolist() == [is_swapped]


def blurred_in(columns: Columns, kind: type[Step]) -> set[Reason]:
    """Return why steps of a kind, and of no other, are open."""
    blurred = [columns.blurred(n) for n in range(len(columns.plan.steps))]
    assert [bool(found) for found in blurred] == [isinstance(s, kind) for s in columns.plan.steps]
    assert {int(t) for found in blurred for _, answers in found for t in answers} == {U}
    return {reason for found in blurred for reason, _ in found}


def test_a_register_for_one_actor_at_one_place_is_asked_without_each_and_without_both() -> None:
    period_ = period(JUNE_US)
    ours = Entry("n1", group("red"), "1st", None, within(1000.0), period_, None, None)
    unless = Exemption(
        "unless 1", Pattern(), registered=Registered(Register("notices", (ours,), FOREVER_US))
    )
    core = core_of_clauses(
        clause("c1", reading("c1", pattern(), [unless])), standard=Standard(attribution="reported")
    )
    rows = [{"unit": "1st", "attribution": "alleged"}, TURNED | {"attribution": "reported"}]
    columns = judged(core, *rows).batches[0].columns
    number = next(n for n, s in enumerate(columns.plan.steps) if isinstance(s, InRegister))
    opened = {int(reason): answers.tolist() for reason, answers in columns.blurred(number)}
    assert opened == {
        int(R.ATTRIBUTION_WEAK): [U, F],
        int(R.PLACE_SWAPPED): [U, U],
        int(R.ATTRIBUTION_WEAK | R.PLACE_SWAPPED): [U, U],
    }


def test_nothing_is_blurred_where_no_report_is_weakly_attributed() -> None:
    bar = Standard(attribution="reported")
    columns = columns_of(condition(), {"attribution": "confirmed"}, standard=bar)
    assert {columns.blurred(n) for n in range(len(columns.plan.steps))} == {()}


def worth(columns: Columns, *, is_proved: bool = True) -> list[int]:
    found: list[int] = columns.condition(0, "some", (), is_proved=is_proved).truth.tolist()
    return found


def test_a_report_that_is_the_break_finds_the_condition_lapsed_and_an_earlier_one_does_not() -> (
    None
):
    early, late = ({"seen_from": f"2018-06-01T{h}:00:00Z"} for h in ("10", "14"))
    columns = columns_of(condition(), early, FIRE, late)
    assert worth(columns) == [T, F, F]


def test_a_break_that_is_only_alleged_opens_the_condition_and_breaks_it_at_face_value() -> None:
    columns = columns_of(condition(), FIRE | {"kind": "allegation"})
    assert worth(columns) == [U]
    assert worth(columns, is_proved=False) == [F]
    doubts = columns.condition(0, "some", (), is_proved=True).doubts
    assert reason_names(int(doubts[0])) == ("condition_open",)


def test_a_match_that_is_asked_for_makes_the_condition_hold_for_its_own_report() -> None:
    rule = condition(some=pattern(where=None), unproved="open")
    assert worth(columns_of(rule, {}, {"seen_from": "2018-06-03T12:00:00Z"})) == [T, T]


def test_a_condition_may_be_fixed_without_touching_the_other_columns() -> None:
    columns = columns_of(condition(), {}, FIRE)
    fixed = columns.with_fixed({0: int(U)})
    assert worth(fixed) == [U, U]
    assert worth(columns) == [F, F]
    assert fixed.test(0) is columns.test(0)


def test_a_report_of_one_civil_day_is_told_from_one_of_two() -> None:
    rows = [{"seen_from": "2018-06-01"}, {"seen_from": "2018-06-01", "seen_to": "2018-06-02"}]
    asked = columns_of(condition(), *rows, {"seen_from": ""}).asked(())
    assert asked.is_one_day.tolist() == [True, False, False]


def test_the_likelihood_is_asked_for_the_rows_that_are_wanted() -> None:
    columns = columns_of(condition(), {}, {"radius_m": ""})
    number = next(n for n, step in enumerate(columns.plan.steps) if isinstance(step, Where))
    assert np.isnan(columns.likelihood(number, np.array([1]))).tolist() == [True]
