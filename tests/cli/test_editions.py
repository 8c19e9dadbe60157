"""`--redact`: public editions from a run and from a stored result, and what refuses one."""

import json
from pathlib import Path

import pytest

from checker.cli.editions import edition_of, made_public
from checker.cli.stored import stored_result
from checker.values.diagnostic import CheckerError
from tests.cli.made import HEAD, accord, row

ROWS = HEAD + row("SS-1") + row("SS-2", lat="32.5095", radius_m="300") + row("SS-3", actor="green")


@pytest.fixture
def whole(deal: str, here: Path) -> str:
    (here / "r.csv").write_text(ROWS, encoding="utf-8")
    accord("check", deal, "r.csv", "-f", "json=whole.json")
    accord("check", deal, "r.csv", "--redact", "1km", "-f", "json=public.json")
    return deal


def test_the_exit_code_is_that_of_the_whole_run(whole: str) -> None:
    codes = [
        accord("check", whole, "r.csv", "--fail-on", level, *redact).exit_code
        for level in ("violation", "never")
        for redact in ((), ("--redact", "1km"))
    ]
    assert codes == [1, 1, 0, 0]


def test_a_stored_result_gives_the_edition_that_check_gives(whole: str, here: Path) -> None:
    made = accord("report", "whole.json", "--agreement", whole, "--redact", "1km", "-f", "json")
    assert made.exit_code == 0
    assert made.stdout == (here / "public.json").read_text(encoding="utf-8")


def test_without_the_agreement_an_edition_has_no_distances(whole: str) -> None:
    assert whole
    told = json.loads(accord("report", "whole.json", "--redact", "1km", "-f", "json").stdout)
    assert told["edition"]["cell_m"] == 1000.0
    assert {len(one["measured"]) for one in told["findings"]} == {0}


def test_a_stored_edition_is_told_in_other_formats_and_explained(whole: str, here: Path) -> None:
    assert whole
    again = accord("report", "public.json", "-f", "json")
    assert again.stdout == (here / "public.json").read_text(encoding="utf-8")
    found = json.loads(again.stdout)["findings"][0]["id"]
    page = accord("explain", "public.json", found)
    assert page.exit_code == 0
    assert "this is a public edition" in " ".join(page.stdout.split())
    assert "SS-1" not in page.stdout


def test_two_editions_of_one_size_are_compared(whole: str) -> None:
    assert whole
    done = accord("diff", "public.json", "public.json")
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report", "public.json", "--redact", "5km"], "U156: this result is a public edition"),
        (["diff", "whole.json", "public.json"], "U157: 'public.json' is a public edition"),
        (["diff", "public.json", "whole.json"], "U157: 'public.json' is a public edition"),
        (
            [
                *("baseline", "write", "public.json", "--reason", "r", "--author", "a"),
                *("--expires", "2030-01-01"),
            ],
            "U157: 'public.json' is a public edition",
        ),
        (["report", "whole.json", "--redact", "1"], "Invalid value for '--redact'"),
        (["report", "whole.json", "--redact", "0 m"], "coarsens nothing"),
    ],
)
def test_what_takes_the_whole_result_says_so(whole: str, arguments: list[str], said: str) -> None:
    assert whole
    done = accord(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())


def test_lengths_have_units_and_of_a_vague_one_the_longer_end_counts() -> None:
    sizes = [edition_of(text) for text in ("1km", "1 nmi", "1..2 km", None)]
    assert [one.cell_m if one else None for one in sizes] == [1000.0, 1852.0, 2000.0, None]


def test_a_baseline_is_used_and_who_accepted_is_not_told(whole: str) -> None:
    write = ("--reason", "seen by Smith", "--author", "Smith", "--expires", "2030-01-01")
    accord("baseline", "write", "whole.json", *write, "-o", "smith.yaml")
    done = accord(
        *("check", whole, "r.csv", "--baseline", "smith.yaml", "--redact", "1km", "-f", "json")
    )
    assert done.exit_code == 0
    assert "mith" not in done.stdout
    assert json.loads(done.stdout)["baseline"]["accepted"] == 2


def test_nothing_is_changed_where_no_edition_is_asked_for(whole: str) -> None:
    assert whole
    stored = stored_result("whole.json")
    assert made_public(stored, None, None) is stored
    with pytest.raises(CheckerError, match="public edition"):
        made_public(stored_result("public.json"), edition_of("1km"), None)
