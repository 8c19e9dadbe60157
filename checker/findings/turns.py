"""Which report made a condition what it is by an instant: found at once among very many."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Turn", "Turns"]


@dataclass(frozen=True, slots=True)
class Turn:
    """Hold a report that made a condition what it is: maybe from its start, surely since later."""

    report: str
    from_us: int
    since_us: int
    is_proved: bool


class Turns:
    """Hold the reports that speak against a condition, or for what has to be there.

    They come in the order of their starts; of several that would do, the first of them is told.
    """

    def __init__(self, turns: Iterable[Turn]) -> None:
        ordered = sorted(turns, key=lambda one: one.from_us)
        proved = [one for one in ordered if one.is_proved]
        self._certain = sorted(proved, key=lambda one: one.since_us)
        self._since_us = [one.since_us for one in self._certain]
        self._begun = _Begun(proved), _Begun([one for one in ordered if not one.is_proved])

    def by(self, at_us: int, *, is_first: bool) -> Turn | None:
        """Return the one of an instant: a proved one before others, a certain one before those.

        Of the certain ones the last, or the first where ``is_first``; None where none began.
        """
        count = bisect_right(self._since_us, at_us)
        if count:
            last_us = self._since_us[0 if is_first else count - 1]
            return self._certain[bisect_left(self._since_us, last_us)]
        proved, others = (one.last(at_us) for one in self._begun)
        return proved or others


class _Begun:
    """Hold reports in the order of their starts, and up to each the one that is sure the latest."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._from_us = [one.from_us for one in turns]
        self._last: list[Turn] = []
        for one in turns:
            is_later = not self._last or one.since_us > self._last[-1].since_us
            self._last.append(one if is_later else self._last[-1])

    def last(self, at_us: int) -> Turn | None:
        """Return the one that is sure the latest of those that began by an instant."""
        count = bisect_right(self._from_us, at_us)
        return self._last[count - 1] if count else None
