"""`accord test`: whether agreements answer the cases that they carry as was expected."""

from pathlib import Path

import pytest

from checker.cli.cases import read_cases
from checker.cli.shipped import find_rules
from checker.cli.test import outcomes_of
from checker.language import load_agreement
from checker.values.verdict import Standing
from tests.cli.made import HEAD, accord, row

CASES = HEAD.replace("\n", ",clause,expect_verdict,expect_standing,reading,why\n")
BREACH = row("r1").replace("\n", ",keep-off,violation,violation,,inside\n")
MISS = row("r2", lat="32.6").replace("\n", ",keep-off,compliant,,,outside\n")


def write(here: Path, *rows: str) -> None:
    (here / "deal" / "cases.csv").write_text(CASES + "".join(rows), encoding="utf-8")


def test_cases_that_are_answered_as_expected_are_exit_0(deal: str, here: Path) -> None:
    write(here, BREACH, MISS)
    done = accord("test", deal)
    assert done.exit_code == 0
    assert done.stdout == (
        "Invented deal on a post (deal/cases.csv)\n"
        "pass  r1  keep-off: violation\n"
        "pass  r2  keep-off: compliant\n"
        "2 cases: 2 passed, 0 failed.\n"
    )


def test_a_case_that_is_not_is_exit_1_with_its_line_and_why(deal: str, here: Path) -> None:
    write(here, BREACH.replace("violation,violation", "compliant,"))
    done = accord("test", deal)
    assert done.exit_code == 1
    assert "FAIL  r1  keep-off: violation\n" in done.stdout
    assert "      deal/cases.csv:2: expected compliant (inside)\n" in done.stdout
    assert done.stdout.endswith("1 case: 0 passed, 1 failed.\n")


def test_a_case_that_is_no_report_fails_with_the_reason(deal: str, here: Path) -> None:
    write(here, BREACH.replace("32.5", "120"))
    done = accord("test", deal)
    assert done.exit_code == 1
    assert "no report: lat: 120 is out of range" in done.stdout


def test_a_clause_without_a_breach_or_a_near_miss_is_a_gap(deal: str, here: Path) -> None:
    write(here, BREACH)
    done = accord("test", deal, "--coverage")
    assert done.exit_code == 0
    assert "gap   keep-off: no near miss\n" in done.stdout
    assert "gap   keep-out: no case that breaks it, no near miss\n" in done.stdout


def test_an_agreement_without_cases_is_no_pass(deal: str) -> None:
    done = accord("test", deal)
    assert done.exit_code == 3
    assert done.stdout == "0 cases: 0 passed, 0 failed.\n"
    assert "post-deal has no cases.csv" in done.stderr


def test_without_a_name_the_agreement_of_this_folder_is_tested(
    deal: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, BREACH)
    monkeypatch.chdir(here / deal)
    assert accord("test").stdout.startswith("Invented deal on a post (cases.csv)\n")


def test_cases_that_expect_what_there_is_not_are_exit_2(deal: str, here: Path) -> None:
    write(here, BREACH.replace("keep-off", "keep-of"))
    done = accord("test", deal)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "deal/cases.csv:2:1: U107: there is no clause 'keep-of'" in done.stderr


def test_an_outcome_says_what_came_of_each_case(deal: str, here: Path) -> None:
    write(here, BREACH, MISS.replace("compliant", "violation"))
    core = load_agreement(here / deal).core
    one, two = outcomes_of(core, here / deal / "cases.csv", "cases.csv")
    assert (one.got, one.wanted) == ("violation", None)
    assert (two.got, two.wanted) == ("compliant", "violation")


def test_every_case_of_the_shipped_agreement_passes() -> None:
    """One clause has no case that breaks it, and can have none: no depth was ever published."""
    done = accord("test", "south-syria-2018", "--coverage")
    lines = done.stdout.splitlines()
    failed = [line for line in lines if line.startswith(("FAIL", "gap"))]
    assert (done.exit_code, failed) == (0, ["gap   only-syrian-army: no case that breaks it"])
    assert int(lines[-1].split()[0]) >= 40


def test_the_shipped_cases_reach_every_standing_of_a_report() -> None:
    rules = find_rules("south-syria-2018")
    core = load_agreement(rules.path, lists=rules.lists).core
    cases = read_cases(rules.path.parent / "cases.csv", "cases.csv", core)
    assert {standing.word for standing in Standing} - {case.standing for case in cases} == set()
