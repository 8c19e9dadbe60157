"""Draw the pictures of the documentation as SVG, each from what the program answers.

Small invented agreements are judged, and what the results say is drawn: lines and discs of the
GeoJSON, distances of the JSON. The same program draws the same bytes.
"""

import json
import math
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner

from checker.cli.main import main as accord

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"

LOOKS = {
    "violation": ("#d55e00", "violation"),
    "undetermined": ("#7a7a7a", "undetermined"),
    "compliant": ("#0072b2", "compliant"),
}
"""Colours that the colour-blind tell apart (Okabe and Ito, 2008); each is named beside it too."""

HALO = 'stroke="#ffffff" stroke-width="3" paint-order="stroke"'
HEAD = "id,kind,lon,lat,radius_m,seen_from,actor\n"
RIVER = (
    "r1,position,20.18,45.01,300,2020-06-01T12:00:00Z,Red Army",
    "r2,position,20.21,44.98,3000,2020-06-02T12:00:00Z,Red Army",
    "r3,position,20.4,45.0,300,2020-06-03T12:00:00Z,Reds",
)
EDGE = """\
accord: 1
id: long-line
title: Invented agreement on a long line
timezone: UTC
edges: {edges}
in_force: {{from: 2020-01-01}}
sources: {{text: {{kind: treaty, title: Treaty}}}}
actors: {{red: {{name: Red Army}}}}
places:
  line: {{line: [[20, 48], [40, 48]], accuracy: 50 m, source: text}}
clauses:
  keep-off:
    says: Red keeps 10 km off the line.
    source: text
    binds: red
    prohibits: presence
    where: {{within: 10 km, of: line, toward: both}}
"""
CELLS = tuple(
    f"r{n},position,{20.1 + (n * 37 % 100) / 1100:.5f},{44.95 + (n * 61 % 100) / 1400:.5f},"
    f"{150 + n * 25},2020-06-01T12:00:00Z,Red Army"
    for n in range(9)
)

Point = tuple[float, float]


class Paper:
    """Take shapes in degrees, and write them as SVG on a map that is true in the middle."""

    def __init__(self, size: tuple[int, int], west_south: Point, east_north: Point) -> None:
        self.width, self.height = size
        (self._west, south), (east, self._north) = west_south, east_north
        self._down = self.height / (self._north - south)
        self._across = self.width / (east - self._west)
        self._shapes: list[str] = []

    def at(self, lon: float, lat: float) -> Point:
        """Return where a place lies on the paper."""
        return (lon - self._west) * self._across, (self._north - lat) * self._down

    def line(
        self, places: Sequence[Sequence[float]], look: str, *, is_closed: bool = False
    ) -> None:
        """Draw a line through places, or a ring."""
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (self.at(*place[:2]) for place in places))
        kind = "polygon" if is_closed else "polyline"
        self._shapes.append(f'<{kind} points="{points}" {look}/>')

    def bar(self, low: Point, high: Point, look: str) -> None:
        """Draw a line between two points of the paper."""
        (x1, y1), (x2, y2) = low, high
        self._shapes.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {look}/>'
        )

    def dot(self, lon: float, lat: float, colour: str) -> None:
        """Draw the middle of a disc."""
        x, y = self.at(lon, lat)
        self._shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>')

    def say(self, at: Point, text: str, look: str = "") -> None:
        """Write a text at a point of the paper."""
        x, y = at
        self._shapes.append(f'<text x="{x:.1f}" y="{y:.1f}" {HALO} {look}>{text}</text>')

    def svg(self, about: str) -> str:
        """Return the picture; ``about`` says what is on it to whoever cannot see it."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'role="img" font-family="sans-serif" font-size="13"><title>{about}</title>'
            '<rect width="100%" height="100%" fill="#ffffff"/>'
        )
        return "\n".join([head, *self._shapes, "</svg>", ""])


def pictures() -> dict[str, str]:
    """Return the pictures by their names."""
    return {
        "doubt-on-a-map.svg": doubt_map(),
        "doubt-as-distances.svg": doubt_distances(),
        "geodesic-and-planar.svg": edges(),
        "coarsened-cells.svg": cells(),
    }


@cache
def judged(agreement: str, rows: tuple[str, ...], *options: str) -> tuple[Any, Any]:
    """Judge reports and return the result as JSON, and the map."""
    with TemporaryDirectory() as named:
        folder = Path(named)
        if agreement:
            (folder / "agreement.yaml").write_text(agreement, encoding="utf-8")
        else:
            _run("init", str(folder / "river"))
        deal = folder if agreement else folder / "river"
        reports = folder / "drawn.csv"
        reports.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
        files = [folder / name for name in ("out.json", "out.geojson")]
        formats = (f"-fjson={files[0]}", f"-fgeojson={files[1]}")
        _run("check", str(deal), str(reports), "--all", "--no-cache", *formats, *options)
        result, drawn = (json.loads(path.read_text(encoding="utf-8")) for path in files)
        return result, drawn


def _run(*arguments: str) -> None:
    done = CliRunner().invoke(accord, list(arguments), prog_name="accord")
    assert done.exit_code in {0, 1}, done.output


def layer(drawn: Any, name: str) -> Iterator[Any]:
    """Yield the features of one layer of a map."""
    yield from (one for one in drawn["features"] if one["properties"]["layer"] == name)


def lines_of(feature: Any) -> list[list[list[float]]]:
    """Return the lines of a feature, or the rings of its areas."""
    geometry = feature["geometry"]
    parts = geometry["coordinates"]
    if geometry["type"] == "LineString":
        return [parts]
    return [line for part in parts for line in ([part] if len(part[0]) == 2 else part)]  # noqa: PLR2004


def doubt_map() -> str:
    """Draw the river, the limit, and the discs of three reports."""
    result, drawn = judged("", RIVER)
    paper = Paper((680, 372), (20.02, 44.92), (20.46, 45.09))
    for place in layer(drawn, "place"):
        if place["properties"]["name"] == "river":
            for line in lines_of(place):
                paper.line(line, 'fill="none" stroke="#56b4e9" stroke-width="4"')
    for limit in layer(drawn, "limit"):
        for line in lines_of(limit):
            paper.line(line, 'fill="none" stroke="#333333" stroke-dasharray="7 4"')
    discs = {one["id"]: one for one in layer(drawn, "finding")}
    for finding in result["findings"]:
        colour, word = LOOKS[finding["standing"]]
        for ring in lines_of(discs[finding["id"]]):
            look = f'fill="{colour}" fill-opacity="0.25" stroke="{colour}" stroke-width="1.5"'
            paper.line(ring, look, is_closed=True)
        paper.dot(finding["lon"], finding["lat"], colour)
        x, y = paper.at(finding["lon"], finding["lat"])
        name = finding["reports"][0]["id"]
        paper.say((x - 40, y - 14), f"{name}: {word}", f'fill="{colour}"')
    paper.say((*paper.at(20.108, 44.925),), "the river", 'fill="#2f7fb0"')
    paper.say((*paper.at(20.232, 44.925),), "10 km from it")
    return paper.svg("A river, a line 10 km east of it, and three reports as discs of doubt")


def doubt_distances() -> str:
    """Draw the distances of the three reports as spans, against the limit."""
    result, _ = judged("", RIVER)
    paper = Paper((680, 200), (0, 0), (36_000, 1))
    limit_m = result["findings"][0]["measured"][0]["limit_low_m"]
    x_limit, _ = paper.at(limit_m, 0)
    paper.bar((x_limit, 14), (x_limit, 165), 'stroke="#333333" stroke-dasharray="7 4"')
    paper.say((x_limit + 6, 24), f"limit {limit_m / 1000:g} km")
    for number, finding in enumerate(result["findings"]):
        colour, word = LOOKS[finding["standing"]]
        one, y = finding["measured"][0], 52.0 + 42.0 * number
        low, best, high = (paper.at(one[key], 0)[0] for key in ("low_m", "best_m", "high_m"))
        paper.bar((low, y), (high, y), f'stroke="{colour}" stroke-width="7"')
        paper.bar((best, y - 8), (best, y + 8), 'stroke="#000000" stroke-width="2"')
        said = (
            f"{finding['reports'][0]['id']}: {one['low_m']:,.0f} to {one['high_m']:,.0f} m, {word}"
        )
        paper.say((low, y - 12), said, f'fill="{colour}"')
    for kilometres in range(0, 36, 5):
        x, _ = paper.at(kilometres * 1000.0, 0)
        paper.bar((x, 165), (x, 171), 'stroke="#333333"')
        paper.say((x + 2, 186), f"{kilometres} km", 'font-size="11"')
    paper.bar((0, 165), (680, 165), 'stroke="#333333"')
    return paper.svg("Three spans of distance against a limit of 10 km; one lies across it")


def edges() -> str:
    """Draw one edge twice, as the shortest way and straight in degrees, and a report between."""
    paper = Paper((680, 260), (19.0, 47.7), (41.0, 49.0))
    row = "r1,position,30,48.41,100,2020-06-01T12:00:00Z,Red Army"
    looks = {"geodesic": ("#0072b2", ""), "planar": ("#d55e00", 'stroke-dasharray="8 4"')}
    for number, (edge, (colour, dash)) in enumerate(looks.items()):
        result, drawn = judged(EDGE.format(edges=edge), (row,))
        for place in layer(drawn, "place"):
            for line in lines_of(place):
                paper.line(line, f'fill="none" stroke="{colour}" stroke-width="2" {dash}')
        away_m = result["findings"][0]["measured"][0]["best_m"]
        word = result["findings"][0]["standing"]
        said = f"edges: {edge}: the report is {away_m / 1000:.1f} km off, {word}"
        paper.say((20, 24 + 20 * number), said, f'fill="{colour}"')
    paper.dot(30, 48.41, "#000000")
    x, y = paper.at(30, 48.41)
    paper.say((x - 28, y + 20), "the report")
    for lon in (20, 40):
        paper.dot(lon, 48, "#333333")
        paper.say((paper.at(lon, 47.86)[0] - 22, paper.at(lon, 47.86)[1]), f"{lon}° E")
    return paper.svg("One edge along 48 degrees north, as a geodesic and straight in degrees")


def cells() -> str:
    """Draw reports as they are, and as a public edition tells them."""
    whole, _ = judged("", CELLS)
    public, drawn = judged("", CELLS, "--redact", "1km")
    paper = Paper((560, 560), (20.08, 44.935), (20.2214, 45.035))
    told = {}
    discs = {one["id"]: one for one in layer(drawn, "finding")}
    for one in public["findings"]:
        told[one["lon"], one["lat"], one["radius_m"]] = discs[one["id"]]
    for (lon, lat, _), feature in told.items():
        for ring in lines_of(feature):
            look = 'fill="#009e73" fill-opacity="0.07" stroke="#009e73" stroke-dasharray="5 3"'
            paper.line(ring, look, is_closed=True)
        x, y = paper.at(lon, lat)
        paper.bar((x - 5, y), (x + 5, y), 'stroke="#009e73" stroke-width="2"')
        paper.bar((x, y - 5), (x, y + 5), 'stroke="#009e73" stroke-width="2"')
    for one in whole["findings"]:
        radius = one["radius_m"] / 111_320.0
        wide = radius / math.cos(math.radians(one["lat"]))
        turns = [n * math.pi / 18 for n in range(36)]
        rim = [(one["lon"] + wide * math.cos(t), one["lat"] + radius * math.sin(t)) for t in turns]
        paper.line(rim, 'fill="#555555" fill-opacity="0.5"', is_closed=True)
    count = f"{len(whole['findings'])} reports (grey) in {len({c[:2] for c in told})} cells"
    paper.say((16, 24), f"{count}; the edition tells the crosses and the dashed discs")
    return paper.svg("Reports as small discs, and the larger discs that a public edition tells")


def main() -> None:
    """Write all of them."""
    PICTURES.mkdir(exist_ok=True)
    for name, svg in pictures().items():
        (PICTURES / name).write_text(svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
