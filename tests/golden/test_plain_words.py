"""Pages for people hold no marks of YAML, and call by its name whatever has one."""

import io
import re
from functools import cache
from pathlib import Path

import pytest

from checker.cli.judging import read_agreement, vocabulary_of
from checker.cli.mapping_file import read_mapping
from checker.cli.shipped import DEMO, agreement_names, demo_file, lists_folder
from checker.evaluate.run import JudgedRun
from checker.findings.explanation import explanation_of
from checker.language import load_agreement, sentences
from checker.outputs.explain import grown, write_explanation
from checker.outputs.writer import Page
from checker.reports import ReadOptions, open_reports
from checker.runners.local import judged_whole
from checker.values.diagnostic import CheckerError

CASES = Path(__file__).parents[2] / "fixtures" / "conformance"
MARKS = re.compile(
    r"[{}]|\w: \[|\[\w+(-\w+)*, |deferred: |all_except|any_of|unless \d|places\.\w+:"
)


@cache
def demo() -> JudgedRun:
    core = read_agreement(DEMO).core
    mapping = read_mapping(str(demo_file("mapping.yaml")), "mapping.yaml")
    how = ReadOptions(vocabulary=vocabulary_of(core), zone=core.timezone, mapping=mapping)
    reports = open_reports([str(demo_file("reports.csv"))], how, names=["reports.csv"])
    return judged_whole(core, reports, None)


def told(clause: str, report: str) -> str:
    stream = io.StringIO()
    write_explanation(stream, Page(4_000), grown(explanation_of(demo(), clause, report)))
    return stream.getvalue()


@pytest.mark.parametrize("name", agreement_names())
def test_an_agreement_that_ships_is_said_without_marks_of_yaml(name: str) -> None:
    assert [s for s in sentences(read_agreement(name).core) if MARKS.search(s)] == []


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in CASES.glob("*/reports.csv")))
def test_every_word_of_the_language_is_said_without_marks_of_yaml(folder: str) -> None:
    try:
        core = load_agreement(CASES / folder / "agreement.yaml", lists=lists_folder()).core
    except CheckerError:
        return  # a case of what is refused, or of a later version
    assert [s for s in sentences(core) if MARKS.search(s)] == []


@pytest.mark.parametrize("clause", [clause.id for clause in read_agreement(DEMO).core.clauses])
def test_an_explanation_is_told_without_marks_of_yaml(clause: str) -> None:
    pages = [told(clause, report) for report in ("SS18-027", "SS18-039")]
    lines = [line for page in pages for line in page.splitlines()]
    # The path of an assumed value says where it stands in the file.
    marked = [line for line in lines if MARKS.search(line) and "assumed" not in line]
    assert marked == []


def test_whoever_and_whatever_has_a_name_is_called_by_it() -> None:
    page = told("only-syrian-army", "SS18-027")
    everyone_else = "every armed actor except Syrian Arab Army"
    assert f"who {everyone_else}" in " ".join(page.split())
    assert f"not a party {everyone_else}" in " ".join(page.split())
    assert "limit never published (no depth was ever published)\n" in page
    assert "to the edge of lebanon or jordan: 35,940.22 m from the centre" in page
    assert (
        "Iran-backed militias, not named one by one; Syrian Hezbollah factions (deploy) at 33.17"
        in page
    )
    assert "covered by an exception" not in page
    assert "no. 1 of the clause's own: does not" in told("formations-85", "SS18-027")
