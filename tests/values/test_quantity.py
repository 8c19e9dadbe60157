"""Quantities as people write them, and what is refused."""

import pytest

from checker.values.quantity import Dimension, QuantityError, parse_quantity


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("15 km", 15_000.0),
        ("15km", 15_000.0),
        ("0 m", 0.0),
        ("0.5 m", 0.5),
        ("100 mm", 0.1),
        ("15 mi", 24_140.16),
        ("1 nmi", 1_852.0),
    ],
)
def test_a_length_is_in_metres(text: str, metres: float) -> None:
    found = parse_quantity(text, "length")
    assert [found.low, found.high] == pytest.approx([metres, metres])
    assert found.said == text


def test_a_range_lies_between_its_numbers_and_a_tolerance_round_its_middle() -> None:
    vague, tolerant = (parse_quantity(said, "length") for said in ("15..20 km", "2 km +- 200 m"))
    assert (vague.low, vague.high) == (15_000.0, 20_000.0)
    assert (tolerant.low, tolerant.high) == (1_800.0, 2_200.0)


def test_days_are_calendar_days_and_hours_exact() -> None:
    assert parse_quantity("14 d", "time").days == 14
    assert (parse_quantity("72 h", "time").low, parse_quantity("72 h", "time").days) == (
        72 * 3.6e9,
        0,
    )


def test_a_count_has_no_unit() -> None:
    assert parse_quantity("50", "count").low == 50.0


@pytest.mark.parametrize(
    ("text", "dimension", "message", "hint"),
    [
        ("15", "length", "expected a length such as '15 km', got '15'", "write the unit"),
        ("15 KM", "length", "units are lower-case", "15 km"),
        ("15 miles", "length", "unknown unit 'miles'", "mi is the statute mile"),
        ("15 nm", "length", "unknown unit 'nm'", "nmi is the nautical mile"),
        ("15 h", "length", "expected a length, got the time '15 h'", "15 km"),
        ("-1 km", "length", "a length is never negative", "15 km"),
        ("1,5 km", "length", "has a comma in its number", "write 1.5 km"),
        ("1 000 km", "length", "is no length", "15 km"),
        ("20..15 km", "length", "runs backwards", "smaller number first"),
        ("1 km +- 2 km", "length", "is larger than the quantity", "smaller"),
        ("1e3 km", "length", "is no length", "15 km"),
        ("nan km", "length", "is no length", "15 km"),
        ("", "length", "is no length", "15 km"),
        ("1.5 d", "time", "is no whole number of days", "36 h"),
        ("1,000", "count", "has a comma in its number", "write 1000, or 1.000 if"),
        ("50 km", "count", "expected a count, got the length '50 km'", "50"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(
    text: str, dimension: Dimension, message: str, hint: str
) -> None:
    with pytest.raises(QuantityError) as error:
        parse_quantity(text, dimension)
    assert message in str(error.value)
    assert hint in error.value.hint
