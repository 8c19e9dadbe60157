"""A condition followed as time goes on is worth what all reports together make it."""

from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.folds.evidence import Cure, Evidence, Sighting
from checker.folds.precedence import precedence_of
from checker.folds.standing import Standing
from checker.folds.timeline import Asked
from checker.language.core.exemption import Condition
from checker.language.core.pattern import Duration
from checker.values.truth import Scope, Truth
from checker.values.window import Window

HOUR_US = 3_600_000_000
ZONE = ZoneInfo("Etc/UTC")
UNITS = st.sampled_from(["u", "v", None])
ACTORS = st.sampled_from([(), (0,), (1,), (0, 1)])
HOURS = st.sampled_from([0, 1, 2, 23, 24, 25, 48, 72])


def same(speaker: int, actor: int) -> bool:
    return speaker == actor


@st.composite
def told(draw: st.DrawFn) -> list[Sighting | Cure]:
    """Draw breaks, possible breaks and cures that touch each other, in the order of their ends."""
    found: list[Sighting | Cure] = []
    for number in range(draw(st.integers(0, 8))):
        start, end = sorted((draw(HOURS), draw(HOURS)))
        span, row = (start * HOUR_US, end * HOUR_US), (("r.csv", 1), number)
        actors, unit = draw(ACTORS), draw(UNITS)
        if draw(st.booleans()):
            state = draw(st.sampled_from([Truth.TRUE, Truth.UNKNOWN]))
            found.append(
                Sighting(
                    *span,
                    row,
                    f"r{number}",
                    is_throughout=False,
                    proved=state,
                    face=state,
                    actors=actors,
                    unit=unit,
                )
            )
        else:
            found.append(
                Cure(
                    *span, row, f"r{number}", is_proved=True, is_face=True, actors=actors, unit=unit
                )
            )
    return sorted(found, key=lambda one: one.to_us)


def asked(start: int, end: int, *, is_throughout: bool) -> Asked:
    begins, ends = np.array([start * HOUR_US]), np.array([end * HOUR_US])
    window = Window(begins, ends, begins, ends, np.array([is_throughout]))
    return Asked(begins, ends, np.array([start == end]), window)


@settings(max_examples=400)
@given(
    every=told(),
    spans=st.lists(st.tuples(HOURS, HOURS).map(sorted), min_size=1, max_size=4),
    rule=st.tuples(st.sampled_from(["ends", "suspends"]), st.sampled_from(["holds", "open"])),
    lasts=st.sampled_from([None, Duration(days=0, us=2 * HOUR_US)]),
    scope=st.sampled_from(["some", "all"]),
)
def test_each_report_is_answered_by_what_ended_before_it(
    every: list[Sighting | Cure],
    spans: list[list[int]],
    rule: tuple[str, str],
    lasts: Duration | None,
    scope: Scope,
) -> None:
    given = {"lapse": rule[0], "unproved": rule[1], "index": 0, "lasts": lasts}
    condition = Condition(owner="a", kept="b", **given)  # type: ignore[arg-type]
    sightings = tuple(sorted(one for one in every if isinstance(one, Sighting)))
    cures = tuple(sorted(one for one in every if isinstance(one, Cure)))
    how = ZONE, same
    whole = precedence_of(Evidence(sightings, cures), (), condition, how, is_proved=True)
    standing, waiting = Standing(condition, ZONE, same), [*every]
    for start, end in sorted(spans):
        while waiting and waiting[0].to_us < start * HOUR_US:
            one = waiting.pop(0)
            if isinstance(one, Sighting):
                standing.add(one, None)
            else:
                standing.add(None, one)
        for is_throughout in (False, True):
            question = asked(start, end, is_throughout=is_throughout)
            assert standing.answer(question, scope) == whole.answer(question, scope)[0][0]


@pytest.mark.parametrize(
    ("unit", "start", "worth"),
    [("u", 2, Truth.TRUE), ("u", 1, Truth.UNKNOWN), ("v", 2, Truth.UNKNOWN)],
    ids=["later", "at its end", "another unit"],
)
def test_a_break_is_cured_by_its_own_unit_if_it_is_certainly_later(
    unit: str, start: int, worth: Truth
) -> None:
    rule = {"lapse": "suspends", "unproved": "holds", "index": 0}
    standing = Standing(Condition(owner="a", kept="b", **rule), ZONE, same)  # type: ignore[arg-type]
    row = ("r.csv", 1), 0
    row, us = (("r.csv", 1), 0), HOUR_US
    proof = {"is_throughout": False, "proved": 2, "face": 2, "actors": (0,), "unit": "u"}
    standing.add(Sighting(0, us, row, "r0", **proof), None)  # type: ignore[arg-type]
    given = {"is_proved": True, "is_face": True, "actors": (0,), "unit": unit}
    cure = Cure(start * us, 30 * us, row, "r1", **given)  # type: ignore[arg-type]
    standing.add(None, cure)
    assert standing.answer(asked(48, 48, is_throughout=False), "all") == worth
