"""A side finds what its findings rest on, whatever line they stand on."""

from checker.findings.finding import InputFile, ReportRef
from checker.language.prints import ClausePrint
from tests.findings.made import finding
from tests.findings.sides_made import listed, prints, side


def test_a_report_is_known_by_its_own_id_and_one_without_by_what_it_says() -> None:
    one = side(listed("r1"), listed("r.csv:9", is_named=False))
    assert [*one.reports] == [("id", "r1"), ("content", f"{'a' * 16} 0")]


def test_reports_without_an_id_that_say_the_same_are_not_one() -> None:
    one = side(listed("r.csv:2", is_named=False), listed("r.csv:3", is_named=False))
    assert len(one.reports) == 2


def test_the_reports_of_a_finding_are_found_and_a_duty_has_none() -> None:
    one = side(listed("r.csv:9", is_named=False))
    about = finding(reports=(ReportRef("r.csv", 9, 8, "r.csv:9"),))
    assert one.keys_of(about) == (("content", f"{'a' * 16} 0"),)
    assert one.keys_of(finding(reports=())) == ()


def test_what_comes_after_the_date_supersedes_nothing() -> None:
    later = listed("r3", supersedes="r2", state="after_as_of")
    assert side(listed("r2", supersedes="r1"), later).heirs == {"r1": "r2"}


def test_a_clause_comes_with_those_that_must_be_kept_for_it_each_once() -> None:
    ring = [ClausePrint(a, "", "", rests_on=(b,)) for a, b in ("ab", "bc", "ca")]
    assert side(prints=prints(*ring)).closure("a") == ["a", "b", "c"]
    assert side().closure("unknown") == ["unknown"]


def test_files_are_the_same_whatever_they_are_called() -> None:
    one, other = (side(inputs=(InputFile(name, "1" * 64, 1, 0),)) for name in ("a", "b"))
    assert one.files == other.files
    assert one.files != side(inputs=(InputFile("a", "2" * 64, 1, 0),)).files
