"""`accord explain`: why, and why not, from a stored result or judged again."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.made import HEAD, accord, result_of, row

ROWS = HEAD + row("r1") + row("r2", lat="32.5095", radius_m="300") + row("r3", actor="green")


@pytest.fixture
def stored(deal: str, here: Path) -> dict[str, str]:
    """Write a result, and return the findings' ids by report and clause."""
    (here / "r.csv").write_text(ROWS)
    accord("check", deal, "r.csv", "-f", "json=result.json")
    found = result_of(deal, "r.csv")["findings"]
    return {f"{one['reports'][0]['id']} {one['clause']}": one["id"] for one in found}


def test_a_report_under_a_clause_is_explained_with_every_test(deal: str, here: Path) -> None:
    (here / "r.csv").write_text(ROWS)
    done = accord("explain", deal, "r.csv", "--clause", "keep-off", "--report", "r2")
    assert done.exit_code == 0
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[0] == "keep-off: Red keeps 1 km off the post."
    assert "source Treaty, treaty" in lines
    assert "actor red" in lines
    assert "Actor? yes: Red Army" in lines
    assert [line for line in lines if line.startswith("Distance to post: ")]
    assert [line for line in lines if line.startswith("What helps a position good to ")]


def test_it_also_says_why_not(deal: str, here: Path) -> None:
    (here / "r.csv").write_text(ROWS)
    done = accord("explain", deal, "r.csv", "--clause", "keep-off", "--report", "r.csv:4")
    assert done.exit_code == 0
    assert "Actor?         no: Red Army" in done.stdout
    assert "Verdict        not applicable" in done.stdout


def test_a_stored_finding_is_explained_by_its_id_or_the_start_of_it(
    stored: dict[str, str],
) -> None:
    whole = accord("explain", "result.json", stored["r1 keep-off"])
    assert whole.exit_code == 0
    assert "violation: proved against the clause" in whole.stdout
    short = accord("explain", "result.json", stored["r1 keep-off"][:8])
    assert short.stdout == whole.stdout


def test_a_result_may_come_from_stdin(stored: dict[str, str], here: Path) -> None:
    content = (here / "result.json").read_bytes()
    piped = accord("explain", "-", stored["r1 keep-off"], stdin=content)
    assert piped.stdout == accord("explain", "result.json", stored["r1 keep-off"]).stdout


@pytest.mark.parametrize("form", ["json", "html"])
def test_it_is_written_as_json_and_as_html_too(
    stored: dict[str, str], deal: str, form: str
) -> None:
    told = accord("explain", "result.json", stored["r1 keep-off"], "-f", form)
    anew = accord("explain", deal, "r.csv", "--clause", "keep-off", "--report", "r1", "-f", form)
    assert (told.exit_code, anew.exit_code) == (0, 0)
    for done in (told, anew):
        if form == "json":
            schema = json.loads(accord("schema", "explanation").stdout)
            Draft202012Validator(schema).validate(json.loads(done.stdout))
        else:
            assert done.stdout.startswith('<div class="accord-why">')


def test_a_stored_explanation_knows_the_other_findings_about_the_report(
    stored: dict[str, str],
) -> None:
    told = accord("explain", "result.json", stored["r1 keep-off"]).stdout
    assert "WHY NOT ANOTHER CLAUSE" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["result.json"], "write RESULT.json ID, or AGREEMENT REPORTS..."),
        (["deal", "r.csv", "--clause", "keep-off"], "write RESULT.json ID, or"),
        (["result.json", "zzzz"], "U109: result.json has no finding 'zzzz'"),
        (["result.json", ""], "U109: result.json has 3 findings ''"),
        (["nobody.json", "ab"], "U105: cannot open the result 'nobody.json'"),
        (["r.csv", "ab"], "U105: this is no JSON"),
        (["latin.json", "ab"], "U105: the text is not UTF-8"),
        (["deal", "r.csv", "--clause", "keep-of", "--report", "r1"], "did you mean keep-off"),
        (["deal", "r.csv", "--clause", "keep-off", "--report", "r11"], "U108: no report 'r11'"),
    ],
)
def test_what_cannot_be_explained_is_exit_2_with_a_hint(
    stored: dict[str, str], here: Path, arguments: list[str], said: str
) -> None:
    assert len(stored) == 3
    (here / "latin.json").write_bytes(b'{"title": "Nusa\xefr"}')
    done = accord("explain", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
