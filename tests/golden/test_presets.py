"""Mappings that ship, on rows as their data have them: what stands for a region is no position."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.made import accord

DEAL = """accord: 1
id: zone
title: Invented
timezone: Asia/Damascus
edges: geodesic
in_force: {from: 2015-01-01}
sources: {text: {kind: treaty, title: Invented, published: 2014-12-20}}
actors:
  syria: {name: Government of Syria}
  rebels: {name: Syrian insurgents}
places:
  zone: {area: [[35, 32], [38, 32], [38, 35], [35, 35]], accuracy: 100 m, source: text}
  daraa: {area: [[36, 32.6], [36.4, 32.6], [36.4, 33], [36, 33]], accuracy: 100 m, source: text}
clauses:
  none-there:
    says: Nobody stands in the zone.
    source: text
    binds: [syria, rebels]
    prohibits: presence
    where: {within: 0 m, of: zone}
"""
GED = (
    "id,relid,year,type_of_violence,side_a,side_b,where_prec,where_coordinates,latitude,longitude,"
    "date_prec,date_start,date_end,deaths_a,deaths_b\n"
)


def verdicts(done: Any) -> dict[str, str]:
    found = json.loads(done.stdout)
    return {one["reports"][0]["id"]: one["verdict"] for one in found["findings"] if one["reports"]}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def deal(here: Path) -> str:
    (here / "deal").mkdir()
    (here / "deal/agreement.yaml").write_text(DEAL)
    return "deal"


START = "2018-05-25 00:00:00.000"


def ged(number: int, precision: object, start: str = START, deaths: str = "2,1") -> str:
    return (
        f"{number},X,2018,1,Government of Syria,Syrian insurgents,{precision},Daraa,33.5,36.5,"
        f"1,{start},{start},{deaths}\n"
    )


def test_of_ucdp_ged_only_events_at_or_near_a_place_can_breach(here: Path, deal: str) -> None:
    codes = [1, 2, 3, 4, 5, 6, 7, "", 9]
    (here / "g.csv").write_text(GED + "".join(ged(*one) for one in enumerate(codes, start=1)))
    done = accord("check", deal, "g.csv", "--mapping", "ucdp-ged", "-f", "json", "--all")
    found = verdicts(done)
    assert len(found) == 18
    breaching = {name for name, verdict in found.items() if verdict == "violation"}
    assert breaching == {"1", "1.2", "2", "2.2"}
    assert {found[name] for name in found.keys() - breaching} == {"undetermined"}
    (inputs,) = json.loads(done.stdout)["inputs"]
    assert (inputs["read"], inputs["accepted"], inputs["rows"]) == (9, 9, 18)


@pytest.mark.parametrize("stated", ["values: {radius_m: {1: 500}}", "constants: {radius_m: 500}"])
def test_a_code_that_was_saved_as_a_fraction_is_that_code(
    here: Path, deal: str, stated: str
) -> None:
    codes = ["3.0", "4.0", '"5,0"', "6.0", "7.0", "NA", "1.0", "2.0"]
    (here / "g.csv").write_text(GED + "".join(ged(*one) for one in enumerate(codes, start=1)))
    (here / "m.yaml").write_text(f"preset: ucdp-ged\n{stated}\n")
    found = verdicts(accord("check", deal, "g.csv", "--mapping", "m.yaml", "-f", "json", "--all"))
    assert {name for name in found if found[name] == "violation"} == {"7", "7.2", "8", "8.2"}


@pytest.mark.parametrize("none", ["0", "", "NA", "0.0", "N/A", "-1", "-", "unknown", "None"])
def test_a_side_that_lost_nobody_may_have_struck_from_afar(
    here: Path, deal: str, none: str
) -> None:
    (here / "g.csv").write_text(GED + ged(1, 1, START, f"{none},3"))
    done = accord("check", deal, "g.csv", "--mapping", "ucdp-ged", "-f", "json", "--all")
    assert verdicts(done) == {"1": "not_applicable", "1.2": "violation"}


def test_a_region_that_breaches_as_a_whole_is_a_breach(here: Path, deal: str) -> None:
    (here / "g.csv").write_text(GED + ged(1, 4, "2018-05-25"))
    (here / "m.yaml").write_text(
        "preset: ucdp-ged\n"
        "cases: [{where: {where_coordinates: Daraa}, set: {within_area: daraa}}]\n"
    )
    done = accord("check", deal, "g.csv", "--mapping", "m.yaml", "-f", "json")
    assert verdicts(done) == {"1": "violation", "1.2": "violation"}


ACLED = (
    "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,"
    "actor2,location,latitude,longitude,geo_precision,source,notes\n"
)


def acled(number: int, geo: object, time: object = 1, actor2: str = "Syrian insurgents") -> str:
    return (
        f"SYR{number},25 May 2018,2018,{time},Battles,Armed clash,Government of Syria,,{actor2},"
        f"Daraa,33.5,36.5,{geo},SANA,x\n"
    )


def test_acled_gives_no_radius_until_somebody_states_one(here: Path, deal: str) -> None:
    rows = acled(1, 1) + acled(2, 2, 2, "") + acled(3, 3)
    (here / "a.csv").write_text(ACLED + rows)
    done = accord("check", deal, "a.csv", "--mapping", "acled", "-f", "json")
    assert set(verdicts(done).values()) == {"undetermined"}
    assert len(verdicts(done)) == 5
    (here / "m.yaml").write_text('preset: acled\nvalues: {radius_m: {1: 5000, "*": }}\n')
    done = accord("check", deal, "a.csv", "--mapping", "m.yaml", "-f", "json")
    found = verdicts(done)
    assert {name for name in found if found[name] == "violation"} == {"SYR1", "SYR1.2"}
    (here / "s.csv").write_text(
        ACLED
        + acled(1, 1).replace("Battles,Armed clash", "Explosions/Remote violence,Air/drone strike")
    )
    done = accord("check", deal, "s.csv", "--mapping", "m.yaml", "-f", "json", "--all")
    assert set(verdicts(done).values()) == {"not_applicable"}
    done = accord("check", deal, "a.csv", "--mapping", "m.yaml", "-f", "json")
    of = {one["reports"][0]["id"]: one for one in json.loads(done.stdout)["findings"]}
    assert of["SYR2"]["seen_from"].startswith("2018-05-18T00:00:00+03:00")
    assert of["SYR2"]["seen_to"].startswith("2018-06-01T23:59")


def test_a_table_as_the_osce_has_it_names_nobody(here: Path) -> None:
    (here / "o.csv").write_text(
        "SMM position,Event location,Means,No.,Observation,Description,Weapon,Date,Time\n"
        "Svitlodarsk,5-7km SW,Heard,2,Assessed as,Undetermined explosion,N/K,25/05/2018,14:30\n"
        "Svitlodarsk,3km W,Camera,2,Recorded,Projectile,HMG,25/05/2018,\n"
    )
    done = accord("validate", "o.csv", "--mapping", "osce")
    assert "o.csv:2: R205: seen_from: '25/05/2018 14:30' has no offset" in done.stdout
    done = accord("validate", "o.csv", "--mapping", "osce", "--zone", "Europe/Kyiv", "--first", "1")
    assert done.stdout.endswith("o.csv: 2 reports accepted, 0 rows not accepted\n")
    assert "  note             Assessed as; Heard  <- Observation and Means\n" in done.stdout


@pytest.mark.parametrize(
    "day", ["2024-05-13", "5/13/2024", "13.5.2024", "May 13, 2024", "20240513"]
)
def test_a_date_of_acled_is_as_inexact_as_its_code_however_it_is_written(
    here: Path, deal: str, day: str
) -> None:
    (here / "a.csv").write_text(
        "event_id_cnty,event_date,time_precision,geo_precision,event_type,sub_event_type,actor1,"
        "assoc_actor_1,actor2,assoc_actor_2,latitude,longitude,source,notes\n"
        f'S1,"{day}",3,1,Battles,Armed clash,Syrian insurgents,,,,33.5,36.5,x,\n'
        f'S2,"{day}",9,1,Battles,Armed clash,Syrian insurgents,,,,33.5,36.5,x,\n'
    )
    done = accord("check", deal, "a.csv", "--mapping", "acled", "-f", "json", "--all")
    found = [(one["seen_from"], one["seen_to"]) for one in json.loads(done.stdout)["findings"]]
    begin, end = "2024-04-12T00:00:00+03:00", "2024-06-13T23:59:59.999999+03:00"
    assert found == [(begin, end), (None, None)]


@pytest.mark.parametrize("clock", ["T00:00:00Z", "T00:00:00.000Z", " 00:00:00+00:00", "T00:00:00"])
def test_a_midnight_of_ged_is_a_day_with_an_offset_too(here: Path, deal: str, clock: str) -> None:
    (here / "g.csv").write_text(GED + ged(1, 1, f"2018-05-25{clock}"))
    done = accord("check", deal, "g.csv", "--mapping", "ucdp-ged", "-f", "json", "--all")
    found = {(one["seen_from"], one["seen_to"]) for one in json.loads(done.stdout)["findings"]}
    assert found == {("2018-05-25T00:00:00+03:00", "2018-05-25T23:59:59.999999+03:00")}


@pytest.mark.parametrize("missing", ["date_start", "date_end"])
def test_one_end_of_a_month_is_not_when_it_was(here: Path, deal: str, missing: str) -> None:
    row = ged(1, 1).replace(",1,2018", ",4,2018")
    row = row.replace(f"{START},{START}", f"{START}," if missing == "date_end" else f",{START}")
    (here / "g.csv").write_text(GED + row)
    done = accord("check", deal, "g.csv", "--mapping", "ucdp-ged", "-f", "json", "--all")
    assert {one["seen_from"] for one in json.loads(done.stdout)["findings"]} == {None}


def test_whoever_an_impact_is_laid_to_need_not_have_been_there(here: Path, deal: str) -> None:
    rows = ["Impact", "Incoming explosion", "", "Outgoing explosion"]
    (here / "o.csv").write_text(
        "id,Event location,Description,Date,Time,Longitude,Latitude,Accuracy (m),Attributed to\n"
        + "".join(
            f"{number},,{what},25/05/2018,14:30,36.5,33.5,100,Syrian insurgents\n"
            for number, what in enumerate(rows)
        )
    )
    own = "preset: osce\nconstants: {attribution: reported}\nzone: Asia/Damascus\n"
    (here / "own.yaml").write_text(own)
    done = accord("check", deal, "o.csv", "--mapping", "own.yaml", "-f", "json", "--all")
    found = verdicts(done)
    assert [found[str(number)] for number in range(4)] == [*["not_applicable"] * 3, "violation"]


@pytest.mark.parametrize(
    ("status", "verdict"),
    [("Clear", "violation"), ("", "violation"), ("Check dyad", "undetermined")],
)
def test_what_the_coders_of_ged_have_to_check_proves_nothing(
    here: Path, deal: str, status: str, verdict: str
) -> None:
    rows = ged(1, 1).replace("\n", f",{status}\n")
    (here / "g.csv").write_text(GED.replace("\n", ",code_status\n") + rows)
    done = accord("check", deal, "g.csv", "--mapping", "ucdp-ged", "-f", "json", "--all")
    assert verdicts(done) == {"1": verdict, "1.2": verdict}


def event(affiliation: str, clock: str) -> str:
    return (
        f'<event uid="A.1" type="a-{affiliation}-G-U-C" time="{clock}" start="{clock}" '
        f'stale="{clock}"><point lat="33.5" lon="36.5" ce="50"/></event>'
    )


def test_of_cursor_on_target_the_affiliation_is_the_actor(here: Path) -> None:
    events = [
        event(*one)
        for one in (
            ("h", "2018-06-01T12:00:00Z"),
            ("h", "2018-06-01T12:01:00Z"),
            ("u", "2018-06-01T12:02:00Z"),
        )
    ]
    (here / "t.cot").write_text("".join(events))
    done = accord("validate", "t.cot", "--mapping", "cot", "--first", "3")
    assert "t.cot: 3 reports accepted, 0 rows not accepted\n" in done.stdout
    actors = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("  actor")]
    assert actors == ["hostile", "hostile", "(unknown)"]


@pytest.mark.parametrize("zeros", ["", ".000", ".000000", ".000000000"])
@pytest.mark.parametrize("blank", [" ", "T"])
def test_a_date_that_ucdp_stores_with_a_clock_is_its_day(
    here: Path, zeros: str, blank: str, deal: str
) -> None:
    if blank == "T" and zeros:
        return
    (here / "g.csv").write_text(GED + ged(1, 1, f"2018-05-25{blank}00:00:00{zeros}"))
    done = accord("check", deal, "g.csv", "--mapping", "ucdp-ged", "-f", "json")
    first = json.loads(done.stdout)["findings"][0]
    assert first["seen_from"] == "2018-05-25T00:00:00+03:00"
    assert first["seen_to"] == "2018-05-25T23:59:59.999999+03:00"


def test_an_unknown_preset_is_told_with_those_that_ship(here: Path, deal: str) -> None:
    (here / "g.csv").write_text(GED)
    done = accord("check", deal, "g.csv", "--mapping", "ucdp-gde")
    assert done.exit_code == 2
    assert "U104: cannot open the mapping 'ucdp-gde'" in done.stderr
    assert "did you mean 'ucdp-ged'?" in done.stderr
    (here / "m.yaml").write_text("preset: aclde\n")
    done = accord("check", deal, "g.csv", "--mapping", "m.yaml")
    assert "m.yaml:1:9: R109: there is no preset 'aclde'" in done.stderr
    assert "acled" in done.stderr


def test_several_files_under_one_mapping_are_judged_with_what_is_kept_of_them(
    here: Path, deal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCORD_CACHE", str(here / "kept"))
    for name in ("a", "b"):
        (here / f"{name}.csv").write_text(GED + ged(ord(name), 1))
    for as_of in ("2018-06-01", "2018-06-02"):
        options = ("--mapping", "ucdp-ged", "-f", "json", "--as-of", as_of)
        done = accord("check", deal, "a.csv", "b.csv", *options)
        assert verdicts(done) == dict.fromkeys(("97", "97.2", "98", "98.2"), "violation")


def test_of_acled_a_region_stays_none_where_a_radius_is_stated(here: Path, deal: str) -> None:
    (here / "a.csv").write_text(ACLED + acled(1, "1.0", "1.0") + acled(2, "3.0", "1.0"))
    (here / "m.yaml").write_text("preset: acled\nvalues: {radius_m: {1.0: 5000}}\n")
    found = verdicts(accord("check", deal, "a.csv", "--mapping", "m.yaml", "-f", "json"))
    assert {name for name in found if found[name] == "violation"} == {"SYR1", "SYR1.2"}


UNKNOWN = ["0", "8", "9", "", "NA", "exact", "1a", "-1", "1;2", "4.0"]


@pytest.mark.parametrize("stated", ["values: {radius_m: {'*': 500}}", "constants: {radius_m: 500}"])
def test_a_code_that_no_codebook_has_never_has_a_point(here: Path, deal: str, stated: str) -> None:
    (here / "g.csv").write_text(GED + "".join(ged(*one) for one in enumerate(UNKNOWN)))
    (here / "a.csv").write_text(ACLED + "".join(acled(*one) for one in enumerate(UNKNOWN)))
    for preset, file in (("ucdp-ged", "g.csv"), ("acled", "a.csv")):
        (here / "m.yaml").write_text(f"preset: {preset}\n{stated}\n")
        done = accord("check", deal, file, "--mapping", "m.yaml", "-f", "json", "--all")
        assert set(verdicts(done).values()) == {"undetermined"}
        assert len(verdicts(done)) == 2 * len(UNKNOWN)


def test_a_radius_for_all_rows_makes_no_code_more_exact_than_the_codebook(
    here: Path, deal: str
) -> None:
    # 33.5 N, 37.9 E is some 9 km from the edge at 38 E.
    rows = "".join(ged(*one).replace("36.5,", "37.9,") for one in enumerate([1, 2], start=1))
    (here / "g.csv").write_text(GED + rows)
    (here / "m.yaml").write_text("preset: ucdp-ged\nconstants: {radius_m: 500}\n")
    done = accord("check", deal, "g.csv", "--mapping", "m.yaml", "-f", "json")
    assert verdicts(done) == {
        **dict.fromkeys(("1", "1.2"), "violation"),
        **dict.fromkeys(("2", "2.2"), "undetermined"),
    }
    first = accord("validate", "g.csv", "--mapping", "m.yaml", "--first", "3").stdout
    shown = [line.split(maxsplit=2)[1:] for line in first.splitlines() if "radius_m" in line]
    assert shown[0] == ["500", "<- stated for all rows"]
    assert shown[2] == ["25000", "<- the mapping, of this row"]
    told = "R312: radius_m 500 is taken as 25000 where where_prec is 2"
    assert told in done.stderr
    (here / "m.yaml").write_text(
        "preset: ucdp-ged\nconstants: {radius_m: 500}\n"
        "cases: [{where: {where_prec: 2}, set: {radius_m: 500}}]\n"
    )
    done = accord("check", deal, "g.csv", "--mapping", "m.yaml", "-f", "json")
    assert set(verdicts(done).values()) == {"violation"}


def test_a_name_is_read_as_a_place_only_where_it_is_the_place(here: Path, deal: str) -> None:
    rows = "".join(ged(*one).replace("33.5,36.5", ",") for one in enumerate([1, 2, 4, 9]))
    (here / "g.csv").write_text(GED + rows)
    (here / "m.yaml").write_text("preset: ucdp-ged\ncolumns: {place: where_coordinates}\n")
    done = accord("check", deal, "g.csv", "--mapping", "m.yaml", "-f", "json", "--all")
    found = verdicts(done)
    assert {name for name in found if found[name] == "violation"} == {"0", "0.2"}


def test_a_unit_over_codes_is_refused_and_so_are_codes_as_lengths(here: Path, deal: str) -> None:
    (here / "g.csv").write_text(GED + ged(1, 1))
    (here / "m.yaml").write_text("preset: ucdp-ged\nunits: {radius_m: km}\n")
    done = accord("check", deal, "g.csv", "--mapping", "m.yaml")
    assert done.exit_code == 2
    assert "m.yaml:2:9: R310: a unit of radius_m changes nothing" in done.stderr
    (here / "m.yaml").write_text(
        "preset: ucdp-ged\n"
        "columns: {target_lon: longitude, target_lat: latitude, target_radius_m: where_prec}\n"
    )
    done = accord("check", deal, "g.csv", "--mapping", "m.yaml")
    assert done.exit_code == 2
    assert "R311: target_radius_m is taken from a column of codes" in done.stderr


def test_an_event_without_an_end_is_of_its_first_day_only_where_the_day_is_known(
    here: Path, deal: str
) -> None:
    known = ged(1, 1, "2018-05-25").replace("2018-05-25,2018-05-25", "2018-05-25,")
    (here / "g.csv").write_text(GED + known + known.replace("1,X", "2,X").replace("5,1,2", "5,4,2"))
    done = accord("check", deal, "g.csv", "--mapping", "ucdp-ged", "-f", "json", "--all")
    found = {one["reports"][0]["id"]: one for one in json.loads(done.stdout)["findings"]}
    assert found["1"]["seen_to"].startswith("2018-05-25T23:59")
    assert found["2"]["verdict"] == "undetermined"


def test_columns_in_capitals_are_those_of_the_preset(here: Path, deal: str) -> None:
    (here / "a.csv").write_text(ACLED.upper() + acled(1, 1) + acled(2, 3))
    (here / "m.yaml").write_text("preset: acled\nconstants: {radius_m: 500}\n")
    found = verdicts(accord("check", deal, "a.csv", "--mapping", "m.yaml", "-f", "json", "--all"))
    assert {name for name in found if found[name] == "violation"} == {"SYR1", "SYR1.2"}


def test_the_answer_of_an_interface_is_read_as_its_table_is(here: Path, deal: str) -> None:
    head, (first, *_) = GED.strip().split(","), ged(1, 1).splitlines()
    of_ged = dict(zip(head, first.split(","), strict=True)) | {"date_start": "2018-05-25T00:00:00"}
    (here / "g.json").write_text(json.dumps({"TotalCount": 1, "Result": [of_ged]}))
    done = accord("check", deal, "g.json", "--mapping", "ucdp-ged", "-f", "json")
    assert set(verdicts(done).values()) == {"violation"}
    head, (first, *_) = ACLED.strip().split(","), acled(1, 1, 3).splitlines()
    of_acled = dict(zip(head, first.split(","), strict=True))
    for day in ("2018-05-25", "2018-05-25T00:00:00.000"):
        answer = {
            "status": 200,
            "success": True,
            "count": 1,
            "messages": [],
            "data": [{**of_acled, "event_date": day}],
        }
        (here / "a.json").write_text(json.dumps(answer))
        done = accord("check", deal, "a.json", "--mapping", "acled", "-f", "json")
        (one, _) = json.loads(done.stdout)["findings"]
        assert one["seen_from"] == "2018-04-24T00:00:00+03:00"
        assert one["seen_to"].startswith("2018-06-25T23:59:59")


def test_texts_of_an_event_may_run_over_lines_and_be_of_any_script(here: Path, deal: str) -> None:
    head = GED.strip() + ",source_article\n"
    told = ged(1, 1).strip().replace("Syrian insurgents", "XXX123")
    told += ',"""AFP, 2018-05-25, ""Daraa\nمعركة درعا""; Bušra al-Harīr"""\n'
    (here / "g.csv").write_text(head + told + ged(2, 1).strip() + ",x\n", encoding="utf-8")
    done = accord("check", deal, "g.csv", "--mapping", "ucdp-ged", "-f", "json", "--all")
    assert verdicts(done) == {
        "1": "violation",
        "1.2": "undetermined",
        "2": "violation",
        "2.2": "violation",
    }
    assert "XXX123" in done.stdout


def test_a_file_of_events_that_names_nobody_points_at_its_preset(here: Path) -> None:
    (here / "t.cot").write_text(event("h", "2018-06-01T12:00:00Z"))
    done = accord("validate", "t.cot", "--kind", "position")
    assert done.exit_code == 2
    assert "--mapping cot takes the affiliation" in done.stderr + done.stdout


def test_every_affiliation_is_known_and_only_what_is_certain_is_an_actor(here: Path) -> None:
    letters = "fhnupsjkaox"
    events = [event(one, f"2018-06-01T12:00:{number:02d}.5Z") for number, one in enumerate(letters)]
    (here / "t.cot").write_text("<events>" + "".join(events) + "</events>")
    done = accord("validate", "t.cot", "--mapping", "cot", "--first", "11")
    assert "t.cot: 11 reports accepted, 0 rows not accepted\n" in done.stdout
    actors = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("  actor")]
    assert actors == ["friend", "hostile", "neutral", *["(unknown)"] * 8]


def test_a_result_tells_the_zone_that_a_mapping_states(here: Path, deal: str) -> None:
    (here / "r.csv").write_text("id,lon,lat,seen_from,actor\na,36.5,33.5,2018-06-01 12:00,syria\n")
    said = "constants: {kind: position, radius_m: 100}\n"
    (here / "zoned.yaml").write_text(said + "zone: Asia/Damascus\n")
    (here / "plain.yaml").write_text(said)
    for options in (("zoned.yaml",), ("plain.yaml", "--zone", "Asia/Damascus")):
        done = accord("check", deal, "r.csv", "-f", "json", "--mapping", *options)
        (told,) = json.loads(done.stdout)["inputs"]
        assert told["stated"]["zone"] == "Asia/Damascus"
        assert told["mapping"]["file"] == options[0]
        assert len(told["mapping"]["sha256"]) == 64


def test_nothing_lasts_throughout_a_time_within_which_it_was(here: Path, deal: str) -> None:
    head = "id,lon,lat,radius_m,kind,actor,time_kind,seen_from,seen_to\n"
    place = "36.5,33.5,10,position,syria,throughout"
    rows = [f"a,{place},2014-12~,", f"b,{place},2014-12,2015-02", f"c,{place},winter 2014,2015-02"]
    (here / "r.csv").write_text(head + "\n".join(rows) + "\n")
    done = accord("check", deal, "r.csv", "-f", "json", "--all")
    found = verdicts(done)
    assert {name for name in found if found[name] == "violation"} == {"b"}
    assert "R315: seen_from: throughout '2014-12~' nobody can say what lasted" in done.stderr


@pytest.mark.parametrize("preset", ["ucdp-ged", "acled"])
def test_nor_throughout_what_a_code_leaves_open(here: Path, deal: str, preset: str) -> None:
    deal_text = (here / "deal/agreement.yaml").read_text()
    (here / "deal/agreement.yaml").write_text(deal_text.replace("2015-01-01", "2018-05-20"))
    if preset == "ucdp-ged":
        exact = ged(1, 1, "2018-05-01").replace("2018-05-01,2018-05-01", "2018-05-01,2018-05-30")
        rows = GED + exact + exact.replace("1,X", "2,X").replace(",1,2018-05-01", ",4,2018-05-01")
    else:
        rows = ACLED + acled(1, 1, 1) + acled(2, 1, 2)
        rows = rows.replace("25 May", "19 May").replace("SYR1,19", "SYR1,25")
    (here / "r.csv").write_text(rows)
    said = "constants: {radius_m: 500, time_kind: throughout}\n"
    (here / "m.yaml").write_text(f"preset: {preset}\n{said}")
    found = verdicts(accord("check", deal, "r.csv", "--mapping", "m.yaml", "-f", "json", "--all"))
    ids = {"ucdp-ged": ("1", "2"), "acled": ("SYR1", "SYR2")}[preset]
    assert [found[one] for one in ids] == ["violation", "undetermined"]


def test_a_table_without_the_precision_of_dates_is_read(here: Path, deal: str) -> None:
    kept = [line.split(",") for line in (GED + ged(1, 1)).splitlines()]
    at = kept[0].index("date_prec")
    (here / "g.csv").write_text("".join(",".join(one[:at] + one[at + 1 :]) + "\n" for one in kept))
    done = accord("check", deal, "g.csv", "--mapping", "ucdp-ged", "-f", "json")
    assert set(verdicts(done).values()) == {"violation"}
