from checker.geography.chains import Chain, bridged, chains_of, is_ring, turned
from checker.geography.shapes import Line, Path
from tests.geography.oracle import positions

WEST: Path = ((20.0, 45.0), (20.1, 45.0))
EAST: Path = ((20.1002, 45.0), (20.3, 45.0))


def joined(*paths: Path, accuracy_m: float = 0.0) -> tuple[Chain, ...]:
    return chains_of(tuple(Line((path,), accuracy_m) for path in paths))


def test_parts_are_joined_in_one_direction_whichever_way_they_are_drawn() -> None:
    for parts in ((WEST, EAST), (WEST, EAST[::-1]), (EAST[::-1], WEST)):
        (chain,) = joined(*parts, accuracy_m=10.0)
        drawn = [part.path for part in chain]
        assert drawn in ([WEST, EAST], [EAST[::-1], WEST[::-1]])


def test_what_no_accuracy_bridges_stays_apart() -> None:
    assert len(joined(WEST, EAST, accuracy_m=7.0)) == 2


def test_a_turned_chain_runs_the_other_way() -> None:
    (chain,) = joined(WEST, EAST, accuracy_m=10.0)
    assert [part.path for part in turned(chain)] == [part.path[::-1] for part in chain[::-1]]
    assert turned(turned(chain)) == chain


def test_a_gap_is_bridged_and_none_needs_no_bridge() -> None:
    west, east = positions(*WEST), positions(*EAST)
    whole = bridged([west, east], is_closed=False)
    assert whole is not None
    assert whole[0].tolist() == [20.0, 20.1, 20.1, 20.1002, 20.1002, 20.3]
    assert bridged([west], is_closed=False) is None


def test_a_line_is_a_ring_where_its_ends_meet_within_what_is_known_of_them() -> None:
    corner = (20.2, 45.2)
    for gap_deg, accuracy_m, ring in ((0.0, 0.0, True), (0.0001, 6.0, True), (0.0001, 1.0, False)):
        (chain,) = joined((*WEST, corner, (20.0 + gap_deg, 45.0)), accuracy_m=accuracy_m)
        assert is_ring(chain) == ring
