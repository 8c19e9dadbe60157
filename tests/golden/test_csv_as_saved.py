"""Delimited text as spreadsheet programs save it, from the bytes to what the reports say."""

from pathlib import Path

import pytest

from checker.reports import Reports
from tests.reports.conftest import Read

HEAD = ("id", "kind", "lon", "lat", "radius_m", "seen_from", "actor", "note")
ROWS = (
    ("007", "position", "36,25", "32,75", "1500", "2018-06-01", "red", "Grüße, “Nusaïr”"),
    ("008", "position", "36,5", "32,5", "0,5", "2018-06-02", "red", 'zwei\nZeilen; und "Worte"'),
)


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    monkeypatch.chdir(tmp_path)
    return Read(Path())


def table(separator: str, break_: str, decimal: str = ",") -> str:
    """Return the table as a spreadsheet program writes it: cells in quotes only where they must."""

    def cell(text: str) -> str:
        is_quoted = any(mark in text for mark in (separator, "\n", '"'))
        return '"' + text.replace('"', '""') + '"' if is_quoted else text

    rows = (HEAD, *(tuple(one.replace("36,", f"36{decimal}") for one in row) for row in ROWS))
    rows = tuple(tuple(one.replace("32,", f"32{decimal}") for one in row) for row in rows)
    rows = tuple(
        tuple("0.5" if one == "0,5" and decimal == "." else one for one in row) for row in rows
    )
    return "".join(separator.join(map(cell, row)) + break_ for row in rows)


def told(reports: Reports) -> list[tuple[str, float, float, float, int, str]]:
    assert reports.rejected == ()
    return [
        (
            batch.ids[row],
            float(batch.at.lon_deg[row]),
            float(batch.at.lat_deg[row]),
            float(batch.at.radius_m[row]),
            int(batch.line[row]),
            batch.spellings[batch.note.written[row]],
        )
        for batch in reports.batches()
        for row in range(len(batch))
    ]


WANTED = [
    ("007", 36.25, 32.75, 1500.0, 2, ROWS[0][-1]),
    ("008", 36.5, 32.5, 0.5, 3, ROWS[1][-1]),
]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("CSV UTF-8, German Excel", table(";", "\r\n").encode("utf-8-sig")),
        ("CSV, German Excel", table(";", "\r\n").encode("cp1252")),
        ("Unicode text, German Excel", table("\t", "\r\n").encode("utf-16")),
        ("Unicode text, big end first", b"\xfe\xff" + table("\t", "\r\n").encode("utf-16-be")),
        ("CSV, English Excel", table(",", "\r\n", ".").encode("cp1252")),
        ("CSV, LibreOffice", table(";", "\n").encode()),
        ("Tabs", table("\t", "\r\n").encode("cp1252")),
        ("no break at the end", table(";", "\r\n").rstrip("\r\n").encode()),
    ],
)
def test_the_reports_are_the_same_however_they_were_saved(
    read: Read, name: str, content: bytes
) -> None:
    reports = read(content, "r.csv")
    assert told(reports) == WANTED
    has_warning = b"\xfc" in content and b"\xef\xbb\xbf" not in content and "Unicode" not in name
    assert [one.code for one in reports.diagnostics] == ["R152"] * has_warning


@pytest.mark.parametrize(
    ("first", "separator"),
    [
        ("sep=;", ";"),
        ("SEP=|", "|"),
        ('"sep=;"', ";"),
        ("sep=\t", "\t"),
        ("sep=,", ","),
        ("sep=;;;", ";"),
    ],
)
def test_a_first_line_may_say_what_parts_the_cells(read: Read, first: str, separator: str) -> None:
    decimal = "." if separator == "," else ","
    content = f"{first}\r\n{table(separator, chr(13) + chr(10), decimal)}"
    assert [row[:4] for row in told(read(content, "r.csv"))] == [row[:4] for row in WANTED]
    assert [row[4] for row in told(read(content, "r.csv"))] == [3, 4]


def test_a_column_may_be_called_sep(read: Read) -> None:
    content = "sep,kind,place,seen_from,actor\nx,position,camp,2018-06-01,red\n"
    assert read(content, "r.csv").inputs[0].rows == 1


def test_a_row_of_ten_megabytes_is_read_and_one_beside_it_too(read: Read) -> None:
    large = "x" * 10_000_000
    content = table(";", "\n").replace("Grüße", large) + "009;position;36;32;1;2018-06-01;red;x\n"
    assert [row[0] for row in told(read(content, "r.csv"))] == ["007", "008", "009"]


def test_one_bad_row_among_many_is_told_with_its_line(read: Read) -> None:
    rows = [f"{number};position;36;32;1;2018-06-01;red;x" for number in range(200_000)]
    rows[123_456] = rows[123_456].replace("36", "east")
    rows[150_000] += ";one more"
    reports = read(";".join(HEAD) + "\n" + "\n".join(rows), "r.csv")
    assert [(one.line, one.code) for one in reports.rejected] == [
        (123_458, "R202"),
        (150_002, "R201"),
    ]
    assert (reports.inputs[0].rows, reports.inputs[0].quarantined) == (199_998, 2)
