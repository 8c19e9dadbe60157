"""What a worker does with one part of the reports; all of it pickles, and none of it has effects.

Whatever is lost with a worker can so be done again by another, and comes out the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from checker.findings.gathered import Gathered, gathered_from
from checker.reports.batch import Batch
from checker.reports.parts import Part, PartReader, Survey
from checker.runners.passes import Looking
from checker.runners.telling import Telling, Told, is_told
from checker.runners.versions import Versions, differences, versions_here
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["Ground", "looked", "merged", "noted", "surveyed", "told", "unlike", "worked"]

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Ground:
    """Hold what every part is read with, and the versions of whoever began the run.

    ``has_hashes`` asks a survey for those of all ids.
    """

    reader: PartReader
    versions: Versions
    has_hashes: bool = False

    def checked(self) -> PartReader:
        """Return the reader; raises ``CheckerError`` in a process of other versions."""
        if found := differences(self.versions, versions_here()):
            raise unlike("a worker that came later", found)
        return self.reader


def unlike(who: str, found: list[str]) -> CheckerError:
    """Return the error that refuses a process of other versions."""
    hint = "install the same versions wherever the run is worked on; one image for all does it"
    return CheckerError(Diagnostic("U112", f"{who} is unlike: {'; '.join(found)}", None, hint))


def surveyed(ground: Ground, part: Part) -> Survey:
    """Read a part, and return what became of its rows."""
    return ground.checked().survey(part, has_hashes=ground.has_hashes)


def worked(ground: Ground, work: Callable[[Batch], Result], part: Part) -> list[Result]:
    """Return what ``work`` returns for each batch of a part."""
    return [work(batch) for batch in ground.checked().batches(part)]


def looked(ground: Ground, looking: Looking, part: Part) -> Gathered:
    """Return what the batches of a part say together, once they are judged."""
    batches = ground.checked().batches(part)
    return gathered_from(looking.judged, (looking(batch)[1] for batch in batches))


def noted(ground: Ground, looking: Looking, part: Part) -> list[tuple[Gathered, bool]]:
    """Return what the batches of a part say together, and whether one of them is told of."""
    found, is_one = [], False
    for batch in ground.checked().batches(part):
        judged, gathered = looking(batch)
        found.append(gathered)
        is_one = is_one or is_told(looking.judged, judged)
    return [(gathered_from(looking.judged, found), is_one)]


def merged(looking: Looking, *parts: Gathered) -> Gathered:
    """Join what some parts say, in their order."""
    return gathered_from(looking.judged, parts)


def told(ground: Ground, how: tuple[Telling, bool], part: Part) -> list[Told]:
    """Return what is told of each batch of a part.

    ``how`` says, too, whether findings are asked for whole; else their columns are sent alone.
    """
    telling, is_whole = how
    answers = (telling.anew(batch) for batch in ground.checked().batches(part))
    return [
        (block.detached(is_whole=is_whole), hidden, failed) for block, hidden, failed in answers
    ]
