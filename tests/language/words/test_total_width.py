"""``total_width: Q`` is: within half of Q, toward both."""

from pathlib import Path

import pytest

from checker.geography.region import Length, Within
from tests.language.words.expansion import clauses, first, mistakes

TERM = "binds: red, prohibits: presence, where"


@pytest.mark.parametrize("width", ["10 km", "4..6 km", "{deferred: never said}"])
def test_a_width_is_half_of_it_on_both_sides(width: str, tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}: {{total_width: {width}, of: river}}") == clauses(
        tmp_path, c=f"{TERM}: {{within: {{half_of: {width}}}, of: river, toward: both}}"
    )


@pytest.mark.parametrize(
    ("width", "half"),
    [
        ("10 km", Length(5_000.0, 5_000.0, "half of 10 km")),
        ("4..6 km", Length(2_000.0, 3_000.0, "half of 4..6 km")),
        ("2 nmi", Length(1_852.0, 1_852.0, "half of 2 nmi")),
    ],
)
def test_half_of_a_width_is_exactly_half_of_it(width: str, half: Length, tmp_path: Path) -> None:
    keys = f"{TERM}: {{total_width: {width}, of: river}}"
    where = first(tmp_path, keys).variants[0].pattern.where
    assert isinstance(where, Within)
    assert where.limit == half
    assert where.toward is None


def test_an_assumed_width_is_noted_as_it_was_written(tmp_path: Path) -> None:
    width = "{assumed: 10 km, why: none was published}"
    (noted,) = first(tmp_path, f"{TERM}: {{total_width: {width}, of: river}}").assumed
    assert (noted.value, noted.why) == ("10 km", "none was published")


def test_a_width_toward_both_is_the_same(tmp_path: Path) -> None:
    plain = clauses(tmp_path, c=f"{TERM}: {{total_width: 10 km, of: river}}")
    assert plain == clauses(tmp_path, c=f"{TERM}: {{total_width: 10 km, of: river, toward: both}}")


def test_a_width_has_no_one_side(tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"{TERM}: {{total_width: 10 km, of: river, toward: eastham}}")
    assert [(code, at) for code, at, _ in found] == [("L724", "toward")]


def test_a_witness_of_a_side_may_stand_beside_a_width(tmp_path: Path) -> None:
    assert clauses(
        tmp_path, c=f"{TERM}: {{side_of: river, toward: eastham, total_width: 10 km, of: canal}}"
    ) == clauses(
        tmp_path,
        c=f"{TERM}: {{side_of: river, toward: eastham, "
        "all_of: [{within: {half_of: 10 km}, of: canal, toward: both}]}",
    )


def test_a_width_that_nobody_can_read_is_told_where_it_is_typed(tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"{TERM}: {{total_width: 10, of: river}}")
    assert [(code, at) for code, at, _ in found] == [("L501", "10")]
