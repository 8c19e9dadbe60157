"""What a clause says about where: a tree of distances, sides and ground, without questions.

A region is data. ``checker.geography.field`` turns it into signed distances. The truth of a region
for a disc is TRUE where the whole disc lies in its inner edge, FALSE where it misses the outer one.
"""

from dataclasses import dataclass, field

from checker.geography.shapes import Shape

__all__ = [
    "AllOf",
    "AnyOf",
    "Everywhere",
    "Length",
    "Named",
    "Not",
    "Region",
    "SideOf",
    "Within",
    "Witness",
]


@dataclass(frozen=True, slots=True)
class Length:
    """Bound a length between ``low_m`` and ``high_m``; equal where the text is exact.

    ``said`` is the length as written. A deferred length runs from 0 to infinity.
    """

    low_m: float
    high_m: float
    said: str
    is_deferred: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """Name a drawn place; as a region of its own it means the ground inside an area.

    ``source`` says after what it was drawn. It is told and never asked: two drawings of one shape
    are one place.
    """

    name: str
    shape: Shape
    source: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Witness:
    """Say which side of a line is meant, by a place that lies there; ``source`` as of ``Named``."""

    name: str
    shape: Shape
    source: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Within:
    """Mean the ground within ``limit`` of the nearest of ``of``.

    ``toward`` None is both sides (and, for an area, all round with the area included). With a
    witness it is the ground from the line, or an area's border, to that side only. ``of`` holds
    drawn places, or regions made of areas alone.
    """

    limit: Length
    of: tuple["Region", ...]
    toward: Witness | None = None


@dataclass(frozen=True, slots=True)
class SideOf:
    """Mean all the ground on the witness's side of the line (or of an area's border)."""

    of: tuple["Region", ...]
    toward: Witness


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Mean the union of the parts; of areas alone it is dissolved."""

    parts: tuple["Region", ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Mean the common ground of the parts; of areas alone it is dissolved."""

    parts: tuple["Region", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Mean all ground but that of the part."""

    part: "Region"


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Mean the whole world: every report is in it, wherever it is."""


Region = Named | Within | SideOf | AnyOf | AllOf | Not | Everywhere
