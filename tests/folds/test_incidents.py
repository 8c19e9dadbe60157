"""Which sightings are one incident."""

import itertools

from checker.folds.incidents import Seen, incidents_of

DAY_US = 86_400_000_000


def seen(
    day: int, identity: str, unit: str | None = None, event: str | None = None, breach: bool = True
) -> Seen:
    at = day * DAY_US
    return Seen(at, at + 1, (("r.csv", 1), day), identity, event, unit, breach, breach)


def named(found: list[tuple[Seen, ...]]) -> list[str]:
    return ["+".join(one.identity for one in incident) for incident in found]


def test_two_sightings_of_one_unit_are_one_incident() -> None:
    assert named(incidents_of([seen(1, "a", "u"), seen(2, "b", "u")])) == ["a+b"]


def test_another_unit_is_another_incident() -> None:
    assert named(incidents_of([seen(1, "a", "u"), seen(2, "b", "v")])) == ["a", "b"]


def test_reports_without_a_unit_are_each_their_own() -> None:
    assert named(incidents_of([seen(1, "a"), seen(2, "b")])) == ["a", "b"]


def test_a_compliant_sighting_between_splits() -> None:
    between = seen(2, "x", "u", breach=False)
    assert named(incidents_of([seen(1, "a", "u"), between, seen(3, "b", "u")])) == ["a", "b"]


def test_a_compliant_sighting_of_another_unit_splits_nothing() -> None:
    between = seen(2, "x", "v", breach=False)
    assert named(incidents_of([seen(1, "a", "u"), between, seen(3, "b", "u")])) == ["a+b"]


def test_more_than_fourteen_days_split_and_fourteen_do_not() -> None:
    far = Seen(15 * DAY_US + 1, 15 * DAY_US + 2, (("r.csv", 1), 9), "b", None, "u", True, True)
    assert named(incidents_of([seen(1, "a", "u"), far])) == ["a+b"]
    farther = Seen(15 * DAY_US + 2, 15 * DAY_US + 2, (("r.csv", 1), 9), "b", None, "u", True, True)
    assert named(incidents_of([seen(1, "a", "u"), farther])) == ["a", "b"]


def test_rows_of_one_event_are_one_incident_whatever_their_units() -> None:
    rows = [seen(1, "a", "u", "e"), seen(40, "b", "v", "e")]
    assert named(incidents_of(rows)) == ["a+b"]


def test_the_order_of_the_batches_changes_nothing() -> None:
    parts = [seen(2, "b", "u"), seen(1, "a", "u"), seen(3, "c")]
    found = {tuple(named(incidents_of(some))) for some in itertools.permutations(parts)}
    assert found == {("a+b", "c")}


def test_a_compliant_sighting_splits_only_if_it_is_certainly_between() -> None:
    first, last = seen(1, "a", "u"), seen(3, "b", "u")
    during = [
        Seen(start, end, (("r.csv", 1), 9), "x", None, "u", False, False)
        for start, end in (
            (DAY_US + 1, 2 * DAY_US),
            (DAY_US + 2, 3 * DAY_US),
            (DAY_US + 2, 3 * DAY_US - 1),
        )
    ]
    found = [named(incidents_of([first, one, last])) for one in during]
    assert found == [["a+b"], ["a+b"], ["a", "b"]]


def test_a_row_of_an_event_is_a_sighting_of_its_unit_too() -> None:
    rows = [seen(1, "a", "u", "e"), seen(2, "b", "v", "e"), seen(3, "c", "u"), seen(4, "d", "w")]
    assert named(incidents_of(rows)) == ["a+b+c", "d"]
