"""`accord report`: a stored result in any format, without judging again."""

from typing import TypedDict, Unpack

import click

from checker.cli.beside import drawing
from checker.cli.check import page_of, tell, write_result
from checker.cli.editions import edition_of, made_public, redacts
from checker.cli.formats import Target, targets_of
from checker.cli.stored import stored_result
from checker.cli.switches import switches
from checker.outputs import WRITERS
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["command"]

_FORMATS = ", ".join(one.name for one in WRITERS)
_MAPS = " and ".join(one.name for one in WRITERS if one.draws)


class _Options(TypedDict):
    formats: tuple[str, ...]
    agreement: str | None
    places: tuple[str, ...]
    redact: str | None


@click.command("report")
@click.argument("result", metavar="RESULT.json")
@click.option(
    "-f",
    "formats",
    metavar="FORMAT[=PATH]",
    multiple=True,
    help=f"Write the result as {_FORMATS}; to a file, if PATH is given. Repeatable.",
)
@click.option(
    "--agreement",
    metavar="AGREEMENT",
    help=f"What it was judged by; {_MAPS} draw its places, which no result holds.",
)
@click.option(
    "--place",
    "places",
    metavar="NAME=FILE,accuracy=50m",
    multiple=True,
    help="With --agreement: a place that accord check was told to replace. Repeatable.",
)
@redacts
@switches
def command(result: str, **options: Unpack[_Options]) -> None:
    """Write RESULT.json, which accord check -f json wrote, in other formats; - is stdin.

    Nothing is judged again: what is written is what check would have written then, byte for byte.
    With --redact it is a public edition; with --agreement too, it has distances and acts.
    The exit code says whether it was written, and nothing of the findings.
    """
    agreement, places = options["agreement"], options["places"]
    rules = (agreement, f"{agreement}/agreement.yaml") if agreement is not None else ()
    targets = targets_of(options["formats"], (result, *rules))
    if places and agreement is None:
        raise click.UsageError("--place goes with --agreement")
    edition = edition_of(options["redact"])
    stored = stored_result(result)
    core = None
    if agreement is not None:
        stored.header, core = drawing(stored.header, agreement, places)
    else:
        _refuse_maps(targets)
    asked = stored.header.asked
    told = made_public(stored, edition, core)
    summary = write_result(told, targets, page_of(asked.fail_on, is_full=asked.is_all))
    tell(summary, targets)


def _refuse_maps(targets: tuple[Target, ...]) -> None:
    """Raise ``CheckerError`` for formats that draw what no result holds."""
    maps = [target.format.name for target in targets if target.format.draws]
    if maps:
        message = f"a result holds no drawings of places, which {' and '.join(maps)} would show"
        hint = "name what it was judged by: accord report RESULT.json --agreement AGREEMENT"
        raise CheckerError(Diagnostic("U126", message, None, hint))
