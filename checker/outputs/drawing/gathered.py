"""What a picture and a page hold of a result: the gravest findings whole, all of them counted."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from checker.findings.block import Block
from checker.findings.finding import Finding, Header
from checker.findings.shown import fails
from checker.findings.whose import side_of
from checker.outputs.gravest import Gravest

__all__ = ["MOST", "Gathered", "Kept", "week_of"]

MOST = 2_000
"""So many findings are told one by one, the gravest; of more the rest is counted."""

_PER_DEG = 100
"""Where findings are counted by ground, their positions are held to 0.01 degrees: 1.1 km."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Hold a finding with the side of its actors."""

    finding: Finding
    side: str


@dataclass(slots=True)
class Gathered:
    """Take findings as they come.

    ``counts`` are by clause and standing, ``weekly`` by side, first day of the week and standing
    (None where no time is known), ``shares`` by clause, side and standing, ``ground`` by position
    and standing, in whole hundredths of a degree. ``placed`` counts those with a position.
    """

    header: Header
    fail_on: str
    most: int = MOST
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    weekly: Counter[tuple[str, date | None, str]] = field(default_factory=Counter)
    shares: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    ground: Counter[tuple[int, int, str]] = field(default_factory=Counter)
    placed: int = 0
    failing: int = 0
    _gravest: Gravest[Kept] = field(init=False)
    _sides: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._gravest = Gravest(self.most)
        self._sides = dict(self.header.sides)

    def add(self, block: Block) -> None:
        """Count the findings of a block, and keep the gravest."""
        for finding in block.findings():
            side = side_of(finding.actor, finding.reported_actor, self._sides)
            self._count(finding, side)
            kept = Kept(finding, side)
            self._gravest.add(finding.standing.word, lambda kept=kept: kept)  # type: ignore[misc]

    def kept(self) -> list[Kept]:
        """Return the findings that are told one by one, the gravest first."""
        return self._gravest.by_gravity()

    @property
    def total(self) -> int:
        """Return how many findings there are."""
        return self.counts.total()

    @property
    def left_out(self) -> int:
        """Return how many findings are only counted."""
        return max(0, self.total - self.most)

    def _count(self, finding: Finding, side: str) -> None:
        word = finding.standing.word
        self.counts[finding.clause, word] += 1
        self.shares[finding.clause, side, word] += 1
        self.weekly[side, week_of(finding.seen_from or finding.seen_to), word] += 1
        for key in _cell(finding):
            self.ground[key] += 1
            self.placed += 1
        self.failing += fails(finding, self.fail_on)


def week_of(instant: str | None) -> date | None:
    """Return the Monday of an instant's week, by the clock that it is told in; None for none."""
    if instant is None:
        return None
    day = datetime.fromisoformat(instant).date()
    since_monday = day.weekday()
    return day if day.toordinal() <= since_monday else day - timedelta(days=since_monday)


def _cell(finding: Finding) -> list[tuple[int, int, str]]:
    if finding.lon is None or finding.lat is None:
        return []
    place = round(finding.lon * _PER_DEG), round(finding.lat * _PER_DEG)
    return [(*place, finding.standing.word)]
