"""All checks of what looks wrong, in as few passes over the reports as they need."""

from typing import Any

import pytest

from checker.reports.quality import Limits, speed
from checker.reports.quality.checked import quality_of
from tests.reports.quality.conftest import HEAD, line


def test_where_nothing_is_wrong_the_reports_are_read_once(read: Any) -> None:
    reports = read(HEAD + line("a"))
    passes = []

    def batches() -> Any:
        passes.append(1)
        return reports.batches()

    assert [*quality_of(batches, Limits(), 20)] == []
    assert passes == [1]


def test_what_is_found_stands_in_the_order_of_the_places(told: Any) -> None:
    found = told(line("a"), line("b"), line("c", lon=0, lat=0), line("d"))
    assert [one[:6] for one in found] == ["R174 3", "R170 4", "R174 5"]


def test_what_was_not_compared_is_said(told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "_MOST_HELD", 1)
    (only,) = told(line("a", unit="b1"), line("b", unit="b1", lat=34))
    assert only == "R177 0 1 sightings of units were not compared: more than two million"
