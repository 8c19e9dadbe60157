"""How a duty with a date stands over the whole period."""

import pytest

from checker.geography.region import Not, Region
from checker.language.core.agreement import Coverage, Observed
from checker.language.core.pattern import Bound, Pattern
from tests.handmade import (
    DAY_US,
    HOUR_US,
    JUNE_US,
    clause,
    condition,
    core_of_clauses,
    edge,
    group,
    judged,
    north,
    pattern,
    period,
    reading,
    rows_in,
    within,
    words,
)

OUTSIDE = {"lat": north(5000.0)}
FIRE = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}
DEADLINE_US = JUNE_US + 2 * DAY_US
AFTER = {"seen_from": "2018-06-03T12:00:00Z", "unit": "1st"}
GONE = {"seen_from": "2018-06-04T12:00:00Z", "unit": "1st"}


def stands(
    *rows: dict[str, str],
    what: Pattern,
    as_of_us: int | None,
    coverage: Coverage | None = None,
    **given: object,
) -> str:
    duty = clause("c1", reading("c1", what, **given))  # type: ignore[arg-type]
    run = judged(core_of_clauses(duty, coverage=coverage), *rows, as_of_us=as_of_us)
    (one,) = rows_in(run)
    return one.standing.word


def leaving(*rows: dict[str, str], as_of_us: int) -> str:
    when = pattern(when=(period(DEADLINE_US),))
    return stands(*rows, what=when, kind="leave", deadline=edge(DEADLINE_US), as_of_us=as_of_us)


def test_a_date_to_come_is_outstanding_until_its_instant() -> None:
    assert leaving({}, as_of_us=DEADLINE_US - 1) == "outstanding"
    assert leaving({}, as_of_us=DEADLINE_US) == "not_in_force"


def test_who_is_still_there_after_the_date_is_overdue() -> None:
    assert leaving(AFTER, as_of_us=DEADLINE_US + 9 * DAY_US) == "overdue"


@pytest.mark.parametrize(
    "proof", [GONE | OUTSIDE, GONE | {"count_low": "0", "count_high": "0"}], ids=["unit", "zero"]
)
def test_who_has_left_after_all_is_late(proof: dict[str, str]) -> None:
    assert leaving(AFTER, proof, as_of_us=DEADLINE_US + 9 * DAY_US) == "late"


def acting(*rows: dict[str, str], as_of_us: int | None, **given: object) -> str:
    begins = (period(JUNE_US),)
    what = Pattern(who=group("green"), does=words("fire"), when=begins)
    fields = {"kind": "act", "deadline": edge(DEADLINE_US), **given}
    return stands(*rows, what=what, as_of_us=as_of_us, **fields)  # type: ignore[arg-type]


def watched(until_us: int, status: str = "watched") -> Coverage:
    return Coverage((Observed(None, JUNE_US, until_us, status),))  # type: ignore[arg-type]


def test_a_duty_to_act_is_complied_with_by_an_act_in_time_and_late_by_one_after() -> None:
    over = DEADLINE_US + DAY_US
    late = FIRE | {"seen_from": "2018-06-03T00:00:00Z"}
    assert acting(FIRE, as_of_us=DEADLINE_US - 1) == "outstanding"
    assert acting(FIRE, as_of_us=over) == "complied"
    assert acting(late, as_of_us=over) == "late"
    assert acting(FIRE | {"kind": "allegation"}, as_of_us=over) == "undetermined"


def test_silence_is_overdue_only_where_somebody_watched() -> None:
    over = DEADLINE_US + DAY_US
    assert acting({}, as_of_us=over) == "no_evidence"
    assert acting({}, as_of_us=over, coverage=watched(over)) == "overdue"
    assert acting({}, as_of_us=over, coverage=watched(DEADLINE_US - 1)) == "no_evidence"
    assert acting({}, as_of_us=over, coverage=watched(over, "denied")) == "no_evidence"


def test_a_date_known_to_an_interval_has_to_be_watched_to_its_end() -> None:
    vague, over = edge(DEADLINE_US, DEADLINE_US + DAY_US), DEADLINE_US + 2 * DAY_US
    early, whole = watched(DEADLINE_US + HOUR_US), watched(DEADLINE_US + DAY_US)
    assert acting({}, as_of_us=over, deadline=vague, coverage=early) == "no_evidence"
    assert acting({}, as_of_us=over, deadline=vague, coverage=whole) == "overdue"


@pytest.mark.parametrize(
    "may_be_it",
    [
        {"seen_from": "2018-06-02T00:00:00Z", "seen_to": "2018-06-04T00:00:00Z"},
        {"kind": "allegation"},
        {"actor": "", "actor_one_of": "green;red"},
        {"actor": "nobody known"},
    ],
    ids=["astride the date", "weak", "one of two", "unknown"],
)
def test_what_may_be_the_act_in_time_is_neither_late_nor_overdue(may_be_it: dict[str, str]) -> None:
    over = DEADLINE_US + 3 * DAY_US
    late = FIRE | {"seen_from": "2018-06-03T00:00:00Z"}
    rows = (FIRE | may_be_it, late)
    assert acting(*rows, as_of_us=over, coverage=watched(over)) == "undetermined"
    assert acting(rows[0], as_of_us=over, coverage=watched(over)) == "undetermined"


def test_a_duty_to_act_twice_is_not_done_by_one_act() -> None:
    twice = Bound(at_least=(2.0, 2.0))
    over = DEADLINE_US + DAY_US
    assert acting(FIRE, as_of_us=over, bound=twice, coverage=watched(over)) == "overdue"
    assert acting(FIRE, FIRE, as_of_us=over, bound=twice) == "complied"


def test_a_duty_whose_condition_is_proved_broken_when_due_is_moot() -> None:
    breaks = FIRE | {"actor": "blue"}
    rule = condition(none=Pattern(who=group("blue"), does=words("fire")), lapse="ends")
    over = DEADLINE_US + DAY_US
    assert acting(breaks, as_of_us=over, conditions=(rule,)) in {"moot", "not_in_force"}
    assert acting({"actor": "red"}, as_of_us=over, conditions=(rule,)) == "no_evidence"


BROKEN = FIRE | {"actor": "blue"}
NO_BLUE_FIRE = Pattern(who=group("blue"), does=words("fire"))
LATE = FIRE | {"seen_from": "2018-06-03T00:00:00Z"}


@pytest.mark.parametrize("rows", [(), (LATE,)], ids=["no act", "an act after the date"])
def test_a_duty_is_missed_only_where_its_conditions_stood_when_it_fell_due(
    rows: tuple[dict[str, str], ...],
) -> None:
    over = DEADLINE_US + 3 * DAY_US

    def stood(*others: dict[str, str], unproved: str = "holds", lapse: str = "ends") -> str:
        rule = condition(none=NO_BLUE_FIRE, lapse=lapse, unproved=unproved)
        fields = {"coverage": watched(over), "conditions": (rule,)}
        red = {"actor": "red", "seen_from": "2018-06-01T00:00:00Z"}
        return acting(red, *others, *rows, as_of_us=over, **fields)

    missed = "late" if rows else "overdue"
    assert stood() == missed
    assert stood(BROKEN) == "moot"
    assert stood(BROKEN | {"kind": "allegation"}) == "undetermined"
    assert stood(unproved="open") == "undetermined"
    # What suspended the duty, and was over, or came after the date, excuses nothing.
    zero = {"actor": "blue", "seen_from": "2018-06-01T14:00:00Z", "count_high": "0"}
    assert stood(BROKEN, lapse="suspends") == "undetermined"
    assert stood(BROKEN, zero, lapse="suspends") == missed
    assert stood(BROKEN | {"seen_from": "2018-06-05T12:00:00Z"}) == missed


def test_an_act_in_time_may_be_it_though_the_duty_was_suspended_then() -> None:
    over = DEADLINE_US + 3 * DAY_US
    rule = condition(none=NO_BLUE_FIRE, lapse="suspends", unproved="holds")
    zero = {"actor": "blue", "seen_from": "2018-06-01T14:00:00Z", "count_high": "0"}
    fields = {"coverage": watched(over), "conditions": (rule,)}
    assert acting(BROKEN, FIRE, zero, as_of_us=over, **fields) == "undetermined"
    assert acting(BROKEN, FIRE | {"does": ""}, zero, as_of_us=over, **fields) == "overdue"


def test_an_act_that_may_be_swapped_leaves_open_whether_the_duty_was_met() -> None:
    over = DEADLINE_US + DAY_US
    turned = FIRE | {"lon": "32.5", "lat": "36.0"}
    found = {
        where: acting_at(where, turned, as_of_us=over) for where in (None, Not(within(1000.0)))
    }
    assert list(found.values()) == ["complied", "undetermined"]


def acting_at(where: Region | None, *rows: dict[str, str], as_of_us: int) -> str:
    """Return how green's duty to fire somewhere stands."""
    fire = pattern(who=group("green"), does=words("fire"), where=where, when=(period(JUNE_US),))
    return stands(*rows, what=fire, kind="act", deadline=edge(DEADLINE_US), as_of_us=as_of_us)
