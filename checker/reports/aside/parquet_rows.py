"""Rows of a Parquet file as they were: all columns, types and metadata of the schema."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from checker.reports.aside import Wanted

__all__ = ["write_parquet_rows"]


def write_parquet_rows(
    opened: Callable[[], pq.ParquetFile], sizes: Sequence[int], wanted: Wanted, to: BinaryIO
) -> int:
    """Write the wanted rows, group by group; ``sizes`` are the rows of the row groups.

    Row groups without a wanted row are not read.
    """
    rows = np.fromiter(wanted, np.int64, len(wanted)) - 1
    file = opened()
    count, first = 0, 0
    with pq.ParquetWriter(to, file.schema_arrow) as writer:
        for group, size in enumerate(sizes):
            chosen = rows[(rows >= first) & (rows < first + size)] - first
            first += size
            if len(chosen):
                table = file.read_row_group(group, use_threads=False)
                writer.write_table(table.take(pa.array(chosen)))
                count += len(chosen)
    return count
