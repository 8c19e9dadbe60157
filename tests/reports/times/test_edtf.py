from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.reports.rejected import Fault
from checker.reports.times.civil import Stretch, Unknown
from checker.reports.times.edtf import edtf


def covered(text: str) -> tuple[str, str]:
    found = edtf(text)
    assert isinstance(found, Stretch), found
    last = found.end - timedelta(days=1)
    return found.start.date().isoformat(), last.date().isoformat()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-07", "2018-07-01", "2018-07-31"),
        ("2018-07-03", "2018-07-03", "2018-07-03"),
        ("20180703", "2018-07-03", "2018-07-03"),
        ("2018-187", "2018-07-06", "2018-07-06"),
        ("2018-W27", "2018-07-02", "2018-07-08"),
        ("2018-W27-3", "2018-07-04", "2018-07-04"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2018-XX", "2018-01-01", "2018-12-31"),
        ("2018-1X", "2018-10-01", "2018-12-31"),
        ("2018-07-XX", "2018-07-01", "2018-07-31"),
        ("2018-07-1X", "2018-07-10", "2018-07-19"),
        ("2018-XX-15", "2018-01-15", "2018-12-15"),
        ("2018-XX-31", "2018-01-31", "2018-12-31"),
        ("2018-25", "2018-03-01", "2018-06-22"),
        ("2018-21", "2018-03-01", "2018-12-22"),
        ("2018-28", "2017-12-01", "2019-03-21"),
        ("2018-33", "2018-01-01", "2018-03-31"),
        ("2018-41", "2018-07-01", "2018-12-31"),
        ("2023-23", "2023-03-01", "2023-12-22"),
    ],
)
def test_digits_cover_all_that_they_leave_open(text: str, first: str, last: str) -> None:
    assert covered(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-07-03~", "2018-07-02", "2018-07-04"),
        ("2018-07~", "2018-05-31", "2018-08-31"),
        ("2018~", "2017-01-01", "2019-12-31"),
        ("2018-07~-03", "2017-07-02", "2019-07-04"),
        ("2018~-07", "2017-06-30", "2019-08-01"),
        ("2018-~07-03", "2018-06-02", "2018-08-03"),
        ("2018-07-~03", "2018-07-02", "2018-07-04"),
        ("~2018-07", "2017-06-30", "2019-08-01"),
    ],
)
def test_what_is_approximate_is_longer_on_both_sides(text: str, first: str, last: str) -> None:
    assert covered(text) == (first, last)


@pytest.mark.parametrize(("text", "both"), [("2023-24", "2023/2024"), ("2020-21", "2020/2021")])
def test_two_years_may_look_like_a_part_of_one(text: str, both: str) -> None:
    found = edtf(text)
    assert isinstance(found, Fault)
    assert (found.code, both in found.hint) == ("R243", True)


@pytest.mark.parametrize("text", ["2018-07?", "2018?", "?2018-07", "2018-07-03%", "2018-07?-03~"])
def test_what_is_uncertain_has_no_bound(text: str) -> None:
    assert isinstance(edtf(text), Unknown)


@pytest.mark.parametrize(
    "text",
    ["2018-13", "2018-00", "2018-02-30", "20181340", "2018-W60", "2018-366", "2018-99", "0000"],
)
def test_a_day_that_no_calendar_has_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        edtf(text)


@pytest.mark.parametrize(
    "text", ["", "May", "2X18", "18", "2018-7", "2018-07-03T10:00", "\u0662\u0660\u0661\u0668"]
)
def test_anything_else_is_no_date_in_digits(text: str) -> None:
    assert edtf(text) is None


@given(st.dates(date(1801, 1, 1), date(2198, 12, 31)), st.sampled_from(["", "~"]), st.data())
@settings(max_examples=100, deadline=None)
def test_a_day_with_digits_left_out_is_still_covered(
    day: date, mark: str, data: st.DataObject
) -> None:
    full = day.isoformat()
    texts = [
        full,
        full[:7],
        full[:4],
        f"{full[:8]}XX",
        f"{full[:5]}XX-XX",
        f"{full[:3]}X",
        full.replace("-", ""),
    ]
    text = data.draw(st.sampled_from(texts[:6] if mark else texts))
    found = edtf(text + mark)
    assert isinstance(found, Stretch)
    at = datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 - a local moment
    assert found.start <= at < found.end
