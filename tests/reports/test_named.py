"""Which columns of a file a mapping speaks of, and which of them the file does not have."""

from typing import Any

import pytest

from checker.reports.named import in_reports, named_by, respelled, used_by
from checker.values.diagnostic import CheckerError

SAID = """
columns: {lon: X, note: [a, b, ""]}
first_of: {source: [c, d], event: [e, ""]}
exactness: {seen_from: {by: f, within: {1: day}}}
reports: [{columns: {actor: g}, needs: h, set: {role: struck}}]
cases: [{where: {i: x}, set: {kind: incident}}]
"""


def test_what_has_to_be_there_and_what_is_read_is_told_apart(mapping_of: Any) -> None:
    mapping = mapping_of(SAID)
    assert {name for name, _ in named_by(mapping)} == {"X", "f", "g", "h", "i"}
    assert used_by(mapping, {"lon": ("X",), "note": ("a",)}) == {"X", "a", "f", "g", "h", "i"}
    assert in_reports(mapping) == {"actor", "role", "event"}


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("columns: {lon: X}", "map.yaml:1:16: R109: r.csv has no column 'X'"),
        ("first_of: {lon: [X, E]}", "map.yaml:1:17: R109: r.csv has none of the columns 'X', 'E'"),
        ("exactness: {seen_from: {by: p, within: {}}}", "map.yaml:1:24: R109: r.csv has no column"),
        ("reports: [{columns: {actor: A}}]", "map.yaml:1:29: R109: r.csv has no column 'A'"),
        ("reports: [{needs: B}]", "map.yaml:1:11: R109: r.csv has no column 'B'"),
    ],
)
def test_what_is_not_there_is_told_where_the_mapping_names_it(
    read: Any, mapping_of: Any, said: str, place: str
) -> None:
    with pytest.raises(CheckerError) as error:
        read(
            "id,kind,place,seen_from,actor,known\n",
            mapping=mapping_of(f"{said}\nsplit: {{known: [reliability, credibility]}}"),
        )
    assert place in str(error.value)


def test_what_may_lack_is_left_out(read: Any, mapping_of: Any) -> None:
    said = 'columns: {note: [a, remark, ""]}\nfirst_of: {source: [b, ""]}'
    reports = read(
        "kind,place,seen_from,actor,remark\nposition,camp,2018,red,x\n".replace(
            "2018", "2018-06-01"
        ),
        mapping=mapping_of(said),
    )
    (batch,) = reports.batches()
    assert [batch.spellings[code] for code in batch.note.written] == ["x"]


def test_a_column_is_found_in_another_case_unless_two_are_alike(mapping_of: Any) -> None:
    columns = ("x", "A", "b", "C", "e ", "F", "G", "H", "h", "i")
    mapping = respelled(mapping_of(SAID), columns)
    assert {name for name, _ in named_by(mapping)} == {"x", "F", "G", "H", "i"} - {"H"} | {"h"}
    assert mapping.columns[1].theirs == ("A", "b")
    assert mapping.first_of[0].theirs == ("C", "d")
    assert mapping.first_of[1].theirs == ("e ",)
    unlike = respelled(mapping_of("columns: {lon: Xx}"), ("xx", "XX"))
    assert unlike.columns[0].theirs == ("Xx",)


def test_several_spellings_of_one_column_are_that_column_once(mapping_of: Any) -> None:
    said = "columns: {note: [remarks, Remarks]}\nfirst_of: {source: [OUTLET, outlet]}"
    mapping = respelled(mapping_of(said), ("Remarks", "outlet"))
    assert mapping.columns[0].theirs == ("Remarks",)
    assert mapping.first_of[0].theirs == ("outlet",)
