"""The result on a map as GeoJSON: places, limits as lines, and findings with their discs of doubt.

Source: IETF RFC 7946, The GeoJSON Format (2016).
"""

from collections import Counter
from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Finding, Header, Summary
from checker.geography.chart import Chart
from checker.outputs.finding_lines import readings_lines
from checker.outputs.flat import COLUMNS, cells_of
from checker.outputs.gravest import GRAVITY
from checker.outputs.json_text import Json, dumped, rounded
from checker.outputs.mapped import (
    MapLimit,
    MapPlace,
    finding_chart,
    map_limits,
    map_places,
)
from checker.outputs.qml import style
from checker.outputs.shelves import GROUPS
from checker.outputs.writer import Beside, Format, Page

__all__ = ["FORMAT", "GeoJsonWriter"]

Properties = dict[str, Json]

_GROUP_OF = {word: group for group, words in GROUPS.items() for word in words}


class GeoJsonWriter:
    """Write each feature as it comes, the places and limits of the agreement first."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        del page
        self._stream = stream
        self._is_first = True
        self._counts: Counter[str] = Counter()

    def begin(self, header: Header) -> None:
        """Write what the map is of, and the ground that the clauses speak of."""
        about: Properties = {
            "accord": header.accord,
            "as_of": header.as_of,
            "agreement": header.agreement_id,
            "title": header.agreement_title,
            "agreement_sha256": header.agreement_sha256,
        }
        head: Properties = {
            "type": "FeatureCollection",
            "name": header.agreement_id,
            "about": about,
        }
        self._stream.write(f'{dumped(head)[:-1]},\n"features": [')
        for place in map_places(header.drawn):
            self._write(_place(place), place.chart)
        for limit in map_limits(header.drawn):
            self._write(_limit(limit), limit.chart)

    def add(self, block: Block) -> None:
        """Write the next findings; one without a position has no geometry."""
        for finding in block.findings():
            self._counts[finding.standing.word] += 1
            self._write(_finding(finding), finding_chart(finding), finding.id)

    def end(self, summary: Summary) -> None:
        """Close the list, and say how many findings there are and whether this is an answer."""
        tail: Properties = {
            "findings": dict(self._counts),
            "inputs": [{"file": one.file, "sha256": one.sha256} for one in summary.inputs],
            "hidden": summary.hidden,
            "hollow": summary.hollow,
        }
        self._stream.write("],\n" if self._is_first else "\n],\n")
        self._stream.write(f"{dumped(tail)[1:]}\n")

    def _write(self, properties: Properties, chart: Chart, name: str | None = None) -> None:
        feature: Properties = {"type": "Feature"}
        if name is not None:
            feature["id"] = name
        feature["geometry"] = _geometry(chart)
        feature["properties"] = {"layer": properties["layer"], "shape": _shape(chart), **properties}
        self._stream.write("\n" if self._is_first else ",\n")
        self._is_first = False
        self._stream.write(dumped(feature))


FORMAT = Format(
    "geojson",
    "a map for QGIS and the web, with a style beside it",
    GeoJsonWriter,
    beside=Beside(".qml", style),
    draws=True,
)


def _place(place: MapPlace) -> Properties:
    return {
        "layer": "place",
        "name": place.name,
        "source": place.source,
        "accuracy_m": rounded(place.accuracy_m),
        "not_drawn": place.why or None,
        "readings": place.readings or None,
    }


def _limit(limit: MapLimit) -> Properties:
    return {
        "layer": "limit",
        "name": f"{limit.clause}: {limit.said} from {limit.of}",
        "clause": limit.clause,
        "of": limit.of,
        "at_m": rounded(limit.at_m),
        "end": limit.end,
        "toward": limit.toward,
        "readings": limit.readings or None,
    }


def _finding(finding: Finding) -> Properties:
    """Return the columns of the tables, texts in place of lists, which few maps can show."""
    cells = zip(COLUMNS, cells_of(finding), strict=True)
    flat: Properties = {
        column.name: ";".join(cell)
        if isinstance(cell, list)
        else rounded(cell)
        if isinstance(cell, float) and column.name.endswith("_m")
        else cell
        for column, cell in cells
        if column.name not in {"lon", "lat"}
    }
    return {
        "layer": "finding",
        "name": f"{finding.standing.word}: {finding.clause}",
        "group": _GROUP_OF[finding.standing.word],
        "gravity": GRAVITY[finding.standing.word],
        **flat,
        "readings": "; ".join(readings_lines(finding)) or None,
    }


def _shape(chart: Chart) -> str | None:
    if chart.polygons:
        return "area"
    if chart.lines:
        return "line"
    return "point" if chart.points else None


def _geometry(chart: Chart) -> Json:
    """Return a geometry of one kind; None for nothing."""
    if chart.polygons:
        rings: list[Json] = [
            [[[lon, lat] for lon, lat in ring] for ring in polygon] for polygon in chart.polygons
        ]
        return _one_or_many("Polygon", rings)
    if chart.lines:
        return _one_or_many("LineString", [[[x, y] for x, y in line] for line in chart.lines])
    return _one_or_many("Point", [[x, y] for x, y in chart.points]) if chart.points else None


def _one_or_many(kind: str, parts: list[Json]) -> Json:
    if len(parts) == 1:
        return {"type": kind, "coordinates": parts[0]}
    return {"type": f"Multi{kind}", "coordinates": parts}
