import numpy as np
import pytest

from checker.geography import searched
from checker.geography.extent import extent_of
from checker.geography.field import compile_field
from checker.geography.region import Length, Named, Region, Within
from checker.geography.searched import Disc, Ground, answers_of, rooms_of
from checker.geography.shapes import Point
from checker.values.truth import Truth
from checker.values.verdict import Reason
from tests.geography.oracle import distance_m, square

WEST = Named("west", square(20.0, 45.0, 20.2, 45.2))
GATE = Named("gate", Point(20.4, 45.1))
OFF_M = distance_m((20.4, 45.1), (20.2, 45.1))


def ground(disc: Disc | None = None) -> Ground:
    extent = disc or extent_of(WEST)
    assert extent is not None
    return disc, extent


def answer(region: Region, disc: Disc | None = None) -> tuple[int, int]:
    truth, doubts = answers_of(compile_field(region), compile_field(WEST), [ground(disc)])
    return int(truth[0]), int(doubts[0])


def room_m(region: Region, disc: Disc | None = None) -> float:
    return float(rooms_of(compile_field(region), compile_field(WEST), [ground(disc)])[0])


def within(metres: float, *of: Named) -> Within:
    return Within(Length(metres, metres, f"{metres:g} m"), of)


@pytest.mark.parametrize(("metres", "truth"), [(15_000.0, Truth.FALSE), (40_000.0, Truth.TRUE)])
def test_ground_is_decided_where_every_cell_agrees(metres: float, truth: Truth) -> None:
    assert answer(within(metres, GATE)) == (int(truth), 0)


def test_ground_with_two_answers_is_vague() -> None:
    found = answer(within(20_000.0, GATE))
    assert found == (int(Truth.UNKNOWN), int(Reason.PLACE_VAGUE))


@pytest.mark.parametrize("gap_m", [3.0, 30.0, 700.0, 9_000.0])
def test_the_room_of_ground_is_that_of_its_nearest_place_or_little_less(gap_m: float) -> None:
    found_m = room_m(within(OFF_M - gap_m, GATE))
    assert 0.99 * gap_m - 1.01 <= found_m <= gap_m + 1e-3


def test_only_what_the_disc_leaves_of_the_ground_counts() -> None:
    found_m = room_m(within(OFF_M - 700.0, GATE), (20.1, 45.1, 2_000.0))
    true_m = distance_m((20.1, 45.1), (20.4, 45.1)) - 2_000.0 - OFF_M + 700.0
    assert 0.99 * true_m - 1.01 <= found_m <= true_m + 1e-3


def test_room_that_takes_too_many_cells_is_not_told() -> None:
    # 75 km of border, all of it 60 m from the limit.
    assert answer(within(60.0, WEST)) == (int(Truth.TRUE), 0)
    assert np.isnan(room_m(within(60.0, WEST)))
    assert room_m(within(20_000.0, WEST)) == pytest.approx(20_000.0, rel=0.0101)


def test_grounds_looked_at_together_are_answered_as_each_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(searched, "_AT_ONCE", 16)
    rng = np.random.default_rng(11)
    spots = rng.uniform((19.98, 44.98, 0.0), (20.22, 45.22, 9_000.0), (38, 3)).tolist()
    grounds = [ground(), *(ground((lon, lat, radius_m)) for lon, lat, radius_m in spots), ground()]
    area = compile_field(WEST)
    told = set()
    for near_m, of in ((60.0, WEST), (20_000.0, GATE), (OFF_M - 700.0, GATE)):
        region = compile_field(within(near_m, of))
        truth, doubts = answers_of(region, area, grounds)
        rooms = rooms_of(region, area, grounds)
        told |= {*truth.tolist()}
        for at, one in enumerate(grounds):
            alone = answers_of(region, area, [one])
            assert (int(truth[at]), int(doubts[at])) == (int(alone[0][0]), int(alone[1][0]))
            assert rooms_of(region, area, [one])[0] == pytest.approx(rooms[at], nan_ok=True)
    assert told == {Truth.FALSE, Truth.UNKNOWN, Truth.TRUE}
