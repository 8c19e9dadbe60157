"""`accord agreements`: what ships, by the name that other commands take."""

from checker.cli.shipped import agreement_names
from tests.cli.made import accord


def test_what_ships_is_listed_by_the_name_that_other_commands_take() -> None:
    done = accord("agreements")
    assert done.exit_code == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(agreement_names())
    assert "Reported Russia-Israel understanding on southern Syria (9 clauses)" in done.stdout
