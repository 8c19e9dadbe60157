"""The columns of one batch: each step tested once, conditions asked about as proved or as said."""

import numpy as np

from checker.evaluate.columns import Columns
from checker.language.core.agreement import Standard
from checker.language.core.exemption import Condition
from checker.operators.place import Where
from checker.operators.who import Who
from checker.values.truth import Truth
from checker.values.verdict import reason_names
from tests.handmade import clause, condition, core_of_clauses, judged, north, pattern, reading

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
NO_BAR = Standard()
FIRE = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}


def columns_of(rule: Condition, *rows: dict[str, str], standard: Standard = NO_BAR) -> Columns:
    one = reading("c1", pattern(), conditions=(rule,))
    core = core_of_clauses(clause("c1", one), standard=standard)
    return judged(core, *rows).batches[0].columns


def test_a_step_is_tested_once_and_then_remembered() -> None:
    columns = columns_of(condition(), {}, {"lat": north(5000.0)})
    number = next(n for n, step in enumerate(columns.plan.steps) if isinstance(step, Where))
    assert columns.test(number) is columns.test(number)
    assert columns.placed(number) is columns.placed(number)
    assert columns.test(number).truth.tolist() == [T, F]
    assert columns.measure(number, np.array([1, 0])).truth.tolist() == [F, T]


def test_only_a_test_of_actors_is_blurred_by_doubt_about_who_it_was() -> None:
    bar = Standard(attribution="reported")
    columns = columns_of(condition(), {}, {"attribution": "alleged"}, standard=bar)
    blurred = [columns.blurred(n) for n in range(len(columns.plan.steps))]
    actors = [isinstance(step, Who) for step in columns.plan.steps]
    assert [answers is not None for answers in blurred] == actors
    assert {int(t) for answers in blurred if answers is not None for t in answers} == {U}


def test_nothing_is_blurred_where_no_report_is_weakly_attributed() -> None:
    bar = Standard(attribution="reported")
    columns = columns_of(condition(), {"attribution": "confirmed"}, standard=bar)
    assert {columns.blurred(n) for n in range(len(columns.plan.steps))} == {None}


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
