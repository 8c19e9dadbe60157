"""`accord agreements`: what ships with the program, by the name that other commands take."""

import click

from checker.cli.judging import read_agreement
from checker.cli.shipped import agreement_names
from checker.cli.switches import switches

__all__ = ["command"]


@click.command("agreements")
@switches
def command() -> None:
    """List the agreements that ship: name, title, number of clauses."""
    names = agreement_names()
    width = max(map(len, names), default=0)
    for name in names:
        core = read_agreement(name).core
        click.echo(f"{name:<{width}}  {core.title} ({len(core.clauses)} clauses)")
