"""Whether the report names a thing that the clause means."""

from checker.operators.thing import Thing, test
from checker.values.truth import Scope, Truth
from checker.values.verdict import reason_names
from tests.handmade import THINGS, frame_for, words

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
TANKS = words("tanks", unsure=["weapons"], of=THINGS)


def asked(*things: str, scope: Scope = "some") -> list[int]:
    frame = frame_for(*({"thing": thing} for thing in things))
    found: list[int] = test(Thing(TANKS, scope), frame).truth.tolist()
    return found


def test_a_thing_that_is_meant_one_that_is_wider_and_one_that_is_not_meant() -> None:
    assert asked("tanks", "weapons", "guns") == [T, U, F]


def test_no_thing_and_one_that_nobody_declared_are_open() -> None:
    assert asked("", "catapults") == [U, U]


def test_of_several_things_some_or_all_are_meant() -> None:
    assert asked("tanks;guns", "weapons;guns") == [T, U]
    assert asked("tanks;guns", "weapons;tanks", scope="all") == [F, U]


def test_refused_access_leaves_every_thing_open_and_says_so() -> None:
    tested = test(Thing(TANKS, "some"), frame_for({"kind": "access_denied", "thing": "guns"}))
    assert tested.truth.tolist() == [U]
    assert reason_names(int(tested.doubts[0])) == ("access_denied",)
