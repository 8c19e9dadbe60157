"""The table of a workbook: its sheet, its header, its rows."""

from collections.abc import Callable, Sequence

import pytest
from openpyxl import Workbook

from checker.reports.mapping import Mapping
from checker.values.diagnostic import CheckerError
from tests.reports.books import HEAD, ROW, book, patched, saved, shared
from tests.reports.conftest import Read


def row(name: str, **cells: object) -> tuple[object, ...]:
    return tuple({**dict(zip(HEAD, ROW, strict=True)), "id": name, **cells}.values())


def sheets(**tables: Sequence[Sequence[object]]) -> Workbook:
    made = Workbook()
    made.remove(made.active)
    for title, rows in tables.items():
        sheet = made.create_sheet(title)
        for one in rows:
            sheet.append(one)
    return made


TABLE = (HEAD, row("r1"))


def test_a_row_is_called_by_its_number_in_the_sheet(read: Read) -> None:
    content = book((), HEAD, (), row("", lon="east"), row(""), row("r3"))
    reports = read(content, "r.xlsx")
    assert [tuple(batch.ids) for batch in reports.batches()] == [("r.xlsx:5", "r3")]
    assert [one.place for one in reports.rejected] == ["r.xlsx:4"]


@pytest.mark.parametrize(
    ("cells", "code", "said"),
    [
        (row("r2", actor="=A1"), "R233", "G3 holds a formula without its value"),
        (row("r2", lat="#DIV/0!"), "R233", "D3 holds the error #DIV/0!"),
        ((*row("r2"), None, "more"), "R201", "beyond the header, up to I3"),
        (row("r2", lon="36,2"), "R202", "36,2"),
        (row("r2", radius_m="1.500"), "R202", "'1.500' may be 1500 or 1.5"),
    ],
)
def test_a_bad_row_is_rejected_alone(
    read: Read, cells: Sequence[object], code: str, said: str
) -> None:
    reports = read(book(HEAD, row("r1"), cells, row("r3")), "r.xlsx")
    (one,) = reports.rejected
    assert (one.place, one.code) == ("r.xlsx:3", code)
    assert said in one.reason
    assert one.hint
    assert (reports.inputs[0].rows, reports.inputs[0].quarantined) == (2, 1)


def test_a_number_of_three_decimals_is_itself_and_a_text_may_be_thousands(read: Read) -> None:
    content = book(
        HEAD, row("r1", radius_m=1.125), row("r2", radius_m=1.5), row("r3", lon="36.250")
    )
    (batch,) = read(content, "r.xlsx").batches()
    assert batch.at.radius_m.tolist()[:2] == [1.125, 1.5]
    assert batch.at.lon_deg[2] == 36.25


def test_a_text_that_may_be_thousands_is_refused_in_another_unit_too(
    read: Read, mapping_of: Callable[[str], Mapping]
) -> None:
    content = book(HEAD, row("r1", radius_m="1.500"), row("r2", radius_m=1.125))
    mapping = mapping_of("units: {radius_m: km}\n")
    reports = read(content, "r.xlsx", mapping=mapping)
    assert [one.code for one in reports.rejected] == ["R202"]
    assert next(iter(reports.batches())).at.radius_m.tolist() == [1125.0]


def test_rows_with_merged_cells_are_rejected_and_no_value_is_carried_on(read: Read) -> None:
    content = book(
        HEAD,
        *(row(f"r{number}") for number in range(1, 5)),
        change=lambda sheet: sheet.merge_cells("G3:G4"),
    )
    reports = read(content, "r.xlsx")
    assert [(one.line, one.code) for one in reports.rejected] == [(3, "R234"), (4, "R234")]
    assert [tuple(batch.ids) for batch in reports.batches()] == [("r1", "r4")]


@pytest.mark.parametrize("cells", ["K1:K9", "K2:M2"])
def test_cells_merged_beside_the_table_don_t_matter(read: Read, cells: str) -> None:
    content = book(HEAD, row("r1"), change=lambda sheet: sheet.merge_cells(cells))
    assert read(content, "r.xlsx").inputs[0].rows == 1


def test_one_sheet_that_is_shown_is_read_and_the_others_are_named(read: Read) -> None:
    made = sheets(reports=TABLE, notes=[("a",)], empty=[])
    made["notes"].sheet_state = "hidden"
    reports = read(saved(made), "r.xlsx")
    assert reports.inputs[0].rows == 1
    assert [str(one) for one in reports.diagnostics] == [
        "r.xlsx:1:1: R161: the sheet 'reports' was read, and not 'notes'"
    ]


def test_of_several_sheets_none_is_picked(read: Read) -> None:
    content = saved(sheets(May=TABLE, June=(HEAD, row("r1"), row("r2"))))
    with pytest.raises(CheckerError) as refused:
        read(content, "r.xlsx")
    (one,) = refused.value.diagnostics
    assert (one.code, one.message) == ("R123", "the file has several sheets, 'May', 'June'")
    assert "--sheet 'May'" in one.hint
    assert "'sheet: May'" in one.hint


def test_the_sheet_that_is_stated_is_read_and_recorded(read: Read) -> None:
    content = saved(sheets(May=TABLE, June=(HEAD, row("r1"), row("r2"))))
    reports = read(content, "r.xlsx", sheet="June")
    assert reports.inputs[0].rows == 2
    assert dict(reports.inputs[0].stated) == {"sheet": "June"}
    assert reports.diagnostics == ()
    with pytest.raises(CheckerError, match="R123: the file has no sheet 'July' with cells"):
        read(content, "r.xlsx", sheet="July")


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        ((), "R104", "no sheet with cells"),
        (((*HEAD, "id"), (*ROW, "r1")), "R104", "the column 'id' twice"),
        ((("Reports of May",), HEAD, row("r1")), "R104", "the header seems to be line 2"),
        (
            (("=A2", *HEAD), row("r1")),
            "R104",
            "the header holds a formula without its value, in A1",
        ),
    ],
)
def test_what_has_no_header_is_refused(
    read: Read, rows: Sequence[Sequence[object]], code: str, said: str
) -> None:
    with pytest.raises(CheckerError) as refused:
        read(book(*rows), "r.xlsx")
    (one,) = refused.value.diagnostics
    assert one.code == code
    assert said in one.message
    assert one.hint


def test_a_merged_header_is_refused(read: Read) -> None:
    content = book(HEAD, row("r1"), change=lambda sheet: sheet.merge_cells("A1:B1"))
    with pytest.raises(
        CheckerError, match=r"^r\.xlsx:1:1: R104: the header has merged cells, A1:B1"
    ):
        read(content, "r.xlsx")


def test_a_sheet_with_a_header_alone_holds_no_reports(read: Read) -> None:
    assert read(book(HEAD), "r.xlsx").inputs[0].rows == 0


def test_ids_that_are_numbers_keep_their_zeros(read: Read) -> None:
    def padded(sheet: object) -> None:
        sheet["A2"].number_format = "000"  # type: ignore[index]

    (batch,) = read(book(HEAD, row(7), change=padded), "r.xlsx").batches()  # type: ignore[arg-type]
    assert tuple(batch.ids) == ("007",)


def test_a_row_of_ten_megabytes_is_read_like_any_other(read: Read) -> None:
    content = patched(
        shared(book(HEAD, row("r1"), row("r2"))),
        ">r2<",
        f">{'x' * 10_000_000}<",
        "xl/sharedStrings.xml",
    )
    assert read(content, "r.xlsx").inputs[0].rows == 2
