"""Files that lie elsewhere, named by an address such as ``s3://bucket/reports.parquet``."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.span import Span

__all__ = ["Remote", "remote_of"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""At least two letters, for a drive has one. Source: RFC 3986, section 3.1."""


@dataclass(frozen=True, slots=True)
class Remote:
    """Name a file by its address; fsspec knows how to read it, with the package of its scheme."""

    address: str

    def open(self) -> BinaryIO:
        """Return the bytes from the start; raises ``CheckerError``."""
        with _told(self.address):
            system, path = _system(self.address)
            return io.BufferedReader(_Guarded(system.open(path, "rb"), self.address))

    def state(self) -> tuple[int, int]:
        """Return the size, and a number that another content of the file would not have.

        It is made of what the system tells of the file, such as its time or its tag. Raises
        ``CheckerError``.
        """
        with _told(self.address):
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


class _Guarded(io.RawIOBase):
    """Read what lies elsewhere; whatever a scheme raises midway says which file it is of."""

    def __init__(self, stream: BinaryIO, address: str) -> None:
        self._stream = stream
        self._address = address

    def readinto(self, into: Any) -> int:  # noqa: ANN401 - whatever takes bytes
        with _told(self._address):
            content = self._stream.read(len(into))
        into[: len(content)] = content
        return len(content)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        with _told(self._address):
            return self._stream.seek(offset, whence)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        """Let go of the connection."""
        self._stream.close()
        super().close()


@contextmanager
def _told(address: str) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        package = error.name or str(error)
        message = f"what lies there cannot be read: {package} is not installed"
        hint = "pip install 'accord[remote]', and the package of the scheme, such as s3fs"
        raise _unreachable(address, message, hint) from error
    except FileNotFoundError as error:
        hint = "check its address"
        raise _unreachable(address, "no such file or directory", hint) from error
    except Exception as error:  # each scheme raises errors of its own
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        hint = "check its address, and that you may read it"
        raise _unreachable(address, said, hint) from error


def _unreachable(address: str, said: str, hint: str) -> CheckerError:
    # No OSError: whoever reads a damaged file would take it for one.
    span = Span(address, 1, 1, 1, 1)
    return CheckerError(Diagnostic("R114", f"cannot read the file: {said}", span, hint))
