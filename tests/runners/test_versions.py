"""What has to be the same wherever a run is worked on, for its answer to be the same."""

import platform
from pathlib import Path

import numpy as np
import pytest

from checker import __version__
from checker.runners import versions
from checker.runners.versions import differences, versions_here


def test_program_python_libraries_and_machine_count() -> None:
    found = versions_here()
    assert found["accord"].startswith(f"{__version__} (")
    assert (found["Python"], found["numpy"]) == (platform.python_version(), np.__version__)
    assert found["the machine"] == platform.machine()
    # What reads workbooks and XML may read them otherwise in another version.
    assert "not there" not in {found["openpyxl"], found["defusedxml"]}


def test_the_program_counts_by_its_bytes_and_not_by_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = []
    for name, text in (("a", "1"), ("b", "1"), ("c", "2")):
        (tmp_path / name / "in").mkdir(parents=True)
        (tmp_path / name / "in" / "module.py").write_text(text)
        monkeypatch.setattr(versions, "_PACKAGE", tmp_path / name)
        digests.append(versions._digest())
    assert (digests[0] == digests[1], digests[0] == digests[2]) == (True, False)


def test_what_differs_is_told_by_name() -> None:
    mine = {"Python": "3.13.1", "numpy": "2.1.0", "shapely": "2.1"}
    theirs = {"Python": "3.13.1", "numpy": "2.0.0"}
    assert differences(mine, theirs) == [
        "numpy is 2.0.0 there and 2.1.0 here",
        "shapely is not there there and 2.1 here",
    ]
