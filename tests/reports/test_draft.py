"""One block on its way to a batch: each column read once, every fault held against its row."""

from zoneinfo import ZoneInfo

import numpy as np

from checker.reports.batch import MISSING, MISSING_US
from checker.reports.cells import Block, Cells, texts_of
from checker.reports.clock import Clock
from checker.reports.draft import Draft, Reading
from checker.reports.rejected import Faults
from tests.reports.conftest import NAMES

CLOCK = Clock(ZoneInfo("Etc/UTC"))


def draft_of(**columns: list[str]) -> Draft:
    cells: dict[str, Cells] = {name: texts_of(values) for name, values in columns.items()}
    count = len(next(iter(columns.values())))
    numbers = np.arange(1, count + 1, dtype=np.int64)
    shown = {"lat": "Y", "kind": "Sort"}
    return Draft(
        Block(cells, numbers, numbers + 1), Reading("r.csv", NAMES, CLOCK, shown=shown), Faults()
    )


def faults(draft: Draft) -> list[tuple[int, str, str]]:
    return [(row, column, fault.code) for row, column, fault in draft.faults]


def test_a_column_that_is_not_there_is_blank() -> None:
    draft = draft_of(kind=["position", ""])
    assert draft.word("kind").tolist() == [0, MISSING]
    assert draft.word("role").tolist() == [MISSING, MISSING]
    assert np.isnan(draft.number("lon")).all()
    assert draft.text("note").written.tolist() == [-1, -1]


def test_a_word_that_is_none_of_the_list_is_held_against_its_row_under_the_files_own_name() -> None:
    draft = draft_of(kind=["position", "positon", "positon"])
    draft.word("kind")
    assert faults(draft) == [(1, "Sort", "R207"), (2, "Sort", "R207")]
    assert "did you mean 'position'?" in next(iter(draft.faults))[2].hint


def test_a_number_is_read_once_and_its_fault_told_once() -> None:
    draft = draft_of(lat=["91"])
    assert draft.number("lat") is draft.number("lat")
    assert faults(draft) == [(0, "Y", "R203")]


def test_an_end_before_its_start_and_counts_that_run_backwards_are_refused() -> None:
    draft = draft_of(
        seen_from=["2018-06-02"], seen_to=["2018-06-01"], count_low=["5"], count_high=["3"]
    )
    draft.times()
    draft.counts()
    assert faults(draft) == [(0, "seen_to", "R206"), (0, "count_high", "R206")]


def test_one_time_given_is_both_ends_and_none_is_missing() -> None:
    draft = draft_of(seen_from=["", "2018-06-01T00:00Z", ""], seen_to=["2018-06-01T00:00Z", "", ""])
    start, end = draft.times()
    assert start.tolist() == end.tolist() == [1527811200000000, 1527811200000000, MISSING_US]


def test_angles_of_any_spelling_are_numbers_and_bad_ones_are_told_under_the_files_own_name() -> (
    None
):
    draft = draft_of(
        lat=["33\u00b006'N", "33.1", "36 E", "n/a"], lon=["36.1", "36 06 00", "E36.1", ""]
    )
    assert draft.number("lat")[:2].tolist() == [33.1, 33.1]
    assert draft.number("lon")[:3].tolist() == [36.1, 36.1, 36.1]
    assert faults(draft) == [(2, "Y", "R240"), (3, "Y", "R202")]


def test_a_time_that_has_no_bound_is_unknown_whatever_its_other_end_says_and_is_told() -> None:
    draft = draft_of(
        seen_from=["2018-06?", "2018-06-01/..", ""],
        seen_to=["2018-06-10", "2018-06-10", "2018-06-10"],
    )
    start, end = draft.times()
    assert start.tolist()[:2] == end.tolist()[:2] == [MISSING_US, MISSING_US]
    assert start[2] != MISSING_US
    assert [(rows.tolist(), name, note.code) for rows, name, note in draft.faults.notes] == [
        ([0], "seen_from", "R166"),
        ([1], "seen_from", "R166"),
    ]
