"""How far a long run is, on one line of the terminal that goes away again."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from checker.cli.switches import is_quiet
from checker.evaluate.engine import Engine
from checker.outputs.plain import counted
from checker.runners.watched import Tell, Watched, untold

__all__ = ["Progress", "is_wanted", "line_of", "shown_parts", "shown_progress"]

_FIRST_S = 1.0
"""What takes less than a second shows no progress."""

_AGAIN_S = 0.2
_ERASE = "\r\x1b[K"
"""Back to the first column, and erase to the end of the line (ECMA-48, EL)."""


def is_wanted(*, page_goes_last: bool) -> bool:
    """Say whether progress can be shown: on a terminal that nothing else is written to meanwhile.

    ``page_goes_last`` says that what goes to stdout is written when all is done.
    """
    err = sys.__stderr__
    if err is None or not err.isatty() or is_quiet():
        return False
    return page_goes_last or not sys.stdout.isatty()


@contextmanager
def shown_progress(engine: Engine, *, page_goes_last: bool) -> Iterator[Engine]:
    """Give an engine that shows how far it is, where that can be shown, until all is done."""
    if not is_wanted(page_goes_last=page_goes_last):
        yield engine
        return
    progress = Progress()
    try:
        yield Watched(engine, progress)
    finally:
        progress.end()  # what failed in the midst of a pass is told on a line of its own


@contextmanager
def shown_parts(*, page_goes_last: bool) -> Iterator[Tell]:
    """Give what tells of a pass how many parts of the reports are done, where it can be shown."""
    if not is_wanted(page_goes_last=page_goes_last):
        yield untold
        return
    progress = Progress("parts")
    try:
        yield progress
    finally:
        progress.end()


class Progress:
    """Show a pass, how much of it is done, how fast, and how long it will take.

    ``of`` names what is counted: "parts" of the reports, or nothing for reports.
    """

    def __init__(self, of: str = "") -> None:
        self._of = of
        self._began = self._shown = monotonic()
        self._pass = 0
        self._pass_began = self._began
        self._has_line = False

    def __call__(self, number: int, done: int, count: int | None) -> None:
        """Show how far the run is, unless that was shown just now."""
        now = monotonic()
        if done == count:
            self.end()
            return
        if number != self._pass:
            self._pass, self._pass_began = number, now
        if now - self._began < _FIRST_S or now - self._shown < _AGAIN_S:
            return
        self._shown = now
        said = line_of(number, done, count, now - self._pass_began, self._of)
        self._write(f"{_ERASE}{said}")
        self._has_line = True

    def end(self) -> None:
        """Take the line away."""
        if self._has_line:
            self._write(_ERASE)
            self._has_line = False

    @staticmethod
    def _write(text: str) -> None:
        # Not sys.stderr: what is said there belongs to the answer, and may be said again.
        if sys.__stderr__ is not None:
            sys.__stderr__.write(text)
            sys.__stderr__.flush()


def line_of(number: int, done: int, count: int | None, seconds: float, counted_as: str = "") -> str:
    """Say how far pass ``number`` is after ``seconds``: ``done`` reports or parts of ``count``."""
    of = f" of {count:,}" if count is not None else ""
    said = f"pass {number} over the reports: {done:,}{of} {counted_as}".rstrip()
    if seconds <= 0.0 or not done:
        return said
    said += f", {done / seconds:,.0f} a second"
    if count is None:
        return said
    return f"{said}, {counted(round(max(count - done, 0) * seconds / done), 'second')} left in it"
