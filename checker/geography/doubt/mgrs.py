"""Grid references of MGRS: from their letters and digits to a square in metres of a projection.

Source: NGA.STND.0037_2.0.0_GRIDS (2014), chapters 2 and 3 and appendix B.
"""

import re
from dataclasses import dataclass

__all__ = ["BANDS", "Block", "GridProblem", "Polar", "Zone", "block_of", "zone_box"]

BANDS = "CDEFGHJKLMNPQRSTUVWX"
"""Bands of 8 degrees from 80 S on; the last one has 12."""

_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
"""Columns of the zones 1, 4, 7 ..., 2, 5, 8 ... and 3, 6, 9 ...; the first is at 100 km."""
_EVEN_ROW = 5
"""In zones of even number the rows begin with F."""

_POLAR_COLUMNS = {
    "A": ("JKLPQRSTUXYZ", 8),
    "B": ("ABCFGHJKLPQR", 20),
    "Y": ("RSTUXYZ", 13),
    "Z": ("ABCFGHJ", 20),
}
"""Columns of each half of a polar cap, and where the first of them begins, in 100 km."""
_POLAR_ROWS = {"south": ("ABCDEFGHJKLMNPQRSTUVWXYZ", 8), "north": ("ABCDEFGHJKLMNP", 13)}

_BLOCK_M = 100_000.0
_MOST_DIGITS = 8
_GRID = re.compile(r"(\d{0,2})([A-Z])(?:([A-Z])([A-Z])(\d*))?", re.ASCII)
_SVALBARD = {32, 34, 36}
_EXAMPLE = "write one such as 36SYB4512, with as many digits for east as for north"


class GridProblem(Exception):  # noqa: N818 - a problem of the input, said in the words of its report
    """Say in ``message`` what is wrong with a grid reference, and in ``hint`` what to write."""

    def __init__(self, message: str, hint: str = _EXAMPLE) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Zone:
    """Name a zone of UTM and a band of it; the band says how far north the square may be."""

    number: int
    band: str

    @property
    def is_north(self) -> bool:
        """Say whether it lies north of the equator."""
        return self.band >= "N"


@dataclass(frozen=True, slots=True)
class Polar:
    """Name a half of a polar cap, in the projection of UPS."""

    letter: str

    @property
    def is_north(self) -> bool:
        """Say whether it is the cap of the north pole."""
        return self.letter in "YZ"


@dataclass(frozen=True, slots=True)
class Block:
    """Hold a square of a grid: the south-west corner of its 100 km block, and what digits add.

    Of a zone, ``row_m`` is known but for a multiple of 2,000 km, which the band tells. ``side_m``
    is the side of the square. A zone alone has no block (``is_whole_zone``).
    """

    grid: Zone | Polar
    column_m: float = 0.0
    row_m: float = 0.0
    east_m: float = 0.0
    north_m: float = 0.0
    side_m: float = _BLOCK_M
    is_whole_zone: bool = False


def block_of(text: str) -> Block:
    """Return what the letters and digits of a grid reference name; blanks part them, or nothing.

    Raises ``GridProblem``.
    """
    _refuse_uneven(text)
    found = _GRID.fullmatch("".join(text.split()).upper())
    if found is None:
        raise GridProblem(f"'{text}' is not a grid reference")
    number, band, column, row, digits = found.groups()
    if (number == "") != (band in _POLAR_COLUMNS):
        if number == "":
            raise GridProblem(f"'{text}' is not a grid reference: it has no zone")
        hint = "zones run from 1 to 60, bands from C to X"
        raise GridProblem(f"'{text}' has a zone and the letter {band}", hint)
    grid = _zone(text, int(number), band) if number else Polar(band)
    if column is None:
        if isinstance(grid, Polar):
            raise GridProblem(f"'{text}' names half of a polar cap alone", "write its block too")
        return Block(grid, is_whole_zone=True)
    corner = (
        _polar_m(text, band, column, row) if number == "" else _corner_m(text, grid, column, row)
    )
    size = len(digits) // 2
    if len(digits) % 2 or size > _MOST_DIGITS:
        raise GridProblem(f"'{text}' has {len(digits)} digits, which are not two equal parts")
    side_m = _BLOCK_M / 10**size
    east, north = (int(part or 0) * side_m for part in (digits[:size], digits[size:]))
    return Block(grid, *corner, east, north, side_m)


def zone_box(zone: Zone) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a zone's band in degrees, as maps of it are cut.

    Between 56 N and 64 N zone 32 is widened at the cost of 31, and from 72 N on 31, 33, 35 and 37
    at the cost of those between.
    """
    west = -180.0 + 6.0 * (zone.number - 1)
    east = west + 6.0
    if zone.band == "V":
        west, east = {31: (0.0, 3.0), 32: (3.0, 12.0)}.get(zone.number, (west, east))
    if zone.band == "X":
        wide = {31: (0.0, 9.0), 33: (9.0, 21.0), 35: (21.0, 33.0), 37: (33.0, 42.0)}
        west, east = wide.get(zone.number, (west, east))
    south = -80.0 + 8.0 * BANDS.index(zone.band)
    return west, south, east, 84.0 if zone.band == "X" else south + 8.0


def _refuse_uneven(text: str) -> None:
    """Refuse two groups of digits of unequal length: run together, they name another square."""
    groups = re.findall(r"(?<![A-Za-z\d])\d+|(?<=[A-Za-z])\d+", text.strip())
    after = re.search(r"[A-Za-z]{2,3}\s*(\d+)\s+(\d+)\s*$", text, re.ASCII)
    if after is not None and len(after[1]) != len(after[2]):
        raise GridProblem(
            f"'{text}' has {len(after[1])} digits for east and {len(after[2])} for north"
        )
    if len(groups) > 3:  # noqa: PLR2004 - a zone, east and north
        raise GridProblem(f"'{text}' has more groups of digits than a zone, east and north")


def _zone(text: str, number: int, band: str) -> Zone:
    if not 1 <= number <= 60 or band not in BANDS:  # noqa: PLR2004 - zones of 6 degrees
        wrong = f"zone {number}" if band in BANDS else f"band {band}"
        raise GridProblem(
            f"'{text}': there is no {wrong}", "zones run from 1 to 60, bands from C to X"
        )
    if band == "X" and number in _SVALBARD:
        raise GridProblem(f"'{text}': there is no zone {number}X", "use 31X, 33X, 35X or 37X there")
    return Zone(number, band)


def _corner_m(text: str, grid: Zone | Polar, column: str, row: str) -> tuple[float, float]:
    assert isinstance(grid, Zone)
    columns = _COLUMNS[(grid.number - 1) % 3]
    if column not in columns or row not in _ROWS:
        hint = f"zone {grid.number} has the columns {columns[0]} to {columns[-1]}, without I and O"
        raise GridProblem(f"'{text}': there is no block {column}{row} in zone {grid.number}", hint)
    offset = _EVEN_ROW if grid.number % 2 == 0 else 0
    rows = (_ROWS.index(row) - offset) % len(_ROWS)
    return _BLOCK_M * (1 + columns.index(column)), _BLOCK_M * rows


def _polar_m(text: str, band: str, column: str, row: str) -> tuple[float, float]:
    columns, first = _POLAR_COLUMNS[band]
    rows, lowest = _POLAR_ROWS["north" if band in "YZ" else "south"]
    if column not in columns or row not in rows:
        hint = (
            f"part {band} has the columns {', '.join(columns)} and the rows {rows[0]} to {rows[-1]}"
        )
        raise GridProblem(f"'{text}': there is no block {column}{row} in part {band}", hint)
    return _BLOCK_M * (first + columns.index(column)), _BLOCK_M * (lowest + rows.index(row))
