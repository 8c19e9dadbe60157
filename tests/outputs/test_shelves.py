"""Which findings a page has room for: those worth the most time, and all of them counted."""

import pytest

from checker.language.core.clause import Assumed
from checker.outputs.shelves import GROUPS, Shelf, Shelves
from checker.values.verdict import GROUPS as OF_VERDICTS
from checker.values.verdict import ClauseStanding, Standing
from tests.findings.made import finding, reading_finding


def test_those_with_the_fewest_open_points_come_first_then_the_earlier_ones() -> None:
    shelf = Shelf(most=2)
    for name, reasons in (("a", 2), ("b", 1), ("c", 1), ("d", 3)):
        shelf.add(finding(id=name, reasons=("place_vague",) * reasons))
    assert [one.id for one in shelf.findings] == ["b", "c"]
    assert (shelf.count, shelf.hidden) == (4, 2)


def test_there_is_a_shelf_for_each_standing_and_clause() -> None:
    shelves = Shelves(is_full=False)
    for clause in ("c2", "c1", "c2"):
        shelves.add(finding(clause=clause))
    shelves.add(finding(standing=Standing.UNDETERMINED))
    shelves.add(finding(standing=ClauseStanding.OVERDUE, subject="deadline"))
    assert list(shelves.of("violation")) == ["c2", "c1"]
    counts = [shelves.count(word) for word in ("violation", "undetermined", "overdue", "late")]
    assert counts == [3, 1, 1, 0]


def test_a_full_page_has_room_for_all() -> None:
    for is_full, hidden in ((False, 12), (True, 0)):
        shelves = Shelves(is_full=is_full)
        for _ in range(20):
            shelves.add(finding())
        assert shelves.of("violation")["c1"].hidden == hidden


@pytest.mark.parametrize(("count", "kept"), [(30, 3), (31, 1)])
def test_of_a_crowd_of_doubts_one_example_a_clause_is_kept_and_every_breach(
    count: int, kept: int
) -> None:
    shelves = Shelves(is_full=False)
    for number in range(count):
        shelves.add(finding(id=str(number), standing=Standing.UNDETERMINED))
        shelves.add(finding(id=str(number)))
    shelves.thin()
    shelf = shelves.of("undetermined")["c1"]
    assert (len(shelf.findings), shelf.hidden) == (kept, count - kept)
    assert len(shelves.of("violation")["c1"].findings) == 8


def test_a_full_page_is_never_thinned() -> None:
    shelves = Shelves(is_full=True)
    for _ in range(40):
        shelves.add(finding(standing=Standing.UNDETERMINED))
    shelves.thin()
    assert shelves.of("undetermined")["c1"].hidden == 0


def test_the_words_of_what_is_kept_are_those_of_its_readings_too() -> None:
    shelves = Shelves(is_full=False)
    readings = (reading_finding(), reading_finding(standing=Standing.EXCEPTED))
    shelves.add(finding(standing=Standing.DEPENDS_ON_READING, readings=readings))
    assert shelves.words() == {"depends_on_reading", "violation", "excepted"}
    assert not shelves.tells_circles()


def test_what_the_kept_findings_assume_is_listed_once() -> None:
    depth = Assumed("places.zone", "10 km", "never published")
    shelves = Shelves(is_full=False)
    shelves.add(finding(assumed=(depth,)))
    shelves.add(finding(assumed=(depth,), standing=Standing.UNDETERMINED))
    assert shelves.assumed() == (depth,)


def test_the_groups_are_those_of_the_table_of_standings() -> None:
    assert {w: group for group, words in GROUPS.items() for w in words} == {
        **{one.word: group for one, group in OF_VERDICTS.items()},
        **dict.fromkeys(("late", "overdue"), "Breach"),
    }
