"""Results gathered by hand for what draws them."""

from dataclasses import replace

from checker.findings.block import Block
from checker.findings.drawn import Drawn
from checker.findings.finding import Finding
from checker.geography.region import Length, Named, Within
from checker.geography.shapes import Line, Undrawn
from checker.outputs.drawing.gathered import MOST, Gathered
from tests.outputs.made import HEADER

__all__ = ["DRAWN", "gathered"]

RIVER = Named("river", Line((((36.0, 33.0), (36.0, 33.5)),), 50.0), "map-1")
NEAR = Within(Length(5_000.0, 9_000.0, "5..9 km"), (RIVER,))
DRAWN = (Drawn("c1", (), (NEAR, Named("zone", Undrawn("never published")))),)


def gathered(*findings: Finding, most: int = MOST, drawn: tuple[Drawn, ...] = DRAWN) -> Gathered:
    """Gather findings about a river and its two limits."""
    found = Gathered(replace(HEADER, drawn=drawn), "violation", most)
    found.add(Block.of(*findings))
    return found
