"""The findings about one batch of reports in their order, in columns or one by one."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from checker.findings.finding import Finding
from checker.findings.series import Series

__all__ = ["Block"]

Item = TypeVar("Item")


class Block:
    """Hold findings: about reports, ``series`` of those alike, and ``singles`` that are not.

    ``order`` is the place of each in their order: those of the series one after the other, then the
    singles. Without it they are in order.
    """

    def __init__(
        self,
        series: Sequence[Series] = (),
        singles: Sequence[Finding] = (),
        order: Sequence[int] | None = None,
    ) -> None:
        self.series = tuple(series)
        self.singles = tuple(singles)
        self._order = order

    @classmethod
    def of(cls, *findings: Finding) -> "Block":
        """Return findings in the order in which they are given."""
        return cls(singles=findings)

    def __len__(self) -> int:
        return sum(map(len, self.series)) + len(self.singles)

    def findings(self) -> Iterator[Finding]:
        """Yield the findings in their order, whole."""
        yield from self._findings

    def detached(self, *, is_whole: bool) -> "Block":
        """Return the same findings without what they were made from, so that they can be sent.

        Unless ``is_whole``, they can only be asked for by column.
        """
        if is_whole:
            return Block.of(*self.findings())
        return Block([one.bare() for one in self.series], self.singles, self._order)

    def ordered(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return ``items``, one for each of the series and then of the singles, in the order."""
        return items if self._order is None else [items[place] for place in self._order]

    @cached_property
    def _findings(self) -> Sequence[Finding]:
        found = [finding for series in self.series for finding in series.findings()]
        return self.ordered([*found, *self.singles])
