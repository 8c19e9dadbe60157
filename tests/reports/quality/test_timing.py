"""Times that look wrong: after it was said to be, or long after those of all other reports."""

from typing import Any

from tests.reports.quality.conftest import line

AS_OF_US = 1_530_000_000_000_000  # 2018-06-26T08:00Z


def test_a_report_after_the_stated_time_is_told(told: Any) -> None:
    rows = [
        line("a", seen_from="2018-06-26T07:59Z"),
        line("b", seen_from="2018-06-26T08:01Z", lat=32),
    ]
    (only,) = told(*rows, as_of_us=AS_OF_US)
    assert only.startswith(
        "R173 3 'b' is of 2018-06-26T08:01:00+00:00, after the time that was stated"
    )


def test_without_it_a_few_long_after_all_others_are_told(told: Any) -> None:
    rows = [line(number, lat=32 + number / 1000) for number in range(100)]
    assert told(*rows, line("x", seen_from="2019-05-31")) == []
    (only,) = told(*rows, line("x", seen_from="2081-06-01"))
    assert only.startswith("R173 102 'x' is of 2081-06-01")
    many = [
        line(f"x{number}", seen_from="2081-06-01", lat=32 + number / 1000) for number in range(3)
    ]
    assert told(*rows, *many) == []


def test_where_no_report_gives_a_time_nothing_is_told(told: Any) -> None:
    assert told(line("a", seen_from="")) == []
