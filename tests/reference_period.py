"""How a clause stands over the whole period, its incidents, and a report over all readings."""

from collections.abc import Sequence

from checker.language.core.clause import Clause
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.reference_duty import Judged, duty_standing, stood
from tests.reference_judge import Outcome
from tests.reference_region import FALSE
from tests.reference_rows import Row
from tests.reference_world import World

__all__ = ["clause_standing", "incidents", "over_readings"]

V, S, C = Verdict, Standing, ClauseStanding
_SPLIT_US = 14 * 86_400_000_000


def over_readings(found: Sequence[Outcome]) -> tuple[Verdict, Standing, tuple[int, int, int]]:
    """Say what a report is over all readings, and under how many it violates (yes, open, no)."""
    yes = sum(o.verdict == V.VIOLATION for o in found)
    still_open = sum(o.verdict == V.UNDETERMINED for o in found)
    count = (yes, still_open, len(found) - yes - still_open)
    verdicts = {o.verdict for o in found}
    standings = {o.standing for o in found}
    breaches = {S.VIOLATION, S.APPARENT_VIOLATION}
    if standings & breaches and not standings <= breaches:
        return V.UNDETERMINED, S.DEPENDS_ON_READING, count
    if S.UNDETERMINED in standings:
        return V.UNDETERMINED, S.UNDETERMINED, count
    if len(verdicts) == 1:
        return verdicts.pop(), _same(standings), count
    if standings <= breaches:
        return V.UNDETERMINED, S.APPARENT_VIOLATION, count
    if standings <= {S.COMPLIANT, S.EXCEPTED, S.APPARENT_COMPLIANCE}:
        return V.UNDETERMINED, S.APPARENT_COMPLIANCE, count
    return V.NO_BREACH, S.NO_BREACH, count


def _same(standings: set[Standing]) -> Standing:
    """Choose among standings of one verdict."""
    if standings == {S.COMPLIANT, S.EXCEPTED}:
        return S.COMPLIANT
    if min(standings) >= S.SILENT:
        return min(standings)
    return max(standings)


def incidents(judged: Judged) -> tuple[int, int]:
    """Count breaches (with a proved one, without): of one unit or one event they are one."""
    breaches = [(r, o) for r, o in judged if o.standing in (S.VIOLATION, S.APPARENT_VIOLATION)]
    breaches.sort(key=lambda j: (j[0].from_us, j[0].to_us))
    group = list(range(len(breaches)))

    def join(one: int, other: int) -> None:
        old, new = group[other], group[one]
        group[:] = [new if g == old else g for g in group]

    for i, (row, _) in enumerate(breaches):
        for k, (other, _) in enumerate(breaches[:i]):
            if row.event is not None and row.event == other.event:
                join(i, k)
        alike = [k for k in range(i) if row.unit is not None and breaches[k][0].unit == row.unit]
        if alike and not _split(judged, [breaches[k][0] for k in alike], row):
            join(i, alike[-1])
    proved = {group[i] for i, (_, o) in enumerate(breaches) if o.standing == S.VIOLATION}
    return len(proved), len(set(group) - proved)


def _split(judged: Judged, before: list[Row], row: Row) -> bool:
    """Say whether a unit left in between: proved compliant, or not seen for 14 days."""
    last = max(r.to_us for r in before)
    if row.from_us - last > _SPLIT_US:
        return True
    return any(
        o.verdict == V.COMPLIANT
        and r.unit == row.unit
        and r.from_us > last
        and r.to_us < row.from_us
        for r, o in judged
    )


def clause_standing(world: World, clause: Clause, judged: Judged) -> ClauseStanding:
    """Return the first standing that is true of a clause under one reading."""
    if clause.deadline is not None:
        duty = duty_standing(world, clause, judged)
        if duty is not None:
            return duty
    standings = [o.standing for _, o in judged]
    for standing, word in (
        (S.VIOLATION, C.VIOLATED),
        (S.APPARENT_VIOLATION, C.APPARENTLY_VIOLATED),
        (S.UNDETERMINED, C.UNDETERMINED),
    ):
        if standing in standings:
            return word
    if any(o.verdict == V.COMPLIANT for _, o in judged):
        return C.NO_BREACH_SEEN
    if standings and set(standings) == {S.NOT_IN_FORCE}:
        return C.NOT_IN_FORCE
    return C.MOOT if _is_moot(world, clause) else C.NO_EVIDENCE


def _is_moot(world: World, clause: Clause) -> bool:
    instants = [world.as_of_us]
    if clause.deadline is not None:
        instants.append(world.edge(clause.deadline).high_us - 1)
    return any(stood(world, clause, us) == FALSE for us in instants)
