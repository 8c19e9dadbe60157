"""`accord validate`: what is wrong with files of reports, row by row."""

from pathlib import Path

from openpyxl import Workbook

from tests.cli.made import HEAD, accord, row


def test_good_rows_are_exit_0(here: Path) -> None:
    (here / "r.csv").write_text(HEAD + row("r1"))
    done = accord("validate", "r.csv")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "r.csv: 1 report accepted, 0 rows not accepted\n"


def test_each_bad_row_is_told_with_place_column_reason_and_hint(here: Path) -> None:
    (here / "r.csv").write_text(HEAD + row("r1", lat="120") + row("r2", seen_from="soon"))
    done = accord("validate", "r.csv")
    assert done.exit_code == 1
    assert done.stdout == (
        "r.csv:2: R203: lat: 120 is out of range: latitudes run from -90 to 90\n"
        "  hint: longitude and latitude may be swapped\n"
        "r.csv:3: R204: seen_from: 'soon' is not a time that is read here\n"
        "  hint: write 2018-06-26, or 2018-06-26T14:30:00+03:00\n"
        "r.csv: 0 reports accepted, 2 rows not accepted, of 2\n"
    )


def test_a_file_that_cannot_be_read_is_exit_2(here: Path) -> None:
    (here / "r.csv").write_text("lon,lat\n")
    done = accord("validate", "r.csv", "nobody.csv")
    assert (done.exit_code, done.stdout) == (2, "")
    for code in ("R105", "R106", "R107", "R101"):
        assert f": {code}: " in done.stderr


def test_stdin_is_read_once_and_what_is_stated_counts() -> None:
    rows = "lon,lat,seen_from,actor\n36,32,2018-06-01 12:00,red\n"
    stated = ("--kind", "position", "--radius", "1km", "--zone", "Asia/Damascus")
    assert accord("validate", "-", *stated, stdin=rows).exit_code == 0
    assert accord("validate", "-", "--kind", "position", stdin=rows).exit_code == 2
    assert accord("validate", "-", "-", stdin=rows).exit_code == 2


def test_a_correction_of_a_report_that_no_file_holds_is_warned_of(here: Path) -> None:
    (here / "r.csv").write_text(HEAD.replace("\n", ",supersedes\n") + row("r2")[:-1] + ",r1\n")
    done = accord("validate", "r.csv")
    assert done.exit_code == 0
    assert "r.csv:2:1: warning: R158: no report has the id 'r1', which r2 supersedes" in done.stderr
    (here / "old.csv").write_text(HEAD + row("r1"))
    told = accord("validate", "r.csv", "old.csv").stderr
    assert "R158" not in told
    assert "r.csv:2:1: warning: R175: 'r2' corrects 'r1' at old.csv:2" in told


def test_a_pattern_that_no_shell_replaced_names_files(here: Path) -> None:
    for name in ("b.csv", "a.csv"):
        (here / name).write_text(HEAD + row("r1" + name))
    done = accord("validate", "*.csv")
    assert done.exit_code == 0
    assert done.stdout == (
        "a.csv: 1 report accepted, 0 rows not accepted\n"
        "b.csv: 1 report accepted, 0 rows not accepted\n"
    )
    done = accord("validate", "*.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "R101: no file matches '*.json'" in done.stderr


def test_an_encoding_is_stated_by_an_option_or_in_the_mapping(here: Path) -> None:
    (here / "r.csv").write_bytes((HEAD + row("r1", actor="Нусайр")).encode("cp1251"))
    done = accord("validate", "r.csv")
    assert done.exit_code == 2
    assert "r.csv:2:1: R103: " in done.stderr
    (here / "m.yaml").write_text("encoding: windows-1251\n")
    for stated in (("--encoding", "cp1251"), ("--mapping", "m.yaml")):
        done = accord("validate", "r.csv", *stated)
        assert (done.exit_code, done.stderr) == (0, "")
    assert "R110: unknown encoding 'x-7'" in accord("validate", "r.csv", "--encoding", "x-7").stderr


def test_a_sheet_is_stated_by_an_option(here: Path) -> None:
    made = Workbook()
    for title in ("May", "June"):
        sheet = made.create_sheet(title)
        for line in (HEAD + row("r1")).splitlines():
            sheet.append(line.split(","))
    made.save(here / "r.xlsx")
    done = accord("validate", "r.xlsx")
    assert done.exit_code == 2
    assert "R123: the file has several sheets, 'May', 'June'" in done.stderr
    done = accord("validate", "r.xlsx", "--sheet", "June")
    assert (done.exit_code, done.stderr) == (0, "")


def test_what_looks_wrong_is_told_on_stderr_and_is_no_bad_row(here: Path) -> None:
    (here / "r.csv").write_text(HEAD + row("r1") + row("r2", lon="0", lat="0"))
    done = accord("validate", "r.csv", "--region", "170,-10,-170,10", "--as-of", "2000-01-01")
    assert done.exit_code == 0
    assert [code for code in ("R170", "R171", "R173") if f"warning: {code}: " in done.stderr] == [
        *("R170", "R171", "R173")
    ]
    assert "warning" not in done.stdout
    assert accord("validate", "r.csv", "-q").stderr == ""


def test_a_region_and_a_speed_that_are_none_are_refused(here: Path) -> None:
    (here / "r.csv").write_text(HEAD + row("r1"))
    for text in ("36,33", "36,34,37,33", "36,33,36,34", "360,0,0,1"):
        assert "is no region; write W,S,E,N" in accord("validate", "r.csv", "--region", text).stderr
    for text in ("fast", "0"):
        assert "is no speed" in accord("validate", "r.csv", "--top-speed", text).stderr
