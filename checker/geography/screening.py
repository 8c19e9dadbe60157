"""Screens of one region: coarse where discs have been asked, closer where they are not decided."""

import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.grid import Grid, grid_about
from checker.geography.pairs import IndexArray
from checker.geography.screen import Screen, Sure, screen_of
from checker.values.truth import Truth, TruthArray

__all__ = ["Screening"]

_FEWEST = 4096
_CELLS = 1024
_MARGIN_DEG = 0.01
_CLOSER = 0.5
"""A closer screen has to leave out half of the ground of the last one."""

_SHARE = 4
_MOST_CELLS = 262_144
_ENOUGH_M = (1_000.0, 100_000.0)


class Screening:
    """Decide discs without a distance, where cells are known to be all in or all out.

    Nothing is worked out for a few discs; screens get finer as long as more come, about one cell
    for four discs, and others are made where discs lie outside all there are. What is decided is
    what measuring would decide: no answer hangs on which screens there are. Several threads may
    ask at once: what one learns another may learn too, and neither is wrong.
    """

    def __init__(self, sure_m: Sure) -> None:
        self._sure_m = sure_m
        self._held = 0
        self._missed = 0
        self._enough_m = 0.0
        self._screens: list[Screen] = []

    def truth(self, lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray) -> TruthArray:
        """Return what is sure of n discs; UNKNOWN where one has to be measured."""
        discs = (lon_deg, lat_deg, radius_m)
        found = np.full(len(lon_deg), Truth.UNKNOWN, dtype=np.int8)
        rows = np.arange(len(lon_deg))
        if self._screens:
            self._refine(len(lon_deg))
            found, rows = self._screened(discs)
        rows = rows[np.isfinite(lon_deg[rows] + lat_deg[rows] + radius_m[rows])]
        self._missed += len(rows)
        if self._missed >= _FEWEST and len(rows):
            self._missed = 0
            missed = tuple(axis[rows] for axis in discs)
            self._widen(*missed)
            found[rows] = self._screened(missed)[0]
        return found

    def _screened(self, discs: tuple[FloatArray, ...]) -> tuple[TruthArray, IndexArray]:
        """Return what is sure of discs, by the closest screen that holds each, and what none holds.

        What the closest holds and leaves open, no wider one decides.
        """
        found, is_held = self._screens[0].truth(*discs)
        rows = np.flatnonzero(~is_held)
        for screen in self._screens[1:]:
            if not len(rows):
                break
            found[rows], is_held = screen.truth(*(axis[rows] for axis in discs))
            rows = rows[~is_held]
        return found, rows

    def _refine(self, count: int) -> None:
        """Make the closest screen as fine as the number of discs so far is worth."""
        self._held += count
        wanted = min(self._held // _SHARE, _MOST_CELLS)
        screen = self._screens[0]
        while 4 * len(screen.grid) <= wanted:
            screen = screen.halved(self._sure_m, self._enough_m)
        self._screens[0] = screen

    def _widen(self, lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray) -> None:
        """Make a screen for discs that no other holds; about the first, closer ones too."""
        screens = [screen_of(grid_about(lon_deg, lat_deg, _MARGIN_DEG, _CELLS), self._sure_m)]
        if not self._screens:
            self._enough_m = float(np.clip(np.quantile(radius_m, 0.9), *_ENOUGH_M))
            while (grid := self._scarce(screens[0])) is not None:
                screens.insert(0, screen_of(grid, self._sure_m))
        self._screens += screens

    def _scarce(self, screen: Screen) -> Grid | None:
        """Return a grid about the cells that decide too little; None if that is no closer."""
        grid = screen.grid
        cells = np.flatnonzero(np.abs(screen.free_m[:-1]) < self._enough_m)
        if not len(cells):
            return None
        margin_deg = 0.5 * max(grid.height_deg / grid.rows, grid.width_deg / grid.columns)
        about = grid_about(*grid.centres(cells), margin_deg, _CELLS)
        ratio = about.width_deg * about.height_deg / (grid.width_deg * grid.height_deg)
        return about if ratio <= _CLOSER else None
