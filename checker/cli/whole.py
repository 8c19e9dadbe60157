"""A file that is whole or not there: it is written beside its place and put there at the end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from checker.values.ledger import note_written, spoil

__all__ = ["whole"]


@contextmanager
def whole(path: Path, *, is_binary: bool) -> Iterator[IO[Any]]:
    """Write beside the file and put it in its place at the end, so that no reader finds a half."""
    there = path.resolve()
    if there.exists() and not there.is_file():  # a device or a pipe: nothing may take its place
        spoil()
        try:
            with _open(there, is_binary=is_binary) as stream:
                yield stream
        except OSError as error:
            _name(error, path)
            raise
        return
    part = there.with_name(f".{there.name}.part")
    try:
        with _open(part, is_binary=is_binary) as stream:
            yield stream
        note_written(path, part)
        os.replace(part, there)  # noqa: PTH105 (the same, and says that it overwrites)
    except BaseException as error:
        if isinstance(error, OSError):
            _name(error, path)
        with suppress(OSError):
            part.unlink()
        raise


def _name(error: OSError, path: Path) -> None:
    error.filename = error.filename or str(path)  # a full disk does not say which


def _open(path: Path, *, is_binary: bool) -> IO[Any]:
    if is_binary:
        return path.open("wb")
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
