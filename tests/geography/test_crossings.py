import pytest

from checker.geography.crossings import crossing_of
from checker.geography.shapes import Line, Path
from checker.geography.strands import strands_of
from tests.geography.oracle import Place, distance_m, moved, path_distance_m

START: Place = (36.0, 33.0)
LEG: Path = (START, moved(START, 200.0, 3_000.0))
HALF_WAY = moved(START, 200.0, 1_200.0)


def meeting(*paths: Path, accuracy_m: float = 0.0) -> Place | None:
    (strand,) = strands_of(tuple(Line((path,), accuracy_m) for path in paths))
    return crossing_of(strand)


def stub(short_m: float) -> Path:
    """Return a line whose start lies so far short of its own later leg, past it if negative."""
    side = 290.0 if short_m < 0.0 else 110.0
    back = moved(HALF_WAY, side, abs(short_m))
    return (back, moved(START, 110.0, 80.0), *LEG)


def test_a_line_that_keeps_clear_of_itself_has_two_sides() -> None:
    assert meeting(LEG) is None
    assert meeting(stub(5.0)) is None
    assert meeting(stub(0.02)) is None


@pytest.mark.parametrize("short_m", [-50.0, -0.0001, 0.0, 0.0001, 0.009])
def test_a_line_that_meets_itself_is_found_with_the_place(short_m: float) -> None:
    found = meeting(stub(short_m))
    assert found is not None
    assert path_distance_m(LEG, "geodesic", found) < 0.02


def test_a_spike_that_comes_back_on_itself_has_no_two_sides() -> None:
    assert meeting((START, moved(START, 90.0, 900.0), moved(START, 90.0, 300.0))) is not None


def test_a_figure_of_eight_is_found_though_it_comes_back_to_its_start() -> None:
    corners = [moved(START, turn, 2_000.0) for turn in (45.0, 225.0, 315.0, 135.0)]
    found = meeting((*corners, corners[0]))
    assert found is not None
    assert distance_m(found, START) < 1.0


def test_a_ring_has_an_inside_and_an_outside() -> None:
    corners = [moved(START, turn, 2_000.0) for turn in (0.0, 90.0, 180.0, 270.0)]
    assert meeting((*corners, corners[0])) is None
    assert meeting((*corners, moved(corners[0], 5.0, 30.0)), accuracy_m=40.0) is None


def test_a_doubled_vertex_and_a_sharp_bend_are_no_crossing() -> None:
    tip = moved(START, 90.0, 900.0)
    assert meeting((START, tip, tip, moved(START, 91.0, 10.0))) is None
    assert meeting((START, moved(START, 90.0, 0.005), tip)) is None


def test_parts_that_are_joined_may_cross_too() -> None:
    far = moved(LEG[1], 20.0, 40.0)
    assert meeting(LEG, (LEG[1], moved(LEG[1], 90.0, 500.0), moved(far, 290.0, 900.0))) is not None


def test_the_antimeridian_is_no_crossing() -> None:
    assert meeting(((179.9, -17.0), (-179.9, -17.0), (179.95, -17.2))) is None
