"""`accord report`: a stored result in any format, without judging again."""

import click

from checker.cli.check import page_of, tell, write_result
from checker.cli.formats import targets_of
from checker.cli.stored import stored_result
from checker.cli.switches import switches
from checker.outputs import WRITERS

__all__ = ["command"]

_FORMATS = ", ".join(one.name for one in WRITERS if not one.needs_ground)


@click.command("report")
@click.argument("result", metavar="RESULT.json")
@click.option(
    "-f",
    "formats",
    metavar="FORMAT[=PATH]",
    multiple=True,
    help=f"Write the result as {_FORMATS}; to a file, if PATH is given. Repeatable.",
)
@switches
def command(result: str, formats: tuple[str, ...]) -> None:
    """Write RESULT.json, which accord check -f json wrote, in other formats; - is stdin.

    Nothing is judged again: what is written is what check would have written then, byte for byte.
    A map is refused: it shows drawings of the agreement, which a stored result does not carry. The
    exit code says whether it was written, and nothing of the findings.
    """
    targets = targets_of(formats, (result,))
    for target in targets:
        if target.format.needs_ground:
            name = target.format.name
            raise click.UsageError(
                f"{name} shows drawings of the agreement, which a stored result does not carry;"
                f" write it with accord check -f {name}=PATH"
            )
    stored = stored_result(result)
    asked = stored.header.asked
    summary = write_result(stored, targets, page_of(asked.fail_on, is_full=asked.is_all))
    tell(summary, targets)
