"""Every file in fixtures/malformed-reports is refused with a hint, or its bad rows are named."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli.main import main
from checker.reports import Reports, open_reports
from checker.reports.options import ReadOptions
from checker.values.diagnostic import CheckerError, Diagnostic

FOLDER = Path(__file__).parents[2] / "fixtures" / "malformed-reports"

REFUSED = {
    "empty.csv": {"R104"},
    "gzip.csv": {"R102"},
    "lines-in-quotes.csv": {"R104"},
    "no-columns-we-know.csv": {"R105", "R106"},
    "no-kind.csv": {"R106"},
    "no-radius.csv": {"R107"},
    "not-json.geojson": {"R108"},
    "other-coordinates.parquet": {"R102"},
    "packed-twice.csv.gz": {"R102"},
    "pipes.csv": {"R104"},
    "title-above.csv": {"R104"},
    "truncated.parquet": {"R108"},
    "no-line-of-json.ndjson": {"R108"},
    "entities.kml": {"R122"},
    "entities.xlsx": {"R122"},
    "page.xml": {"R102"},
    "truncated.cot": {"R108"},
    "two-maps.kmz": {"R123"},
    "text.xlsx": {"R108"},
    "truncated.csv.gz": {"R108"},
    "truncated.json": {"R108"},
    "truncated.xlsx": {"R108"},
    "twice-the-same-column.csv": {"R104"},
    "two-lists.json": {"R123"},
    "two-sheets.xlsx": {"R123"},
    "windows-1251.csv": {"R103"},
    "utf-16-without-mark.csv": {"R103"},
}

# Of each file: the accepted ids, and the line (or number) with the code of every problem.
READ: dict[str, tuple[list[str], list[tuple[int, str]]]] = {
    "header-only.csv": ([], []),
    "utf-8-bom.csv": (["r1"], []),
    "utf-16.csv": (["r1"], []),
    "mac-breaks.csv": (["r1"], []),
    "windows-1252.csv": (["r1"], []),
    "zero-byte.csv": (["r2"], [(2, "R213")]),
    "decimal-commas.csv": (["r1"], [(3, "R202")]),
    "commas-in-commas.csv": (["r2"], [(2, "R202")]),
    "bad-numbers.csv": (
        ["r10"],
        [
            *((2, "R202"), (3, "R202"), (4, "R202"), (5, "R203"), (6, "R203"), (7, "R203")),
            *((8, "R216"), (9, "R203"), (10, "R202")),
        ],
    ),
    "bad-times.csv": (
        ["r5"],
        [(2, "R205"), (3, "R206"), (4, "R243"), (5, "R204"), (7, "R204")],
    ),
    "bad-words.csv": (["r3"], [(2, "R207"), *[(3, "R207")] * 7]),
    "broken-rows.csv": (
        ["r1", "r4", "r6", "r9"],
        [(3, "R201"), (4, "R201"), (7, "R215"), (10, "R215"), (11, "R217"), (12, "R202")],
    ),
    "grid.csv": (["r2"], [(2, "R209")]),
    "twice-the-same-id.csv": (["r1", "r2"], [(4, "R208")]),
    "corrections.csv": (
        ["a1", "a2", "a3", "b1"],
        [(6, "R210"), (7, "R210"), (8, "R210"), (9, "R210")],
    ),
    "formulas-and-merged-cells.xlsx": (
        ["r1", "r3", "r8"],
        [(3, "R233"), (5, "R233"), (6, "R234"), (7, "R234"), (8, "R201")],
    ),
    "one-bad-row.csv.gz": (["r1", "r3"], [(3, "R202")]),
    "one-bad-record.json": (["r1", "r4"], [(2, "R231"), (3, "R202"), (5, "R232")]),
    "broken-lines.ndjson": (["r1", "r5"], [(2, "R231"), (4, "R202"), (5, "R231")]),
    "broken-texts.geojsons": (["r1", "r3", "r4"], [(2, "R231")]),
    "forecast.cot": (["r1", "r4"], [(2, "R236"), (3, "R202")]),
    "route.gpx": (["r1", "r4"], [(3, "R203"), (4, "R236")]),
    "shapes.kml": (
        ["r1", "r6"],
        [(4, "R214"), (5, "R235"), (6, "R236"), (7, "R202")],
    ),
    "shapes.parquet": (["r0", "r1", "r2"], [(4, "R203")]),
    "shapes.geojson": (["g1", "g2", "g3"], [(4, "R202")]),
}


def opened(name: str, monkeypatch: pytest.MonkeyPatch) -> Reports:
    monkeypatch.chdir(FOLDER)
    return open_reports([name], ReadOptions())


def test_every_malformed_file_has_its_expectation() -> None:
    assert {path.name for path in FOLDER.iterdir()} == REFUSED.keys() | READ.keys()


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_its_name(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CheckerError) as refused:
        opened(name, monkeypatch)
    assert {one.code for one in refused.value.diagnostics} == REFUSED[name]
    assert all(one.span and one.span.file == name for one in refused.value.diagnostics)
    assert all(one.hint for one in refused.value.diagnostics)


@pytest.mark.parametrize("name", READ)
def test_a_bad_row_is_named_and_the_good_ones_are_read(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = opened(name, monkeypatch)
    ids, problems = READ[name]
    assert [one for batch in reports.batches() for one in batch.ids] == ids
    assert [(one.line or one.row, one.code) for one in reports.rejected] == problems
    (count,) = reports.inputs
    assert count.rows == len(ids)
    assert count.quarantined == len({one.row for one in reports.rejected})


def checked(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Judge a file by the agreement that `accord init` writes, in force since 2010."""
    runner = CliRunner()
    assert runner.invoke(main, ["init", str(folder / "deal")]).exit_code == 0
    rules = folder / "deal" / "agreement.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("2020-01-01", "2010-01-01"))
    monkeypatch.chdir(FOLDER)
    return runner.invoke(main, ["check", str(folder / "deal"), name])


@pytest.mark.parametrize("name", REFUSED)
def test_check_gives_no_answer_to_a_file_that_cannot_be_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = checked(name, tmp_path, monkeypatch)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{name}:" in done.stderr
    assert "  hint: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", READ)
def test_check_judges_the_good_rows_and_tells_of_the_bad_ones(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = checked(name, tmp_path, monkeypatch)
    ids, problems = READ[name]
    assert done.exit_code == (0 if ids else 3)
    assert f"{len({line for line, _ in problems})} row" in done.stdout
    for line, code in problems[:3]:
        assert f":{line}: {code}: " in done.stdout or f"#{line}: {code}: " in done.stdout


def refused(name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Diagnostic, ...]:
    with pytest.raises(CheckerError) as error:
        opened(name, monkeypatch)
    return error.value.diagnostics


def test_a_missing_kind_names_the_flag_and_the_mapping_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (one,) = refused("no-kind.csv", monkeypatch)
    assert "--kind position" in one.hint
    assert "constants: {kind: position}" in one.hint


def test_a_missing_radius_names_the_flag_and_the_mapping_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (one,) = refused("no-radius.csv", monkeypatch)
    assert "--radius 100m" in one.hint
    assert "constants: {radius_m: 100}" in one.hint


@pytest.mark.parametrize(
    ("name", "said", "hint"),
    [
        ("gzip.csv", "compressed with gzip", "unpack it"),
        ("lines-in-quotes.csv", "';' seems to part its names", "quotation marks"),
        ("pipes.csv", "'|' seems to part its names", "commas, semicolons or tabs"),
        ("title-above.csv", "the header seems to be line 3", "remove what stands above line 3"),
    ],
)
def test_what_is_no_table_of_reports_is_told_in_one_problem(
    name: str, said: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = refused(name, monkeypatch)
    assert said in one.message
    assert hint in one.hint


def test_damaged_json_is_located(monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = refused("not-json.geojson", monkeypatch)
    assert str(one.span) == "not-json.geojson:3:1"


def test_swapped_coordinates_get_their_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = opened("bad-numbers.csv", monkeypatch)
    swapped = next(one for one in reports.rejected if one.id == "r5")
    assert str(swapped) == (
        "bad-numbers.csv:6: R203: lat: 136.2 is out of range: latitudes run from -90 to 90"
    )
    assert "swapped" in swapped.hint


def test_a_time_without_a_zone_names_the_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    first = opened("bad-times.csv", monkeypatch).rejected[0]
    assert "--zone Asia/Damascus" in first.hint


def test_windows_1252_is_read_with_its_accents_and_a_warning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reports = opened("windows-1252.csv", monkeypatch)
    (batch,) = reports.batches()
    assert "Nusaïr" in batch.spellings
    assert [one.code for one in reports.diagnostics] == ["R152"]
