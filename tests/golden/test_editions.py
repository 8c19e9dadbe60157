"""Public editions: nothing of a report's place, source or name is in any format; the totals are."""

import json
import re
import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from geographiclib.geodesic import Geodesic
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from checker.cli.main import main
from checker.outputs import WRITERS
from tests.cli.made import AGREEMENT
from tests.golden.test_formats_agree import ISSUES, PIXELS, RUNS, SUMS, WHOLE, by_standing
from tests.outputs.test_sarif import SCHEMA

COLUMNS = (
    *("id", "kind", "lon", "lat", "radius_m", "seen_from", "actor", "does", "unit", "event"),
    *("source", "source_chain", "note", "quoted_distance_m", "supersedes", "within_area", "odd"),
)
SECRETS = ("id", "actor", "does", "unit", "event", "source", "source_chain", "note", "odd")
"""Columns whose words are a report's own, but for what the agreement declares."""

LINES = AGREEMENT.replace(
    "  post: {point: {lon: 36.0, lat: 32.5}}\n",
    """\
  post: {point: {lon: 36.0, lat: 32.5}}
  north: {line: [[35.97, 32.53], [36.03, 32.54]], accuracy: 50 m, source: text}
  east: {line: [[36.03, 32.47], [36.04, 32.53]], accuracy: 50 m, source: text}
  village: {box: {west: 35.9, south: 32.4, east: 36.1, north: 32.6}, accuracy: 50 m, source: text}
""",
).replace(
    "    where: {within: 2 km, of: post}\n",
    "    where: {within: 2 km, of: [post, north, east], toward: both}\n",
)


def accord(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments], prog_name="accord")


token = st.text("abcdefghijklmnopqrstuvwxyz", min_size=9, max_size=12).map(lambda s: f"zq{s}")
degree = st.integers(-3000, 3000).map(lambda steps: steps * 1e-5 + 3e-7)


@st.composite
def report(draw: st.DrawFn) -> dict[str, str]:
    words = {name: draw(token) for name in SECRETS}
    declared = draw(st.sampled_from(["red", "red", "green", words["actor"]]))
    return {
        **words,
        "kind": draw(st.sampled_from(["position", "position", "incident", "allegation"])),
        "lon": f"{36.0 + draw(degree):.7f}",
        "lat": f"{32.5 + draw(degree):.7f}",
        "radius_m": draw(st.sampled_from(["", "13.75", "487.25", "2913.5"])),
        "seen_from": f"2018-06-{draw(st.integers(1, 9)):02}T12:00:00Z",
        "actor": declared,
        "does": draw(st.sampled_from(["", words["does"]])),
        "quoted_distance_m": "1717.25",
        "supersedes": "",
        "within_area": draw(st.sampled_from(["", "village"])),
    }


def write(folder: Path, rows: list[dict[str, str]]) -> tuple[str, str]:
    (folder / "agreement.yaml").write_text(LINES, encoding="utf-8")
    lines = [",".join(COLUMNS), *(",".join(row[name] for name in COLUMNS) for row in rows)]
    bad = ",".join(["zqbadrow" if name == "id" else "zqnonsense" for name in COLUMNS])
    path = folder / "zqsecretfile.csv"
    path.write_text("\n".join([*lines, bad, ""]), encoding="utf-8")
    return str(folder), str(path)


FORMATS = [form.name for form in WRITERS if form.name not in PIXELS]
"""Pixels are drawn from the SVG, which is read here."""


def every_format(folder: Path) -> list[str]:
    folder.mkdir()
    return [f"-f{name}={folder / name}" for name in FORMATS]


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield all that can be read in each file: packed ones unpacked, points as numbers."""
    for path in sorted(folder.iterdir()):
        if path.name != "parquet":
            # The scripts and the styles of a page are the same in every page, and hold no result.
            text = path.read_text(encoding="utf-8")
            yield path.name, re.sub(r"<(script|style)>.*?</\1>", "", text, flags=re.DOTALL)
            continue
        table = pq.read_table(path)
        rows = table.to_pylist()
        points = [struct.unpack("<dd", row["geometry"][5:]) for row in rows if row["geometry"]]
        yield path.name, repr((rows, points, pq.read_metadata(path).metadata))


def numbers_of(finding: dict[str, Any]) -> Iterator[float | None]:
    """Yield every number of a finding that is a distance from its report."""
    yield from (finding[name] for name in ("margin_m", "likelihood", "decides_radius_m"))
    for one in finding["readings"]:
        yield from (one[name] for name in ("margin_m", "likelihood", "decides_radius_m"))
    for one in finding["measured"]:
        yield from (one[name] for name in ("low_m", "best_m", "high_m"))


def assert_public(folder: Path, rows: list[dict[str, str]], whole: dict[str, Any]) -> None:
    declared = {"red", "green", "village", "incident", "position", "allegation"}
    secrets = {row[name] for row in rows for name in (*SECRETS, "lon", "lat")} - {"", *declared}
    secrets |= {str(float(row[name])) for row in rows for name in ("lon", "lat")}
    secrets |= {"zqbadrow", "zqnonsense", "zqsecretfile"}
    secrets |= {one["id"] for one in whole["findings"]} | {one["sha256"] for one in whole["inputs"]}
    secrets |= {one["content"] for one in whole["every_report"]}
    # Numbers of fewer decimals stand in the agreement too, and are where a picture is drawn.
    told = {n for one in whole["findings"] for n in numbers_of(one) if n and n * 100 % 1}
    for name, text in texts(folder):
        assert [one for one in secrets if one in text] == [], name
        found = {float(one) for one in re.findall(r"-?\d+\.\d+", text)}
        assert told & found == set(), name


@settings(max_examples=8, derandomize=True, deadline=None)
@given(st.lists(report(), min_size=1, max_size=5, unique_by=lambda row: row["id"]))
def test_no_format_has_a_place_a_source_or_a_name_of_a_report(rows: list[dict[str, str]]) -> None:
    with TemporaryDirectory() as named:
        folder = Path(named)
        deal, reports = write(folder, rows)
        asked = ("check", deal, reports, "--all", "--no-cache")
        json_file = f"-fjson={folder / 'whole.json'}"
        kept = accord(*asked, json_file)
        public = accord(*asked, "--redact", "1km", *every_format(folder / "public"))
        assert public.exit_code == kept.exit_code in {0, 1}
        whole = json.loads((folder / "whole.json").read_text(encoding="utf-8"))
        told = ("report", str(folder / "whole.json"), "--agreement", deal, "--redact", "1km")
        again = accord(*told, *every_format(folder / "again"))
        assert again.exit_code == 0, again.output
        assert_public(folder / "public", rows, whole)
        for name in FORMATS:
            first, second = (folder / place / name for place in ("public", "again"))
            assert first.read_bytes() == second.read_bytes(), name
        assert [row["id"] for row in rows if row["id"] in public.stderr] == []


@pytest.mark.parametrize(
    "run", ["space-036-open-readings", "who-031-leaving-by-a-date", "who-038-permission-lapses"]
)
def test_every_format_has_the_same_totals_and_says_that_it_is_an_edition(
    run: str, tmp_path: Path
) -> None:
    whole, public = tmp_path / "whole", tmp_path / "public"
    accord("check", *RUNS[run], "--no-cache", *every_format(whole))
    accord("check", *RUNS[run], "--no-cache", "--redact", "10 km", *every_format(public))
    for name, read in (WHOLE | ISSUES).items():
        assert read(public) == read(whole), name
    for name, read in SUMS.items():
        assert by_standing(read(public)) == by_standing(read(whole)), name
    for name, text in texts(public):
        assert name.endswith(".qml") or "public edition" in text.lower(), name
    one, other = (json.loads((folder / "json").read_text("utf-8")) for folder in (public, whole))
    Draft202012Validator(json.loads(accord("schema", "result").stdout)).validate(one)
    Draft4Validator(SCHEMA).validate(json.loads((public / "sarif").read_text("utf-8")))
    for key in ("summary", "not_judged", "hidden", "hollow", "as_of"):
        assert one[key] == other[key]
    assert [(n["rows"], n["quarantined"]) for n in one["inputs"]] == [
        (n["rows"], n["quarantined"]) for n in other["inputs"]
    ]
    assert Counter(n["incident"] is None for n in one["findings"]) == Counter(
        n["incident"] is None for n in other["findings"]
    )


def test_an_edition_without_a_finding_says_so_too(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    reports = tmp_path / "r.csv"
    head = "id,kind,lon,lat,radius_m,seen_from,actor\n"
    reports.write_text(f"{head}r1,position,37,33,10,2018-06-02T12:00:00Z,red\n")
    public = tmp_path / "public"
    done = accord("check", str(tmp_path), str(reports), "--redact", "1km", *every_format(public))
    assert done.exit_code == 0
    for name, text in texts(public):
        assert name.endswith(".qml") or "edition" in text.lower(), name


def test_the_discs_of_the_demo_hold_the_reports(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("whole.json", "public.json")]
    accord("check", *RUNS["demo"], "--all", "--no-cache", f"-fjson={files[0]}")
    accord("check", *RUNS["demo"], "--all", "--no-cache", f"-fjson={files[1]}", "--redact", "5 km")
    whole, public = (json.loads(path.read_text("utf-8"))["findings"] for path in files)
    assert len(whole) == len(public) > 400
    placed = 0
    for true, told in zip(whole, public, strict=True):
        assert (true["clause"], true["standing"]) == (told["clause"], told["standing"])
        if true["radius_m"] is None or true["lon"] is None:
            continue
        places = (true["lat"], true["lon"], told["lat"], told["lon"])
        away_m = Geodesic.WGS84.Inverse(*places)["s12"]
        assert away_m + true["radius_m"] <= told["radius_m"]
        placed += 1
        for one in told["measured"]:
            (same,) = [
                m
                for m in true["measured"]
                if (m["what"], m["reading"], m["limit_low_m"])
                == (one["what"], one["reading"], one["limit_low_m"])
            ]
            assert one["low_m"] <= same["low_m"]
            assert one["high_m"] >= same["high_m"]
    assert placed > 100
