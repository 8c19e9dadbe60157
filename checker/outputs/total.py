"""The last line of a page: how many findings are at the level that fails a run."""

from checker.findings.finding import Summary
from checker.outputs.plain import LEVEL_NAMES, counted

__all__ = ["total_line"]


def total_line(failing: int, summary: Summary, fail_on: str) -> str:
    """Return the total that the exit code follows; ``failing`` counts what is shown."""
    if fail_on == "never":
        said = "No finding fails this run (--fail-on never)"
    else:
        said = f"{counted(failing, *LEVEL_NAMES[fail_on])} (--fail-on {fail_on})"
    if summary.baseline is not None:
        said += f"; {counted(summary.baseline.accepted, 'finding')} accepted by the baseline"
    said += f"; {summary.hidden:,} more hidden by filters" if summary.hidden else ""
    if summary.hollow is not None:
        said += f"; HOLLOW: {summary.hollow}, so this is no pass"
    return f"{said}."
