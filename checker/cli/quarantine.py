"""`--quarantine DIR`: the rejected rows of a run in a new folder, which is whole or not there."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import TypedDict, TypeVar

import click

from checker.cli.switches import note
from checker.outputs.plain import counted
from checker.reports import Reports
from checker.reports.quarantine import write_quarantine
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.ledger import spoil

__all__ = ["QuarantineOptions", "new_quarantine", "quarantined", "set_aside"]

Command = TypeVar("Command", bound=Callable[..., object])


class QuarantineOptions(TypedDict):
    """Where rejected rows go, as typed."""

    quarantine: str | None


def quarantined(command: Command) -> Command:
    """Give a command the option."""
    said = "Write the rows that are not accepted into this new folder, as they were, with reasons."
    return click.option("--quarantine", metavar="DIR", help=said)(command)


def new_quarantine(named: str | None) -> Path | None:
    """Return the folder to write; None where nobody asks for one.

    Raises ``CheckerError`` where there is something already: rows that somebody mended there
    would be lost. What is written there is no part of an answer that could be kept and replayed.
    """
    if named is None:
        return None
    spoil()
    folder = Path(named)
    if folder.is_symlink() or folder.exists():
        is_free = folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())
        if not is_free:
            message = f"{named} is there already, and is no empty folder"
            hint = "name a folder that is new: what was mended in an old one is not written over"
            raise CheckerError(Diagnostic("U130", message, None, hint))
    elif not folder.resolve().parent.is_dir():
        message = f"the folder in which {named} would lie is not there"
        raise CheckerError(Diagnostic("U130", message, None, "make it, or name another one"))
    return folder


def set_aside(reports: Reports, folder: Path | None) -> None:
    """Write the rejected rows, if a folder is asked for; all of them, or no folder at all."""
    if folder is None:
        return
    there = folder.resolve()
    part = Path(mkdtemp(prefix=f".{there.name}.", suffix=".part", dir=there.parent))
    try:
        held = write_quarantine(reports.rejected_by_file, part)
        _open_to_others(part)
        if there.exists():
            there.rmdir()
        part.rename(there)
    except BaseException as error:
        with suppress(OSError):
            shutil.rmtree(part)
        if isinstance(error, OSError):
            error.filename = str(folder)  # a full disk does not say which
        raise
    rows = sum(one.rows for one in held)
    note(f"written: {folder}, with {counted(rows, 'row')} as they were, and why: reasons.csv")


def _open_to_others(part: Path) -> None:
    """Give the folder the rights that a new one has; one for temporary files is its owner's."""
    mask = os.umask(0)
    os.umask(mask)
    part.chmod(0o777 & ~mask)
