"""A canonical SHA-256 of values: the identity of agreements and findings."""

import hashlib
from collections.abc import Iterable

__all__ = ["digest", "fingerprint"]


def digest(content: bytes) -> str:
    """Return the SHA-256 of ``content`` in lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def fingerprint(*parts: str, length: int = 16) -> str:
    """Return a short stable identity of ``parts``; their borders count, so ("a","b") != ("ab",)."""
    return digest(_joined(parts))[:length]


def _joined(parts: Iterable[str]) -> bytes:
    return b"".join(len(raw).to_bytes(8, "big") + raw for raw in (p.encode() for p in parts))
