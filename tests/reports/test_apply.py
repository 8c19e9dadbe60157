"""A file's own columns, units and values become the contract's, as its mapping says."""

from collections.abc import Callable

import pytest

from checker.reports import Reports
from checker.reports.batch import KINDS, Batch
from checker.reports.mapping import Mapping
from tests.reports.conftest import Read

Mapped = Callable[[str], Mapping]
FILE = "Ref,X,Y,err,Day,Who,Grade,Where\n"
COLUMNS = (
    "columns: {id: Ref, lon: X, lat: Y, radius_m: err, seen_from: Day, actor: Who}\n"
    "constants: {kind: position}\n"
)
ROW = "a,36.2,32.7,1.5,2018-06-01,red,B2,camp\n"


def mapped(read: Read, mapping_of: Mapped, said: str, rows: str = ROW) -> Reports:
    return read(FILE + rows, mapping=mapping_of(COLUMNS + said))


def test_a_blank_cell_may_say_something(read: Read, mapping_of: Mapped) -> None:
    said = 'columns: {role: Grade}\nvalues: {role: {"": struck, B2: acting, "*": ""}}'
    rows = (
        ROW + ROW.replace("a,", "b,").replace("B2", "") + ROW.replace("a,", "c,").replace("B2", "C")
    )
    columns = COLUMNS.replace("actor: Who}", "actor: Who, role: Grade}")
    batch = only(read(FILE + rows, mapping=mapping_of(columns + said.partition("\n")[2])))
    assert batch.role.tolist() == [0, 1, -1]


def test_any_number_above_nought_may_say_something(read: Read, mapping_of: Mapped) -> None:
    cells = ["3", "0.5", "1e2", "0", "-2", "x", "7", ""]
    rows = "".join(
        ROW.replace("a,", f"{number},").replace("B2", cell) for number, cell in enumerate(cells)
    )
    columns = COLUMNS.replace("actor: Who}", "actor: Who, role: Grade}")
    said = 'values: {role: {">0": struck, 7: target, "*": acting}}'
    batch = only(read(FILE + rows, mapping=mapping_of(columns + said)))
    assert batch.role.tolist() == [1, 1, 1, 0, 0, 0, 2, -1]


def test_an_id_that_is_not_read_is_none_in_every_pass(read: Read, mapping_of: Mapped) -> None:
    said = "unread: [{columns: Ref, unless: {Grade: B2}}]"
    rows = ROW + ROW.replace("B2", "C3") + ROW.replace("B2", "C3").replace("36.2", "36.3")
    batch = only(read(FILE + rows, mapping=mapping_of(COLUMNS + said)))
    assert tuple(batch.ids) == ("a", "r.csv:3", "r.csv:4")


def only(reports: Reports) -> Batch:
    (batch,) = reports.batches()
    assert reports.rejected == ()
    return batch


def test_columns_are_renamed_and_constants_hold_for_all(read: Read, mapping_of: Mapped) -> None:
    batch = only(mapped(read, mapping_of, ""))
    assert tuple(batch.ids) == ("a",)
    assert (batch.at.lon_deg[0], batch.at.radius_m[0]) == (36.2, 1.5)
    assert KINDS[batch.kind[0]] == "position"


@pytest.mark.parametrize(("unit", "metres"), [("km", 1500.0), ("mi", 2414.016), ("ft", 0.4572)])
def test_a_unit_turns_into_metres_without_rounding(
    read: Read, mapping_of: Mapped, unit: str, metres: float
) -> None:
    batch = only(mapped(read, mapping_of, f"units: {{radius_m: {unit}}}"))
    assert batch.at.radius_m[0] == metres


@pytest.mark.parametrize(
    ("far", "unit", "metres"), [("0,300", "km", 300.0), ("0,125", "nmi", 231.5)]
)
def test_metres_of_a_decimal_comma_are_not_taken_for_thousands(
    read: Read, mapping_of: Mapped, far: str, unit: str, metres: float
) -> None:
    text = (FILE + ROW.replace("1.5", far.replace(",", "."))).replace(",", ";").replace(".", ",")
    batch = only(read(text, mapping=mapping_of(f"{COLUMNS}units: {{radius_m: {unit}}}")))
    assert batch.at.radius_m[0] == metres


def test_a_value_that_the_table_gives_is_in_our_unit_already(
    read: Read, mapping_of: Mapped
) -> None:
    said = 'units: {radius_m: km}\nvalues: {radius_m: {near: 250, "*": ""}}'
    rows = ROW.replace("1.5", "near") + ROW.replace("a,", "b,").replace("1.5", "far")
    batch = only(mapped(read, mapping_of, said, rows))
    assert batch.at.radius_m.tolist()[0] == 250.0
    assert str(batch.at.radius_m[1]) == "nan"


def test_a_code_of_two_characters_is_split(read: Read, mapping_of: Mapped) -> None:
    batch = only(mapped(read, mapping_of, "split: {Grade: [reliability, credibility]}"))
    assert (batch.reliability[0], batch.credibility[0]) == (1, 2)


def test_a_code_of_another_length_is_refused_in_both_columns(
    read: Read, mapping_of: Mapped
) -> None:
    said = "split: {Grade: [reliability, credibility]}"
    reports = mapped(read, mapping_of, said, ROW.replace("B2", "B"))
    assert [(one.code, one.column) for one in reports.rejected] == [
        ("R207", "Grade"),
        ("R207", "Grade"),
    ][: len(reports.rejected)]
    assert reports.rejected


def test_several_columns_are_joined_and_blank_ones_left_out(read: Read, mapping_of: Mapped) -> None:
    said = COLUMNS.replace("actor: Who", "actor: [Who, Where]")
    reports = read(FILE + ROW.replace("camp", ""), mapping=mapping_of(said))
    assert only(reports).actors.codes.tolist() == [0]
    both = read(FILE + ROW.replace("camp", "green"), mapping=mapping_of(said))
    assert only(both).actors.codes.tolist() == [0, 1]


def test_cases_write_into_the_rows_that_they_speak_of_the_later_one_last(
    read: Read, mapping_of: Mapped
) -> None:
    said = (
        "cases:\n"
        "  - {where: {Where: [camp, hill]}, set: {kind: incident}}\n"
        "  - {where: {Where: hill, Grade: B2}, set: {kind: statement, actor: }}\n"
    )
    rows = "".join(ROW.replace("a,", f"{name},", 1).replace("camp", where) for name, where in (
        ("a", "camp"), ("b", "hill"), ("c", "road")
    ))  # fmt: skip
    batch = only(mapped(read, mapping_of, said, rows))
    assert [KINDS[code] for code in batch.kind] == ["incident", "statement", "position"]
    assert batch.actors.offsets.tolist() == [0, 1, 1, 2]


def test_single_reports_are_rewritten_parted_and_set_aside(read: Read, mapping_of: Mapped) -> None:
    said = (
        "rows:\n  a: [{role: struck}, {actor: green, role: acting}]\n  B: {kind: incident}\n"
        "skip: {c: the same as b}\n"
    )
    rows = "".join(ROW.replace("a,", f"{name},", 1) for name in "abc")
    reports = mapped(read, mapping_of, said, rows)
    (batch,) = reports.batches()
    assert tuple(batch.ids) == ("a", "a.2", "b")
    assert batch.actors.codes.tolist() == [0, 1, 0]
    events = [batch.spellings[code] if code >= 0 else None for code in batch.event.written]
    assert events == ["a", "a", None]
    (aside,) = reports.rejected
    assert (aside.code, aside.id, aside.line) == ("R211", "c", 4)
    assert aside.reason == "set aside by the mapping: the same as b"
    # What is set aside is told as a rejected row; what is written anew is counted.
    assert [one.rewritten for one in reports.inputs] == [2]


def test_a_report_that_the_mapping_names_and_no_file_holds_is_warned_of(
    read: Read, mapping_of: Mapped
) -> None:
    reports = mapped(read, mapping_of, "rows: {nobody: {kind: incident}}")
    (warning,) = [one for one in reports.diagnostics if one.code == "R154"]
    assert str(warning.span) == "map.yaml:3:8"


def test_a_row_without_any_value_is_refused_before_constants_fill_it(
    read: Read, mapping_of: Mapped
) -> None:
    reports = mapped(read, mapping_of, "", ROW + ",,,,,,,\n")
    assert [(one.code, one.line) for one in reports.rejected] == [("R217", 3)]
