"""``ring: [A, B]`` is: within B and beyond A."""

from pathlib import Path

import pytest

from checker.geography.region import AllOf, Not, Within
from tests.language.words.expansion import clauses, first, mistakes

TERM = "binds: red, prohibits: presence, where"
HINT = "write ring: [10 km, 20 km]"


@pytest.mark.parametrize("of", ["of: weston", "of: zone", "of: river, toward: both"])
def test_a_ring_is_within_the_far_depth_and_beyond_the_near_one(of: str, tmp_path: Path) -> None:
    ring = clauses(tmp_path, c=f"{TERM}: {{ring: [10 km, 20 km], {of}}}")
    assert ring == clauses(
        tmp_path, c=f"{TERM}: {{all_of: [{{within: 20 km, {of}}}, {{beyond: 10 km, {of}}}]}}"
    )
    assert ring == clauses(
        tmp_path, c=f"{TERM}: {{within: 20 km, {of}, not: {{within: 10 km, {of}}}}}"
    )


def test_a_ring_toward_a_witness_keeps_to_its_side(tmp_path: Path) -> None:
    of = "of: river, toward: eastham"
    assert clauses(tmp_path, c=f"{TERM}: {{ring: [1 km, 2 km], {of}}}") == clauses(
        tmp_path, c=f"{TERM}: {{all_of: [{{within: 2 km, {of}}}, {{beyond: 1 km, {of}}}]}}"
    )


def test_the_near_depth_is_out_and_the_far_one_is_in(tmp_path: Path) -> None:
    keys = f"{TERM}: {{ring: [10 km, 20 km], of: weston}}"
    where = first(tmp_path, keys).variants[0].pattern.where
    assert isinstance(where, AllOf)
    far, beyond = where.parts
    assert isinstance(far, Within)
    assert isinstance(beyond, Not)
    assert isinstance(beyond.part, Within)
    assert (far.limit.low_m, far.limit.high_m) == (20_000.0, 20_000.0)
    assert (beyond.part.limit.low_m, beyond.part.limit.high_m) == (10_000.0, 10_000.0)


def test_a_vague_length_is_no_ring(tmp_path: Path) -> None:
    where = first(tmp_path, f"{TERM}: {{within: 10..20 km, of: weston}}").variants[0].pattern.where
    assert isinstance(where, Within)
    assert (where.limit.low_m, where.limit.high_m) == (10_000.0, 20_000.0)
    found = mistakes(tmp_path, c=f"{TERM}: {{ring: 10..20 km, of: weston}}")
    assert found == [("L728", "10..20 km", HINT)]


@pytest.mark.parametrize("ends", ["[10 km]", "[5 km, 10 km, 20 km]"])
def test_what_is_no_pair_of_lengths_is_refused(ends: str, tmp_path: Path) -> None:
    assert mistakes(tmp_path, c=f"{TERM}: {{ring: {ends}, of: weston}}") == [("L728", ends, HINT)]


@pytest.mark.parametrize(
    ("region", "problem"),
    [("ring: [1 km, 2 km]", "L726"), ("ring: [1 km, 2 km], of: river", "L725")],
)
def test_what_a_ring_lacks_is_told_once_though_it_is_two_depths(
    region: str, problem: str, tmp_path: Path
) -> None:
    found = mistakes(tmp_path, c=f"{TERM}: {{{region}}}")
    assert [(code, at) for code, at, _ in found] == [(problem, "ring")]


def test_either_length_is_told_where_it_is_typed(tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"{TERM}: {{ring: [10, 20 kms], of: weston}}")
    assert [(code, at) for code, at, _ in found] == [("L501", "10"), ("L501", "20 kms")]
