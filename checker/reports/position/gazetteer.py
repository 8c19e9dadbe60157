"""A user's gazetteer: a CSV file of names and where they lie, whole and right, or refused."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from checker.geography.doubt.doubt import Doubt, widened
from checker.geography.doubt.drawn import GeoProblem, geometry_doubt
from checker.geography.doubt.mgrs import GridProblem
from checker.geography.doubt.squares import grid_doubt
from checker.reports.columns import BY_NAME
from checker.reports.numbers import plain_number
from checker.reports.position.atlas import Atlas, Entry, folded
from checker.reports.position.degrees import angle_of
from checker.reports.rejected import Fault
from checker.reports.source import refuse
from checker.reports.spelling import normalised, split_list
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["COLUMNS", "gazetteer_of"]

COLUMNS = {
    "name": "what the place is called",
    "alternate_names": "other names and spellings of it, parted by `;`",
    "lon": "longitude of its middle, WGS 84",
    "lat": "latitude of its middle, WGS 84",
    "radius_m": "radius of the circle that holds all of it; blank is unknown, not zero",
    "grid": "instead of lon and lat: a grid reference",
    "outline": "instead of lon and lat: well-known text or GeoJSON of its outline",
    "within": "what it lies in, such as its governorate: `Nawa, Daraa` means the one there",
}
_PLACES = (("lon", "lat"), ("grid",), ("outline",))
_SEPARATORS = ",;\t"
_MOST_PROBLEMS = 20
_NO_RADIUS = "an unstated radius is not 0: add the column radius_m, blank where nobody knows"


def gazetteer_of(name: str, content: bytes, sha256: str) -> Atlas:
    """Return what a gazetteer knows; raises ``CheckerError`` with what is wrong, row by row."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refuse("R250", "the gazetteer is not UTF-8", name, "save it so", line) from error
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = _rows(name, reader)
    header = [cell.strip() for cell in next(rows, (0, []))[1]]
    _check_header(name, header)
    entries: list[Entry] = []
    spelled: dict[str, list[int]] = {}
    alike: dict[str, list[int]] = {}
    problems: list[Diagnostic] = []
    for line, cells in rows:
        row = _Row(name, line, dict(zip(header, (cell.strip() for cell in cells), strict=False)))
        try:
            row.check(len(cells), len(header))
            entry = Entry(row.text("name"), row.text("within"), row.doubt())
        except CheckerError as error:
            problems += error.diagnostics
            continue
        for one in (entry.name, *split_list(row.text("alternate_names"))):
            for known, key in ((spelled, normalised(one)), (alike, folded(one))):
                places = known.setdefault(key, [])
                if places[-1:] != [len(entries)]:
                    places.append(len(entries))
        entries.append(entry)
    if problems:
        raise CheckerError(*problems[:_MOST_PROBLEMS])
    return Atlas(name, sha256, tuple(entries), _frozen(spelled), _frozen(alike))


def _rows(name: str, reader: "Iterator[list[str]]") -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank, with their lines."""
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            said = f"the gazetteer cannot be read: {error}"
            raise refuse("R250", said, name, "save it as CSV", line) from error
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = int(getattr(reader, "line_num", line)) + 1


def _check_header(name: str, header: list[str]) -> None:
    if len(set(header)) < len(header):
        twice = next(one for one in header if header.count(one) > 1)
        raise refuse("R251", f"the gazetteer has the column '{twice}' twice", name, "keep one")
    if "name" not in header:
        hint = (
            f"write a header, such as name,alternate_names,lon,lat,radius_m; it has {_few(header)}"
        )
        raise refuse("R251", "the gazetteer has no column 'name'", name, hint)
    if not any(set(columns) <= set(header) for columns in _PLACES):
        hint = f"add lon and lat, or grid, or outline; it has {_few(header)}"
        raise refuse("R251", "the gazetteer does not say where places lie", name, hint)
    if {"lon", "lat"} <= set(header) and "radius_m" not in header:
        raise refuse("R251", "the gazetteer gives places without their radius", name, _NO_RADIUS)


def _few(header: list[str]) -> str:
    return ", ".join(header[:12]) or "none"


@dataclass(frozen=True, slots=True)
class _Row:
    """Hold the cells of one row by their names."""

    file: str
    line: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        return self.cells.get(column, "")

    def check(self, given: int, wanted: int) -> None:
        if given != wanted:
            self.refuse(
                f"the row has {given} cells, and the header {wanted}", "quote commas in names"
            )
        if not self.text("name"):
            self.refuse("the place has no name", "give one, or remove the row")

    def refuse(self, message: str, hint: str) -> None:
        raise refuse("R252", message, self.file, hint, self.line)

    def doubt(self) -> Doubt:
        """Return where the place is; raises ``CheckerError`` where the row does not say so."""
        own_m = self._number("radius_m")
        try:
            if self.text("outline"):
                return geometry_doubt(self.text("outline"), own_m)
            if self.text("grid"):
                return widened(grid_doubt(self.text("grid")), own_m or 0.0)
        except (GeoProblem, GridProblem) as problem:
            self.refuse(problem.message, problem.hint)
        lon, lat = self._degrees("lon"), self._degrees("lat")
        return Doubt(lon, lat, np.nan if own_m is None else own_m)

    def _degrees(self, column: str) -> float:
        text = self.text(column)
        if not text:
            self.refuse(f"'{self.text('name')}' has no {column}", "give it, or remove the row")
        angle = angle_of(text)
        if isinstance(angle, Fault):
            raise refuse("R252", angle.reason, self.file, angle.hint, self.line)
        value = float(angle.degrees)
        if abs(value) > BY_NAME[column].most or angle.axis not in {None, column}:
            self.refuse(f"'{text}' is no {column}", "longitude and latitude may be swapped")
        return value

    def _number(self, column: str) -> float | None:
        text = self.text(column)
        if not text:
            return None
        plain = plain_number(text, has_decimal_comma=False)
        value = float(plain) if plain is not None else -1.0
        if not 0.0 <= value <= BY_NAME["radius_m"].most:
            self.refuse(f"{column} cannot be '{text}'", "write metres, with a point if need be")
        return value


def _frozen(found: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(places) for key, places in found.items() if key}
