"""Every format tells the same story: counts by clause and standing, over one run of all of them."""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from lxml import html

from checker.cli.main import main
from checker.outputs import WRITERS
from checker.outputs.plain import STANDINGS
from checker.outputs.shelves import GROUPS

ROOT = Path(__file__).parents[2]
CASES = ROOT / "fixtures" / "conformance"
DEMO = ROOT / "fixtures" / "south-syria-2018"
WORDS = {said: word for word, said in STANDINGS.items()}
OPEN = {*GROUPS["Breach"], *GROUPS["In doubt"]}

Counts = Counter[tuple[str, str]]

RUNS = {
    "demo": (
        str(ROOT / "rules" / "south-syria-2018"),
        *(str(DEMO / name) for name in ("reports.csv", "article.csv")),
        *("--mapping", str(DEMO / "mapping.yaml")),
    ),
    **{
        name: (str(CASES / name), str(CASES / name / "reports.csv"))
        for name in (
            "space-011-antimeridian-cut",
            "space-012-pole",
            "space-036-open-readings",
            "who-031-leaving-by-a-date",
            "who-032-acts-owed-by-a-date",
            "who-038-permission-lapses",
            "who-046-a-duty-made-moot",
        )
    },
}


def written(folder: Path, run: str, *options: str) -> Path:
    """Write every format of one run into a folder."""
    names = [one.name for one in WRITERS if run == "demo" or one.name not in PIXELS]
    targets = [part for name in names for part in ("-f", f"{name}={folder / name}")]
    command = ["check", *RUNS[run], *targets, "--no-cache", *options]
    done = CliRunner().invoke(main, command, prog_name="accord")
    assert done.exit_code in {0, 1}, done.output
    return folder


def text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def of_json(folder: Path) -> Counts:
    findings = json.loads(text(folder, "json"))["findings"]
    return Counter((one["clause"], one["standing"]) for one in findings)


def of_jsonl(folder: Path) -> Counts:
    lines = [json.loads(line) for line in text(folder, "jsonl").splitlines()]
    found = [line for line in lines if line["type"] == "finding"]
    assert lines[-1]["findings"] == len(found)
    return Counter((one["clause"], one["standing"]) for one in found)


def of_csv(folder: Path) -> Counts:
    rows = csv.DictReader(text(folder, "csv").splitlines())
    return Counter((row["clause"], row["standing"]) for row in rows)


def of_parquet(folder: Path) -> Counts:
    rows = pq.read_table(folder / "parquet").to_pylist()
    return Counter((row["clause"], row["standing"]) for row in rows)


def of_sarif(folder: Path) -> Counts:
    (run,) = json.loads(text(folder, "sarif"))["runs"]
    found = Counter((one["ruleId"], one["properties"]["standing"]) for one in run["results"])
    assert run["properties"]["findings"] == by_standing(found)
    return found


def of_geojson(folder: Path) -> Counts:
    whole = json.loads(text(folder, "geojson"))
    told = [feature["properties"] for feature in whole["features"]]
    found = Counter((p["clause"], p["standing"]) for p in told if p["layer"] == "finding")
    assert whole["findings"] == by_standing(found)
    return found


def of_kml(folder: Path) -> Counts:
    root = ET.parse(folder / "kml").getroot()
    names = {"k": "http://www.opengis.net/kml/2.2"}
    data = [
        {one.get("name"): one.findtext("k:value", "", names) for one in part.findall("*", names)}
        for part in root.iterfind(".//k:Placemark[@id]/k:ExtendedData", names)
    ]
    return Counter((one["clause"], one["standing"]) for one in data)


def of_markdown(folder: Path) -> Counts:
    page = text(folder, "markdown")
    part = page.partition("### Findings by clause\n\n")[2].partition("\n\n")[0]
    head, _, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines()
    ] or [[], []]
    return Counter(
        {
            (row[0], WORDS[said]): int(number.replace(",", ""))
            for row in rows
            for said, number in zip(head[1:], row[1:], strict=True)
            if number != "0"
        }
    )


def of_gitlab(folder: Path) -> Counts:
    issues = json.loads(text(folder, "gitlab"))
    assert len({one["fingerprint"] for one in issues}) == len(issues)
    return Counter(
        (one["check_name"], WORDS[one["description"].partition(":")[0]])
        for one in issues
        if one["description"].partition(":")[0] in WORDS
    )


def of_junit(folder: Path) -> Counts:
    """Read the counts that a case tells of its findings, in the words of the page."""
    found: Counts = Counter()
    for case in ET.parse(folder / "junit").getroot().iter("testcase"):
        told = next((part for part in case if part.tag in {"failure", "skipped"}), None)
        said = told.get("message", "") if told is not None else ""
        is_duty = case.get("classname") == "duties with a date" and said.startswith("not decided")
        if is_duty:  # its message tells the clause; its findings stand in what it says
            lines = case.findtext("system-out", "").splitlines()
            said = ", ".join(f"1 {line.partition(':')[0]}" for line in lines)
        if "not accepted" not in said and "put to the clause" not in said:
            for number, words in re.findall(r"(\d[\d,]*) ([a-z ]+?)(?=,|;|$)", said):
                found[case.get("name", ""), WORDS[words]] += int(number.replace(",", ""))
    return found


def of_github(folder: Path) -> Counts:
    last = text(folder, "github").splitlines()[-1]
    return totals(re.findall(r"(\d[\d,]*) ([a-z ]+?)(?=,|;|$)", last.partition("finding")[2]))


def of_html(folder: Path) -> Counts:
    """Read the table of clauses as a browser without a script shows it."""
    page = html.document_fromstring((folder / "html").read_bytes())
    found: Counts = Counter()
    for row in page.xpath("//section[@id='clauses']//tbody/tr"):
        for entry in row.xpath("td[3]//li"):
            number, _, said = "".join(entry.itertext()).partition(" ")
            found[row.findtext("th/bdi"), WORDS[said]] += int(number.replace(",", ""))
    return found


def of_svg(folder: Path) -> Counts:
    """Read the key of the picture: a standing, and its count beside it."""
    root = ET.parse(folder / "svg").getroot()
    said = ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]
    key = said[said.index("Findings") + 1 : said.index("Ground")]
    return totals([*zip(key[1::2], key[::2], strict=True)])


def of_text(folder: Path) -> Counts:
    found = re.findall(r"^([A-Z][a-z ]+) \((\d[\d,]*)\): ", text(folder, "text"), re.MULTILINE)
    return totals([(number, f"{word[0].lower()}{word[1:]}") for word, number in found])


def totals(pairs: list[tuple[str, str]]) -> Counts:
    return Counter({("", WORDS[said]): int(number.replace(",", "")) for number, said in pairs})


def by_standing(counts: Counts) -> Counter[str]:
    found: Counter[str] = Counter()
    for (_, word), count in counts.items():
        found[word] += count
    return found


WHOLE: dict[str, Callable[[Path], Counts]] = {
    "json": of_json,
    "jsonl": of_jsonl,
    "csv": of_csv,
    "parquet": of_parquet,
    "sarif": of_sarif,
    "geojson": of_geojson,
    "kml": of_kml,
    "markdown": of_markdown,
    "html": of_html,
}
"""Formats that tell of every finding."""

ISSUES = {"gitlab": of_gitlab, "junit": of_junit}
"""Those that tell of breaches and doubts alone."""

SUMS = {"text": of_text, "github": of_github, "svg": of_svg}
"""Those that count by standing alone."""

PIXELS = {"png"}
"""What nobody can read back: it is drawn from the SVG."""


@pytest.mark.parametrize("run", RUNS)
def test_all_formats_of_one_run_count_the_same(run: str, tmp_path: Path) -> None:
    folder = written(tmp_path, run)
    counts = of_json(folder)
    assert counts
    for name, read in (WHOLE | ISSUES).items():
        assert read(folder) == counts, name
    for name, read in SUMS.items():
        assert by_standing(read(folder)) == by_standing(counts), name


@pytest.mark.parametrize("run", ["demo", "who-031-leaving-by-a-date"])
def test_with_the_lawful_findings_too_they_count_the_same(run: str, tmp_path: Path) -> None:
    folder = written(tmp_path, run, "--all")
    counts = of_json(folder)
    assert set(by_standing(counts)) - OPEN
    for name, read in WHOLE.items():
        assert read(folder) == counts, name
    for name, read in SUMS.items():
        assert by_standing(read(folder)) == by_standing(counts), name
    issues = Counter({place: n for place, n in counts.items() if place[1] in OPEN})
    assert of_gitlab(folder) == issues


def test_every_format_is_counted_here() -> None:
    assert {one.name for one in WRITERS} == {*WHOLE, *ISSUES, *SUMS, *PIXELS}


def test_the_bytes_are_the_same_every_time(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        folder.mkdir()
        written(folder, "demo")
    names = sorted(path.name for path in first.iterdir())
    assert names == sorted([*(one.name for one in WRITERS), "geojson.qml", "html.findings.csv"])
    assert [
        name for name in names if (first / name).read_bytes() != (second / name).read_bytes()
    ] == []
