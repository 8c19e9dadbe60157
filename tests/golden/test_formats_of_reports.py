"""Every format says the same of the same reports, and bears what no file should hold."""

import gzip
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli.main import main
from checker.reports import Reports, items, open_reports, reports
from checker.reports.options import ReadOptions
from checker.values.diagnostic import CheckerError
from tests.golden.made_files import COUNT, FILES, ROWS, TABLE

STATED = ReadOptions(kind="position", radius_m=100.0)
TEXTS = [name for name in FILES if not name.endswith((".parquet", ".xlsx", ".kmz", ".gz", ".zst"))]
LARGE = "x" * 10_000_000


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(name: str, content: bytes) -> Reports:
    Path(name).write_bytes(content)
    return open_reports([name], STATED)


def said(found: Reports) -> list[tuple[str, float, float, float, int]]:
    return [
        (
            batch.ids[row],
            float(batch.at.lon_deg[row]),
            float(batch.at.lat_deg[row]),
            float(batch.at.radius_m[row]),
            int(batch.kind[row]),
        )
        for batch in found.batches()
        for row in range(len(batch))
    ]


@pytest.mark.parametrize("name", FILES)
def test_the_same_reports_are_the_same_in_every_format(name: str) -> None:
    assert said(read(name, FILES[name](ROWS))) == [(row[0], 36.25, 32.7, 100.0, 0) for row in TABLE]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_read_again_for_each_pass_says_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = said(read(name, FILES[name](ROWS)))
    monkeypatch.setattr(items, "_BLOCK_SIZE", 10)
    monkeypatch.setattr(reports, "_KEPT_ROWS", -1)
    found = read(name, FILES[name](ROWS))
    assert said(found) == said(found) == held


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_is_no_answer(name: str) -> None:
    Path(name).write_bytes(gzip.compress(b"") if name.endswith(".gz") else b"")
    done = CliRunner().invoke(main, ["validate", name])
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{name}:1:1: R1" in done.stderr
    assert "  hint: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_cut_off_is_told_of(name: str) -> None:
    content = FILES[name](ROWS)
    try:
        found = read(name, content[: len(content) * 2 // 3])
        count = found.inputs[0]
    except CheckerError as error:
        assert all(one.hint for one in error.diagnostics)  # noqa: PT017 - some are read
        return
    # What has no end of its own is read up to where it was cut, and the cut is a bad row.
    assert name.endswith((".csv", ".tsv", ".txt", ".ndjson", ".geojsons"))
    assert 0 < count.rows < COUNT
    assert count.quarantined == len(found.rejected) >= 1


@pytest.mark.parametrize("name", FILES)
def test_no_format_is_taken_for_another_under_a_wrong_name(name: str) -> None:
    content = FILES[name](ROWS)
    for other in FILES:
        try:
            found = read(f"wrong-{other}", content).inputs[0]
        except CheckerError as error:
            assert all(one.hint for one in error.diagnostics)  # noqa: PT017 - some are read
        else:
            # The same text under the name of a format that holds it.
            assert (found.rows, found.quarantined) == (COUNT, 0), other


@pytest.mark.parametrize("name", TEXTS)
def test_a_row_of_ten_megabytes_is_read_among_others(name: str) -> None:
    content = FILES[name](ROWS)
    encoding = "utf-16" if name == "r.tsv" else "utf-8"
    text = content.decode(encoding)
    # The note of the report has a line break before its number, written as itself or as an escape.
    large = text.replace("\n7", f"\n7{LARGE}", 1).replace("\\n7", f"\\n7{LARGE}", 1)
    assert len(large) > len(LARGE)
    assert len(said(read(name, large.encode(encoding)))) == COUNT
