"""Whether the report places its actor itself."""

import pytest

from checker.operators.presence import Presence, is_own_place, test
from checker.values.truth import Truth
from checker.values.verdict import reason_names
from tests.handmade import frame_for

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE


def asked(**row: str) -> tuple[int, tuple[str, ...]]:
    tested = test(Presence(), frame_for(row))
    return int(tested.truth[0]), reason_names(int(tested.doubts[0]))


@pytest.mark.parametrize("kind", ["position", "incident", "allegation", "admission", "statement"])
def test_every_kind_of_report_places_its_actor_at_its_own_position(kind: str) -> None:
    assert asked(kind=kind) == (T, ())


@pytest.mark.parametrize("whose", ["target", "debris"])
def test_the_place_of_a_target_or_of_debris_places_nobody(whose: str) -> None:
    assert asked(position_of=whose) == (F, ())


def test_a_count_of_zero_is_absence() -> None:
    assert asked(count_low="0", count_high="0") == (F, ())


def test_a_count_that_may_be_zero_is_open() -> None:
    assert asked(count_low="0", count_high="3") == (U, ("count_vague",))
    assert asked(count_low="1", count_high="3") == (T, ())
    assert asked(count_high="3") == (T, ())


def test_refused_access_is_open_whatever_else_the_row_says() -> None:
    assert asked(kind="access_denied", count_high="0") == (U, ("access_denied",))


def test_a_position_is_the_actors_own_unless_the_report_says_otherwise() -> None:
    frame = frame_for({}, {"position_of": "actor"}, {"position_of": "debris"})
    assert is_own_place(frame).tolist() == [True, True, False]
