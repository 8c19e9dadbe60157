"""What stands beside the findings as JSON: what was asked, and warnings in their parts."""

from dataclasses import replace

from checker.findings.acceptance import BaselineUse
from checker.findings.finding import ListedReport
from checker.findings.request import Asked
from checker.outputs.json_summary import head_json, lists_json, tail_json
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span
from tests.outputs.made import HEADER, summary


def test_what_was_asked_is_told() -> None:
    asked = Asked("reading", is_all=True, clauses=("c1",), party="red", since="2018-06-01")
    assert head_json(replace(HEADER, asked=asked))["asked"] == {
        "fail_on": "reading",
        "all": True,
        "clauses": ["c1"],
        "party": "red",
        "since": "2018-06-01",
        "until": None,
    }


def test_a_warning_is_told_in_its_parts_and_one_of_no_place_too() -> None:
    placed = Diagnostic("R156", "swapped?", Span("r.csv", 9, 1, 9, 2), "mend it", "warning")
    nowhere = replace(placed, span=None)
    told = lists_json(summary(warnings=(placed, nowhere)))["diagnostics"]
    parts = {"code": "R156", "severity": "warning", "message": "swapped?", "hint": "mend it"}
    place = {"file": "r.csv", "line": 9, "column": 1, "end_line": 9, "end_column": 2}
    assert told == [{**place, **parts}, {**dict.fromkeys(place), **parts}]


def test_a_hollow_run_says_why_it_is_no_answer() -> None:
    assert tail_json(summary(hollow="nothing was put to the test")) == {
        "lists_reports": False,
        "hidden": 0,
        "hollow": True,
        "hollow_because": "nothing was put to the test",
        "baseline": None,
    }


def test_the_reports_are_listed_and_it_is_told_where_they_are_not() -> None:
    listed = ListedReport("r.csv:2", False, "0" * 16, "9" * 16, "judged", None)
    few, many = summary(reports=(listed,)), summary(reports=None)
    assert lists_json(few)["every_report"] == [
        {
            "id": "r.csv:2",
            "named": False,
            "content": "0" * 16,
            "ground": "9" * 16,
            "state": "judged",
            "supersedes": None,
        }
    ]
    assert (lists_json(many)["every_report"], tail_json(many)["lists_reports"]) == ([], False)
    assert tail_json(few)["lists_reports"] is True


def test_what_became_of_a_baseline_is_told() -> None:
    use = BaselineUse("base.json", "1" * 64, 3, 1, 2)
    assert tail_json(summary(baseline=use))["baseline"] == {
        "file": "base.json",
        "sha256": "1" * 64,
        "accepted": 3,
        "stale": 1,
        "expired": 2,
    }
