"""Some rows of a batch: every column taken at the same rows."""

from dataclasses import fields

import numpy as np

from checker.reports.batch import Batch, Coded, Lists
from checker.reports.batch_rows import take
from tests.handmade import batch_of

ROWS = [
    {"id": "a", "actor": "red;green", "unit": "1st", "does": "fire"},
    {"id": "b", "actor": "", "thing": "tanks;guns", "supersedes": "x", "target_lon": "36"},
    {"id": "c", "actor": "Umber", "event": "e", "count_low": "3", "target_lat": "32"},
]
WHOLE = batch_of(
    *({"target_lon": "36", "target_lat": "32", "target_radius_m": "1"} | r for r in ROWS)
)


def lists_of(lists: Lists) -> list[list[int]]:
    edges = zip(lists.offsets[:-1], lists.offsets[1:], strict=True)
    return [lists.codes[start:end].tolist() for start, end in edges]


def test_rows_come_in_the_order_asked_for_and_may_come_twice() -> None:
    taken = take(WHOLE, np.array([2, 0, 2], dtype=np.intp))
    assert tuple(taken.ids) == ("c", "a", "c")
    assert lists_of(taken.actors) == [[-2], [0, 2], [-2]]
    assert lists_of(taken.things) == [[], [], []]
    assert tuple(taken.supersedes) == (None, None, None)
    assert taken.count_low.tolist()[0] == 3.0


def test_every_column_is_taken() -> None:
    taken = take(WHOLE, np.array([1], dtype=np.intp))
    for field in fields(Batch):
        value = getattr(taken, field.name)
        if isinstance(value, Coded):
            assert len(value.written) == 1, field.name
        elif isinstance(value, Lists):
            assert len(value.offsets) == 2, field.name
        elif field.name not in {"file", "spellings"}:
            assert len(value) == 1, field.name


def test_no_rows_make_an_empty_batch() -> None:
    assert len(take(WHOLE, np.array([], dtype=np.intp))) == 0
