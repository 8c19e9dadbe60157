"""What a test asks for, in few words."""

import pytest

from checker.findings.phrases import moment_text, step_text
from checker.language.core.exemption import Register, Registered
from checker.language.core.pattern import Bound, Duration, Group
from checker.language.say.words import Voice
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
    HOUR_US,
    JUNE_US,
    POST,
    THINGS,
    edge,
    group,
    period,
    words,
)


def test_the_last_instant_of_a_day_is_its_end() -> None:
    assert moment_text(JUNE_US + DAY_US - 1, "UTC") == "the end of 2018-06-01"
    assert moment_text(JUNE_US + HOUR_US, "UTC") == "2018-06-01T01:00:00+00:00"
    # In Damascus the day ends three hours before it ends in Greenwich.
    assert moment_text(JUNE_US - 3 * HOUR_US - 1, "Asia/Damascus") == "the end of 2018-05-31"


VOICE = Voice({"red": "Red Army", "monitors": "The Monitors"}, {}, "Asia/Damascus")
NOTICES = Register("notices", (), JUNE_US)
DAY = (period(JUNE_US, JUNE_US + DAY_US),)
SOON = (period(edge(JUNE_US, JUNE_US + DAY_US)),)
SHOT = (period(edge(0, 0, first="shot", shift=Duration(us=2 * HOUR_US, days=1))),)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Who(group("red", "green"), "actor", "some"), "Red Army or the group “green”"),
        (
            Who(Group("{all_except: [red]}", ()), "actor", "some"),
            "every armed actor except Red Army",
        ),
        (Doing(words("fire"), "some"), "fire"),
        (Doing(words("fire", "hand-over"), "some"), "fire or hand over"),
        (Thing(words("tanks", of=THINGS), "some"), "tanks"),
        (Presence(), "presence"),
        (Where(POST, "own", "some"), "its position inside post"),
        (Where(POST, "act", "some"), "the act inside post"),
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
            "an entry in notices, given to The Monitors, 72 h before",
        ),
        (Counted(Bound(at_most=(50.0, 50.0), of="persons")), "at most 50 persons"),
        (Counted(Bound(at_least=(3.0, 1000.0))), "at least 3 to 1,000 units"),
    ],
)
def test_each_step_says_what_it_asks_for(step: Step, said: str) -> None:
    assert step_text(step, VOICE) == said
