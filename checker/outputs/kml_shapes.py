"""Geometries, styles and descriptions of KML."""

from collections.abc import Iterable, Sequence
from html import escape

from checker.geography.chart import Chart
from checker.geography.shapes import Path
from checker.outputs.colours import LOOKS
from checker.outputs.printable import printable
from checker.outputs.xml_text import attributes, element

__all__ = ["described", "geometry", "look_styles"]


def described(lines: Iterable[str]) -> str:
    """Return a description, one line after the other; empty ones are left out.

    Viewers show it as HTML: what was said is shown as it was, and no markup in it counts.
    """
    shown = "<br>".join(escape(printable(line)) for line in lines if line)
    return element("description", shown)


def geometry(chart: Chart, centre: tuple[float, float] | None = None) -> str:
    """Return what is drawn, with a mark at ``centre``; nothing for nothing."""
    points = chart.points or ((centre,) if centre is not None and chart.polygons else ())
    parts = [_point(*point) for point in points]
    parts += [_line(line) for line in chart.lines]
    parts += [_polygon(rings) for rings in chart.polygons]
    if len(parts) < 2:  # noqa: PLR2004 - more than one are many
        return "".join(parts)
    return f"<MultiGeometry>\n{''.join(parts)}</MultiGeometry>\n"


def look_styles() -> str:
    """Return the styles of places, limits and standings."""
    found = [_style("place", "ff333333", 1.0, 0.6), _style("limit", "ff000000", 1.6, 0.0)]
    for word, look in LOOKS.items():
        red, green, blue = (look.colour[at : at + 2] for at in (0, 2, 4))
        # KML writes opacity first, and then blue, green, red.
        found.append(_style(word, f"ff{blue}{green}{red}", 1.2, look.size_mm / 4.0))
    return "".join(found)


def _style(name: str, colour: str, width: float, scale: float) -> str:
    return (
        f"<Style{attributes(id=name)}>"
        f"<IconStyle><color>{colour}</color><scale>{scale}</scale></IconStyle>"
        f"<LabelStyle><scale>{0.7 if scale else 0}</scale></LabelStyle>"
        f"<LineStyle><color>{colour}</color><width>{width}</width></LineStyle>"
        f"<PolyStyle><color>20{colour[2:]}</color></PolyStyle>"
        "</Style>\n"
    )


def _point(lon: float, lat: float) -> str:
    return f"<Point><coordinates>{lon!r},{lat!r}</coordinates></Point>\n"


def _line(path: Path) -> str:
    return (
        "<LineString><tessellate>1</tessellate>"
        f"<coordinates>{_coordinates(path)}</coordinates></LineString>\n"
    )


def _polygon(rings: Sequence[Path]) -> str:
    outer, *holes = (
        f"<LinearRing><coordinates>{_coordinates(ring)}</coordinates></LinearRing>"
        for ring in rings
    )
    inner = "".join(f"<innerBoundaryIs>{hole}</innerBoundaryIs>" for hole in holes)
    return (
        f"<Polygon><tessellate>1</tessellate><outerBoundaryIs>{outer}</outerBoundaryIs>"
        f"{inner}</Polygon>\n"
    )


def _coordinates(path: Path) -> str:
    return " ".join(f"{lon!r},{lat!r}" for lon, lat in path)
