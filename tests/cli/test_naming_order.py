"""The agreement is named first; reports in its place are told with the line that was meant."""

from pathlib import Path

import pytest

from checker.cli.naming_order import is_agreement
from tests.cli.made import AGREEMENT, HEAD, accord, row, write_deal


@pytest.fixture(autouse=True)
def deal(here: Path) -> None:
    write_deal(here / "deal", AGREEMENT)
    (here / "one.yaml").write_text(AGREEMENT)
    (here / "r.csv").write_text(HEAD + row("r1"))
    (here / "r 2.csv").write_text(HEAD + row("r2"))
    (here / "empty").mkdir()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["check", "r.csv", "deal"], "accord check deal r.csv"),
        (["check", "r.csv", "one.yaml", "r 2.csv"], "accord check one.yaml r.csv 'r 2.csv'"),
        (["check", "r.csv", "south-syria-2018"], "accord check south-syria-2018 r.csv"),
        (["validate", "r.csv", "deal"], "accord validate deal r.csv"),
        (
            ["explain", "r.csv", "deal", "--report", "r1", "--clause", "c"],
            "accord explain deal r.csv",
        ),
    ],
)
def test_the_line_that_was_meant_is_told(typed: list[str], meant: str) -> None:
    done = accord(*typed)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("U160: 'r.csv' stands where the agreement is named")
    assert f"hint: name the agreement first: {meant}\n" in done.stderr


def test_reports_alone_are_told_to_need_an_agreement() -> None:
    done = accord("check", "r.csv", "r 2.csv")
    assert done.exit_code == 2
    assert "U161" in done.stderr
    assert "accord check AGREEMENT r.csv 'r 2.csv'" in done.stderr


def test_what_is_in_order_or_may_be_is_left_to_those_who_read_it(here: Path) -> None:
    assert accord("check", "deal", "r.csv").exit_code == 1  # a breach
    assert accord("validate", "r.csv", "r 2.csv").exit_code == 0
    assert "U102" in accord("check", "nothing.csv", "r.csv").stderr
    assert "U103" in accord("check", "empty", "r.csv").stderr
    # JSON is YAML too, so that it may be an agreement.
    (here / "deal.json").write_text("{}")
    assert "U16" not in accord("check", "deal.json", "r.csv").stderr
    assert "U160" in accord("check", "deal.json", "one.yaml").stderr


def test_a_file_goes_before_an_agreement_of_its_name(here: Path) -> None:
    assert is_agreement("south-syria-2018")
    (here / "south-syria-2018").write_text(HEAD)
    assert not is_agreement("south-syria-2018")
