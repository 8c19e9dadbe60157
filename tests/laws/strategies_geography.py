"""Lines, areas and positions drawn by Hypothesis: at the antimeridian, at the poles, at a limit."""

from dataclasses import dataclass

from hypothesis import strategies as st

from checker.geography.edges import densify
from checker.geography.region import AllOf, Length, Named, Not, Region, SideOf, Within, Witness
from checker.geography.shapes import Area, Edges, Line, Path, Point
from checker.geography.sides import line_problem, witness_problem
from checker.geography.strokes import Strokes
from tests.geography.oracle import Place, line_distance_m, moved, positions

__all__ = [
    "BASES",
    "LIMITS_M",
    "Drawn",
    "areas",
    "at_limit",
    "bands",
    "coils",
    "depths",
    "lines",
    "near",
]

BASES: tuple[Place, ...] = (
    (36.0, 33.0),
    (180.0, -17.0),
    (-179.99, 65.0),
    (20.0, 89.6),
    (5.0, -89.9),
)
LIMITS_M = (0.0, 500.0, 6_000.0, 24_140.16)
_ACCURACIES_M = (0.0, 20.0, 1_300.0)


@dataclass(frozen=True)
class Drawn:
    """Hold a line with what it takes to find positions at a distance from it."""

    line: Line
    base: Place

    def away_m(self, place: Place) -> float:
        return line_distance_m(self.line.paths, self.line.edges, place)


def near(base: Place, reach_m: float = 40_000.0) -> st.SearchStrategy[Place]:
    """Draw positions about a base."""
    return st.builds(
        lambda azimuth, length: moved(base, azimuth, length),
        st.floats(0.0, 360.0),
        st.floats(0.0, reach_m),
    )


@st.composite
def lines(draw: st.DrawFn, *, edges: Edges | None = None) -> Drawn:
    """Draw lines of one to four edges; now and then a hairpin whose strands lie 5 m apart."""
    base = draw(st.sampled_from(BASES))
    # A planar edge that jumps the antimeridian, or passes a pole, is another edge.
    meanings: list[Edges] = ["geodesic", "planar"] if base == BASES[0] else ["geodesic"]
    meaning = edges if edges is not None else draw(st.sampled_from(meanings))
    path = [draw(near(base, 5_000.0))]
    for _ in range(draw(st.integers(1, 4))):
        azimuth, length = draw(st.floats(0.0, 360.0)), draw(st.floats(50.0, 30_000.0))
        path.append(moved(path[-1], azimuth, length))
    if draw(st.booleans()):
        path += [moved(path[-1], 10.0, 5.0), moved(path[-2], 10.0, 5.0)]
    accuracy = draw(st.sampled_from(_ACCURACIES_M))
    return Drawn(Line((tuple(path),), accuracy, meaning), base)


@st.composite
def coils(draw: st.DrawFn) -> Line:
    """Draw spirals, 6-shapes and lines that nearly close, whose ends lie in their own bends."""
    middle = draw(near(draw(st.sampled_from(BASES)), 5_000.0))
    turn, step = draw(st.floats(0.0, 360.0)), draw(st.floats(25.0, 70.0))
    turns = int(draw(st.floats(200.0, 700.0)) / step)
    inner_m, grows_m = draw(st.floats(100.0, 2_000.0)), draw(st.floats(0.5, 20.0))
    path = [moved(middle, turn + i * step, inner_m + i * step * grows_m) for i in range(turns + 1)]
    if draw(st.booleans()):
        path.append(moved(path[-1], turn + draw(st.floats(0.0, 360.0)), 4_000.0))
    return Line((tuple(path),), 0.0)


@st.composite
def areas(draw: st.DrawFn, base: Place) -> Named:
    """Draw areas that hold a place near a base, with five corners round it."""
    middle = draw(near(base, 15_000.0))
    turns = [(i + draw(st.floats(0.1, 0.9))) * 72.0 for i in range(5)]
    corners = [moved(middle, turn, draw(st.floats(2_000.0, 20_000.0))) for turn in turns]
    ring: Path = (*corners, corners[0])
    return Named("land", Area(((ring,),), draw(st.sampled_from(_ACCURACIES_M))))


@st.composite
def depths(draw: st.DrawFn, drawn: Drawn) -> Region:
    """Draw a depth on both sides or on a witness's, or a side, of a line."""
    limit_m = draw(st.sampled_from(LIMITS_M))
    limit = Length(limit_m, limit_m, f"{limit_m:g} m")
    border = (Named("border", drawn.line),)
    witness = Witness("town", Point(*draw(near(drawn.base, 20_000.0))))
    side = SideOf(border, witness)
    # A witness that can't tell is refused by the language; sides told by it mean nothing.
    if line_problem(side) is not None or witness_problem(side) is not None:
        return Within(limit, border)
    regions: list[Region] = [Within(limit, border), Within(limit, border, witness), side]
    return draw(st.sampled_from(regions))


@st.composite
def bands(draw: st.DrawFn, drawn: Drawn) -> Region:
    """Draw what lies beyond a depth on one side of a line, perhaps within another one."""
    region = draw(depths(drawn))
    if not isinstance(region, SideOf):
        return region
    near_m, far_m = draw(st.sampled_from(((500.0, 6_000.0), (6_000.0, 24_140.16))))
    inner, outer = (
        Within(Length(metres, metres, f"{metres:g} m"), region.of, region.toward)
        for metres in (near_m, far_m)
    )
    return AllOf(draw(st.sampled_from([(region, Not(inner)), (outer, region, Not(inner))])))


@st.composite
def at_limit(draw: st.DrawFn, drawn: Drawn, limit_m: float) -> Place | None:
    """Draw positions a few millimetres or metres from a limit; None where no walk meets it."""
    offset_m = draw(st.sampled_from((-5.0, -0.004, 0.004, 5.0)))
    azimuth = draw(st.floats(0.0, 360.0))
    start = draw(near(drawn.base, 10_000.0))
    low, high = 0.0, 250_000.0
    wanted = limit_m + offset_m

    # The search may use the very kernel that is tested: the law asks the slow oracle at its end.
    strokes = Strokes([densify(path, drawn.line.edges) for path in drawn.line.paths])

    def off(length: float) -> float:
        place = moved(start, azimuth, length)
        return float(strokes.distance_m(*positions(place))[0]) - wanted

    if off(low) > 0.0 or off(high) < 0.0:
        return None
    for _ in range(60):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if off(middle) < 0.0 else (low, middle)
        if high - low < 1e-7:
            break
    return moved(start, azimuth, low)
