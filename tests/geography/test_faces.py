import numpy as np
import shapely

from checker.geography.faces import faces_of
from checker.geography.outlines import Outline


def square(west: float, south: float, east: float, north: float, part: int) -> Outline:
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return Outline(np.array(corners, dtype=np.float64), np.zeros(4), part)


ONE, OTHER = square(0.0, 0.0, 10.0, 10.0, 0), square(5.0, 5.0, 15.0, 15.0, 1)


def area(parts: list[list[np.ndarray]]) -> float:
    return sum(float(shapely.Polygon(rings[0], rings[1:]).area) for rings in parts)


def test_two_squares_that_overlap_cut_three_faces() -> None:
    faces = faces_of([ONE, OTHER])
    held, beside = faces.held_by([[ONE.xy_m]]), faces.held_by([[OTHER.xy_m]])
    assert len(faces) == 3
    assert (held.sum(), beside.sum(), (held & beside).sum()) == (2, 2, 1)
    assert area(faces.joined(held | beside)) == 175.0
    assert area(faces.joined(held & ~beside)) == 75.0


def test_faces_join_without_the_edges_between_them() -> None:
    east = square(10.0, 0.0, 20.0, 10.0, 1)
    faces = faces_of([ONE, east])
    ((outer,),) = faces.joined(np.ones(len(faces), dtype=np.bool_))
    assert not ((outer[:, 0] == 10.0) & (outer[:, 1] > 0.0) & (outer[:, 1] < 10.0)).any()


def test_a_hole_is_a_face_that_its_polygon_does_not_hold() -> None:
    lake = square(2.0, 2.0, 4.0, 4.0, 0)
    faces = faces_of([ONE, lake])
    held = faces.held_by([[ONE.xy_m, lake.xy_m]])
    assert held.sum() == 1
    ((outer, hole),) = faces.joined(held)
    assert (np.ptp(outer[:, 0]), np.ptp(hole[:, 0])) == (10.0, 2.0)


def test_a_spiked_ring_holds_what_it_encloses() -> None:
    spiked = np.array([(0, 0), (10, 0), (10, 5), (30, 5), (10, 5), (10, 10), (0, 10), (0, 0)])
    faces = faces_of([ONE])
    assert faces.held_by([[spiked.astype(np.float64)]]).tolist() == [True]


def test_what_is_thinner_than_a_millimetre_is_no_ground_and_no_hole() -> None:
    sliver = square(20.0, 0.0, 20.0005, 10.0, 1)
    crack = square(5.0, 2.0, 5.0005, 8.0, 0)
    faces = faces_of([ONE, sliver, crack])
    held = faces.held_by([[ONE.xy_m, crack.xy_m], [sliver.xy_m]])
    assert [len(rings) for rings in faces.joined(held)] == [1]


def test_without_outlines_there_is_no_face() -> None:
    faces = faces_of([])
    assert len(faces) == 0
    assert faces.joined(np.empty(0, dtype=np.bool_)) == []
