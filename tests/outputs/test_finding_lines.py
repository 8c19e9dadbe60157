"""What is said of one finding, whatever the page."""

from dataclasses import replace

import pytest

from checker.findings.finding import Finding, Measured, ReportRef
from checker.outputs.finding_lines import (
    finding_title,
    lapse_lines,
    margin_text,
    readings_lines,
)
from checker.values.verdict import Standing, Verdict
from tests.findings.made import finding, reading_finding


@pytest.mark.parametrize(
    ("reports", "title"),
    [
        ((ReportRef("r.csv", 2, 1, "SS-1"),), "SS-1 (r.csv:2)"),
        ((ReportRef("r.csv", 2, 1, "r.csv:2"),), "r.csv:2"),
        ((ReportRef("r.parquet", None, 3, "r.parquet#3"),), "r.parquet#3"),
        (
            (ReportRef("r.csv", 2, 1, "a"), ReportRef("r.csv", 3, 2, "b")),
            "a (r.csv:2), b (r.csv:3)",
        ),
        ((), "the duty as a whole"),
    ],
)
def test_a_title_names_the_report_its_place_the_clause_and_the_finding(
    reports: tuple[ReportRef, ...], title: str
) -> None:
    assert finding_title(finding(reports=reports)) == f"{title}   c1   finding 0123456789abcdef"


def test_evidence_against_a_condition_says_so_in_its_title() -> None:
    assert "   condition of c1   " in finding_title(finding(subject="condition"))


POST = Measured("distance to post", (), 10.0, 10.0, 10.0, 1_000.0, 1_000.0)
LINE = Measured("distance to line", (), 12_340.0, 12_500.0, 12_700.0, None, None)
VAGUE = Measured("distance to town", (), 25_000.0, 26_000.0, 27_000.0, 15_000.0, 20_000.0)


@pytest.mark.parametrize(
    ("margin_m", "said"),
    [
        (-990.0, "past the limit of 1,000 m from post by at least 990 m"),
        (5_000.0, "clear of the limit of 15.0 km to 20.0 km from town by at least 5,000 m"),
        (12_340.0, "clear of line by at least 12.3 km"),
        (-777.0, "no nearer than 777 m to where it would be lawful"),
        (777.0, "no nearer than 777 m to where it would break the clause"),
    ],
)
def test_a_margin_says_on_which_side_of_which_limit(margin_m: float, said: str) -> None:
    assert margin_text(margin_m, (POST, LINE, VAGUE)) == said


def of_readings(*standings: Standing) -> Finding:
    verdict = {Standing.VIOLATION: Verdict.VIOLATION, Standing.EXCEPTED: Verdict.COMPLIANT}
    return finding(
        readings=tuple(
            reading_finding(
                answers=(("how", str(number)),),
                standing=standing,
                verdict=verdict.get(standing, Verdict.UNDETERMINED),
                exception="police" if standing == Standing.EXCEPTED else None,
                reasons=("place_vague",) if standing == Standing.UNDETERMINED else (),
            )
            for number, standing in enumerate(standings)
        )
    )


def test_readings_that_agree_are_not_listed() -> None:
    assert readings_lines(of_readings(Standing.VIOLATION, Standing.VIOLATION)) == []


def test_readings_that_differ_are_listed_with_what_makes_each() -> None:
    told = readings_lines(of_readings(Standing.VIOLATION, Standing.EXCEPTED, Standing.UNDETERMINED))
    assert told == [
        "how = 0: violation",
        "how = 1: excepted (police)",
        "how = 2: undetermined (the place is too vague for the limit)",
    ]


@pytest.mark.parametrize(
    ("lapses", "told"),
    [
        (("it had lapsed by r1",), "violation; the condition had lapsed"),
        (("it had lapsed by r1", "it had lapsed by r2"), "violation; it had lapsed by r1"),
    ],
)
def test_only_of_several_lapses_is_it_told_which_one_counts_under_a_reading(
    lapses: tuple[str, ...], told: str
) -> None:
    one = of_readings(Standing.VIOLATION, Standing.EXCEPTED)
    lapsed = (replace(one.readings[0], lapse=lapses[0]), one.readings[1])
    found = replace(one, readings=lapsed, conditions=lapses)
    assert readings_lines(found)[0] == f"how = 0: {told}"


def test_what_a_lapse_makes_of_a_report_is_told_for_the_readings_it_counts_under() -> None:
    one = of_readings(Standing.VIOLATION, Standing.EXCEPTED)
    lapsed = replace(one.readings[0], lapse="the condition of p1 (peace) had lapsed")
    found = replace(one, readings=(lapsed, one.readings[1]))
    assert lapse_lines(found, "p1") == ["violation where how = 0"]
    assert lapse_lines(found, "p2") == []
    assert lapse_lines(replace(one, readings=(lapsed,)), "p1") == ["violation"]
