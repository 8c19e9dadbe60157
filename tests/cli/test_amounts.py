"""What options hold, from text to values."""

from fractions import Fraction
from pathlib import Path

import click
import pytest

from checker.cli.amounts import (
    as_of_us,
    most_quarantined,
    override_of,
    radius_m,
    since_us,
    until_us,
)
from tests.handmade import DAY_US, HOUR_US, JUNE_US

MIDNIGHT_US = JUNE_US - 3 * HOUR_US
"""2018-06-01T00:00 in Damascus."""


def test_a_date_is_the_end_of_its_day_for_as_of_and_its_start_for_since() -> None:
    assert as_of_us("2018-06-01", "Asia/Damascus") == MIDNIGHT_US + DAY_US - 1
    assert since_us("2018-06-01", "Asia/Damascus") == MIDNIGHT_US
    assert until_us("2018-06-01", "Asia/Damascus") == MIDNIGHT_US + DAY_US


def test_an_instant_is_itself_and_nothing_is_none() -> None:
    instant = "2018-06-01T00:00:00Z"
    assert [read(instant, "Asia/Damascus") for read in (as_of_us, since_us, until_us)] == [
        JUNE_US
    ] * 3
    assert [read(None, "Asia/Damascus") for read in (as_of_us, since_us, until_us)] == [None] * 3


@pytest.mark.parametrize("text", ["2018-06-01T12:00", "1 June", "2018-02-30", ""])
def test_a_time_that_is_none_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(click.BadParameter, match=r"2018-05-25|such as"):
        as_of_us(text, "Asia/Damascus")


def test_of_a_vague_radius_the_larger_end_contains_the_position() -> None:
    assert radius_m("100m") == 100.0
    assert radius_m("1..2 km") == 2000.0
    assert radius_m(None) is None
    with pytest.raises(click.BadParameter, match="write the unit"):
        radius_m("100")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, (None, False)),
        ("0", (Fraction(0), False)),
        ("10", (Fraction(10), False)),
        ("5%", (Fraction(1, 20), True)),
        ("0.1 %", (Fraction(1, 1000), True)),
        ("100%", (Fraction(1), True)),
    ],
)
def test_rows_and_shares_are_exact(
    text: str | None, expected: tuple[Fraction | None, bool]
) -> None:
    assert most_quarantined(text) == expected


@pytest.mark.parametrize("text", ["", "-1", "1.5", "101%", "nan%", "inf", "5 percent", "%", "1e3"])
def test_anything_else_is_no_number_of_rows(text: str) -> None:
    with pytest.raises(click.BadParameter, match="neither a number of rows nor a share"):
        most_quarantined(text)


def test_a_place_is_replaced_under_every_reading_or_under_one_answer(here: Path) -> None:
    (here / "my,line=1.geojson").touch()
    one = override_of("line=my,line=1.geojson,accuracy=50m")
    assert (one.place, one.answer, one.file.name, one.accuracy) == (
        *("line", None, "my,line=1.geojson", "50m"),
    )
    assert override_of("line:line-a=my,line=1.geojson,accuracy=50 m").answer == "line-a"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("line", "is not of the form"),
        ("=x.geojson,accuracy=5m", "is not of the form"),
        ("line:=x.geojson,accuracy=5m", "is not of the form"),
        ("line=x.geojson", "states no accuracy"),
        ("line=x.geojson,accuracy=", "states no accuracy"),
        ("line=x.geojson,accuracy=50", "write the unit"),
        ("line=x.geojson,accuracy=5m", "there is no file 'x.geojson'"),
    ],
)
def test_a_replacement_that_says_too_little_is_refused(text: str, said: str) -> None:
    with pytest.raises(click.BadParameter, match=said):
        override_of(text)
