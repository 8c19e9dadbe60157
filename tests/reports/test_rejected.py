"""What makes one row unreadable: where, under which code, why, and what to write instead."""

import re
from pathlib import Path

import checker.reports
import checker.values.spilled
from checker.reports.rejected import CODES, Fault, Faults, Rejected


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
