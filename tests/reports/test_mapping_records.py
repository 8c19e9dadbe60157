"""What a mapping says of whole rows: which reports each makes, and how exact its dates are."""

from typing import Any

import pytest

from checker.values.diagnostic import CheckerError


def test_what_is_said_of_rows_is_read(mapping_of: Any) -> None:
    mapping = mapping_of(
        'first_of: {lon: [X, E], note: [a, ""]}\n'
        "exactness: {seen_from: {by: prec, within: {1: day, 2: 7 days, W: month}}}\n"
        "reports: [{columns: {actor: A}}, "
        "{columns: {actor: B}, needs: [B, C], set: {role: struck}}]\n"
    )
    assert [(one.ours, one.theirs, one.may_lack) for one in mapping.first_of] == [
        ("lon", ("X", "E"), False),
        ("note", ("a",), True),
    ]
    (how,) = mapping.exactness
    assert (how.theirs, how.entries) == ("prec", {"1": "day", "2": "7", "w": "month"})
    assert [one.needs for one in mapping.reports] == [(), ("B", "C")]
    assert mapping.reports[1].settings == (("role", "struck"),)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("first_of: {lon: [{}]}", "1:18", "expected one text"),
        ('first_of: {lon: ""}', "1:17", "no column is named for lon"),
        ("first_of: {longitude: X}", "1:12", "unknown key 'longitude'"),
        ("exactness: {lon: {by: a, within: {1: day}}}", "1:13", "lon is not widened"),
        ("exactness: {seen_from: {by: a}}", "1:24", "it needs 'by' and 'within'"),
        ("exactness: {seen_from: {by: a, within: {1: week}}}", "1:44", "a date is not 'week' wide"),
        ("reports: {actor: a}", "1:10", "expected a list of reports"),
        ("reports: [{actor: a}]", "1:12", "unknown key 'actor'"),
        ("reports: [{columns: {id: a}}]", "1:11", "the id of a report is that of its row"),
        ("reports: [{columns: {lon: [a, b]}}]", "1:27", "lon takes one column"),
        ("reports: [{columns: {lon: }}]", "1:26", "no column is named for lon"),
        ("reports: [{set: {role: hit}}]", "1:24", "unknown role 'hit'"),
    ],
)
def test_mistakes_are_told_with_their_place(
    mapping_of: Any, text: str, place: str, said: str
) -> None:
    with pytest.raises(CheckerError) as error:
        mapping_of(text)
    assert f"map.yaml:{place}: R109: {said}" in str(error.value)
