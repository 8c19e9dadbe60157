"""`accord show`: one agreement in plain sentences, or in the core that its words expand into."""

import click

from checker.cli.diagnostics import write_diagnostics
from checker.cli.judging import read_agreement
from checker.cli.switches import is_quiet, is_verbose, switches
from checker.language import core_text, sentences

__all__ = ["command"]


@click.command("show")
@click.argument("agreement")
@click.option("--core", is_flag=True, help="Print what the words of the clauses expand into.")
@switches
def command(agreement: str, *, core: bool) -> None:
    """Say in plain sentences what AGREEMENT holds: a folder, a file, or a name that ships."""
    read = read_agreement(agreement)
    if not is_quiet():
        write_diagnostics(read.warnings, is_full=is_verbose())
    text = core_text(read.core) if core else "\n".join(sentences(read.core))
    click.echo(text.rstrip("\n"))
