"""The numbers of findings, column by column: margins, likelihoods, radii and distances."""

import numpy as np

from checker.findings.numbers import Numbers, cells
from tests.handmade import clause, core_of_clauses, judged, north


def test_what_is_not_known_is_none() -> None:
    assert cells(np.array([1.5, np.nan, np.inf])) == [1.5, None, None]


def test_numbers_are_those_of_the_rows_that_are_told_in_their_order() -> None:
    rows = [{}, {"lat": north(5000.0)}, {"lat": north(995.0)}]
    run = judged(core_of_clauses(clause("c1")), *rows)
    numbers = Numbers(run, run.batches[0], run.plan.clauses[0], np.array([2, 1, 0]))
    margin = cells(numbers.margin_m(0))
    assert margin[0] is None  # the place is open
    assert margin[1:] == [3990.0, -990.0]
    radius = numbers.radius_m(0)
    assert np.isfinite(radius).tolist() == [True, False, False]
    assert numbers.together(0).tolist() == [0, 0, 0]
    assert cells(numbers.margin_h(0)) == [None, None, None]
    likely = numbers.likelihood(0, np.ones(3, dtype=np.bool_))
    assert 0.0 < likely[0] < 1.0
    assert likely[1:].tolist() == [0.0, 1.0]


def test_ends_are_rounded_to_a_millimetre_and_have_their_limit() -> None:
    run = judged(core_of_clauses(clause("c1")), {"lat": north(5000.0)})
    clause_ = run.plan.clauses[0]
    numbers = Numbers(run, run.batches[0], clause_, np.array([0]))
    (ends,) = numbers.ends(clause_.readings[0].variants[0])
    assert ends.name == "distance to post"
    assert ends.limit_m == (1000.0, 1000.0)
    assert ends.best_m[0] == round(float(ends.best_m[0]), 3)
