"""What is known of a position by what holds it, with room for few of the grounds of reports."""

from collections.abc import Callable
from typing import Generic, TypeVar

from checker.geography.region import Region

__all__ = ["Bound", "KnownBy"]

Bound = tuple[int, Region | None]
"""What holds a position beside its disc: a named area by its index, and ground of its own."""

Value = TypeVar("Value")


class KnownBy(Generic[Value]):
    """Keep a value for each named area, and for ``most`` grounds that reports draw themselves.

    Areas are few; each report may have a ground of its own, and is asked about for a short while.
    Several threads may ask: what one of them holds stays good when another makes room.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._by_area: dict[Bound, Value] = {}
        self._by_ground: dict[Bound, Value] = {}

    def of(self, bound: Bound, make: Callable[[], Value]) -> Value:
        """Return the value of a bound, made where there is none."""
        known = self._by_area if bound[1] is None else self._by_ground
        value = known.get(bound)
        if value is None:
            value = make()
            if known is self._by_ground and len(known) >= self._most:
                known = self._by_ground = {}
            # Where two threads made one, both go on with the first.
            value = known.setdefault(bound, value)
        return value
