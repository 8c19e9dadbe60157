"""Conditions on another clause being kept: who broke it first, in the order of time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from checker.folds.evidence import Covers, Cure, Evidence, Sighting, merge
from checker.folds.precedence import Began, Precedence, precedence_of
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
    ``asked`` holds it alone, with the part of its time in which the watched clause applies.
    ``is_joint`` marks a report of several actors together: one of them may have begun.
    """

    from_us: int
    to_us: int
    row: RowKey
    report: str
    is_throughout: bool
    asked: Asked
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
    """Work out the verdicts of all watched clauses together, forward in time."""

    def __init__(self, world: _World) -> None:
        self._world = world
        self._first: dict[Node, list[int]] = {
            n: [-1] * len(w.rows) for n, w in world.watched.items()
        }
        self._final: dict[Node, list[int]] = {
            n: [-1] * len(w.rows) for n, w in world.watched.items()
        }
        self._drawn: dict[int, Precedence] = {}

    def verdicts(self) -> dict[Node, list[tuple[int, int]]]:
        """Return (final, judged with certainly earlier rows only) for every row of every node."""
        starts = sorted(
            (row.from_us, node, index)
            for node, watched in self._world.watched.items()
            for index, row in enumerate(watched.rows)
        )
        ends = sorted(
            (row.to_us, node, index)
            for node, watched in self._world.watched.items()
            for index, row in enumerate(watched.rows)
        )
        settled = 0
        for from_us, node, index in starts:
            while settled < len(ends) and ends[settled][0] < from_us:
                self._settle(*ends[settled][1:])
                settled += 1
            self._first[node][index] = self._verdict(node, index, is_final=False)
        for _, node, index in ends[settled:]:
            self._settle(node, index)
        return {
            node: list(zip(self._final[node], self._first[node], strict=True))
            for node in self._world.watched
        }

    def _settle(self, node: Node, index: int) -> None:
        self._final[node][index] = self._verdict(node, index, is_final=True)
        if self._final[node][index] != Verdict.NOT_APPLICABLE:
            self._drawn = {
                number: order
                for number, order in self._drawn.items()
                if self._world.conditions[number][1] != node
            }

    def _verdict(self, node: Node, index: int, *, is_final: bool) -> int:
        watched = self._world.watched[node]
        row = watched.rows[index]
        own = self._worth(watched.own, row, "some", is_final=is_final)
        exempt = self._worth(watched.exempt, row, "all", is_final=is_final)
        table = row.verdicts if self._world.is_proved else row.faces
        return table[own][exempt]

    def _worth(
        self, numbers: Iterable[int], row: WatchedRow, scope: Scope, *, is_final: bool
    ) -> int:
        worth = int(Truth.TRUE)
        for number in numbers:
            worth = min(worth, self._condition(number, row, scope, is_final=is_final))
        return worth

    def _condition(self, number: int, row: WatchedRow, scope: Scope, *, is_final: bool) -> int:
        condition, node = self._world.conditions[number]
        if number not in self._drawn:
            self._drawn[number] = self._settled(condition, node)
        truth = int(self._drawn[number].answer(row.asked, scope)[0][0])
        if is_final and truth != Truth.FALSE and self._overlaps(node, row):
            return Truth.UNKNOWN
        return truth

    def _settled(self, condition: Condition, node: Node) -> Precedence:
        """Order the rows that are settled; those that a row overlaps don't count against it."""
        rows = self._world.watched[node].rows
        settled = [(row, v) for row, v in zip(rows, self._final[node], strict=True) if v >= 0]
        verdicts = [v for _, v in settled]
        evidence = _evidence([row for row, _ in settled], verdicts, verdicts)
        how = (self._world.zone, self._world.covers)
        return precedence_of(evidence, (), condition, how, is_proved=True)

    def _overlaps(self, node: Node, row: WatchedRow) -> bool:
        """Say whether another row that overlaps this one would break the watched clause."""
        rows = self._world.watched[node].rows
        return any(
            (other.row != row.row or row.is_joint)
            and other.from_us <= row.to_us
            and other.to_us >= row.from_us
            and first >= Verdict.UNDETERMINED
            for other, first in zip(rows, self._first[node], strict=True)
        )


def _evidence(
    rows: Sequence[WatchedRow], verdicts: Sequence[int], faces: Sequence[int]
) -> Evidence:
    """Turn verdicts into evidence: a violation breaks, doubt may, compliance cures."""
    sightings, cures = [], []
    for row, verdict, face in zip(rows, verdicts, faces, strict=True):
        state, at_face = _break_of(verdict), _break_of(face)
        if state or at_face:
            sightings.append(
                Sighting(
                    row.from_us,
                    row.to_us,
                    row.row,
                    row.report,
                    row.is_throughout,
                    state,
                    at_face,
                    row.actors,
                    row.unit,
                )
            )
        is_cure, is_face = verdict == Verdict.COMPLIANT, face == Verdict.COMPLIANT
        if is_cure or is_face:
            cures.append(
                Cure(
                    row.from_us,
                    row.to_us,
                    row.row,
                    row.report,
                    is_cure,
                    is_face,
                    row.actors,
                    row.unit,
                    row.is_throughout,
                )
            )
    return merge(Evidence(tuple(sightings), tuple(cures)), Evidence())


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
