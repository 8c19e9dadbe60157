"""A workbook: its sheets, their rows as they stand, and what is odd about a cell."""

import pytest
from openpyxl import Workbook

from checker.reports import workbook
from checker.reports.source import Source
from checker.reports.workbook import SheetRow, opened_workbook
from checker.values.diagnostic import CheckerError
from tests.reports.books import book, patched, saved, shared


def source(content: bytes) -> Source:
    return Source("r.xlsx", None, content, "", content[:4096])


def rows(content: bytes) -> list[SheetRow]:
    with opened_workbook(source(content)) as sheets:
        return list(sheets[0].rows())


def test_rows_have_their_numbers_and_all_cells_up_to_the_last() -> None:
    content = book(("a", None, 3), (), ("b",))
    assert [(row.number, row.cells) for row in rows(content)] == [(1, ["a", "", "3"]), (3, ["b"])]


def test_texts_are_the_same_in_the_sheet_or_beside_it() -> None:
    content = book(("a", "007", " x "), ("Nusaïr",))
    assert [row.cells for row in rows(shared(content))] == [row.cells for row in rows(content)]


def test_rows_beyond_what_the_sheet_says_it_has_are_not_lost() -> None:
    content = patched(book(("a",), ("b",), ("c",)), 'ref="A1:A3"', 'ref="A1:A1"')
    assert [row.cells for row in rows(content)] == [["a"], ["b"], ["c"]]


def test_rows_out_of_order_are_damage_and_not_lost_in_silence() -> None:
    content = patched(book(("a",), ("b",), ("c",)), '<row r="2"', '<row r="1"')
    with pytest.raises(
        CheckerError, match=r"^r\.xlsx:1:1: R108: .* row 1 of the sheet follows row 1"
    ):
        rows(content)


def test_a_row_that_no_sheet_can_have_is_damage() -> None:
    content = patched(book(("a",), ("b",)), '<row r="2"', '<row r="99999999999"')
    with pytest.raises(CheckerError, match="R108"):
        rows(content)


def test_cells_out_of_order_are_damage() -> None:
    content = patched(book((1, 2)), 'r="B1"', 'r="A1"')
    with pytest.raises(CheckerError, match="not in order"):
        rows(content)


def test_a_formula_without_its_value_and_an_error_are_odd() -> None:
    content = book(("=1+1", "#N/A", "x"))
    (row,) = rows(content)
    assert row.odd == {1: "a formula without its value", 2: "the error #N/A"}
    assert row.cells == ["", "", "x"]
    kept = patched(content, "<f>1+1</f><v />", "<f>1+1</f><v>2</v>")
    assert rows(kept)[0].cells == ["2", "", "x"]


def test_a_formula_that_came_out_as_no_text_is_a_blank() -> None:
    content = patched(
        book(("=A2", "x")), '<c r="A1"><f>A2</f><v />', '<c r="A1" t="str"><f>A2</f><v />'
    )
    (row,) = rows(content)
    assert (row.cells, row.odd) == (["", "x"], {})


def test_dates_count_from_1900_or_from_1904_as_the_workbook_says() -> None:
    content = book((43252,), change=lambda sheet: setattr(sheet["A1"], "number_format", "d.m.yyyy"))
    assert rows(content)[0].cells == ["2018-06-01"]
    later = patched(content, "<workbookPr />", '<workbookPr date1904="1"/>', "xl/workbook.xml")
    assert rows(later)[0].cells == ["2022-06-02"]


def test_a_number_of_zeros_keeps_them() -> None:
    content = book((7,), change=lambda sheet: setattr(sheet["A1"], "number_format", "000"))
    assert rows(content)[0].cells == ["007"]


def test_merged_cells_and_hidden_sheets_are_told() -> None:
    made = Workbook()
    made.active.append((1, 2))
    made.active.merge_cells("B1:C4")
    made.create_sheet("aside").sheet_state = "veryHidden"
    with opened_workbook(source(saved(made))) as sheets:
        assert [(sheet.title, sheet.is_hidden) for sheet in sheets] == [
            ("Sheet", False),
            ("aside", True),
        ]
        assert [row.cells for row in sheets[0].rows()] == [["1", "2"], [], [], []]
        assert [merge.place for merge in sheets[0].merges] == ["B1:C4"]


ENTITY = '<!DOCTYPE x [<!ENTITY a "b">]>'


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_entities_are_refused_wherever_they_stand(member: str) -> None:
    start = "<worksheet" if "sheet1" in member else "<workbook "
    content = patched(book(("a",)), start, ENTITY + start, member)
    with pytest.raises(CheckerError, match="R122: the file declares entities"):
        rows(content)


@pytest.mark.parametrize(
    ("old", "new", "member"),
    [
        ("<sheetData>", "<sheetData", "xl/worksheets/sheet1.xml"),
        ("<cellXfs", "<cellXf", "xl/styles.xml"),
        ('t="s"><v>0', 't="s"><v>9', "xl/worksheets/sheet1.xml"),
        ('t="s"><v>0', 't="s"><v>x', "xl/worksheets/sheet1.xml"),
        ("sheet.main+xml", "sheet", "[Content_Types].xml"),
    ],
)
def test_what_is_damaged_is_told_and_not_traced(old: str, new: str, member: str) -> None:
    content = patched(shared(book(("a",))), old, new, member)
    with pytest.raises(CheckerError) as refused:
        rows(content)
    assert all(one.code == "R108" and one.hint for one in refused.value.diagnostics)


def test_texts_that_would_not_fit_in_memory_are_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    content = shared(book(("a" * 30_000,)))
    assert rows(content)[0].cells == ["a" * 30_000]
    monkeypatch.setattr(workbook, "_MOST_HELD", 30_000)
    with pytest.raises(CheckerError, match="R121: the file has 0 MiB beside its sheets"):
        rows(content)


def test_an_archive_that_is_no_workbook_is_refused() -> None:
    with pytest.raises(CheckerError, match="R108"):
        rows(b"PK\x05\x06" + b"\0" * 18)
