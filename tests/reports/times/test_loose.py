"""Whether a text tells a time as it is, or one within which it was."""

import pytest

from checker.reports.times.loose import is_loose


@pytest.mark.parametrize(
    "text",
    [
        *("2018-05~", "~2018", "2018-05-~09", "201X", "2018-05-XX", "2018-XX-15", "2018-21"),
        *("2018-41", "[2018-07-01,2018-07-03]", "early May 2018", "night of 9 to 10 May 2018"),
        *("Morning of 9 May 2018", "summer 2018", "mid-May 2018", "2018-05~/2018-07"),
        "between 9 and 12 May 2018",
    ],
)
def test_a_time_within_which_it_was_is_loose(text: str) -> None:
    assert is_loose(text)


@pytest.mark.parametrize(
    "text",
    [
        *("2018", "2018-05", "2018-05-09", "2018-05-21", "2018-05-09T14:30:00Z", "20180509"),
        *("2018-W21", "2018-129", "9-12 May 2018", "May 2018", "2018-05-09/2018-05-12", ""),
        *("9 May 2018 14:30 UTC", "2018-05-09/P3D", "13/04/2018"),
    ],
)
def test_a_time_as_it_is_is_not(text: str) -> None:
    assert not is_loose(text)
