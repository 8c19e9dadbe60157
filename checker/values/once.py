"""What is worked out once, and asked for often."""

from collections.abc import Callable, Hashable
from typing import TypeVar

__all__ = ["Once"]

Value = TypeVar("Value")


class Once:
    """Keep what is worked out; to another process it comes empty, to be worked out there."""

    def __init__(self) -> None:
        self._known: dict[Hashable, object] = {}

    def of(self, name: Hashable, make: Callable[[], Value]) -> Value:
        """Return what ``make`` returned when it was first asked for under this name."""
        if name not in self._known:
            self._known[name] = make()
        return self._known[name]  # type: ignore[return-value]  # of one name comes one kind

    def __reduce__(self) -> tuple[type["Once"], tuple[()]]:
        """Leave out what is known."""
        return Once, ()
