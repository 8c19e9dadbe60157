"""`--quarantine DIR`: a new folder with the rejected rows, which is whole or not there."""

import errno
from pathlib import Path

import pytest

from checker.cli import quarantine
from tests.cli.made import HEAD, accord, row


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_check_and_validate_write_the_same_and_say_so(here: Path, deal: str) -> None:
    bad = row("r2", lat="120")
    (here / "r.csv").write_text(HEAD + row("r1") + bad)
    done = accord("validate", "r.csv", "--quarantine", "q1")
    assert done.exit_code == 1
    assert done.stdout.endswith("r.csv: 1 report accepted, 1 row not accepted, of 2\n")
    assert done.stderr == "written: q1, with 1 row as they were, and why: reasons.csv\n"
    done = accord("check", deal, "r.csv", "--quarantine", "q2", "--fail-on", "never")
    assert "Rows: 2 read, 1 accepted, 1 rejected." in done.stdout
    assert (here / "q1/r.csv").read_text() == (here / "q2/r.csv").read_text() == HEAD + bad
    assert (here / "q1/reasons.csv").read_text() == (here / "q2/reasons.csv").read_text()


def test_a_mended_row_is_accepted_from_where_it_was_set_aside(here: Path) -> None:
    (here / "r.csv").write_text(HEAD + row("r1", lat="120"))
    accord("validate", "r.csv", "--quarantine", "q")
    mended = here / "q/r.csv"
    mended.write_text(mended.read_text().replace("120", "12"))
    assert accord("validate", "q/r.csv").exit_code == 0


def test_a_folder_with_something_in_it_is_refused_before_anything_is_read(here: Path) -> None:
    (here / "q").mkdir()
    (here / "q/r.csv").write_text("mended by hand")
    done = accord("validate", "nobody.csv", "--quarantine", "q")
    assert done.exit_code == 2
    assert "U130: q is there already, and is no empty folder" in done.stderr
    assert "R101" not in done.stderr
    assert names(here) == ["q", "r.csv"]


def test_an_empty_folder_is_filled_and_one_in_no_folder_is_refused(here: Path) -> None:
    (here / "r.csv").write_text(HEAD + row("r1"))
    (here / "q").mkdir()
    assert accord("validate", "r.csv", "--quarantine", "q").exit_code == 0
    assert names(here / "q") == ["reasons.csv"]
    assert "U130" in accord("validate", "r.csv", "--quarantine", "x/q").stderr


def test_a_full_disk_leaves_nothing_half_written(
    here: Path, deal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object, folder: Path) -> None:
        (folder / "reasons.csv").write_text("half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(quarantine, "write_quarantine", full)
    (here / "r.csv").write_text(HEAD + row("r1", lat="120"))
    before = names(here)
    done = accord("check", deal, "r.csv", "--quarantine", "q", "-f", "json=r.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "accord: No space left on device: q\n"
    assert names(here) == before


def test_an_answer_that_was_kept_is_not_replayed_without_its_quarantine(
    here: Path, deal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCORD_CACHE", str(here / "kept"))
    (here / "r.csv").write_text(HEAD + row("r1", lat="120") + row("r2"))
    for _ in range(2):
        accord("check", deal, "r.csv", "--quarantine", "q")
        assert names(here / "q") == ["r.csv", "reasons.csv"]
        for path in (here / "q").iterdir():
            path.unlink()
        (here / "q").rmdir()


def test_stdin_is_set_aside_by_its_format(here: Path) -> None:
    text = HEAD.replace(",", ";") + row("r1", lat="120").replace(",", ";")
    assert accord("validate", "-", "--quarantine", "q", stdin=text).exit_code == 1
    assert (here / "q/stdin.csv").read_text() == text


def test_one_row_of_another_encoding_is_set_aside_with_its_bytes(here: Path) -> None:
    bad = row("bad", actor="Nusaïr").encode("cp1252")
    good = [row(f"r{number}", actor="Nusaïr").encode() for number in range(20)]
    (here / "r.csv").write_bytes(HEAD.encode() + good[0] + bad + b"".join(good[1:]))
    done = accord("validate", "r.csv", "--quarantine", "aside")
    assert done.exit_code == 1
    assert "r.csv:3: R213: the row holds a byte that is not text" in done.stdout
    assert "20 reports accepted, 1 row not accepted, of 21" in done.stdout
    assert (here / "aside/r.csv").read_bytes() == HEAD.encode() + bad
