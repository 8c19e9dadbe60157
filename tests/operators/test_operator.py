"""A batch laid out for testing: one candidate for each actor of each report."""

import numpy as np

from checker.operators.operator import Tested, over_lists, where_unknown
from checker.reports.batch import MISSING, UNDECLARED, Lists
from checker.values.truth import Truth
from checker.values.verdict import Reason
from tests.handmade import frame_for

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE


def test_each_actor_of_a_report_is_a_candidate_and_nobody_is_one_too() -> None:
    frame = frame_for({"actor": "red;green"}, {"actor": ""}, {"actor": "Umber"})
    assert frame.row_of.tolist() == [0, 0, 1, 2]
    assert frame.actor.tolist() == [0, 2, MISSING, UNDECLARED]


def test_a_report_without_a_time_may_be_of_any_time() -> None:
    frame = frame_for({"seen_from": ""}, {})
    assert frame.has_time.tolist() == [False, True]
    assert frame.from_us[0] < -(10**18) < 10**18 < frame.to_us[0]


def test_the_answer_of_a_report_is_the_answer_of_each_of_its_candidates() -> None:
    frame = frame_for({"actor": "red;green"}, {"actor": "blue"})
    tested = Tested(np.array([U, T], dtype=np.int8), np.array([4, 0], dtype=np.uint32))
    spread = frame.spread(tested)
    assert spread.truth.tolist() == [U, U, T]
    assert spread.doubts.tolist() == [4, 4, 0]


def test_of_a_list_some_is_or_all_is_and_and_an_empty_one_is_unknown() -> None:
    codes = np.zeros(4, dtype=np.int32)
    lists = Lists(codes, codes, np.array([0, 2, 2, 4], dtype=np.int64))
    answers = np.array([T, F, U, F], dtype=np.int8)
    assert over_lists(answers, lists, "some").tolist() == [T, U, U]
    assert over_lists(answers, lists, "all").tolist() == [F, U, F]


def test_a_reason_is_given_where_the_answer_is_unknown_and_nowhere_else() -> None:
    doubts = where_unknown(np.array([F, U, T], dtype=np.int8), Reason.COUNT_VAGUE)
    assert doubts.tolist() == [0, Reason.COUNT_VAGUE, 0]
