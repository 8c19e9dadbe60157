"""Reports told twice: the same but for its id, and corrected by another one; both are shown."""

from typing import Any

import pytest

from tests.reports.quality.conftest import line


def test_what_says_the_same_under_another_id_is_told(told: Any) -> None:
    found = told(line("a"), line("b"), line("c", lat=33.1), line("d"))
    assert found == [
        "R174 3 'b' says the same as the report at r.csv:2",
        "R174 5 'd' says the same as the report at r.csv:2",
    ]


@pytest.mark.parametrize(
    "change",
    [
        *({"kind": "incident"}, {"lon": 36.1}, {"radius_m": ""}, {"actor": "green"}),
        *({"seen_from": "2018-06-01T10:01Z"}, {"unit": "b1"}, {"actor": "red;green"}),
    ],
)
def test_what_differs_in_anything_is_no_double(told: Any, change: dict[str, object]) -> None:
    assert told(line("a"), line("b", **change)) == []


def test_a_correction_is_shown_beside_what_it_corrects_with_what_is_otherwise(told: Any) -> None:
    found = told(line("a"), line("b", lat=32.5, actor="green", radius_m="", supersedes="a"))
    (only,) = found
    assert only == (
        "R175 3 'b' corrects 'a' at r.csv:2: lat 33 -> 32.5, radius_m 100 -> blank, "
        "actor red -> green; the later one counts"
    )


def test_a_correction_may_stand_before_what_it_corrects(told: Any) -> None:
    (only,) = told(line("b", kind="incident", supersedes="a"), line("a"))
    assert (
        only
        == "R175 2 'b' corrects 'a' at r.csv:3: kind position -> incident; the later one counts"
    )


def test_a_correction_of_when_and_by_which_unit_tells_both(told: Any) -> None:
    (only,) = told(line("a"), line("b", seen_from="2018-06-02", unit="b1", supersedes="a"))
    assert only == (
        "R175 3 'b' corrects 'a' at r.csv:2: time 2018-06-01T10:00:00+00:00 -> "
        "2018-06-02T00:00:00+00:00..2018-06-02T23:59:59.999999+00:00, unit blank -> b1; "
        "the later one counts"
    )
