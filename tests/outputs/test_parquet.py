"""Findings as Parquet: typed columns, and what is known of the run in the metadata."""

import gc
import io
import json
import sys

import pyarrow.parquet as pq
import pytest
import shapely

from checker.findings.block import Block
from checker.findings.finding import Finding
from checker.outputs import parquet
from checker.outputs.flat import COLUMNS
from checker.outputs.parquet import ParquetWriter
from checker.outputs.writer import Page
from tests.findings.made import finding
from tests.outputs.made import HEADER, summary


def file_of(*findings: Finding) -> pq.ParquetFile:
    stream = io.BytesIO()
    writer = ParquetWriter(stream, Page())
    writer.begin(HEADER)
    for one in findings:
        writer.add(Block.of(one))
    writer.end(summary(hollow="nothing was put to the test"))
    return pq.ParquetFile(io.BytesIO(stream.getvalue()))


def test_a_finding_is_a_row_of_typed_columns() -> None:
    one = finding(reasons=("place_vague",), lon=35.5, margin_m=None, reported_actor="حزب")
    (row,) = file_of(one).read().to_pylist()
    assert list(row) == [*(column.name for column in COLUMNS), "geometry"]
    assert (row["reasons"], row["lon"], row["margin_m"], row["reported_actor"]) == (
        *(["place_vague"], 35.5, None, "حزب"),
    )


def test_the_metadata_tell_of_which_rules_and_reports_and_whether_it_is_an_answer() -> None:
    about = {key.decode(): value.decode() for key, value in file_of().metadata.metadata.items()}
    assert (about["agreement"], about["agreement_sha256"]) == ("deal", "0" * 64)
    assert about["as_of"] == HEADER.as_of
    assert json.loads(about["inputs"]) == [{"file": "r.csv", "sha256": "1" * 64}]
    assert about["hollow"] == "nothing was put to the test"


def test_without_findings_the_columns_are_there() -> None:
    assert file_of().read().num_rows == 0


def test_findings_are_written_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_AT_ONCE", 2)
    file = file_of(*(finding(id=f"{n:016x}") for n in range(5)))
    assert file.num_row_groups == 3
    assert file.read().column("finding").to_pylist() == [f"{n:016x}" for n in range(5)]


def test_of_a_file_that_is_not_ended_for_its_run_failed_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    monkeypatch.setattr(parquet, "_AT_ONCE", 1)
    stream = io.BytesIO()
    writer = ParquetWriter(stream, Page())
    writer.begin(HEADER)
    writer.add(Block.of(finding()))
    stream.close()
    del writer
    gc.collect()
    assert not told


def test_where_blocks_end_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_AT_ONCE", 3)
    findings = [finding(id=f"{n:016x}", reasons=("place_vague",) * (n % 2)) for n in range(8)]

    def bytes_of(*sizes: int) -> bytes:
        stream, rest = io.BytesIO(), iter(findings)
        writer = ParquetWriter(stream, Page())
        writer.begin(HEADER)
        for size in sizes:
            writer.add(Block.of(*(next(rest) for _ in range(size))))
        writer.end(summary())
        return stream.getvalue()

    assert bytes_of(8) == bytes_of(1, 0, 4, 3) == bytes_of(2, 2, 2, 2, 0)


def test_positions_are_points_of_geoparquet() -> None:
    file = file_of(finding(lon=35.5, lat=-33.25), finding(), finding(lon=179.0, lat=0.0))
    geo = json.loads(file.metadata.metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    assert geo["columns"] == {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}}
    points = shapely.from_wkb(file.read().column("geometry").to_pylist())
    assert [None if one is None else (one.x, one.y) for one in points] == [
        *((35.5, -33.25), None, (179.0, 0.0)),
    ]


def test_a_name_that_is_no_utf_8_is_written_with_a_backslash() -> None:
    (row,) = file_of(finding(message="in r\udcff.csv")).read().to_pylist()
    assert row["message"] == "in r\\udcff.csv"
