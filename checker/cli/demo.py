"""`accord demo`: the founding deal on the reports that ship, with nothing needed."""

import shutil
from pathlib import Path

import click

from checker.cli.check import page_of, write_result
from checker.cli.formats import targets_of
from checker.cli.judging import read_agreement, vocabulary_of
from checker.cli.kept import no_cache
from checker.cli.mapping_file import read_mapping
from checker.cli.new_folder import new_folder
from checker.cli.schema import SCHEMA_FILE, agreement_schema
from checker.cli.shipped import DEMO, demo_file, find_rules
from checker.cli.switches import note, switches
from checker.findings.request import Request
from checker.reports import ReadOptions, open_reports
from checker.runners.local import run
from checker.values.ledger import spoil

__all__ = ["command"]

_REPORTS = ("reports.csv", "article.csv")
_MAPPING = "mapping.yaml"


@click.command("demo")
@click.argument("folder", metavar="[DIR]", required=False)
@no_cache
@switches
def command(folder: str | None) -> None:
    """Judge the shipped reports against the southern Syria deal of 2018.

    With DIR, also write the agreement, the reports and their mapping there to play with.
    """
    if folder is not None:
        new_folder(folder, (*_REPORTS, _MAPPING, DEMO, SCHEMA_FILE))
    core = read_agreement(DEMO).core
    how = ReadOptions(
        vocabulary=vocabulary_of(core),
        zone=core.timezone,
        mapping=read_mapping(str(demo_file(_MAPPING)), _MAPPING),
    )
    paths = [str(demo_file(name)) for name in _REPORTS]
    done = run(core, open_reports(paths, how, names=_REPORTS), Request())
    write_result(done, targets_of(()), page_of("violation"))
    if folder is not None:
        _write(Path(folder))
        files = " ".join(str(Path(folder) / name) for name in _REPORTS)
        mapping = Path(folder) / _MAPPING
        note(f"\nwritten to {folder}; change what you like, and judge it again:")
        note(f"  accord check {Path(folder) / DEMO} {files} --mapping {mapping}")


def _write(folder: Path) -> None:
    """Copy what the demo is made of."""
    spoil()  # an answer that was kept would write nothing
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*_REPORTS, _MAPPING):
        shutil.copyfile(demo_file(name), folder / name)
    (folder / SCHEMA_FILE).write_text(agreement_schema(), encoding="utf-8", newline="\n")
    shutil.copytree(find_rules(DEMO).path.parent, folder / DEMO, copy_function=shutil.copyfile)
