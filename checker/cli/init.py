"""`accord init`: a new agreement folder, which shows one breach at once; or a mapping proposed."""

from pathlib import Path

import click

from checker.cli.judging import stdin_for
from checker.cli.new_folder import new_folder
from checker.cli.schema import SCHEMA_FILE, agreement_schema
from checker.cli.switches import note, switches
from checker.reports.opening import open_unmapped
from checker.reports.options import ReadOptions, misstated
from checker.reports.proposal.profile import profiles_of
from checker.reports.proposal.proposed import proposed_mapping
from checker.values.diagnostic import CheckerError

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
@click.argument("folder", metavar="DIR", required=False)
@click.option("--mapping", metavar="FILE", help="Propose a mapping for FILE on stdout instead.")
@click.option("--encoding", metavar="NAME", help="Of --mapping: encoding of a text.")
@click.option("--sheet", metavar="NAME", help="Of --mapping: the sheet of a workbook.")
@switches
def command(
    folder: str | None, mapping: str | None, encoding: str | None, sheet: str | None
) -> None:
    """Write a new agreement to DIR: one clause with comments, reports, cases, a CI workflow.

    Beside it lies the schema by which an editor proposes keys and underlines mistakes. With
    --mapping, a mapping for a file of reports is proposed, with what was seen in it: what is not
    sure stands behind a #, for you to confirm.
    """
    if (folder is None) == (mapping is None):
        raise click.UsageError("name a folder to write, or a file with --mapping, not both")
    if mapping is not None:
        click.echo(_proposed(mapping, encoding, sheet), nl=False)
        return
    assert folder is not None
    into = new_folder(folder, (*_FILES.values(), SCHEMA_FILE))
    for name, place in _FILES.items():
        path = into / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((_START / name).read_bytes())
    (into / SCHEMA_FILE).write_text(agreement_schema(), encoding="utf-8", newline="\n")
    note(f"written to {into}; it shows one breach at once:")
    note(f"  accord check {into} {into / 'reports.csv'}")


def _proposed(file: str, encoding: str | None, sheet: str | None) -> str:
    options = ReadOptions(encoding=encoding, sheet=sheet)
    if found := [*misstated(options)]:
        raise CheckerError(*found)
    opened = open_unmapped(file, options.form, stdin_for([file]))
    rows, profiles = profiles_of(opened)
    return proposed_mapping(opened.source.name, rows, profiles)
