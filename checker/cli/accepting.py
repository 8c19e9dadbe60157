"""A run whose accepted findings are marked: they are shown and counted, and fail nothing."""

from collections.abc import Iterator
from pathlib import Path

from checker.findings.baseline import Baseline, Marking
from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.findings.shown import fails
from checker.outputs.baseline_file import read_baseline
from checker.runners.local import Run
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.ledger import read_bytes

__all__ = ["Accepting", "baseline_for", "stored_baseline"]


class Accepting:
    """Hand out the answer of a run, its findings marked by a baseline."""

    def __init__(self, done: Run, baseline: Baseline) -> None:
        self._done = done
        self._baseline = baseline
        self._marking = Marking(baseline, done.header)
        self._failed = False

    @property
    def header(self) -> Header:
        """Return what is known before the first finding."""
        return self._done.header

    def blocks(self) -> Iterator[Block]:
        """Yield the findings that are shown, one by one: which are accepted is in no column."""
        self._marking, self._failed = Marking(self._baseline, self.header), False
        for block in self._done.blocks():
            marked = Block.of(*map(self._marking.mark, block.findings()))
            fail_on = self.header.asked.fail_on
            self._failed |= any(fails(one, fail_on) for one in marked.singles)
            yield marked

    def summary(self) -> Summary:
        """Return what is known after the last finding, with what became of the baseline."""
        return self._marking.told(self._done.summary())

    def exit_code(self) -> int:
        """Return the exit code of the run, for which accepted findings do not count."""
        return self._done.exit_code(is_failing=self._failed)


def stored_baseline(file: str) -> Baseline:
    """Read a baseline; raises ``CheckerError`` where it cannot be opened, and where it is none."""
    try:
        content = read_bytes(Path(file))
    except OSError as error:
        said = (error.strerror or "it cannot be read").lower()
        hint = "write one with accord baseline write RESULT.json -o FILE"
        raise CheckerError(
            Diagnostic("U121", f"cannot open the baseline '{file}': {said}", None, hint)
        ) from error
    return read_baseline(content, file)


def baseline_for(agreement: str, baseline: Baseline) -> Baseline:
    """Return a baseline that is of an agreement; raises ``CheckerError`` for one of another."""
    if baseline.agreement != agreement:
        message = f"{baseline.file} is a baseline of '{baseline.agreement}', not of '{agreement}'"
        hint = "write one for this agreement with accord baseline write"
        raise CheckerError(Diagnostic("U121", message, None, hint))
    return baseline
