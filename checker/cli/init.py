"""`accord init`: a new agreement folder to start from, which shows one breach at once."""

from pathlib import Path

import click

from checker.cli.new_folder import new_folder
from checker.cli.schema import SCHEMA_FILE, agreement_schema
from checker.cli.switches import note, switches

__all__ = ["command"]

_START = Path(__file__).parent / "start"
_FILES = {
    "agreement.yaml": "agreement.yaml",
    "reports.csv": "reports.csv",
    "cases.csv": "cases.csv",
    "workflow.yml": ".github/workflows/accord.yml",
}
"""What is written where in the new folder."""


@click.command("init")
@click.argument("folder", metavar="DIR")
@switches
def command(folder: str) -> None:
    """Write a new agreement to DIR: one clause with comments, reports, cases, a CI workflow.

    Beside it lies the schema by which an editor proposes keys and underlines mistakes.
    """
    into = new_folder(folder, (*_FILES.values(), SCHEMA_FILE))
    for name, place in _FILES.items():
        path = into / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((_START / name).read_bytes())
    (into / SCHEMA_FILE).write_text(agreement_schema(), encoding="utf-8", newline="\n")
    note(f"written to {into}; it shows one breach at once:")
    note(f"  accord check {into} {into / 'reports.csv'}")
