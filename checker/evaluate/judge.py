"""The kernel: one clause under one reading over a batch, by candidate and then by report."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.candidates import Weighed, report_of, worst_of
from checker.evaluate.columns import Columns
from checker.evaluate.concern import is_silent, silenced, unconcerned
from checker.evaluate.judged import Judged
from checker.evaluate.parts import Parts, parts_of
from checker.evaluate.variant import weigh_variant
from checker.evaluate.weigh import weakness_of
from checker.language.core.pattern import Edge
from checker.operators.period import dated_edge
from checker.plan.plan import PlannedReading, PlannedVariant
from checker.values.truth import Truth, all_of
from checker.values.verdict import Standing, Verdict

__all__ = ["judge"]


def judge(columns: Columns, reading: PlannedReading) -> Judged:
    """Judge every report of the batch under one reading of one clause.

    Each candidate is judged through the whole clause; ONE_OF is a verdict only if every candidate
    has it, ALL_OF takes the worst (design, semantics, Who).
    """
    weighing = _weigh_act if reading.kind == "act" else weigh_variant
    weighed = [weighing(columns, reading, variant) for variant in reading.variants]
    judged = report_of(columns, *worst_of(weighed))
    return _of_duty(judged) if reading.kind == "act" else judged


def _of_duty(judged: Judged) -> Judged:
    """Leave what is no proved act in time without concern for a duty to act.

    Of an act by one of two actors, of whom one alone has the duty, the two answers differ.
    """
    differs = judged.verdict == Verdict.NO_BREACH
    return replace(
        judged,
        verdict=np.where(differs, np.int8(Verdict.NOT_APPLICABLE), judged.verdict),
        standing=np.where(differs, np.int8(Standing.NOT_APPLICABLE), judged.standing),
    )


def _weigh_act(columns: Columns, reading: PlannedReading, variant: PlannedVariant) -> Weighed:
    """Judge a duty to act: an act in time complies, any other report is not concerned."""
    parts = parts_of(columns, reading, variant)
    frame, deadline = columns.frame, reading.deadline
    rows = frame.row_of
    if deadline is not None:
        deadline = dated_edge(deadline, frame.firsts, frame.timezone)
    in_time, is_after = _in_time(columns, deadline)
    tests = [part.truth for part in parts.applies]
    is_out = is_after[rows]
    if parts.where is not None:
        tests.append(parts.where.truth)
        is_out = is_out | (parts.where.truth == Truth.FALSE)
    silent = is_silent(columns, variant.pattern, parts)
    quiet = silenced(columns, silent)
    done = (all_of(*tests) == Truth.TRUE) & ~quiet
    weakness = weakness_of(columns)
    weak = weakness.compliance | (weakness.single & np.uint32(parts.unproved))
    timely = done & in_time[rows]
    verdict = np.where(timely & (weak == 0), Verdict.COMPLIANT, Verdict.NOT_APPLICABLE)
    verdict = np.where(timely & (weak != 0), Verdict.UNDETERMINED, verdict).astype(np.int8)
    standing = unconcerned(columns, variant.pattern, parts, silent & ~is_out)
    is_out &= standing == Standing.NOT_A_POSITION
    standing = np.where(done | is_out, np.int8(Standing.NOT_APPLICABLE), standing)
    standing = np.where(verdict == Verdict.COMPLIANT, np.int8(Standing.COMPLIANT), standing)
    none = np.full(len(rows), -1, dtype=np.int32)
    at_face = np.where(timely, Verdict.COMPLIANT, Verdict.NOT_APPLICABLE).astype(np.int8)
    return Weighed(
        verdict=verdict,
        face=at_face,
        reported=at_face,
        standing=standing.astype(np.int8),
        reasons=np.where(verdict == Verdict.UNDETERMINED, weak, np.uint32(0)).astype(np.uint32),
        needs_all=verdict == Verdict.UNDETERMINED,
        clearing=np.zeros(len(rows), dtype=np.uint32),
        exemption=none,
        lapse=none,
        is_late=done & is_after[rows] & (weak == 0),
        may_be_timely=_may_be_act(columns, variant, parts) & ~is_after[rows],
    )


def _may_be_act(columns: Columns, variant: PlannedVariant, parts: Parts) -> NDArray[np.bool_]:
    """Say which candidates may be the act; shape (m,).

    One that was done while a condition had suspended the duty may be it, too.
    """
    applies = tuple(part for part in parts.applies if part.name != "condition")
    silent = is_silent(columns, variant.pattern, replace(parts, applies=applies))
    tests = [part.truth for part in applies]
    if parts.where is not None:
        tests.append(parts.where.truth)
    may_be: NDArray[np.bool_] = all_of(*tests) != Truth.FALSE
    return may_be & ~silenced(columns, silent)


def _in_time(
    columns: Columns, deadline: Edge | None
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Say which reports lie certainly before a date, and which certainly after it; shape (n,)."""
    frame = columns.frame
    if deadline is None:
        every = np.ones(len(columns.batch), dtype=np.bool_)
        return every, ~every
    return (
        frame.has_time & (frame.to_us < deadline.low_us),
        frame.has_time & (frame.from_us >= deadline.high_us),
    )
