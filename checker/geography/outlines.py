"""Outlines laid out in one plane, and made one border where they agree within a metre."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.rings import AGREE_M

__all__ = ["Outline", "agreed", "stretches_of"]

_SAME_M = 1e-6
_DETOUR = 1.5
_FLAT = 100.0
"""Outlines agree over at least so many times what they are apart; steeper ones only cross."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Hold one ring in a plane.

    ``xy_m`` (v, 2) repeats its first vertex last; ``accuracy_m`` (v - 1,) is that of each segment.
    ``part`` tells the rings of one polygon, which are never joined, from those of another.
    """

    xy_m: FloatArray
    accuracy_m: FloatArray
    part: int

    def __len__(self) -> int:
        return len(self.accuracy_m)


def agreed(outlines: Sequence[Outline]) -> list[Outline]:
    """Return outlines that run along the same vertices wherever they agree within ``AGREE_M``.

    The earlier outline stays, the later is led along it; nothing else moves, so where two outlines
    cross or part, each stays as it is drawn. Lines that cross at less than half a degree agree.
    """
    if not outlines:
        return []
    noded, near = _noded(outlines)
    found: list[Outline] = []
    for index, outline in enumerate(noded):
        found.append(
            _led(outline, [found[other] for other in sorted(near[index]) if other < index])
        )
    return found


def _noded(outlines: Sequence[Outline]) -> tuple[list[Outline], list[set[int]]]:
    """Add to each ring the feet of other parts' vertices that lie within ``AGREE_M`` of it.

    Also return, for each ring, which others it comes so near to.
    """
    firsts = np.cumsum([0, *(len(outline) for outline in outlines)])
    ring = np.repeat(np.arange(len(outlines)), [len(outline) for outline in outlines])
    part = np.array([outline.part for outline in outlines])[ring]
    start = np.concatenate([outline.xy_m[:-1] for outline in outlines])
    end = np.concatenate([outline.xy_m[1:] for outline in outlines])
    tree = shapely.STRtree(shapely.linestrings(np.stack([start, end], axis=1)))
    vertex, segment = tree.query(shapely.points(start), predicate="dwithin", distance=AGREE_M)
    apart = part[vertex] != part[segment]
    vertex, segment = vertex[apart], segment[apart]
    near: list[set[int]] = [set() for _ in outlines]
    for one, other in set(zip(ring[vertex].tolist(), ring[segment].tolist(), strict=True)):
        near[one].add(other)
        near[other].add(one)
    share, foot = _feet(start[vertex], start[segment], end[segment])
    length = np.linalg.norm(end - start, axis=1)[segment]
    inner = (share * length > _SAME_M) & ((1.0 - share) * length > _SAME_M)
    segment, share, foot = segment[inner], share[inner], foot[inner]
    order = np.lexsort((share, segment))
    segment, foot = segment[order], foot[order]
    noded = [
        _inserted(outline, *_of_ring(segment, foot, firsts[index], len(outline)))
        for index, outline in enumerate(outlines)
    ]
    return noded, near


def _of_ring(
    segment: NDArray[np.intp], foot: FloatArray, first: int, count: int
) -> tuple[NDArray[np.intp], FloatArray]:
    mine = (segment >= first) & (segment < first + count)
    return segment[mine] - first, foot[mine]


def _feet(at: FloatArray, start: FloatArray, end: FloatArray) -> tuple[FloatArray, FloatArray]:
    along = end - start
    square = np.maximum(np.einsum("ij,ij->i", along, along), 1e-18)
    share = np.clip(np.einsum("ij,ij->i", at - start, along) / square, 0.0, 1.0)
    return share, start + share[:, None] * along


def _inserted(outline: Outline, segment: NDArray[np.intp], foot: FloatArray) -> Outline:
    """Return a ring with vertices added in their segments, which come in order; doubles are one."""
    xy = np.insert(outline.xy_m, segment + 1, foot, axis=0)
    accuracy = np.insert(outline.accuracy_m, segment, outline.accuracy_m[segment])
    real = np.linalg.norm(np.diff(xy, axis=0), axis=1) > _SAME_M
    kept = np.concatenate([[True], real])
    xy = xy[kept]
    # A double at the very end is the first vertex again, to the last bit.
    xy[-1] = xy[0]
    return Outline(xy, accuracy[real], outline.part)


def _led(outline: Outline, others: Sequence[Outline]) -> Outline:
    """Return a ring led along the first of ``others`` that each of its segments agrees with."""
    if not others:
        return outline
    pieces = np.stack([outline.xy_m[:-1], outline.xy_m[1:]], axis=1)
    is_led = np.zeros(len(outline), dtype=np.bool_)
    between: dict[int, FloatArray] = {}
    for other in others:
        _lead(outline, other, pieces, is_led, between)
    if not is_led.any():
        return outline
    after = [2 * index + 1 for index, path in between.items() for _ in path]
    xy = pieces.reshape(-1, 2)
    # The step from the end of a piece to the next one's start, if there is one, is as good.
    accuracy = np.repeat(outline.accuracy_m, 2)
    if after:
        xy = np.insert(xy, after, np.concatenate(list(between.values())), axis=0)
        accuracy = np.insert(accuracy, after, accuracy[after])
    ring = np.concatenate([xy, xy[:1]])
    real = (np.diff(ring, axis=0) != 0.0).any(axis=1)
    return Outline(ring[np.concatenate([[True], real])], accuracy[real], outline.part)


def _lead(
    outline: Outline,
    other: Outline,
    pieces: FloatArray,
    is_led: NDArray[np.bool_],
    between: dict[int, FloatArray],
) -> None:
    """Lead those segments along ``other`` that agree with it and are not led yet.

    Their new ends go into ``pieces``, what lies between the ends into ``between``.
    """
    ring = other.xy_m[:-1]
    count = len(ring)
    vertex, near = shapely.STRtree(shapely.points(ring)).query_nearest(
        shapely.points(outline.xy_m), max_distance=AGREE_M + _SAME_M, all_matches=False
    )
    at = np.full(len(outline.xy_m), -1, dtype=np.intp)
    at[vertex] = near
    agrees = (at[:-1] >= 0) & (at[1:] >= 0) & ~is_led
    # Ends that are one vertex, or two that follow each other, have nothing between them.
    is_plain = np.isin((at[1:] - at[:-1]) % count, (0, 1, count - 1))
    for index in np.flatnonzero(agrees & ~is_plain).tolist():
        path = _along(ring, int(at[index]), int(at[index + 1]), pieces[index])
        if path is None:
            agrees[index] = False
        else:
            between[index] = path[1:-1]
    off_m = np.linalg.norm(outline.xy_m - ring[at], axis=1)
    for run in stretches_of(agrees):
        length_m = np.linalg.norm(np.diff(outline.xy_m, axis=0)[run], axis=1).sum()
        if length_m < _FLAT * np.maximum(off_m[run], off_m[run + 1]).max():
            agrees[run] = False
    for index in [index for index in between if not (agrees | is_led)[index]]:
        del between[index]
    pieces[agrees] = ring[np.stack([at[:-1], at[1:]], axis=1)[agrees]]
    is_led |= agrees


def stretches_of(flags: NDArray[np.bool_]) -> Iterator[NDArray[np.intp]]:
    """Yield the stretches of a ring, as indices in its order, along which a flag holds."""
    at = np.flatnonzero(~flags)
    if not len(at):
        yield np.arange(len(flags))
        return
    # Turned so that it starts where the flag does not hold, no stretch runs over the end.
    order = np.roll(np.arange(len(flags)), -int(at[0]))
    for stretch in np.split(order, np.flatnonzero(np.diff(flags[order].astype(np.int8))) + 1):
        if flags[stretch[0]]:
            yield stretch


def _along(ring: FloatArray, first: int, last: int, piece: FloatArray) -> FloatArray | None:
    """Return the short way along a ring between two vertices, None where it leaves a segment."""
    count = len(ring)
    ahead, back = (last - first) % count, (first - last) % count
    steps = np.arange(ahead + 1) if ahead <= back else -np.arange(back + 1)
    length_m = float(np.linalg.norm(piece[1] - piece[0]))
    path = ring[(first + steps) % count]
    walked_m = float(np.linalg.norm(np.diff(path, axis=0), axis=1).sum())
    if walked_m > _DETOUR * length_m + 4.0 * AGREE_M:
        return None
    feet = _feet(path, np.broadcast_to(piece[0], path.shape), np.broadcast_to(piece[1], path.shape))
    return path if (np.linalg.norm(path - feet[1], axis=1) <= AGREE_M + _SAME_M).all() else None
