"""Reports that come one by one, each with its own names, as blocks under all names."""

import json
from collections.abc import Iterator

import pytest

from checker.reports import items
from checker.reports.items import Item, Items, merged, open_items
from checker.reports.rejected import Fault
from checker.reports.source import Source
from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

SOURCE = Source("r.json", None, b"", "", b"")
FAULT = Fault("R231", "it is none", "write one")


def these(*found: Item) -> tuple[Items, list[int]]:
    """Return what yields the items, and the passes that were begun."""
    passes: list[int] = []

    def read() -> Iterator[Item]:
        passes.append(len(found))
        yield from found

    return read, passes


def rows(read: Items) -> list[tuple[int, int, list[str]]]:
    return [
        (row, line, cells)
        for block in open_items(SOURCE, read).blocks()
        for row, line, cells in zip(
            block.row.tolist(),
            block.line.tolist(),
            map(list, zip(*(one.texts().strings() for one in block.columns.values()), strict=True)),
            strict=True,
        )
    ]


def test_a_name_that_an_item_does_not_have_is_a_blank_cell() -> None:
    read, _ = these(Item({"id": "a"}, 1), Item({"unit": " 7 ", "id": "b"}, 3))
    assert open_items(SOURCE, read).columns == ("id", "unit")
    assert rows(read) == [(1, 1, ["a", ""]), (2, 3, ["b", "7"])]


def test_what_is_no_report_keeps_its_number_and_its_line() -> None:
    read, _ = these(Item({"id": "a"}, 1), Item(FAULT, 2), Item({"id": "c"}, 3))
    (block,) = open_items(SOURCE, read).blocks()
    assert block.row.tolist() == [1, 3]
    assert [(one.row, one.line, one.fault) for one in block.faults] == [(2, 2, FAULT)]


def test_a_name_that_comes_late_is_a_column_of_the_first_block_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(items, "BLOCK_ROWS", 1)
    read, _ = these(Item({"id": "a"}), Item({"id": "b", "late": "x"}))
    assert [list(block.columns) for block in open_items(SOURCE, read).blocks()] == [
        ["id", "late"],
        ["id", "late"],
    ]
    assert [row for row, _, _ in rows(read)] == [1, 2]


def test_a_small_file_is_read_once_and_a_large_one_again_for_each_pass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read, passes = these(Item({"id": "a"}))
    opened = open_items(SOURCE, read)
    assert [len(list(opened.blocks())) for _ in range(2)] == [1, 1]
    assert len(passes) == 1
    monkeypatch.setattr(items, "_BLOCK_SIZE", 0)
    opened = open_items(SOURCE, read)
    assert [len(list(opened.blocks())) for _ in range(2)] == [1, 1]
    assert len(passes) == 4


def test_a_block_ends_where_its_texts_get_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "_BLOCK_SIZE", 3)
    read, _ = these(*[Item({"id": "ab"})] * 5)
    assert [len(block) for block in open_items(SOURCE, read).blocks()] == [2, 2, 1]


def test_a_file_without_any_report_lacks_nothing() -> None:
    read, _ = these()
    assert {"kind", "lon", "lat", "radius_m"} <= set(open_items(SOURCE, read).columns)


def test_two_sources_of_a_cell_may_agree_and_may_not_differ() -> None:
    assert merged({"lon": "1", "a": "x"}, {"lon": " 1", "b": ""}) == {
        "lon": " 1",
        "a": "x",
        "b": "",
    }
    assert merged({"lon": "1"}, {"lon": ""}) == {"lon": "1"}
    found = merged({"lon": "1"}, {"lon": "2"})
    assert isinstance(found, Fault)
    assert found.reason == "'lon' is given twice: '1' and '2'"


@pytest.mark.parametrize("name", ["r.json", "r.ndjson", "r.geojson", "r.geojsons"])
def test_a_file_whose_only_report_is_bad_says_what_is_wrong_with_that(
    read: Read, name: str
) -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [36.2]},
        "properties": {"kind": "position", "seen_from": "2018-06-01", "actor": "red"},
    }
    whole = {"type": "FeatureCollection", "features": [feature]}
    content = {"r.geojson": whole, "r.json": [feature]}.get(name, feature)
    reports = read(json.dumps(content), name)
    assert [(one.row, one.code) for one in reports.rejected] == [(1, "R214")]
    assert (reports.inputs[0].read, reports.inputs[0].quarantined) == (1, 1)


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "its only report does not say who"), (2, "no report of the file says who")],
)
def test_a_column_that_no_report_has_is_told_of_the_reports(
    read: Read, count: int, said: str
) -> None:
    row = {"kind": "position", "seen_from": "2018-06-01", "place": "camp"}
    with pytest.raises(CheckerError, match=f"R105: {said}"):
        read(json.dumps([row] * count), "r.json")
