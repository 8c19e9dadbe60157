"""Weekly counts of findings by side: a bar for each week, piled up by standing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from checker.outputs.gravest import GRAVITY
from checker.outputs.plain import counted

__all__ = ["OTHERS", "Lane", "Weeks", "weeks_of"]

OTHERS = "all others"
_MOST_LANES = 8
_MOST_BARS = 260
"""So many bars have room; of a longer time several weeks make one bar."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Hold one side's bars: by the first day of each, how many findings of which standing."""

    side: str
    bars: Mapping[date, Mapping[str, int]]
    total: int
    undated: int


@dataclass(frozen=True, slots=True)
class Weeks:
    """Hold the lanes, the side with the most findings first; a bar covers ``weeks`` weeks."""

    lanes: tuple[Lane, ...]
    first: date | None
    last: date | None
    weeks: int
    highest: int

    @property
    def said(self) -> str:
        """Return what a bar covers."""
        return "week" if self.weeks == 1 else f"{self.weeks} weeks"

    @property
    def undated(self) -> str:
        """Say how many findings stand in no bar, nothing for none."""
        count = sum(lane.undated for lane in self.lanes)
        return f"{counted(count, 'finding')} without a time: in no bar" if count else ""


def weeks_of(weekly: Counter[tuple[str, date | None, str]]) -> Weeks:
    """Return the lanes of all findings; sides with few share one."""
    totals: Counter[str] = Counter()
    for (side, _, _), count in weekly.items():
        totals[side] += count
    ranked = sorted(totals, key=lambda side: (-totals[side], side))
    shown = ranked if len(ranked) <= _MOST_LANES else ranked[: _MOST_LANES - 1]
    days = [day for _, day, _ in weekly if day is not None]
    first, last = min(days, default=None), max(days, default=None)
    span = 1 if first is None or last is None else -(-((last - first).days // 7 + 1) // _MOST_BARS)
    lanes: dict[str, dict[date, Counter[str]]] = {side: {} for side in shown}
    undated: Counter[str] = Counter()
    for (side, day, word), count in weekly.items():
        name = side if side in lanes and side in shown else OTHERS
        if day is None or first is None:
            undated[name] += count
            lanes.setdefault(name, {})
            continue
        start = first + timedelta(weeks=(day - first).days // 7 // span * span)
        lanes.setdefault(name, {}).setdefault(start, Counter())[word] += count
    found = tuple(_lane(side, bars, undated[side]) for side, bars in lanes.items())
    highest = max((sum(bar.values()) for one in found for bar in one.bars.values()), default=0)
    return Weeks(found, first, last, span, highest)


def _lane(side: str, bars: Mapping[date, Counter[str]], undated: int) -> Lane:
    in_order = {
        day: {word: bars[day][word] for word in sorted(bars[day], key=GRAVITY.__getitem__)}
        for day in sorted(bars)
    }
    return Lane(side, in_order, sum(bar.total() for bar in bars.values()) + undated, undated)
