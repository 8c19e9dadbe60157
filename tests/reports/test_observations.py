"""Files that say where somebody looked: every row read, or the whole file refused."""

import json
from pathlib import Path

import pytest

from checker.reports import ReadOptions, open_reports
from checker.reports.batch import KINDS, Vocabulary
from checker.reports.observations import Look, looks_in
from checker.reports.opening import open_unmapped
from checker.values.diagnostic import CheckerError
from checker.values.instant import parse_moment
from checker.values.zones import zone_of

OPTIONS = ReadOptions(
    vocabulary=Vocabulary({}, {}, {}, {"zone": 0, "the zone": 0, "far": 1}),
    zone="Asia/Damascus",
)
HEAD = "area,from,to,status\n"


def looks(folder: Path, content: str | bytes, name: str = "o.csv") -> tuple[Look, ...]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return looks_in(open_unmapped(str(path), OPTIONS.form, name=name), OPTIONS)


def problems(folder: Path, content: str) -> list[tuple[str, int]]:
    with pytest.raises(CheckerError) as raised:
        looks(folder, content)
    return [(one.code, one.span.line) for one in raised.value.diagnostics if one.span]


def us(text: str) -> int:
    return parse_moment(text, zone_of("Asia/Damascus")).start_us


def test_a_row_holds_area_time_and_status(tmp_path: Path) -> None:
    rows = (
        "zone,2018-06-01,2018-06-02,Watched\n"
        "\n"
        "The  ZONE,2018-06-03T10:00:00+03:00,2018-06-03T12:00:00+03:00,refused\n"
        "elsewhere,2018-06-04,2018-06-04,partial\n"
    )
    first, second, third = looks(tmp_path, HEAD + rows)
    assert (first.area, first.status, first.line) == (0, "watched", 2)
    assert (first.from_us, first.end_us) == (us("2018-06-01"), us("2018-06-03"))
    assert first.to_us == first.end_us - 1
    assert (second.area, second.status, second.line) == (0, "denied", 4)
    assert second.end_us == second.to_us == us("2018-06-03T12:00:00+03:00")
    assert (third.area, third.name, third.status) == (None, "elsewhere", "partial")


@pytest.mark.parametrize(
    ("word", "status"),
    [("watched", "watched"), ("observed", "watched"), ("VISITED", "watched"), ("denied", "denied")],
)
def test_the_field_s_words_mean_the_three_statuses(word: str, status: str, tmp_path: Path) -> None:
    (one,) = looks(tmp_path, f"{HEAD}zone,2018-06-01,2018-06-01,{word}\n")
    assert one.status == status


def test_tables_are_read_as_spreadsheets_and_programs_write_them(tmp_path: Path) -> None:
    german = "\ufeffPlace;From;To;Status;Note\r\nzone;2018-06-01;2018-06-01;denied;über\r\n"
    (one,) = looks(tmp_path, german)
    assert (one.area, one.status) == (0, "denied")
    named = {"place": "far", "seen_from": "2018-06-01", "seen_to": "2018-06-01"}
    (other,) = looks(tmp_path, json.dumps([{**named, "status": "partial"}]), "o.json")
    assert (other.area, other.status) == (1, "partial")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("place,from,to\nzone,2018-06-01,2018-06-01\n", [("R281", 1)]),
        ("area,place,from,to,status\n", [("R281", 1)]),
        (HEAD + "zone,2018-06-01,2018-06-01,seen\n", [("R282", 2)]),
        (HEAD + ",2018-06-01,2018-06-01,watched\n", [("R282", 2)]),
        (HEAD + "zone,,2018-06-01,watched\n", [("R282", 2)]),
        (HEAD + "zone,June,2018-06-01,watched\n", [("R283", 2)]),
        (HEAD + "zone,2018-06-02,2018-06-01,watched\n", [("R283", 2)]),
        (HEAD + "zone,2018-06-01T10:00,2018-06-02,watched\n", [("R283", 2)]),
        (HEAD + "zone,2018-06-01\nzone,x,y,z\n", [("R201", 2), ("R282", 3)]),
        ("", [("R104", 1)]),
    ],
)
def test_what_cannot_be_read_refuses_the_file_in_its_place(
    content: str, found: list[tuple[str, int]], tmp_path: Path
) -> None:
    assert sorted(problems(tmp_path, content)) == sorted(found)


def test_refusals_are_reports_of_their_kind_and_nothing_else_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("o.csv").write_text(
        HEAD + "zone,2018-06-01,2018-06-02,watched\nfar,2018-06-03,2018-06-03,refused\n"
        "x,2018-06-04,2018-06-04,partial\nx,2018-06-05,2018-06-05,denied\n"
    )
    options = ReadOptions(OPTIONS.vocabulary, OPTIONS.zone, observations=("o.csv",))
    reports = open_reports(["o.csv"], options)
    (batch,) = reports.batches()
    assert batch.line.tolist() == [3, 5]
    assert {KINDS[kind] for kind in batch.kind.tolist()} == {"access_denied"}
    assert batch.at.area.tolist() == [1, -2]
    assert [*batch.ids] == ["o.csv:3", "o.csv:5"]
    assert batch.from_us[0] == us("2018-06-03")
    assert batch.is_throughout.all()
    (file,) = reports.inputs
    assert (file.rows, file.quarantined) == (2, 0)
    assert reports.diagnostics == ()
