"""``obliges``: leaving and staying are prohibitions from a date on, acts are a floor until it."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from checker.language.core.pattern import Bound, Edge, Period
from checker.values.instant import parse_moment
from tests.language.words.expansion import first, mistakes, readings

NOON = "2020-05-01T12:00:00+03:00"


def day(text: str) -> tuple[int, int]:
    """Return the start and the end of a day in the agreement's zone."""
    moment = parse_moment(text, ZoneInfo("Asia/Damascus"))
    return moment.start_us, moment.end_us


@pytest.mark.parametrize(
    ("duty", "expansion"),
    [
        ("obliges: leave, where: zone", "prohibits: presence, where: zone"),
        ("obliges: be_in, where: zone", "confines: presence, where: zone"),
        ("obliges: [leave], where: zone", "prohibits: presence, where: zone"),
    ],
)
@pytest.mark.parametrize("time", [NOON, "signing", "vote", "{after: signing, plus: 72 h}"])
def test_to_leave_or_stay_by_an_instant_is_a_prohibition_from_it(
    duty: str, expansion: str, time: str, tmp_path: Path
) -> None:
    word, core = readings(
        tmp_path,
        c=f"binds: red, {duty}, by: {time}",
        d=f"binds: red, {expansion}, when: {{from: {time}}}",
    )
    assert word.variants == core.variants
    assert (word.bound, word.conditions) == (core.bound, core.conditions)


def test_who_leaves_by_a_day_may_use_all_of_it(tmp_path: Path) -> None:
    word, core = readings(
        tmp_path,
        c="binds: red, obliges: leave, where: zone, by: 2020-05-01",
        d="binds: red, prohibits: presence, where: zone, when: {from: 2020-05-02}",
    )
    assert word.variants == core.variants
    assert word.variants[0].pattern.when[-1].start.low_us == day("2020-05-01")[1]


def test_a_duty_keeps_its_date_and_its_kind_for_the_clauses_standing(tmp_path: Path) -> None:
    end = day("2020-05-01")[1]
    found = readings(
        tmp_path,
        leave="binds: red, obliges: leave, where: zone, by: 2020-05-01",
        stay="binds: red, obliges: be_in, where: zone, by: 2020-05-01",
        act="binds: red, obliges: [hand-over], by: 2020-05-01",
    )
    assert [clause.kind for clause in found] == ["leave", "be_in", "act"]
    assert [clause.deadline for clause in found] == [Edge(end, end)] * 3


@pytest.mark.parametrize(("stated", "count"), [("", 1), (", at_least: 1", 1), (", at_least: 3", 3)])
def test_a_duty_to_act_is_a_floor_until_its_date(stated: str, count: int, tmp_path: Path) -> None:
    word = f"binds: red, obliges: [hand-over], by: 2020-05-01{stated}"
    core = f"binds: red, does: [hand-over], at_least: {count}, by: 2020-05-01"
    assert first(tmp_path, word) == first(tmp_path, core)
    assert first(tmp_path, word).bound == Bound(at_least=(count, count))


def test_an_act_after_the_date_is_still_one_of_the_clause(tmp_path: Path) -> None:
    duty = first(tmp_path, "binds: red, obliges: [hand-over], by: 2020-05-01")
    (in_force,) = duty.variants[0].pattern.when
    assert in_force == Period(start=Edge(day("2020-01-01")[0], day("2020-01-01")[0]))


@pytest.mark.parametrize(
    ("duty", "missing"),
    [
        ("obliges: leave, by: 2020-05-01", "where"),
        ("obliges: be_in, where: zone", "by"),
        ("obliges: [hand-over]", "by"),
    ],
)
def test_a_duty_says_where_and_by_when(duty: str, missing: str, tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"binds: red, {duty}")
    assert found == [("L102", "says", f"add '{missing}:'")]
