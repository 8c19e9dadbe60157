"""Problems of rules as text, JSON, annotations and SARIF."""

import json
from typing import Any

from checker.cli.lint_formats import FORMATS, as_github, as_json, as_sarif, as_text
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

ERROR = Diagnostic("L303", "100% wrong: 'a,b'", Span("a b.yaml", 2, 8, 2, 12), "write: x\ny")
WARNING = Diagnostic("W101", "unused", Span("deal.yaml", 3, 1, 4, 2), "", "warning")


def test_text_ends_in_a_count() -> None:
    assert as_text([ERROR, WARNING]).endswith("1 error, 1 warning.\n")
    assert as_text([]) == "No problems.\n"


def test_json_holds_every_part_of_a_problem() -> None:
    (error, warning) = json.loads(as_json([ERROR, WARNING]))["diagnostics"]
    assert error == {
        "file": "a b.yaml",
        "line": 2,
        "column": 8,
        "end_line": 2,
        "end_column": 12,
        "code": "L303",
        "severity": "error",
        "message": "100% wrong: 'a,b'",
        "hint": "write: x\ny",
    }
    assert (warning["severity"], warning["hint"]) == ("warning", "")
    assert json.loads(as_json([])) == {"diagnostics": []}


def test_an_annotation_is_one_line_with_its_marks_escaped() -> None:
    error, warning = as_github([ERROR, WARNING]).splitlines()
    assert error == (
        "::error file=a b.yaml,line=2,endLine=2,col=8,endColumn=12,title=L303::"
        "100%25 wrong: 'a,b'%0Ahint: write: x%0Ay"
    )
    assert warning.startswith("::warning file=deal.yaml,line=3,endLine=4,")
    assert as_github([]) == ""


def test_sarif_names_rule_level_place_and_file() -> None:
    log: dict[str, Any] = json.loads(as_sarif([ERROR, WARNING]))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["L303", "W101"]
    error, warning = run["results"]
    assert (error["ruleId"], error["level"], warning["level"]) == ("L303", "error", "warning")
    place = error["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b.yaml"
    assert place["region"] == {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 12}


def test_a_name_in_a_problem_makes_no_link_in_sarif() -> None:
    (result,) = json.loads(as_sarif([Diagnostic("L1", "no [x](y) {0}")]))["runs"][0]["results"]
    assert result["message"]["text"] == r"no \[x\](y) {{0}}"


def test_every_format_ends_in_a_line_break_and_takes_a_problem_without_a_place() -> None:
    nowhere = Diagnostic("L102", "missing")
    assert all(form([nowhere]).endswith("\n") for form in FORMATS.values())
    assert list(FORMATS) == ["text", "json", "github", "sarif"]
