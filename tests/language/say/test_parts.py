"""The groups, places and unknowns of a clause, wherever they stand in it."""

from pathlib import Path

from checker.language.say.parts import groups_of, places_of, unknown_in
from tests.language.spoken import clause, deal


def test_parts_are_found_in_the_rule_its_exceptions_and_its_conditions(tmp_path: Path) -> None:
    terms = clause(
        "binds: {backed_by: red}, prohibits: presence, where: zone, unless: [{who: police, "
        "where: {within: {deferred: no depth}, of: eastham}}], while: {none: {who: [red, blue], "
        "where: {side_of: river, toward: eastham}}, lapse: ends}"
    )
    (reading,) = deal(tmp_path, terms).clauses[0].readings
    assert list(groups_of(reading)) == ["{backed_by: red}", "police", "[red, blue]"]
    assert set(places_of(reading)) == {"zone", "eastham", "river"}
    assert unknown_in(reading) == ("no depth",)


def test_everyone_is_no_group_to_be_told(tmp_path: Path) -> None:
    (reading,) = deal(tmp_path, clause("binds: everyone, prohibits: fire")).clauses[0].readings
    assert groups_of(reading) == {}
