"""The drawn places of an agreement, each with where it stands in the file."""

from dataclasses import dataclass

from checker.geography.shapes import Area, Line, Path, Shape, Undrawn
from checker.language.lint.linted import Linted
from checker.values.span import Span

__all__ = ["Drawing", "drawings_of", "paths_of"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Hold one drawing; a place that a question draws in two ways has two, of one name.

    ``border`` is the drawn line that it says it was made from, if it says so.
    """

    name: str
    shape: Shape
    border: str | None
    span: Span


def drawings_of(linted: Linted) -> tuple[Drawing, ...]:
    """Return every drawing that something asked for, in the order of the file."""
    atlas = linted.atlas
    return tuple(
        Drawing(atlas.owners[key][0], shape, atlas.owners[key][1], _span(*key))
        for key, shape in sorted(atlas.drawn.items(), key=lambda item: item[0])
        # What the user drew over a place stands in no file of the agreement.
        if not isinstance(shape, Undrawn) and key in atlas.owners
    )


def paths_of(shape: Shape) -> tuple[Path, ...]:
    """Return the lines that a drawing is made of: those of a line, the rings of an area."""
    match shape:
        case Line(paths=paths):
            return paths
        case Area(polygons=polygons):
            return tuple(ring for polygon in polygons for ring in polygon)
        case _:
            return ()


def _span(file: str, line: int, column: int) -> Span:
    return Span(file, line, column, line, column + 1)
