"""What the clauses draw, reading by reading."""

from checker.findings.drawn import drawn_of
from checker.geography.region import Named
from checker.geography.shapes import Box, Point
from tests.handmade import (
    clause,
    condition,
    core_of_clauses,
    pattern,
    reading,
    within,
)

HALL = Named("hall", Box(35.0, 32.0, 37.0, 34.0, 0.0))
GATE = Named("gate", Point(36.0, 33.0))


def test_every_reading_has_the_regions_of_its_patterns_and_conditions() -> None:
    near, far = within(1_000.0), within(9_000.0)
    core = core_of_clauses(
        clause(
            "c1",
            reading("c1", pattern(where=near), answers=(("q", "a"),)),
            reading(
                "c1",
                pattern(where=far),
                answers=(("q", "b"),),
                conditions=(condition(none=pattern(where=GATE)),),
            ),
        )
    )
    first, second = drawn_of(core)
    assert (first.clause, first.answers, first.regions) == ("c1", (("q", "a"),), (near,))
    assert second.regions == (far, GATE)
