"""The lines of a text as their bytes: one for one those that are read, and together all of it."""

from pathlib import Path

import pytest

from checker.reports import source
from checker.reports.encoding import encoding_of
from checker.reports.raw_lines import mark_of, raw_lines
from checker.reports.records import physical_lines
from checker.reports.source import Form, source_of

TEXT = "é,1\r\n\r\nb\rc\n\nlast ☂"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 1 << 22])
@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "iso2022_jp"])
def test_raw_lines_are_those_that_are_read_and_together_all_bytes(
    name: str, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "PIECE_BYTES", size)
    path = tmp_path / "r.csv"
    text = TEXT.replace("é", "e").replace("☂", "日") if name == "iso2022_jp" else TEXT
    path.write_bytes(text.encode(name))
    found = source_of(str(path), form=Form(name if "utf" not in name else None))
    encoding = encoding_of(found)
    raw = [*raw_lines(found, encoding)]
    read = [*physical_lines(encoding.utf8_pieces(found))]
    assert mark_of(found, encoding) + b"".join(raw) == path.read_bytes()
    assert [line.decode(encoding.name).rstrip("\r\n") for line in raw] == read
