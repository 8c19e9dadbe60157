"""Times in words."""

from zoneinfo import ZoneInfo

import pytest

from checker.language.core.pattern import FOREVER_US, Duration, Edge, Period
from checker.language.say.time import duration_text, edge_text, instant_text, period_text
from checker.values.instant import parse_moment

ZONE = "Asia/Damascus"


def us(text: str) -> int:
    return parse_moment(text, ZoneInfo(ZONE)).start_us


def edge(low: str, high: str | None = None) -> Edge:
    is_exact = high is None
    return Edge(us(low), us(high or low), "exact" if is_exact else "vague")


@pytest.mark.parametrize(
    ("text", "is_end", "said"),
    [
        ("2018-05-25", False, "25 May 2018"),
        ("2018-07-01", True, "the end of 30 June 2018"),
        ("2017-07-09T12:00:00+03:00", False, "12:00 on 9 July 2017"),
        ("2017-07-09T09:00:30Z", True, "12:00:30 on 9 July 2017"),
        ("2018-01-01T00:00:00.5+02:00", False, "00:00:00.5 on 1 January 2018"),
    ],
)
def test_an_instant_is_said_on_the_clock_of_the_zone(text: str, is_end: bool, said: str) -> None:
    assert instant_text(us(text), ZONE, is_end=is_end) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (Edge(-FOREVER_US, -FOREVER_US), None),
        (Edge(-FOREVER_US, FOREVER_US, "unknown"), "a time that nobody knows"),
        (Edge(us("2018-05-25"), FOREVER_US, "unknown"),
         "a time that nobody knows, not before 25 May 2018"),
        (edge("2018-05-25", "2018-05-28"), "some time between 25 May 2018 and 28 May 2018"),
        (Edge(-FOREVER_US, FOREVER_US, "unknown", "first-shot"), "first-shot"),
        (Edge(-FOREVER_US, FOREVER_US, "unknown", "first-shot", Duration(days=14)),
         "14 days after first-shot"),
        (Edge(-FOREVER_US, FOREVER_US, "unknown", "vote", Duration(us=-72 * 3_600_000_000)),
         "72 hours before vote"),
    ],
)  # fmt: skip
def test_an_edge_is_said_as_open_as_it_is(one: Edge, said: str | None) -> None:
    assert edge_text(one, ZONE) == said


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        ((), ""),
        ((Period(edge("2018-05-25")),), "from 25 May 2018 onwards"),
        ((Period(end=edge("2018-07-01")),), "until the end of 30 June 2018"),
        ((Period(edge("2018-05-25"), edge("2018-07-01")),),
         "from 25 May 2018 until the end of 30 June 2018"),
        ((Period(edge("2018-01-01")), Period(edge("2018-05-25"))), "from 25 May 2018 onwards"),
        ((Period(edge("2018-01-01")), Period(edge("2018-05-25", "2018-05-28"))),
         "from 1 January 2018 and from some time between 25 May 2018 and 28 May 2018 onwards"),
    ],
)  # fmt: skip
def test_periods_are_said_by_the_latest_start_and_the_earliest_end(
    periods: tuple[Period, ...], said: str
) -> None:
    assert period_text(periods, ZONE) == said


@pytest.mark.parametrize(
    ("duration", "said"),
    [
        (Duration(days=1), "1 day"),
        (Duration(us=72 * 3_600_000_000), "72 hours"),
        (Duration(us=5_400_000_000), "1 hour and 30 minutes"),
        (Duration(), "no time"),
    ],
)
def test_a_length_of_time_keeps_days_of_the_calendar_apart(duration: Duration, said: str) -> None:
    assert duration_text(duration) == said
