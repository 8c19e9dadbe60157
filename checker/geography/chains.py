"""Parts of lines joined where their ends meet, within what is known of them."""

from dataclasses import dataclass
from itertools import pairwise, zip_longest

import numpy as np

from checker.geography.edges import densify
from checker.geography.geodesic import ecef, inverse
from checker.geography.shapes import Edges, Line, Path
from checker.geography.strokes import Vertices

__all__ = ["TOUCH_M", "Chain", "Part", "bridged", "chains_of", "is_ring", "turned"]

TOUCH_M = 1e-3
"""Ends of exact lines that lie so near each other are one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one drawn path, in the direction of the line that it is a part of."""

    path: Path
    edges: Edges
    accuracy_m: float

    def reversed(self) -> "Part":
        """Return it in the other direction."""
        return Part(self.path[::-1], self.edges, self.accuracy_m)


Chain = tuple[Part, ...]
"""The parts of one line, in order and direction."""


def chains_of(lines: tuple[Line, ...]) -> tuple[Chain, ...]:
    """Join parts of lines whose ends lie within their accuracies of each other, nearest first."""
    chains: list[Chain] = [
        (Part(path, line.edges, line.accuracy_m),) for line in lines for path in line.paths
    ]
    while (found := _closest(chains)) is not None:
        one, other, joined = found
        chains = [c for place, c in enumerate(chains) if place not in (one, other)]
        chains.insert(one, joined)
    return tuple(chains)


def _closest(chains: list[Chain]) -> tuple[int, int, Chain] | None:
    """Return the two chains with the smallest gap that their accuracies bridge, joined."""
    ways = [way for chain in chains for way in (chain, turned(chain))]
    one, other = np.triu_indices(len(ways), k=1)
    one, other = one[one // 2 != other // 2], other[one // 2 != other // 2]
    last = [way[-1] for way in ways]
    xyz = ecef(*(np.array([part.path[-1][axis] for part in last]) for axis in range(2)))
    accuracy_m = np.array([part.accuracy_m for part in last])
    reach_m = np.maximum(accuracy_m[one] + accuracy_m[other], TOUCH_M)
    # A chord is shorter than its geodesic, so nothing that is bridged is left out.
    near = np.flatnonzero(np.linalg.norm(xyz[one] - xyz[other], axis=1) <= reach_m)
    gaps = [(_gap_m(last[one[i]], last[other[i]]), int(one[i]), int(other[i])) for i in near]
    small = [gap for gap, i in zip(gaps, near, strict=True) if gap[0] <= reach_m[i]]
    if not small:
        return None
    _, first, second = min(small)
    return first // 2, second // 2, (*ways[first], *turned(ways[second]))


def is_ring(chain: Chain) -> bool:
    """Say whether a line comes back to its start, within what is known of its ends."""
    first, last = chain[0].reversed(), chain[-1]
    is_closed = _gap_m(last, first) <= max(last.accuracy_m + first.accuracy_m, TOUCH_M)
    return is_closed and (len(chain) > 1 or _is_round(chain[0]))


def bridged(dense: list[Vertices], *, is_closed: bool) -> Vertices | None:
    """Return parts as one path with a geodesic over each gap; None where there are no gaps."""
    ends = [*pairwise(dense), *([(dense[-1], dense[0])] if is_closed else [])]
    gaps = [((a[0][-1], a[1][-1]), (b[0][0], b[1][0])) for a, b in ends]
    if all(start == end for start, end in gaps):
        return None
    lines = [densify((start, end), "geodesic") for start, end in gaps]
    pieces = [piece for pair in zip_longest(dense, lines) for piece in pair if piece is not None]
    return np.concatenate([p[0] for p in pieces]), np.concatenate([p[1] for p in pieces])


def turned(chain: Chain) -> Chain:
    """Return a chain in the other direction."""
    return tuple(part.reversed() for part in reversed(chain))


def _gap_m(one: Part, other: Part) -> float:
    """Return how far the last vertices of two parts lie from each other, metres."""
    (lon, lat), (to_lon, to_lat) = one.path[-1], other.path[-1]
    ends = (np.array([value]) for value in (lon, lat, to_lon, to_lat))
    return float(inverse(*ends)[1][0])


def _is_round(part: Part) -> bool:
    """Say whether a path comes back to its start, and is not just shorter than its accuracy."""
    lon, lat = densify(part.path, part.edges)
    length_m = float(np.sum(np.linalg.norm(np.diff(ecef(lon, lat), axis=0), axis=1)))
    return length_m > 4.0 * max(2.0 * part.accuracy_m, TOUCH_M)
