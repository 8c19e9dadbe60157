"""What LibreOffice saved under a German locale, from its bytes to what the reports say."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from checker.reports import Reports, open_reports
from checker.reports.mapping import NO_MAPPING, Mapping
from checker.reports.mapping_tree import mapping_from
from checker.reports.options import ReadOptions
from tests.reports.conftest import tree_of

FOLDER = Path("fixtures/saved-by-libreoffice")
ORDER = "dates: [DD.MM.YYYY hh:mm:ss]"
TEXTS = ("de-windows-1252.csv", "de-utf-8.csv", "de-quoted.csv", "de-utf-16.tsv")
WANTED = [
    ("007", 36.0392, 32.8889, 500.5, "2018-05-10T14:30", "Dera'a Brigade", "Müller: „gesehen“"),
    ("r2", 36.25, 32.75, 1250.0, "2018-05-11T06:05", "red", "zwei\nZeilen; mit Semikolon"),
    ("r3", 36.1, 32.9, 100.0, "2018-07-01T00:00", "red", 'er sagte "halt"'),
    ("r4", 36.3, 32.6, 2000.0, "2018-06-02T23:59", "Nusaïr", "50 €"),
]


def opened(name: str, mapping: Mapping = NO_MAPPING) -> Reports:
    options = ReadOptions(mapping=mapping, stated_zone="Etc/UTC")
    return open_reports([str(FOLDER / name)], options)


def told(reports: Reports) -> list[tuple[str, float, float, float, str, str, str]]:
    zero = datetime(1970, 1, 1, tzinfo=UTC)
    return [
        (
            batch.ids[row],
            float(batch.at.lon_deg[row]),
            float(batch.at.lat_deg[row]),
            float(batch.at.radius_m[row]),
            (zero + timedelta(microseconds=int(batch.from_us[row]))).isoformat()[:16],
            batch.spellings[batch.actors.written[row]],
            batch.spellings[batch.note.written[row]],
        )
        for batch in reports.batches()
        for row in range(len(batch))
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_a_german_text_is_read_once_the_order_of_its_dates_is_stated(name: str) -> None:
    reports = opened(name, mapping_from("map.yaml", tree_of(ORDER)))
    assert told(reports) == WANTED
    assert reports.rejected == ()
    codes = [one.code for one in reports.diagnostics]
    assert codes == (["R152"] if "1252" in name else [])


@pytest.mark.parametrize("name", TEXTS)
def test_without_that_each_row_says_what_to_state(name: str) -> None:
    reports = opened(name)
    assert told(reports) == []
    assert [(one.line, one.code) for one in reports.rejected] == [
        (2, "R243"),
        (3, "R243"),
        (5, "R243"),  # the cell before runs over two lines
        (6, "R243"),
    ]
    assert {one.hint for one in reports.rejected} == {
        "state the order in the mapping, such as " + ORDER
    }


def test_the_workbook_itself_needs_nothing_stated_but_its_zone() -> None:
    reports = opened("de.xlsx")
    assert told(reports) == WANTED
    assert (reports.rejected, reports.diagnostics) == ((), ())


def test_cells_are_read_as_they_look_and_odd_ones_say_so() -> None:
    reports = opened("odd-cells.xlsx")
    assert [(one[0], one[3], one[4]) for one in told(reports)] == [
        ("007", 500.0, "2018-05-10T14:30"),
        ("r2", 1250.0, "2018-05-11T00:00"),
        ("r3", 100.0, "2018-07-01T06:00"),
        ("009", 100.0, "2018-06-05T00:00"),
        ("r14", 1234.5678, "2018-06-07T08:09"),
    ]
    assert [(one.line, one.code, one.reason) for one in reports.rejected] == [
        (5, "R233", "C5 holds the error #DIV/0!"),
        (6, "R202", "'25%' is not a number"),
        (7, "R204", "'14:30:00' is not a time that is read here"),
        (8, "R234", "the cells J8:J9 are merged: some have no value of their own"),
        (9, "R234", "the cells J8:J9 are merged: some have no value of their own"),
        (11, "R202", "'32,6' is not a number"),
        (11, "R202", "'36,3' is not a number"),
        (11, "R202", "'1.500' may be 1500 or 1.5"),
        (12, "R243", "'5.6.2018' may be 2018-06-05 or 2018-05-06"),
        (13, "R202", "'true' is not a number"),
        (14, "R204", "'30:00:00' is not a time that is read here"),
    ]
    assert [one.code for one in reports.diagnostics] == ["R161"]
