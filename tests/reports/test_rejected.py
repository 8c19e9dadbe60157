"""What makes one row unreadable: where, under which code, why, and what to write instead."""

import re
from pathlib import Path

import checker.reports
import checker.values.spilled
from checker.reports.rejected import CODES, Fault, Faults, Rejected, told
from tests.reports.conftest import Read


def test_a_rejected_row_is_told_by_its_line_or_its_number() -> None:
    fault = ("lat", "R203", "91 is out of range")
    assert str(Rejected("r.csv", 2, 3, *fault)) == "r.csv:3: R203: lat: 91 is out of range"
    assert str(Rejected("r.parquet", 2, None, *fault)).startswith("r.parquet#2: R203")
    whole = Rejected("r.csv", 2, 3, None, "R217", "every cell is blank")
    assert str(whole) == "r.csv:3: R217: every cell is blank"


def test_faults_come_in_the_order_of_their_rows_and_mark_each_row_once() -> None:
    faults = Faults()
    faults.add([2, 0], "lat", Fault("R203", "out of range", "mend it"))
    faults.add([2], "", Fault("R217", "blank", "mend it"))
    assert [(row, fault.code) for row, _, fault in faults] == [
        (0, "R203"),
        (2, "R203"),
        (2, "R217"),
    ]
    assert faults.bad(4).tolist() == [True, False, True, False]
    assert len(faults) == 3


def test_every_code_that_is_used_is_listed_and_every_listed_one_is_used() -> None:
    files = [*Path(checker.reports.__file__).parent.rglob("*.py")]
    files.append(Path(checker.values.spilled.__file__))
    text = "".join(path.read_text(encoding="utf-8") for path in files if path.name != "rejected.py")
    assert set(re.findall(r'"(R\d{3})"', text)) == set(CODES)


def test_a_reason_that_quotes_a_long_cell_keeps_its_two_ends(read: Read) -> None:
    assert told("is blank") == "is blank"
    content = f"kind,place,seen_from,actor\nposition,camp,{'x' * 1_000_000},red\n"
    (one,) = read(content).rejected
    assert len(one.reason) < 1000
    content = f"kind,place,seen_from,actor,count_low\nposition,camp,2018,red,{'x' * 1_000_000}\n"
    (one,) = read(content).rejected
    assert len(one.reason) < 1000
    assert one.reason.startswith("'xxx")
    assert one.reason.endswith("xxx' is not a number")
