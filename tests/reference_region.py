"""The truth of a region for one disc: signed intervals, their doubts, and disc AND area.

A region's signed distance is negative inside it. ``without`` removes sources of doubt one by one,
which is how the reasons are found: a doubt counts if removing it alone would decide.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from checker.geography.region import (
    AllOf,
    AnyOf,
    Everywhere,
    Named,
    Not,
    Region,
    SideOf,
    Within,
)
from checker.geography.shapes import Line, Point, Shape, Sites, Undrawn
from tests.reference_areas import locate_in_area
from tests.reference_geodesy import Place, distance_m
from tests.reference_lines import Strand, strands
from tests.reference_placed import Placed
from tests.reference_places import (
    areal,
    away,
    depth,
    holds,
    witness,
)

__all__ = ["Disc", "locate", "signed"]

Span = tuple[float, float]
FALSE, UNKNOWN, TRUE = 0, 1, 2
_REASONS = {
    "radius": "place_vague",
    "accuracy": "place_line_vague",
    "side": "side_unknown",
    "text": "text_vague",
    "deferred": "geometry_deferred",
}
_HOW = {"side": ("side+", "side-"), "text": ("text-", "text+")}


@dataclass(frozen=True)
class Disc:
    """Hold one position: centre, radius (NaN unknown), and a region that certainly holds it."""

    centre: Place | None
    radius_m: float
    area: Region | None


def locate(region: Region | None, disc: Disc | None) -> Placed:
    """Test one disc against one region; no disc means that the report gives no place."""
    if region is None or isinstance(region, Everywhere) or _is_nowhere(region):
        return Placed(FALSE if region is not None and _is_nowhere(region) else TRUE)
    if disc is None or (disc.centre is None and disc.area is None):
        return Placed(UNKNOWN, frozenset({"place_unresolved"}))
    if disc.area is not None:
        return _in_area(region, disc, disc.area)
    test = _Test(disc, frozenset())
    low, high = test.span(region)
    truth = _truth(low, high, test.slack)
    if truth != UNKNOWN:
        return Placed(truth, low_m=low, high_m=high, told_m=test.told_m)
    alone = set()
    for source in test.seen:
        answers = []
        for how in _HOW.get(source, (source,)):
            again = _Test(disc, frozenset({how}))
            answers.append(_truth(*again.span(region), again.slack))
        if UNKNOWN not in answers:
            alone.add(_REASONS[source])
    if min(abs(low), abs(high)) <= test.slack:
        alone.add("numerically_close")
    reasons = alone or {_REASONS[s] for s in test.seen}
    return Placed(UNKNOWN, frozenset(reasons))


def _is_nowhere(region: Region) -> bool:
    """Say whether ground is left out of itself, in whatever order its parts are named."""
    if not isinstance(region, AllOf):
        return False
    out = [_parts(part.part) for part in region.parts if isinstance(part, Not)]
    return any(_parts(part) in out for part in region.parts if not isinstance(part, Not))


def _parts(region: Region) -> frozenset[Region]:
    return frozenset(region.parts) if isinstance(region, AnyOf) else frozenset([region])


def _in_area(region: Region, disc: Disc, area: Region) -> Placed:
    placed = locate_in_area(region, area, disc.centre, disc.radius_m)
    alone = locate(region, Disc(disc.centre, disc.radius_m, None))
    # A circle that decides by itself holds the position, whatever the area leaves of it.
    return alone if alone.truth == placed.truth != UNKNOWN else placed


def _truth(low: float, high: float, slack: float) -> int:
    if high < -slack:
        return TRUE
    return FALSE if low > slack else UNKNOWN


def _least(spans: list[Span]) -> Span:
    return min(s[0] for s in spans), min(s[1] for s in spans)


class _Test:
    """Take the signed interval of one disc; note which doubts take part in it."""

    def __init__(self, disc: Disc, without: frozenset[str]) -> None:
        assert disc.centre is not None
        self.p = disc.centre
        self.r = math.inf if math.isnan(disc.radius_m) else disc.radius_m
        self.without = without
        self.seen: set[str] = {"radius"} if self.r else set()
        self.slack = 1e-3
        self.told_m = math.inf
        if "radius" in without:
            self.r = 0.0

    def span(self, region: Region) -> Span:
        """Return the least and the most signed distance of the disc's points."""
        if areal(region):
            return self._wide(*self._measured(region))
        found = (-math.inf, -math.inf)
        match region:
            case Everywhere():
                pass
            case Named():
                found = self._deferred()
            case AnyOf(parts=parts):
                found = _least([self.span(p) for p in parts])
            case AllOf(parts=parts):
                spans = [self._beside(p, parts) for p in parts]
                found = max(s[0] for s in spans), max(s[1] for s in spans)
            case Not(part=part):
                low, high = self.span(part)
                found = -high, -low
            case Within():
                found = self._within(region)
            case SideOf(of=of, toward=toward):
                found = self._banded(of, toward.shape, lambda x: (-x[1], -x[0]))
        return found

    def _beside(self, part: Region, parts: tuple[Region, ...]) -> Span:
        """Take one part of several; what leaves a depth of a side that another asks lies beyond it.

        (design, semantics: `beyond` with `toward` is the same side, not within it.)
        """
        match part:
            case Not(part=Within(of=of, toward=toward) as depth_) if toward is not None:
                asks = [p for p in parts if isinstance(p, SideOf | Within) and p.toward == toward]
                if any(p.of == of for p in asks) and len(self._sides(of, toward.shape)) == 1:
                    low, high = self._limits(depth_)
                    if "deferred" in self.without and depth_.limit.is_deferred:
                        return math.inf, math.inf
                    return self._banded(of, toward.shape, lambda x: (low - x[1], high - x[0]))
        return self.span(part)

    def _deferred(self) -> Span:
        self.seen.add("deferred")
        if "deferred" in self.without:
            return -math.inf, -math.inf
        return -math.inf, math.inf

    def _wide(self, near: float, far: float) -> Span:
        away = min(abs(near), abs(far))
        # Of ground that is empty, everything is endlessly far, and certainly so.
        self.slack = max(self.slack, 1e-3 + 1e-9 * (away if math.isfinite(away) else 0.0))
        return near - self.r, far + self.r

    def _measured(self, region: Region) -> Span:
        exact, drawn = depth(region, self.p, exact=True), depth(region, self.p, exact=False)
        if exact != drawn:
            self.seen.add("accuracy")
        return exact if "accuracy" in self.without else drawn

    def _accurate(self, distance: float, accuracy_m: float) -> Span:
        if accuracy_m:
            self.seen.add("accuracy")
        e = 0.0 if "accuracy" in self.without else accuracy_m
        return distance - e, distance + e

    def _limits(self, region: Within) -> Span:
        limit = region.limit
        if limit.is_deferred:
            self.seen.add("deferred")
        elif limit.low_m != limit.high_m:
            self.seen.add("text")
        low = limit.high_m if "text+" in self.without else limit.low_m
        high = limit.low_m if "text-" in self.without else limit.high_m
        return low, high

    def _within(self, region: Within) -> Span:
        low, high = self._limits(region)
        if "deferred" in self.without and region.limit.is_deferred:
            return -math.inf, -math.inf
        if region.toward is None:
            spans = [self._plain(part) for part in region.of]
            near, far = min(s[0] for s in spans), min(s[1] for s in spans)
            return near - high, far - low
        return self._banded(
            region.of,
            region.toward.shape,
            lambda x: (max(x[0] - high, -x[1]), max(x[1] - low, -x[0])),
        )

    def _banded(self, of: tuple[Region, ...], toward: Shape, band: Callable[[Span], Span]) -> Span:
        """Unite the bands of all borders; where a side is open, both sides are possible."""
        lows, highs = [], []
        for sides in self._sides(of, toward):
            spans = [band(x) for x in sides]
            lows.append(min(s[0] for s in spans))
            highs.append(max(s[1] for s in spans))
        return min(lows), min(highs)

    def _plain(self, part: Region) -> Span:
        """Return the distance to a place on both sides; inside an area it is negative."""
        if areal(part):
            return self._wide(*self._measured(part))
        assert isinstance(part, Named), part
        near, far = self._to_shape(part.shape)
        return max(near, 0.0), far

    def _to_shape(self, shape: Shape) -> Span:
        match shape:
            case Undrawn():
                low, high = self._deferred()
                return (0.0, high) if high > 0 else (low, high)
            case Point():
                d = distance_m((shape.lon_deg, shape.lat_deg), self.p)
                return self._wide(*self._accurate(d, shape.accuracy_m))
            case Sites(points=points):
                spans = [self._to_shape(q) for q in points]
                return _least(spans)
            case Line():
                spans = []
                for strand in strands((shape,)):
                    d = strand.foot(self.p).distance_m
                    spans.append(self._wide(*self._accurate(d, shape.accuracy_m)))
                return _least(spans)
        raise TypeError(shape)

    def _sides(self, of: tuple[Region, ...], toward: Shape) -> list[list[Span]]:
        """Return, per border, what its distance may be, positive on the witness's side."""
        found: list[list[Span]] = []
        spot = witness(toward)
        lines = []
        for part in of:
            if areal(part):
                near, far = self._wide(*self._measured(part))
                found.append([(-far, -near) if holds(part, spot) else (near, far)])
            elif isinstance(part, Named) and isinstance(part.shape, Line):
                lines.append(part.shape)
            else:
                found.append([self._deferred()])
        return found + [self._strand(strand, spot) for strand in strands(tuple(lines))]

    def _strand(self, strand: Strand, spot: Place) -> list[Span]:
        drawn = [(c, 0.0 if "accuracy" in self.without else e) for c, e in strand.pieces]
        if any(e for _, e in strand.pieces):
            self.seen.add("accuracy")
        near, far = self._wide(*away(drawn, self.p))
        here = strand.foot(self.p).distance_m
        self.slack = max(self.slack, 1e-3 + 1e-9 * here)
        for end, e in strand.ends():
            # No point nearer to the centre than half of what the end is farther has it nearest.
            room = (distance_m(self.p, end) - here - e) / 2.0 - self.r
            self.told_m = min(self.told_m, room)
        sides = {"side+": [(near, far)], "side-": [(-far, -near)]}
        if strand.ends_nearest(self.p, min(self.r, 1e7), is_exact="accuracy" in self.without):
            self.seen.add("side")
            for how in self.without & sides.keys():
                return sides[how]
            return sides["side+"] + sides["side-"]
        return sides["side+" if strand.side(self.p) == strand.side(spot) else "side-"]


def signed(region: Region, p: Place) -> float:
    """Return the signed distance of one exact point to a region as drawn; for tests' inputs."""
    test = _Test(Disc(p, 0.0, None), frozenset({"accuracy", "text-", "side+"}))
    return test.span(region)[0]
