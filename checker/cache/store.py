"""A folder of blobs by key, which may be deleted at any time: whole or not there, and bounded."""

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

__all__ = ["MOST_BYTES", "Store", "store"]

MOST_BYTES = 1 << 29
"""More than 512 MiB are not kept: what was used longest ago goes first."""

_VARIABLE = "ACCORD_CACHE"
_HASHED = 32


def store() -> "Store | None":
    """Return the store: in ``$ACCORD_CACHE``, else where the system keeps caches of its user.

    None where the variable is set and empty, so that nothing is kept.
    """
    named = os.environ.get(_VARIABLE)
    if named is not None:
        return Store(Path(named)) if named else None
    from platformdirs import user_cache_path  # noqa: PLC0415 (a few ms that others save)

    return Store(user_cache_path("accord", appauthor=False))


@dataclass(frozen=True, slots=True)
class Store:
    """Keep bytes under a key, which is the hash of what they follow from, in hexadecimal."""

    folder: Path
    most_bytes: int = MOST_BYTES

    def get(self, key: str) -> bytes | None:
        """Return what was kept; None where there is nothing, or where it is not what was kept."""
        path = self._path(key)
        try:
            content = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        kept = content[_HASHED:]
        return kept if sha256(kept).digest() == content[:_HASHED] else None

    def put(self, key: str, content: bytes) -> bool:
        """Keep bytes; return False where they cannot be, which harms nobody but the next run.

        Call ``prune`` once all is kept: to look through the folder takes longer than to write.
        """
        if len(content) > self.most_bytes:
            return False
        path = self._path(key)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            # Nobody else has to know what was asked, or may change what was answered.
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(exist_ok=True)
            part.write_bytes(sha256(content).digest() + content)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            return False
        return True

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def prune(self) -> None:
        """Delete what was used longest ago, until the rest is small enough."""
        kept = []
        for path in self.folder.glob("??/*"):
            with suppress(OSError):  # another run may prune at the same time
                found = path.stat()
                kept.append((found.st_mtime_ns, found.st_size, path))
        left = sum(size for _, size, _ in kept)
        for _, size, path in sorted(kept):
            if left <= self.most_bytes:
                return
            with suppress(OSError):
                path.unlink()
            left -= size
