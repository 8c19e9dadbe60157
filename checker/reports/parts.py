"""Parts of files that another process reads by itself, as they would be read here in one go."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

import numpy as np

from checker.reports.batch import MISSING_US, Batch, BatchKey
from checker.reports.opened import Groups
from checker.reports.opening import open_file
from checker.reports.options import ReadOptions
from checker.reports.remote import Remote
from checker.reports.repeats import Key, Repeats, Rising, Suspects, hashes_of
from checker.reports.source import refuse
from checker.reports.strings import Hashes
from checker.reports.taking import ReportFile, Taking
from checker.reports.tally import Tally
from checker.values.held import Held

__all__ = [
    "FileRef",
    "Part",
    "PartReader",
    "Survey",
    "are_distinct",
    "are_many",
    "are_small",
    "parts_of",
]

_LEAST_ROWS = 131_072
"""Row groups of fewer rows are read together: what a part costs beside its rows is paid once."""
_MOST_ROWS = 1 << 20
_MOST_BYTES = 1 << 25
_MOST_PACKED_BYTES = 1 << 20
"""Large are row groups of more than a million rows, other files of over 32 MiB, or 1 MiB packed."""
_WORTH_ROWS = 1 << 21
_MOST_OF_ALL = 1 << 24
_ROW_BYTES = 50
"""And 16 million rows; where a file does not tell how many it has, one takes some 50 bytes."""


@dataclass(frozen=True, slots=True)
class Part:
    """Name a part of the reports: a file by its number, and row groups of it, None for all of it.

    ``crossed`` are the rows that only the rows of all files together show to be bad
    (``Tally.crossed``). ``rows`` are those that are accepted, once that is settled.
    """

    file: int
    groups: Groups | None = None
    crossed: Mapping[int, tuple[int, ...]] | None = None
    rows: int = 0

    def __len__(self) -> int:
        return self.rows


@dataclass(frozen=True, slots=True)
class FileRef:
    """Name a file to another process: where it lies, what it is called, and what it holds."""

    path: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Survey:
    """Hold what became of the rows of a part, and what its ids are like.

    ``span`` are the least and the greatest id of a part whose ids rise, so that none stands twice
    in it; None where they do not, or where there are none. ``hashes`` are those of all ids, None
    where nobody asked for them. ``corrects`` says that a report supersedes another one, ``last_us``
    is the latest instant, None where a report gives none, so that it may be of any time.
    """

    tally: Tally
    span: tuple[Key, Key] | None = None
    hashes: Hashes | None = None
    corrects: bool = False
    last_us: int | None = None


def _absolute(path: Path | Remote | None) -> str:
    """Return how another process finds a file; an address is the same everywhere."""
    if isinstance(path, Remote):
        return path.address
    return str((path or Path()).resolve())


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


def are_small(files: Sequence[ReportFile]) -> bool:
    """Say whether what is made of any one part can be held in memory; stdin has no parts.

    Of all of them together so many rows, for a few bytes of each are held.
    """
    every_row = 0
    for file in files:
        opened = file.opened
        if opened.source.stamp is None:
            return False
        most = _MOST_BYTES if opened.source.unpack is None else _MOST_PACKED_BYTES
        if opened.grouped is None and opened.source.stamp.size > most:
            return False
        sizes = opened.grouped.sizes if opened.grouped is not None else ()
        if max(sizes, default=0) > _MOST_ROWS:
            return False
        every_row += _rows_of(file)
    return every_row <= _MOST_OF_ALL


def are_many(files: Sequence[ReportFile]) -> bool:
    """Say whether files can be read in several parts, and have two million rows or more in all.

    To start processes takes as long as some hundred thousand rows do in each.
    """
    stamps = [file.opened.source.stamp for file in files]
    if None in stamps or len([*islice(parts_of(files), 2)]) < 2:  # noqa: PLR2004
        return False
    return sum(map(_rows_of, files)) >= _WORTH_ROWS


def _rows_of(file: ReportFile) -> int:
    """Return how many rows a file has, or about how many where it does not tell."""
    if file.opened.grouped is not None:
        return sum(file.opened.grouped.sizes)
    stamp = file.opened.source.stamp
    return stamp.size // _ROW_BYTES if stamp is not None else 0


def are_distinct(surveys: Sequence[Survey]) -> bool:
    """Say whether the ids of all parts are known to differ, without one of them being held."""
    given = [one for one in surveys if one.tally.handed]
    spans = sorted(one.span for one in given if one.span is not None)
    is_apart = all(first[1] < second[0] for first, second in pairwise(spans))
    return (is_apart and len(spans) == len(given)) or _differ(
        [one.hashes for one in given if one.hashes is not None], len(given)
    )


def _differ(hashes: Sequence[Hashes], count: int) -> bool:
    """Say whether no id has the hash of another one, as far as all are known."""
    if not hashes or len(hashes) < count:
        return False
    every = np.sort(np.concatenate(hashes))
    return not (every[1:] == every[:-1]).any()


class PartReader:
    """Read parts wherever the files lie under the same paths; it pickles, without what it opened.

    A file that is not among the ``opened`` ones, by number, is opened when its first part is read,
    and has to be the one that was hashed where the run began.
    """

    def __init__(
        self,
        files: Sequence[FileRef],
        options: ReadOptions,
        opened: Mapping[int, ReportFile] | None = None,
    ) -> None:
        self.options = options
        self._files = tuple(files)
        self._opened: dict[int, ReportFile] = {**(opened or {})}

    @classmethod
    def of(cls, files: Sequence[ReportFile], options: ReadOptions) -> "PartReader":
        """Return what reads parts of files that are open; stdin can only be read here."""
        named = [
            FileRef(_absolute(source.path), source.name, source.sha256)
            for source in (file.opened.source for file in files)
        ]
        return cls(named, options, dict(enumerate(files)))

    def __reduce__(self) -> tuple[type["PartReader"], tuple[object, ...]]:
        """Leave out what is open here."""
        return PartReader, (self._files, self.options)

    def may_hold(self, part: Part, keys: Collection[BatchKey]) -> bool:
        """Say whether a part may hold a batch of these keys."""
        file = self._file(part.file)
        rows = [row for name, row in keys if name == file.name]
        if part.groups is None or file.opened.grouped is None:
            return bool(rows)
        first, last = (1 + sum(file.opened.grouped.sizes[:group]) for group in part.groups)
        return any(first <= row < last for row in rows)

    def content_of(self, part: Part) -> tuple[str, str, Groups | None]:
        """Return what a part is, wherever its file lies: its name, its bytes, and which of them."""
        file = self._files[part.file]
        return file.name, file.sha256, part.groups

    def survey(
        self, part: Part, held: Held[Batch] | None = None, *, has_hashes: bool = False
    ) -> Survey:
        """Return what became of the rows of a part, if none is bad beside others.

        ``held`` keeps the reports that go by; ``has_hashes`` asks for those of their ids. Raises
        ``CheckerError`` where the file cannot be read, or is another one than was named.
        """
        tally, rising, is_rising, corrects = Tally(), Rising(), True, False
        hashes: list[Hashes] = []
        is_timed, last_us = True, MISSING_US
        batches = self._batches(part, tally)
        for batch in held.through(batches) if held is not None else batches:
            is_rising = is_rising and rising.takes(batch)
            corrects = corrects or any(True for _ in batch.supersedes.given())
            is_timed = is_timed and bool((batch.to_us != MISSING_US).all())
            last_us = max(last_us, int(batch.to_us.max()))
            if has_hashes:
                hashes.append(hashes_of(batch.ids))
        return Survey(
            tally,
            span=rising.span if is_rising else None,
            hashes=np.concatenate(hashes) if hashes else None,
            corrects=corrects or bool(tally.lost),
            last_us=last_us if is_timed else None,
        )

    def batches(self, part: Part) -> Iterator[Batch]:
        """Yield the accepted reports of a part, batch by batch.

        Raises ``CheckerError`` like ``survey``.
        """
        return self._batches(part, Tally())

    def _batches(self, part: Part, tally: Tally) -> Iterator[Batch]:
        file = self._file(part.file)
        taking = Taking(file, self.options, crossed=part.crossed)
        unique = Repeats(Suspects(tuple, are_none=True), tuple)
        return taking.batches(file.blocks_of(part.groups), tally, unique)

    def _file(self, number: int) -> ReportFile:
        if number not in self._opened:
            named = self._files[number]
            file = open_file(named.path, self.options, name=named.name)
            if file.opened.source.sha256 != named.sha256:
                raise refuse(
                    "R111",
                    "the file is not the same where it is judged as where the run began",
                    named.name,
                    "wait until it is written to the end, and name a file on a shared disk",
                )
            self._opened[number] = file
        return self._opened[number]
