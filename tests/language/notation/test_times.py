"""Times in the notation of the core, as open as they are."""

from pathlib import Path

import pytest

from checker.language.core.pattern import Duration, Edge, Period
from checker.language.notation.times import duration_form, period_form
from tests.language.spoken import core_form


def test_times_are_as_open_as_they_are(tmp_path: Path) -> None:
    events = """
events:
  vote: {not_before: 2020-09-01}
  handover: {between: [2020-07-01, 2020-07-05]}
  survey: {deferred: no date}
  first-shot: {first: {who: red, does: fire}}
clauses:
"""
    names = ("vote", "handover", "survey", "first-shot")
    clauses = "".join(
        f"  c{number}: {{says: T., source: text, binds: red, prohibits: fire, "
        f"when: {{from: {{after: {name}, plus: 14 d}}}}}}\n"
        for number, name in enumerate(names)
    )
    core = core_form(tmp_path, events + clauses)
    starts = [core[f"c{number}"]["pattern"]["when"][1]["from"] for number in range(4)]
    assert starts == [
        {"not_before": "2020-09-15T00:00:00+03:00"},
        {"between": ["2020-07-15T00:00:00+03:00", "2020-07-19T00:00:00+03:00"]},
        "unknown",
        {"first": "first-shot", "plus": "14 d"},
    ]
    assert core["events"] == {"first-shot": {"first": {"who": "red", "does": "fire"}}}


def test_a_bound_that_is_not_there_is_not_written() -> None:
    assert period_form(Period(), "Etc/UTC") == {}
    assert period_form(Period(end=Edge(0, 0)), "Etc/UTC") == {"until": "1970-01-01T00:00:00+00:00"}


@pytest.mark.parametrize(
    ("duration", "form"),
    [
        (Duration(days=14), "14 d"),
        (Duration(us=72 * 3_600_000_000), "72 h"),
        (Duration(us=90 * 60_000_000), "90 min"),
        (Duration(us=1_500_000), "1500000 us"),
        (Duration(), ""),
    ],
)
def test_a_length_of_time_is_written_in_the_largest_unit_that_is_exact(
    duration: Duration, form: str
) -> None:
    assert duration_form(duration) == form
