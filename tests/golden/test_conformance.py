"""The cases in fixtures/conformance get the answers that the design demands of them.

A case is an agreement, reports and what is asked of the result; README.md there says what each key
means. The cases were written from the design before any code, so they are never bent to the code.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from checker.cli.main import main

CASES = Path(__file__).parents[2] / "fixtures" / "conformance"
LATER = {
    "space-020-apart": "a distance to the positions of other reports comes in a later version",
}
EQUAL = ("verdict", "standing", "exception", "clause_certainty")
NUMBERS = ("margin_m", "likelihood")

Json = dict[str, Any]


def cases(*, of_lint: bool) -> list[Any]:
    """Return the case folders as parameters; those that come later must fail, and say why."""
    return [
        pytest.param(
            folder,
            id=folder.name,
            marks=[pytest.mark.xfail(reason=LATER[folder.name])] if folder.name in LATER else [],
        )
        for folder in sorted(path.parent for path in CASES.glob("*/expected.yaml"))
        if ("diagnostics" in expectation(folder)) is of_lint
    ]


def expectation(folder: Path) -> Json:
    """Read ``expected.yaml``; every scalar in it is text, as it was typed."""
    text = (folder / "expected.yaml").read_text(encoding="utf-8")
    content: Json = yaml.BaseLoader(text).get_single_data()
    return content


def accord(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="accord")


def is_near(got: float | None, want: Json | str) -> bool:
    if got is None or not isinstance(want, dict):
        return got is None and want == "null"
    return abs(got - float(want["about"])) <= float(want["within"])


def texts(values: Json) -> Json:
    return {key: str(value) for key, value in values.items()}


def is_about_condition(want: Json) -> bool:
    return want.get("subject") == "condition" or want.get("standing") == "breaks_condition"


def chosen(want: Json, findings: list[Json]) -> Json | None:
    """Return the finding asked about: its report, its clause, and whether it is evidence."""
    for finding in findings:
        if (
            finding["clause"] == want["clause"]
            and want["report"] in [report["id"] for report in finding["reports"]]
            and (finding["subject"] == "condition") == is_about_condition(want)
        ):
            return finding
    return None


def under_reading(finding: Json, want: Json) -> Json | None:
    """Return the part of the finding for the reading that is asked about, or the whole of it."""
    if "reading" not in want:
        return finding
    for part in finding["readings"]:
        if want["reading"].items() <= part["reading"].items():
            return {**finding, **part}
    return None


def wrong_words(want: Json, got: Json) -> list[str]:
    said = [
        f"{key} is {got.get(key)}, not {want[key]}"
        for key in EQUAL
        if key in want and str(got.get(key)) != want[key]
    ]
    return said + [
        f"{key} is {got.get(key)}, none of {want[f'{key}_any']}"
        for key in ("verdict", "standing")
        if f"{key}_any" in want and got.get(key) not in want[f"{key}_any"]
    ]


def wrong_reasons(want: Json, got: Json) -> list[str]:
    reasons = set(got["reasons"])
    said = []
    if lacking := set(want.get("reasons_include", [])) - reasons:
        said.append(f"reasons lack {sorted(lacking)}")
    if extra := set(want.get("reasons_exclude", [])) & reasons:
        said.append(f"reasons hold {sorted(extra)}")
    if "reasons_any" in want and not reasons & set(want["reasons_any"]):
        said.append(f"reasons are {sorted(reasons)}, none of {want['reasons_any']}")
    return said


def wrong_numbers(want: Json, got: Json) -> list[str]:
    asked = {key: want[key] for key in NUMBERS if key in want}
    if "decides_radius_m" in want:
        radius = want["decides_radius_m"]
        asked["decides_radius_m"] = "null" if radius == "only_a_better_line" else radius
    return [
        f"{key} is {got.get(key)}, not {wanted}"
        for key, wanted in asked.items()
        if not is_near(got.get(key), wanted)
    ]


def wrong_counts(want: Json, whole: Json) -> list[str]:
    said = []
    if "violated_under" in want and texts(whole["violated_under"]) != want["violated_under"]:
        said.append(f"violated_under is {whole['violated_under']}")
    said += [
        f"{key} holds {len(whole[key])}, not {want[f'{name}_count']}"
        for name, key in (("readings", "readings"), ("assumed", "assumed"))
        if f"{name}_count" in want and str(len(whole[key])) != want[f"{name}_count"]
    ]
    return said


def finding_problems(want: Json, result: Json) -> list[str]:
    whole = chosen(want, result["findings"])
    if want.get("absent") == "true":
        return ["is there"] if whole else []
    if whole is None:
        return [] if want.get("standing") == "silent" else ["is not there"]
    got = under_reading(whole, want)
    if got is None:
        return [f"has no reading {want['reading']}"]
    return (
        wrong_words(want, got)
        + wrong_reasons(want, got)
        + wrong_numbers(want, got)
        + wrong_counts(want, whole)
    )


def clause_problems(want: Json, result: Json) -> list[str]:
    rows = [row for row in result["summary"] if row["clause"] == want["clause"]]
    said = []
    if {row["standing"] for row in rows} != {want["standing"]}:
        said.append(f"stands {[row['standing'] for row in rows]}, not {want['standing']}")
    if "incidents" in want and {str(row["incidents"]) for row in rows} != {want["incidents"]}:
        said.append(f"incidents {[row['incidents'] for row in rows]}, not {want['incidents']}")
    return said


def result_problems(expected: Json, result: Json) -> list[str]:
    said = [
        f"{want['report']} x {want['clause']} {want.get('reading', '')}: {problem}"
        for want in expected.get("findings") or []
        for problem in finding_problems(want, result)
    ]
    said += [
        f"{want['clause']}: {problem}"
        for want in expected.get("clauses", [])
        for problem in clause_problems(want, result)
    ]
    of_reports = {f["clause"] for f in result["findings"] if f["subject"] == "report"}
    said += [
        f"{clause} has findings"
        for clause in expected.get("no_findings_for", [])
        if clause in of_reports
    ]
    unknown = [(str(name["name"]), str(name["count"])) for name in result["unknown_actors"]]
    said += [
        f"unknown_actors lacks {want['name']}"
        for want in expected.get("unknown_actors", [])
        if (want["name"], want["count"]) not in unknown
    ]
    title = result["agreement"]["title"]
    if expected.get("agreement_title", title) != title:
        said.append(f"the title is {title!r}")
    return said


@pytest.mark.parametrize("folder", cases(of_lint=False))
def test_a_case_gets_the_verdicts_that_the_design_demands(folder: Path) -> None:
    expected = expectation(folder)
    done = accord(
        "check",
        str(folder),
        str(folder / "reports.csv"),
        *("--all", "-f", "json"),
        *expected.get("arguments", []),
    )
    assert str(done.exit_code) == expected.get("exit", str(done.exit_code)), done.stderr
    if expected.get("exit") != "2":
        assert result_problems(expected, json.loads(done.stdout)) == []


def spots(want: Json) -> set[tuple[int, int | None]]:
    """Return where a problem may be reported; no column means anywhere on the line."""
    if "line_from_to" in want:
        first, last = (int(line) for line in want["line_from_to"])
        return {(line, None) for line in range(first, last + 1)}
    return {(int(spot["line"]), int(spot["column"])) for spot in (want, *want.get("or_at", []))}


@pytest.mark.parametrize("folder", cases(of_lint=True))
def test_a_case_gets_the_diagnostics_that_the_design_demands(folder: Path) -> None:
    wanted = expectation(folder)["diagnostics"]
    got = json.loads(accord("lint", str(folder), "-f", "json").stdout)["diagnostics"]
    places = {(d["severity"], d["line"], column) for d in got for column in (d["column"], None)}
    missed = [
        want["about"]
        for want in wanted
        if not any((want["severity"], *spot) in places for spot in spots(want))
    ]
    foreseen = {line for want in wanted for line, _ in spots(want)}
    unforeseen = [d for d in got if d["severity"] == "error" and d["line"] not in foreseen]
    assert (missed, unforeseen) == ([], [])


def test_every_case_is_there() -> None:
    assert len(list(CASES.glob("*/expected.yaml"))) == 135
