"""Lines and their sides as the reference sees them: joined parts, nearest stretch, open ends."""

import math
from dataclasses import dataclass
from functools import cache

from checker.geography.shapes import Line
from tests.reference_geodesy import Curve, Foot, Place, azimuth_deg, distance_m, move
from tests.reference_places import edges_of, nearest_of

__all__ = ["Strand", "strands"]

Chain = list[tuple[Curve, float]]


@dataclass(frozen=True)
class Strand:
    """Hold one line after its parts are joined: its edges in order, each with its accuracy."""

    pieces: tuple[tuple[Curve, float], ...]

    @property
    def is_ring(self) -> bool:
        """Say whether the line ends where it began."""
        first, last = self.pieces[0][0], self.pieces[-1][0]
        return distance_m(first.at(first.u_start), last.at(last.u_end)) < 1e-3

    def ends(self) -> list[tuple[Place, float]]:
        """Return both ends with their accuracies; none of a ring."""
        if self.is_ring:
            return []
        first, last = self.pieces[0], self.pieces[-1]
        return [(first[0].at(first[0].u_start), first[1]), (last[0].at(last[0].u_end), last[1])]

    def foot(self, p: Place) -> Foot:
        """Return the nearest point of the line as drawn."""
        return nearest_of(tuple(c for c, _ in self.pieces), p)

    def side(self, p: Place) -> int:
        """Return 1 left of the nearest stretch, -1 right of it."""
        foot = self.foot(p)
        curve = self.pieces[foot.curve][0]
        reach = min(1.0, (curve.u_end - curve.u_start) / 10.0)
        to_p = azimuth_deg(foot.place, p)
        at_start = foot.u - curve.u_start < 1e-2
        at_end = curve.u_end - foot.u < 1e-2
        index = foot.curve if at_start else foot.curve + 1
        last = len(self.pieces)
        if not (at_start or at_end) or (index in (0, last) and not self.is_ring):
            low, high = max(foot.u - reach, curve.u_start), min(foot.u + reach, curve.u_end)
            return 1 if _left(azimuth_deg(curve.at(low), curve.at(high)), to_p) else -1
        before, after = self.pieces[index - 1][0], self.pieces[index % last][0]
        into = azimuth_deg(before.at(before.u_end - reach), before.at(before.u_end))
        out = azimuth_deg(after.at(after.u_start), after.at(after.u_start + reach))
        both = (_left(into, to_p), _left(out, to_p))
        return 1 if (all(both) if _left(into, out) else any(both)) else -1

    def ends_nearest(self, p: Place, radius_m: float, *, is_exact: bool) -> bool:
        """Say whether some point of the disc has an end, widened or not, as its nearest point."""
        here = self.foot(p).distance_m
        wide = [(q, 0.0 if is_exact else e) for q, e in self.ends()]
        ends = [(q, e) for q, e in wide if distance_m(p, q) - here <= 2 * radius_m + e + 1e-6]
        if not ends:
            return False
        spots = [p] + [
            move(p, turn * 11.25, radius_m * share)
            for turn in range(32)
            for share in (1.0, 0.6, 0.25)
            if radius_m
        ]
        feet = (self.foot(s).place for s in spots)
        return any(distance_m(f, q) <= e + 1e-2 for f in feet for q, e in ends)


def _left(along: float, toward: float) -> bool:
    return math.sin(math.radians(toward - along)) < 0.0


@cache
def strands(lines: tuple[Line, ...]) -> tuple[Strand, ...]:
    """Join the parts whose ends lie within their accuracies of each other."""
    chains = [
        [(c, line.accuracy_m) for c in edges_of(path, line.edges)]
        for line in lines
        for path in line.paths
    ]
    joined = True
    while joined:
        joined = False
        for i, a in enumerate(chains):
            for j, b in enumerate(chains):
                if i < j and (one := _join(a, b)):
                    chains = [c for k, c in enumerate(chains) if k not in (i, j)] + [one]
                    joined = True
                    break
            if joined:
                break
    return tuple(Strand(tuple(c)) for c in chains)


def _join(a: Chain, b: Chain) -> Chain | None:
    for one in (a, _reversed(a)):
        for two in (b, _reversed(b)):
            (c, e), (d, f) = one[-1], two[0]
            if distance_m(c.at(c.u_end), d.at(d.u_start)) <= max(e + f, 1e-3):
                return [*one, *two]
    return None


def _reversed(chain: Chain) -> Chain:
    return [(_flip(c), e) for c, e in reversed(chain)]


def _flip(c: Curve) -> Curve:
    total = c.u_start + c.u_end
    samples = tuple((total - u, s) for u, s in reversed(c.samples))
    return Curve(lambda u: c.at(total - u), c.u_start, c.u_end, samples)
