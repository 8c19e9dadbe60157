"""Places and times as people write them, from the file to the verdict and what is told of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from checker.cli.main import main

DEAL = """\
accord: 1
id: camp-deal
title: Invented deal on a camp
timezone: Asia/Damascus
edges: geodesic
in_force: {from: 2018-05-01, until: 2018-12-31}
sources:
  text: {kind: invented, title: Invented, published: 2018-01-01}
actors:
  red: {}
places:
  camp: {point: {lon: 36.0392, lat: 32.8889}, accuracy: 100 m, source: text}
clauses:
  c1:
    says: Red keeps 10 km off the camp.
    source: text
    binds: red
    prohibits: presence
    where: {within: 10 km, of: camp}
"""
GAZETTEER = """\
name,alternate_names,lon,lat,radius_m,within
Nawa,\u0646\u0648\u0649,36.0392,32.8889,2000,Daraa
Nawa,,37.5,35.0,500,Aleppo
J\u0101sim,,36.0606,32.9925,1500,Daraa
"""
HEAD = "id,kind,lon,lat,radius_m,grid,outline,place,seen_from,actor,attribution,quoted_distance_m"
DAY = "2018-06-01"
BREACH, OPEN, KEPT = "violation", "undetermined", "compliant"

Json = dict[str, Any]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deal.yaml").write_text(DEAL, encoding="utf-8")
    (tmp_path / "places.csv").write_text(GAZETTEER, encoding="utf-8")
    return tmp_path


def checked(row: str, *arguments: str) -> Json:
    Path("r.csv").write_text(f"{HEAD}\n{row}\n", encoding="utf-8")
    options = ("--all", "-f", "json", "--allow-empty", *arguments)
    done = CliRunner().invoke(main, ["check", "deal.yaml", "r.csv", *options])
    assert done.exit_code in {0, 1, 3}, done.stderr
    result: Json = json.loads(done.stdout)
    return result


def judged(place: str, at: str = DAY, *arguments: str) -> Json:
    result = checked(f"a,position,{place},{at},red,confirmed,", *arguments)
    (finding,) = result["findings"]
    return {**finding, "inputs": result["inputs"], "warnings": result["warnings"]}


@pytest.mark.parametrize(
    ("place", "verdict"),
    [
        ("36\u00b002'21\"E,32\u00b053'20\"N,100,,,", BREACH),
        ('"36 12 21 E","32 53 20 N",100,,,', KEPT),
        (",,,36SYB84314284,,", BREACH),
        (",,,36SYB8442,,", BREACH),
        (",,,36SYB,,", OPEN),
        (",,,37SBS13,,", OPEN),
        (",,,37SCS13,,", KEPT),
        (",,,36 north 784300 3642800,,", BREACH),
        (",,,32.89N 36.04E,,", BREACH),
        (',,,,"POLYGON((36.03 32.88,36.05 32.88,36.05 32.9,36.03 32.88))",', BREACH),
        (',,,,"POLYGON((36.03 32.88,36.25 32.88,36.25 32.9,36.03 32.88))",', OPEN),
        (',,,,"POLYGON((36.2 32.88,36.25 32.88,36.25 32.9,36.2 32.88))",', KEPT),
        (',,,,"LINESTRING(36.03 32.88,36.05 32.9)",', BREACH),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_place_of_any_spelling_gets_the_verdict_that_all_of_it_gets(
    place: str, verdict: str
) -> None:
    found = judged(place)
    assert found["verdict"] == verdict
    assert found["reasons"] == (["place_vague"] if verdict == OPEN else [])


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("camp", BREACH),
        ('"Nawa, Daraa"', BREACH),
        ("\u0646\u0648\u0649", BREACH),
        ("Nawa", OPEN),
        ("Jasim", KEPT),
        ("nowhere", OPEN),
        ("3 km north of camp", BREACH),
        ("20-25 km NE of camp", KEPT),
        ("10 km south of camp", OPEN),
        ('"5 km south-west of Nawa, Daraa"', BREACH),
        ("near camp", OPEN),
        ('"between camp and Nawa, Daraa"', BREACH),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_name_or_words_get_the_verdict_that_all_they_allow_gets(name: str, verdict: str) -> None:
    found = judged(f",,,,,{name}", DAY, "--gazetteer", "places.csv")
    assert found["verdict"] == verdict
    assert found["inputs"][0]["gazetteer"]["file"] == "places.csv"


@pytest.mark.parametrize(
    ("name", "code"), [("Nawa", "R163"), ("Jasim", "R164"), ("Jassim", "R165")]
)
@pytest.mark.usefixtures("here")
def test_what_is_not_exactly_one_name_is_told_with_its_place(name: str, code: str) -> None:
    warnings = judged(f",,,,,{name}", DAY, "--gazetteer", "places.csv")["warnings"]
    assert [one for one in warnings if one.startswith(f"r.csv:2:1: {code}: place: ")]


@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        ("2018-06", BREACH),
        ("2018", OPEN),
        ("May 2018", BREACH),
        ("2018-05~", OPEN),
        ("2018-07~", BREACH),
        ("2018-07?", OPEN),
        ("2018-05-09/..", OPEN),
        ("night of 9 to 10 May 2018", BREACH),
        ("night of 30 April to 1 May 2018", OPEN),
        ("2018-04-01/2018-04-20", "not_applicable"),
        ("2018-05-09/P3D", BREACH),
        ("13/06/2018", BREACH),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_time_of_any_spelling_gets_the_verdict_that_all_of_it_gets(at: str, verdict: str) -> None:
    assert judged("36.0392,32.8889,100,,,", at)["verdict"] == verdict


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("a,position,,,,,,camp,03/04/2018,red,confirmed,", "R243"),
        ("a,position,,,,,,camp,night of 9 to 10 May,red,confirmed,", "R244"),
        (f"a,position,,,,36TYB84,,,{DAY},red,confirmed,", "R209"),
        (f"a,position,32N,36E,5,,,,{DAY},red,confirmed,", "R240"),
        (f"a,position,,,,,POINT(1),,{DAY},red,confirmed,", "R241"),
        (f"a,position,10,50,5,36SYB84,,,{DAY},red,confirmed,", "R242"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_cannot_be_read_is_rejected_with_what_to_write(row: str, code: str) -> None:
    result = checked(row)
    assert result["findings"] == []
    told = result["rejected"]
    assert {(one["line"], one["code"]) for one in told} == {(2, code)}
    assert all(one["hint"] for one in told)


@pytest.mark.usefixtures("here")
def test_a_quoted_distance_is_told_beside_the_measured_one_and_changes_nothing() -> None:
    rows = [
        checked(f"a,position,36.0392,32.8889,100,,,,{DAY},red,confirmed,{quoted}")["findings"][0]
        for quoted in ("", "0", "40000")
    ]
    assert {one["verdict"] for one in rows} == {BREACH}
    assert {one["margin_m"] for one in rows} == {rows[0]["margin_m"]}
    assert "source itself" not in rows[0]["message"]
    assert rows[1]["message"].endswith("the source itself gives 0 m.")
    assert rows[2]["message"].endswith(
        "the source itself gives 40.0 km, which does not fit what is measured here."
    )


@pytest.mark.usefixtures("here")
def test_validate_tells_of_names_and_refuses_a_bad_gazetteer() -> None:
    Path("r.csv").write_text(f"{HEAD}\na,position,,,,,,Nawa,{DAY},red,,\n", encoding="utf-8")
    arguments = ["validate", "r.csv", "--gazetteer", "places.csv"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0
    assert "r.csv:2:1: warning: R163" in done.stderr
    Path("places.csv").write_text("name,lon,lat\nNawa,36,32\n", encoding="utf-8")
    refused = CliRunner().invoke(main, arguments)
    assert refused.exit_code == 2
    assert "places.csv:1:1: R251" in refused.stderr


@pytest.mark.usefixtures("here")
def test_the_middle_of_a_square_is_nothing_that_anybody_swapped() -> None:
    # Of 36S it is 33 E, 36 N: the camp is at 36 E, 33 N.
    assert judged(",,,36S,,")["reasons"] == ["place_vague"]


@pytest.mark.usefixtures("here")
def test_an_explanation_tells_the_ground_as_it_was_written() -> None:
    Path("r.csv").write_text(
        f"{HEAD}\na,position,,,,,,5 km south-west of camp,{DAY},red,confirmed,\n", encoding="utf-8"
    )
    arguments = ["explain", "deal.yaml", "r.csv", "--clause", "c1", "--report", "a"]
    told = CliRunner().invoke(main, arguments).stdout
    assert "on 5 km south-west of camp" in " ".join(told.split())
