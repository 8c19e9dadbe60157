"""`accord diff`: what changed, why, and an exit code that a pipeline can use."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.made import AGREEMENT, HEAD, accord, row, write_deal

COLUMNS = HEAD.strip() + ",supersedes\n"
OPEN = {"lat": "32.5095", "radius_m": "300"}


def line(name: str, supersedes: str = "", **given: str) -> str:
    return row(name, **given).strip() + f",{supersedes}\n"


FIRST = COLUMNS + line("r1") + line("r2", **OPEN) + line("r3", actor="green", lat="32.6")


def result(here: Path, name: str, text: str, *arguments: str, deal: str = "deal") -> str:
    (here / "r.csv").write_text(text, encoding="utf-8")
    accord("check", deal, "r.csv", *arguments, "-f", f"json={name}.json")
    return f"{name}.json"


def diff(here: Path, text: str, *arguments: str) -> dict[str, Any]:
    """Return what changed from the first reports to others."""
    old, new = result(here, "old", FIRST), result(here, "new", text)
    content: dict[str, Any] = json.loads(accord("diff", old, new, "-f", "json", *arguments).stdout)
    return content


def said(found: dict[str, Any]) -> list[tuple[str, str, bool, list[str]]]:
    return [
        (
            one["change"],
            one["reports"][0]["id"],
            one["known"],
            [cause["kind"] for cause in one["why"]],
        )
        for one in found["changes"]
    ]


@pytest.mark.usefixtures("deal")
@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (FIRST, []),
        (COLUMNS + line("r2", **OPEN) + line("r3", actor="green", lat="32.6") + line("r1"), []),
        (FIRST + line("r4"), [("new", "r4", True, ["report"])]),
        (
            FIRST.replace("r1,", "r0,"),
            [("new", "r0", True, ["report"]), ("gone", "r1", True, ["report"])],
        ),
        (FIRST + line("r5", "r1", lat="33"), [("gone", "r1", True, ["report"])]),
        (FIRST.replace("32.5095,300", "32.5095,3"), [("gone", "r2", True, ["content"])]),
        (FIRST.replace("32.5095,300", "32.505,3"), [("changed", "r2", True, ["content"])]),
        (FIRST.replace("32.5095,300", "95,300"), [("gone", "r2", True, ["report"])]),
    ],
)
def test_each_edit_of_reports_is_told_with_its_cause(
    here: Path, text: str, changes: list[tuple[str, str, bool, list[str]]]
) -> None:
    assert said(diff(here, text)) == changes


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        ("within: 1 km", "within: 3 m", ("clause", "keep-off")),
        ("lat: 32.5}", "lat: 32.7}", ("place", "post")),
        ("from: 2018-06-01", "from: 2019-06-01", ("clause", "keep-off")),
    ],
)
def test_an_edit_of_the_agreement_is_told_with_its_cause(
    here: Path, old: str, new: str, cause: tuple[str, str]
) -> None:
    write_deal(here / "deal")
    write_deal(here / "draft", AGREEMENT.replace(old, new))
    first = result(here, "old", FIRST)
    second = result(here, "new", FIRST, deal="draft")
    found = json.loads(accord("diff", first, second, "-f", "json").stdout)
    assert found["changes"]
    for one in found["changes"]:
        assert one["known"]
        assert [(why["kind"], why["about"]) for why in one["why"]] == [cause]


@pytest.mark.usefixtures("deal")
def test_a_report_that_comes_after_the_date_is_told_by_the_date(here: Path) -> None:
    old = result(here, "old", FIRST)
    new = result(here, "new", FIRST, "--as-of", "2018-06-01")
    found = json.loads(accord("diff", old, new, "-f", "json").stdout)
    assert {(*kinds,) for _, _, _, kinds in said(found)} == {("as_of",)}


def test_two_drafts_are_judged_on_the_same_reports(here: Path, deal: str) -> None:
    write_deal(here / "draft", AGREEMENT.replace("within: 1 km", "within: 3 m"))
    old, new = result(here, "old", FIRST), result(here, "new", FIRST, deal="draft")
    stored = json.loads(accord("diff", old, new, "-f", "json").stdout)
    done = accord("diff", deal, "draft", "r.csv", "-f", "json")
    judged = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (judged["changes"], judged["clauses"]) == (stored["changes"], stored["clauses"])
    assert accord("diff", deal, deal, "r.csv").exit_code == 0
    by_pattern = accord("diff", deal, "draft", "?.csv", "-f", "json")
    assert json.loads(by_pattern.stdout)["changes"] == judged["changes"]


@pytest.mark.usefixtures("deal")
def test_what_is_named_by_flags_is_part_of_what_a_report_says(here: Path) -> None:
    bare = FIRST.replace("radius_m,", "").replace(",10,", ",").replace(",300,", ",")
    old = result(here, "old", bare, "--radius", "10m")
    new = result(here, "new", bare, "--radius", "5000m")
    found = json.loads(accord("diff", old, new, "-f", "json").stdout)
    assert {(known, *kinds) for _, _, known, kinds in said(found)} == {(True, "content")}


@pytest.mark.usefixtures("deal")
@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (FIRST, (), 0),
        (FIRST + line("r4"), (), 1),
        (FIRST + line("r4"), ("--fail-on", "violation"), 1),
        (FIRST + line("r4"), ("--fail-on", "never"), 0),
        (FIRST.replace("r1,", "r1,", 1) + line("r4", **OPEN), ("--fail-on", "violation"), 0),
        (FIRST + line("r4", **OPEN), ("--fail-on", "undetermined"), 1),
        (COLUMNS + line("r2", **OPEN), ("--fail-on", "violation"), 0),
        (FIRST.replace("32.5095,300", "32.505,3"), ("--fail-on", "violation"), 1),
        (FIRST.replace("32.5,10", "32.5,5000"), ("--fail-on", "undetermined"), 0),
        (COLUMNS, ("--fail-on", "never"), 3),
    ],
)
def test_the_exit_code_says_what_a_pipeline_asks(
    here: Path, text: str, arguments: tuple[str, ...], code: int
) -> None:
    old, new = result(here, "old", FIRST), result(here, "new", text)
    assert accord("diff", old, new, *arguments).exit_code == code
    done = accord("diff", old, new, *arguments, "-f", "json")
    assert json.loads(done.stdout)["failing"] is (code == 1)


@pytest.mark.parametrize(
    ("arguments", "said_of_it"),
    [
        (("old.json",), "write OLD.json NEW.json, or OLD NEW REPORTS..."),
        (("old.json", "gone.json"), "U105: cannot open the result 'gone.json'"),
        (("deal", "other"), "two drafts are compared on reports: write OLD NEW REPORTS..."),
        (("deal", "other", "-"), "'-', which is stdin, can be read once only; write a file"),
        (("old.json", "r.csv"), "r.csv:1:1: U105: this is no JSON"),
        (("old.json", "filtered.json"), "U120: the results show other clauses, parties or times"),
        (("old.json", "other.json"), "U120: the results are of two agreements"),
        (("old.json", "old.json", "--as-of", "2018-06-01"), "--as-of is for drafts"),
        (("old.json", "old.json", "--sheet", "May"), "--sheet is for drafts"),
        (("old.json", "old.json", "--encoding", "cp1251"), "--encoding is for drafts"),
        (("deal", "deal", "*.tsv"), "no file matches '*.tsv'"),
        (("-", "-"), "'-', which is stdin, can be read once only"),
        (("old.json", "old.json", "-f", "csv"), "'csv' is not one of 'text', 'json'"),
    ],
)
def test_typical_mistakes_are_told(
    here: Path, deal: str, arguments: tuple[str, ...], said_of_it: str
) -> None:
    del deal
    write_deal(here / "other", AGREEMENT.replace("id: post-deal", "id: other-deal"))
    result(here, "filtered", FIRST, "--party", "red")
    result(here, "other", FIRST, deal="other")
    result(here, "old", FIRST)
    done = accord("diff", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said_of_it in " ".join(done.stderr.split())
