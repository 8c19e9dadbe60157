import numpy as np
import pytest

from checker.geography.chords import Chords, axes_of
from checker.geography.edges import densify
from checker.geography.geodesic import chord_slack_m, ecef
from checker.geography.shapes import Edges, Path
from checker.geography.strokes import Strokes
from tests.geography.oracle import bound_m, distance_m, line_distance_m, moved, positions

HAIRPIN: Path = ((36.0, 33.0), (36.2, 33.05), (36.00001, 33.00004))
WINDING: Path = ((36.0, 33.0), (36.05, 33.2), (36.3, 33.1), (36.31, 33.4), (36.1, 33.5))

SPIKE: Path = ((36.0, 33.0), (36.2, 33.0), (36.20001, 33.3), (36.20002, 33.0), (36.4, 33.0))
STRANDS: tuple[Path, ...] = (((36.0, 33.0), (36.5, 33.2)), ((36.0, 33.00005), (36.5, 33.20005)))
FIJI: Path = ((179.7, -17.0), (-179.8, -17.2), (179.9, -17.4), (-179.9, -17.5))
POLE: Path = ((0.0, 89.5), (120.0, 89.9), (-120.0, 89.6), (0.0, 89.5))
LINES: dict[str, tuple[Path, ...]] = {
    "hairpin": (HAIRPIN,),
    "winding": (WINDING,),
    "spike": (SPIKE,),
    "two lines 5 m apart": STRANDS,
    "across the antimeridian": (FIJI,),
    "about the pole": (POLE,),
}


def strokes_of(*paths: Path, edges: Edges = "geodesic") -> Strokes:
    return Strokes([densify(path, edges) for path in paths])


def wrong(paths: tuple[Path, ...], edges: Edges, spots: list[tuple[float, float]]) -> list[str]:
    """List the positions whose distance is off by more than the design allows."""
    found = strokes_of(*paths, edges=edges).distance_m(*positions(*spots))
    true = [line_distance_m(paths, edges, spot) for spot in spots]
    return [
        f"{spot}: {got} instead of {want}"
        for spot, got, want in zip(spots, found.tolist(), true, strict=True)
        if abs(got - want) > bound_m(want)
    ]


def about(path: Path, reaches_m: list[float], seed: int) -> list[tuple[float, float]]:
    rng = np.random.default_rng(seed)
    starts = [path[int(rng.integers(len(path)))] for _ in reaches_m]
    return [
        moved(start, float(rng.uniform(0.0, 360.0)), reach_m)
        for start, reach_m in zip(starts, reaches_m, strict=True)
    ]


@pytest.mark.parametrize("edges", ["geodesic", "planar"])
def test_distances_are_good_to_a_millimetre(edges: Edges) -> None:
    reaches = [0.0, 0.5, 20.0, 900.0, 24_140.0, 60_000.0, 300_000.0] * 2
    assert wrong((WINDING,), edges, about(WINDING, reaches, seed=1)) == []


@pytest.mark.parametrize("reach_m", [500_000.0, 2_000_000.0, 5_000_000.0])
def test_distances_from_afar_are_as_good(reach_m: float) -> None:
    # Abreast of a quarter of a segment, where the foot on its chord is off the most.
    path = ((36.0, 33.0), moved((36.0, 33.0), 40.0, 500.0))
    spots = [moved(moved(path[0], 40.0, 125.0), 40.0 + turn, reach_m) for turn in (90.0, -90.0)]
    assert wrong((path,), "geodesic", spots) == []


def test_every_spot_counts_and_a_path_that_stands_still_is_one() -> None:
    spots: tuple[Path, ...] = (((36.0, 33.0),), ((36.2, 33.0),), ((36.4, 33.0), (36.4, 33.0)))
    strokes = strokes_of(*spots)
    assert len(strokes) == 3
    at = strokes.nearest(*positions((36.0, 33.0), (36.2, 33.0), (36.4, 33.0)))
    assert at.distance_m == pytest.approx([0.0, 0.0, 0.0], abs=1e-6)
    assert at.segment.tolist() == [0, 1, 2]


def test_whatever_is_near_may_be_near() -> None:
    reaches = np.random.default_rng(4).uniform(0.0, 40_000.0, 3_000).tolist()
    lon, lat = positions(*about(WINDING, reaches, seed=4))
    strokes = strokes_of(WINDING)
    may, is_near = strokes.may_be_near(lon, lat, 1_500.0), strokes.distance_m(lon, lat) <= 1_500.0
    assert may[is_near].all()
    assert may.sum() < 4 * is_near.sum()


def test_the_places_nearest_to_others_stand_in_order_between_the_vertices() -> None:
    path = ((36.0, 33.0), (36.0, 33.003), (36.004, 33.003))
    lon, lat = strokes_of(path).spots(*positions((36.001, 33.002), (35.999, 33.001)))
    assert lat == pytest.approx([33.0, 33.001, 33.002, 33.003], abs=1e-6)
    assert lon == pytest.approx([36.0] * 4, abs=1e-9)


@pytest.mark.parametrize("edges", ["geodesic", "planar"])
def test_a_hairpin_whose_strands_lie_five_metres_apart_is_as_good(edges: Edges) -> None:
    spots = about(HAIRPIN, [1.0, 2.4, 2.6, 5.0, 40.0, 3_000.0, 24_140.0], seed=2)
    # Half way between the strands, where the nearest vertex belongs to the wrong one.
    spots += [(36.05003, 33.01254), (36.100015, 33.02504), (36.15, 33.0376)]
    assert wrong((HAIRPIN,), edges, spots) == []


@pytest.mark.parametrize(
    "path",
    [
        ((179.8, -17.0), (-179.7, -16.8), (179.9, -16.0)),
        ((20.0, 89.0), (140.0, 89.5), (-100.0, 89.2)),
        ((20.0, -89.9), (-160.0, -89.9)),
    ],
)
def test_the_antimeridian_and_the_poles_are_no_edges(path: Path) -> None:
    spots = about(path, [0.0, 3.0, 500.0, 20_000.0, 150_000.0], seed=3)
    assert wrong((path,), "geodesic", spots) == []


def test_the_two_names_of_the_antimeridian_are_one() -> None:
    lon, lat = positions((180.0, -16.9), (-180.0, -16.9))
    one, other = strokes_of(((179.0, -17.0), (-179.0, -16.0))).distance_m(lon, lat)
    assert one == pytest.approx(other, abs=1e-8)


@pytest.mark.parametrize("spot", [(0.0, 0.0), (-75.0, 40.0), (151.0, -33.0), (-144.0, -33.1)])
def test_a_position_on_the_other_side_of_the_world_is_measured_too(
    spot: tuple[float, float],
) -> None:
    assert wrong((WINDING,), "geodesic", [spot]) == []


def test_parts_are_not_bridged() -> None:
    parts: tuple[Path, ...] = (((36.0, 33.0), (36.1, 33.0)), ((36.3, 33.0), (36.4, 33.0)))
    assert wrong(parts, "geodesic", [(36.2, 33.0), (36.19, 33.001)]) == []


def test_a_doubled_vertex_changes_nothing() -> None:
    doubled = (WINDING[0], *WINDING, WINDING[-1])
    spots = positions(*about(WINDING, [5.0, 700.0, 9_000.0], seed=4))
    assert strokes_of(doubled).distance_m(*spots).tolist() == (
        strokes_of(WINDING).distance_m(*spots).tolist()
    )


def test_a_path_of_one_vertex_is_measured_as_a_point() -> None:
    found = strokes_of(((36.0, 33.0),)).distance_m(*positions((36.1, 33.1)))
    assert found == pytest.approx([distance_m((36.0, 33.0), (36.1, 33.1))], abs=1e-6)


def test_a_lost_position_has_no_distance_and_spoils_no_other() -> None:
    lost = (np.nan, 33.0)
    found = strokes_of(WINDING).distance_m(*positions((36.0, 33.0), lost, (36.05, 33.2)))
    assert np.isnan(found).tolist() == [False, True, False]


def test_an_answer_does_not_hang_on_how_positions_are_batched() -> None:
    spots = about(HAIRPIN, [2.5] * 40, seed=5)
    strokes = strokes_of(HAIRPIN)
    whole = strokes.nearest(*positions(*spots))
    alone = [strokes.nearest(*positions(spot)) for spot in spots]
    assert whole.distance_m.tolist() == [one.distance_m[0] for one in alone]
    assert whole.segment.tolist() == [one.segment[0] for one in alone]


def test_the_foot_says_where_along_the_line() -> None:
    feet = strokes_of(((36.0, 33.0), (36.0, 33.0008))).nearest(*positions((36.001, 33.0004)))
    assert (feet.segment[0], feet.share[0]) == (0, pytest.approx(0.5, abs=1e-3))


@pytest.mark.parametrize("name", LINES)
def test_many_points_at_once_are_measured_as_each_alone_to_the_last_bit(name: str) -> None:
    rng = np.random.default_rng(11)
    count = 5000
    middle = np.array(LINES[name][0][0])
    # Near, a little off and far: some lie where lists are made and some where none are.
    spread = rng.choice([0.002, 0.2, 3.0, 20.0], count)[:, None]
    spots = middle + rng.uniform(-1.0, 1.0, size=(count, 2)) * spread
    lon = (spots[:, 0] + 180.0) % 360.0 - 180.0
    lat = np.clip(spots[:, 1], -90.0, 90.0)
    lon[7] = np.nan
    whole = strokes_of(*LINES[name]).nearest(lon, lat)
    for first in range(0, 600, 60):
        some = slice(first, first + 60)
        few = strokes_of(*LINES[name]).nearest(lon[some], lat[some])  # too few for lists
        assert whole.distance_m[some].tobytes() == few.distance_m.tobytes()
        assert whole.segment[some].tobytes() == few.segment.tobytes()
        assert whole.share[some].tobytes() == few.share.tobytes()


@pytest.mark.parametrize("name", LINES)
def test_a_rough_foot_is_as_near_but_for_what_a_chord_deceives(name: str) -> None:
    strokes = strokes_of(*LINES[name])
    rng = np.random.default_rng(5)
    lon, lat = (LINES[name][0][0] + rng.uniform(-0.4, 0.4, (300, 2))).T
    lat = np.minimum(lat, 90.0)
    exact_m = strokes.distance_m(lon, lat)
    rough_m = strokes.distance_m(lon, lat, about_m=ecef(lon, lat))
    assert (np.abs(exact_m - rough_m) <= chord_slack_m(exact_m)).all()


def test_every_segment_within_a_reach_is_found_and_no_other() -> None:
    strokes = strokes_of(WINDING)
    lon, lat = positions((36.1, 33.2), (36.0, 33.0), (36.5, 33.5))
    reach_m = strokes.distance_m(lon, lat) + np.array([10.0, 5_000.0, 40_000.0])
    near = strokes.within(lon, lat, reach_m)
    chords = Chords(strokes.start_m, strokes.end_m)
    for row in range(3):
        every = np.arange(len(strokes))
        at = np.full(len(strokes), row)
        away_m = chords.nearness(axes_of(ecef(lon, lat)), at, every).chord_m
        found = near.piece[near.point == row]
        assert np.unique(found).tolist() == np.flatnonzero(away_m <= reach_m[row]).tolist()
