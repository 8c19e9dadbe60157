"""The order in which a command names its files: the agreement first, and then the reports."""

import shlex
from collections.abc import Sequence
from pathlib import Path, PurePath

import click

from checker.cli.shipped import FILE, agreement_names
from checker.reports.opening import READERS
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["is_agreement", "refuse_other_order"]

_RULES = (".yaml", ".yml")
_PACKED = (".gz", ".zst")


def is_agreement(named: str) -> bool:
    """Say whether a name is an agreement's, and no file's of reports.

    A folder is one, a file of YAML, and the name of one that ships where no file has it.
    """
    path = Path(named)
    if path.is_dir() or named.endswith(_RULES):
        return True
    return named in agreement_names() and not path.exists()


def refuse_other_order(agreement: str, reports: Sequence[str]) -> None:
    """Raise ``CheckerError`` where reports stand in the place of the agreement.

    With the line that was meant, where the agreement stands among the reports. A folder without an
    agreement is none of it, and a file that is not there is told as such.
    """
    if not _is_reports(agreement):
        return
    meant = next((one for one in reports if _holds_agreement(one)), None)
    if meant is not None:
        message = (
            f"'{agreement}' stands where the agreement is named, and '{meant}' is the agreement"
        )
        rest = [agreement, *(one for one in reports if one != meant)]
        hint = f"name the agreement first: {_command()} {shlex.join([meant, *rest])}"
        raise CheckerError(Diagnostic("U160", message, None, hint))
    if not agreement.endswith(".json"):  # which is YAML too
        message = f"'{agreement}' stands where the agreement is named, and is a file of reports"
        hint = (
            f"name the agreement first: {_command()} AGREEMENT {shlex.join([agreement, *reports])}"
        )
        raise CheckerError(Diagnostic("U161", message, None, hint))


def _is_reports(named: str) -> bool:
    """Say whether a file is one of reports by the end of its name."""
    path = PurePath(named)
    suffix = PurePath(path.stem).suffix if path.suffix.lower() in _PACKED else path.suffix
    known = {ending for reader in READERS for ending in reader.suffixes}
    return Path(named).is_file() and suffix.lower() in known


def _holds_agreement(named: str) -> bool:
    return is_agreement(named) and not (Path(named).is_dir() and not (Path(named) / FILE).is_file())


def _command() -> str:
    context = click.get_current_context(silent=True)
    return context.command_path if context is not None else "accord check"
