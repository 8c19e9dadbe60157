"""The findings as Parquet, one row each, typed; what is known of the run stands in the metadata.

The position of each stands in a column more than in CSV, so that it is GeoParquet too.
"""

import json
from collections.abc import Sequence
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.outputs.flat import COLUMNS, Cell, columns_of
from checker.outputs.geoparquet import GEO_METADATA, GEOMETRY, points_of
from checker.outputs.writer import Format, Page

__all__ = ["FORMAT", "ParquetWriter"]

_TYPES = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "number": pa.float64(),
    "whole": pa.int64(),
}
_NAMES = [column.name for column in COLUMNS]
_PLACE = (_NAMES.index("lon"), _NAMES.index("lat"))
_AT_ONCE = 65_536
"""So many findings wait in memory until they are written as a row group."""


class ParquetWriter:
    """Write row groups as they fill, so that memory stays flat."""

    def __init__(self, stream: BinaryIO, page: Page) -> None:
        del page
        fields = [
            pa.field(one.name, _TYPES[one.holds], metadata={"about": one.about}) for one in COLUMNS
        ]
        about = {"about": "the reported position as a point, in WKB"}
        fields.append(pa.field(GEOMETRY, pa.binary(), metadata=about))
        self._schema = pa.schema(fields)
        self._file = _Unended(stream, self._schema, compression="zstd")
        self._waiting: list[pa.RecordBatch] = []

    def begin(self, header: Header) -> None:
        """Keep what tells which rules and which date the findings are of."""
        about = {
            "accord": header.accord,
            "as_of": header.as_of or "",
            "agreement": header.agreement_id,
            "agreement_sha256": header.agreement_sha256,
            "geo": GEO_METADATA,
        }
        if header.edition is not None:
            about["edition"] = header.edition.said
        self._file.add_key_value_metadata(about)

    def add(self, block: Block) -> None:
        """Take the next findings."""
        columns = columns_of(block)
        arrays = [
            _array(column, field.type) for column, field in zip(columns, self._schema, strict=False)
        ]
        arrays.append(points_of(*(columns[at] for at in _PLACE)))
        self._waiting.append(pa.record_batch(arrays, schema=self._schema))
        while sum(batch.num_rows for batch in self._waiting) >= _AT_ONCE:
            self._flush(_AT_ONCE)

    def end(self, summary: Summary) -> None:
        """Write what waits, the hashes of the files of reports, and whether this is an answer."""
        self._flush(_AT_ONCE)
        inputs = [{"file": one.file, "sha256": one.sha256} for one in summary.inputs]
        told = _encodable(json.dumps(inputs, ensure_ascii=False))
        hollow = {"hollow": summary.hollow or "", "inputs": told}
        self._file.add_key_value_metadata(hollow)
        self._file.close()

    def _flush(self, most: int) -> None:
        """Write a row group of at most so many rows.

        Where blocks begin and end leaves no trace: the same findings have the same bytes.
        """
        table = pa.Table.from_batches(self._waiting, self._schema)
        if not table.num_rows:
            return
        self._waiting = table.slice(most).to_batches()
        group = table.slice(0, most).combine_chunks()
        self._file.write_table(group, row_group_size=group.num_rows)


class _Unended(pq.ParquetWriter):  # type: ignore[misc]  # pyarrow has no types
    """Leave a file as it is where it was not ended: its run failed, and the stream is closed."""

    def __del__(self) -> None:
        """Write no end: that it cannot be written would be told beside what failed."""


def _array(column: Sequence[Cell], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(column, type=kind)
    except UnicodeEncodeError:  # the name of a file that is no UTF-8
        cells = [_encodable(cell) if isinstance(cell, str) else cell for cell in column]
        return pa.array(cells, type=kind)


def _encodable(text: str) -> str:
    """Return a text with what is no character written as in the other formats: with a backslash."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


FORMAT = Format(
    "parquet",
    "a table for programs, one row a finding; GeoParquet",
    ParquetWriter,
    is_binary=True,
    takes_columns=True,
)
