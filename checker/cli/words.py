"""`accord words`: the words of the rule language, and what each stands for."""

import click

from checker.cli.switches import switches
from checker.language import WORDS

__all__ = ["command"]


@click.command("words")
@switches
def command() -> None:
    """List the words of the rule language with what each stands for."""
    width = max(len(word.key) for word in WORDS)
    for word in WORDS:
        click.echo(f"{word.key:<{width}}  {word.about}")
        for line in word.expansion.splitlines():
            click.echo(f"{'':<{width}}    {line}".rstrip())
