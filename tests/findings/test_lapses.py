"""What became of a condition, from when to when and by which report."""

from checker.findings.finding import ConditionSpell
from checker.findings.lapses import (
    condition_spells,
    decided_by_lapse,
    is_lapse_of,
    lapse_of,
)
from checker.language.core.pattern import Duration, Pattern
from tests.findings.made import finding, reading_finding
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
    pattern,
    period,
    words,
)
from tests.handmade import reading as reading_of

HOUR = {"seen_from": "2018-06-01T11:00:00Z", "seen_to": "2018-06-01T12:00:00Z"}
FIRE = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"} | HOUR


def spells(*rows: dict[str, str], **given: object) -> list[tuple[str, str | None, str | None]]:
    found = told(*rows, **given)
    return [(one.state, one.from_at, one.cause) for one in found]


def told(*rows: dict[str, str], **given: object) -> tuple[ConditionSpell, ...]:
    one = reading_of("c1", pattern(), conditions=(condition(**given),))
    return condition_spells(judged(core_of_clauses(clause("c1", one)), *rows))


def test_a_condition_against_which_nothing_was_reported_holds_all_the_time() -> None:
    assert spells({}) == [("holds", None, None)]
    assert spells({}, unproved="open") == [("open", None, None)]


def test_a_break_is_told_from_its_start_with_the_report_that_made_it() -> None:
    assert spells(FIRE) == [
        ("holds", None, None),
        ("open", "2018-06-01T11:00:00+00:00", "r1"),
        ("lapsed", "2018-06-01T12:00:00+00:00", "r1"),
        ("open", "2018-06-02T00:00:00+00:00", "r1"),
    ]


def test_a_report_that_began_before_the_deal_did_tells_nothing_of_the_time_before() -> None:
    noon_us = JUNE_US + 12 * HOUR_US
    since = pattern(when=(period(noon_us),))
    row = FIRE | {"seen_from": "2018-05-01", "seen_to": "2018-06-03"}
    found = []
    for time_kind in ("moment", "throughout"):
        one = reading_of("c1", since, conditions=(condition(),))
        run = judged(core_of_clauses(clause("c1", one)), row | {"time_kind": time_kind})
        found.append([(told.state, told.from_at) for told in condition_spells(run)][:2])
    began = "2018-06-01T12:00:00+00:00"
    assert found == [
        [("holds", None), ("open", began)],
        [("holds", None), ("lapsed", began)],
    ]


def test_stretches_follow_each_other_without_a_gap() -> None:
    found = told(FIRE, lasts=Duration(days=2))
    ends = [one.to_at for one in found]
    assert ends[0] == "2018-06-01T10:59:59.999999+00:00"
    assert ends[-1] is None
    assert found[2].to_at == "2018-06-03T11:59:59.999999+00:00"


def test_a_break_that_ends_it_has_no_end() -> None:
    assert told(FIRE, lapse="ends")[-1] == ConditionSpell(
        *("c1", (), "so long as nothing proves that green fire", "lapsed"),
        from_at="2018-06-01T12:00:00+00:00",
        to_at=None,
        cause="r1",
    )


def test_a_lapse_names_the_proved_report_before_any_other() -> None:
    weak = FIRE | {"kind": "allegation", "seen_to": "2018-06-01T13:00:00Z"}
    one = reading_of("c1", pattern(), conditions=(condition(),))
    run = judged(core_of_clauses(clause("c1", one)), FIRE, weak)
    said = lapse_of(run, 0, (), JUNE_US + DAY_US)
    assert said.endswith("had lapsed by report r1, from 2018-06-01T12:00:00+00:00")


def test_a_lapse_that_no_report_made_names_none() -> None:
    one = reading_of("c1", pattern(), conditions=(condition(),))
    run = judged(core_of_clauses(clause("c1", one)), FIRE)
    assert lapse_of(run, 0, (), JUNE_US).endswith(
        "(so long as nothing proves that green fire) had lapsed"
    )


def test_what_ended_a_condition_is_the_first_break_and_what_suspends_it_the_last() -> None:
    again = FIRE | {"seen_from": "2018-06-03T11:00:00Z", "seen_to": "2018-06-03T12:00:00Z"}
    for lapse, by in (("ends", "r1"), ("suspends", "r2")):
        one = reading_of("c1", pattern(), conditions=(condition(lapse=lapse),))
        run = judged(core_of_clauses(clause("c1", one)), FIRE, again)
        assert f"had lapsed by report {by}" in lapse_of(run, 0, (), JUNE_US + 5 * DAY_US)


def test_a_lapse_is_that_of_the_clause_which_it_names_in_full() -> None:
    one = reading_of("c1", pattern(), conditions=(condition(),))
    said = lapse_of(judged(core_of_clauses(clause("c1", one)), FIRE), 0, (), JUNE_US + DAY_US)
    assert is_lapse_of(said, "c1")
    assert not is_lapse_of(said, "c")
    assert not is_lapse_of(None, "c1")
    kept, lapsed = finding(), finding(readings=(reading_finding(), reading_finding(lapse=said)))
    assert list(decided_by_lapse([kept, lapsed], "c1")) == [lapsed]


def lapse_at(at_us: int, *rows: dict[str, str], **given: object) -> str:
    one = reading_of("c1", pattern(), conditions=(condition(**given),))
    run = judged(core_of_clauses(clause("c1", one)), *rows)
    return lapse_of(run, 0, (), at_us).split(" had lapsed ")[1]


NOON_US = JUNE_US + DAY_US // 2


def test_what_was_done_all_the_while_lapsed_it_from_its_start() -> None:
    rows = FIRE | {"time_kind": "throughout"}
    assert lapse_at(NOON_US, rows) == "by report r1, from 2018-06-01T11:00:00+00:00"


def test_a_report_that_ends_later_on_the_day_is_told_as_of_that_day() -> None:
    assert lapse_at(NOON_US - 1, FIRE) == "by report r1 of the same day"


def test_a_break_that_is_certain_by_then_is_told_before_one_that_has_begun() -> None:
    begun = FIRE | {"seen_from": "2018-06-01T11:30:00Z", "seen_to": "2018-06-01T18:00:00Z"}
    assert lapse_at(NOON_US, FIRE, begun) == "by report r1, from 2018-06-01T12:00:00+00:00"


def test_what_hangs_on_an_event_did_not_hold_before_it() -> None:
    one = reading_of("c1", pattern(), conditions=(condition(event=edge(NOON_US)),))
    run = judged(core_of_clauses(clause("c1", one)), FIRE)
    assert lapse_of(run, 0, (), JUNE_US).endswith(") did not hold yet")


def test_what_has_to_be_there_lapses_by_the_report_that_it_is_not() -> None:
    gone = {"actor": "green", "count_high": "0", "seen_from": "2018-06-01T15:00:00Z"}
    asked = {"some": Pattern(who=group("green"), does=words("fire")), "lapse": "ends"}
    at_us = JUNE_US + 2 * DAY_US
    assert lapse_at(at_us, FIRE, gone, **asked) == "by report r2, from 2018-06-01T15:00:00+00:00"
