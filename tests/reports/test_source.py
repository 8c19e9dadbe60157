"""A file of reports as the user named it: its bytes and its hash."""

import hashlib
import io
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from checker.reports.source import Source, source_of
from checker.values.diagnostic import CheckerError

TEXT = "id,note\nr1,Nusaïr\n"


def source(content: bytes) -> Source:
    return source_of("-", io.BytesIO(content))


def test_the_hash_is_that_of_the_bytes_from_a_file_or_from_stdin(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(TEXT.encode())
    wanted = hashlib.sha256(TEXT.encode()).hexdigest()
    assert source_of(str(path)).sha256 == source(TEXT.encode()).sha256 == wanted


def test_an_input_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(TEXT.encode())
    for one in (source_of(str(path)), source(TEXT.encode())):
        assert b"".join(one.pieces()) == b"".join(one.pieces()) == TEXT.encode()


@pytest.mark.parametrize("name", ["nobody.csv", "."])
def test_what_cannot_be_opened_is_refused_with_a_hint(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CheckerError) as error:
        source_of(name)
    (one,) = error.value.diagnostics
    assert (one.code, str(one.span)) == ("R101", f"{name}:1:1")
    assert one.hint


def test_a_file_that_was_written_or_replaced_is_told_from_the_one_that_was_hashed(
    tmp_path: Path,
) -> None:
    path, other = tmp_path / "r.csv", tmp_path / "s.csv"
    for one in (path, other):
        one.write_bytes(TEXT.encode())
    for change in (
        lambda: os.utime(path, ns=(1, 1)),
        lambda: path.write_bytes(TEXT.encode() * 2),
        lambda: other.replace(path),
        path.unlink,
    ):
        found = source_of(str(path))
        found.refuse_changed()
        change()
        with pytest.raises(CheckerError, match="R111") as raised:
            found.refuse_changed()
        assert raised.value.diagnostics[0].hint
    source(TEXT.encode()).refuse_changed()


def test_a_file_that_grows_while_it_is_hashed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(TEXT.encode())

    def growing(stream: BinaryIO, name: str) -> bytes:
        with Path(name).open("ab") as more:
            found = stream.read(4)
            more.write(b"x" if found else b"")
        return found if path.stat().st_size < 100 else b""

    monkeypatch.setattr("checker.reports.source._read", growing)
    with pytest.raises(CheckerError, match="R111"):
        source_of(str(path))


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "r.csv"
    os.mkfifo(pipe)
    with pytest.raises(CheckerError, match="R101: this is a pipe or a device") as refused:
        source_of(str(pipe))
    assert "stdin" in refused.value.diagnostics[0].hint
