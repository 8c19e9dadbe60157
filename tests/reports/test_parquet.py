"""Parquet: typed columns; what is cut off or overwritten is refused, never half read."""

import io
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

SEEN = pa.array([1527811200000000], pa.timestamp("us", "UTC"))


def table(**columns: Any) -> bytes:
    fixed = {"kind": ["position"], "actor": ["red"], "place": ["camp"], "seen_from": SEEN}
    stream = io.BytesIO()
    pq.write_table(pa.table({**fixed, **columns}), stream)
    return stream.getvalue()


def test_numbers_and_instants_stay_what_they_are(read: Read) -> None:
    (batch,) = read(table(lon=[36.2], lat=[32.7], radius_m=[100]), "r.parquet").batches()
    assert (batch.at.lon_deg[0], batch.at.radius_m[0]) == (36.2, 100.0)
    assert batch.from_us.tolist() == [1527811200000000]
    assert tuple(batch.ids) == ("r.parquet#1",)


def test_lists_and_missing_values_are_read(read: Read) -> None:
    (batch,) = read(table(does=[["shell", "presence"]], note=[None]), "r.parquet").batches()
    assert batch.does.codes.tolist() == [1, 0]
    assert batch.note.written.tolist() == [-1]


def test_a_local_time_needs_a_zone(read: Read) -> None:
    local = pa.array([1527811200000000], pa.timestamp("us"))
    (one,) = read(table(seen_from=local), "r.parquet").rejected
    assert one.code == "R205"
    stated = read(table(seen_from=local), "r.parquet", stated_zone="Asia/Damascus")
    (batch,) = stated.batches()
    assert batch.from_us.tolist() == [1527811200000000 - 3 * 3_600_000_000]


def test_a_number_that_is_not_finite_is_a_bad_row(read: Read) -> None:
    (one,) = read(table(lon=[float("nan")], lat=[32.7], radius_m=[1.0]), "r.parquet").rejected
    assert (one.row, one.code, one.line) == (1, "R202", None)


def test_a_column_of_objects_is_refused(read: Read) -> None:
    with pytest.raises(CheckerError) as error:
        read(table(note=[{"a": 1}]), "r.parquet")
    (one,) = error.value.diagnostics
    assert (one.code, bool(one.hint)) == ("R102", True)


def test_a_column_of_objects_that_nobody_reads_is_left_out_with_a_warning(read: Read) -> None:
    reports = read(table(geometry=[b"\x01"], region=[{"a": 1}]), "r.parquet")
    (batch,) = reports.batches()
    assert len(batch) == 1
    (warning,) = [one for one in reports.diagnostics if one.code == "R151"]
    assert warning.message == "columns that are not read: geometry, region"


def test_a_file_that_is_cut_off_or_overwritten_anywhere_is_refused_or_read(read: Read) -> None:
    whole = table(note=["a remark"], lon=[36.2], lat=[32.7], radius_m=[100.0])
    drawn = np.random.default_rng(1)
    damaged = [whole[: int(drawn.integers(len(whole)))] for _ in range(60)]
    for _ in range(240):
        copy = bytearray(whole)
        copy[int(drawn.integers(len(copy)))] = int(drawn.integers(256))
        damaged.append(bytes(copy))
    refused: list[CheckerError] = []
    for content in damaged:
        try:
            list(read(content, "r.parquet").batches())
        except CheckerError as error:
            refused.append(error)
    assert len(refused) >= 60
    assert all(one.hint for error in refused for one in error.diagnostics)


def test_counts_that_don_t_fit_the_schema_end_with_a_problem_and_not_the_process(
    read: Read,
) -> None:
    content = table(note=["x"], unit=["7"])
    start = len(content) - 8 - int.from_bytes(content[-8:-4], "little")
    said: set[int | str] = set()
    # A column that may have nulls is written as 2 in the footer; of one that may not it is 0.
    for at in [at for at in range(start, len(content) - 8) if content[at] == 2]:
        changed = content[:at] + b"\0" + content[at + 1 :]
        try:
            said.add(read(changed, "r.parquet").inputs[0].rows)
        except CheckerError as error:
            said |= {one.message for one in error.diagnostics}
    assert "the file is damaged: row group 1 cannot be read" in said
