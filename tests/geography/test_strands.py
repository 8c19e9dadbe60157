import numpy as np
import pytest

from checker.geography.shapes import Line, Path
from checker.geography.strands import Strand, Stretch, strands_of
from tests.geography.oracle import discs, distance_m, edge_of, moved, positions

BORDER: Path = ((20.0, 44.0), (20.1, 45.0), (20.0, 46.0))


def strand_of(*paths: Path, accuracy_m: float = 0.0) -> Strand:
    (found,) = strands_of((Line(paths, accuracy_m),))
    return found


def lefts(strand: Strand, *places: tuple[float, float]) -> list[bool]:
    return [bool(side) for side in strand.stretch(*positions(*places)).is_left]


def open_at(
    strand: Strand, place: tuple[float, float], radius_m: float = 0.0, *, is_wide: bool = False
) -> bool:
    stretch: Stretch = strand.stretch(*positions(place))
    return bool(stretch.is_open(np.array([radius_m]), is_wide=is_wide)[0])


def test_left_is_left_of_the_direction_in_which_the_line_is_drawn() -> None:
    west, east = (19.9, 45.5), (20.2, 45.5)
    assert lefts(strand_of(BORDER), west, east) == [True, False]
    assert lefts(strand_of(BORDER[::-1]), west, east) == [False, True]


def test_the_sides_of_a_line_over_the_antimeridian_are_as_anywhere() -> None:
    strand = strand_of(((179.5, -17.0), (-179.5, -17.0)))
    assert lefts(strand, (180.0, -16.9), (-179.9, -17.1), (179.9, -17.1)) == [True, False, False]


def test_a_line_over_the_pole_has_two_sides() -> None:
    strand = strand_of(((0.0, 80.0), (180.0, 80.0)))
    assert lefts(strand, (-90.0, 85.0), (90.0, 85.0)) == [True, False]


def test_beyond_a_spike_every_position_lies_on_the_outer_side() -> None:
    # The line runs east, turns left, and comes back 11 km farther north: its tip points east.
    strand = strand_of(((20.0, 45.0), (20.5, 45.05), (20.0, 45.1)))
    beyond = [moved((20.5, 45.05), turn, 2_000.0) for turn in (30.0, 60.0, 90.0, 120.0, 150.0)]
    assert lefts(strand, *beyond) == [False] * 5
    assert lefts(strand, (20.3, 45.05), (20.49, 45.05), (20.3, 45.12)) == [True, True, False]


@pytest.mark.parametrize("turn_deg", [1.0, 40.0, 100.0, 170.0, 181.0, 220.0, 300.0, 355.0])
def test_sides_about_a_bend_are_those_of_the_angle(turn_deg: float) -> None:
    # Comes from the south, leaves toward ``turn_deg``; left is the angle from there round to 180.
    corner = (20.0, 45.0)
    strand = strand_of((moved(corner, 180.0, 5_000.0), corner, moved(corner, turn_deg, 5_000.0)))
    for azimuth in (2.5, 33.3, 88.8, 144.4, 178.5, 201.0, 266.6, 310.1, 358.7):
        is_right = (azimuth - turn_deg) % 360.0 < (180.0 - turn_deg) % 360.0
        for away_m in (0.02, 30.0, 900.0):
            spot = moved(corner, azimuth, away_m)
            assert lefts(strand, spot) == [not is_right], (azimuth, away_m)


def test_between_strands_five_metres_apart_the_nearer_one_tells_the_side() -> None:
    # East along the south, back west five metres north of it: what lies between is left.
    south = ((20.0, 45.0), (20.2, 45.0))
    turn = moved((20.2, 45.0), 0.0, 5.0)
    strand = strand_of((*south, turn, moved((20.0, 45.0), 0.0, 5.0)))
    middle = edge_of(*south, "geodesic")(0.5)
    spots = [moved(middle, 0.0, metres) for metres in (-20.0, -7.0, 1.0, 30.0)]
    feet = strand.stretch(*positions(*spots))
    assert feet.exact_m[2] < 2.5
    assert feet.is_left.tolist() == [False, False, True, False]


def test_a_line_is_as_vague_as_its_worst_near_part() -> None:
    good, bad = (
        Line((((20.0, 44.0), (20.0, 45.0)),), 10.0),
        Line((((20.0, 45.0), (20.0, 46)),), 900),
    )
    (strand,) = strands_of((good, bad))
    stretch = strand.stretch(*positions((20.01, 44.99)))
    away = distance_m((20.01, 44.99), (20.0, 44.99))
    assert stretch.exact_m[0] == pytest.approx(away, abs=0.01)
    assert stretch.most_m[0] == pytest.approx(away + 10.0, abs=0.01)
    assert stretch.least_m[0] < away - 300.0


@pytest.mark.parametrize(
    ("place", "is_open"),
    [((20.05, 45.5), False), ((20.0, 46.1), True), ((20.3, 46.5), True), ((20.0, 43.9), True)],
)
def test_off_the_ends_no_side_is_told(place: tuple[float, float], *, is_open: bool) -> None:
    assert open_at(strand_of(BORDER), place) is is_open


def test_a_disc_that_reaches_beyond_the_end_has_no_side() -> None:
    end = moved((20.0, 44.0), 4.0, 1_000.0)
    abreast = moved(end, 94.0, 500.0)
    assert open_at(strand_of(BORDER), abreast, radius_m=900.0) is False
    assert open_at(strand_of(BORDER), abreast, radius_m=1_100.0) is True


def test_a_far_disc_is_open_only_where_the_end_may_be_its_nearest() -> None:
    # 30 km inside the end and 500 m off the line, a disc of 5 km can't have the end as nearest.
    inside = moved(moved((20.0, 44.0), 4.0, 30_000.0), 94.0, 500.0)
    assert open_at(strand_of(BORDER), inside, radius_m=5_000.0) is False


def test_an_end_is_as_wide_as_its_accuracy() -> None:
    strand = strand_of(BORDER, accuracy_m=800.0)
    abreast = moved(moved((20.0, 44.0), 4.0, 500.0), 94.0, 100.0)
    assert open_at(strand, abreast) is False
    assert open_at(strand, abreast, is_wide=True) is True


def test_the_width_of_an_end_runs_on_over_a_joined_part() -> None:
    stub, rest = ((20.0, 43.999), (20.0, 44.0)), BORDER
    (strand,) = strands_of((Line((stub,), 800.0), Line((rest,), 800.0)))
    abreast = moved(moved((20.0, 44.0), 4.0, 600.0), 94.0, 100.0)
    assert open_at(strand, abreast, is_wide=True) is True


@pytest.mark.parametrize("gap_m", [0.0, 15.0, 25.0])
def test_ends_within_their_accuracies_are_joined(gap_m: float) -> None:
    start = moved((20.0, 46.0), 0.0, gap_m)
    lines = (Line((BORDER,), 10.0), Line(((start, (20.5, 46.5)),), 10.0))
    assert len(strands_of(lines)) == (1 if gap_m <= 20.0 else 2)


def test_parts_are_joined_whichever_way_they_are_drawn() -> None:
    parts = (BORDER, ((19.0, 43.0), (20.0, 44.0)), ((21.0, 47.0), (20.0, 46.0)))
    strand = strand_of(*parts)
    sides = lefts(strand, (19.4, 43.6), (20.0, 45.0), (20.4, 46.6))
    assert len(set(sides)) == 1
    assert open_at(strand, (20.02, 44.0)) is False


def test_the_nearest_ends_are_joined_first() -> None:
    fork = moved((20.0, 46.0), 0.0, 15.0)
    lines = (
        Line((BORDER,), 10.0),
        Line(((fork, (20.5, 46.5)),), 10.0),
        Line((((20.0, 46.0), (19.5, 46.5)),), 10.0),
    )
    joined = strands_of(lines)
    assert min(len(one.vertices_m) for one in joined) < 1_000
    assert len(joined) == 2


def test_lines_that_do_not_meet_keep_each_its_sides() -> None:
    assert len(strands_of((Line((BORDER, ((22.0, 44.0), (22.0, 45.0))), 10.0),))) == 2


def test_a_closed_line_has_an_inside_and_no_ends() -> None:
    loop = ((20.0, 45.0), (20.5, 45.0), (20.5, 45.4), (20.0, 45.4), (20.0, 45.0))
    strand = strand_of(loop)
    assert lefts(strand, (20.25, 45.2), (20.6, 45.2), (19.99, 44.99), (20.01, 45.01)) == [
        True,
        False,
        False,
        True,
    ]
    assert open_at(strand, (19.99, 44.99), radius_m=1e6, is_wide=True) is False


def test_a_line_shorter_than_its_accuracy_is_not_closed() -> None:
    strand = strand_of(((20.0, 45.0), (20.001, 45.0)), accuracy_m=500.0)
    assert strand.is_ring is False
    assert open_at(strand, (20.0005, 45.01), is_wide=True) is True


def test_a_lost_position_is_nowhere() -> None:
    lost = discs((np.nan, np.nan), radius_m=5.0)
    stretch = strand_of(BORDER).stretch(lost.lon_deg, lost.lat_deg)
    assert np.isnan(stretch.exact_m).all()
    assert stretch.is_open(lost.radius_m, is_wide=True).tolist() == [False]


def test_positions_are_taken_in_the_order_that_is_asked() -> None:
    stretch = strand_of(BORDER).stretch(*positions((20.05, 45.5), (20.0, 46.1)))
    turned = stretch.take(np.array([1, 0]))
    assert turned.exact_m.tolist() == stretch.exact_m.tolist()[::-1]
    assert turned.is_open(np.zeros(2), is_wide=False).tolist() == [True, False]


def test_abreast_of_an_end_is_not_beyond_it() -> None:
    # 100 km off, a chord of 500 m that points into the ground would put it 3 cm before the end.
    strand = strand_of(((20.0, 45.0), (20.0, 45.1)))
    abreast = [moved((20.0, 45.1), turn, 100_000.0) for turn in (90.0, -90.0)]
    assert strand.stretch(*positions(*abreast)).beyond_m.max(axis=0) == pytest.approx(0.0, abs=1e-3)


def test_outside_a_ring_that_leaves_a_gap_every_position_is_outside() -> None:
    # The gap is 5 m wide, and the corner that it cuts off seen from afar.
    start = moved((36.0, 33.0), 0.0, 21.0)
    east = ((36.000821962767084, 33.00006722130205), (36.00083125342641, 33.0001116202269))
    strand = strand_of((start, *east, (36.00000929067213, 33.000233751094626)), accuracy_m=20.0)
    assert strand.is_ring
    around = [moved((36.0, 33.0), turn, 40_000.0) for turn in np.arange(0.0, 360.0, 0.5)]
    assert set(lefts(strand, *around)) == {False}
    assert lefts(strand, (36.0004, 33.00015)) == [True]


@pytest.mark.parametrize("step_deg", [0.0, 90.0, 180.0, 250.0, 290.0])
def test_parts_whose_ends_lie_beside_each_other_have_the_sides_of_one_line(step_deg: float) -> None:
    # Both run east; the second begins up to 60 m north, south or short of the first one's end.
    joint = (36.0, 33.0)
    second = moved(joint, step_deg, 60.0)
    parts = (moved(joint, 270.0, 9_000.0), joint), (second, moved(second, 90.0, 9_000.0))
    strand = strand_of(*parts, accuracy_m=40.0)
    north = [moved(joint, turn, 5_000.0) for turn in np.arange(-60.0, 60.5, 0.5)]
    south = [moved(joint, turn, 5_000.0) for turn in np.arange(120.0, 240.5, 0.5)]
    assert set(lefts(strand, *north)) == {True}
    assert set(lefts(strand, *south)) == {False}


def whole(strand: Strand, place: tuple[float, float], radius_m: float) -> bool:
    return bool(strand.is_whole(*positions(place), np.array([radius_m]))[0])


def test_a_disc_is_whole_across_the_line_but_not_across_its_continuation() -> None:
    strand = strand_of(BORDER)
    assert whole(strand, (20.1, 45.0), 5_000.0)
    beyond = moved((20.0, 46.0), 355.0, 30_000.0)
    assert not whole(strand, beyond, 5_000.0)
    assert whole(strand, moved((20.0, 46.0), 60.0, 30_000.0), 5_000.0)


def test_a_disc_is_not_whole_on_a_bridge_or_a_seam() -> None:
    south, north = ((20.0, 44.0), (20.0, 45.0)), ((20.0, 45.001), (20.0, 46.0))
    bridged = strand_of(south, north, accuracy_m=100.0)
    assert not whole(bridged, (20.0, 45.0005), 50.0)
    assert whole(bridged, (20.0, 44.5), 50.0)
    turns = np.arange(0.0, 400.0, 20.0)
    six = strand_of(tuple(moved((20.0, 45.0), turn, 2_000.0 + 10.0 * turn) for turn in turns))
    spots = positions(*(moved((20.0, 45.0), turn, 9_000.0) for turn in range(0, 360, 5)))
    assert not six.is_whole(*spots, np.full(72, 1_000.0)).all()


def test_a_ring_has_no_ground_on_which_sides_part() -> None:
    corners = [moved((20.0, 45.0), turn, 5_000.0) for turn in (0.0, 120.0, 240.0)]
    strand = strand_of((*corners, corners[0]))
    assert strand.is_ring
    assert whole(strand, (20.0, 45.0), 50_000.0)
