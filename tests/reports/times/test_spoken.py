from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.reports.rejected import Fault
from checker.reports.times.civil import Stretch
from checker.reports.times.spoken import spoken


def covered(text: str) -> tuple[str, str]:
    found = spoken(text)
    assert isinstance(found, Stretch), found
    return found.start.strftime("%m-%d %H"), found.end.strftime("%m-%d %H")


@pytest.mark.parametrize(
    "text",
    [
        "night of 9 to 10 May 2018",
        "Night of 9-10 May 2018",
        "the night of 9/10 May 2018",
        "overnight 9\u201310 May 2018",
        "on the night of the 9th to the 10th of May, 2018",
        "night 9 May to 10 May 2018",
        "night of May 9 to May 10, 2018",
    ],
)
def test_a_night_between_two_days_is_from_noon_to_noon(text: str) -> None:
    assert covered(text) == ("05-09 12", "05-10 12")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("night of 9 May 2018", "05-08 12", "05-10 12"),
        ("night of 31 December to 1 January 2018", "12-31 12", "01-01 12"),
        ("morning of 9 May 2018", "05-09 00", "05-09 12"),
        ("afternoon of 9 May 2018", "05-09 12", "05-09 21"),
        ("9 May 2018, evening", "05-09 12", "05-10 03"),
        ("9 May 2018", "05-09 00", "05-10 00"),
        ("May 9th, 2018", "05-09 00", "05-10 00"),
        ("09 may 2018", "05-09 00", "05-10 00"),
        ("9-12 May 2018", "05-09 00", "05-13 00"),
        ("from 9 to 12 May 2018", "05-09 00", "05-13 00"),
        ("between 9 and 12 May 2018", "05-09 00", "05-13 00"),
        ("May 9-12, 2018", "05-09 00", "05-13 00"),
        ("9 May to 3 June 2018", "05-09 00", "06-04 00"),
        ("9 May 2018 to 3 June 2018", "05-09 00", "06-04 00"),
        ("May 2018", "05-01 00", "06-01 00"),
        ("May to July 2018", "05-01 00", "08-01 00"),
        ("early May 2018", "05-01 00", "05-16 00"),
        ("mid-May 2018", "05-06 00", "05-26 00"),
        ("end of February 2018", "02-16 00", "03-01 00"),
        ("late 2018", "07-01 00", "01-01 00"),
        ("autumn 2018", "03-01 00", "12-23 00"),
    ],
)
def test_words_cover_the_widest_that_they_allow(text: str, start: str, end: str) -> None:
    assert covered(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9 May 2018 14:30Z", "2018-05-09T14:30Z"),
        ("9 May 2018 at 9:05 +03:00", "2018-05-09T09:05+03:00"),
        ("14:30 UTC on 9 May 2018", "2018-05-09T14:30Z"),
        ("14:30:15, May 9, 2018", "2018-05-09T14:30:15"),
    ],
)
def test_a_day_with_a_clock_time_is_an_instant(text: str, said: str) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize("text", ["night of 9 to 10 May", "9 May", "May", "9 May 14:30Z"])
def test_without_a_year_it_is_refused(text: str) -> None:
    found = spoken(text)
    assert isinstance(found, Fault)
    assert found.code == "R244"


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow",
        "9 Mai 2018",
        "9 May 2018 or 10 May 2018",
        "9 10 May 2018",
        "9 May June 2018",
        "night morning 9 May 2018",
        "early 9 May 2018",
        "9 May 2018 to",
        "1 to 2 to 3 May 2018",
        "before 9 May 2018",
        "not 9 May 2018",
        "x" * 10_000,
        "\u0669 May 2018",
    ],
)
def test_what_is_not_known_is_not_guessed(text: str) -> None:
    assert spoken(text) is None


def test_a_day_that_no_calendar_has_is_an_error() -> None:
    with pytest.raises(ValueError, match="day"):
        spoken("31 June 2018")


@given(st.dates(date(1801, 1, 2), date(2198, 12, 1)), st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_days_in_words_are_covered(day: date, more: int) -> None:
    last = day + timedelta(days=more)
    for text in (
        f"{day.day} {day:%B} {day.year} to {last.day} {last:%b} {last.year}",
        f"from {day:%B} {day.day} until {last:%B} {last.day}, {last.year}",
        f"night of {day.day} {day:%B} to {last.day} {last:%B} {last.year}",
    ):
        found = spoken(text)
        assert isinstance(found, Stretch)
        assert found.start.date() <= day
        assert found.end.date() >= last


@given(st.text(alphabet="0123456789 MayJunetohighearlydnw-/:,.+Z\u2013", max_size=40))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        spoken(text)
    except ValueError as error:
        assert str(error)  # noqa: PT017 - a day that no calendar has
