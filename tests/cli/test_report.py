"""`accord report`: what check would have written, byte for byte."""

import json
from pathlib import Path

import pytest

from checker.outputs import WRITERS
from tests.cli.made import HEAD, accord, row

ROWS = (
    HEAD
    + row("r1")
    + row("r2", lat="32.5095", radius_m="300.0001")
    + row("=r3", actor="green;Nobody")
    + row("r4", lat="95")
    + row("", radius_m="1609.34412345", actor="حزب الله")
)


@pytest.fixture
def stored(deal: str, here: Path) -> str:
    """Write a result, and return its name."""
    (here / "r.csv").write_text(ROWS, encoding="utf-8")
    accord("check", deal, "r.csv", "-f", "json=result.json")
    return "result.json"


def every_format(name: str) -> list[str]:
    return [f"-f{form.name}={name}.{form.name}" for form in WRITERS]


CHOICES = [
    (),
    ("--all",),
    ("--fail-on", "never"),
    ("--party", "red", "--since", "2018-06-01", "--fail-on", "undetermined"),
    ("--clause", "keep-out", "--as-of", "2017-01-01"),
    ("--max-quarantined", "0"),
]


@pytest.mark.parametrize("choice", CHOICES, ids=" ".join)
def test_every_format_has_the_bytes_that_check_would_have_written(
    deal: str, here: Path, choice: tuple[str, ...]
) -> None:
    (here / "r.csv").write_text(ROWS, encoding="utf-8")
    checked = accord("check", deal, "r.csv", *choice, *every_format("check"))
    assert checked.exit_code in {0, 1, 3}
    done = accord("report", "check.json", "--agreement", deal, *every_format("report"))
    assert (done.exit_code, done.stdout) == (0, "")
    for form in WRITERS:
        names = [f"{name}.{form.name}" for name in ("check", "report")]
        first, second = ((here / name).read_bytes() for name in names)
        assert first == second, form.name


def test_no_format_is_the_page(deal: str, stored: str) -> None:
    assert accord("report", stored).stdout == accord("check", deal, "r.csv").stdout
    assert accord("report", stored, "-v").stdout == accord("check", deal, "r.csv", "-v").stdout


def test_a_result_may_come_from_stdin(here: Path, stored: str) -> None:
    content = (here / stored).read_bytes()
    assert accord("report", "-", stdin=content).stdout == accord("report", stored).stdout


def test_no_report_and_no_rule_is_read(deal: str, here: Path, stored: str) -> None:
    page = accord("report", stored).stdout
    (here / "r.csv").unlink()
    (here / deal / "agreement.yaml").unlink()
    assert accord("report", stored).stdout == page


def test_what_nobody_should_miss_is_said_beside_it(stored: str) -> None:
    done = accord("report", stored, "-f", "csv=t.csv")
    assert done.stderr.splitlines() == [
        "not accepted: 1 row; accord validate lists them with reasons",
        "written: t.csv",
    ]
    assert accord("report", stored, "-f", "csv=t.csv", "-q").stderr == ""


@pytest.mark.parametrize("form", ["geojson", "kml"])
def test_a_map_asks_for_the_agreement(deal: str, stored: str, form: str) -> None:
    done = accord("report", stored, "-f", f"{form}=map", "-f", "csv=t.csv")
    assert (done.exit_code, done.stdout) == (2, "")
    said = " ".join(done.stderr.split())
    assert f"U126: a result holds no drawings of places, which {form} would show" in said
    assert "accord report RESULT.json --agreement AGREEMENT" in said
    assert accord("report", stored, "-f", f"{form}=map", "--agreement", deal).exit_code == 0
    assert not Path("t.csv").exists()


def test_a_map_of_replaced_places_has_the_bytes_of_check(deal: str, here: Path) -> None:
    point = '{"type": "Point", "coordinates": [36.0, 32.6]}'
    (here / "p.geojson").write_text(point, encoding="utf-8")
    (here / "r.csv").write_text(ROWS, encoding="utf-8")
    place = ("--place", "post=p.geojson,accuracy=50m")
    accord("check", deal, "r.csv", *place, *every_format("check"))
    accord("report", "check.json", "--agreement", deal, *place, *every_format("report"))
    for form in ("geojson", "kml"):
        assert (here / f"check.{form}").read_bytes() == (here / f"report.{form}").read_bytes()


def broken(here: Path, **instead: object) -> str:
    whole = json.loads((here / "result.json").read_text(encoding="utf-8"))
    (here / "broken.json").write_text(json.dumps({**whole, **instead}), encoding="utf-8")
    return "broken.json"


def test_a_result_of_another_format_is_refused(here: Path, stored: str) -> None:
    del stored
    done = accord("report", broken(here, format=2))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "broken.json:1:12: U105: not a result: the result.format is not 1;" in done.stderr


def test_a_finding_that_is_none_is_told_before_anything_is_written(here: Path, stored: str) -> None:
    lines = (here / stored).read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3].replace('"verdict": "', '"verdict": "un')
    (here / "broken.json").write_text("\n".join(lines), encoding="utf-8")
    done = accord("report", "broken.json", "-f", "csv")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "broken.json:4:1: U105: not a result: the result.findings[1].verdict is not" in (
        done.stderr
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("result.json", "-f", "xml"),
            "there is no format 'xml'; did you mean 'kml'? write one of text, json",
        ),
        (("result.json", "-f", "json=result.json"), "'result.json' is what is read"),
        (("gone.json",), "U105: cannot open the result 'gone.json': no such file"),
        (("r.csv",), "r.csv:1:1: U105: this is no JSON: expecting value"),
        (("half.json",), "U105: this is no JSON: it ends in the middle, as if it was cut off"),
        (("deal/agreement.yaml",), "U105: this is no JSON"),
        ((), "Missing argument 'RESULT.json'"),
        (("result.json", "--place", "post=p,accuracy=1m"), "--place goes with --agreement"),
        (("result.json", "--agreement", "none"), "U102: there is no agreement 'none'"),
        (
            ("result.json", "--agreement", "deal", "-f", "kml=deal/agreement.yaml"),
            "'agreement.yaml' is what is read",
        ),
    ],
)
def test_typical_mistakes_are_told(
    here: Path, stored: str, arguments: tuple[str, ...], said: str
) -> None:
    content = (here / stored).read_bytes()
    (here / "half.json").write_bytes(content[: len(content) // 2])
    done = accord("report", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())
