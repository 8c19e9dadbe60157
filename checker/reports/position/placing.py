"""The places of each row of a block: what its columns say of where, put together or refused."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs, FloatArray
from checker.geography.doubt.doubt import Doubt, called, common, widened
from checker.geography.doubt.drawn import GeoProblem, geometry_doubt
from checker.geography.region import Region
from checker.reports.batch import MISSING, UNDECLARED, CodeArray, Lists
from checker.reports.columns import PLACES
from checker.reports.draft import Draft
from checker.reports.lists import name_codes
from checker.reports.position.grids import grid_cell
from checker.reports.position.names import named_doubt
from checker.reports.rejected import Fault

__all__ = ["Placing"]

_OF_PLACE = ("lon", "lat", "radius_m", "grid", "outline", "place", "within_area")
_APART = Fault(
    "R242",
    "the places that the row gives have no ground in common",
    "correct one of them, or leave out the one that is wrong",
)
IndexArray = NDArray[np.intp]


@dataclass(slots=True)
class _Grounds:
    """Collect the ground that rows draw themselves, each different one once."""

    index: dict[Region, int] = field(default_factory=dict)

    def code(self, ground: Region | None) -> int:
        return MISSING if ground is None else self.index.setdefault(ground, len(self.index))


class Placing:
    """Read the three places of the rows of a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._found: dict[str, NDArray[np.bool_]] = {}

    def place(self, prefix: str) -> Discs:
        """Return one of the places of each row.

        ``within_area`` goes before ``place``. A ``place`` that nobody declared is left out where
        the row gives its position: then it is no more than a remark. Else it is looked up.
        """
        draft = self._draft
        if not any(draft.has(f"{prefix}{name}") for name in _OF_PLACE):
            return draft.reading.blanks.places(len(draft.block))
        lon_deg, lat_deg = draft.number(f"{prefix}lon"), draft.number(f"{prefix}lat")
        if (np.isnan(lon_deg) != np.isnan(lat_deg)).any():
            self._refuse_half(prefix)
        area, named = self._codes(prefix)
        code = np.where(area == MISSING, named, area).astype(np.int32)
        discs = Discs(lon_deg, lat_deg, draft.number(f"{prefix}radius_m"), code)
        return self._drawn(prefix, discs)

    def unplaced(self) -> Lists:
        """Return the names of each row's places that count and that nobody knows."""
        draft, columns = self._draft, []
        for prefix in PLACES:
            if not draft.has(f"{prefix}place") and not draft.has(f"{prefix}within_area"):
                continue
            area, named = self._codes(prefix)
            is_named = area == MISSING
            area_text = draft.text(f"{prefix}within_area").written
            text = np.where(is_named, draft.text(f"{prefix}place").written, area_text)
            is_unknown = np.where(is_named, named, area) == UNDECLARED
            if prefix in self._found:
                is_unknown &= ~self._found[prefix]
            columns.append(np.where(is_unknown, text, MISSING))
        if not columns:
            return draft.reading.blanks.lists(len(draft.block))
        written = np.stack(columns, axis=1)
        is_unknown = written != MISSING
        offsets = np.concatenate(([0], np.cumsum(is_unknown.sum(axis=1)))).astype(np.int64)
        found = written[is_unknown].astype(np.int32)
        return Lists(np.full_like(found, UNDECLARED), found, offsets)

    def _drawn(self, prefix: str, discs: Discs) -> Discs:
        """Add what grids, drawings and names say to the discs of rows."""
        told: dict[int, list[Doubt]] = {}
        for row, doubt in self._told(prefix, discs):
            told.setdefault(row, []).append(doubt)
        if not told:
            return discs
        lon, lat, radius_m = (
            axis.copy() for axis in (discs.lon_deg, discs.lat_deg, discs.radius_m)
        )
        area, own = discs.area.copy(), np.full(len(discs), MISSING, dtype=np.int32)
        grounds, apart = _Grounds(), []
        for row, doubts in told.items():
            given = float(lon[row]), float(lat[row]), float(radius_m[row])
            shared = common(_beside(Doubt(*given), doubts) if np.isfinite(lon[row]) else doubts)
            if shared is None:
                apart.append(row)
                continue
            lon[row], lat[row], radius_m[row] = shared.lon_deg, shared.lat_deg, shared.radius_m
            own[row] = grounds.code(shared.ground)
            if area[row] == UNDECLARED:
                area[row] = MISSING
        self._draft.faults.add(apart, self._shown(prefix, apart), _APART)
        return Discs(lon, lat, radius_m, area, own=own, grounds=tuple(grounds.index))

    def _told(self, prefix: str, discs: Discs) -> Iterator[tuple[int, Doubt]]:
        """Yield the doubts of rows that say more of a place than its coordinates."""
        draft = self._draft
        own_m = np.where(np.isfinite(discs.lon_deg), 0.0, discs.radius_m)
        for name, read in (("grid", _grid), ("outline", _outline)):
            if draft.has(f"{prefix}{name}"):
                yield from self._cells(f"{prefix}{name}", own_m, read)
        is_lost = np.isnan(discs.lon_deg) & (discs.area == UNDECLARED)
        for name in ("within_area", "place"):
            column = f"{prefix}{name}"
            if not draft.has(column) or not is_lost.any():
                continue
            rows = np.flatnonzero(is_lost)
            found = dict(self._names(column, rows, own_m))
            known = self._found.setdefault(prefix, np.zeros(len(discs), dtype=np.bool_))
            known[list(found)] = True
            is_lost &= ~known & draft.cells(column).blank()
            yield from found.items()

    def _cells(
        self, column: str, own_m: FloatArray, read: Callable[[str, float], Doubt | Fault]
    ) -> Iterator[tuple[int, Doubt]]:
        """Yield what the cells of a column draw, row by row; each different one is read once."""
        draft = self._draft
        texts = draft.texts(column)
        known: dict[tuple[int, str], Doubt | Fault] = {}
        for row in np.flatnonzero(texts.codes >= 0).tolist():
            code, wide_m = int(texts.codes[row]), float(own_m[row])
            key = code, repr(wide_m)  # NaN is no key that is found again
            if key not in known:
                text = texts.distinct[code]
                drawn = read(text, wide_m)
                known[key] = drawn if isinstance(drawn, Fault) else called(drawn, text)
            found = known[key]
            if isinstance(found, Fault):
                draft.faults.add([row], draft.reading.name(column), found)
            else:
                yield row, found

    def _names(
        self, column: str, rows: IndexArray, own_m: FloatArray
    ) -> Iterator[tuple[int, Doubt]]:
        """Yield where the names in some rows lie, and note what is to be told of them."""
        draft = self._draft
        texts = draft.texts(column)
        shown = draft.reading.name(column)
        for code in np.unique(texts.codes[rows]).tolist():
            if code < 0:
                continue
            mine = rows[texts.codes[rows] == code]
            text = texts.distinct[code]
            doubt, notes = named_doubt(text, draft.reading.atlas)
            doubt = called(doubt, text) if doubt is not None else None
            for note in notes:
                draft.faults.note(mine, shown, note)
            if doubt is not None:
                for row in mine.tolist():
                    wide_m = float(own_m[row])
                    yield row, doubt if np.isnan(wide_m) else widened(doubt, wide_m)

    def _codes(self, prefix: str) -> tuple[CodeArray, CodeArray]:
        """Return the codes of ``within_area`` and of ``place``; a remark counts as missing."""
        draft = self._draft
        area, named = self._place_codes(f"{prefix}within_area"), self._place_codes(f"{prefix}place")
        is_given = [
            ~draft.cells(f"{prefix}{name}").blank()
            for name in ("lon", "grid", "outline")
            if draft.has(f"{prefix}{name}")
        ]
        if not draft.has(f"{prefix}place") or not is_given:
            return area, named
        is_remark = (named == UNDECLARED) & np.logical_or.reduce(is_given)
        return area, np.where(is_remark, np.int32(MISSING), named).astype(np.int32)

    def _place_codes(self, name: str) -> CodeArray:
        draft = self._draft
        if not draft.has(name):
            return draft.reading.blanks.codes(len(draft.block))
        return name_codes(draft.texts(name), draft.reading.vocabulary.places)

    def _shown(self, prefix: str, rows: list[int]) -> str:
        """Return the column that is at fault where several contradict each other."""
        names = [
            f"{prefix}{name}" for name in ("grid", "outline") if self._draft.has(f"{prefix}{name}")
        ]
        return self._draft.reading.name(names[0]) if names and rows else ""

    def _refuse_half(self, prefix: str) -> None:
        """Refuse one coordinate without the other, unless the other was refused already."""
        draft = self._draft
        lon, lat = draft.texts(f"{prefix}lon").codes, draft.texts(f"{prefix}lat").codes
        rows = np.flatnonzero((lon < 0) != (lat < 0))
        fault = Fault("R216", f"only one of {prefix}lon and {prefix}lat is given", "give both")
        draft.faults.add(rows, draft.reading.name(f"{prefix}lat"), fault)


def _beside(position: Doubt, told: list[Doubt]) -> list[Doubt]:
    """Return what is told beside a position, and it: a point without ground is no more exact."""
    own_m = position.radius_m
    return [*(one if one.ground is not None else widened(one, own_m) for one in told), position]


def _grid(text: str, own_m: float) -> Doubt | Fault:
    found = grid_cell(text)
    return found if isinstance(found, Fault) or np.isnan(own_m) else widened(found, own_m)


def _outline(text: str, own_m: float) -> Doubt | Fault:
    try:
        return geometry_doubt(text, None if np.isnan(own_m) else own_m)
    except GeoProblem as problem:
        return Fault("R241", problem.message, problem.hint)
