"""What a mapping says of rows by the texts that their columns have."""

from collections.abc import Callable

import numpy as np

from checker.reports.cells import Block, Cells, texts_of
from checker.reports.mapping import Mapping
from checker.reports.row_cases import overruled, readable, ruled_by

Mapped = Callable[[str], Mapping]


def block_of(**columns: list[str]) -> Block:
    count = len(next(iter(columns.values())))
    cells: dict[str, Cells] = {name: texts_of(texts) for name, texts in columns.items()}
    return Block(cells, np.arange(count), np.arange(count))


def test_cells_are_read_only_where_all_their_codes_are_those_named(mapping_of: Mapped) -> None:
    unread = mapping_of("unread: [{columns: [X, none], unless: {p: [1, b], q: c}}]").unread
    block = block_of(X=["a", "b", "c", "d", "e"], p=["1", " B", "2", "", "1"], q=["c"] * 4 + ["d"])
    read = readable(block, unread).columns
    assert read["X"].texts().strings() == ["a", "b", "", "", ""]
    assert read["p"] is block.columns["p"]


def test_a_least_number_lifts_what_is_less_and_leaves_blanks_and_texts(mapping_of: Mapped) -> None:
    (case,) = mapping_of("cases: [{where: {p: 2}, least: {radius_m: 25, count_low: 1}}]").cases
    block = block_of(p=["2", "2", "2", "2", "1", "2"])
    columns: dict[str, Cells] = {"radius_m": texts_of(["7", "30", "", "far", "7", "2,5"])}
    ruled_by(case, block, columns, has_decimal_comma=True)
    assert columns["radius_m"].texts().strings() == ["25", "30", "", "far", "7", "25"]
    assert "count_low" not in columns


def test_a_number_of_the_mapping_that_is_lifted_is_told(mapping_of: Mapped) -> None:
    case = "cases: [{where: {p: [2]}, least: {radius_m: 25}}]\n"
    for said, constants in (("", {"radius_m": "5"}), ("values: {radius_m: {2: 5}}", {})):
        (told,) = overruled(mapping_of(case + said), constants)
        assert (told.code, told.severity) == ("R312", "warning")
        assert told.message == "radius_m 5 is taken as 25 where p is 2"
    assert not list(overruled(mapping_of(case), {"radius_m": "25"}))
