"""Formats of times that a mapping states."""

import pytest

from checker.reports.times.patterns import EPOCHS, counted_us, month_named, pattern_of


def test_a_count_has_its_own_name_and_no_parts_of_a_date() -> None:
    for name, pattern in EPOCHS.items():
        assert pattern_of(name) is pattern
    assert pattern_of("unix minutes") is None


@pytest.mark.parametrize(
    ("parts", "at_us"),
    [
        ({"seconds": "1", "fraction": "5"}, 1_500_000),
        ({"seconds": "-1"}, -1_000_000),
        ({"milliseconds": "1500"}, 1_500_000),
    ],
)
def test_a_count_is_in_microseconds(parts: dict[str, str], at_us: int) -> None:
    assert counted_us(parts) == at_us


def test_a_month_is_known_by_its_name_or_three_letters_of_it() -> None:
    assert [month_named(name) for name in ("June", "JUN", "juni", "x")] == [6, 6, 0, 0]
