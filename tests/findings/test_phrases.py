"""What a test asks for, in few words."""

import pytest

from checker.findings.phrases import moment_text, region_text, step_text
from checker.geography.region import (
    AllOf,
    AnyOf,
    Everywhere,
    Length,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)
from checker.geography.shapes import Point
from checker.language.core.exemption import Register, Registered
from checker.language.core.pattern import Bound, Duration
from checker.operators import Step
from checker.operators.count import Counted
from checker.operators.doing import Doing
from checker.operators.period import During
from checker.operators.place import Where
from checker.operators.presence import Presence
from checker.operators.register import InRegister
from checker.operators.thing import Thing
from checker.operators.who import Who
from tests.handmade import (
    DAY_US,
    DISTRICT,
    HOUR_US,
    JUNE_US,
    POST,
    THINGS,
    edge,
    group,
    period,
    within,
    words,
)

EAST = Witness("eastham", Point(37.0, 32.5))
UNDRAWN = Length(0.0, float("inf"), "", is_deferred=True)


def test_the_last_instant_of_a_day_is_its_end() -> None:
    assert moment_text(JUNE_US + DAY_US - 1, "UTC") == "the end of 2018-06-01"
    assert moment_text(JUNE_US + HOUR_US, "UTC") == "2018-06-01T01:00:00+00:00"
    # In Damascus the day ends three hours before it ends in Greenwich.
    assert moment_text(JUNE_US - 3 * HOUR_US - 1, "Asia/Damascus") == "the end of 2018-05-31"


@pytest.mark.parametrize(
    ("region", "said"),
    [
        (POST, "in post"),
        (Everywhere(), "anywhere"),
        (within(1000.0), "within 1000 m of post"),
        (
            Within(UNDRAWN, (POST,), EAST),
            "within a depth that nobody published of post on the side of eastham",
        ),
        (SideOf((POST,), EAST), "on the side of post where eastham is"),
        (AnyOf((POST, DISTRICT)), "in post or in district"),
        (AllOf((DISTRICT, Not(POST))), "in district and not in post"),
        (Not(AnyOf((POST, DISTRICT))), "not (in post or in district)"),
        (within(5.0, None, POST, DISTRICT), "within 5 m of post or district"),
    ],
)
def test_a_region_is_said_as_it_is_built(region: Region, said: str) -> None:
    assert region_text(region) == said


NOTICES = Register("notices", (), JUNE_US)
DAY = (period(JUNE_US, JUNE_US + DAY_US),)
SOON = (period(edge(JUNE_US, JUNE_US + DAY_US)),)
SHOT = (period(edge(0, 0, first="shot", shift=Duration(us=2 * HOUR_US, days=1))),)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Who(group("red", "green"), "actor", "some"), "red or green"),
        (Doing(words("fire"), "some"), "fire"),
        (Thing(words("tanks", of=THINGS), "some"), "tanks"),
        (Presence(), "presence"),
        (Where(POST, "own", "some"), "its position in post"),
        (Where(POST, "act", "some"), "the act in post"),
        (During(DAY, "some"), "from 2018-06-01T03:00:00+03:00, before 2018-06-02T03:00:00+03:00"),
        (During((period(None, JUNE_US),), "some"), "before 2018-06-01T03:00:00+03:00"),
        (During((period(),), "some"), "at any time"),
        (
            During(SOON, "some"),
            "from an instant between 2018-06-01T03:00:00+03:00 and 2018-06-02T03:00:00+03:00 on",
        ),
        (During(SHOT, "some"), "from the first shot plus 1 d 2 h on"),
        (
            InRegister(Registered(NOTICES, "monitors", Duration(us=72 * HOUR_US)), acts=None),
            "an entry in notices, given to monitors, 72 h before",
        ),
        (Counted(Bound(at_most=(50.0, 50.0), of="persons")), "at most 50 persons"),
        (Counted(Bound(at_least=(3.0, 1000.0))), "at least 3 to 1,000 units"),
    ],
)
def test_each_step_says_what_it_asks_for(step: Step, said: str) -> None:
    assert step_text(step, "Asia/Damascus") == said
