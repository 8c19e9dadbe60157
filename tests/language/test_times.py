"""Periods and events: each edge as open as what it hangs on."""

from pathlib import Path

import pytest

from checker.language.core.pattern import FOREVER_US, Duration, Edge, Period
from checker.language.reading import Unanswered
from checker.language.times import duration_of, edge_of, period_of
from checker.values.civil import iso_of_us
from tests.language.written import document, reading, said, value

EVENTS = """
questions: {which: [early, late]}
events:
  ceasefire: {at: "2018-06-10T12:00:00+03:00"}
  day: {at: 2018-06-10}
  handover: {between: [2018-06-01, 2018-06-05]}
  vote: {not_before: 2018-07-01}
  survey: {deferred: no date was agreed}
  first-shot: {first: {who: red, does: fire}}
  disputed: {which: {early: {at: 2018-06-01}, late: {at: 2018-06-08}}}
  again: {at: {after: again, plus: 1 d}}
"""


def period(folder: Path, when: str, **answers: str) -> Period:
    read = document(folder, f"{EVENTS}\nclauses:\n  c:\n    when: {when}\n")
    (found,) = period_of(reading(read, **answers), value(read, "clauses.c.when"))
    assert said(read) == []
    return found


def start(folder: Path, when: str) -> Edge:
    return period(folder, f"{{from: {when}}}").start


def problems(folder: Path, when: str) -> list[str]:
    read = document(folder, f"{EVENTS}\nclauses:\n  c:\n    when: {when}\n")
    period_of(reading(read), value(read, "clauses.c.when"))
    return [found.split()[0] for found in said(read)]


def iso(instant_us: int) -> str:
    return iso_of_us(instant_us, "Asia/Damascus")


def test_nothing_is_all_time(tmp_path: Path) -> None:
    assert period_of(reading(document(tmp_path, EVENTS)), None) == ()


@pytest.mark.parametrize(
    ("key", "instant"),
    [
        ("until", "2018-06-11T00:00:00+03:00"),
        ("by", "2018-06-11T00:00:00+03:00"),
        ("before", "2018-06-10T00:00:00+03:00"),
    ],
)
def test_a_period_ends_with_its_last_day_or_before_it(
    key: str, instant: str, tmp_path: Path
) -> None:
    assert iso(period(tmp_path, f"{{{key}: 2018-06-10}}").end.low_us) == instant


@pytest.mark.parametrize("key", ["from", "after"])
def test_a_period_starts_with_its_first_day(key: str, tmp_path: Path) -> None:
    found = period(tmp_path, f"{{{key}: 2018-06-10}}").start
    assert found == Edge(found.low_us, found.low_us, "exact")
    assert iso(found.low_us) == "2018-06-10T00:00:00+03:00"


def test_an_event_at_an_instant_is_as_certain_as_that(tmp_path: Path) -> None:
    found = start(tmp_path, "ceasefire")
    assert found.openness == "exact"
    assert iso(found.low_us) == "2018-06-10T12:00:00+03:00"


def test_an_event_between_two_days_is_vague(tmp_path: Path) -> None:
    found = start(tmp_path, "handover")
    assert found.openness == "vague"
    assert iso(found.low_us) == "2018-06-01T00:00:00+03:00"
    assert iso(found.high_us) == "2018-06-05T00:00:00+03:00"


def test_an_event_not_before_a_day_is_open_from_it_on(tmp_path: Path) -> None:
    found = start(tmp_path, "vote")
    assert (iso(found.low_us), found.high_us) == ("2018-07-01T00:00:00+03:00", FOREVER_US)
    assert found.openness == "unknown"


@pytest.mark.parametrize("when", ["survey", "{deferred: never agreed}"])
def test_a_deferred_time_is_open(when: str, tmp_path: Path) -> None:
    assert start(tmp_path, when) == Edge(-FOREVER_US, FOREVER_US, "unknown")


def test_an_event_by_report_names_its_first_report(tmp_path: Path) -> None:
    found = start(tmp_path, "{after: first-shot, plus: 3 d}")
    assert (found.first, found.shift) == ("first-shot", Duration(days=3))
    assert found.openness == "unknown"


def test_days_after_a_day_are_a_day(tmp_path: Path) -> None:
    found = period(tmp_path, "{until: {after: day, plus: 14 d}}").end
    assert iso(found.low_us) == "2018-06-25T00:00:00+03:00"


def test_days_after_an_instant_keep_its_clock_time_across_a_change_of_the_clock(
    tmp_path: Path,
) -> None:
    found = start(tmp_path, "{after: ceasefire, plus: 180 d}")
    assert iso(found.low_us) == "2018-12-07T12:00:00+02:00"


def test_hours_are_exact_across_a_change_of_the_clock(tmp_path: Path) -> None:
    found = start(tmp_path, "{after: ceasefire, plus: 4320 h}")
    assert iso(found.low_us) == "2018-12-07T11:00:00+02:00"


def test_a_time_may_be_counted_back_from_an_event(tmp_path: Path) -> None:
    found = start(tmp_path, "{before: ceasefire, minus: 72 h}")
    assert iso(found.low_us) == "2018-06-07T12:00:00+03:00"


def test_a_vague_event_stays_vague_when_it_is_moved(tmp_path: Path) -> None:
    found = start(tmp_path, "{after: handover, plus: 1 d}")
    assert found.openness == "vague"
    assert iso(found.low_us) == "2018-06-02T00:00:00+03:00"


def test_an_event_may_hang_on_a_question(tmp_path: Path) -> None:
    late = period(tmp_path, "{from: disputed}", which="late").start
    assert iso(late.low_us) == "2018-06-08T00:00:00+03:00"
    with pytest.raises(Unanswered):
        period(tmp_path, "{from: disputed}")


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("2018-06-01", "L601"),
        ("{form: 2018-06-01}", "L101"),
        ("{from: 2018-06-02, until: 2018-06-01}", "L602"),
        ("{from: ceasefire, before: day}", "L602"),
        ("{from: cease-fire}", "L604"),
        ("{from: 2018-06-01T12:00}", "L604"),
        ("{from: ~}", "L604"),
        ("{from: {plus: 3 d}}", "L605"),
        ("{from: {after: day, before: day}}", "L605"),
        ("{from: {after: day, plus: 3}}", "L501"),
        ("{from: {after: day, plus: 3 km}}", "L501"),
        ("{from: {after: day, plus: 1..3 d}}", "L603"),
        ("{from: {after: day, minus: 3 d}}", "L605"),
        ("{from: {before: day, plus: 3 d}}", "L605"),
        ("{from: {after: day, add: 3 d}}", "L101"),
        ("{from: again}", "L606"),
        ("{from: {after: day, plus: 99999999 d}}", "L604"),
    ],
)
def test_what_is_no_period_is_a_problem(when: str, code: str, tmp_path: Path) -> None:
    assert problems(tmp_path, when) == [code]


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ("[2018-06-01]", "L607"),
        ("{on: 2018-06-01}", "L101"),
        ("{}", "L607"),
        ("{between: [2018-06-01]}", "L607"),
        ("{between: [2018-06-05, 2018-06-01]}", "L602"),
    ],
)
def test_what_dates_no_event_is_a_problem(event: str, code: str, tmp_path: Path) -> None:
    read = document(tmp_path, f"\nevents:\n  e: {event}\nclauses:\n  c: {{when: {{from: e}}}}\n")
    period_of(reading(read), value(read, "clauses.c.when"))
    assert sorted(found.split()[0] for found in said(read)) == code.split()


def test_a_length_of_time_is_days_or_exact(tmp_path: Path) -> None:
    read = document(tmp_path, "\nclauses:\n  c: {lead: 72 h, x: 3 d}\n")
    at = reading(read)
    assert duration_of(at, value(read, "clauses.c.lead")) == Duration(us=72 * 3_600_000_000)
    assert duration_of(at, value(read, "clauses.c.x")) == Duration(days=3)
    assert duration_of(at, None) is None


def test_what_is_referred_to_is_noted(tmp_path: Path) -> None:
    read = document(tmp_path, f"{EVENTS}\nclauses:\n  c: {{when: {{from: ceasefire}}}}\n")
    edge_of(reading(read), value(read, "clauses.c.when.from"), is_end=False)
    assert ("events", "ceasefire") in read.used
    assert ("events", "vote") not in read.used
