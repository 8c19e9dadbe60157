from datetime import timedelta

import pytest

from checker.reports.times.intervals import halves, length_of, members


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2018-05-09/2018-05-12", ("2018-05-09", "2018-05-12")),
        ("2018-05-09/..", ("2018-05-09", "..")),
        ("/2018", ("", "2018")),
        ("2018-05-09 / P3D", ("2018-05-09", "P3D")),
        ("~2018/2019?", ("~2018", "2019?")),
        ("2018-05-09 to 2018-05-12", ("2018-05-09", "2018-05-12")),
        ("2018-05-09 10:00Z \u2013 2018-05-09 12:00Z", ("2018-05-09 10:00Z", "2018-05-09 12:00Z")),
        ("9/10 May 2018", None),
        ("03/04/2018", None),
        ("05/2018", None),
        ("/", None),
        ("2018", None),
    ],
)
def test_an_interval_has_two_sides(text: str, found: tuple[str, str] | None) -> None:
    assert halves(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("P3D", timedelta(days=3)),
        ("P1DT6H30M", timedelta(days=1, hours=6, minutes=30)),
        ("P2W", timedelta(weeks=2)),
        ("PT15S", timedelta(seconds=15)),
        ("P1M", None),
        ("P1Y", None),
        ("P", None),
        ("PT", None),
        ("P1DT", None),
        ("P999999999D", None),
    ],
)
def test_a_length_is_one_of_fixed_units(text: str, found: timedelta | None) -> None:
    assert length_of(text) == found


def test_a_set_is_parted_into_its_times() -> None:
    assert members("[2018-07-01, 2018-07-03..2018-07-05]") == [
        "2018-07-01",
        "2018-07-03",
        "2018-07-05",
    ]
    for text, kind in (("[2018,]", "Unknown"), ("{2018}", "Fault"), ("[2018", "Fault")):
        assert type(members(text)).__name__ == kind
