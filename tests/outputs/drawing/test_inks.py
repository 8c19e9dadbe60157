"""Inks of limits: one for both ends and all readings of a limit, another for each other limit."""

from checker.geography.chart import NOTHING
from checker.geography.flat import FlatShape
from checker.outputs.drawing.inks import inks_of, key_of
from checker.outputs.drawing.scene import SceneLimit
from checker.outputs.mapped import MapLimit


def limit(clause: str, end: str = "exact", readings: str = "") -> SceneLimit:
    said = MapLimit(clause, "line", "5 km", 5_000.0, end, None, readings, NOTHING)
    return SceneLimit(said, FlatShape())


def test_a_limit_has_one_ink_under_all_readings() -> None:
    inks = inks_of(
        [limit("a", "low"), limit("a", "high"), limit("b"), limit("b", readings="x = y")]
    )
    assert len(inks) == 2
    assert len(set(inks.values())) == 2
    assert key_of(limit("a").limit) in inks


def test_no_two_of_many_limits_look_the_same() -> None:
    inks = inks_of([limit(f"clause {number}") for number in range(40)])
    assert len(set(inks.values())) == 40
