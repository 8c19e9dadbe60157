"""What became of every row: accepted or rejected, nothing else."""

import numpy as np

from checker.reports.cells import Block, StructureFault
from checker.reports.rejected import Fault, Faults
from checker.reports.tally import Tally
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
    assert tally.counts == ((2, 2), (0, 0))
    assert [(one.row, one.code) for one in tally.rejected] == [
        *((2, "R203"), (2, "R203"), (9, "R201"))
    ]


def test_an_id_given_again_is_told_with_the_place_of_the_first() -> None:
    tally = Tally()
    first, second = batch_of({"id": "a"}, {"id": "b"}), batch_of({"id": "b"}, {"id": "c"})
    good = np.array([False, False])
    assert list(tally.repeated(first, good)) == []
    ((row, fault),) = tally.repeated(second, good)
    assert (row, fault.code) == (0, "R208")
    assert fault.reason == "the id 'b' is given twice, first at r.csv:3"


def test_a_row_that_is_bad_already_takes_no_id() -> None:
    tally = Tally()
    batch = batch_of({"id": "a"})
    assert list(tally.repeated(batch, np.array([True]))) == []
    assert list(tally.repeated(batch, np.array([False]))) == []
    assert len(list(tally.repeated(batch, np.array([False])))) == 1
