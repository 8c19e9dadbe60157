"""A folder to write into: nothing that is there is written over."""

from pathlib import Path

import pytest

from checker.cli.new_folder import new_folder
from checker.values.diagnostic import CheckerError


def test_a_folder_may_be_new_or_hold_other_files(here: Path) -> None:
    assert new_folder("new", ["a"]) == Path("new")
    (here / "b").write_text("x")
    assert new_folder(".", ["a"]) == Path()


@pytest.mark.parametrize(("named", "said"), [(".", "b is there already"), ("b", "b is a file")])
def test_what_is_there_is_not_written_over(here: Path, named: str, said: str) -> None:
    (here / "b").write_text("x")
    with pytest.raises(CheckerError, match=said):
        new_folder(named, ["a", "b"])
