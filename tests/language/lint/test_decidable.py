"""What part of a region's ground a position could decide at all."""

from pathlib import Path

import pytest

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
from checker.geography.shapes import Box, Line, Point, Undrawn
from checker.language.lint.decidable import Decidable, decidable_of
from tests.language.written import places, warnings

KM = 1_000.0
TOWN = Named("town", Point(20.0, 45.0))
RIVER = Named("river", Line((((20.0, 44.0), (20.0, 46.0)),), 100.0))


def within(low_m: float, high_m: float, of: Region, *, is_deferred: bool = False) -> Region:
    return Within(Length(low_m, high_m, "said", is_deferred), (of,))


def decided(region: Region) -> Decidable:
    found = decidable_of(region)
    assert found is not None
    return found


def test_a_perfect_position_decides_all_of_a_circle_round_an_exact_point() -> None:
    found = decided(within(10 * KM, 10 * KM, TOWN))
    assert found.exact == 1.0
    # A disc of 1 km lies in a circle of 10 km where its centre lies in one of 9 km.
    assert found.to_1_km == pytest.approx(0.81, abs=0.04)


def test_the_accuracy_of_a_line_is_ground_that_no_position_decides() -> None:
    wide = Named("river", Line((((20.0, 44.0), (20.0, 46.0)),), 2 * KM))
    found = decided(within(10 * KM, 10 * KM, wide))
    # Of 10 km on each side as drawn, 8 km are certainly within, and 7 for a disc of 1 km.
    assert found.exact == pytest.approx(0.8, abs=0.04)
    assert found.to_1_km == pytest.approx(0.7, abs=0.04)


def test_a_vague_limit_decides_up_to_its_lower_end() -> None:
    found = decided(within(5 * KM, 10 * KM, TOWN))
    assert found.exact == pytest.approx(0.25, abs=0.04)
    assert found.to_1_km == pytest.approx(0.16, abs=0.04)


def test_of_a_strip_between_two_lines_only_the_middle_is_decided() -> None:
    one, other = (
        Named(name, Line((((lon, 44.0), (lon, 46.0)),), 2 * KM))
        for name, lon in (("a", 20.0), ("b", 20.1))
    )
    between = AllOf(
        (
            SideOf((one,), Witness("b", other.shape)),
            SideOf((other,), Witness("a", one.shape)),
        )
    )
    # The strip is 7.9 km wide, 2 km of it in doubt on either side.
    assert decided(between).exact == pytest.approx(3.9 / 7.9, abs=0.05)


def test_a_missing_map_decides_nothing() -> None:
    annex = Named("annex", Undrawn("never published"))
    open_depth = within(0.0, float("inf"), RIVER, is_deferred=True)
    zone = Named("zone", Box(20.0, 44.0, 21.0, 45.0, 10.0))
    assert decidable_of(annex) == Decidable(0.0, 0.0)
    assert decidable_of(open_depth) == Decidable(0.0, 0.0)
    assert decidable_of(AllOf((open_depth, Not(zone)))) == Decidable(0.0, 0.0)


def test_a_map_of_which_a_part_is_missing_has_no_share() -> None:
    zone = Named("zone", Box(20.0, 44.0, 21.0, 45.0, 10.0))
    assert decidable_of(AnyOf((zone, Named("annex", Undrawn("never published"))))) is None


def test_ground_without_an_end_has_no_share() -> None:
    east = Witness("east", Point(21.0, 45.0))
    assert decidable_of(SideOf((RIVER,), east)) is None
    assert decidable_of(Not(Named("zone", Box(20.0, 44.0, 21.0, 45.0, 10.0)))) is None


TERMS = """
actors: {{red: {{}}}}
places: {{town: {{point: {{lon: 20, lat: 45}}}}}}
clauses:
  c: {{says: 2 to 20 km., source: text, binds: red, prohibits: presence, where: {where}}}
"""


@pytest.mark.parametrize(
    "where", ["{within: 2..20 km, of: town}", "{within: {deferred: none was said}, of: town}"]
)
def test_a_clause_of_which_little_can_be_decided_is_told(where: str, tmp_path: Path) -> None:
    assert places(warnings(tmp_path, TERMS.format(where=where), "W110")) == [(12, 73)]


def test_a_clause_of_which_most_can_be_decided_is_not(tmp_path: Path) -> None:
    terms = TERMS.format(where="{within: 20 km, of: town}")
    assert warnings(tmp_path, terms, "W110") == []
