"""Which conditions end for good: by clause, reading and the words of the result."""

import json
from pathlib import Path

from click.testing import CliRunner

from checker.cli.judging import read_agreement
from checker.cli.main import main
from checker.findings.endings import endings_of

DEMO = Path(__file__).parents[2] / "fixtures" / "south-syria-2018"


def test_of_a_disputed_lapse_the_readings_that_end_it_are_told() -> None:
    core = read_agreement("south-syria-2018").core
    ends = {dict(answers)["effect-of-breach"] for clause, answers, _ in endings_of(core) if clause}
    assert ends == {"ends"}
    clauses = {clause for clause, _, _ in endings_of(core)}
    assert "offensive-permitted" in clauses


def test_they_are_named_as_the_spells_of_a_result_name_them() -> None:
    files = [str(DEMO / "reports.csv"), "--mapping", str(DEMO / "mapping.yaml")]
    done = CliRunner().invoke(main, ["check", "south-syria-2018", *files, "-f", "json"])
    spells = json.loads(done.stdout)["conditions"]
    told = {(one["clause"], tuple(one["reading"].items()), one["condition"]) for one in spells}
    endings = set(endings_of(read_agreement("south-syria-2018").core))
    # A clause that a permission lifts carries the condition too; the spells tell its owner alone.
    found = {one for one in endings if one[0] in {clause for clause, _, _ in told}}
    assert found
    assert found <= told
