"""The map of a result, drawn in SVG."""

from collections.abc import Iterator

from checker.outputs.colours import LOOKS
from checker.outputs.drawing.grid import length_text, scale_bar_m
from checker.outputs.drawing.inks import inks_of, key_of
from checker.outputs.drawing.scene import Scene, ScenePlace
from checker.outputs.picture.strokes import Frame, along, fitted, mark, path, words

__all__ = ["map_lines"]

_SEA, _INK, _PALE, _GROUND = "#f7f5f0", "#444444", "#8a8a8a", "#6d5d3f"
_PLACE_SIZE, _TRIES = 11.5, 40
_MARK = 7.0
_TOWNS = 26
_TOWN_SIZE, _LETTER = 11.0, 6.2
_NAMES = 14.0
_EDGE, _LABEL = 16.0, 48.0

Box = tuple[float, float, float, float]
"""West, north, east and south on the picture."""


def map_lines(scene: Scene, left: float, top: float, side: float) -> Iterator[str]:
    """Yield the map as a square of ``side`` units."""
    middle = left + side / 2.0, top + side / 2.0
    frame = Frame(scene.centre, 2.0 * scene.reach_m / side, middle)
    area = f'x="{left:g}" y="{top:g}" width="{side:g}" height="{side:g}"'
    yield f'<clipPath id="accord-map"><rect {area}/></clipPath>\n'
    yield f'<rect {area} fill="{_SEA}"/>\n<g clip-path="url(#accord-map)">\n'
    yield path(frame.lines(scene.grid.lines), fill="none", stroke="#e2ddd2", stroke_width=1)
    yield path(frame.lines(scene.base.coasts), fill="none", stroke="#9db4c0", stroke_width=1.2)
    borders = frame.lines(scene.base.borders)
    yield path(borders, fill="none", stroke="#b0a48f", stroke_width=2, stroke_dasharray="9 3 2 3")
    yield from _ground(scene, frame)
    marks = () if scene.crowds else scene.spots
    taken = [_around(*frame.spot(one.x_m, one.y_m)) for one in marks]
    view = left, top, left + side, top + side
    yield from _named(scene, frame, view, taken)
    yield from _towns(scene, frame, view, taken)
    yield from _findings(scene, frame)
    for label in scene.grid.labels:
        x, y = frame.spot(label.x_m, label.y_m)
        x, y = min(x, left + side - _LABEL), max(y, top + _EDGE)  # else it would be cut off
        yield words(
            label.text, x + 3, y - 3, font_size=10, fill=_PALE, stroke=_SEA, stroke_width=3,
            paint_order="stroke",
        )  # fmt: skip
    yield "</g>\n"
    yield from _scale(scene, left, top, side)
    yield f'<rect {area} fill="none" stroke="{_INK}"/>\n'


def _ground(scene: Scene, frame: Frame) -> Iterator[str]:
    """Yield places with their bands, and limits."""
    for one in scene.places:
        yield path(frame.ground(one.band.fills), fill="#8a7a5c", fill_opacity=0.13, stroke="none")
    for one in scene.places:
        outline = frame.lines((*one.shape.outlines, *one.shape.lines))
        yield path(outline, fill="none", stroke=_GROUND, stroke_width=1.4)
        for x_m, y_m in one.shape.points:
            x, y = frame.spot(x_m, y_m)
            yield path(f"M{x - 4},{y}h8M{x},{y - 4}v8", stroke=_GROUND, stroke_width=2)
    inks = inks_of(scene.limits)
    for limit in scene.limits:
        ink, is_exact = inks[key_of(limit.limit)], limit.limit.end == "exact"
        yield path(
            frame.lines(limit.shape.lines),
            fill="none",
            stroke=ink.colour,
            stroke_width=1.8 if is_exact else 1.3,
            stroke_dasharray=ink.dashes if is_exact else "2 4",
        )


def _findings(scene: Scene, frame: Frame) -> Iterator[str]:
    """Yield what was found, the gravest above."""
    for crowd in sorted(scene.crowds, key=lambda one: one.counts.total()):
        x, y = frame.spot(crowd.x_m - crowd.half_m, crowd.y_m + crowd.half_m)
        side = round(frame.spot(crowd.x_m + crowd.half_m, crowd.y_m)[0] - x, 1)
        colour = f"#{LOOKS[crowd.standing].colour}"
        yield path(f"M{x},{y}h{side}v{side}h{-side}Z", fill=colour, fill_opacity=crowd.depth)
    if scene.crowds:
        return
    for disc in scene.discs:
        colour = f"#{LOOKS[disc.standing].colour}"
        yield path(frame.ground(disc.shape.fills), fill=colour, fill_opacity=0.08)
        rim = frame.lines(disc.shape.outlines)
        yield path(rim, fill="none", stroke=colour, stroke_opacity=0.7, stroke_width=1)
    for spot in scene.spots:
        yield mark(spot.standing, *frame.spot(spot.x_m, spot.y_m), _MARK)
    for spot in scene.spots:
        if len(spot.findings) > 1:
            x, y = frame.spot(spot.x_m, spot.y_m)
            yield words(
                f"{len(spot.findings):,}", x + 8, y - 4, font_size=11, font_weight="bold",
                fill=_INK, stroke="#ffffff", stroke_width=3, paint_order="stroke",
            )  # fmt: skip


def _towns(scene: Scene, frame: Frame, view: Box, taken: list[Box]) -> Iterator[str]:
    """Yield the largest towns whose names find room."""
    shown = 0
    for town in scene.base.towns:
        x, y = frame.spot(town.x_m, town.y_m)
        name = fitted(town.name, 150, _TOWN_SIZE)
        box = (x - 3, y - 7, x + 6 + _LETTER * len(name), y + 7)
        inside = view[0] + 40 < x and box[2] < view[2] and view[1] + 8 < y < view[3] - 18
        if not inside or any(_meet(box, other) for other in taken):
            continue
        taken.append(box)
        shown += 1
        yield f'<circle cx="{x}" cy="{y}" r="2" fill="{_INK}"/>\n'
        yield words(
            name, x + 5, y + 4, font_size=_TOWN_SIZE, fill=_INK, stroke=_SEA, stroke_width=3,
            paint_order="stroke",
        )  # fmt: skip
        if shown == _TOWNS:
            return


def _named(scene: Scene, frame: Frame, view: Box, taken: list[Box]) -> Iterator[str]:
    """Yield the names of places, each at the first spot of its edge where there is room."""
    for one in scene.places:
        name = fitted(one.place.name, 190, _PLACE_SIZE)
        for x, y in _candidates(scene, one, frame):
            box = (x - 4, y - 8, x + _LETTER * len(name) + 4, y + 8)
            inside = view[0] + 40 < x and box[2] < view[2] and view[1] + 12 < y < view[3] - 20
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield words(
                    name, x, y + 4, font_size=_PLACE_SIZE, font_style="italic", fill=_GROUND,
                    stroke=_SEA, stroke_width=3.5, paint_order="stroke",
                )  # fmt: skip
                break


def _candidates(scene: Scene, place: ScenePlace, frame: Frame) -> list[tuple[float, float]]:
    """Return some spots of the edge of a place that are in the view, from their middle outward."""
    spots = [*place.shape.points]
    for line in (*place.shape.lines, *place.shape.outlines):
        spots += along(line, scene.centre, scene.reach_m)
    chosen = spots[:: max(1, len(spots) // _TRIES)]
    half = len(chosen) // 2
    return [frame.spot(*spot) for spot in (*chosen[half:], *chosen[:half])]


def _around(x: float, y: float) -> Box:
    return x - _NAMES, y - _NAMES, x + _NAMES, y + _NAMES


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _scale(scene: Scene, left: float, top: float, side: float) -> Iterator[str]:
    """Yield a bar of a round length, and where north is."""
    length_m = scale_bar_m(scene.reach_m)
    width = length_m / (2.0 * scene.reach_m) * side
    x, y = left + side - width - 16, top + side - 14
    yield f'<rect x="{x - 8:.1f}" y="{y - 20}" width="{width + 16:.1f}" height="28" '
    yield 'fill="#ffffff" fill-opacity="0.8"/>\n'
    yield path(f"M{x:.1f},{y - 5}v5h{width:.1f}v-5", fill="none", stroke=_INK, stroke_width=1.5)
    yield words(
        length_text(length_m), x + width / 2, y - 6, font_size=11, text_anchor="middle", fill=_INK
    )
