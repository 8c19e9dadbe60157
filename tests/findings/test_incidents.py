"""Which incident each breaching report belongs to, and how many there are."""

import numpy as np

from checker.findings.incidents import text_at
from tests.handmade import batch_of, clause, core_of_clauses, incidents_in, judged, north

CORE = core_of_clauses(clause("c1"))
PLACE = (0, 0)


def test_sightings_of_one_unit_and_rows_of_one_event_are_one_incident() -> None:
    run = judged(CORE, {"unit": "1st"}, {"unit": "1st"}, {"event": "e"}, {"event": "e"}, {})
    found = incidents_in(run)
    ids = found.of(run.batches[0], PLACE, np.arange(5))
    assert None not in ids
    assert ids[0] == ids[1]
    assert ids[2] == ids[3]
    assert len(set(ids)) == 3
    assert (found.violated[PLACE], found.apparent[PLACE]) == (3, 0)


def test_an_incident_with_one_proved_report_is_violated_and_one_without_apparent() -> None:
    weak = {"kind": "allegation"}
    run = judged(CORE, {"unit": "1st"}, {"unit": "1st", **weak}, {"unit": "2nd", **weak})
    found = incidents_in(run)
    assert (found.violated[PLACE], found.apparent[PLACE]) == (1, 1)


def test_a_compliant_sighting_between_splits_and_a_lawful_report_has_no_incident() -> None:
    rows = [
        {"unit": "1st", "seen_from": f"2018-06-0{day}T12:00:00Z", "lat": lat}
        for day, lat in ((1, "32.5"), (2, north(5000.0)), (3, "32.5"))
    ]
    run = judged(CORE, *rows)
    found = incidents_in(run)
    assert found.violated[PLACE] == 2
    assert found.of(run.batches[0], PLACE, np.array([1]))[0] is None


def test_a_lawful_report_without_a_unit_has_no_incident() -> None:
    run = judged(CORE, {}, {"lat": north(5000.0)}, {"kind": "allegation"})
    found = incidents_in(run)
    assert [one is not None for one in found.of(run.batches[0], PLACE, np.arange(3))] == [
        True,
        False,
        True,
    ]
    assert (found.named, found.violated[PLACE], found.apparent[PLACE]) == ({}, 1, 1)


def test_a_superseded_report_is_of_no_incident() -> None:
    run = judged(CORE, {"id": "a"}, {"id": "b", "supersedes": "a", "actor": "green"})
    found = incidents_in(run)
    assert (found.named, found.of(run.batches[0], PLACE, np.array([0]))[0]) == ({}, None)


def test_an_incident_keeps_its_name_when_lines_move() -> None:
    one, other = {"id": "a", "unit": "1st"}, {"id": "b", "actor": "green"}
    here, there = judged(CORE, one, other), judged(CORE, other, one)
    first, second = (
        incidents_in(run).of(run.batches[0], PLACE, np.array([row]))
        for row, run in enumerate((here, there))
    )
    assert first == second != [None]


def test_an_empty_cell_has_no_text() -> None:
    batch = batch_of({"unit": "1st"}, {"unit": ""})
    assert [text_at(batch, int(code)) for code in batch.unit.written] == ["1st", None]
