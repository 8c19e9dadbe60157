"""`accord schema`: the JSON Schema of agreement files, or of what the program writes."""

import json
from pathlib import Path

import click

from checker import outputs
from checker.cli.switches import switches
from checker.language import json_schema

__all__ = ["SCHEMA_FILE", "agreement_schema", "command"]

SCHEMA_FILE = "agreement.schema.json"
"""What the schema of agreements is called where it lies beside them, for editors."""

_WRITTEN = {
    "result": "result.schema.json",
    "explanation": "explain/explanation.schema.json",
}
"""The schemas of what the program writes, by their names."""


@click.command("schema")
@click.argument("of", type=click.Choice(["agreement", *_WRITTEN]), default="agreement")
@switches
def command(of: str) -> None:
    """Print the JSON Schema of agreement files, of results, or of explanations (-f json)."""
    if of in _WRITTEN:
        text = (Path(outputs.__file__).parent / _WRITTEN[of]).read_text(encoding="utf-8")
    else:
        text = agreement_schema()
    click.echo(text.rstrip("\n"))


def agreement_schema() -> str:
    """Return the JSON Schema of agreements as the text of a file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
