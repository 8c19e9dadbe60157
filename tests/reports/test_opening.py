"""Which reader takes a file of reports: by the end of its name, or by its first bytes."""

import io
from pathlib import Path

import pytest

from checker.reports.opening import READERS, open_file
from checker.reports.options import ReadOptions
from checker.values.diagnostic import CheckerError

TEXT = "id,kind,place,seen_from,actor\na,position,camp,2018-06-01,red\n"


def test_a_file_is_called_as_it_is_named_or_as_somebody_says(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(TEXT)
    assert open_file(str(path), ReadOptions()).name == str(path)
    assert open_file(str(path), ReadOptions(), name="r.tsv").name == "r.tsv"
    piped = open_file("-", ReadOptions(), io.BytesIO(TEXT.encode()))
    assert (piped.name, piped.opened.columns[0]) == ("<stdin>", "id")


def test_a_file_of_no_known_form_is_refused_under_the_name_it_has(tmp_path: Path) -> None:
    path = tmp_path / "r.doc"
    path.write_text(TEXT)
    with pytest.raises(CheckerError, match=r"^mine\.doc:1:1: R102: files ending in '\.doc'"):
        open_file(str(path), ReadOptions(), name="mine.doc")
    with pytest.raises(CheckerError, match=r"^gone\.csv:1:1: R101"):
        open_file(str(tmp_path / "gone.csv"), ReadOptions(), name="gone.csv")


def test_the_last_reader_takes_what_no_other_does() -> None:
    assert [reader.name for reader in READERS if reader.is_start(b"id,kind")] == ["CSV"]
