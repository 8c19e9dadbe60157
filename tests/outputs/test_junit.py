"""The result as JUnit XML, as other programs read it."""

from typing import Any
from xml.etree import ElementTree as ET

from junitparser import JUnitXml

from checker.findings.finding import Checked, InputFile
from checker.outputs.junit import FORMAT
from checker.values.verdict import ClauseStanding, Standing
from tests.findings.made import finding
from tests.outputs.made import row, summary, written

FILES = (InputFile("r.csv", "1" * 64, 5, 0), InputFile("s.csv", "2" * 64, 0, 3))
CHECKED = (
    Checked("r.csv", "c1", ((Standing.VIOLATION, 1), (Standing.COMPLIANT, 4))),
    Checked("r.csv", "c2", ((Standing.COMPLIANT, 5),)),
    Checked("s.csv", "c1", ()),
)
END = summary(inputs=FILES, checked=CHECKED)


def outcomes(text: str) -> dict[tuple[str, str], str]:
    cases = ET.fromstring(text).iter("testcase")
    return {
        (case.get("classname", ""), case.get("name", "")): next(
            (part.tag for part in case if part.tag != "system-out"), "passed"
        )
        for case in cases
    }


def test_each_file_and_clause_is_a_case() -> None:
    assert outcomes(written(FORMAT, finding(), end=END)) == {
        ("run", "reports were put to the test"): "passed",
        ("r.csv", "every row can be read"): "passed",
        ("r.csv", "c1"): "failure",
        ("r.csv", "c2"): "passed",
        ("s.csv", "every row can be read"): "skipped",
        ("s.csv", "c1"): "skipped",
    }


def test_another_parser_counts_the_same() -> None:
    xml: Any = JUnitXml.fromstring(written(FORMAT, finding(), end=END).encode())
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == (6, 1, 0, 2)
    assert [(suite.name, suite.tests, suite.failures) for suite in xml] == [
        *(("run", 1, 0), ("r.csv", 3, 1), ("s.csv", 2, 0)),
    ]
    xml.update_statistics()
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == (6, 1, 0, 2)


def test_a_duty_stands_in_a_suite_of_its_own() -> None:
    late = finding(clause="go", subject="deadline", standing=ClauseStanding.LATE, reports=())
    rows = (row("go", standing=ClauseStanding.LATE), row("c1"))
    found = outcomes(written(FORMAT, late, end=summary(rows=rows)))
    assert found["duties with a date", "go"] == "failure"
    assert ("duties with a date", "c1") not in found


def test_evidence_on_the_condition_of_a_permission_has_a_case() -> None:
    about = finding(clause="may", subject="condition", standing=Standing.UNDETERMINED)
    assert outcomes(written(FORMAT, about, end=END))["r.csv", "may"] == "skipped"


def test_a_file_may_have_any_name() -> None:
    end = summary(
        inputs=(InputFile("run", "1" * 64, 5, 0), InputFile('a"<b>&.csv', "2" * 64, 1, 0))
    )
    found = outcomes(written(FORMAT, end=end))
    assert found['a"<b>&.csv', "every row can be read"] == "passed"
    assert [name for suite, name in found if suite == "run"] == [
        *("reports were put to the test", "every row can be read"),
    ]
