"""Parts of files that another process reads by itself, as they would be read here in one go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from checker.reports.batch import Batch
from checker.reports.opening import open_file
from checker.reports.options import ReadOptions
from checker.reports.repeats import Key, Repeats, Rising, Suspects
from checker.reports.source import refuse
from checker.reports.taking import ReportFile, Taking
from checker.reports.tally import Tally

__all__ = ["FileRef", "Part", "PartReader", "Survey", "are_distinct", "parts_of"]

_LEAST_ROWS = 131_072
"""Row groups of fewer rows are read together: what a part costs beside its rows is paid once."""


@dataclass(frozen=True, slots=True)
class Part:
    """Name a part of the reports: a file by its number, and row groups of it, None for all of it.

    ``crossed`` are the rows that only the rows of all files together show to be bad
    (``Tally.crossed``).
    """

    file: int
    groups: tuple[int, int] | None = None
    crossed: Mapping[int, tuple[int, ...]] | None = None


@dataclass(frozen=True, slots=True)
class FileRef:
    """Name a file to another process: where it lies, what it is called, and what it holds."""

    path: Path
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Survey:
    """Hold what became of the rows of a part, and what its ids are like.

    ``span`` are the least and the greatest id of a part whose ids rise, so that none stands twice
    in it; None where they do not, or where there are none.
    """

    tally: Tally
    span: tuple[Key, Key] | None = None


def parts_of(files: Sequence[ReportFile]) -> Iterator[Part]:
    """Yield the parts of some files in their order; each row is in one of them."""
    for number, file in enumerate(files):
        if file.opened.grouped is None:
            yield Part(number)
            continue
        sizes = file.opened.grouped.sizes
        start = rows = 0
        for group, size in enumerate(sizes, start=1):
            rows += size
            if rows >= _LEAST_ROWS or group == len(sizes):
                yield Part(number, (start, group))
                start, rows = group, 0


def are_distinct(surveys: Sequence[Survey]) -> bool:
    """Say whether the ids of all parts are known to differ, without one of them being held."""
    given = [one for one in surveys if one.tally.handed]
    spans = sorted(one.span for one in given if one.span is not None)
    is_apart = all(first[1] < second[0] for first, second in pairwise(spans))
    return is_apart and len(spans) == len(given)


class PartReader:
    """Read parts wherever the files lie under the same paths; it pickles, without what it opened.

    A file is opened when its first part is read, and has to be the one that was hashed where the
    run began.
    """

    def __init__(self, files: Sequence[FileRef], options: ReadOptions) -> None:
        self._files = tuple(files)
        self._options = options
        self._opened: dict[int, ReportFile] = {}

    def __reduce__(self) -> tuple[type["PartReader"], tuple[object, ...]]:
        """Leave out what is open here."""
        return PartReader, (self._files, self._options)

    def survey(self, part: Part) -> Survey:
        """Return what became of the rows of a part, if none is bad beside others.

        Raises ``CheckerError`` where the file cannot be read, or is another one than was named.
        """
        tally, rising, is_rising = Tally(), Rising(), True
        for batch in self._batches(part, tally):
            is_rising = is_rising and rising.takes(batch)
        return Survey(tally, rising.span if is_rising else None)

    def batches(self, part: Part) -> Iterator[Batch]:
        """Yield the accepted reports of a part, batch by batch.

        Raises ``CheckerError`` like ``survey``.
        """
        return self._batches(part, Tally())

    def _batches(self, part: Part, tally: Tally) -> Iterator[Batch]:
        file = self._file(part.file)
        taking = Taking(file, self._options, crossed=part.crossed)
        unique = Repeats(Suspects(tuple, are_none=True), tuple)
        return taking.batches(file.blocks_of(part.groups), tally, unique)

    def _file(self, number: int) -> ReportFile:
        if number not in self._opened:
            named = self._files[number]
            file = open_file(str(named.path), self._options, name=named.name)
            if file.opened.source.sha256 != named.sha256:
                raise refuse(
                    "R111",
                    "the file is not the same where it is judged as where the run began",
                    named.name,
                    "wait until it is written to the end, and name a file on a shared disk",
                )
            self._opened[number] = file
        return self._opened[number]
