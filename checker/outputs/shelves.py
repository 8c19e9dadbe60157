"""The findings that a page has room for: the few that are worth the most time, and all counted."""

from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.findings.finding import Finding
from checker.language.core.clause import Assumed

__all__ = ["GROUPS", "Shelf", "Shelves"]

GROUPS = {
    "Breach": ("violation", "late", "overdue", "apparent_violation", "breaks_condition"),
    "In doubt": ("depends_on_reading", "undetermined"),
    "No breach": ("excepted", "compliant", "apparent_compliance", "no_breach"),
    "Not concerned": ("silent", "not_in_force", "not_applicable", "not_a_position"),
}
"""The standings of findings under their groups, gravest first."""

_MOST = {"Breach": 8, "In doubt": 3, "No breach": 3, "Not concerned": 2}
"""So many of one standing under one clause have room, unless the page is to be full."""

_CROWD = 30
"""Of more findings of one standing that is no breach, one example under each clause has to do."""


@dataclass(slots=True)
class Shelf:
    """Keep findings of one standing under one clause, and count them all.

    Those with the fewest open points come first, then those whose reports came first. One finding
    is never hidden: to say that there is one more takes no less room.
    """

    most: int
    count: int = 0
    kept: list[tuple[int, int, Finding]] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        """Count a finding, and keep it where it is worth more than the last one kept."""
        insort(self.kept, (len(finding.reasons), self.count, finding))
        self.count += 1
        # One more than have room, for that may be the last one.
        del self.kept[self.most + 1 :]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what is kept, the first worth the most time."""
        is_whole = self.count <= self.most + 1
        kept = self.kept if is_whole else self.kept[: self.most]
        return tuple(finding for _, _, finding in kept)

    @property
    def hidden(self) -> int:
        """Return how many have no room."""
        return self.count - len(self.findings)


class Shelves:
    """Hold a shelf for each standing and clause."""

    def __init__(self, *, is_full: bool) -> None:
        self._is_full = is_full
        self._by_standing: dict[str, dict[str, Shelf]] = {}

    def add(self, finding: Finding) -> None:
        """Put a finding where it belongs."""
        word = finding.standing.word
        group = next(name for name, words in GROUPS.items() if word in words)
        shelves = self._by_standing.setdefault(word, {})
        if finding.clause not in shelves:
            # No list is longer than what a machine can count.
            shelves[finding.clause] = Shelf(2**62 if self._is_full else _MOST[group])
        shelves[finding.clause].add(finding)

    def thin(self) -> None:
        """Leave one example under each clause where doubts, or lawful reports, would fill pages."""
        for group, words in GROUPS.items():
            for word in words:
                if not self._is_full and group != "Breach" and self.count(word) > _CROWD:
                    for shelf in self.of(word).values():
                        shelf.most = 1

    def of(self, standing: str) -> dict[str, Shelf]:
        """Return the shelves of one standing by clause, in the order of their first findings."""
        return self._by_standing.get(standing, {})

    def count(self, standing: str) -> int:
        """Return how many findings have a standing."""
        return sum(shelf.count for shelf in self.of(standing).values())

    def words(self) -> set[str]:
        """Return the standings that the kept findings have, over all readings or under one."""
        return {
            word
            for finding in self._kept()
            for word in (finding.standing.word, *(r.standing.word for r in finding.readings))
        }

    def tells_circles(self) -> bool:
        """Say whether a kept finding tells the distance of a circle within a named area."""
        return any(finding.within_area and finding.measured for finding in self._kept())

    def tells_certainty(self) -> bool:
        """Say whether a clause of a finding on the page is told with how sure it is."""
        return any(finding.clause_certainty for finding in self._kept())

    def assumed(self) -> tuple[Assumed, ...]:
        """Return what the kept findings rest on and nobody published, each once."""
        return tuple(dict.fromkeys(one for finding in self._kept() for one in finding.assumed))

    def _kept(self) -> Iterator[Finding]:
        for words in GROUPS.values():
            for word in words:
                for shelf in self.of(word).values():
                    yield from shelf.findings
