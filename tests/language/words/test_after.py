"""``after: E`` is: when {from: E}."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from checker.language.core.pattern import FOREVER_US, Edge
from checker.values.instant import parse_moment
from tests.language.words.expansion import clauses, first, mistakes

TERM = "binds: red, prohibits: fire"


@pytest.mark.parametrize("time", ["signing", "vote", "2020-05-01", "{after: signing, plus: 14 d}"])
def test_a_clause_after_a_time_counts_from_it(time: str, tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}, after: {time}") == clauses(
        tmp_path, c=f"{TERM}, when: {{from: {time}}}"
    )


def test_after_a_day_is_from_its_start(tmp_path: Path) -> None:
    start = parse_moment("2020-05-01", ZoneInfo("Asia/Damascus")).start_us
    period = first(tmp_path, f"{TERM}, after: 2020-05-01").variants[0].pattern.when[-1]
    assert period.start == Edge(start, start)
    assert period.end.low_us == FOREVER_US


def test_it_joins_the_periods_that_are_there(tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}, when: {{until: 2020-12-31}}, after: signing") == clauses(
        tmp_path, c=f"{TERM}, when: [{{until: 2020-12-31}}, {{from: signing}}]"
    )


def test_a_time_that_nobody_can_read_is_told_where_it_is_typed(tmp_path: Path) -> None:
    assert mistakes(tmp_path, c=f"{TERM}, after: signin") == [
        ("L604", "signin", "did you mean 'signing'?")
    ]
