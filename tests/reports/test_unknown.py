"""Words of reports that nobody declared: counted as written, with the report that came first."""

from functools import reduce

import pytest

from checker.reports.reports import Reports
from checker.reports.unknown import Unknown, Words, in_order, joined, unknown_reports, words_in
from tests.handmade import opened
from tests.reports.conftest import Read


def found(*rows: dict[str, str]) -> list[tuple[str, str, int, int | None]]:
    reports = opened(*rows)
    rejected = [one.id for one in reports.rejected]
    words = [*words_of(reports).values(), *unknown_reports(reports.batches, rejected)]
    return [(one.kind, one.name, one.count, one.line) for one in in_order(words)]


def words_of(reports: Reports) -> Words:
    nothing: Words = {}
    return reduce(joined, map(words_in, reports.batches()), nothing)


def test_declared_words_and_blank_cells_are_not_listed() -> None:
    assert found({"does": "fire", "actor": "RED"}, {"does": "", "place": ""}) == []


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"actor": "Ochre"}, "actor"),
        ({"against": "Ochre"}, "actor"),
        ({"lon": "", "lat": "", "place": "Ochre"}, "place"),
        ({"within_area": "Ochre"}, "place"),
        ({"target_place": "Ochre"}, "place"),
        ({"does": "fire;Ochre"}, "doing"),
        ({"thing": "Ochre"}, "thing"),
        ({"supersedes": "Ochre"}, "report"),
    ],
)
def test_each_column_of_words_is_looked_at(cells: dict[str, str], kind: str) -> None:
    assert found({"note": "x"}, cells) == [(kind, "Ochre", 1, 3)]


def test_a_place_beside_a_position_is_a_remark() -> None:
    assert found({"place": "near the mill"}) == []


def test_a_report_that_names_a_word_twice_counts_once_and_the_first_is_told() -> None:
    rows = [
        {},
        {"actor": "Ochre;Ochre", "against": "Ochre"},
        {"actor": "Umber"},
        {"actor": "Ochre"},
    ]
    assert found(*rows) == [("actor", "Ochre", 2, 3), ("actor", "Umber", 1, 4)]


def test_batches_are_counted_together(read: Read) -> None:
    head = "id,kind,place,seen_from,actor\n"
    for name in ("a", "b"):
        (read.folder / f"{name}.csv").write_text(
            f"{head}{name},position,camp,2018-06-01,Ochre\n", encoding="utf-8"
        )
    reports = read.open(["a.csv", "b.csv"])
    ochre = Unknown("actor", "Ochre", 2, "a.csv", 2, 1, "a")
    assert in_order(words_of(reports).values()) == (ochre,)


def test_who_corrects_a_report_that_was_not_accepted_names_one_that_there_is() -> None:
    bad = {"id": "a", "lat": "120"}
    assert found(bad, {"id": "b", "supersedes": "a"}) == []
    batches = opened(bad, {"id": "b", "supersedes": "a"}).batches
    assert [one.name for one in unknown_reports(batches, ())] == ["a"]
