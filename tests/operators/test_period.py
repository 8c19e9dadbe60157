"""Whether the report falls into a period, to the microsecond."""

import pytest

from checker.language.core.pattern import FOREVER_US, Duration, Edge, Period
from checker.operators.period import During, dated_edge, meet, test
from checker.values.truth import Scope, Truth
from checker.values.verdict import reason_names
from tests.handmade import DAY_US, HOUR_US, JUNE_US, edge, frame_for, period

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
DAY = period(JUNE_US, JUNE_US + DAY_US)
BEFORE, FIRST = "2018-05-31T23:59:59.999999Z", "2018-06-01T00:00:00Z"
LAST, AFTER = "2018-06-01T23:59:59.999999Z", "2018-06-02T00:00:00Z"


def asked(
    within: Period, seen: tuple[str, str], *, kind: str = "moment", scope: Scope = "some"
) -> tuple[int, tuple[str, ...]]:
    row = {"seen_from": seen[0], "seen_to": seen[1], "time_kind": kind}
    tested = test(During((within,), scope), frame_for(row))
    return int(tested.truth[0]), reason_names(int(tested.doubts[0]))


@pytest.mark.parametrize(
    ("at", "answer"), [(BEFORE, F), (FIRST, T), (LAST, T), (AFTER, F), ("2018-06-01", T)]
)
def test_a_period_holds_its_first_instant_and_not_its_last(at: str, answer: Truth) -> None:
    assert asked(DAY, (at, at)) == (answer, ())


@pytest.mark.parametrize("seen", [(BEFORE, FIRST), (LAST, AFTER), (BEFORE, AFTER), ("", "")])
def test_a_moment_that_may_be_outside_is_open(seen: tuple[str, str]) -> None:
    assert asked(DAY, seen) == (U, ("time_vague",))


@pytest.mark.parametrize("seen", [(BEFORE, FIRST), (LAST, AFTER), (BEFORE, AFTER)])
def test_all_the_while_is_some_of_the_period_and_never_all_of_it(seen: tuple[str, str]) -> None:
    assert asked(DAY, seen, kind="throughout") == (T, ())
    assert asked(DAY, seen, kind="throughout", scope="all") == (F, ())


def test_all_the_while_of_a_time_that_is_not_given_is_open() -> None:
    assert asked(DAY, ("", ""), kind="throughout") == (U, ("time_vague",))


def test_all_the_while_before_the_period_is_outside() -> None:
    assert asked(DAY, ("2018-05-30", BEFORE), kind="throughout") == (F, ())


def test_an_exception_need_cover_only_the_time_in_which_the_clause_applies() -> None:
    row = {"seen_from": "2018-05-31", "seen_to": "2018-06-01", "time_kind": "throughout"}
    whole, clipped = (During((DAY,), "all", applies) for applies in ((), (period(JUNE_US),)))
    assert test(whole, frame_for(row)).truth.tolist() == [F]
    assert test(clipped, frame_for(row)).truth.tolist() == [T]


@pytest.mark.parametrize(
    ("clause_ends", "answer"),
    [
        # It may have ended while the exception still held, and may have gone on after it.
        ((JUNE_US + HOUR_US, JUNE_US + 2 * DAY_US), (U, ("time_vague",))),
        ((-FOREVER_US, FOREVER_US), (U, ("event_unknown",))),
        # Whenever it ended, the exception held; whenever it ended, it no longer did.
        ((JUNE_US + HOUR_US, JUNE_US + DAY_US), (T, ())),
        ((JUNE_US + DAY_US + HOUR_US, JUNE_US + 2 * DAY_US), (F, ())),
    ],
)
def test_an_exception_may_cover_a_clause_that_ends_nobody_knows_when(
    clause_ends: tuple[int, int], answer: tuple[int, tuple[str, ...]]
) -> None:
    row = {"seen_from": "2018-06-01", "seen_to": "2018-06-02", "time_kind": "throughout"}
    openness = "unknown" if clause_ends[1] == FOREVER_US else "vague"
    clause = period(JUNE_US, edge(*clause_ends, openness=openness))
    tested = test(During((DAY,), "all", (clause,)), frame_for(row))
    assert (int(tested.truth[0]), reason_names(int(tested.doubts[0]))) == answer


def test_an_edge_known_to_an_interval_is_open_in_it_alone() -> None:
    vague = period(edge(JUNE_US, JUNE_US + DAY_US))
    assert asked(vague, (BEFORE, BEFORE)) == (F, ())
    assert asked(vague, (FIRST, FIRST)) == (U, ("time_vague",))
    assert asked(vague, (LAST, LAST)) == (U, ("time_vague",))
    assert asked(vague, (AFTER, AFTER)) == (T, ())


def test_an_edge_that_nobody_knows_is_open_because_of_the_event() -> None:
    unknown = period(edge(JUNE_US, 2**62, openness="unknown"))
    assert asked(unknown, (BEFORE, BEFORE)) == (F, ())
    assert asked(unknown, (AFTER, AFTER)) == (U, ("event_unknown",))


def after_first_shot(dated: tuple[int, int] | None, at: str) -> tuple[int, tuple[str, ...]]:
    """Ask about the time from 2 h after an event that a report starts."""
    start = edge(0, 0, first="first-shot", shift=Duration(us=2 * HOUR_US))
    firsts = {"first-shot": dated} if dated else {}
    tested = test(During((period(start),), "some"), frame_for({"seen_from": at}, firsts=firsts))
    return int(tested.truth[0]), reason_names(int(tested.doubts[0]))


def test_what_hangs_on_the_first_report_of_an_event_is_dated_by_it() -> None:
    noon = JUNE_US + 12 * HOUR_US
    assert after_first_shot((noon, noon), "2018-06-01T13:59:59.999999Z") == (F, ())
    assert after_first_shot((noon, noon), "2018-06-01T14:00:00Z") == (T, ())
    assert after_first_shot((noon, noon + HOUR_US), "2018-06-01T14:00:00Z") == (U, ("time_vague",))


def test_while_no_report_starts_the_event_what_hangs_on_it_is_open() -> None:
    assert after_first_shot(None, FIRST) == (U, ("event_unknown",))


def test_periods_meet_in_their_common_part_and_none_is_all_time() -> None:
    assert meet([DAY, period(JUNE_US + HOUR_US)]) == period(JUNE_US + HOUR_US, JUNE_US + DAY_US)
    assert meet([]) == Period()


def test_an_edge_that_hangs_on_a_report_is_dated_by_it_and_open_without_one() -> None:
    hung = Edge(-FOREVER_US, FOREVER_US, "unknown", first="shot", shift=Duration(days=1))
    dated = dated_edge(hung, {"shot": (JUNE_US, JUNE_US + HOUR_US)}, "Etc/UTC")
    assert (dated.low_us, dated.high_us) == (JUNE_US + DAY_US, JUNE_US + DAY_US + HOUR_US)
    assert (dated.openness, dated.first) == ("vague", None)
    assert dated_edge(hung, {}, "Etc/UTC").openness == "unknown"
    assert dated_edge(edge(JUNE_US), {}, "Etc/UTC") == edge(JUNE_US)
