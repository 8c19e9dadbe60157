import numpy as np
import shapely

from checker.geography.outlines import Outline, agreed, stretches_of


def ring(*corners: tuple[float, float], part: int, accuracy_m: float = 1.0) -> Outline:
    xy = np.array([*corners, corners[0]], dtype=np.float64)
    return Outline(xy, np.full(len(corners), accuracy_m), part)


def box(
    west: float, south: float, east: float, north: float, *, part: int, accuracy_m: float = 1.0
) -> Outline:
    corners = ((west, south), (east, south), (east, north), (west, north))
    return ring(*corners, part=part, accuracy_m=accuracy_m)


def polygons(outlines: list[Outline]) -> list[shapely.Polygon]:
    return [shapely.Polygon(outline.xy_m) for outline in outlines]


def test_neighbours_with_other_vertices_run_along_the_same_ones() -> None:
    west = box(0.0, 0.0, 100.0, 100.0, part=0)
    # The same border, drawn 0.6 m off and cut elsewhere.
    east = ring((100.6, 0.0), (200.0, 0.0), (200.0, 100.0), (100.6, 100.0), (99.5, 37.0), part=1)
    one, other = polygons(agreed([west, east]))
    assert one.area == 10_000.0
    assert len(shapely.union(one, other).interiors) == 0
    assert shapely.intersection(one, other).area == 0.0


def test_a_t_junction_leaves_no_sliver() -> None:
    south = box(0.0, 0.0, 200.0, 100.0, part=0)
    west = box(0.0, 100.3, 90.0, 200.0, part=1)
    east = box(90.0, 99.8, 200.0, 200.0, part=2)
    whole = shapely.union_all(polygons(agreed([south, west, east])))
    assert (whole.geom_type, len(whole.interiors)) == ("Polygon", 0)


def test_what_lies_two_metres_apart_stays_apart() -> None:
    before = [box(0.0, 0.0, 100.0, 100.0, part=0), box(102.0, 0.0, 200.0, 100.0, part=1)]
    after = agreed(before)
    assert [outline.xy_m.tolist() for outline in after] == [
        outline.xy_m.tolist() for outline in before
    ]


def test_where_outlines_cross_neither_is_moved() -> None:
    # A corner of the second lies 0.4 m from an edge of the first, and no stretch runs along it.
    before = [box(0.0, 0.0, 100.0, 100.0, part=0), ring((50, 99.6), (90, 300), (10, 300), part=1)]
    after = polygons(agreed(before))
    assert [round(ground.area, 9) for ground in after] == [
        round(ground.area, 9) for ground in polygons(before)
    ]


def test_where_outlines_cross_at_a_flat_angle_neither_is_moved() -> None:
    # They lie within a metre of each other for 66 m, with vertices of both in that stretch.
    first = ring((0, 0), (480, 0), (500, 0), (1000, 0), (1000, -200), (0, -200), part=0)
    second = ring((0, -15), (490, -0.3), (520, 0.6), (1000, 15), (1000, 200), (0, 200), part=1)
    before = polygons([first, second])
    after = polygons(agreed([first, second]))
    assert [ground.area for ground in after] == [ground.area for ground in before]


def test_a_flag_holds_on_stretches_of_a_ring_over_its_end_too() -> None:
    flags = np.array([True, False, True, True, False, True])
    assert [stretch.tolist() for stretch in stretches_of(flags)] == [[2, 3], [5, 0]]
    assert [stretch.tolist() for stretch in stretches_of(~flags)] == [[1], [4]]
    assert [stretch.tolist() for stretch in stretches_of(np.ones(3, dtype=np.bool_))] == [[0, 1, 2]]
    assert list(stretches_of(np.zeros(3, dtype=np.bool_))) == []


def test_where_outlines_part_the_rest_of_each_stays_where_it_is() -> None:
    first = box(0.0, 0.0, 100.0, 100.0, part=0)
    second = ring((100.5, 0.0), (100.5, 50.0), (150.0, 100.0), (150.0, 0.0), part=1)
    led = agreed([first, second])[1].xy_m.tolist()
    assert [100.5, 50.0] in led
    assert [150.0, 100.0] in led


def test_an_outline_drawn_twice_is_the_same_outline() -> None:
    first = box(0.0, 0.0, 100.0, 100.0, part=0)
    second = ring((99.7, 0.2), (99.8, 100.1), (0.3, 99.9), (0.1, -0.1), (50, 0.4), part=1)
    one, other = polygons(agreed([first, second]))
    assert shapely.symmetric_difference(one, other).area == 0.0


def test_each_segment_keeps_the_accuracy_of_its_outline() -> None:
    first = box(0.0, 0.0, 100.0, 100.0, part=0, accuracy_m=5.0)
    second = box(100.5, 30.0, 200.0, 70.0, part=1, accuracy_m=9.0)
    after = agreed([first, second])
    assert [set(outline.accuracy_m.tolist()) for outline in after] == [{5.0}, {9.0}]
    assert all(len(outline.xy_m) == len(outline) + 1 for outline in after)


def test_rings_of_one_part_are_not_joined() -> None:
    before = [box(0.0, 0.0, 100.0, 100.0, part=0), box(0.5, 0.5, 99.5, 99.5, part=0)]
    assert [len(outline) for outline in agreed(before)] == [4, 4]


def test_a_spike_of_one_outline_is_not_walked_by_the_other() -> None:
    first = ring(
        (0, 0), (100, 0), (100, 50), (140, 50.2), (100, 50.4), (100, 100), (0, 100), part=0
    )
    second = box(100.0, 0.0, 200.0, 100.0, part=1)
    one, other = polygons(agreed([first, second]))
    assert other.is_valid
    assert shapely.union(one, other).area > 19_999.0


def test_nothing_agrees_with_nothing() -> None:
    assert agreed([]) == []
