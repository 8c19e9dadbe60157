"""All checks of what looks wrong, in as few passes over the reports as they need."""

from collections.abc import Callable, Iterator
from itertools import chain

from checker.reports.batch import Batch
from checker.reports.quality import Check, Limits
from checker.reports.quality.placing import NullIsland, OutOfRegion
from checker.reports.quality.speed import Speed
from checker.reports.quality.timing import Future
from checker.reports.quality.versions import Corrections, Doubles
from checker.values.diagnostic import Diagnostic, place_in_file

__all__ = ["quality_of"]


def quality_of(
    batches: Callable[[], Iterator[Batch]], limits: Limits, most: int
) -> Iterator[Diagnostic]:
    """Yield what looks wrong about reports, by their places; of each check no more than ``most``.

    Behind them stands how many more there are. ``batches`` reads the accepted reports, each time
    the same.
    """
    speed = Speed(limits.most_m_s, limits.superseded, most)
    checks: tuple[Check, ...] = (
        NullIsland(most),
        OutOfRegion(limits.region_deg, limits.among, most),
        Future(limits.as_of_us, most),
        Doubles(most),
        Corrections(most),
        speed,
    )
    for batch in batches():
        for check in checks:
            check.see(batch)
    for check in checks:
        check.end()
    still = [check for check in checks if check.is_open]
    for batch in batches() if still else ():
        for check in still:
            check.look(batch)
    yield from sorted(chain.from_iterable(check.found.told for check in checks), key=place_in_file)
    yield from _more(checks, speed)


def _more(checks: tuple[Check, ...], speed: Speed) -> Iterator[Diagnostic]:
    for check in checks:
        hidden = check.found.count - len(check.found.told)
        if hidden:
            code = check.found.told[-1].code
            yield Diagnostic(code, f"{hidden:,} more like this", None, "-v shows all", "warning")
    if speed.left_out:
        said = f"{speed.left_out:,} sightings of units were not compared: more than two million"
        yield Diagnostic("R177", said, None, "validate fewer files at a time", "warning")
