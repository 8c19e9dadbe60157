"""What names mean is told under each answer that changes it, and once for all clauses."""

from pathlib import Path

from checker.language.say.names import names_of
from tests.language.spoken import READINGS, clause, deal, said


def test_what_hangs_on_a_question_is_said_under_each_answer_and_only_once(tmp_path: Path) -> None:
    text = said(tmp_path, READINGS)
    assert text.count("The group “reds” may not be present") == 1
    assert "(as depth is answered)" in text
    assert "short where: within 5 km of river on both sides" in text
    assert "who: who is of the group “reds”" in text
    assert "which: how river is drawn" in text
    assert "near river: a line of 2 points from 20, 44.6 to 20.1, 45" in text
    assert "far river: a line of 2 points from 20.2, 44.6 to 20.3, 45" in text
    assert "broad the group “reds”: Red Army. Perhaps also: Allies" in text


def test_a_name_that_means_one_actor_is_not_told(tmp_path: Path) -> None:
    terms = "binds: [red, {backed_by: blue}], prohibits: fire, unless: [{who: red}]"
    core = deal(tmp_path, clause(terms))
    assert [*names_of(core).groups] == ["Red Army or Blue Army and whoever is backed by Blue Army"]


def test_drawings_that_sound_alike_are_numbered(tmp_path: Path) -> None:
    bend = "[[20.0, 44.6], [20.0{}, 44.8], [20.1, 45.0]]"
    terms = READINGS.replace("[[20.0, 44.6], [20.1, 45.0]]", bend.format(3)).replace(
        "[[20.2, 44.6], [20.3, 45.0]], accuracy: 1.3 km", f"{bend.format(5)}, accuracy: 100 m"
    )
    ways = names_of(deal(tmp_path, terms)).places["river"].ways
    assert [way.said.rpartition(", ")[2] for way in ways] == ["drawing 1", "drawing 2"]
