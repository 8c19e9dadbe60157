"""Files that lie elsewhere, named by an address such as ``s3://bucket/reports.parquet``."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

__all__ = ["Remote", "UnreachableError", "remote_of"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""At least two letters, for a drive has one. Source: RFC 3986, section 3.1."""


class UnreachableError(OSError):
    """Say why a file elsewhere cannot be read; ``hint`` is what may help."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.strerror = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Remote:
    """Name a file by its address; fsspec knows how to read it, with the package of its scheme."""

    address: str

    def open(self) -> BinaryIO:
        """Return the bytes from the start; raises ``UnreachableError``."""
        with _told():
            system, path = _system(self.address)
            stream: BinaryIO = system.open(path, "rb")
            return stream

    def state(self) -> tuple[int, int]:
        """Return the size, and a number that another content of the file would not have.

        It is made of what the system tells of the file, such as its time or its tag. Raises
        ``UnreachableError``.
        """
        with _told():
            system, path = _system(self.address)
            system.invalidate_cache()
            return int(system.info(path)["size"] or 0), int(system.ukey(path)[:15], 16)


def remote_of(name: str) -> Remote | None:
    """Return the file that an address names; None for a path of this machine."""
    return Remote(name) if _ADDRESS.match(name) else None


def _system(address: str) -> tuple[Any, str]:  # half typed: fsspec
    from fsspec import url_to_fs  # noqa: PLC0415 - a tenth of a second that paths do without

    system, path = url_to_fs(address)
    return system, path


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        package = error.name or str(error)
        message = f"what lies there cannot be read: {package} is not installed"
        hint = "pip install 'accord[remote]', and the package of the scheme, such as s3fs"
        raise UnreachableError(message, hint) from error
    except FileNotFoundError as error:
        raise UnreachableError("no such file or directory", "check its address") from error
    except Exception as error:  # each scheme raises errors of its own
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UnreachableError(said, "check its address, and that you may read it") from error
