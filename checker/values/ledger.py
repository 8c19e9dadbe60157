"""What a run read and wrote, noted by whoever does it, so that its answer can be kept.

Nothing is noted but within ``recording``. A reader that forgets to note a file makes answers that
outlive a change of that file: tests/cli/test_kept.py watches every file that a run opens.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

__all__ = [
    "MOST_BYTES",
    "Ledger",
    "note_absent",
    "note_glimpse",
    "note_read",
    "note_written",
    "read_bytes",
    "recording",
    "spoil",
]


MOST_BYTES = 1 << 25
"""An answer of more than 32 MiB is not kept: it would push out many that are asked for again."""


@dataclass(slots=True)
class Ledger:
    """Hold what was read, by path: the SHA-256 of its bytes, None where nothing was there.

    ``written`` are the files that were put in their place, whole. ``is_whole`` is False as soon as
    something was done that the ledger cannot tell: such an answer must not be kept.
    """

    read: dict[str, str | None] = field(default_factory=dict)
    written: dict[str, bytes] = field(default_factory=dict)
    is_whole: bool = True

    def note(self, path: Path | str, sha: str | None) -> None:
        """Note a file; one that changed within the run leaves no answer that could be kept."""
        if self.read.setdefault(str(path), sha) != sha:
            self.is_whole = False


_LEDGER: ContextVar[Ledger | None] = ContextVar("ledger", default=None)


@contextmanager
def recording() -> Iterator[Ledger]:
    """Note what is read and written within."""
    ledger = Ledger()
    token = _LEDGER.set(ledger)
    try:
        yield ledger
    finally:
        _LEDGER.reset(token)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file and note them; raises ``OSError`` where it cannot be read."""
    content = path.read_bytes()
    note_read(path, content)
    return content


def note_read(path: Path | str, content: bytes | str) -> None:
    """Note a file by its bytes, or by the SHA-256 of them in hexadecimal."""
    if (ledger := _LEDGER.get()) is not None:
        ledger.note(path, content if isinstance(content, str) else sha256(content).hexdigest())


def note_absent(path: Path | str) -> None:
    """Note that something was looked for where nothing was; it would have made another answer."""
    if (ledger := _LEDGER.get()) is not None:
        ledger.note(path, None)


def note_glimpse(path: Path | str) -> None:
    """Note that a part of a file was looked at, which is nothing new if the file is noted."""
    ledger = _LEDGER.get()
    if ledger is not None and ledger.read.get(str(path)) is None:
        ledger.is_whole = False


def note_written(path: Path | str, part: Path) -> None:
    """Note a file that is put in its place now; its bytes lie in ``part``."""
    if (ledger := _LEDGER.get()) is None:
        return
    if part.stat().st_size > MOST_BYTES:
        ledger.is_whole = False
    else:
        ledger.written[str(path)] = part.read_bytes()


def spoil() -> None:
    """Say that something was read or done that cannot be noted."""
    if (ledger := _LEDGER.get()) is not None:
        ledger.is_whole = False
