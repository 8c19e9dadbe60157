import pytest

from checker.geography.shapes import Area, Box, Circle, Edges, Line, Path, Point, Shape
from checker.geography.sound import GeoProblem, checked
from tests.geography.oracle import ring

OUTER = ring(36.0, 33.0, 36.4, 33.4)


def area(*rings: Path, edges: Edges = "geodesic") -> Area:
    return Area((rings,), 0.0, edges)


def problem(shape: Shape) -> GeoProblem:
    with pytest.raises(GeoProblem) as caught:
        checked(shape)
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    "shape",
    [
        area(OUTER),
        area(OUTER[::-1], ring(36.1, 33.1, 36.2, 33.2)),
        area(OUTER, edges="planar"),
        area(ring(179.5, -17.0, -179.5, -16.0)),
        area(((0.0, 85.0), (120.0, 85.0), (-120.0, 85.0), (0.0, 85.0))),
        # A hole that touches its outer ring in one vertex.
        area(OUTER, ((36.0, 33.0), (36.2, 33.1), (36.1, 33.2), (36.0, 33.0))),
        area((*OUTER[:2], OUTER[1], *OUTER[2:])),
        Line((((36.0, 33.0), (36.0, 33.0), (36.1, 33.0)),), 0.0),
        Line((((179.0, 0.0), (-179.0, 0.0)),), 0.0),
        # A line may cross itself.
        Line((((0, 0), (1, 1), (1, 0), (0, 1)),), 0.0, "planar"),
        Point(36.0, 33.0),
        Box(170.0, 0.0, -170.0, 1.0, 0.0),
        Circle(Point(0.0, 0.0), 5.0),
    ],
)
def test_what_is_drawn_well_is_returned_as_it_is(shape: Shape) -> None:
    assert checked(shape) is shape


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (
            area(((36.0, 33.0), (36.2, 33.2), (36.2, 33.0), (36.0, 33.2), (36.0, 33.0))),
            "the outline crosses or touches itself near (36.1, 33.1",
        ),
        (
            area((OUTER[0], (36.2, 33.2), (36.4, 33.0), (36.4, 33.4), (36.2, 33.2), *OUTER[3:])),
            "the outline crosses or touches itself near (36.2, 33.2",
        ),
        (area(OUTER, ring(37.0, 33.0, 37.1, 33.1)), "a hole lies outside its outer ring"),
        (
            area(OUTER, ring(36.1, 33.1, 36.3, 33.3), ring(36.15, 33.15, 36.2, 33.2)),
            "a hole lies within another hole",
        ),
        (area(OUTER, ring(36.3, 33.1, 36.5, 33.2)), "the outline crosses or touches itself"),
        (area(OUTER[:3]), "a ring has 3 positions, and needs at least 4"),
        (area(OUTER[:-1]), "a ring is not closed: it starts at (36, 33) and ends at (36, 33.4)"),
        (
            area(((36.0, 33.0), (36.1, 33.0), (36.0, 33.0), (36.0, 33.0))),
            "the ring at (36, 33) encloses no ground",
        ),
        (
            Line((((36.0, 33.0), (36.0, 33.0)),), 0.0),
            "a line has no length: all its positions are the same",
        ),
        (
            Line((((170.0, 0.0), (-170.0, 0.0)),), 0.0, "planar"),
            "the edge from (170, 0) to (-170, 0) jumps 340 degrees of longitude",
        ),
        (
            area(ring(170.0, 0.0, -170.0, 1.0), edges="planar"),
            "the edge from (170, 0) to (-170, 0) jumps 340 degrees of longitude",
        ),
        (
            Line((((36.0, 0.0), (-144.0, 0.0)),), 0.0),
            "the edge from (36, 0) to (-144, 0) runs half round the world",
        ),
    ],
)
def test_what_cannot_be_measured_is_refused(shape: Shape, said: str) -> None:
    assert problem(shape).message.startswith(said)


def test_a_ring_drawn_twice_is_refused() -> None:
    assert problem(area(OUTER, OUTER)).message
