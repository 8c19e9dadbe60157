"""What happened when: incidents, and conditions by the readings that differ."""

from dataclasses import replace

from checker.findings.finding import ConditionSpell, ReportRef
from checker.outputs.drawing.gathered import Kept
from checker.outputs.page.lanes import condition_lanes, incidents, told
from checker.values.verdict import Standing
from tests.findings.made import finding
from tests.outputs.made import HEADER
from tests.outputs.page.reader import fragment, said

DAY = "2018-06-01T00:00:00+00:00"
NEXT = "2018-06-02T00:00:00+00:00"
LATER = "2018-06-09T00:00:00+00:00"
SEEN = finding(incident="i1", seen_from=DAY, seen_to=NEXT)
AGAIN = finding(
    incident="i1",
    seen_from=NEXT,
    seen_to=LATER,
    standing=Standing.APPARENT_VIOLATION,
    reports=(ReportRef("r.csv", 3, 2, "r2"),),
)
ENDS, STAYS = (("effect", "ends"),), (("effect", "suspends"),)


def spell(answers: tuple[tuple[str, str], ...], state: str, start: str | None) -> ConditionSpell:
    cause = "r7" if state == "lapsed" else None
    return ConditionSpell("c1", answers, "so long as it is kept", state, start, None, cause)  # type: ignore[arg-type]


def test_reports_of_one_incident_are_one_entry_as_grave_as_the_gravest() -> None:
    (one,) = incidents([Kept(AGAIN, "Red"), Kept(SEEN, "Red"), Kept(finding(), "Red")])
    assert (one.standing, one.first, one.last) == ("violation", DAY, LATER)
    assert one.said == "Red, by r2, r1"
    assert one.findings == (0, 1)


def test_a_lapse_ends_or_suspends_by_the_reading() -> None:
    header = replace(HEADER, endings=(("c1", ENDS, "so long as it is kept"),))
    lanes = condition_lanes(header, [spell(ENDS, "lapsed", DAY), spell(STAYS, "lapsed", DAY)])
    assert [(one.readings, one.pieces[0].state) for one in lanes] == [
        ("effect = ends", "ended"),
        ("effect = suspends", "suspended"),
    ]


def test_readings_that_agree_share_a_lane() -> None:
    (lane,) = condition_lanes(HEADER, [spell(ENDS, "holds", None), spell(STAYS, "holds", None)])
    assert lane.readings == ""
    assert lane.pieces[0].state == "in force"


def test_all_of_it_is_told_in_words_too() -> None:
    lanes = condition_lanes(HEADER, [spell((), "holds", None), spell((), "lapsed", DAY)])
    text = said(fragment(told(incidents([Kept(SEEN, "Red")]), lanes)))
    assert "2018-06-01 00:00+00:00 to 2018-06-02 00:00+00:00" in text
    assert "violation , c1: Red, by r1" in text
    assert "c1: so long as it is kept" in text
    assert "suspended, from 2018-06-01 on, by report r7" in text
    assert told([], []) == ""
