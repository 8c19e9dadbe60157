"""Names on a map that is looked at from nearer and nearer: those that have room, scale by scale."""

from dataclasses import dataclass

from checker.outputs.drawing.scene import Scene

__all__ = ["TIERS", "PlaceName", "label_tiers"]

TIERS = 5
"""Each tier has room at twice the scale of the one before."""

_SIDE = 700.0
_MARK = 9.0
_LETTER, _HIGH, _GAP = 6.4, 15.0, 8.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PlaceName:
    """Write a name at a spot: of a place that a clause speaks of, or of a town."""

    text: str
    x_m: float
    y_m: float
    is_place: bool


def label_tiers(scene: Scene) -> list[list[PlaceName]]:
    """Return the names that appear at each scale: places before towns, larger towns first."""
    names = [
        PlaceName(one.place.name, *spot, is_place=True)
        for one in scene.places
        for spot in _middles(scene, one.shape.lines, one.shape.outlines, one.shape.points)
    ]
    names += [PlaceName(town.name, town.x_m, town.y_m, is_place=False) for town in scene.base.towns]
    grid = [PlaceName(o.text, o.x_m, o.y_m, is_place=False) for o in scene.grid.labels]
    shown: list[PlaceName] = []
    tiers = []
    for tier in range(TIERS):
        m_per_unit = 2.0 * scene.reach_m / _SIDE / 2.0**tier
        taken = [_box(one, m_per_unit) for one in shown]
        taken += [_box(one, m_per_unit) for one in grid]
        half = _MARK * m_per_unit
        taken += [(s.x_m - half, s.y_m - half, s.x_m + half, s.y_m + half) for s in scene.spots]
        new = []
        for one in names:
            box = _box(one, m_per_unit)
            if not any(_meet(box, other) for other in taken):
                taken.append(box)
                new.append(one)
        shown += new
        names = [one for one in names if one not in new]
        tiers.append(new)
    return tiers


def _middles(scene: Scene, *some: tuple[object, ...]) -> list[tuple[float, float]]:
    """Return the spot of a drawing that is nearest to the middle of the view."""
    lines, outlines, points = some
    spots = [
        (x, y)
        for line in (*lines, *outlines)
        for x, y in zip(*line, strict=True)  # type: ignore[misc]
    ]
    spots += points  # type: ignore[arg-type]
    x, y = scene.centre
    near = [one for one in spots if max(abs(one[0] - x), abs(one[1] - y)) < scene.reach_m * 0.9]
    if not near:
        return []
    # Not the very nearest, which is where the marks crowd: a third of the way along what is seen.
    return [(float(near[len(near) // 3][0]), float(near[len(near) // 3][1]))]


def _box(one: PlaceName, m_per_unit: float) -> Box:
    wide, high = (_LETTER * len(one.text) + _GAP) * m_per_unit, _HIGH * m_per_unit
    return one.x_m - 4 * m_per_unit, one.y_m - high / 2, one.x_m + wide, one.y_m + high / 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
