"""What the product reads and says of a world, in the reference's words: the one place of both."""

from collections.abc import Sequence
from pathlib import Path

from checker.evaluate import judge_all
from checker.language import core_of, load_agreement
from checker.language.core import Core
from checker.reports import ReadOptions, open_reports
from checker.reports.batch import Batch, Vocabulary
from tests.reference import Judgement

__all__ = ["kernel_judgement", "read_world"]


def read_world(folder: Path, reports: Path) -> tuple[Core, list[Batch]]:
    """Read an agreement and a file of reports as the product does."""
    core = core_of(load_agreement(folder))
    vocabulary = Vocabulary(
        dict(core.actor_names),
        dict(core.doing_names),
        dict(core.thing_names),
        dict(core.place_names),
    )
    options = ReadOptions(vocabulary=vocabulary, zone=core.timezone)
    return core, list(open_reports([str(reports)], options).batches())


def kernel_judgement(core: Core, batches: Sequence[Batch]) -> Judgement:
    """Judge with the kernel, as of the latest instant in the reports."""
    return judge_all(core, batches, None)
