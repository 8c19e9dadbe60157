"""Exceptions, conditions and numbers in words."""

import math
from pathlib import Path

import pytest

from checker.language.core.pattern import Bound
from checker.language.say.terms import bound_text, times_text
from tests.language.spoken import clause, said


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        ("unless: [{who: police, when: {until: 2020-03-31}}, {does: relief}]",
         ("Excepted is what is done by Police, until the end of 31 March 2020; "
         "what is counted as relief.")),
        ("requires_notice: {lead: 72 h, to: mission, register: notices}",
         ("Excepted is what is entered in the register notices, given to mission, at least 72 "
         "hours before it begins.")),
        ("so_long_as: {none: {who: blue, does: fire, where: zone}, lapse: ends, unproved: holds}",
         ("It stands so long as nothing proves that Blue Army fire inside zone. A proved breach of "
         "this condition ends it for good. While nothing is proved, it stands.")),
        ("while: {some: {who: police}, lapse: suspends, lasts: 3 d}",
         ("It stands while it is proved that Police do anything. A proved breach of this condition "
         "suspends it for 3 days; after that, nobody can say whether it stands until the end of "
         "the breach is proved. While nothing is proved, nobody can say whether it stands.")),
        ("while: {event: vote}",
         "It stands from a time that nobody knows, not before 1 September 2020 on."),
    ],
)  # fmt: skip
def test_a_clause_says_what_is_excepted_and_what_it_stands_on(
    terms: str, sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "notices.csv").write_text("id,actor\nn1,red\n", encoding="utf-8")
    parts = {
        "notices": "registers: {notices: {file: notices.csv, complete_until: 2020-06-30}}\n",
        "vote": "events: {vote: {not_before: 2020-09-01}}\n",
    }
    used = "".join(part for word, part in parts.items() if word in terms)
    text = said(tmp_path, used + clause(f"binds: red, prohibits: fire, {terms}"))
    assert sentence in text


@pytest.mark.parametrize(
    ("bound", "number", "times"),
    [
        (Bound(at_most=(50.0, 50.0), of="persons"), "at most 50 persons", "at most 50 times"),
        (Bound(at_least=(1.0, 1.0)), "at least 1 units", "at least once"),
        (Bound(at_most=(1_000.0, 1_200.0), of="items"),
         "at most 1,000 to 1,200 items", "at most 1,000 to 1,200 times"),
        (Bound(at_most=(0.0, math.inf)),
         "at most an unknown number of units", "at most an unknown number of times"),
    ],
)  # fmt: skip
def test_a_number_is_said_of_things_or_of_times(bound: Bound, number: str, times: str) -> None:
    assert (bound_text(bound), times_text(bound)) == (number, times)
