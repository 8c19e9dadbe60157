"""What a run said and wrote, as one blob."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Answer", "Piece"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold bytes in the order in which they came; ``to`` is ``out``, ``err`` or ``file``."""

    to: str
    content: bytes
    path: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold the exit code of a run with all that it said and wrote."""

    code: int
    pieces: tuple[Piece, ...]

    def to_bytes(self) -> bytes:
        """Return a line that tells what follows, and then the pieces."""
        told = [[piece.to, piece.path, len(piece.content)] for piece in self.pieces]
        head = json.dumps({"code": self.code, "pieces": told}, separators=(",", ":"))
        return b"".join((head.encode(), b"\n", *(piece.content for piece in self.pieces)))

    @classmethod
    def from_bytes(cls, content: bytes) -> "Answer":
        """Read what ``to_bytes`` wrote."""
        line, _, rest = content.partition(b"\n")
        head = json.loads(line)
        pieces = []
        for to, path, length in head["pieces"]:
            pieces.append(Piece(to, rest[:length], path))
            rest = rest[length:]
        return cls(head["code"], tuple(pieces))

    def fits(self, read: Iterable[str]) -> bool:
        """Say whether each file can be written where the run wrote it.

        Each in a place of its own, which is no folder and none of those that are ``read``.
        """
        paths = [Path(piece.path) for piece in self.pieces if piece.to == "file"]
        taken = {os.path.realpath(path) for path in read}
        places = {os.path.realpath(path) for path in paths}
        is_free = len(places) == len(paths) and places.isdisjoint(taken)
        return is_free and all(path.parent.is_dir() and not path.is_dir() for path in paths)
