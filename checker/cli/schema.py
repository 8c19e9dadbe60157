"""`accord schema`: the JSON Schema of agreement files, for editors, or of results, for programs."""

import json
from pathlib import Path

import click

from checker import outputs
from checker.cli.switches import switches
from checker.language import json_schema

__all__ = ["command"]


@click.command("schema")
@click.argument("of", type=click.Choice(["agreement", "result"]), default="agreement")
@switches
def command(of: str) -> None:
    """Print the JSON Schema of agreement files, or of results (`accord check -f json`)."""
    if of == "result":
        text = (Path(outputs.__file__).parent / "result.schema.json").read_text(encoding="utf-8")
    else:
        text = json.dumps(json_schema(), ensure_ascii=False, indent=2)
    click.echo(text.rstrip("\n"))
