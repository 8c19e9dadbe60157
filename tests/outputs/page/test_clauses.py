"""The clauses: words, source, certainty, findings, and how each stands by reading."""

from checker.outputs.page.clauses import clauses
from checker.values.verdict import ClauseStanding
from tests.findings.made import finding
from tests.outputs.drawing.made import gathered
from tests.outputs.made import row
from tests.outputs.page.reader import fragment, said


def test_a_clause_stands_with_its_source_its_certainty_and_what_was_found() -> None:
    told = said(fragment(clauses(gathered(finding(), finding()), [row()])))
    assert "Red keeps off the post." in told
    assert "A deal is reported, press, 2018-05-29" in told
    assert "firm" in told
    assert "2 violation" in told
    assert "violated: 1 incident" in told


def test_readings_stand_side_by_side_and_questions_say_what_they_ask() -> None:
    rows = [
        row(answers=(("which-line", "line-a"),)),
        row(answers=(("which-line", "line-b"),), standing=ClauseStanding.UNDETERMINED, incidents=0),
    ]
    told = said(fragment(clauses(gathered(), rows)))
    assert "which-line = line-a: violated: 1 incident" in told
    assert "which-line = line-b: undetermined" in told
    assert "Where do the miles start?" in told
    assert "line-a : here" in told


def test_how_often_somebody_looked_stands_beside_the_clauses_where_it_is_told() -> None:
    visits = [("keep-off", "3 breaches in 41 visits; 12 refused")]
    told = said(fragment(clauses(gathered(), [row()], visits)))
    assert "keep-off 3 breaches in 41 visits; 12 refused" in " ".join(told.split())
    assert "visits" not in said(fragment(clauses(gathered(), [row()])))
