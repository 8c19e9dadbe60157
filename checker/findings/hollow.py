"""Whether anything was put to the test: a run that judged nothing is never shown as a pass."""

import numpy as np

from checker.evaluate.run import JudgedRun
from checker.values.verdict import Standing

__all__ = ["has_tested_nothing", "not_judged"]

_UNTESTED = (Standing.NOT_IN_FORCE, Standing.SILENT, Standing.NOT_A_POSITION)


def has_tested_nothing(run: JudgedRun) -> bool:
    """Say whether no report was accepted, or none was put to the test under any clause."""
    for batch in run.batches:
        live = ~run.facts.excluded[batch.columns.number]
        for rolled in batch.rolled:
            if rolled is not None and (~np.isin(rolled.standing[live], _UNTESTED)).any():
                return False
    return True


def not_judged(run: JudgedRun) -> list[tuple[str, int]]:
    """Count what got no verdict: reports left unread, and pairs that are not concerned."""
    counts = [("superseded", run.superseded), ("after_as_of", run.after_as_of)]
    for word in (*_UNTESTED, Standing.NOT_APPLICABLE):
        total = 0
        for batch in run.batches:
            live = ~run.facts.excluded[batch.columns.number]
            total += sum(
                int((rolled.standing[live] == word).sum())
                for rolled in batch.rolled
                if rolled is not None
            )
        counts.append((word.word, total))
    return [(reason, count) for reason, count in counts if count]
