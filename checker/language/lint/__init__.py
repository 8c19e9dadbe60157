"""Warnings beyond syntax: what can be read, and is probably not what was meant.

Each check is one module with a ``CHECK``; to add one, write it and list it here.
"""

from checker.language.lint import (
    contradictions,
    decidable,
    idle_conditions,
    invented,
    long_edges,
    never_applies,
    one_sided,
    open_ends,
    shared_borders,
    silent_duties,
    swallowed,
    swapped_axes,
    unexplained,
    unused_names,
)
from checker.language.lint.linted import Check, Linted

__all__ = ["CHECKS", "Linted", "lint"]

CHECKS: tuple[Check, ...] = (
    unused_names.CHECK,
    contradictions.CHECK,
    one_sided.CHECK,
    swallowed.CHECK,
    invented.CHECK,
    long_edges.CHECK,
    swapped_axes.CHECK,
    shared_borders.CHECK,
    open_ends.CHECK,
    decidable.CHECK,
    never_applies.CHECK,
    idle_conditions.CHECK,
    silent_duties.CHECK,
    unexplained.CHECK,
)
"""Every check, in the order of the codes."""


def lint(linted: Linted, *, is_cheap_only: bool = False) -> None:
    """Add a warning to the document's problems for all that the checks find.

    With ``is_cheap_only`` only those checks run that cost less than reading the agreement. Of an
    agreement that has errors, only what may be why is looked for.
    """
    has_errors = linted.document.problems.has_errors
    for check in CHECKS:
        if (check.is_cheap or not is_cheap_only) and (check.tells_why or not has_errors):
            for found in check.run(linted):
                linted.document.problems.warn(check.code, found.message, found.span, found.hint)
