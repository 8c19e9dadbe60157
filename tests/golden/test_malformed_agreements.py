"""Every agreement in fixtures/malformed-agreements is refused, each problem with place and hint."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli.main import main

FOLDER = Path(__file__).parents[2] / "fixtures" / "malformed-agreements"
REPORT = (
    "kind,lon,lat,radius_m,seen_from,actor\nposition,20.18,45.01,300,2020-06-01T12:00:00Z,red\n"
)

# Of each agreement: line, column and code of every error.
REFUSED = {
    "a-list": ["1:1 Y111"],
    "absolute-path": ["13:19 L711"],
    "area-crosses-itself": ["13:19 L709"],
    "assumed-without-why": ["20:22 L202"],
    "broken-yaml": ["20:12 Y102"],
    "clause-of-no-kind": ["15:3 L801"],
    "condition-without-lapse": ["20:18 L825"],
    "deferred-without-why": ["20:22 L201"],
    "duplicate-key": ["19:5 Y108"],
    "empty": ["1:1 Y103"],
    "empty-period": ["6:12 L602"],
    "file-crosses-itself": ["13:19 L709"],
    "five-mistakes": ["4:11 L104", "12:11 L701", "18:12 L303", "19:5 L101", "20:21 L501"],
    "merge-key": ["16:5 L102", "18:5 Y107"],
    "line-crosses-itself": ["20:13 L738"],
    "missing-accuracy": ["12:11 L701"],
    "missing-answer": ["21:22 L205"],
    "missing-place-file": ["13:19 L712"],
    "missing-source": ["12:11 L702"],
    "missing-unit": ["20:21 L501"],
    "no-clauses": ["1:1 L102"],
    "no-side": ["20:13 L725"],
    "no-such-day": ["6:18 L604"],
    "not-utf-8": ["3:9 Y110"],
    "path-leaves-the-folder": ["13:19 L711"],
    "permission-of-nothing": ["26:13 L807"],
    "place-file-is-no-geojson": ["13:19 L709"],
    "split-thousands": ["20:21 Y109"],
    "swapped-axes": ["13:37 L704"],
    "tab": ["18:1 Y102"],
    "time-without-offset": ["6:18 L604"],
    "unknown-actor": ["18:12 L303"],
    "unknown-doing": ["19:16 L401"],
    "unknown-key": ["19:5 L101"],
    "unknown-list": ["9:7 L105"],
    "unknown-place": ["20:32 L721"],
    "unknown-source": ["17:13 L309"],
    "unknown-tag": ["19:16 L401", "19:16 Y105"],
    "unknown-unit": ["20:21 L501"],
    "unknown-zone": ["4:11 L104"],
    "witness-on-the-line": ["20:13 L732"],
}

HINTS = {
    "missing-place-file": "put it into places/ beside agreement.yaml",
    "missing-unit": "write the unit, one of mm, m, km, mi, nmi",
    "path-leaves-the-folder": "copy it into places/ beside agreement.yaml",
    "swapped-axes": "longitude and latitude may be swapped: longitude comes first",
    "unknown-actor": "did you mean 'red'?",
    "unknown-key": "did you mean 'prohibits'?",
}


def accord(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin, prog_name="accord")


def test_every_malformed_agreement_has_its_expectation() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(REFUSED)


@pytest.mark.parametrize("name", REFUSED)
def test_lint_lists_every_error_with_its_place_and_a_hint(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FOLDER)
    done = accord("lint", name, "-f", "json")
    assert done.exit_code == 1
    errors = [e for e in json.loads(done.stdout)["diagnostics"] if e["severity"] == "error"]
    assert [f"{e['line']}:{e['column']} {e['code']}" for e in errors] == REFUSED[name]
    assert {e["file"] for e in errors} == {f"{name}/agreement.yaml"}
    assert all(e["hint"] for e in errors)


@pytest.mark.parametrize("name", REFUSED)
def test_check_gives_no_answer_and_tells_the_same_errors(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FOLDER)
    done = accord("check", name, "-", stdin=REPORT)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    pattern = rf"^{name}/agreement\.yaml:(\d+:\d+): ([A-Z]\d{{3}}): "
    places = re.findall(pattern, done.stderr, re.MULTILINE)
    assert [" ".join(pair) for pair in places] == REFUSED[name]
    assert len(re.findall(r"^  hint: \S", done.stderr, re.MULTILINE)) == len(places)


@pytest.mark.parametrize("name", HINTS)
def test_the_hint_says_what_to_write(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    assert f"  hint: {HINTS[name]}\n" in accord("check", name, "-", stdin=REPORT).stderr


def test_a_problem_shows_its_line_with_carets_under_the_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(FOLDER)
    assert accord("check", "unknown-actor", "-", stdin=REPORT).stderr == (
        "unknown-actor/agreement.yaml:18:12: L303: the actor 'reds' is not declared\n"
        "    18 |     binds: reds\n"
        "       |            ^^^^\n"
        "  hint: did you mean 'red'?\n"
    )


def test_rules_and_reports_tell_their_problems_in_one_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(FOLDER)
    done = accord("check", "five-mistakes", "-", stdin="id,note\n")
    assert done.exit_code == 2
    codes = re.findall(r": ([A-Z]\d{3}): ", done.stderr)
    assert codes == ["L104", "L701", "L303", "L101", "L501", "R105", "R105", "R105", "R106"]
