"""A grid of cells over a stretch of longitude and latitude, each with a disc that holds it."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.geodesic import FLATTENING, SEMI_MAJOR_M

__all__ = ["NO_CELL", "Grid", "grid_about"]

NO_CELL = -1
_WHOLE_TURN_DEG = 360.0
_HALF_TURN_DEG = 180.0
_POLE_DEG = 90.0
_E2 = FLATTENING * (2.0 - FLATTENING)
_ROUNDING = 1.0 + 1e-6
"""A position on the border of two cells may be counted to either: it is off by 1e-13 degrees."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Hold ``columns`` x ``rows`` cells from a south-western corner; cells run east, then north.

    Degrees. It may cross the antimeridian and reach the poles. Longitudes are from -180 to 180.
    """

    west_deg: float
    south_deg: float
    width_deg: float
    height_deg: float
    columns: int
    rows: int

    def __len__(self) -> int:
        return self.columns * self.rows

    def cells(self, lon_deg: FloatArray, lat_deg: FloatArray) -> NDArray[np.intp]:
        """Return the cell of each of n positions; ``NO_CELL`` outside and for NaN.

        The eastern and northern borders are outside.
        """
        east = lon_deg - self.west_deg
        if self.west_deg + self.width_deg > _HALF_TURN_DEG:
            east += np.where(east < 0.0, _WHOLE_TURN_DEG, 0.0)
        across = east * (self.columns / self.width_deg)
        up = (lat_deg - self.south_deg) * (self.rows / self.height_deg)
        # NaN fails every comparison, so it lies in no cell.
        held = (across >= 0.0) & (across < self.columns) & (up >= 0.0) & (up < self.rows)
        with np.errstate(invalid="ignore"):
            found = up.astype(np.intp) * self.columns + across.astype(np.intp)
        found[~held] = NO_CELL
        return np.asarray(found)

    def centres(self, cells: NDArray[np.intp]) -> tuple[FloatArray, FloatArray]:
        """Return the middles of cells, longitude and latitude in degrees."""
        row, column = np.divmod(cells, self.columns)
        lon_deg = self.west_deg + (column + 0.5) * (self.width_deg / self.columns)
        lat_deg = self.south_deg + (row + 0.5) * (self.height_deg / self.rows)
        return np.where(lon_deg > _HALF_TURN_DEG, lon_deg - _WHOLE_TURN_DEG, lon_deg), lat_deg

    def reach_m(self, cells: NDArray[np.intp]) -> FloatArray:
        """Return the radius about each middle of a disc that holds its cell, metres.

        No geodesic is longer than the path that is straight in longitude and latitude, and that is
        at most sqrt((M dlat)^2 + (N cos(lat) dlon)^2) with the greatest M and N cos(lat) of the
        cell: M grows toward the poles, N cos(lat) toward the equator.
        """
        _, middle_deg = self.centres(cells)
        half_deg = 0.5 * self.height_deg / self.rows
        south, north = middle_deg - half_deg, middle_deg + half_deg
        high = np.radians(np.minimum(np.maximum(np.abs(south), np.abs(north)), _POLE_DEG))
        low = np.where(south * north < 0.0, 0.0, np.minimum(np.abs(south), np.abs(north)))
        low = np.radians(low)
        meridian_m = SEMI_MAJOR_M * (1.0 - _E2) / (1.0 - _E2 * np.sin(high) ** 2) ** 1.5
        parallel_m = SEMI_MAJOR_M * np.cos(low) / np.sqrt(1.0 - _E2 * np.sin(low) ** 2)
        half_lon = np.radians(0.5 * self.width_deg / self.columns)
        reach_m = np.hypot(meridian_m * np.radians(half_deg), parallel_m * half_lon)
        return np.asarray(reach_m * _ROUNDING)

    def halved(self) -> "Grid":
        """Return the same ground in cells of half the side."""
        return replace(self, columns=2 * self.columns, rows=2 * self.rows)

    def quarters(self, cells: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return the four cells of ``halved()`` that make up each cell, shape (n, 4)."""
        row, column = np.divmod(cells, self.columns)
        first = 4 * row * self.columns + 2 * column
        wide = 2 * self.columns
        return np.asarray(first[:, None] + np.array([0, 1, wide, wide + 1]))


def grid_about(lon_deg: FloatArray, lat_deg: FloatArray, margin_deg: float, most: int) -> Grid:
    """Return about ``most`` cells, about square on the ground, over places and a margin.

    The margin is in degrees of latitude, and as wide on the ground to the east and west.
    """
    south = max(float(lat_deg.min()) - margin_deg, -_POLE_DEG)
    north = min(float(lat_deg.max()) + margin_deg, _POLE_DEG)
    narrow = max(float(np.cos(np.radians(max(abs(south), abs(north))))), 1e-3)
    west, width = _widest_gap(lon_deg)
    width_deg = min(width + 2.0 * margin_deg / narrow, _WHOLE_TURN_DEG)
    west_deg = west - min(margin_deg / narrow, 0.5 * (width_deg - width))
    west_deg = (west_deg + _HALF_TURN_DEG) % _WHOLE_TURN_DEG - _HALF_TURN_DEG
    ratio = max(width_deg * np.cos(np.radians(0.5 * (south + north))) / (north - south), 1e-3)
    columns = int(np.clip(round((most * ratio) ** 0.5), 1, most))
    return Grid(west_deg, south, width_deg, north - south, columns, max(most // columns, 1))


def _widest_gap(lon_deg: FloatArray) -> tuple[float, float]:
    """Return the west end and the width of the shortest stretch that holds all longitudes."""
    lon = np.unique(lon_deg)
    gaps = np.append(np.diff(lon), lon[0] + _WHOLE_TURN_DEG - lon[-1])
    widest = int(gaps.argmax())
    return float(lon[(widest + 1) % len(lon)]), float(_WHOLE_TURN_DEG - gaps[widest])
