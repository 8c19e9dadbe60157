"""Whether an actor is of a group when it was reported."""

import pytest

from checker.language.core.pattern import FOREVER_US, Group, Membership
from checker.operators.who import Who, test
from checker.values.truth import Scope, Truth
from checker.values.verdict import reason_names
from tests.handmade import DAY_US, EVERYONE, JUNE_US, frame_for, group, period

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE


def asked(of: Group, *rows: dict[str, str], scope: Scope = "some") -> list[tuple[int, list[str]]]:
    tested = test(Who(of, "actor", scope), frame_for(*rows))
    reasons = [list(reason_names(int(bits))) for bits in tested.doubts]
    return list(zip(tested.truth.tolist(), reasons, strict=True))


def test_an_actor_is_of_the_group_may_be_or_is_not() -> None:
    rows = [{"actor": name} for name in ("red", "green", "blue")]
    found = asked(group("red", unsure=["green"]), *rows)
    assert found == [(T, []), (U, ["actor_unresolved"]), (F, [])]


@pytest.mark.parametrize("name", ["", "Umber"])
def test_nobody_and_a_name_that_nobody_declared_may_be_of_any_group(name: str) -> None:
    assert asked(group("red"), {"actor": name}) == [(U, ["actor_unresolved"])]


def test_everyone_holds_whoever_it_was() -> None:
    assert asked(EVERYONE, {"actor": ""}, {"actor": "Umber"}, {"actor": "blue"}) == [(T, [])] * 3


def from_june(until_us: int = FOREVER_US) -> Group:
    """Return the group of which red is a member from 1 June 2018 on."""
    members = (Membership(((JUNE_US, until_us, int(T)),)), *(Membership() for _ in range(3)))
    return Group("clients", members)


BEFORE = "2018-05-31T23:59:59.999999Z"
START = "2018-06-01T00:00:00Z"


def test_a_dated_membership_begins_at_its_first_instant_and_ends_before_its_last() -> None:
    day = from_june(JUNE_US + DAY_US)
    rows = [{"seen_from": at} for at in (BEFORE, START, "2018-06-01T23:59:59.999999Z")]
    assert asked(day, *rows, {"seen_from": "2018-06-02T00:00:00Z"}) == [
        *((F, []), (T, []), (T, []), (F, []))
    ]


def test_a_moment_astride_the_date_leaves_it_open_because_of_the_time() -> None:
    astride = {"seen_from": BEFORE, "seen_to": START}
    assert asked(from_june(), astride) == [(U, ["time_vague"])]


def test_a_report_without_a_time_leaves_a_dated_membership_open() -> None:
    assert asked(from_june(), {"seen_from": ""}) == [(U, ["time_vague"])]
    assert asked(group("red"), {"seen_from": ""}) == [(T, [])]


def test_all_the_while_astride_the_date_is_some_of_it_and_not_all_of_it() -> None:
    astride = {"seen_from": BEFORE, "seen_to": START, "time_kind": "throughout"}
    assert asked(from_june(), astride, scope="some") == [(T, [])]
    assert asked(from_june(), astride, scope="all") == [(F, [])]


def against(of: Group, *rows: dict[str, str], scope: Scope = "some") -> list[int]:
    found: list[int] = test(Who(of, "against", scope), frame_for(*rows)).truth.tolist()
    return found


def test_against_whom_is_some_of_those_named_or_all_of_them() -> None:
    rows = [{"against": "green;blue"}, {"against": "blue"}, {"against": ""}, {"against": "Umber"}]
    assert against(group("green"), *rows) == [T, F, U, U]
    assert against(group("green"), *rows, scope="all") == [F, F, U, U]


def test_against_anyone_holds_where_nobody_is_named() -> None:
    assert against(EVERYONE, {"against": ""}, {"against": "Umber"}) == [T, T]


def test_of_all_the_while_only_the_time_in_which_the_clause_applies_counts() -> None:
    ended = from_june(JUNE_US + DAY_US)
    week = {"seen_from": "2018-06-01", "seen_to": "2018-06-07", "time_kind": "throughout"}
    later = (period(JUNE_US + DAY_US),)
    for applies, answer in (((), T), (later, F)):
        tested = test(Who(ended, "actor", "some", applies), frame_for(week))
        assert tested.truth.tolist() == [answer]


def test_a_likely_member_whose_membership_has_ended_is_open_because_of_who_it_was() -> None:
    spans = ((JUNE_US, JUNE_US + DAY_US, int(U)),)
    likely = Group("clients", (Membership(spans), *(Membership() for _ in range(3))))
    astride = {"seen_from": BEFORE, "seen_to": START}
    assert asked(likely, astride) == [(U, ["actor_unresolved"])]
