"""What reports say about a condition: spells of breaks, cures of the same unit or actors."""

import itertools
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from checker.folds.evidence import (
    Cure,
    Evidence,
    Remedies,
    Remedy,
    Sighting,
    by_batch,
    merge,
    timeline_of,
)
from checker.folds.spells import Spells
from checker.language.core.pattern import FOREVER_US, Duration
from tests.handmade import DAY_US, HOUR_US, condition

UTC = ZoneInfo("Etc/UTC")
BATCH = ("r.csv", 1)


def sighting(start_h: int, end_h: int, report: str = "r", **given: object) -> Sighting:
    fields = {
        "is_throughout": False,
        "proved": 2,
        "face": 2,
        "actors": (0,),
        "unit": None,
        **given,
    }
    return Sighting(start_h * HOUR_US, end_h * HOUR_US, (BATCH, 0), report, **fields)  # type: ignore[arg-type]


def cure(at_h: int, actors: tuple[int, ...] = (0,), unit: str | None = None) -> Cure:
    return Cure(at_h * HOUR_US, at_h * HOUR_US, (BATCH, 1), "c", True, True, actors, unit)


def pairs(spells: Spells) -> list[tuple[float, float]]:
    """Return the stretches in hours, the end being the first instant after it."""
    ends = [end if end >= FOREVER_US else end + 1 for end in spells.end_us.tolist()]
    return [
        (start / HOUR_US, end / HOUR_US if end < FOREVER_US else float("inf"))
        for start, end in zip(spells.start_us.tolist(), ends, strict=True)
    ]


def drawn(evidence: Evidence, **given: object) -> dict[str, list[tuple[float, float]]]:
    timeline = timeline_of(
        evidence, condition(**given), UTC, lambda one, other: one == other, is_proved=True
    )
    return {"lapsed": pairs(timeline.lapsed), "open": pairs(timeline.open)}


def test_a_break_is_open_from_its_start_certain_from_its_end_and_open_after_its_day() -> None:
    found = drawn(Evidence((sighting(7, 9),)))
    assert found == {"lapsed": [(9, 24)], "open": [(7, 9), (24, float("inf"))]}


def test_a_break_seen_all_the_while_is_certain_from_its_start() -> None:
    assert drawn(Evidence((sighting(7, 9, is_throughout=True),)))["lapsed"] == [(7, 24)]


def test_a_break_lasts_as_long_as_the_clause_says() -> None:
    found = drawn(Evidence((sighting(7, 7),)), lasts=Duration(days=2))
    assert found == {"lapsed": [(7, 7 + 48)], "open": [(7 + 48, float("inf"))]}


def test_where_a_lapse_ends_the_permission_it_ends_for_good() -> None:
    found = drawn(Evidence((sighting(7, 7),), (cure(30),)), lapse="ends")
    assert found == {"lapsed": [(7, float("inf"))], "open": []}


def test_a_later_cure_of_the_same_actors_closes_what_was_open() -> None:
    assert drawn(Evidence((sighting(7, 7),), (cure(30),)))["open"] == [(24, 30)]


@pytest.mark.parametrize(
    "other", [cure(30, actors=(1,)), cure(30, actors=()), cure(7)], ids=["other", "nobody", "same"]
)
def test_a_report_of_others_or_of_the_same_time_cures_nothing(other: Cure) -> None:
    assert drawn(Evidence((sighting(7, 7),), (other,)))["open"] == [(24, float("inf"))]


def test_where_the_break_names_a_unit_only_that_unit_cures_it() -> None:
    named = sighting(7, 7, unit="1st")
    assert drawn(Evidence((named,), (cure(30),)))["open"] == [(24, float("inf"))]
    assert drawn(Evidence((named,), (cure(30, unit="1st"),)))["open"] == [(24, 30)]


def test_a_possible_break_opens_the_condition_for_as_long_as_a_proved_one_would_last() -> None:
    found = drawn(Evidence((sighting(7, 9, proved=1),)))
    assert found == {"lapsed": [], "open": [(7, 24)]}


def test_what_is_broken_at_face_value_alone_is_no_lapse_with_the_proof() -> None:
    weak = Evidence((sighting(7, 7, proved=1),))
    faces = timeline_of(weak, condition(), UTC, lambda one, other: one == other, is_proved=False)
    assert pairs(faces.lapsed) == [(7, 24)]
    assert drawn(weak)["lapsed"] == []


def test_a_breach_of_another_clause_counts_strictly_after_its_instants() -> None:
    found = drawn(Evidence((sighting(7, 9),)), kept="c2")
    ((start, end),) = found["lapsed"]
    assert start == pytest.approx(9.0)
    assert start > 9
    assert end == 24


def test_merging_does_not_depend_on_the_order_of_batches() -> None:
    one, two = Evidence((sighting(7, 7, "a"),)), Evidence((sighting(5, 5, "b"),), (cure(9),))
    three = Evidence((sighting(DAY_US // HOUR_US, 30, "c"),))
    merged = {
        merge(merge(*pair[:2]), pair[2]) for pair in itertools.permutations((one, two, three))
    }
    assert len(merged) == 1
    assert merge(one, Evidence()) == one


def test_a_remedy_is_the_first_of_all_that_cures_a_break() -> None:
    rng = np.random.default_rng(3)
    units = (None, "u", "v")
    cures = []
    for _ in range(60):
        start, length = int(rng.integers(40)), int(rng.integers(6))
        cures.append(
            Cure(
                *(start * HOUR_US, (start + length) * HOUR_US, (BATCH, 1), "c"),
                *(bool(rng.integers(2)), True, tuple(rng.integers(0, 3, 2).tolist())),
                *(units[int(rng.integers(3))], bool(rng.integers(2))),
            )
        )
    for is_proved in (True, False):
        remedies = Remedies(cures, lambda one, other: one == other, is_proved=is_proved)
        for start, unit, actor in itertools.product(range(45), units, range(3)):
            one = sighting(start, start, unit=unit, actors=(actor,))
            found = [
                cure
                for cure in cures
                if (cure.is_proved or not is_proved)
                and cure.from_us > one.to_us
                and (cure.unit == unit if unit is not None else actor in cure.actors)
            ]
            assert remedies.of(one) == Remedy(
                min((cure.since_us for cure in found), default=FOREVER_US),
                min((cure.to_us for cure in found), default=FOREVER_US),
            )


def test_nothing_cures_a_break_that_names_nobody() -> None:
    remedies = Remedies([cure(9)], lambda one, other: one == other, is_proved=True)
    assert remedies.of(sighting(1, 1, actors=())) == Remedy()


def test_evidence_is_found_by_its_batch() -> None:
    other = Sighting(0, 0, (("s.csv", 1), 4), "x", False, 2, 2, (0,), None)
    evidence = Evidence((sighting(1, 1), other), (cure(3),))
    found = by_batch(evidence)
    assert found == {BATCH: ((sighting(1, 1),), (cure(3),)), ("s.csv", 1): ((other,), ())}
