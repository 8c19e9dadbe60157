"""`--observations`: what somebody looked at, and where nobody was let in."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.made import HEAD, accord, result_of, row, write_deal

AGREEMENT = """\
accord: 1
id: visits
title: Invented deal
timezone: Europe/Kyiv
edges: geodesic
in_force: {from: 2018-06-01}
sources: {text: {kind: treaty}}
actors: {red: {name: Red}, blue: {name: Blue}}
places:
  zone: {box: {west: 35, south: 32, east: 37, north: 33}, accuracy: 1 m, source: text}
  far: {box: {west: 40, south: 48, east: 41, north: 49}, accuracy: 1 m, source: text}
clauses:
  out: {says: Red is out., source: text, binds: red, prohibits: presence, where: zone}
  maps: {says: Maps., source: text, binds: red, obliges: [hand-over], where: zone, by: 2018-06-10}
  far-out: {says: Blue is out., source: text, binds: blue, prohibits: presence, where: far}
"""
OBSERVED = "area,from,to,status\n"
WATCHED = "zone,2018-06-01,2018-06-10,watched\n"
REFUSED = "zone,2018-06-13,2018-06-13,refused\n"
RUN = ("deal", "r.csv", "--observations", "o.csv")


@pytest.fixture(autouse=True)
def visited(here: Path) -> None:
    write_deal(here / "deal", AGREEMENT)
    (here / "r.csv").write_text(HEAD + row("r1") + row("r2", lon="30", seen_from="2018-06-20"))


def standings(here: Path, rows: str, *more: str) -> dict[str, str]:
    (here / "o.csv").write_text(OBSERVED + rows)
    return {one["clause"]: one["standing"] for one in result_of(*RUN, *more)["summary"]}


def test_silence_is_a_missed_duty_only_where_somebody_watched(here: Path) -> None:
    assert standings(here, "")["maps"] == "no_evidence"
    assert standings(here, WATCHED)["maps"] == "overdue"
    assert standings(here, WATCHED.replace("10,", "09,"))["maps"] == "no_evidence"
    assert standings(here, WATCHED.replace("watched", "partial"))["maps"] == "no_evidence"
    assert standings(here, WATCHED.replace("zone", "far"))["maps"] == "no_evidence"
    assert standings(here, WATCHED.replace("zone", "nowhere"))["maps"] == "no_evidence"
    # Where nobody was let in, the act may have been done: neither missed nor silence.
    for area in ("zone", "nowhere"):
        denied = f"{WATCHED}{area},2018-06-05,2018-06-05,denied\n"
        assert standings(here, denied)["maps"] == "undetermined"
    denied = f"{WATCHED}far,2018-06-05,2018-06-05,denied\n"
    assert standings(here, denied)["maps"] == "no_evidence"


def test_a_floor_is_missed_only_where_somebody_watched(here: Path) -> None:
    floor = AGREEMENT.replace("by: 2018-06-10}", "by: 2018-06-10, at_least: 2}")
    write_deal(here / "deal", floor)
    head = HEAD.rstrip() + ",does,role\n"
    acts = [row(f"a{n}", kind="incident").rstrip() + ",hand-over,acting\n" for n in range(2)]
    (here / "r.csv").write_text(head + acts[0] + row("z", seen_from="2018-06-20").rstrip() + ",,\n")
    # One act of two: lawful as far as it was seen, and short only where all of it would have been.
    assert standings(here, "")["maps"] == "no_breach_seen"
    assert standings(here, WATCHED)["maps"] == "overdue"
    assert standings(here, WATCHED.replace("watched", "partial"))["maps"] == "no_breach_seen"
    (here / "r.csv").write_text(head + "".join(acts))
    assert standings(here, "", "--as-of", "2018-06-20")["maps"] == "complied"


def test_a_refusal_is_a_finding_in_doubt_and_no_pass(here: Path) -> None:
    assert standings(here, "")["far-out"] == "no_evidence"
    assert standings(here, REFUSED.replace("zone", "far"))["far-out"] == "undetermined"
    (one,) = [f for f in result_of(*RUN)["findings"] if f["clause"] == "far-out"]
    assert (one["kind"], one["verdict"]) == ("access_denied", "undetermined")
    assert "access_denied" in one["reasons"]
    assert one["reports"] == [{"file": "o.csv", "line": 2, "row": 1, "id": "o.csv:2"}]


def test_denominators_stand_beside_the_counts(here: Path) -> None:
    later = "zone,2018-07-01,2018-07-01,watched\n"
    rows = WATCHED + "ZONE,2018-06-12,2018-06-12,partial\n" + REFUSED + later
    (here / "o.csv").write_text(OBSERVED + rows + "nowhere,2018-06-01,2018-06-02,visited\n")
    told = result_of(*RUN)
    assert told["observed"][0] == {"clause": "out", "visits": 2, "partial": 1, "refused": 1}
    assert told["observed"][2] == {"clause": "far-out", "visits": 0, "partial": 0, "refused": 0}
    assert [one["file"] for one in told["inputs"]] == ["r.csv", "o.csv"]
    # Neither a visit nor a refusal says up to when reports were read.
    assert told["as_of"].startswith("2018-06-20")
    done = accord("check", *RUN)
    assert "out            1 breach in 2 visits, 1 of them in part; 1 refused\n" in done.stdout
    assert "R286: the area 'nowhere'" in done.stderr
    done = accord("check", *RUN, "-f", "markdown")
    assert "- **out**: 1 breach in 2 visits, 1 of them in part; 1 refused\n" in done.stdout
    page = accord("check", *RUN, "-f", "html").stdout
    assert "<bdi>1 breach in 2 visits, 1 of them in part; 1 refused</bdi>" in page


def test_a_refusal_after_the_last_report_is_left_out_as_from_any_later_date(here: Path) -> None:
    late = REFUSED.replace("06-13", "07-01")
    rows = WATCHED + late + "nowhere,2018-07-02,2018-07-02,denied\n"
    assert standings(here, rows)["far-out"] == "no_evidence"
    told = result_of(*RUN)
    assert [one["refused"] for one in told["observed"]] == [0, 0, 0]
    assert [f for f in told["findings"] if f["kind"] == "access_denied"] == []
    assert {one["reason"]: one["count"] for one in told["not_judged"]}["after_as_of"] == 2
    assert json.loads(accord("check", *RUN, "-f", "json", "-j", "3").stdout) == told
    later = result_of(*RUN, "--as-of", "2018-07-01")
    assert later["observed"][0]["refused"] == 1
    assert [f["kind"] for f in later["findings"]].count("access_denied") == 1
    # What is explained is what was told.
    told_of = ("--clause", "out", "--report", "o.csv:3")
    assert accord("explain", *RUN, *told_of).exit_code == 2
    assert accord("explain", *RUN, *told_of, "--as-of", "2018-07-01").exit_code == 0


def test_a_wider_area_that_was_watched_holds_the_ground_within_it(here: Path) -> None:
    wide = "  province: {box: {west: 35, south: 31, east: 38, north: 34}, "
    wide += "accuracy: 1 m, source: text}\n"
    half = wide.replace("province", "half").replace("east: 38", "east: 36")
    write_deal(here / "deal", AGREEMENT.replace("  far: {", f"{wide}{half}  far: {{"))
    province = WATCHED.replace("zone", "province")
    assert standings(here, province)["maps"] == "overdue"
    assert standings(here, province.replace("watched", "partial"))["maps"] == "no_evidence"
    assert standings(here, province.replace("10,", "09,"))["maps"] == "no_evidence"
    assert standings(here, WATCHED.replace("zone", "half"))["maps"] == "no_evidence"
    turns = "province,2018-06-01,2018-06-05,watched\nzone,2018-06-04,2018-06-10,watched\n"
    assert standings(here, turns)["maps"] == "overdue"
    visits = {"clause": "maps", "visits": 2, "partial": 0, "refused": 0}
    assert result_of(*RUN)["observed"][1] == visits


def test_a_row_may_draw_its_area_as_an_outline_or_a_circle(here: Path) -> None:
    def told(text: str, name: str = "o.csv") -> tuple[dict[str, str], list[tuple[int, int]]]:
        (here / name).write_text(text)
        result = result_of("deal", "r.csv", "--observations", name)
        standing = {one["clause"]: one["standing"] for one in result["summary"]}
        return standing, [(one["visits"], one["refused"]) for one in result["observed"]]

    head = "area,outline,lon,lat,radius_m,from,to,status\n"
    whole = '"POLYGON ((34 31, 38 31, 38 34, 34 34, 34 31))"'
    days = "2018-06-01,2018-06-10"
    standing, counts = told(f"{head},{whole},,,,{days},watched\n")
    assert (standing["maps"], counts) == ("overdue", [(1, 0), (1, 0), (0, 0)])
    standing, counts = told(f"{head},,36,32.5,5000,{days},watched\n")
    assert (standing["maps"], counts) == ("no_evidence", [(1, 0), (1, 0), (0, 0)])
    standing, counts = told(f"{head},,36,32.5,200000,{days},watched\n,,40.5,48.5,9,{days},denied\n")
    # A refusal far away leaves open what was watched here, and is a finding where it was.
    assert (standing["maps"], standing["far-out"]) == ("no_evidence", "undetermined")
    assert counts == [(1, 0), (1, 0), (0, 1)]
    # Where a row names its area, what it draws is not read.
    assert told(f"{head}zone,,10,10,,{days},denied\n")[1] == [(0, 1), (0, 1), (0, 0)]
    # Nor is a position beside an outline: a refusal that is told in two ways is not lost.
    assert told(f"{head},{whole},10,10,5,{days},denied\n")[1] == [(0, 1), (0, 1), (0, 0)]
    (one,) = [f for f in result_of(*RUN)["findings"] if f["kind"] == "access_denied"]
    assert one["clause"] == "out"
    ring = [[34, 31], [38, 31], [38, 34], [34, 34], [34, 31]]
    feature = {
        "type": "Feature",
        "properties": {"from": "2018-06-01", "to": "2018-06-10", "status": "watched"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    standing, _ = told(
        json.dumps({"type": "FeatureCollection", "features": [feature]}), "o.geojson"
    )
    assert standing["maps"] == "overdue"


def test_an_area_that_is_drawn_in_no_way_refuses_the_file(here: Path) -> None:
    rows = ",36,,2018-06-01,2018-06-10,denied\n,,,2018-06-01,2018-06-10,denied\n"
    (here / "o.csv").write_text(f"area,lon,outline,from,to,status\n{rows}")
    assert told_codes(accord("check", *RUN)) == ["R282", "R282"]
    (here / "o.csv").write_text(
        "outline,from,to,status\nPOINT (1 1),2018-06-01,2018-06-10,denied\n"
    )
    assert told_codes(accord("check", *RUN)) == ["R320"]


def test_every_engine_and_a_stored_result_say_the_same(here: Path) -> None:
    (here / "o.csv").write_text(OBSERVED + WATCHED + REFUSED)
    whole = accord("check", *RUN, "-f", "json", "-f", "text=page.txt")
    assert accord("check", *RUN, "-f", "json", "-j", "3").stdout == whole.stdout
    (here / "result.json").write_text(whole.stdout)
    again = accord("report", "result.json", "-f", "text")
    assert again.stdout == (here / "page.txt").read_text()
    old = json.loads(whole.stdout)
    del old["observed"]
    (here / "old.json").write_text(json.dumps(old))
    assert accord("report", "old.json").exit_code == 0


def test_refusals_alone_put_nothing_to_the_test(here: Path) -> None:
    (here / "r.csv").write_text(HEAD)
    (here / "o.csv").write_text(OBSERVED + REFUSED)
    done = accord("check", *RUN)
    assert done.exit_code == 3
    assert "hollow" in done.stderr


def test_a_refusal_is_explained(here: Path) -> None:
    (here / "o.csv").write_text(OBSERVED + REFUSED)
    told = ("--clause", "out", "--report", "o.csv:2", "--as-of", "2018-06-20")
    done = accord("explain", *RUN, *told)
    assert done.exit_code == 0
    assert "access_denied" in done.stdout
    assert "observers were not let in" in " ".join(done.stdout.split())


def told_codes(done: Any) -> list[str]:
    lines = done.stderr.splitlines()
    return [
        word.rstrip(":")
        for line in lines
        for word in line.split()
        if word[:2] in ("R2", "R3", "U1")
    ]


def test_what_cannot_be_read_is_told_with_all_else_and_ends_the_run(here: Path) -> None:
    (here / "o.csv").write_text(OBSERVED + "zone,2018-06-01,,watched\nzone,x,y,watched\n")
    (here / "bad.csv").write_text("lon\n")
    done = accord("check", "deal", "bad.csv", "--observations", "o.csv")
    assert (done.exit_code, done.stdout) == (2, "")
    assert {"R282", "R283"} <= {*told_codes(done)}
    assert "R105" in done.stderr


@pytest.mark.parametrize("named", ["r.csv", "-"])
def test_a_file_is_read_once_as_one_thing(named: str) -> None:
    done = accord("check", "deal", "r.csv", "--observations", named)
    assert (done.exit_code, told_codes(done)) == (2, ["U142"])
