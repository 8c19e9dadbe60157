"""Whether a register holds an entry that covers the whole of the report, given in time."""

from typing import Any

from checker.language.core.exemption import Entry, Register, Registered
from checker.language.core.pattern import Duration
from checker.operators.register import InRegister, test
from checker.values.truth import Truth
from checker.values.verdict import Reason, reason_names
from tests.handmade import DAY_US, HOUR_US, JUNE_US, frame_for, group, north, period, within, words

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
COMPLETE = JUNE_US + 30 * DAY_US
DAY = period(JUNE_US, JUNE_US + DAY_US)

PROVED = Reason(0)


def entry(**given: Any) -> Entry:
    """Return an entry for 1 June 2018 that says nothing else."""
    blank: dict[str, Any] = dict.fromkeys(
        ("actor", "unit", "does", "place", "given_us", "to"), None
    )
    return Entry(**{"id": "n1", "period": DAY, **blank, **given})


def doubts(row: dict[str, str], *entries: Entry, unproved: Reason = PROVED) -> tuple[str, ...]:
    register = Register("notices", entries, COMPLETE)
    arguments = InRegister(Registered(register), acts=None, unproved=unproved)
    return reason_names(int(test(arguments, frame_for(row)).doubts[0]))


def asked(row: dict[str, str], *entries: Entry, **registered: Any) -> int:
    register = Register("notices", entries, COMPLETE)
    frame = frame_for(row)
    return int(test(InRegister(Registered(register, **registered), acts=None), frame).truth[0])


NOON = {"seen_from": "2018-06-01T12:00:00Z"}


def test_an_entry_that_says_nothing_else_covers_all_of_its_time() -> None:
    assert asked(NOON, entry()) == T
    assert asked({"seen_from": "2018-06-02T00:00:00Z"}, entry()) == F


def test_what_no_entry_covers_is_open_after_the_register_is_complete() -> None:
    assert asked({"seen_from": "2018-06-30T23:59:59.999999Z"}) == F
    assert asked({"seen_from": "2018-07-01T00:00:00Z"}) == U
    assert asked({"seen_from": ""}) == U


def test_an_entry_for_an_actor_covers_that_actor_alone() -> None:
    ours = entry(actor=group("red"))
    assert asked(NOON, ours) == T
    assert asked(NOON | {"actor": "green"}, ours) == F
    assert asked(NOON | {"actor": "Umber"}, ours) == U


def test_an_entry_for_an_act_or_a_unit_covers_that_alone() -> None:
    said = {"kind": "incident", "role": "acting", "does": "fire", "unit": "1st battery"}
    assert asked(NOON | said, entry(does=words("fire"), unit="1st battery")) == T
    assert asked(NOON | said, entry(does=words("shell"))) == F
    assert asked(NOON | said, entry(unit="2nd battery")) == F
    assert asked(NOON, entry(unit="2nd battery")) == U


def test_an_entry_for_a_place_must_hold_the_whole_disc() -> None:
    there = entry(place=within(1000.0))
    away = [north(d) for d in (900.0, 1000.0, 1100.0)]
    rows = [NOON | {"lat": lat, "radius_m": "50"} for lat in away]
    assert [asked(row, there) for row in rows] == [T, U, F]


def test_an_entry_given_to_another_is_no_entry_and_one_to_nobody_said_is() -> None:
    assert asked(NOON, entry(to="monitors"), to="monitors") == T
    assert asked(NOON, entry(to="the press"), to="monitors") == F
    assert asked(NOON, entry(), to="monitors") == T


def lead(given_us: tuple[int, int] | None, row: dict[str, str] | None = None) -> int:
    return asked(row or NOON, entry(given_us=given_us), lead=Duration(us=12 * HOUR_US))


def test_notice_must_be_given_the_lead_before_the_act_begins_to_the_microsecond() -> None:
    assert lead((JUNE_US, JUNE_US)) == T
    assert lead((JUNE_US + 1, JUNE_US + 1)) == F
    assert lead((JUNE_US, JUNE_US + 1)) == U


def test_a_notice_that_is_not_dated_may_have_been_in_time() -> None:
    assert lead(None) == U


def test_of_an_act_seen_within_a_day_its_start_decides() -> None:
    day = {"seen_from": "2018-06-01T11:00:00Z", "seen_to": "2018-06-01T13:00:00Z"}
    assert lead((JUNE_US, JUNE_US), day) == U
    assert lead((JUNE_US, JUNE_US), day | {"time_kind": "throughout"}) == F
    assert lead((JUNE_US - HOUR_US, JUNE_US - HOUR_US), day) == T


def test_what_leaves_an_entry_open_is_told_and_a_complete_register_is_not() -> None:
    there = entry(place=within(1000.0))
    edge = NOON | {"lat": north(1000.0), "radius_m": "50"}
    assert doubts(edge, there) == ("place_vague",)
    assert doubts({"seen_from": "2018-07-01T00:00:00Z"}, there) == ("register_open",)


def test_an_entry_for_one_actor_is_open_where_it_is_not_proved_who_acted() -> None:
    ours, elsewhere = entry(actor=group("red")), entry(actor=group("red"), unit="2nd battery")
    assert doubts(NOON, ours) == ()
    weak = Reason.ATTRIBUTION_WEAK
    assert doubts(NOON, ours, unproved=weak) == ("attribution_weak",)
    assert doubts(NOON | {"unit": "1st"}, elsewhere, unproved=weak) == ()
    assert doubts(NOON, entry(), unproved=weak) == ()


def test_an_entry_for_one_place_is_open_where_the_axes_may_be_swapped() -> None:
    weak = Reason.PLACE_SWAPPED
    assert doubts(NOON, entry(place=within(1000.0)), unproved=weak) == ("place_swapped",)
    assert doubts(NOON, entry(), unproved=weak) == ()


def test_of_all_the_while_the_time_in_which_the_clause_applies_has_to_be_covered() -> None:
    week = {"seen_from": "2018-06-01", "seen_to": "2018-06-07", "time_kind": "throughout"}
    waiver = entry(period=period(JUNE_US + 2 * DAY_US))
    register = Register("notices", (waiver,), COMPLETE)
    later = (period(JUNE_US + 2 * DAY_US),)
    for applies, answer in (((), F), (later, T)):
        arguments = InRegister(Registered(register), acts=None, applies=applies)
        assert test(arguments, frame_for(week)).truth.tolist() == [answer]


def test_entries_that_follow_each_other_cover_as_one() -> None:
    two_days = {"seen_from": "2018-06-01", "seen_to": "2018-06-02", "time_kind": "throughout"}
    next_day = period(JUNE_US + DAY_US, JUNE_US + 2 * DAY_US)
    assert asked(two_days, entry(), entry(id="n2", period=next_day)) == T
    assert asked(two_days, entry(id="n2", period=next_day), entry()) == T
    assert asked(two_days | {"time_kind": "moment"}, entry(), entry(period=next_day)) == T
    later = period(JUNE_US + DAY_US + HOUR_US, JUNE_US + 2 * DAY_US)
    assert asked(two_days, entry(), entry(period=later)) == F
    # Neither may an entry for another, or one of which notice came too late, fill the gap.
    assert asked(two_days, entry(actor=group("red")), entry(period=next_day)) == F
    early, late = (JUNE_US - 3 * DAY_US,) * 2, (JUNE_US + DAY_US,) * 2
    given = (entry(given_us=early), entry(given_us=late, period=next_day))
    assert asked(two_days, *given, lead=Duration(HOUR_US)) == F
    assert asked(two_days, *given) == T


def test_an_entry_for_presence_covers_presence_whatever_the_report_says_was_done() -> None:
    there = entry(does=words("presence"))
    register = Register("notices", (there, entry(does=words("fire"))), COMPLETE)
    for acts, row, answer in (
        (None, NOON, T),
        (words("shell"), NOON | {"does": "shell"}, F),
        (words("shell"), NOON | {"does": ""}, U),
        (words("fire"), NOON | {"does": "fire;presence"}, T),
    ):
        frame = frame_for(row)
        assert int(test(InRegister(Registered(register), acts=acts), frame).truth[0]) == answer


def test_an_entry_for_an_act_covers_the_presence_of_who_did_it() -> None:
    entry_for_fire, said = entry(does=words("fire")), {"kind": "incident", "does": "fire"}
    assert asked(NOON | said | {"role": "acting"}, entry_for_fire) == T
    assert asked(NOON | said | {"role": ""}, entry_for_fire) == U
    assert asked(NOON | said | {"role": "struck"}, entry_for_fire) == F


def test_an_entry_for_an_act_covers_that_act_and_the_clause_asks_who_did_it() -> None:
    register = Register("notices", (entry(does=words("fire")),), COMPLETE)
    arguments = InRegister(Registered(register), acts=words("fire", "shell"))
    frame = frame_for(NOON | {"kind": "incident", "does": "fire", "role": ""})
    assert test(arguments, frame).truth.tolist() == [T]
