"""A stored result as a user names it: a file, or stdin."""

from pathlib import Path

from checker.cli.judging import stdin_for
from checker.outputs.result_file import StoredResult, read_result
from checker.reports.source import STDIN
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.ledger import read_bytes

__all__ = ["stored_result"]


def stored_result(file: str) -> StoredResult:
    """Read a result that ``accord check -f json`` wrote; ``-`` is stdin.

    Raises ``CheckerError`` where it cannot be opened, and where it is no result.
    """
    return read_result(_content(file), STDIN if file == "-" else file)


def _content(file: str) -> bytes:
    if (stdin := stdin_for([file])) is not None:
        return stdin.read()
    try:
        return read_bytes(Path(file))
    except OSError as error:
        said = (error.strerror or "it cannot be read").lower()
        hint = "write one with accord check -f json=PATH"
        raise CheckerError(
            Diagnostic("U105", f"cannot open the result '{file}': {said}", None, hint)
        ) from error
