"""Which reports a clause does not concern, and by which word: the first that is true."""

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Columns
from checker.evaluate.parts import Parts
from checker.operators.doing import Doing
from checker.operators.presence import Presence, is_own_place
from checker.plan.plan import PatternPlan
from checker.values.truth import Truth
from checker.values.verdict import Standing, StandingArray

__all__ = ["is_silent", "silenced", "unconcerned"]

_TIME = ("when", "condition")


def is_silent(columns: Columns, pattern: PatternPlan, parts: Parts) -> NDArray[np.bool_]:
    """Say where the report leaves empty what the clause is about; shape (m,).

    That is where the pattern names things or an act, the column is empty, and no other test is
    FALSE. Refused access is never silent.
    """
    rows, batch = columns.frame.row_of, columns.batch
    no_thing = (np.diff(batch.things.offsets) == 0) & (pattern.things is not None)
    no_act = (np.diff(batch.does.offsets) == 0) & _names_act(columns, pattern)
    is_empty = (no_thing | no_act) & ~columns.kinds.is_denied
    silent: NDArray[np.bool_] = is_empty[rows]
    for part in parts.applies:
        unasked = {"things": no_thing[rows], "does": no_act[rows]}.get(part.name)
        is_false = part.truth == Truth.FALSE
        silent = silent & ~(is_false if unasked is None else is_false & ~unasked)
    return silent


def silenced(columns: Columns, silent: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Say where the clause does not apply whatever the tests say: silence and mere claims."""
    return silent | columns.kinds.is_claim[columns.frame.row_of]


def unconcerned(
    columns: Columns, pattern: PatternPlan, parts: Parts, silent: NDArray[np.bool_]
) -> StandingArray:
    """Return the word for each candidate as if the clause did not concern it; shape (m,)."""
    is_elsewhere = _is_elsewhere(columns, pattern)
    is_no_position = columns.kinds.is_claim[columns.frame.row_of]
    out_of_force = np.zeros(len(silent), dtype=np.bool_)
    out_of_scope = np.zeros(len(silent), dtype=np.bool_)
    for part in parts.applies:
        is_false = part.truth == Truth.FALSE
        if part.name in _TIME:
            out_of_force |= is_false
        elif part.name == "does":
            out_of_scope |= is_false & ~is_elsewhere
            is_no_position = is_no_position | (is_false & is_elsewhere)
        else:
            out_of_scope |= is_false
    is_no_position = is_no_position & ~out_of_scope
    standing = np.where(is_no_position, Standing.NOT_A_POSITION, Standing.NOT_APPLICABLE)
    standing = np.where(out_of_force, Standing.NOT_IN_FORCE, standing)
    return np.where(silent, Standing.SILENT, standing).astype(np.int8)


def _names_act(columns: Columns, pattern: PatternPlan) -> bool:
    return pattern.does is not None and isinstance(columns.plan.steps[pattern.does], Doing)


def _is_elsewhere(columns: Columns, pattern: PatternPlan) -> NDArray[np.bool_]:
    """Say which reports fail a test of presence because their place is not the actor's own."""
    rows = columns.frame.row_of
    if pattern.does is None or not isinstance(columns.plan.steps[pattern.does], Presence):
        return np.zeros(len(rows), dtype=np.bool_)
    elsewhere: NDArray[np.bool_] = ~is_own_place(columns.frame)
    elsewhere &= columns.batch.count_high != 0.0
    return elsewhere[rows]
