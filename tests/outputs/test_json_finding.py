"""A finding as JSON has every key, and the numbers that it holds."""

import math

import pytest

from checker.findings.finding import ReportRef
from checker.outputs.json_finding import answers_json, finding_json, report_json
from tests.findings.made import finding


def told(**given: object) -> dict[str, object]:
    value = finding_json(finding(**given))
    assert isinstance(value, dict)
    return dict(value)


@pytest.mark.parametrize("key", ["lon", "lat", "radius_m"])
def test_what_a_report_gives_is_told_as_it_was_given(key: str) -> None:
    assert told(**{key: 1609.344_000_1})[key] == 1609.344_000_1
    assert told(**{key: math.inf})[key] is None


def test_what_was_worked_out_is_told_to_a_millimetre() -> None:
    assert told(margin_m=1609.344_000_1)["margin_m"] == 1609.344


def test_a_finding_about_no_report_has_every_key_too() -> None:
    assert set(told(subject="deadline", reports=())) == set(told())


def test_a_reading_keeps_the_order_of_its_questions() -> None:
    assert answers_json((("b", "1"), ("a", "2"))) == {"b": "1", "a": "2"}


def test_a_report_in_a_format_without_lines_has_none() -> None:
    report = ReportRef("r.parquet", None, 3, "x")
    assert report_json(report) == {"file": "r.parquet", "line": None, "row": 3, "id": "x"}
