"""What may be one incident with others, however it is cut, kept or sent."""

import numpy as np
import pytest

from checker.cache.frozen import frozen, thawed
from checker.findings.gathered import gathered_of
from checker.findings.incidents import incidents_from
from checker.findings.sightings import Sightings
from checker.values import spilled
from tests.handmade import clause, core_of_clauses, judged, north

CORE = core_of_clauses(clause("c1"))
PLACE = (0, 0)
ROWS = [
    {"id": f"r{n}", "unit": f"{n % 3}th", "event": "e" if n % 5 == 0 else ""}
    | {"seen_from": f"2018-06-{n:02}T12:00:00Z", "lat": north(5000.0) if n % 4 == 0 else "32.5"}
    for n in range(1, 29)
]


@pytest.mark.parametrize("most", [1, 1 << 25])
def test_incidents_are_the_same_from_memory_and_from_disk(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = judged(CORE, *ROWS)
    (batch,) = run.batches
    once = incidents_from(CORE, gathered_of(run, batch).sightings)
    monkeypatch.setattr(spilled, "_MOST_BYTES", most)
    found = Sightings()
    found.add(gathered_of(run, batch).sightings)
    sent = thawed(frozen(found))
    assert isinstance(sent, Sightings)
    rows = np.arange(len(ROWS))
    for one in (found, sent):
        incidents = incidents_from(CORE, one)
        assert incidents.of(batch, PLACE, rows) == once.of(batch, PLACE, rows)
        assert incidents.violated == once.violated
    assert once.violated[PLACE] > 3
    assert sum(len(seen) for seen, _ in found.parts()) == 21


def test_only_named_reports_are_held_and_the_others_counted() -> None:
    run = judged(CORE, {}, {"kind": "allegation"}, {"lat": north(5000.0)}, {"unit": "1st"})
    found = gathered_of(run, run.batches[0]).sightings
    assert [(len(seen), len(clear)) for seen, clear in found.parts()] == [(1, 0)]
    assert (found.violated, found.apparent) == ({PLACE: 1}, {PLACE: 1})
