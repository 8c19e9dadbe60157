"""``until_verified: E`` is: when {until: E}."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from checker.language.core.pattern import FOREVER_US, Edge
from checker.values.instant import parse_moment
from tests.language.words.expansion import clauses, first, mistakes

TERM = "binds: red, prohibits: fire"


@pytest.mark.parametrize(
    "time", ["signing", "vote", "2020-05-01", "{before: signing, minus: 72 h}"]
)
def test_a_clause_until_something_is_verified_ends_there(time: str, tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}, until_verified: {time}") == clauses(
        tmp_path, c=f"{TERM}, when: {{until: {time}}}"
    )


def test_until_a_day_is_to_its_end(tmp_path: Path) -> None:
    end = parse_moment("2020-05-01", ZoneInfo("Asia/Damascus")).end_us
    period = first(tmp_path, f"{TERM}, until_verified: 2020-05-01").variants[0].pattern.when[-1]
    assert period.end == Edge(end, end)
    assert period.start.low_us == -FOREVER_US


def test_after_one_event_and_until_another_are_both_asked(tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}, after: 2020-05-01, until_verified: vote") == clauses(
        tmp_path, c=f"{TERM}, when: [{{from: 2020-05-01}}, {{until: vote}}]"
    )


def test_a_time_that_nobody_can_read_is_told_where_it_is_typed(tmp_path: Path) -> None:
    assert mistakes(tmp_path, c=f"{TERM}, until_verified: vot") == [
        ("L604", "vot", "did you mean 'vote'?")
    ]
