"""A file that is whole or not there: it is written beside its place and put there at the end."""

import errno
import os
from pathlib import Path

import pytest

from checker.cli.whole import whole
from checker.values.ledger import recording


def test_it_appears_at_the_end_and_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with recording() as noted, whole(path, is_binary=False) as stream:
        stream.write("é\n")
        assert not path.exists()
    assert path.read_bytes() == "é\n".encode()
    assert noted.written == {str(path): path.read_bytes()}
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk_is_told_with_the_file(tmp_path: Path) -> None:
    writing = whole(tmp_path / "a.bin", is_binary=True)
    writing.__enter__()
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    writing.__exit__(OSError, error, None)
    assert error.filename == str(tmp_path / "a.bin")


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    writing = whole(path, is_binary=True)
    writing.__enter__().write(b"new")
    writing.__exit__(ValueError, ValueError("half"), None)
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.bin"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_full_device_is_told_by_its_own_name_beside_another_file(tmp_path: Path) -> None:
    with (
        pytest.raises(OSError, match=r"No space left") as error,
        whole(tmp_path / "a.json", is_binary=False),
        whole(Path("/dev/full"), is_binary=False) as stream,
    ):
        stream.write("all")
    assert error.value.filename == "/dev/full"
    assert [*tmp_path.iterdir()] == []
