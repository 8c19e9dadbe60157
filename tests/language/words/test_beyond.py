"""``beyond: Q`` is: not within Q, on the same side where ``toward`` is given."""

from pathlib import Path

import pytest

from checker.geography.region import Not, Within
from tests.language.words.expansion import clauses, first, mistakes

TERM = "binds: red, prohibits: presence, where"


@pytest.mark.parametrize(
    "of", ["of: zone", "of: [weston, zone]", "of: river, toward: both", "of: zone, toward: both"]
)
def test_beyond_a_depth_is_not_within_it(of: str, tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}: {{beyond: 5 km, {of}}}") == clauses(
        tmp_path, c=f"{TERM}: {{not: {{within: 5 km, {of}}}}}"
    )


@pytest.mark.parametrize("of", ["of: river, toward: eastham", "of: [river, canal], toward: weston"])
def test_toward_a_witness_it_is_on_the_same_side_and_not_within(of: str, tmp_path: Path) -> None:
    side = of.replace("of:", "side_of:")
    assert clauses(tmp_path, c=f"{TERM}: {{beyond: 5 km, {of}}}") == clauses(
        tmp_path, c=f"{TERM}: {{{side}, not: {{within: 5 km, {of}}}}}"
    )


def test_a_limit_belongs_to_exactly_one_of_within_and_beyond(tmp_path: Path) -> None:
    within = first(tmp_path, f"{TERM}: {{within: 5 km, of: zone}}").variants[0].pattern.where
    beyond = first(tmp_path, f"{TERM}: {{beyond: 5 km, of: zone}}").variants[0].pattern.where
    assert isinstance(within, Within)
    assert beyond == Not(within)


def test_beside_within_it_is_a_ring_of_the_same_places(tmp_path: Path) -> None:
    of = "of: river, toward: eastham"
    both = clauses(tmp_path, c=f"{TERM}: {{within: 20 km, beyond: 10 km, {of}}}")
    assert both == clauses(
        tmp_path,
        c=f"{TERM}: {{within: 20 km, {of}, all_of: [{{side_of: river, toward: eastham, "
        f"not: {{within: 10 km, {of}}}}}]}}",
    )


def test_beside_a_side_the_witness_tells_both(tmp_path: Path) -> None:
    assert clauses(
        tmp_path, c=f"{TERM}: {{side_of: canal, toward: weston, beyond: 5 km, of: river}}"
    ) == clauses(
        tmp_path,
        c=f"{TERM}: {{all_of: [{{side_of: canal, toward: weston}}, {{side_of: river, "
        "toward: weston, not: {within: 5 km, of: river, toward: weston}}]}",
    )


@pytest.mark.parametrize(
    ("region", "problem"),
    [
        ("{beyond: 5, of: zone}", ("L501", "5", "write the unit, one of mm, m, km, mi, nmi")),
        ("{beyond: 5 km, of: zonne}", ("L721", "zonne", "did you mean 'zone'?")),
    ],
)
def test_what_is_wrong_with_it_stands_where_it_is_typed(
    region: str, problem: tuple[str, str, str], tmp_path: Path
) -> None:
    assert problem in mistakes(tmp_path, c=f"{TERM}: {region}")


def test_from_a_line_it_says_on_which_side(tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"{TERM}: {{beyond: 5 km, of: river}}")
    assert "L725" in [code for code, _, _ in found]
