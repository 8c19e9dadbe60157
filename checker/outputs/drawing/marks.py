"""The mark of each standing as a path, so that it looks the same on a map, in a key and a table."""

from math import cos, pi, sin

from checker.outputs.colours import LOOKS

__all__ = ["COLOURS", "STROKED", "mark_path"]

STROKED = {"cross", "cross2", "line"}
"""Marks that are strokes and enclose nothing."""

_CORNERS = {"diamond": (4, 0.0), "triangle": (3, 0.0), "pentagon": (6, 0.0), "square": (4, 45.0)}
"""Corners, and how far they are turned. Six and not five: a pentagon passes for a disc."""

_REACH = {"triangle": 1.15, "square": 1.2, "pentagon": 1.05}

COLOURS = {word: f"#{look.colour}" for word, look in LOOKS.items()}


def mark_path(mark: str, x: float, y: float, reach: float) -> str:
    """Return the path of a mark about (x, y), as SVG writes paths."""
    if mark in _CORNERS:
        corners, turned = _CORNERS[mark]
        far = reach * _REACH.get(mark, 1.0)
        angles = [turned / 180.0 * pi + 2.0 * pi * place / corners for place in range(corners)]
        spots = [f"{x + far * sin(one):.2f},{y - far * cos(one):.2f}" for one in angles]
        return f"M{'L'.join(spots)}Z"
    if mark == "cross":
        return f"M{x - reach:.2f},{y:.2f}h{2 * reach:.2f}M{x:.2f},{y - reach:.2f}v{2 * reach:.2f}"
    if mark == "cross2":
        near, both = reach * 0.75, reach * 1.5
        return (
            f"M{x - near:.2f},{y - near:.2f}l{both:.2f},{both:.2f}"
            f"M{x - near:.2f},{y + near:.2f}l{both:.2f},{-both:.2f}"
        )
    if mark == "line":
        return f"M{x - reach:.2f},{y:.2f}h{2 * reach:.2f}"
    half = f"{reach:.2f},{reach:.2f} 0 1 0"
    return f"M{x - reach:.2f},{y:.2f}a{half} {2 * reach:.2f},0a{half} {-2 * reach:.2f},0Z"
