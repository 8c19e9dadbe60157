"""Times: a date is its whole day, an instant needs its zone, and nothing is guessed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.reports.clock import Clock, Interval
from checker.reports.rejected import Fault
from checker.reports.times.civil import Unknown
from checker.reports.times.patterns import pattern_of

DAMASCUS = ZoneInfo("Asia/Damascus")
CLOCK = Clock(DAMASCUS)
LOCAL = Clock(DAMASCUS, ZoneInfo("Europe/Berlin"))


def us(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) * 1_000_000


def day(start: str, end: str) -> Interval:
    return us(start), us(end) - 1


def code(found: Interval | Fault | Unknown) -> str:
    assert isinstance(found, Fault)
    return found.code


def test_a_date_is_its_day_in_the_zone_of_the_agreement() -> None:
    assert CLOCK.read("2018-05-25") == day("2018-05-25T00:00+03:00", "2018-05-26T00:00+03:00")


def test_a_day_that_starts_when_clocks_are_set_forward_starts_then() -> None:
    assert CLOCK.read("2018-03-30") == day("2018-03-30T00:00+02:00", "2018-03-31T00:00+03:00")


def test_a_date_does_not_care_for_the_stated_zone() -> None:
    assert LOCAL.read("2018-05-25") == CLOCK.read("2018-05-25")


@pytest.mark.parametrize(
    "text",
    [
        "2018-06-01T12:00:00Z",
        "2018-06-01 12:00Z",
        "2018-06-01T15:00:00+03:00",
        "2018-06-01T15:00:00+0300",
        "2018-06-01T15+03",
        "2018-06-01t12:00:00.000z",
    ],
)
def test_an_offset_fixes_an_instant(text: str) -> None:
    found = CLOCK.read(text)
    if text == "2018-06-01T15+03":
        assert code(found) == "R204"
    else:
        assert found == (us("2018-06-01T12:00+00:00"),) * 2


def test_an_instant_without_an_offset_is_refused() -> None:
    assert code(CLOCK.read("2018-06-01T12:00")) == "R205"


def test_a_stated_zone_reads_an_instant_without_an_offset() -> None:
    assert LOCAL.read("2018-06-01T12:00") == (us("2018-06-01T10:00+00:00"),) * 2


def test_a_clock_time_that_occurs_twice_may_be_either() -> None:
    assert LOCAL.read("2018-10-28T02:30") == (
        us("2018-10-28T00:30+00:00"),
        us("2018-10-28T01:30+00:00"),
    )


def test_a_clock_time_that_is_skipped_is_refused() -> None:
    assert code(LOCAL.read("2018-03-25T02:30")) == "R204"


@pytest.mark.parametrize(
    "text",
    [
        "2018-02-30",
        "26/13/2018",
        "2018-13",
        "yesterday",
        "2018-06-01T25:00Z",
        "2018-06-01T12:00+24:00",
        "0018-06-01",
        "9999-12-31",
        "9999-12-31T23:59:59Z",
        "٢٠١٨-06-01",
    ],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    assert code(LOCAL.read(text)) == "R204"


def test_a_stated_format_is_read_beside_iso() -> None:
    pattern = pattern_of("DD.MM.YYYY hh:mm")
    assert pattern is not None
    clock = Clock(DAMASCUS, ZoneInfo("UTC"), (pattern,))
    assert clock.read("1.6.2018 12:00") == (us("2018-06-01T12:00+00:00"),) * 2
    assert clock.read("2018-06-01") == CLOCK.read("2018-06-01")


@pytest.mark.parametrize("text", ["DD.MM", "DD.MM.YYYY DD", "hh:mm", ""])
def test_a_format_without_one_year_month_and_day_is_none(text: str) -> None:
    assert pattern_of(text) is None


def test_microseconds_are_kept() -> None:
    at_us = us("2018-06-01T12:00+00:00") + 123_456
    assert CLOCK.read("2018-06-01T12:00:00.123456789Z") == (at_us, at_us)
    assert datetime.fromtimestamp(at_us / 1e6, UTC).year == 2018


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018-06", "2018-06-01T00:00+03:00", "2018-07-01T00:00+03:00"),
        ("2018-6-1", "2018-06-01T00:00+03:00", "2018-06-02T00:00+03:00"),
        ("26/06/2018", "2018-06-26T00:00+03:00", "2018-06-27T00:00+03:00"),
        ("night of 9 to 10 May 2018", "2018-05-09T12:00+03:00", "2018-05-10T12:00+03:00"),
        ("2018-05-09/2018-05-10", "2018-05-09T00:00+03:00", "2018-05-11T00:00+03:00"),
        ("2018-05-09/P1D", "2018-05-09T00:00+03:00", "2018-05-11T00:00+03:00"),
        ("P1D/2018-05-09", "2018-05-08T00:00+03:00", "2018-05-10T00:00+03:00"),
        ("June 2018", "2018-06-01T00:00+03:00", "2018-07-01T00:00+03:00"),
    ],
)
def test_what_is_longer_than_a_day_is_all_of_it_in_the_zone_of_days(
    text: str, start: str, end: str
) -> None:
    assert CLOCK.read(text) == day(start, end)


def test_an_interval_of_instants_ends_at_the_last_of_them() -> None:
    found = CLOCK.read("2018-05-09T10:00Z/2018-05-09T15:00+03:00")
    assert found == (us("2018-05-09T10:00+00:00"), us("2018-05-09T12:00+00:00"))
    assert code(CLOCK.read("2018-05-12/2018-05-09")) == "R206"
    assert code(CLOCK.read("P1D/P1D")) == "R204"
    assert code(CLOCK.read("2018-05-09T10:00/2018-05-10")) == "R205"


@pytest.mark.parametrize("text", ["2018-05-09/..", "../2018-05-09", "2018-05-09/", "2018-07?"])
def test_a_time_without_a_bound_is_unknown_and_says_why(text: str) -> None:
    found = CLOCK.read(text)
    assert isinstance(found, Unknown)
    assert text in found.why


def test_a_stated_order_reads_what_may_be_two_dates() -> None:
    pattern = pattern_of("DD/MM/YYYY")
    assert pattern is not None
    stated = Clock(ZoneInfo("Asia/Damascus"), None, (pattern,))
    assert stated.read("03/04/2018") == CLOCK.read("2018-04-03")
    assert code(stated.read("04/13/2018")) == "R204"
    assert code(CLOCK.read("03/04/2018")) == "R243"


def test_a_clock_time_in_words_needs_its_zone_too() -> None:
    assert code(CLOCK.read("9 May 2018 14:30")) == "R205"
    assert LOCAL.read("9 May 2018 14:30") == LOCAL.read("2018-05-09T14:30")


@given(st.text(max_size=40) | st.from_regex(r"[0-9X?~%/.: TWPZMayto-]{0,30}", fullmatch=True))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_clock(text: str) -> None:
    found = CLOCK.read(text)
    assert isinstance(found, Fault | Unknown) or found[0] <= found[1]


def in_format(shape: str, text: str, zone: str | None = "UTC") -> Interval | Fault | Unknown:
    pattern = pattern_of(shape)
    assert pattern is not None
    return Clock(DAMASCUS, ZoneInfo(zone) if zone else None, (pattern,)).read(text)


@pytest.mark.parametrize("text", ["1 June 2018", "01 Jun 2018", "1 JUNE 2018", "1 jun. 2018"])
def test_a_month_may_be_named(text: str) -> None:
    assert in_format("DD MMMM YYYY", text) == CLOCK.read("2018-06-01")


@pytest.mark.parametrize("text", ["1 Junio 2018", "1 Ju 2018", "31 June 2018"])
def test_what_is_no_month_or_day_of_it_is_refused(text: str) -> None:
    assert code(in_format("DD MMMM YYYY", text)) == "R204"


@pytest.mark.parametrize(
    ("text", "iso"),
    [("12:00 AM", "00:00"), ("1:30 am", "01:30"), ("12:00 PM", "12:00"), ("11:59 p.m.", "23:59")],
)
def test_hours_of_half_a_day_are_told_by_am_and_pm(text: str, iso: str) -> None:
    at_us = us(f"2018-06-01T{iso}+00:00")
    assert in_format("MM/DD/YYYY hh:mm AM", f"6/1/2018 {text}") == (at_us, at_us)
    assert code(in_format("MM/DD/YYYY hh:mm AM", "6/1/2018 13:00 PM")) == "R204"


def test_an_offset_may_stand_in_a_stated_format() -> None:
    at_us = us("2018-06-01T12:00+03:00")
    assert in_format("DD.MM.YYYY hh:mm ZZ", "01.06.2018 12:00 +03:00", None) == (at_us, at_us)


def test_what_is_stated_goes_before_iso() -> None:
    assert in_format("YYYY-MM-DD 00:00:00", "2018-06-01 00:00:00") == CLOCK.read("2018-06-01")
    assert in_format("YYYY-DD-MM", "2018-06-01") == CLOCK.read("2018-01-06")


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2018-06-01 12:00:00 UTC", "2018-06-01T12:00:00+00:00"),
        ("2018-06-01 12:00 GMT", "2018-06-01T12:00:00+00:00"),
        ("20180601T120000Z", "2018-06-01T12:00:00+00:00"),
        ("20180601T1500+0300", "2018-06-01T12:00:00+00:00"),
        ("2018-05-31T24:00Z", "2018-06-01T00:00:00+00:00"),
        ("2018-05-31 24:00:00+03:00", "2018-06-01T00:00:00+03:00"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00"),
        ("2017-01-01T02:59:60+03:00", "2017-01-01T00:00:00+00:00"),
    ],
)
def test_what_programs_and_standards_write_of_an_instant_is_that(text: str, instant: str) -> None:
    assert CLOCK.read(text) == (us(instant), us(instant))


@pytest.mark.parametrize(
    "text",
    ["2018-05-31T24:01Z", "2018-06-01T12:59:60Z", "2018-05-31T23:59:60Z", "2018-05-31T24:00"],
)
def test_a_time_that_no_clock_shows_is_none(text: str) -> None:
    assert code(CLOCK.read(text)) in {"R204", "R205"}


@pytest.mark.parametrize(
    ("stated", "text", "at_us"),
    [
        ("unix seconds", "1527854400", 1527854400_000_000),
        ("unix seconds", "1527854400.25", 1527854400_250_000),
        ("unix seconds", "-86400.5", -86400_500_000),
        ("unix seconds", "0", 0),
        ("unix milliseconds", "1527854400250", 1527854400_250_000),
        ("unix milliseconds", "1527854400250.0", 1527854400_250_000),
    ],
)
def test_a_count_is_read_where_it_is_stated_what_of(stated: str, text: str, at_us: int) -> None:
    pattern = pattern_of(stated)
    assert pattern is not None
    assert Clock(DAMASCUS, None, (pattern,)).read(text) == (at_us, at_us)


def test_a_count_is_never_guessed() -> None:
    for text in ("1527854400", "1527854400250", "43252.5"):
        assert code(LOCAL.read(text)) == "R204"
    found = CLOCK.read("1527854400")
    assert isinstance(found, Fault)
    assert "dates: [unix seconds, unix milliseconds]" in found.hint
    pattern = pattern_of("unix seconds")
    assert pattern is not None
    assert code(Clock(DAMASCUS, None, (pattern,)).read("1527854400250")) == "R204"


def test_one_of_a_set_is_from_the_first_to_the_last_of_it() -> None:
    found = CLOCK.read("[2018-07-03,2018-07-01..2018-07-02]")
    assert found == day("2018-07-01T00:00+03:00", "2018-07-04T00:00+03:00")
    assert isinstance(CLOCK.read("[..2018-07-03]"), Unknown)
    assert code(CLOCK.read("{2018-07-01,2018-07-03}")) == "R314"
    for text in ("[2018-07-01", "[[2018-07-01]]", "[03/04/2018]", "[]]", "{"):
        assert code(CLOCK.read(text)) in {"R204", "R243", "R314"}


@pytest.mark.parametrize(
    "text",
    [
        *("9999-12-31T23:59:60Z", "9999-12-31T24:00", "0001-01-01T00:00"),
        *("0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"),
    ],
)
def test_a_moment_that_is_in_no_year_elsewhere_is_told(text: str) -> None:
    assert code(LOCAL.read(text)) == "R204"


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("03/04/2018", "R243"),
        ("25/04/2018", "2018-04-25"),
        ("04/25/2018", "2018-04-25"),
        ("04/04/2018", "2018-04-04"),
        ("25/25/2018", "R204"),
        ("2018-04-25 00:00", "2018-04-25"),
        ("1525865400", "R243"),
    ],
)
def test_formats_that_have_a_text_at_two_times_are_no_order(text: str, means: str) -> None:
    shapes = (
        *("DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD 00:00", "YYYY-MM-DD hh:mm"),
        *("unix seconds", "unix milliseconds"),
    )
    patterns = tuple(one for one in map(pattern_of, shapes) if one is not None)
    found = Clock(ZoneInfo("UTC"), ZoneInfo("UTC"), patterns).read(text)
    if isinstance(found, Fault):
        assert (found.code, bool(found.hint)) == (means, True)
    else:
        assert found == Clock(ZoneInfo("UTC")).read(means)


def test_a_month_of_another_language_is_called_none() -> None:
    pattern = pattern_of("DD MMMM YYYY")
    assert pattern is not None
    found = Clock(ZoneInfo("UTC"), None, (pattern,)).read("1 mai 2018")
    assert isinstance(found, Fault)
    assert found.reason == "'1 mai 2018' is not a time: mai is no month in English"
