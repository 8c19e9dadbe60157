"""The ink and the dashes of each limit line, so that limits of several clauses are told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.outputs.drawing.scene import SceneLimit
from checker.outputs.mapped import MapLimit

__all__ = ["Ink", "inks_of", "key_of"]

_INKS = ("#111111", "#5b2a86", "#00646b", "#8a3b12", "#44550a", "#8a0f3c", "#1d3f8a")
_DASHES = ("10 4", "7 3 2 3", "4 3", "12 3 2 3 2 3", "16 5", "6 6", "2 2 8 2")


@dataclass(frozen=True, slots=True)
class Ink:
    """Draw a limit in a dark colour that no standing has, with dashes of its own."""

    colour: str
    dashes: str


def key_of(limit: MapLimit) -> tuple[str, str, str]:
    """Return what a limit is known by: both ends of a vague one, and all readings, are one."""
    return limit.clause, limit.said, limit.of


def inks_of(limits: Sequence[SceneLimit]) -> dict[tuple[str, str, str], Ink]:
    """Return the ink of each limit, in the order in which they come."""
    keys = dict.fromkeys(key_of(one.limit) for one in limits)
    count = len(_INKS)
    return {
        key: Ink(_INKS[place % count], _DASHES[(place + place // count) % count])
        for place, key in enumerate(keys)
    }
