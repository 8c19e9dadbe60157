"""How far positions lie from one drawn thing of a region, before any radius: exact, least, most."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.edges import densify
from checker.geography.geodesic import chord_slack_m, ecef
from checker.geography.ground import Ground, ground_of
from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites, Undrawn
from checker.geography.strands import Strand, Stretch, strands_of
from checker.geography.strokes import Strokes
from checker.geography.witness import is_left_of, is_within

__all__ = ["EVERYTHING", "Leg", "Raw", "Span", "Without", "beside_legs", "plain_leg"]

Span = tuple[FloatArray, FloatArray]
"""The least and the most that a signed length may be, each of shape (n,)."""


@dataclass(frozen=True, slots=True)
class Without:
    """Say which doubts are left out of a test, to see which of them decides.

    ``text`` takes the lower or the upper end of every vague limit. ``side`` is ``open`` (both are
    possible where an end is near), or the witness's side, or the other.
    """

    radius: bool = False
    accuracy: bool = False
    deferred: bool = False
    text: Literal["open", "low", "high"] = "open"
    side: Literal["open", "with", "against"] = "open"


EVERYTHING = Without()


@dataclass(frozen=True, slots=True)
class Raw:
    """Hold what was measured to one leg, for n positions, in metres.

    ``exact_m`` is to what is drawn, ``least_m`` and ``most_m`` hold the truth under its accuracy;
    signed for areas (negative inside, or positive on the witness's side). Where ``stretch`` is
    given they are unsigned, and ``is_with`` says which positions lie on the witness's side. Where
    ``is_untold`` nobody drew the witness, so that either side may be meant.
    """

    exact_m: FloatArray
    least_m: FloatArray
    most_m: FloatArray
    is_cut: bool = False
    is_deferred: bool = False
    stretch: Stretch | None = None
    is_with: NDArray[np.bool_] | None = None
    is_untold: bool = False

    def take(self, index: NDArray[np.intp]) -> "Raw":
        """Return the positions at ``index``."""
        return Raw(
            self.exact_m[index],
            self.least_m[index],
            self.most_m[index],
            self.is_cut,
            self.is_deferred,
            self.stretch.take(index) if self.stretch is not None else None,
            self.is_with[index] if self.is_with is not None else None,
            self.is_untold,
        )

    def put(self, index: NDArray[np.intp], other: "Raw") -> None:
        """Write what ``other`` measured into the positions at ``index``."""
        self.exact_m[index] = other.exact_m
        self.least_m[index] = other.least_m
        self.most_m[index] = other.most_m
        if self.stretch is not None and other.stretch is not None:
            self.stretch.put(index, other.stretch)
        if self.is_with is not None and other.is_with is not None:
            self.is_with[index] = other.is_with

    def spread(self, count: int, index: NDArray[np.intp]) -> "Raw":
        """Return room for ``count`` positions, with these at ``index`` and nothing of others."""
        whole = self.take(np.zeros(count, dtype=np.intp))
        whole.put(index, self)
        return whole

    def signed_m(self) -> FloatArray:
        """Return the distance as drawn, signed as the nearest stretch tells."""
        if self.is_with is None:
            return self.exact_m
        return np.where(self.is_with, self.exact_m, -self.exact_m)

    def spans(self, radius_m: FloatArray, without: Without) -> tuple[Span, Span]:
        """Return what the length may be for discs; two spans where both sides are possible.

        Only a sided leg near an open end, or without a witness, has two different spans.
        """
        if self.is_deferred and without.deferred:
            gone = np.full_like(radius_m, -np.inf)
            return (gone, gone), (gone, gone)
        radius = np.zeros_like(radius_m) if without.radius else radius_m
        least = self.exact_m if without.accuracy else self.least_m
        most = self.exact_m if without.accuracy else self.most_m
        low, high = least - radius, most + radius
        if self.is_cut:
            low = np.maximum(low, 0.0)
        if self.is_untold and not without.deferred:
            return (low, high), (-high, -low)
        if self.stretch is None or self.is_with is None:
            return (low, high), (low, high)
        is_open = self.is_open(radius, without)
        sides = {"with": (1.0, 1.0), "against": (-1.0, -1.0), "open": (1.0, -1.0)}[without.side]
        told = np.where(self.is_with, 1.0, -1.0)
        first, second = (_directed(low, high, np.where(is_open, side, told)) for side in sides)
        return first, second

    def is_open(self, radius_m: FloatArray, without: Without) -> NDArray[np.bool_]:
        """Say where no side can be told, because an end may be the nearest point."""
        if self.stretch is None:
            return np.zeros(len(radius_m), dtype=np.bool_)
        return self.stretch.is_open(radius_m, is_wide=not without.accuracy)


class Leg:
    """Measure positions to one drawn thing; ``name`` is what findings call it."""

    def __init__(
        self,
        name: str,
        shape: Shape | Strand,
        *,
        is_turned: bool | None = None,
        is_untold: bool = False,
    ) -> None:
        """Tell sides by ``is_turned``.

        None measures both sides alike. True means, for a strand, that the witness is on its right;
        for an area, that it lies inside. ``is_untold`` says that nobody drew the witness.
        """
        self.name = name
        self.is_open = is_untold or isinstance(shape, Undrawn)
        self._shape = shape
        self._turned = is_turned
        self._untold = is_untold
        self._strokes: list[tuple[Strokes, float]] = []
        self._ground: Ground | None = None
        if isinstance(shape, Point | Sites | Line):
            self._strokes = _bundles(shape)
        elif isinstance(shape, Area | Box | Circle):
            self._ground = ground_of(shape)

    @property
    def may_have_seam(self) -> bool:
        """Say whether the side that it tells may change on open ground."""
        return isinstance(self._shape, Strand) and self._shape.may_have_seam

    @property
    def key(self) -> object:
        """Return what legs that measure the same have in common."""
        return (self._shape, self._turned, self._untold)

    def drawn(
        self, lon_deg: FloatArray, lat_deg: FloatArray, *, about_m: FloatArray | None = None
    ) -> Raw:
        """Measure n positions to what is drawn alone, on the side of the nearest stretch.

        Rough as ``Strokes.nearest``.
        """
        if isinstance(self._shape, Undrawn) or self._untold:
            return self.read(lon_deg, lat_deg)
        if not isinstance(self._shape, Strand):
            return self._plain(lon_deg, lat_deg, about_m)
        exact_m, is_left = self._shape.told(lon_deg, lat_deg, about_m=about_m)
        signed_m = np.where(is_left != bool(self._turned), exact_m, -exact_m)
        return Raw(signed_m, signed_m, signed_m)

    def rough_off_m(
        self, lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray
    ) -> FloatArray:
        """Return the most that ``drawn`` may be off in each of n discs if it is rough, metres."""
        away_m = np.abs(self.drawn(lon_deg, lat_deg, about_m=ecef(lon_deg, lat_deg)).exact_m)
        # What has no outline is at infinity, and measures nothing.
        off_m = chord_slack_m(np.where(np.isfinite(away_m), away_m, 0.0) + radius_m)
        if self._ground is not None:
            # Counted to the wrong side, a place is off by twice its distance.
            off_m += 2.0 * self._ground.rough_off_m(lon_deg, lat_deg, radius_m)
        return off_m

    def is_whole(
        self, lon_deg: FloatArray, lat_deg: FloatArray, radius_m: FloatArray
    ) -> NDArray[np.bool_]:
        """Say for which discs the side of what is drawn changes only across it (``Strand``)."""
        if isinstance(self._shape, Strand):
            return self._shape.is_whole(lon_deg, lat_deg, radius_m)
        return np.ones(len(lon_deg), dtype=np.bool_)

    def read(self, lon_deg: FloatArray, lat_deg: FloatArray) -> Raw:
        """Measure n positions; NaN in, NaN out."""
        shape = self._shape
        if isinstance(shape, Undrawn):
            near = np.zeros(len(lon_deg))
            far = np.full(len(lon_deg), np.inf)
            return Raw(near, near if self._turned is None else -far, far, is_deferred=True)
        if isinstance(shape, Strand):
            stretch = shape.stretch(lon_deg, lat_deg)
            lengths = (stretch.exact_m, stretch.least_m, stretch.most_m)
            if self._untold:
                return Raw(*lengths, is_untold=True)
            is_with = stretch.is_left != bool(self._turned)
            return Raw(*lengths, stretch=stretch, is_with=is_with)
        return self._plain(lon_deg, lat_deg)

    def _plain(
        self, lon_deg: FloatArray, lat_deg: FloatArray, about_m: FloatArray | None = None
    ) -> Raw:
        """Measure to what has no open ends: areas, points, and lines on both their sides alike."""
        if self._ground is not None:
            exact, least, most = self._ground.depths(lon_deg, lat_deg, about_m=about_m)
            if self._turned:
                return Raw(-exact, -most, -least)
            return Raw(exact, least, most, is_untold=self._untold)
        away = [
            (strokes.distance_m(lon_deg, lat_deg, about_m=about_m), e)
            for strokes, e in self._strokes
        ]
        return Raw(
            np.minimum.reduce([d for d, _ in away]),
            np.minimum.reduce([d - e for d, e in away]),
            np.minimum.reduce([d + e for d, e in away]),
            is_cut=True,
        )


def plain_leg(name: str, shape: Shape) -> Leg:
    """Measure to a place on all its sides; inside an area is negative."""
    return Leg(name, shape)


def beside_legs(places: tuple[tuple[str, Shape], ...], witness: Shape) -> tuple[Leg, ...]:
    """Measure to the borders of places, positive on the side where the witness lies.

    Lines whose ends meet within their accuracies are one line before sides are told. A place or
    line that nobody drew leaves all open, a witness that nobody drew the side alone.
    """
    is_untold = isinstance(witness, Undrawn)
    legs = []
    lines = tuple((name, shape) for name, shape in places if isinstance(shape, Line))
    for name, shape in places:
        if isinstance(shape, Area | Box | Circle):
            is_turned = not is_untold and is_within(shape, witness)
            legs.append(Leg(name, shape, is_turned=is_turned, is_untold=is_untold))
        elif isinstance(shape, Undrawn):
            legs.append(Leg(name, shape, is_turned=False))
        elif not isinstance(shape, Line):
            legs.append(Leg(name, shape))
    name = ", ".join(name for name, _ in lines)
    strands = strands_of(tuple(line for _, line in lines))
    for strand in strands:
        is_turned = not is_untold and not is_left_of(strand, witness)
        legs.append(Leg(name, strand, is_turned=is_turned, is_untold=is_untold))
    return tuple(legs)


@lru_cache(maxsize=1024)
def _bundles(shape: Point | Sites | Line) -> list[tuple[Strokes, float]]:
    """Sort what is drawn by accuracy."""
    if isinstance(shape, Line):
        return [(Strokes([densify(p, shape.edges) for p in shape.paths]), shape.accuracy_m)]
    points = (shape,) if isinstance(shape, Point) else shape.points
    found: dict[float, list[tuple[FloatArray, FloatArray]]] = {}
    for point in points:
        spot = (np.array([point.lon_deg]), np.array([point.lat_deg]))
        found.setdefault(point.accuracy_m, []).append(spot)
    return [(Strokes(spots), accuracy) for accuracy, spots in sorted(found.items())]


def _directed(low: FloatArray, high: FloatArray, sign: FloatArray) -> Span:
    ahead = sign > 0.0
    return np.where(ahead, low, -high), np.where(ahead, high, -low)
