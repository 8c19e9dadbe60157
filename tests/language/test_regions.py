"""Where a clause speaks: places, depths, sides and their combinations."""

from pathlib import Path

import pytest

from checker.geography.region import AllOf, AnyOf, Named, Not, Region, SideOf, Within
from tests.language.whole import clause_of, core, faults

LINE = "  line: {line: [[36.0, 32.4], [36.0, 33.0]], accuracy: 50 m, source: text}\n"


def region(folder: Path, written: str) -> Region:
    keys = f"binds: red, prohibits: presence, where: {written}"
    found = clause_of(folder, keys).variants[0].pattern.where
    assert found is not None
    return found


def refused(folder: Path, written: str) -> list[tuple[str, str]]:
    """Return the problems of a region that starts in line 19, column 74."""
    keys = (
        f"  c: {{says: Said., source: text, binds: red, prohibits: presence, where: {written}}}\n"
    )
    return [(code, place) for code, place, _ in faults(folder, f"{LINE}clauses:\n{keys}")]


def test_a_name_is_the_place_that_it_names(tmp_path: Path) -> None:
    found = region(tmp_path, "gate")
    assert isinstance(found, Named)
    assert found.name == "gate"


def test_a_depth_has_a_limit_and_runs_all_round_without_a_witness(tmp_path: Path) -> None:
    found = region(tmp_path, "{within: 4..6 km, of: camp}")
    assert isinstance(found, Within)
    assert (found.limit.low_m, found.limit.high_m, found.toward) == (4000.0, 6000.0, None)
    assert [part.name for part in found.of if isinstance(part, Named)] == ["camp"]


def test_several_keys_must_all_hold(tmp_path: Path) -> None:
    found = region(tmp_path, "{within: 5 km, of: camp, not: gate}")
    assert isinstance(found, AllOf)
    assert [type(part) for part in found.parts] == [Within, Not]


def test_alternatives_stay_alternatives_and_nested_joins_are_one(tmp_path: Path) -> None:
    assert isinstance(region(tmp_path, "{any_of: [gate, {within: 1 km, of: camp}]}"), AnyOf)
    found = region(tmp_path, "{all_of: [{all_of: [gate, {not: {within: 1 km, of: camp}}]}, gate]}")
    assert isinstance(found, AllOf)
    assert len(found.parts) == 3


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("nowhere", ("L721", "19:74")),
        ("{}", ("L723", "19:74")),
        ("[gate, camp]", ("L720", "19:74")),
        ("{of: camp}", ("L724", "19:75")),
        ("{of: line, toward: camp}", ("L724", "19:75")),
        ("{witin: 5 km, of: line, toward: camp}", ("L101", "19:75")),
        ("{within: 5 km, of: []}", ("L733", "19:93")),
        ("{side_of: {within: 1 km, of: gate}, toward: camp}", ("L727", "19:85")),
        ("{ring: , of: line, toward: camp}", ("L728", "19:81")),
        ("{within: 5 km, of: line}", ("L725", "19:75")),
        ("{within: 5 km}", ("L726", "19:75")),
        ("{within: 5 km, of: {within: 1 km, of: camp}}", ("L727", "19:94")),
        ("{ring: [1 km], of: camp}", ("L728", "19:81")),
        ("{ring: [20 km, 10 km], of: camp}", ("L734", "19:82")),
        ("{ring: [10 km, 10 km], of: camp}", ("L734", "19:82")),
        ("{side_of: line, toward: both}", ("L729", "19:75")),
        ("{within: 5 km, of: line, toward: {not: gate}}", ("L731", "19:108")),
        ("{any_of: []}", ("L733", "19:83")),
        ("camp", ("L735", "19:74")),
        ("{not: camp}", ("L735", "19:80")),
        ("{inside: line}", ("L735", "19:83")),
        ("{side_of: camp, toward: gate}", ("L736", "19:84")),
        ("{within: 5 km, of: camp, toward: gate}", ("L736", "19:93")),
        ("{witin: 5 km, of: camp}", ("L101", "19:75")),
        ("{union: [gate, camp]}", ("L101", "19:75")),
        ("{within: 5 km, of: {positions: blue}}", ("L900", "19:94")),
    ],
)
def test_what_is_no_region_is_refused_where_it_stands(
    written: str, problem: tuple[str, str], tmp_path: Path
) -> None:
    assert refused(tmp_path, written) == [problem]


@pytest.mark.parametrize("written", ["{witin: 5 km, of: camp}", "{union: [gate, camp]}"])
def test_one_misspelt_key_is_one_problem(written: str, tmp_path: Path) -> None:
    assert refused(tmp_path, written) == [("L101", "19:75")]


def test_a_witness_may_be_any_drawn_place_beside_the_line(tmp_path: Path) -> None:
    assert refused(tmp_path, "{within: 5 km, of: line, toward: gate}") == []


def test_a_side_is_the_one_of_its_witness(tmp_path: Path) -> None:
    keys = "says: S., source: text, binds: red, prohibits: presence"
    terms = f"{LINE}clauses:\n  c: {{{keys}, where: {{side_of: line, toward: camp}}}}\n"
    (clause,) = core(tmp_path, terms).clauses
    found = clause.readings[0].variants[0].pattern.where
    assert isinstance(found, SideOf)
    assert found.toward.name == "camp"
