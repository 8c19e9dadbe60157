"""Conditions that watch a duty to act, which nobody breaks but by doing nothing."""

from collections.abc import Iterator

from checker.language.lint.linted import Check, Found, Linted
from checker.language.lint.overlap import agree
from checker.language.lint.patterns import conditions_of

__all__ = ["CHECK"]


def run(linted: Linted) -> Iterator[Found]:
    """Find conditions on a duty to act: only a report breaks a condition, and silence is none."""
    clauses = {clause.id: clause for clause in linted.core.clauses}
    for clause in linted.core.clauses:
        told = set()
        for reading in clause.readings:
            for condition in conditions_of(reading):
                name = condition.kept or ""
                watched = clauses[name].readings if name in clauses else ()
                meant = [one for one in watched if agree(reading.answers, one.answers)]
                if name not in told and any(one.kind == "act" for one in meant):
                    told.add(name)
                    message = (
                        f"{clause.id!r} hangs on {name!r}, a duty to act: no report breaks it, and "
                        "that its date passes in silence does not either"
                    )
                    hint = "write while: {some: {who: X, does: ACT}, ...}, which stands on the act"
                    yield Found(message, clause.span, hint)


CHECK = Check("W113", "conditions that silence would have to break", run, is_cheap=True)
