"""`accord baseline`: written with a reason, an author and an end; shown; pruned."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.made import HEAD, accord, row

WHY = ("--reason", "known", "--author", "M. O.", "--expires", "2018-12-31")
OPEN = {"lat": "32.5095", "radius_m": "300"}
ROWS = row("r1") + row("r2", lat="32.501") + row("r3", actor="green") + row("r4", **OPEN)


@pytest.fixture(autouse=True)
def _stored(here: Path, deal: str) -> None:
    """Write a result of three violations and an open report."""
    result(here, ROWS)
    del deal


def result(here: Path, rows: str, *arguments: str, name: str = "result.json") -> None:
    (here / "r.csv").write_text(HEAD + rows, encoding="utf-8")
    accord("check", "deal", "r.csv", *arguments, "-f", f"json={name}")


def entries(text: str) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads(text)["accepted"]
    return content


def write(*arguments: str) -> list[dict[str, Any]]:
    return entries(accord("baseline", "write", "result.json", *WHY, *arguments).stdout)


def test_a_device_is_not_read_as_a_file_to_be_written_on(here: Path) -> None:
    (here / "endless").symlink_to("/dev/zero")
    done = accord("baseline", "write", "result.json", *WHY, "-o", "endless")
    assert done.exit_code in {0, 2}
    assert "Traceback" not in done.stderr


def ids() -> dict[str, str]:
    found = json.loads(Path("result.json").read_text(encoding="utf-8"))["findings"]
    return {one["reports"][0]["id"]: one["id"] for one in found}


def test_what_fails_the_run_is_accepted_with_its_reason() -> None:
    found = write()
    assert len(found) == 3
    assert {(one["reason"], one["author"], one["expires"]) for one in found} == {
        ("known", "M. O.", "2018-12-31")
    }
    assert {one["standing"] for one in found} == {"violation"}


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("--fail-on", "undetermined"), 4),
        (("--clause", "keep-out"), 1),
        (("--clause", "keep-off", "--fail-on", "undetermined"), 3),
    ],
)
def test_a_level_and_a_clause_choose(arguments: tuple[str, ...], count: int) -> None:
    assert len(write(*arguments)) == count


def test_single_findings_are_chosen_whatever_their_level() -> None:
    (one,) = write("--finding", ids()["r4"][:8])
    assert (one["findings"], one["standing"]) == ([ids()["r4"]], "undetermined")


def test_what_a_file_accepts_already_stays_as_it_is(here: Path) -> None:
    accord(*("baseline", "write", "result.json", *WHY, "-o", "base.json", "--clause", "keep-off"))
    again = ("--reason", "other", "--author", "N. N.", "--expires", "2019-12-31")
    done = accord("baseline", "write", "result.json", *again, "-o", "base.json")
    assert done.stderr.splitlines() == [
        "written: base.json",
        "accepted: 1 finding of 1 incident; 2 entries kept",
    ]
    found = entries((here / "base.json").read_text(encoding="utf-8"))
    assert [one["reason"] for one in found] == ["known", "known", "other"]


def test_what_has_ended_is_accepted_anew(here: Path) -> None:
    accord(*("baseline", "write", "result.json", *WHY, "-o", "base.json"))
    result(here, ROWS, "--as-of", "2019-06-01")
    again = ("--reason", "still", "--author", "M. O.", "--expires", "2019-12-31")
    accord("baseline", "write", "result.json", *again, "-o", "base.json")
    found = entries((here / "base.json").read_text(encoding="utf-8"))
    assert ({one["reason"] for one in found}, len(found)) == ({"still"}, 3)


def test_written_once_more_a_file_has_the_same_bytes(here: Path) -> None:
    accord("baseline", "write", "result.json", *WHY, "-o", "base.json")
    first = (here / "base.json").read_bytes()
    accord("baseline", "write", "result.json", *WHY, "-o", "base.json")
    assert (here / "base.json").read_bytes() == first
    assert accord("baseline", "write", "result.json", *WHY).stdout.encode() == first


def test_stale_entries_are_pruned_and_nothing_else(here: Path) -> None:
    accord("baseline", "write", "result.json", *WHY, "-o", "base.json")
    result(here, ROWS.replace(row("r1"), ""), name="later.json")
    done = accord("baseline", "prune", "base.json", "later.json")
    assert done.stderr.splitlines() == [
        "written: base.json",
        "removed: keep-off, red: known",
        "1 entry removed, 2 kept",
    ]
    assert len(entries((here / "base.json").read_text(encoding="utf-8"))) == 2
    assert accord("baseline", "prune", "base.json", "later.json").stderr.splitlines() == [
        "0 entries removed, 2 kept"
    ]


def test_what_has_ended_is_pruned_where_that_is_asked_for(here: Path) -> None:
    accord("baseline", "write", "result.json", *WHY, "-o", "base.json")
    result(here, ROWS, "--as-of", "2019-06-01", name="later.json")
    accord("baseline", "prune", "base.json", "later.json", "-o", "kept.json")
    assert len(entries((here / "kept.json").read_text(encoding="utf-8"))) == 3
    accord("baseline", "prune", "base.json", "later.json", "--expired", "-o", "kept.json")
    assert entries((here / "kept.json").read_text(encoding="utf-8")) == []


def test_a_baseline_is_shown_with_what_became_of_its_entries(here: Path) -> None:
    accord("baseline", "write", "result.json", *WHY, "-o", "base.json")
    bare = accord("baseline", "show", "base.json").stdout
    assert bare.startswith("base.json: 3 accepted incidents of post-deal\n")
    assert "State" not in bare
    result(here, ROWS.replace(row("r1"), ""), "--as-of", "2019-06-01", name="later.json")
    told = accord("baseline", "show", "base.json", "later.json").stdout
    assert told.count("State          ended: its findings count again") == 2
    assert told.count("State          stale: no finding is like this any more") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("write", "result.json"), "Missing option '--reason'"),
        (("write", "result.json", *WHY[2:]), "Missing option '--reason'"),
        (("write", "result.json", *WHY, "--reason", " "), "'--reason': it is empty"),
        (("write", "result.json", *WHY, "--expires", "soon"), "'soon' is not a day, such as"),
        (("write", "result.json", *WHY, "--expires", "2018-01-01"), "it would accept nothing"),
        (("write", "result.json", *WHY, "--finding", "zz"), "U109: the result has no finding 'zz'"),
        (("write", "r.csv", *WHY), "r.csv:1:1: U105: this is no JSON"),
        (("write", "result.json", *WHY, "-o", "no/base.json"), "there is no folder 'no'"),
        (("write", "result.json", *WHY, "-o", "r.csv"), "r.csv:1:1: U121: this is no JSON"),
        (("prune", "base.json", "part.json"), "U125: this result does not tell which entries"),
        (("prune", "result.json", "base.json"), "U105: not a result: the result has no 'format'"),
        (("prune", "base.json", "hollow.json"), "it is no answer: nothing was put to the test"),
        (("show", "gone.json"), "U121: cannot open the baseline 'gone.json'"),
        (("drop",), "No such command 'drop'"),
    ],
)
def test_typical_mistakes_are_told(here: Path, arguments: tuple[str, ...], said: str) -> None:
    accord("baseline", "write", "result.json", *WHY, "-o", "base.json")
    result(here, "", name="hollow.json")
    result(here, ROWS, "--party", "red", name="part.json")
    before = (here / "base.json").read_bytes()
    done = accord("baseline", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())
    assert (here / "base.json").read_bytes() == before
