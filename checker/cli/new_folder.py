"""A folder to write into: nothing that is there already is written over."""

from collections.abc import Iterable
from pathlib import Path

from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["new_folder"]


def new_folder(named: str, names: Iterable[str]) -> Path:
    """Return the folder in which files of some names may be written; it need not be there yet.

    Raises ``CheckerError`` where one of them is there, or the folder is no folder.
    """
    folder = Path(named)
    hint = "name a folder that is empty or new"
    if folder.exists() and not folder.is_dir():
        raise CheckerError(Diagnostic("U106", f"{folder} is a file, no folder", None, hint))
    taken = [name for name in names if (folder / name).exists()]
    if taken:
        message = f"{folder / taken[0]} is there already"
        raise CheckerError(Diagnostic("U106", message, None, hint))
    return folder
