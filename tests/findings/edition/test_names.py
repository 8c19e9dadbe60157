"""Names of a public edition: numbers in the order in which things come."""

from checker.findings.edition.names import PublicNames
from checker.findings.finding import ReportRef


def test_the_same_report_gets_the_same_name_and_another_another() -> None:
    names = PublicNames()
    first, second = ReportRef("a.csv", 7, 6, "S-1"), ReportRef("b.csv", 7, 6, "S-1")
    told = [names.report(one) for one in (first, second, first)]
    assert told[0] == told[2] == ReportRef("public-file-1", None, 1, "public-report-1")
    assert told[1] == ReportRef("public-file-2", None, 2, "public-report-2")


def test_no_name_hangs_on_what_it_stands_for() -> None:
    one, other = PublicNames(), PublicNames()
    assert one.file("secret.csv") == other.file("other.csv")
    assert one.incident("a1") == other.incident("b2")
    assert one.incident("c3") != one.incident("a1")
    assert one.incident(None) is None


def test_a_finding_is_named_by_what_is_told_and_alike_ones_are_counted() -> None:
    names = PublicNames()
    ids = [names.finding(*told) for told in (("c1", "x"), ("c1", "x"), ("c1", "y"), ("c1", "x"))]
    assert len(set(ids)) == 4
    assert all(len(name) == 16 for name in ids)
    assert PublicNames().finding("c1", "x") == ids[0]
