"""Conditions on another clause being kept: who broke it first, in the order of time."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from checker.folds.evidence import Covers, Cure, Evidence, Sighting, merge
from checker.folds.precedence import Began
from checker.folds.standing import Standing
from checker.folds.timeline import Asked
from checker.language.core.exemption import Condition
from checker.reports.batch import RowKey
from checker.values.truth import Scope, Truth
from checker.values.verdict import Verdict

__all__ = ["Node", "Table", "Watched", "WatchedRow", "resolve"]

Table = tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]]
"""A verdict for each worth of a clause's own kept conditions and of its exemptions'."""

Node = tuple[int, int]
"""A clause under a reading: their numbers in the plan."""


@dataclass(frozen=True, slots=True)
class WatchedRow:
    """Hold a report that may break or comply with a watched clause.

    ``verdicts[own][exempt]`` is its verdict if the clause's own kept conditions are worth ``own``
    and those of its exemptions ``exempt`` (truths); ``faces`` likewise at face value.
    ``asked`` holds it alone, with the part of its time in which the watched clause applies; None
    where its verdict hangs on no condition.
    ``is_joint`` marks a report of several actors together: one of them may have begun.
    """

    from_us: int
    to_us: int
    row: RowKey
    report: str
    is_throughout: bool
    asked: Asked | None
    is_joint: bool
    actors: tuple[int, ...]
    unit: str | None
    verdicts: Table
    faces: Table


@dataclass(frozen=True, slots=True)
class Watched:
    """Hold a watched clause's rows and the numbers of its own and its exemptions' conditions."""

    rows: tuple[WatchedRow, ...]
    own: tuple[int, ...]
    exempt: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _World:
    """Hold what does not change while the order of breaches is worked out."""

    watched: Mapping[Node, Watched]
    conditions: Mapping[int, tuple[Condition, Node]]
    zone: ZoneInfo
    covers: Covers
    is_proved: bool


def resolve(
    watched: Mapping[Node, Watched],
    conditions: Mapping[int, tuple[Condition, Node]],
    zone: ZoneInfo,
    covers: Covers,
) -> dict[Node, tuple[Evidence, tuple[Began, ...]]]:
    """Return what the reports say about each watched clause, and which may have begun.

    A condition on a clause reads strictly earlier instants, so clauses may watch each other: rows
    are taken in the order of their starts, each judged with certainly earlier rows only; where an
    overlapping row would break the watched clause so judged, nobody knows who began.
    """
    proved = _Order(_World(watched, conditions, zone, covers, is_proved=True)).verdicts()
    faces = _Order(_World(watched, conditions, zone, covers, is_proved=False)).verdicts()
    return {
        node: (
            _evidence(rows.rows, [v[0] for v in proved[node]], [v[0] for v in faces[node]]),
            _began(rows.rows, [v[1] for v in proved[node]], [v[1] for v in faces[node]]),
        )
        for node, rows in watched.items()
    }


class _Order:
    """Work out the verdicts of all watched clauses together, forward in time.

    Rows are taken in the order of their starts. Before each, the rows that ended earlier are
    settled; what a condition is worth for it follows from those alone, and stays: whatever is
    settled later ends no earlier than it starts.
    """

    def __init__(self, world: _World) -> None:
        self._world = world
        nodes = world.watched.items()
        self._first = {node: [-1] * len(watched.rows) for node, watched in nodes}
        self._final = {node: [-1] * len(watched.rows) for node, watched in nodes}
        self._worths: dict[tuple[Node, int], tuple[int, int]] = {}
        self._begun = {node: _Begun() for node in world.watched}
        self._standing = {
            number: Standing(condition, world.zone, world.covers)
            for number, (condition, _) in world.conditions.items()
        }

    def verdicts(self) -> dict[Node, list[tuple[int, int]]]:
        """Return (final, judged with certainly earlier rows only) for every row of every node."""
        nodes = self._world.watched.items()
        rows = [(n, index, row) for n, watched in nodes for index, row in enumerate(watched.rows)]
        ends = deque(sorted((row.to_us, node, index) for node, index, row in rows))
        for from_us, node, index in sorted((row.from_us, node, index) for node, index, row in rows):
            while ends[0][0] < from_us:
                self._settle(*ends.popleft()[1:])
            self._begin(node, index)
        for _, node, index in ends:
            self._settle(node, index)
        return {
            node: list(zip(self._final[node], self._first[node], strict=True))
            for node in self._world.watched
        }

    def _begin(self, node: Node, index: int) -> None:
        """Judge a row with certainly earlier ones alone."""
        watched = self._world.watched[node]
        row = watched.rows[index]
        worths = self._worth(watched.own, row, "some"), self._worth(watched.exempt, row, "all")
        self._worths[node, index] = worths
        self._first[node][index] = verdict = self._verdict(row, *worths)
        if verdict >= Verdict.UNDETERMINED:
            self._begun[node].add(row)

    def _settle(self, node: Node, index: int) -> None:
        """Judge a row finally: what overlaps it may have begun, too."""
        watched = self._world.watched[node]
        row = watched.rows[index]
        own, exempt = self._worths.pop((node, index))
        if own != Truth.FALSE and self._is_beset(watched.own, row):
            own = Truth.UNKNOWN
        if exempt != Truth.FALSE and self._is_beset(watched.exempt, row):
            exempt = Truth.UNKNOWN
        self._final[node][index] = verdict = self._verdict(row, own, exempt)
        if self._first[node][index] >= Verdict.UNDETERMINED:
            self._begun[node].end(row)
        for number, (_, of_node) in self._world.conditions.items():
            if of_node == node:
                self._standing[number].add(
                    _sighting(row, verdict, verdict), _cure(row, verdict, verdict)
                )

    def _verdict(self, row: WatchedRow, own: int, exempt: int) -> int:
        table = row.verdicts if self._world.is_proved else row.faces
        return table[own][exempt]

    def _worth(self, numbers: Sequence[int], row: WatchedRow, scope: Scope) -> int:
        if not numbers:
            return int(Truth.TRUE)
        assert row.asked is not None
        return min(self._standing[number].answer(row.asked, scope) for number in numbers)

    def _is_beset(self, numbers: Iterable[int], row: WatchedRow) -> bool:
        """Say whether another row that overlaps this one would break a watched clause."""
        return any(self._begun[self._world.conditions[n][1]].overlaps(row) for n in numbers)


class _Begun:
    """Count the rows of a node that would break it, judged with certainly earlier ones alone."""

    def __init__(self) -> None:
        self._rows: set[RowKey] = set()
        self._ends_us: list[int] = []

    def add(self, row: WatchedRow) -> None:
        """Take one that starts now."""
        self._rows.add(row.row)

    def end(self, row: WatchedRow) -> None:
        """Take the end of one; they come in the order of their ends."""
        self._ends_us.append(row.to_us)

    def overlaps(self, row: WatchedRow) -> bool:
        """Say whether another one shares an instant with a row that ends now.

        All have begun that start by its end. Of several actors together one may have begun, so that
        such a row overlaps itself.
        """
        others = len(self._rows) - bisect_left(self._ends_us, row.from_us)
        return others > (row.row in self._rows and not row.is_joint)


def _evidence(
    rows: Sequence[WatchedRow], verdicts: Sequence[int], faces: Sequence[int]
) -> Evidence:
    """Turn verdicts into evidence: a violation breaks, doubt may, compliance cures."""
    sightings, cures = [], []
    for row, verdict, face in zip(rows, verdicts, faces, strict=True):
        if (sighting := _sighting(row, verdict, face)) is not None:
            sightings.append(sighting)
        if (cure := _cure(row, verdict, face)) is not None:
            cures.append(cure)
    return merge(Evidence(tuple(sightings), tuple(cures)), Evidence())


def _sighting(row: WatchedRow, verdict: int, face: int) -> Sighting | None:
    state, at_face = _break_of(verdict), _break_of(face)
    if not state and not at_face:
        return None
    return Sighting(
        *(row.from_us, row.to_us, row.row, row.report, row.is_throughout),
        *(state, at_face, row.actors, row.unit),
    )


def _cure(row: WatchedRow, verdict: int, face: int) -> Cure | None:
    is_cure, is_face = verdict == Verdict.COMPLIANT, face == Verdict.COMPLIANT
    if not is_cure and not is_face:
        return None
    return Cure(
        *(row.from_us, row.to_us, row.row, row.report),
        is_proved=is_cure,
        is_face=is_face,
        actors=row.actors,
        unit=row.unit,
        is_throughout=row.is_throughout,
    )


def _began(
    rows: Sequence[WatchedRow], verdicts: Sequence[int], faces: Sequence[int]
) -> tuple[Began, ...]:
    """Return the rows that would break the clause as judged with certainly earlier rows only."""
    return tuple(
        Began(row.from_us, row.to_us, row.row, _break_of(verdict), _break_of(face), row.is_joint)
        for row, verdict, face in zip(rows, verdicts, faces, strict=True)
        if _break_of(verdict) or _break_of(face)
    )


def _break_of(verdict: int) -> int:
    if verdict == Verdict.VIOLATION:
        return Truth.TRUE
    return Truth.UNKNOWN if verdict == Verdict.UNDETERMINED else Truth.FALSE
