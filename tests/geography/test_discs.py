import numpy as np

from tests.geography.oracle import discs


def test_discs_are_taken_in_the_order_that_is_asked() -> None:
    three = discs((1.0, 10.0), (2.0, 20.0), (3.0, 30.0), radius_m=5.0)
    assert three.take(np.array([2, 0])).lon_deg.tolist() == [3.0, 1.0]
    assert len(three) == 3


def test_discs_of_another_radius_have_the_same_centres_and_no_named_area() -> None:
    wide = discs((1.0, 10.0), (2.0, 20.0), radius_m=5.0, area=3).with_radius(90.0)
    assert wide.lon_deg.tolist() == [1.0, 2.0]
    assert (wide.radius_m.tolist(), wide.area.tolist()) == ([90.0, 90.0], [-1, -1])


def test_discs_without_their_areas_keep_their_radii() -> None:
    alone = discs((1.0, 10.0), radius_m=5.0, area=3).alone()
    assert (alone.radius_m.tolist(), alone.area.tolist()) == ([5.0], [-1])


def test_what_is_known_of_centres_is_shared_by_them_alone() -> None:
    several = discs((1.0, 10.0), (2.0, 20.0), radius_m=5.0)
    several.known["border"] = "measured"
    assert several.with_radius(9.0).known == {"border": "measured"}
    assert several.alone().known == {"border": "measured"}
    assert several.take(np.array([1])).known == {}
