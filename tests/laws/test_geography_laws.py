"""What holds for every line, area and position, wherever on earth they lie."""

import itertools

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.geography.dissolve import dissolve
from checker.geography.edges import densify
from checker.geography.field import compile_field
from checker.geography.geodesic import geodetic
from checker.geography.ground import ground_of
from checker.geography.region import (
    AllOf,
    AnyOf,
    Length,
    Named,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)
from checker.geography.rings import AGREE_M
from checker.geography.shapes import Area, Line, Path, Point
from checker.geography.sides import line_problem, witness_problem
from checker.geography.strokes import Strokes
from checker.values.truth import Truth
from tests.geography.oracle import Place, bound_m, discs, distance_m, edge_of, moved, positions
from tests.laws.settings import law
from tests.laws.strategies_geography import (
    BASES,
    LIMITS_M,
    areas,
    at_limit,
    bands,
    coils,
    depths,
    lines,
    near,
)
from tests.reference_lines import strands

FALSE, UNKNOWN, TRUE = int(Truth.FALSE), int(Truth.UNKNOWN), int(Truth.TRUE)


def truth(region: Region, place: Place, radius_m: float = 0.0) -> int:
    return int(compile_field(region).truth(discs(place, radius_m=radius_m))[0])


def strokes_of(line: Line) -> Strokes:
    return Strokes([densify(path, line.edges) for path in line.paths])


def within(line: Line, limit_m: float) -> Within:
    return Within(Length(limit_m, limit_m, f"{limit_m:g} m"), (Named("border", line),))


def moved_line(line: Line, azimuth: float, length_m: float) -> Line:
    """Return a line all of whose vertices lie ``length_m`` from where they lay."""
    paths = tuple(tuple(moved(v, azimuth, length_m) for v in path) for path in line.paths)
    return Line(paths, 0.0, line.edges)


# ---- a distance ----


@law
@given(st.data())
def test_a_distance_is_karneys_along_every_edge(data: st.DataObject) -> None:
    drawn = data.draw(lines())
    place = data.draw(near(drawn.base))
    found = strokes_of(drawn.line).distance_m(*positions(place))[0]
    true = drawn.away_m(place)
    assert abs(found - true) <= bound_m(true)


@law
@given(st.data())
def test_a_distance_changes_by_no_more_than_one_walks(data: st.DataObject) -> None:
    drawn = data.draw(lines())
    place, other = data.draw(near(drawn.base)), data.draw(near(drawn.base))
    one, two = strokes_of(drawn.line).distance_m(*positions(place, other)).tolist()
    assert abs(one - two) <= distance_m(place, other) + 2.0 * bound_m(one)


@law
@given(st.data(), st.floats(0.0, 1.0))
def test_what_lies_on_an_edge_has_no_distance(data: st.DataObject, share: float) -> None:
    drawn = data.draw(lines())
    path = drawn.line.paths[0]
    spots = [edge_of(a, b, drawn.line.edges)(share) for a, b in itertools.pairwise(path)]
    assert strokes_of(drawn.line).distance_m(*positions(*spots)).max() <= bound_m(0.0)


@law
@given(st.data(), st.sampled_from((-360.0, 360.0)))
def test_a_whole_turn_changes_no_distance(data: st.DataObject, turn: float) -> None:
    drawn = data.draw(lines())
    place = data.draw(near(drawn.base))
    paths = tuple(tuple((lon + turn, lat) for lon, lat in path) for path in drawn.line.paths)
    turned = Line(paths, drawn.line.accuracy_m, drawn.line.edges)
    one, other = (
        strokes_of(line).distance_m(*positions(place))[0] for line in (drawn.line, turned)
    )
    assert abs(one - other) <= 1e-6


@law
@given(st.data())
def test_a_vertex_on_an_edge_changes_no_distance(data: st.DataObject) -> None:
    drawn = data.draw(lines())
    place = data.draw(near(drawn.base))
    path = drawn.line.paths[0]
    more = [edge_of(a, b, drawn.line.edges)(0.37) for a, b in itertools.pairwise(path)]
    split: Path = tuple(v for pair in itertools.zip_longest(path, more) for v in pair if v)
    one = strokes_of(drawn.line).distance_m(*positions(place))[0]
    other = strokes_of(Line((split,), 0.0, drawn.line.edges)).distance_m(*positions(place))[0]
    assert abs(one - other) <= bound_m(one)


# ---- a limit ----


@law
@given(st.data(), st.sampled_from(LIMITS_M[1:]))
def test_a_limit_is_kept_to_four_millimetres(data: st.DataObject, limit_m: float) -> None:
    drawn = data.draw(lines())
    place = data.draw(at_limit(drawn, limit_m))
    assume(place is not None)
    assert place is not None
    exact = Line(drawn.line.paths, 0.0, drawn.line.edges)
    expected = TRUE if drawn.away_m(place) < limit_m else FALSE
    assert truth(within(exact, limit_m), place) == expected


@law
@given(st.data(), st.sampled_from(LIMITS_M[1:]), st.sampled_from((0.0, 300.0, 5_000.0)))
def test_a_limit_is_kept_by_the_far_side_of_a_disc(
    data: st.DataObject, limit_m: float, radius_m: float
) -> None:
    drawn = data.draw(lines())
    doubt_m = radius_m + drawn.line.accuracy_m
    side = data.draw(st.sampled_from((-1.0, 1.0)))
    assume(limit_m + side * doubt_m > 10.0)
    place = data.draw(at_limit(drawn, limit_m + side * doubt_m))
    assume(place is not None)
    assert place is not None
    away = drawn.away_m(place)
    expected = UNKNOWN
    if away + doubt_m < limit_m:
        expected = TRUE
    elif away - doubt_m > limit_m:
        expected = FALSE
    assert truth(within(drawn.line, limit_m), place, radius_m) == expected


# ---- doubt ----


@law
@given(st.data())
def test_more_doubt_never_decides_more(data: st.DataObject) -> None:
    drawn = data.draw(lines())
    region = data.draw(depths(drawn))
    place = data.draw(near(drawn.base))
    radii = [0.0, 3.0, 250.0, 4_000.0, 90_000.0, np.nan]
    answers = [truth(region, place, radius_m) for radius_m in radii]
    # Ends that lie within their accuracies of each other are joined, which decides more.
    ends = drawn.line.paths[0][0], drawn.line.paths[0][-1]
    reach_m = distance_m(*ends) / 2.0
    accuracies = [e for e in (0.0, 20.0, 1_300.0, 30_000.0) if e < reach_m]
    wider = [truth(coarser(region, drawn.line, e), place) for e in accuracies]
    for row in (answers, wider):
        for narrow, wide in itertools.pairwise(row):
            assert wide in (narrow, UNKNOWN)


def coarser(region: Region, line: Line, accuracy_m: float) -> Region:
    border = (Named("border", Line(line.paths, accuracy_m, line.edges)),)
    if isinstance(region, Within):
        return Within(region.limit, border, region.toward)
    assert isinstance(region, SideOf)
    return SideOf(border, region.toward)


@law
@given(st.data(), st.floats(0.0, 360.0), st.floats(0.0, 1.0), st.sampled_from((5.0, 2_500.0)))
def test_what_is_decided_holds_at_every_point_of_the_disc(
    data: st.DataObject, azimuth: float, share: float, radius_m: float
) -> None:
    drawn = data.draw(lines())
    region = data.draw(st.one_of(depths(drawn), bands(drawn)))
    place = data.draw(near(drawn.base))
    field = compile_field(region)
    found = field.measure(discs(place, radius_m=radius_m))
    spot = moved(place, azimuth, share * radius_m)
    exact = float(field.drawn_m(*positions(spot))[0])
    answer = int(found.truth[0])
    assert answer == UNKNOWN or (exact < 0.0) == (answer == TRUE)
    if answer != UNKNOWN:
        slack = 3.0 * bound_m(abs(exact))
        assert found.low_m[0] - slack <= exact <= found.high_m[0] + slack


@law
@given(st.data(), st.floats(0.0, 360.0), st.floats(0.0, 0.99))
def test_what_is_decided_holds_wherever_the_line_may_really_run(
    data: st.DataObject, azimuth: float, share: float
) -> None:
    drawn = data.draw(lines(edges="geodesic"))
    limit_m = data.draw(st.sampled_from(LIMITS_M[1:]))
    place = data.draw(near(drawn.base))
    answer = truth(within(drawn.line, limit_m), place)
    real = moved_line(drawn.line, azimuth, share * drawn.line.accuracy_m)
    assume(abs(drawn.base[1]) < 89.0)
    assert answer == UNKNOWN or truth(within(real, limit_m), place) in (answer, UNKNOWN)


@law
@given(st.data())
def test_the_radius_that_would_decide_decides_and_no_larger_one(data: st.DataObject) -> None:
    drawn = data.draw(lines())
    region = data.draw(depths(drawn))
    place = data.draw(near(drawn.base))
    field = compile_field(region)
    found = field.measure(discs(place, radius_m=60_000.0))
    assume(found.truth[0] == UNKNOWN)
    radius_m = float(found.decides_radius_m[0])
    if np.isnan(radius_m):
        assert truth(region, place) == UNKNOWN
    else:
        assert truth(region, place, radius_m) != UNKNOWN
        assert truth(region, place, radius_m + 0.01) == UNKNOWN


@law
@given(st.data(), st.sampled_from((0.0, 100.0, 2_000.0)), st.floats(0.5, 0.999))
def test_a_report_that_moves_by_less_than_its_margin_keeps_its_answer(
    data: st.DataObject, radius_m: float, share: float
) -> None:
    drawn = data.draw(lines())
    region = data.draw(st.one_of(depths(drawn), bands(drawn)))
    # Of a depth on both sides the law of distances speaks.
    assume(not isinstance(region, Within) or region.toward is not None)
    field = compile_field(region)
    # All round an end, past which a line has no side.
    end = data.draw(st.sampled_from((drawn.line.paths[0][0], drawn.line.paths[0][-1])))
    away_m = data.draw(st.floats(500.0, 30_000.0))
    places = [moved(end, turn, away_m) for turn in range(0, 360, 20)]
    found = field.measure(discs(*places, radius_m=radius_m))
    near_m = np.abs(np.where(found.truth == TRUE, found.high_m, found.low_m))
    # Nearer to a limit than the error of a distance, nothing is decided.
    near_m -= 2.0 * bound_m(100_000.0)
    for row in np.flatnonzero((found.truth != UNKNOWN) & np.isfinite(near_m) & (near_m > 0.0)):
        room_m = share * float(near_m[row])
        spots = [moved(places[row], turn, room_m) for turn in range(0, 360, 12)]
        assert set(field.truth(discs(*spots, radius_m=radius_m)).tolist()) == {found.truth[row]}


# ---- sides ----


@law
@given(st.data())
def test_a_line_has_no_direction_of_its_own(data: st.DataObject) -> None:
    drawn = data.draw(lines())
    region = data.draw(depths(drawn))
    place = data.draw(near(drawn.base))
    back = Line(tuple(path[::-1] for path in drawn.line.paths), 0.0, drawn.line.edges)
    flipped = coarser(region, back, drawn.line.accuracy_m)
    assert truth(region, place, 50.0) == truth(flipped, place, 50.0)


@law
@given(st.data())
def test_a_line_in_two_parts_is_the_same_line(data: st.DataObject) -> None:
    drawn = data.draw(lines())
    region = data.draw(depths(drawn))
    place = data.draw(near(drawn.base))
    (path,) = drawn.line.paths
    assume(len(path) > 2)
    cut = data.draw(st.integers(1, len(path) - 2))
    accuracy = drawn.line.accuracy_m
    # Where other ends lie within the accuracy too, which ones are joined is another line.
    ends = [path[0], path[cut], path[-1]]
    assume(min(distance_m(a, b) for a, b in itertools.combinations(ends, 2)) > 2.0 * accuracy + 1.0)
    parts = Line((path[cut:][::-1], path[: cut + 1]), accuracy, drawn.line.edges)
    assert truth(region, place, 50.0) == truth(coarser(region, parts, accuracy), place, 50.0)


@law
@given(
    coils(),
    st.floats(0.0, 360.0),
    st.sampled_from((500.0, 5_000.0, 60_000.0)),
    st.sampled_from((0.02, 0.3, 0.49, 0.8)),
)
def test_whatever_side_a_disc_by_a_coil_has_karney_finds_all_over_it(
    line: Line, azimuth: float, away_m: float, share: float
) -> None:
    (path,) = line.paths
    foot = edge_of(path[1], path[2], "geodesic")(0.5)
    witness = Witness("x", Point(*moved(foot, azimuth, 5.0)))
    side = SideOf((Named("border", line),), witness)
    assume(line_problem(side) is None and witness_problem(side) is None)
    (strand,) = strands((line,))
    meant, field = strand.side(place_of(witness)), compile_field(side)
    for place in (moved(path[-1], azimuth + turn, away_m) for turn in range(0, 360, 15)):
        radius_m = share * strand.foot(place).distance_m
        answer = int(field.truth(discs(place, radius_m=radius_m))[0])
        if answer != UNKNOWN:
            rim = [moved(place, turn, 0.999 * radius_m) for turn in range(0, 360, 60)]
            assert {strand.side(spot) == meant for spot in (place, *rim)} == {answer == TRUE}


@law
@given(
    st.data(),
    st.sampled_from(LIMITS_M[1:]),
    st.sampled_from((0.0, 300.0, 5_000.0)),
    st.sampled_from((-1.0, 1.0)),
)
def test_beyond_on_one_side_is_the_side_where_no_point_is_nearer(
    data: st.DataObject, limit_m: float, radius_m: float, edge: float
) -> None:
    drawn = data.draw(lines())
    doubt_m = radius_m + drawn.line.accuracy_m
    assume(limit_m + edge * doubt_m > 10.0)
    place = data.draw(at_limit(drawn, limit_m + edge * doubt_m))
    assume(place is not None)
    assert place is not None
    witness = Witness("town", Point(*data.draw(near(drawn.base, 20_000.0))))
    side = SideOf((Named("border", drawn.line),), witness)
    assume(line_problem(side) is None and witness_problem(side) is None)
    deep = Within(Length(limit_m, limit_m, f"{limit_m:g} m"), side.of, witness)
    beside, beyond = truth(side, place, radius_m), truth(AllOf((side, Not(deep))), place, radius_m)
    away = drawn.away_m(place)
    if away + doubt_m < limit_m:
        assert beyond == FALSE
    elif away - doubt_m > limit_m:
        assert beyond == beside
    else:
        # Only what stands across the line may reach that far, and not be beyond.
        exact = coarser(side, drawn.line, 0.0)
        assert beyond == UNKNOWN or (beyond == FALSE and truth(exact, place) == FALSE)


@law
@given(st.data(), st.sampled_from(LIMITS_M[1:]))
def test_two_sides_make_the_whole_depth(data: st.DataObject, limit_m: float) -> None:
    drawn = data.draw(lines())
    place = data.draw(near(drawn.base))
    border = (Named("border", Line(drawn.line.paths, 0.0, drawn.line.edges)),)
    limit = Length(limit_m, limit_m, f"{limit_m:g} m")
    start, end = drawn.line.paths[0][:2]
    foot = edge_of(start, end, drawn.line.edges)(0.5)
    azimuth = data.draw(st.sampled_from((80.0, 260.0)))
    witnesses = [Witness("x", Point(*moved(foot, azimuth + turn, 0.4))) for turn in (0.0, 180.0)]
    sides = [truth(SideOf(border, witness), place_of(witness)) for witness in witnesses]
    assume(sides == [TRUE, TRUE])
    assume(truth(SideOf(border, witnesses[0]), place_of(witnesses[1])) == FALSE)
    halves = [truth(Within(limit, border, witness), place) for witness in witnesses]
    whole = truth(Within(limit, border), place)
    assume(UNKNOWN not in halves)
    assert max(halves) == whole
    assert min(halves) == FALSE


def place_of(witness: Witness) -> Place:
    assert isinstance(witness.shape, Point)
    return witness.shape.lon_deg, witness.shape.lat_deg


# ---- areas ----


@law
@given(st.data(), st.sampled_from(BASES))
def test_joined_areas_hold_what_their_parts_say(data: st.DataObject, base: Place) -> None:
    one, other = data.draw(areas(base)), data.draw(areas(base))
    place = data.draw(near(base))
    inside, beside = (contains(area, place) for area in (one, other))
    for joined, answer in (
        (AnyOf((one, other)), inside or beside),
        (AllOf((one, other)), inside and beside),
        (AllOf((one, Not(other))), inside and not beside),
        (AnyOf((one, Not(other))), inside or not beside),
    ):
        ground = dissolve(joined)
        is_all_but = isinstance(ground, Not)
        held = ground.part if isinstance(ground, Not) else ground
        assume(isinstance(held, Named) and clear(one, place) and clear(other, place))
        assert isinstance(held, Named)
        assert (contains(held, place) != is_all_but) == answer


@law
@given(st.data(), st.sampled_from(BASES))
def test_a_joined_outline_is_made_of_its_parts(data: st.DataObject, base: Place) -> None:
    one, other = data.draw(areas(base)), data.draw(areas(base))
    place = data.draw(near(base))
    ground = dissolve(AnyOf((one, other)))
    assert isinstance(ground, Named)
    mine = depth_m(ground, place)
    parts = [depth_m(part, place) for part in (one, other)]
    error_m = AGREE_M if come_near(one, other) else bound_m(mine)
    # Outside it is the nearer part that counts; inside, leaving one part may lead into the other.
    if min(parts) > error_m:
        assert abs(mine - min(parts)) <= error_m
    else:
        assert mine <= min(parts) + error_m


@law
@given(st.data(), st.sampled_from(BASES))
def test_an_area_and_its_contrary_share_the_world(data: st.DataObject, base: Place) -> None:
    area, place = data.draw(areas(base)), data.draw(near(base))
    for radius_m in (0.0, 700.0):
        assert truth(area, place, radius_m) + truth(Not(area), place, radius_m) == TRUE


@law
@given(st.data(), st.sampled_from(BASES))
def test_a_depth_from_an_area_holds_the_area_and_its_rim(data: st.DataObject, base: Place) -> None:
    area, place = data.draw(areas(base)), data.draw(near(base))
    region = Within(Length(2_000.0, 2_000.0, "2 km"), (area,))
    assert truth(region, place) >= truth(area, place)
    deep = depth_m(area, place)
    assert isinstance(area.shape, Area)
    doubt = area.shape.accuracy_m + 0.01
    if abs(deep - 2_000.0) > doubt:
        assert truth(region, place) == (TRUE if deep < 2_000.0 else FALSE)


def contains(area: Named, place: Place) -> bool:
    assert isinstance(area.shape, Area)
    return bool(ground_of(area.shape).contains(*positions(place))[0])


def depth_m(area: Named, place: Place) -> float:
    assert isinstance(area.shape, Area)
    return float(ground_of(area.shape).depths(*positions(place))[0][0])


def come_near(one: Named, other: Named) -> bool:
    """Say whether outlines agree somewhere, so that one may be led along the other."""
    assert isinstance(one.shape, Area)
    assert isinstance(other.shape, Area)
    grounds = ground_of(one.shape), ground_of(other.shape)
    pairs = (grounds, grounds[::-1])
    return any(
        bool((np.abs(there.depths(*geodetic(here.outline_m))[0]) <= AGREE_M).any())
        for here, there in pairs
    )


def clear(area: Named, place: Place) -> bool:
    """Say whether a place lies more than two metres from a border, so that no metre matters."""
    return abs(depth_m(area, place)) > 2.0
