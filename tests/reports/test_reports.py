"""Files together: order, second passes, ids across files, stdin, and what was stated."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from checker.reports import Mapping, Reports, open_reports
from checker.reports.batch import KINDS
from checker.reports.options import ReadOptions
from checker.values.diagnostic import CheckerError

HEAD = "id,kind,place,seen_from,actor"
ROW = "position,camp,2018-06-01,red"


def ids(reports: Reports) -> list[str]:
    return [one for batch in reports.batches() for one in batch.ids]


def piped(content: str | bytes, **options: Any) -> Reports:
    raw = content.encode() if isinstance(content, str) else content
    return open_reports(["-"], ReadOptions(**options), io.BytesIO(raw))


def test_files_come_in_the_order_given(read: Any) -> None:
    for name in ("b", "a"):
        (read.folder / f"{name}.csv").write_text(f"{HEAD}\n{name}1,{ROW}\n{name}2,{ROW}\n")
    assert ids(read.open(["b.csv", "a.csv"])) == ["b1", "b2", "a1", "a2"]


def test_a_second_pass_yields_the_same_and_counts_nothing_twice(
    read: Callable[..., Reports], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{HEAD}\na,{ROW}\nb,sighting,camp,2018-06-01,red\nc,{ROW}\n"
    for kept in (0, 1000):
        monkeypatch.setattr("checker.reports.reports._KEPT_ROWS", kept)
        reports = read(text)
        assert ids(reports) == ids(reports) == ["a", "c"]
        assert len(reports.rejected) == 1
        assert [(one.rows, one.quarantined) for one in reports.inputs] == [(2, 1)]


def test_counts_can_be_asked_before_the_batches(read: Callable[..., Reports]) -> None:
    reports = read(f"{HEAD}\na,{ROW}\n")
    assert reports.inputs[0].rows == 1
    assert ids(reports) == ["a"]


def test_an_id_is_given_once_across_files(read: Any) -> None:
    for name in ("one", "two"):
        (read.folder / f"{name}.csv").write_text(f"{HEAD}\na,{ROW}\n")
    reports = read.open(["one.csv", "two.csv"])
    assert ids(reports) == ["a"]
    (rejected,) = reports.rejected
    assert str(rejected) == "two.csv:2: R208: id: the id 'a' is given twice, first at one.csv:2"


def test_a_rejected_row_takes_no_id(read: Callable[..., Reports]) -> None:
    reports = read(f"{HEAD}\na,sighting,camp,2018-06-01,red\na,{ROW}\n")
    assert ids(reports) == ["a"]
    assert [one.code for one in reports.rejected] == ["R207"]


def test_a_number_that_is_none_is_at_fault_whatever_else_stands_in_its_block(
    read: Callable[..., Reports],
) -> None:
    for second in ("b", ""):
        reports = read(f"{HEAD},altitude_m\na,{ROW},high\n{second},{ROW},9\n")
        assert len(ids(reports)) == 1
        assert [(one.id, one.column) for one in reports.rejected] == [("a", "altitude_m")]


def test_corrections_reach_across_files(read: Any) -> None:
    (read.folder / "old.csv").write_text(f"{HEAD}\na,{ROW}\nb,{ROW}\n")
    (read.folder / "new.csv").write_text(f"{HEAD},supersedes\nc,{ROW},a\n")
    reports = read.open(["old.csv", "new.csv"])
    assert reports.superseded() == {"a"}


@pytest.mark.parametrize(
    "heirs",
    ["b,position,camp,2018-06-32,red,a\n", "b,position,camp,2018-06-01,red,a\nc," + ROW + ",a\n"],
)
def test_what_a_rejected_report_corrects_proves_nothing_either(
    read: Callable[..., Reports], heirs: str
) -> None:
    reports = read(f"{HEAD},supersedes\na,{ROW},\n{heirs}")
    assert reports.superseded() == {"a"}
    assert {one.id for one in reports.rejected} == {*"bc"[: heirs.count("\n")]}


def test_a_correction_after_as_of_supersedes_nothing(read: Callable[..., Reports]) -> None:
    reports = read(f"{HEAD},supersedes\na,{ROW},\nb,position,camp,2018-07-01,red,a\n")
    june = int(np.datetime64("2018-06-15", "us").astype(np.int64))
    assert reports.superseded(june) == frozenset()
    assert reports.superseded() == {"a"}


def test_a_longer_circle_is_bad_and_what_hangs_on_it_is_not(
    read: Callable[..., Reports],
) -> None:
    reports = read(
        f"{HEAD},supersedes\na,{ROW},c\nb,{ROW},a\nc,{ROW},b\nd,{ROW},nobody\ne,{ROW},e\nf,{ROW},d\n"
    )
    assert ids(reports) == ["d", "f"]
    assert [one.id for one in reports.rejected] == ["a", "b", "c", "e"]


def test_a_flag_fills_a_column_that_is_not_there_and_is_recorded(
    read: Callable[..., Reports],
) -> None:
    text = "id,lon,lat,seen_from,actor\na,36,32,2018-06-01,red\n"
    reports = read(text, kind="position", radius_m=100.0)
    (batch,) = reports.batches()
    assert batch.at.radius_m.tolist() == [100.0]
    assert batch.kind.tolist() == [0]
    assert reports.inputs[0].stated == (("kind", "position"), ("radius_m", "100"))


def test_a_flag_leaves_a_blank_cell_of_a_column_that_is_there(
    read: Callable[..., Reports],
) -> None:
    text = "kind,lon,lat,radius_m,seen_from,actor\n,36,32,,2018-06-01,red\n"
    reports = read(text, kind="position", radius_m=100.0)
    (batch,) = reports.batches()
    assert np.isnan(batch.at.radius_m[0])
    assert batch.kind.tolist() == [-1]
    assert reports.inputs[0].stated == ()


def test_a_stated_zone_reads_times_without_an_offset(read: Callable[..., Reports]) -> None:
    text = "kind,place,seen_from,actor\nposition,camp,1970-01-01T02:00,red\n"
    reports = read(text, stated_zone="Asia/Damascus")
    (batch,) = reports.batches()
    assert batch.from_us.tolist() == [0]
    assert reports.inputs[0].stated == (("zone", "Asia/Damascus"),)


@pytest.mark.parametrize(
    "options", [{"stated_zone": "Mars/Base"}, {"kind": "sighting"}, {"radius_m": -1.0}]
)
def test_what_is_stated_wrongly_is_refused(
    read: Callable[..., Reports], options: dict[str, Any]
) -> None:
    with pytest.raises(CheckerError, match="R110"):
        read(f"{HEAD}\na,{ROW}\n", **options)


def test_unread_columns_are_named_in_one_warning(read: Callable[..., Reports]) -> None:
    reports = read(f"{HEAD},colour,altitude_m,size\na,{ROW},blue,3,4\n")
    assert [str(one) for one in reports.diagnostics] == [
        "r.csv:1:1: R151: columns that are not read: colour, size",
        "r.csv:1:1: R153: columns that no rule uses yet: altitude_m",
    ]


def test_stdin_is_told_by_its_content() -> None:
    assert ids(piped(f"{HEAD}\na,{ROW}\n")) == ["a"]
    feature = (
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null,'
        '"properties": {"id": "a", "kind": "position", "place": "camp", "seen_from": "2018-06-01",'
        '"actor": "red"}}]}'
    )
    assert ids(piped(feature)) == ["a"]
    assert piped(feature).inputs[0].file == "<stdin>"


def test_an_empty_stdin_is_refused() -> None:
    with pytest.raises(CheckerError, match="R104"):
        piped(b"")


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("r.ods", "R102", ".xlsx"),
        ("r.xlsx", "R108", "again"),
        ("r.doc", "R102", ".csv"),
        ("gone.csv", "R101", ""),
    ],
)
def test_what_is_no_file_of_reports_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str, hint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if name != "gone.csv":
        (tmp_path / name).write_bytes(b"PK")
    with pytest.raises(CheckerError) as refused:
        open_reports([name], ReadOptions())
    (one,) = refused.value.diagnostics
    assert one.code == code
    assert hint in one.hint


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="R101"):
        open_reports([str(tmp_path)], ReadOptions())


def test_what_is_wrong_with_several_files_is_said_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("id\n")
    Path("b.csv").write_text("")
    with pytest.raises(CheckerError) as refused:
        open_reports(["a.csv", "b.csv"], ReadOptions())
    assert {one.span.file for one in refused.value.diagnostics if one.span} == {"a.csv", "b.csv"}


PANDAS_TRAP = """
import sys
from importlib.abc import MetaPathFinder

class Trap(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "pandas":
            print("pandas")

sys.meta_path.insert(0, Trap())
from checker.reports import open_reports
from checker.reports.options import ReadOptions
print(sum(len(batch) for batch in open_reports(sys.argv[1:], ReadOptions()).batches()))
"""


def test_reading_never_imports_pandas(tmp_path: Path) -> None:
    head = "kind,lon,lat,radius_m,seen_from,actor,does\n"
    commas = tmp_path / "commas.csv"
    commas.write_text(
        f"{head}position,36,32,,2018-06-01,red,\nposition,36,x,,2018-06-01T12:00Z,red,shell\n"
    )
    semicolons = tmp_path / "semicolons.csv"
    semicolons.write_text(f"{head.replace(',', ';')}position;36,1;32;;2018-06-01;red;\n")
    typed = tmp_path / "typed.parquet"
    pq.write_table(
        pa.table(
            {
                "kind": ["position", "incident"],
                "lon": [36.2, None],
                "lat": [32.7, None],
                "radius_m": [100, None],
                "seen_from": pa.array([0, None], pa.timestamp("ms", "UTC")),
                "seen_to": pa.array([0, None], pa.date32()),
                "actor_all": [["red", "green"], None],
                "credibility": [1.0, None],
            }
        ),
        typed,
    )
    files = [str(commas), str(semicolons), str(typed)]
    done = subprocess.run(
        [sys.executable, "-c", PANDAS_TRAP, *files], capture_output=True, text=True, check=True
    )
    assert done.stdout == "4\n"


def test_a_file_with_none_of_the_columns_of_a_mapping_and_all_its_own_is_read_without_it(
    read: Any, mapping_of: Callable[[str], Mapping]
) -> None:
    mapping = mapping_of("{columns: {actor: force}, constants: {kind: allegation}}")
    theirs = "force,place,seen_from\nred,camp,2018-06-01\n"
    ours = "kind,actor,place,seen_from\nposition,red,camp,2018-06-02\n"
    (read.folder / "theirs.csv").write_text(theirs, encoding="utf-8")
    (read.folder / "ours.csv").write_text(ours, encoding="utf-8")
    reports = read.open(["theirs.csv", "ours.csv"], mapping=mapping)
    kinds = [KINDS[code] for batch in reports.batches() for code in batch.kind]
    assert kinds == ["allegation", "position"]
    assert any(one.code == "R155" for one in reports.diagnostics)


@pytest.mark.parametrize("name", ["r.csv", "r.parquet"])
def test_a_file_that_changes_between_two_passes_gives_no_answer(
    read: Any, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("checker.reports.reports._KEPT_ROWS", 0)
    path = read.folder / name
    if name == "r.csv":
        path.write_text(f"{HEAD}\na,{ROW}\n")
    else:
        names, cells = HEAD.split(","), ["a", *ROW.split(",")]
        pq.write_table(pa.table({n: [c] for n, c in zip(names, cells, strict=True)}), path)
    reports = read.open([name])
    assert ids(reports) == ids(reports) == ["a"]
    for change in (lambda: os.utime(path, ns=(1, 1)), lambda: path.write_text("cut off")):
        change()
        with pytest.raises(CheckerError) as raised:
            ids(reports)
        assert [one.code for one in raised.value.diagnostics] == ["R111"]
        assert str(raised.value.diagnostics[0].span).startswith(f"{name}:1")
