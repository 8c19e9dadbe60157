"""Machine words in plain English: each word has one, and times read as people write them."""

from datetime import datetime

import pytest

from checker.outputs.plain import (
    CLAUSE_KEY,
    CLAUSE_STANDINGS,
    KEY,
    LEVEL_NAMES,
    REASONS,
    STANDINGS,
    STATES_KEY,
    counted,
    instant_text,
    listed,
    period_text,
    reading_text,
)
from checker.outputs.shelves import GROUPS
from checker.values.verdict import LEVELS, ClauseStanding, Reason, Standing


def test_every_word_of_the_closed_lists_is_told_in_plain_english() -> None:
    words = {one.word for one in Standing} | {"late", "overdue"}
    assert set(STANDINGS) == set(KEY) == words == {w for group in GROUPS.values() for w in group}
    assert set(CLAUSE_STANDINGS) == {one.word for one in ClauseStanding}
    assert set(REASONS) == {(one.name or "").lower() for one in Reason}
    assert tuple(LEVEL_NAMES) == LEVELS
    assert set(CLAUSE_KEY) <= set(CLAUSE_STANDINGS)
    assert set(STATES_KEY) == {"holds", "open", "lapsed"}


def test_a_number_goes_with_its_noun() -> None:
    assert [counted(n, "report") for n in (0, 1, 1204)] == [
        "0 reports",
        "1 report",
        "1,204 reports",
    ]
    assert counted(2, "duty", "duties") == "2 duties"


def test_reasons_and_readings_are_listed() -> None:
    assert listed(("source_weak", "of another version")) == (
        "the source is not graded well enough to prove it; of another version"
    )
    assert reading_text((("line", "a"), ("who", "state"))) == "line = a, who = state"
    assert reading_text(()) == ""


NIGHT, LAST = "2018-06-01T00:00:00+03:00", "2018-06-02T23:59:59.999999+03:00"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, "all the time"),
        (NIGHT, LAST, "2018-06-01 to 2018-06-02"),
        (NIGHT, "2018-06-01T23:59:59.999999+03:00", "2018-06-01"),
        (NIGHT, NIGHT, "2018-06-01 00:00+03:00"),
        (NIGHT, "2018-06-02T12:00:00+03:00", "2018-06-01 00:00+03:00 to 2018-06-02 12:00+03:00"),
        (NIGHT, None, "from 2018-06-01 on"),
        (None, LAST, "until 2018-06-02"),
        (LAST, LAST, "at the end of 2018-06-02"),
        (LAST, None, "from the end of 2018-06-02 on"),
        # What is certain at the last instant of a day was open until the one before.
        (NIGHT, "2018-06-02T23:59:59.999998+03:00", "2018-06-01 to 2018-06-02"),
        ("2018-06-01T12:30:00+03:00", None, "from 2018-06-01 12:30+03:00 on"),
    ],
)
def test_whole_days_are_dates_and_all_else_is_to_the_minute(
    start: str | None, end: str | None, said: str
) -> None:
    assert period_text(start, end) == said


def test_an_instant_is_to_the_minute_and_the_last_of_a_day_its_end() -> None:
    assert instant_text(datetime.fromisoformat(LAST)) == "the end of 2018-06-02"
    assert instant_text(datetime.fromisoformat(NIGHT)) == "2018-06-01 00:00+03:00"
