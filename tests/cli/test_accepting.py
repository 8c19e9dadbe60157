"""`accord check --baseline`: accepted findings stay in every count, and fail nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.made import HEAD, accord, result_of, row

COLUMNS = HEAD.strip() + ",unit\n"
WHY = ("--reason", "known", "--author", "M. O.", "--expires", "2018-12-31")


def line(name: str, unit: str = "", **given: str) -> str:
    return row(name, **given).strip() + f",{unit}\n"


FIRST = line("r1", "3rd") + line("r2") + line("r3", actor="green")


def write(here: Path, text: str, name: str = "r.csv") -> str:
    (here / name).write_text(COLUMNS + text, encoding="utf-8")
    return name


@pytest.fixture
def base(here: Path, deal: str) -> str:
    """Accept all violations of the first reports."""
    accord("check", deal, write(here, FIRST), "-f", "json=result.json")
    assert accord("baseline", "write", "result.json", *WHY, "-o", "base.json").exit_code == 0
    return "base.json"


def outcome(deal: str, file: str, base: str, *more: str) -> tuple[int, dict[str, bool]]:
    """Return the exit code, and which findings are accepted, by report."""
    done = accord("check", deal, file, "--baseline", base, "-f", "json", *more)
    found = json.loads(done.stdout)["findings"]
    accepted = {one["reports"][0]["id"]: one["accepted"] is not None for one in found}
    return done.exit_code, accepted


def test_accepted_findings_no_longer_fail_the_run_and_are_all_still_there(
    deal: str, base: str
) -> None:
    before = result_of(deal, "r.csv")
    after = result_of(deal, "r.csv", "--baseline", base)
    assert accord("check", deal, "r.csv").exit_code == 1
    assert accord("check", deal, "r.csv", "--baseline", base).exit_code == 0
    bare = [{**one, "accepted": None} for one in after["findings"]]
    assert (bare, after["summary"]) == (before["findings"], before["summary"])
    assert after["baseline"]["accepted"] == len(bare) == 3
    assert {one["accepted"]["reason"] for one in after["findings"]} == {"known"}


@pytest.mark.parametrize(
    "text",
    [
        line("r3", actor="green") + line("r1", "3rd") + line("r2"),
        FIRST + line("r4", "3rd", seen_from="2018-06-03T12:00:00Z", lon="36.001"),
        line("r0", "5th", lat="33") + FIRST,
        FIRST.replace("32.5,10", "32.5001,20"),
    ],
    ids=["rows in another order", "one more report of the unit", "another line", "corrected a bit"],
)
def test_an_acceptance_survives_what_is_no_new_incident(
    here: Path, deal: str, base: str, text: str
) -> None:
    code, accepted = outcome(deal, write(here, text, "moved.csv"), base)
    assert (code, {*accepted.values()}) == (0, {True})


@pytest.mark.parametrize(
    "new",
    [
        line("r4", "3rd", seen_from="2018-07-20T12:00:00Z"),
        line("r4", "4th"),
        line("r4"),
        line("r4", actor="green"),
    ],
    ids=["weeks later", "another unit", "no unit", "another party"],
)
def test_a_new_incident_is_not_swallowed(here: Path, deal: str, base: str, new: str) -> None:
    code, accepted = outcome(deal, write(here, FIRST + new), base)
    assert (code, accepted["r4"], sum(accepted.values())) == (1, False, 3)


def test_an_earlier_report_of_the_unit_counts_and_the_accepted_ones_stay_so(
    here: Path, deal: str, base: str
) -> None:
    earlier = line("r0", "3rd", seen_from="2018-06-01T12:00:00Z")
    code, accepted = outcome(deal, write(here, FIRST + earlier), base)
    assert (code, accepted) == (1, {"r0": False, "r1": True, "r2": True, "r3": True})


def test_a_report_that_moves_far_or_is_of_another_party_counts_again(
    here: Path, deal: str, base: str
) -> None:
    code, accepted = outcome(deal, write(here, FIRST.replace("Z,red,\n", "Z,red-unit,\n")), base)
    assert (code, accepted["r2"]) == (1, False)


def test_stale_and_ended_entries_are_told_and_what_has_ended_counts(
    here: Path, deal: str, base: str
) -> None:
    text = FIRST.replace(line("r2"), "")
    done = accord("check", deal, write(here, text), "--baseline", base)
    assert done.exit_code == 0
    assert "base.json:5:5: warning: U122: no finding is like this any more" in done.stderr
    late = accord("check", deal, "r.csv", "--baseline", base, "--as-of", "2019-01-01")
    assert late.exit_code == 1
    assert late.stderr.count("U123: it was accepted until 2018-12-31") == 2
    assert late.stdout.count("Warning: base.json:") == 2


def test_the_last_line_says_how_many_are_accepted(deal: str, base: str) -> None:
    page = accord("check", deal, "r.csv", "--baseline", base).stdout
    assert page.splitlines()[-1] == (
        "0 violations (--fail-on violation); 3 findings accepted by the baseline."
    )
    assert page.count("Accepted       known (M. O., until 2018-12-31)") == 3
    assert "Baseline: base.json; what it accepts stays in all counts." in page
    assert "VIOLATION (3)" in page.upper()


def test_filters_make_nothing_stale_and_tables_tell_what_is_accepted(deal: str, base: str) -> None:
    done = accord("check", deal, "r.csv", "--baseline", base, "--party", "green", "-f", "csv")
    assert (done.exit_code, "U122" in done.stderr) == (0, False)
    assert done.stdout.splitlines()[1].endswith(',,"known (M. O., until 2018-12-31)"')


def test_a_stored_result_tells_of_the_baseline_again(here: Path, deal: str, base: str) -> None:
    for form in ("text", "csv", "json"):
        checked = accord("check", deal, "r.csv", "--baseline", base, "-f", form).stdout
        accord("check", deal, "r.csv", "--baseline", base, "-f", "json=again.json")
        assert accord("report", "again.json", "-f", form).stdout == checked
    del here


def test_an_explanation_says_that_a_finding_is_accepted(deal: str, base: str) -> None:
    accord("check", deal, "r.csv", "--baseline", base, "-f", "json=again.json")
    found = json.loads(Path("again.json").read_text(encoding="utf-8"))["findings"][0]["id"]
    done = accord("explain", "again.json", found)
    assert "Accepted       known (M. O., until 2018-12-31)" in done.stdout


def test_a_kept_answer_knows_of_the_baseline(
    here: Path, deal: str, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCORD_CACHE", str(here / "cache"))
    arguments = ("check", deal, "r.csv", "--baseline", base)
    assert [accord(*arguments).exit_code for _ in range(2)] == [0, 0]
    whole = json.loads((here / base).read_text(encoding="utf-8"))
    (here / base).write_text(json.dumps({**whole, "accepted": []}), encoding="utf-8")
    assert accord(*arguments).exit_code == 1


def changed(here: Path, **given: Any) -> None:
    whole = json.loads((here / "base.json").read_text(encoding="utf-8"))
    (here / "base.json").write_text(json.dumps({**whole, **given}, indent=2), encoding="utf-8")


@pytest.mark.usefixtures("base")
@pytest.mark.parametrize(
    ("given", "arguments", "said"),
    [
        ({}, ("gone.json",), "U121: cannot open the baseline 'gone.json': no such file"),
        ({}, ("r.csv",), "r.csv:1:1: U121: this is no JSON"),
        ({}, ("result.json",), "U121: this is a result, and no baseline"),
        ({"agreement": "x"}, ("base.json",), "id is not that of its clause"),
        (
            {"agreement": "x", "accepted": []},
            ("base.json",),
            "U121: base.json is a baseline of 'x', not of 'post-deal'",
        ),
        ({}, ("base.json", "-f", "json=base.json"), "'base.json' is what is read"),
    ],
)
def test_typical_mistakes_are_told(
    here: Path, deal: str, given: dict[str, Any], arguments: tuple[str, ...], said: str
) -> None:
    changed(here, **given)
    done = accord("check", deal, "r.csv", "--baseline", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())
