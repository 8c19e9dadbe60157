"""How one file's columns become the contract's, and what a file lacks."""

import pytest

from checker.reports.mapping import Mapping
from checker.values.diagnostic import CheckerError, Diagnostic
from tests.reports.conftest import Read


def lacking(read: Read, head: str) -> list[Diagnostic]:
    with pytest.raises(CheckerError) as error:
        read(f"{head}\n")
    return list(error.value.diagnostics)


def test_everything_that_a_file_lacks_is_told_at_once(read: Read) -> None:
    found = lacking(read, "id,note")
    assert [one.code for one in found] == ["R105", "R105", "R105", "R106"]
    said = [one.message.rpartition(" ")[2] for one in found[:3]]
    assert said == ["where", "when", "who"]
    assert all(str(one.span) == "r.csv:1:1" and one.hint for one in found)
    assert found[0].hint == "it needs lon and lat or grid or outline or place or within_area"


@pytest.mark.parametrize(
    "where", ["lon,lat,radius_m", "place", "within_area", "target_place", "grid"]
)
def test_any_place_says_where(read: Read, where: str) -> None:
    assert read(f"kind,seen_from,actor,{where}\n").inputs[0].rows == 0


@pytest.mark.parametrize(
    "head", ["lon,lat", "place,target_lon,target_lat", "place,origin_lon,origin_lat"]
)
def test_a_position_without_a_radius_is_refused_for_each_place(read: Read, head: str) -> None:
    (one,) = lacking(read, f"kind,seen_from,actor,{head}")
    assert one.code == "R107"
    assert "an unstated radius is not 0" in one.message


def test_a_column_that_differs_by_case_alone_is_pointed_at(read: Read) -> None:
    found = lacking(read, "Kind,Seen_From,ACTOR,place")
    hints = " ".join(one.hint for one in found)
    for wrong, right in (("Kind", "kind"), ("Seen_From", "seen_from"), ("ACTOR", "actor")):
        assert f"rename '{wrong}' to '{right}'" in hints


def test_a_heading_of_other_words_is_pointed_at_as_what_it_may_be(read: Read) -> None:
    hints = [one.hint for one in lacking(read, "id,kind,lng,latitude,date,who")]
    for said in ("'lng' may be lon", "'latitude' may be lat", "'date' may be seen_from"):
        assert any(said in hint for hint in hints)
    assert any("'who' may be actor" in hint for hint in hints)
    assert [hint for hint in hints if "'id'" in hint] == []


def test_a_column_that_nobody_reads_and_is_much_like_one_of_ours_is_pointed_at(read: Read) -> None:
    head = "id,kind,lon,lat,radius_m,seen_from,actor,things,acter,colour\n"
    reports = read(head + "a,position,36,32,10,2018-06-01,red,T-72,red,red\n")
    (one,) = [one for one in reports.diagnostics if one.code == "R151"]
    assert one.hint == "'things' may be thing"


def test_a_column_that_is_there_is_not_to_be_renamed_to_itself(read: Read) -> None:
    (one,) = lacking(read, "kind,seen_from,actor,lat")
    assert (one.code, "rename" in one.hint) == ("R105", False)


def test_columns_that_no_rule_uses_yet_are_warned_of(read: Read) -> None:
    reports = read("kind,seen_from,actor,place,altitude_m,state\n")
    (one,) = [w for w in reports.diagnostics if w.code == "R153"]
    assert one.message == "columns that no rule uses yet: altitude_m, state"


def test_a_length_that_is_stated_is_told_in_one_way(read: Read) -> None:
    mapping = Mapping("m", constants=(("kind", "position"), ("radius_m", "100.50")))
    (one,) = read("lon,lat,seen_from,actor\n", mapping=mapping).inputs
    assert one.stated == (("kind", "position"), ("radius_m", "100.5"))
