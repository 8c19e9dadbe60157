"""The map of a result: what lies where, and what is not on it is counted."""

import pytest

from checker.outputs.drawing.scene import scene_of
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.outputs.drawing.made import gathered

AT = {"lon": 36.02, "lat": 33.2, "radius_m": 500.0}
GRAVE = finding(**AT)
OPEN = finding(standing=Standing.UNDETERMINED, **AT)


def test_findings_at_one_position_are_one_mark_of_the_gravest() -> None:
    scene = scene_of(gathered(OPEN, GRAVE, OPEN))
    (spot,) = scene.spots
    assert (spot.standing, spot.findings) == ("violation", (0, 1, 2))
    (disc,) = scene.discs
    assert disc.standing == "violation"


def test_places_have_bands_and_limits_lie_at_their_distance() -> None:
    scene = scene_of(gathered(GRAVE))
    river, zone = scene.places
    assert river.band.fills
    assert zone.shape.lines == ()
    (line,) = river.shape.lines
    assert {one.limit.end for one in scene.limits} == {"low", "high"}
    low = next(one for one in scene.limits if one.limit.end == "low")
    widest = max(piece[0].max() for piece in low.shape.lines)
    assert widest - line[0].mean() == pytest.approx(5_000.0, rel=0.01)


def test_the_first_view_shows_what_was_reported_and_counts_what_lies_far_off() -> None:
    far = finding(lon=100.0, lat=10.0)
    lost = finding()
    scene = scene_of(gathered(GRAVE, far, lost))
    assert scene.reach_m < 100_000.0
    assert (scene.beyond, scene.unplaced) == (1, 1)
    assert len(scene.spots) == 2


def test_a_lone_report_is_seen_with_the_nearest_place_and_limit() -> None:
    alone = finding(lon=36.03, lat=33.2, radius_m=300.0)  # 2.8 km from the river, 2.2 km to a limit
    scene = scene_of(gathered(alone))
    east = scene.centre[0]
    (river,) = [line for one in scene.places for line in one.shape.lines]
    low = [one for one in scene.limits if one.limit.end == "low"]
    limit_m = max(piece[0].max() for one in low for piece in one.shape.lines)
    assert abs(river[0].mean() - east) < scene.reach_m
    assert abs(limit_m - east) < scene.reach_m
    assert scene.reach_m < 10_000.0


def test_a_place_far_off_does_not_widen_the_first_view() -> None:
    scene = scene_of(gathered(finding(lon=36.9, lat=33.2)))  # 84 km from the river
    assert scene.reach_m < 5_000.0


def test_of_too_many_all_are_counted_in_squares() -> None:
    many = [finding(lon=36.0 + place / 50.0, lat=33.2) for place in range(20)]
    scene = scene_of(gathered(*many, most=5))
    assert len(scene.spots) == 5
    assert sum(one.counts.total() for one in scene.crowds) == 20
    assert {one.standing for one in scene.crowds} == {"violation"}
    assert scene_of(gathered(*many)).crowds == ()


def test_nothing_drawn_and_nothing_found_is_a_map_too() -> None:
    scene = scene_of(gathered(drawn=()))
    assert (scene.spots, scene.places, scene.limits) == ((), (), ())
    assert scene.reach_m > 0
