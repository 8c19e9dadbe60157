"""What tests of rows set aside share: a file on disk, and what some of its rows are written as."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.reports.opening import open_file
from checker.reports.options import ReadOptions

Apart = Callable[..., bytes]


@pytest.fixture
def apart(tmp_path: Path) -> Apart:
    """Return what the rows with some numbers are written as."""

    def written(content: str | bytes, name: str, *rows: int) -> bytes:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        opened = open_file(str(path), ReadOptions(kind="position", radius_m=1.0)).opened
        lines = {
            row: line
            for block in opened.blocks()
            for row, line in [
                *zip(block.row.tolist(), block.line.tolist(), strict=True),
                *((one.row, one.line) for one in block.faults),
            ]
        }
        assert opened.aside is not None
        to = io.BytesIO()
        count = opened.aside.write({row: lines[row] for row in rows}, to)
        assert count == len(rows)
        return to.getvalue()

    return written
