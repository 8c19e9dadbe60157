"""`accord lint`: every problem of an agreement's rules, for people, editors and CI."""

import json
from pathlib import Path

import pytest

from tests.cli.made import AGREEMENT, accord, write_deal


def test_rules_without_problems_are_exit_0(here: Path) -> None:
    # Of a kilometre lint says that a position good to a kilometre decides nothing.
    write_deal(here / "wide", AGREEMENT.replace("1 km", "100 km").replace("2 km", "200 km"))
    done = accord("lint", "wide", "wide/agreement.yaml")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "No problems.\n", "")


def test_an_error_is_exit_1_and_told_on_stdout(here: Path) -> None:
    write_deal(here / "bad", AGREEMENT.replace("1 km", "1"))
    done = accord("lint", "bad")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.startswith("bad/agreement.yaml:22:21: L501: ")
    assert done.stdout.endswith("1 error, 0 warnings.\n")


def test_warnings_alone_are_exit_0(here: Path) -> None:
    write_deal(here / "odd", AGREEMENT.replace("places:", "places:\n  hill: {point: [36, 33]}"))
    done = accord("lint", "odd", "-f", "json")
    assert done.exit_code == 0
    assert {one["severity"] for one in json.loads(done.stdout)["diagnostics"]} == {"warning"}


def test_problems_of_several_agreements_are_told_in_one_run(here: Path) -> None:
    for name in ("one", "two"):
        write_deal(here / name, AGREEMENT.replace("1 km", "1"))
    found = json.loads(accord("lint", "one", "two", "-f", "json").stdout)["diagnostics"]
    assert [one["file"] for one in found] == ["one/agreement.yaml", "two/agreement.yaml"]


@pytest.mark.usefixtures("here")
def test_an_agreement_that_is_not_there_is_exit_2() -> None:
    done = accord("lint", "nowhere")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "U102: there is no agreement 'nowhere'" in done.stderr


def test_the_shipped_agreement_has_no_errors() -> None:
    done = accord("lint", "south-syria-2018", "-f", "json")
    errors = [d for d in json.loads(done.stdout)["diagnostics"] if d["severity"] == "error"]
    assert (done.exit_code, errors) == (0, [])
