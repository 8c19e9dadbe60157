"""Where every number about a place comes from."""

import pytest

from checker.findings.grounds import Drawn, drawn_in, ground_why
from checker.geography.region import AllOf, AnyOf, Everywhere, Named, Not, SideOf, Witness
from checker.geography.shapes import Area, Circle, Line, Point, Sites, Undrawn
from checker.operators.place import Where
from checker.values.truth import Truth
from tests.handmade import DISTRICT, clause, core_of_clauses, judged, north, within

RING = (((36.0, 32.0), (36.1, 32.0), (36.1, 32.1), (36.0, 32.0)),)
BORDER = ((36.0, 32.0), (36.1, 32.0))


def test_a_ground_tells_the_distance_the_limit_and_what_would_decide() -> None:
    run = judged(core_of_clauses(clause("c1")), {"lat": north(800.0), "radius_m": "500"})
    columns = run.batches[0].columns
    number = next(n for n, step in enumerate(run.plan.steps) if isinstance(step, Where))
    found = ground_why(columns, number, 0)
    assert (found.said, found.answer) == ("within 1000 m of post", Truth.UNKNOWN)
    assert found.reasons == ("place_vague",)
    assert [found.low_m, found.high_m] == pytest.approx([-700.0, 300.0], abs=2e-3)
    assert found.decides_radius_m == pytest.approx(200.0, abs=0.01)
    (leg,) = found.legs
    assert (leg.name, leg.limit_said) == ("post", "1000 m")
    assert found.drawn == (Drawn("post", 0.0, "no source is named"),)


def test_a_report_without_a_place_has_no_numbers() -> None:
    run = judged(core_of_clauses(clause("c1")), {"lon": "", "lat": ""})
    number = next(n for n, step in enumerate(run.plan.steps) if isinstance(step, Where))
    found = ground_why(run.batches[0].columns, number, 0)
    assert (found.low_m, found.high_m, found.decides_radius_m) == (None, None, None)
    assert found.reasons == ("place_unresolved",)


@pytest.mark.parametrize(
    ("place", "drawn"),
    [
        (Named("post", Point(36.0, 32.5, 50.0)), Drawn("post", 50.0)),
        (Named("posts", Sites((Point(36, 32, 5.0), Point(37, 32, 9.0)))), Drawn("posts", 9.0)),
        (Named("line", Line((BORDER,), 100.0)), Drawn("line", 100.0)),
        (Named("area", Area((RING,), 100.0, shared=((BORDER, 900.0),))), Drawn("area", 900.0)),
        (Named("ring", Circle(Point(36.0, 32.5, 7.0), 1000.0)), Drawn("ring", 7.0)),
        (Named("zone", Undrawn("never mapped")), Drawn("zone", None, "", "never mapped")),
    ],
)
def test_each_place_has_the_accuracy_of_its_worst_piece(place: Named, drawn: Drawn) -> None:
    assert list(drawn_in(place)) == [drawn]


def test_a_region_names_its_places_and_witnesses_in_their_order() -> None:
    east = Witness("eastham", Point(37.0, 32.5))
    region = AllOf((AnyOf((DISTRICT, SideOf((DISTRICT,), east))), Not(within(5.0)), Everywhere()))
    assert [one.name for one in drawn_in(region)] == ["district", "district", "eastham", "post"]
