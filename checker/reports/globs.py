"""Patterns among the names of files, such as ``reports/*.csv``, where no shell has put names."""

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.reports.remote import remote_of
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.ledger import spoil

__all__ = ["named_files"]


def named_files(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names with each pattern replaced by the files that it matches, sorted.

    A name that is a file is no pattern, nor is an address, whatever marks are in it; ``**`` goes
    down into folders.
    Raises ``CheckerError`` for all patterns that match no file.
    """
    found: list[str] = []
    missed: list[Diagnostic] = []
    for name in names:
        files = list(_files(name))
        if not files:
            message = f"no file matches '{name}'"
            hint = "look at the folder and the end of the name; * stands for any characters"
            missed.append(Diagnostic("R101", message, None, hint))
        found += files
    if missed:
        raise CheckerError(*missed)
    return tuple(found)


def _files(name: str) -> Iterator[str]:
    is_name = name == "-" or remote_of(name) or not glob.has_magic(name)
    if is_name or Path(name).exists():
        yield name
        return
    spoil()  # which files a folder holds cannot be asked for before they are read
    paths = glob.glob(name, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    yield from (path for path in sorted(paths) if Path(path).is_file())
