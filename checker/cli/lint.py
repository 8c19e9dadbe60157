"""`accord lint`: every problem of an agreement's rules, for people, editors and CI."""

from dataclasses import replace

import click

from checker.cli.lint_formats import FORMATS
from checker.cli.shipped import Rules, find_rules
from checker.cli.switches import switches
from checker.language import lint_agreement
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["command"]


@click.command("lint")
@click.argument("agreements", nargs=-1, required=True, metavar="AGREEMENT...")
@click.option(
    "-f",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How the problems are written.",
)
@switches
def command(agreements: tuple[str, ...], form: str) -> int:
    """List the problems of AGREEMENT..., all of them in one run, each with line and column.

    Exit 1 where there is an error; warnings alone are exit 0.
    """
    rules = [find_rules(named) for named in agreements]
    found = tuple(one for where in rules for one in _problems(where))
    click.echo(FORMATS[form](found), nl=False)
    return int(any(one.severity == "error" for one in found))


def _problems(rules: Rules) -> tuple[Diagnostic, ...]:
    """Return the problems of one agreement; those without a place stand at its first character."""
    start = Span(rules.shown, 1, 1, 1, 1)
    found = lint_agreement(rules.path, lists=rules.lists, shown=rules.shown)
    return tuple(one if one.span else replace(one, span=start) for one in found)
