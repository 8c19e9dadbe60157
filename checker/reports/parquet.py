"""Parquet: typed columns, read one row group at a time; numbers and instants stay what they are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from checker.reports.aside import Aside
from checker.reports.aside.parquet_rows import write_parquet_rows
from checker.reports.cells import ArrowCells, Block, Cells, StructureFault
from checker.reports.geoparquet import Geometry, geometry_of
from checker.reports.opened import BLOCK_ROWS, Grouped, Groups, Opened, Reader
from checker.reports.source import Source, refuse

__all__ = ["READER", "open_parquet"]

_MAGIC = b"PAR1"
_DAMAGES = (pa.ArrowException, OSError, UnicodeDecodeError)
"""What pyarrow raises for bytes that are no Parquet; the last one for names that are no text."""
_MOST_CODE_BYTES = 3
"""A column that takes more bytes a row is one of texts that differ, such as ids."""
_SMALL_BYTES = 1 << 22
_HINT = "copy or download it again"


def open_parquet(source: Source) -> Opened:
    """Open a Parquet file; raises ``CheckerError`` where it is truncated or damaged.

    A timestamp without a zone is a local time, so the zone must be stated; a date is its day. The
    points of a GeoParquet file are its ``lon`` and ``lat``, unless it has columns of that name.
    """
    file = _file(source)
    schema = file.schema_arrow
    odd = {one.name.strip(): str(one.type) for one in schema if not _is_read(one.type)}
    columns = tuple(name.strip() for name in schema.names)
    seen: set[str] = set()
    for name in columns:
        if name in seen:
            raise refuse("R104", f"the column '{name}' is there twice", source.name, "rename one")
        seen.add(name)

    geometry = geometry_of(schema, columns, source)
    if geometry is not None:
        odd.pop(geometry.column, None)
        columns = (*(name for name in columns if name != geometry.column), *geometry.gives)
    readable = [name for name in schema.names if name.strip() not in odd]
    sizes = tuple(file.metadata.row_group(at).num_rows for at in range(file.num_row_groups))

    def blocks(only: Sequence[str] | None = None) -> Iterator[Block]:
        read = readable
        if only is not None:
            # A table without any column would have no rows either.
            read = [name for name in read if name.strip() in only] or read[:1]
        yield from of_groups((0, len(sizes)), read)

    def of_groups(groups: Groups, read: list[str] = readable) -> Iterator[Block]:
        file = _coded(_file(source), source)
        row = 1 + sum(sizes[: groups[0]])
        for group in range(*groups):
            table = _row_group(file, group, read, source)
            for batch in table.to_batches(max_chunksize=BLOCK_ROWS):
                yield _block(batch, row, geometry)
                row += batch.num_rows

    write = partial(write_parquet_rows, partial(_file, source), sizes)
    return Opened(
        source,
        columns,
        blocks,
        odd=odd,
        grouped=Grouped(sizes, of_groups),
        aside=Aside(".parquet", write),
    )


READER = Reader(
    "Parquet",
    (".parquet", ".pq"),
    lambda head: head.startswith(_MAGIC),
    open_parquet,
    is_text=False,
)


def _coded(file: pq.ParquetFile, source: Source) -> pq.ParquetFile:
    """Return the file as one that hands out codes for texts where it holds codes itself."""
    size = source.stamp.size if source.stamp else len(source.content)
    try:
        if size <= _SMALL_BYTES:
            # Where counts in a damaged footer don't fit, reading says so, and pyarrow (26.0) ends
            # the whole process when asked for the sizes. A large file would take twice as long.
            file.read(use_threads=False)
        sizes = _sizes(file.metadata)
    except _DAMAGES:
        return file  # what is damaged is told by whoever reads it
    most = _MOST_CODE_BYTES * file.metadata.num_rows
    coded = [one.name for one in file.schema_arrow if _is_text(one.type) and sizes[one.name] < most]
    return _file(source, coded) if coded else file


def _sizes(metadata: pq.FileMetaData) -> Counter[str]:
    """Return how many bytes the columns take, unpacked."""
    sizes: Counter[str] = Counter()
    for group in range(metadata.num_row_groups):
        held = metadata.row_group(group)
        for index in range(held.num_columns):
            column = held.column(index)
            sizes[column.path_in_schema] += column.total_uncompressed_size
    return sizes


def _file(source: Source, coded: Sequence[str] = ()) -> pq.ParquetFile:
    # Without pre_buffer memory stays bounded by one row group (pyarrow keeps what it fetched).
    stream = str(source.path) if isinstance(source.path, Path) else source.open()
    try:
        return pq.ParquetFile(stream, pre_buffer=False, read_dictionary=list(coded))
    except _DAMAGES as error:
        cause = (
            "it is cut off or overwritten"
            if source.head.startswith(_MAGIC)
            else "it is no Parquet file"
        )
        raise refuse("R108", f"the file is damaged: {cause}", source.name, _HINT) from error


def _row_group(file: pq.ParquetFile, group: int, columns: list[str], source: Source) -> pa.Table:
    try:
        table = file.read_row_group(group, columns=columns, use_threads=False)
        table.validate(full=True)  # else bytes that are no text would come up in some column
    except _DAMAGES as error:
        raise refuse(
            "R108", f"the file is damaged: row group {group + 1} cannot be read", source.name, _HINT
        ) from error
    return table


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _is_read(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind) or pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return _is_read(kind.value_type) and not pa.types.is_nested(kind.value_type)
    tests = (
        pa.types.is_string,
        pa.types.is_large_string,
        pa.types.is_integer,
        pa.types.is_floating,
        pa.types.is_decimal,
        pa.types.is_boolean,
        pa.types.is_date,
        pa.types.is_timestamp,
        pa.types.is_null,
    )
    return any(test(kind) for test in tests)


def _block(batch: pa.RecordBatch, row: int, geometry: Geometry | None = None) -> Block:
    numbers = np.arange(row, row + batch.num_rows, dtype=np.int64)
    faults: list[StructureFault] = []
    if geometry is not None and geometry.column in batch.schema.names:
        batch, numbers, faults = geometry.located(batch, row)
    cells: dict[str, Cells] = {
        name.strip(): ArrowCells(batch.column(index))
        for index, name in enumerate(batch.schema.names)
    }
    return Block(cells, numbers, np.zeros(batch.num_rows, dtype=np.int64), tuple(faults))
