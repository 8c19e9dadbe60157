"""A canonical SHA-256 of values: the identity of agreements and findings."""

import hashlib
from collections.abc import Iterable

__all__ = ["digest", "fingerprint", "fingerprints"]


def digest(content: bytes) -> str:
    """Return the SHA-256 of ``content`` in lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def fingerprint(*parts: str, length: int = 16) -> str:
    """Return a short stable identity of ``parts``; their borders count, so ("a","b") != ("ab",)."""
    return digest(_joined(parts))[:length]


def fingerprints(first: Iterable[str], last: Iterable[str], length: int = 16) -> list[str]:
    """Return ``fingerprint(*first, one)`` for each ``one`` of ``last``."""
    begun = hashlib.sha256(_joined(first))
    found = []
    for part in last:
        whole = begun.copy()
        whole.update(_joined((part,)))
        found.append(whole.hexdigest()[:length])
    return found


def _joined(parts: Iterable[str]) -> bytes:
    return b"".join(len(raw).to_bytes(8, "big") + raw for raw in (p.encode() for p in parts))
