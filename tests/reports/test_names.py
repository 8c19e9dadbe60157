"""What reports are called, told of a report where somebody asks for it."""

import numpy as np

from checker.reports.names import Named, Names
from checker.reports.strings import strings_of


class Numbered:
    """Call a report by its row."""

    def of(self, row: int) -> str:
        return f"#{row}"


def names(*written: str) -> Names:
    return Names(strings_of([*written]), Numbered(), np.arange(len(written)))


def test_who_has_no_name_is_called_otherwise() -> None:
    assert [*names("a", "", "c")] == ["a", "#1", "c"]
    assert [names("a", "")[row] for row in (0, 1)] == ["a", "#1"]
    assert [*Names(None, Numbered(), np.arange(2))] == ["#0", "#1"]


def test_a_report_that_is_taken_keeps_its_name() -> None:
    taken = names("a", "", "c").take(np.array([2, 1]))
    assert ([*taken], len(taken)) == (["c", "#1"], 2)


def test_all_are_written_only_if_none_is_blank() -> None:
    assert names("a", "b").are_all_written
    assert not names("a", "").are_all_written
    assert not Names(None, Numbered(), np.arange(1)).are_all_written


def test_only_the_rows_that_name_another_are_told() -> None:
    named = Named(strings_of(["", "x", ""]), 3)
    assert ([*named], [*named.given()]) == ([None, "x", None], [(1, "x")])
    assert [*named.take(np.array([1, 0]))] == ["x", None]
    assert ([*Named(None, 2)], [*Named(None, 2).given()]) == ([None, None], [])
