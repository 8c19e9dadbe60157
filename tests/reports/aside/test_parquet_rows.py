"""Rows of a Parquet file as they were: all columns, types and metadata of the schema."""

import io
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq


def test_rows_keep_their_types_and_the_schema_its_metadata(apart: Any) -> None:
    table = pa.table(
        {
            "place": ["a", "b", "c", "d"],
            "actor": pa.array(["red", None, "red", "green"]).dictionary_encode(),
            "seen_from": pa.array([0, 1, 2, 3], pa.timestamp("us", "UTC")),
            "odd": [{"x": 1}, {"x": 2}, None, {"x": 4}],
        }
    ).replace_schema_metadata({"own": "said"})
    stream = io.BytesIO()
    pq.write_table(table, stream, row_group_size=2)
    found = pq.read_table(io.BytesIO(apart(stream.getvalue(), "r.parquet", 2, 4)))
    assert found.to_pylist() == table.take([1, 3]).to_pylist()
    assert found.schema.equals(table.schema, check_metadata=True)
