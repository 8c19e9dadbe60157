"""What became of every row: accepted or rejected, nothing else."""

import numpy as np

from checker.reports.cells import Block, StructureFault
from checker.reports.rejected import Fault, Faults
from checker.reports.tally import RowCount, Tally
from tests.handmade import batch_of

NOTHING = Block({}, np.array([], dtype=np.int64), np.array([], dtype=np.int64))


def test_every_row_of_a_file_is_accepted_or_quarantined_once() -> None:
    tally = Tally()
    faults = Faults()
    faults.add([1], "lat", Fault("R203", "out of range", "mend it"))
    faults.add([1], "lon", Fault("R203", "out of range", "mend it"))
    broken = StructureFault(9, 10, Fault("R201", "too few cells", "mend it"))
    tally.begin()
    tally.add(Block({}, NOTHING.row, NOTHING.line, (broken,)), batch_of({}, {}, {}), faults)
    tally.begin()
    assert tally.counts == (RowCount(2, 2, 2), RowCount())
    assert [len(found) for found in tally.by_file] == [3, 0]
    assert [(one.row, one.code) for one in tally.rejected] == [
        *((2, "R203"), (2, "R203"), (9, "R201"))
    ]
