"""The declared actors: what they are called, and what cannot be one."""

from pathlib import Path

import pytest

from checker.language.roster import actors_of
from tests.language.written import document, said


def test_an_actor_is_found_by_any_of_its_spellings(tmp_path: Path) -> None:
    known = actors_of(document(tmp_path, "actors: {patron: {aliases: [The patron]}}\n"))
    assert known.named("  THE  patron ") == "patron"
    assert known.named("patr0n") is None


@pytest.mark.parametrize(
    ("actor", "problem"),
    [
        ("{armed: maybe}", "L307"),
        ("{edges: [other]}", "L308"),
        ("{edges: [{confidence: likely}]}", "L308"),
        ("{edges: [{part_of: other, backed_by: other, confidence: likely}]}", "L308"),
        ("{edges: [{part_of: nobody, confidence: likely}]}", "L303"),
        ("{edges: [{part_of: other}]}", "L306"),
        ("{edges: [{part_of: other, confidence: sure}]}", "L306"),
        ("{edges: [{part_of: other, confidence: likely, source: rumour}]}", "L309"),
        ("{edges: [{part_of: other, confidence: likely, from: May}]}", "L310"),
        ("{edges: [{part_of: other, confidence: likely, form: 2018-05-01}]}", "L101"),
        ("{aliases: [Other]}", "L311"),
    ],
)
def test_what_makes_no_actor_is_a_problem(actor: str, problem: str, tmp_path: Path) -> None:
    read = document(tmp_path, f"\nactors:\n  other: {{}}\n  one: {actor}\n")
    before = set(said(read))
    actors_of(read)
    assert [found.split()[0] for found in said(read) if found not in before] == [problem]
