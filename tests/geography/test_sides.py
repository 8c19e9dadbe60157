import pytest

from checker.geography.region import AnyOf, Length, Named, Region, SideOf, Within, Witness
from checker.geography.shapes import Circle, Line, Point, Shape, Sites, Undrawn
from checker.geography.sides import off_ends_share, witness_problem
from tests.geography.oracle import edge_of, moved, square

BORDER = Named("border", Line((((20.0, 44.0), (20.1, 46.0)),), 20.0))
LAND = Named("land", square(20.0, 45.0, 20.4, 45.3, accuracy_m=50.0))


def depth(*of: Region, metres: float = 10_000.0, toward: Shape | None = None) -> Within:
    witness = None if toward is None else Witness("town", toward)
    return Within(Length(metres, metres, f"{metres:g} m"), of, witness)


def said(toward: Shape, *of: Region) -> str | None:
    one, other = depth(*of, toward=toward), SideOf(of, Witness("town", toward))
    assert witness_problem(one) == witness_problem(other)
    return witness_problem(one)


@pytest.mark.parametrize(
    "toward",
    [
        Point(21.0, 45.0, 1.0),
        Point(19.0, 45.0),
        Sites((Point(21.0, 45.0), Point(22.0, 44.5))),
        Circle(Point(21.0, 45.0), 500.0),
        square(20.5, 44.5, 21.0, 45.5),
        # A line whose own ends lie off the border's ends, and the rest on one side.
        Line((((20.5, 43.0), (20.5, 45.0), (20.6, 47.0)),), 20.0),
        Undrawn("nobody published it"),
    ],
)
def test_a_witness_abreast_of_the_line_tells_its_side(toward: Shape) -> None:
    assert said(toward, BORDER) is None


def test_without_a_witness_there_is_nothing_to_tell() -> None:
    assert witness_problem(depth(BORDER)) is None


@pytest.mark.parametrize("toward", [Point(20.3, 47.0, 1.0), Point(20.0, 43.0), Point(20.3, 43.9)])
def test_a_witness_off_the_ends_is_refused(toward: Shape) -> None:
    assert said(toward, BORDER) == "town lies off the ends of border, where no side can be told"


@pytest.mark.parametrize(
    ("east_m", "accuracy_m", "refused"),
    # The border is known to 20 m.
    [
        (0.0, 0.0, True),
        (19.0, 0.0, True),
        (21.0, 0.0, False),
        (21.0, 5.0, True),
        (71.0, 50.0, False),
    ],
)
def test_a_witness_no_farther_off_than_both_are_known_is_refused(
    *, east_m: float, accuracy_m: float, refused: bool
) -> None:
    lon, lat = moved(edge_of((20.0, 44.0), (20.1, 46.0), "geodesic")(0.5), 92.0, east_m)
    problem = said(Point(lon, lat, accuracy_m), BORDER)
    assert problem == (
        "town lies no farther from border than both are known to" if refused else None
    )


@pytest.mark.parametrize(
    "toward",
    [
        Sites((Point(21.0, 45.0), Point(19.0, 45.0))),
        Line((((19.5, 45.0), (20.5, 45.2)),), 20.0),
    ],
)
def test_a_witness_on_both_sides_is_refused(toward: Shape) -> None:
    assert said(toward, BORDER) == "town lies on both sides of border"


def test_lines_that_meet_are_one_line_before_ends_are_told() -> None:
    north = Named("north", Line((((20.1, 46.0001), (20.0, 47.0)),), 20.0))
    assert said(Point(20.6, 46.9), BORDER) is not None
    assert said(Point(20.6, 46.9), BORDER, north) is None


@pytest.mark.parametrize(
    ("lon", "problem"),
    [
        (20.2, None),
        (20.7, None),
        (20.0005, "town does not lie clear of the border of land"),
        (19.9995, "town does not lie clear of the border of land"),
    ],
)
def test_a_witness_on_an_areas_border_is_refused(lon: float, problem: str | None) -> None:
    assert said(Point(lon, 45.15, 1.0), LAND) == problem


def test_the_border_between_joined_areas_is_none() -> None:
    east = Named("east", square(20.4, 45.0, 20.8, 45.3, accuracy_m=50.0))
    assert said(Point(20.4, 45.15), AnyOf((LAND, east))) is None
    assert said(Point(20.4, 45.15), LAND) is not None
    assert said(Point(20.8, 45.15), AnyOf((LAND, east))) is not None


def test_what_nobody_drew_refuses_no_witness() -> None:
    assert said(Point(20.0, 45.0), Named("nowhere", Undrawn("no map"))) is None


@pytest.mark.parametrize("length_m", [10_000.0, 25_000.0, 60_000.0])
def test_the_share_off_the_ends_is_that_of_two_half_discs(length_m: float) -> None:
    # A straight line of 222.4 km: two half discs of pi r^2 beside a band of 222.4 km times r.
    caps, band = 3.14159 * length_m**2, 222_378.0 * length_m
    share = off_ends_share(depth(BORDER, metres=length_m, toward=Point(21.0, 45.0)))
    assert share == pytest.approx(caps / (caps + band), abs=0.01)


def test_a_closed_line_has_no_ends() -> None:
    path = ((20.0, 45.0), (20.5, 45.0), (20.5, 45.4), (20.0, 45.4), (20.0, 45.0))
    loop = Named("loop", Line((path,), 1.0))
    assert off_ends_share(depth(loop, toward=Point(20.25, 45.2))) == 0.0


@pytest.mark.parametrize(
    "region",
    [
        depth(BORDER),
        depth(BORDER, metres=0.0, toward=Point(21.0, 45.0)),
        depth(BORDER, metres=float("inf"), toward=Point(21.0, 45.0)),
        depth(BORDER, toward=Undrawn("nobody")),
        depth(LAND, toward=Point(21.0, 45.0)),
    ],
)
def test_where_no_depth_lies_beside_a_line_there_is_no_share(region: Within) -> None:
    assert off_ends_share(region) is None
