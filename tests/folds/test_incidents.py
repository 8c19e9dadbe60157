"""Which sightings are one incident: those that the slow way finds, however they are cut."""

import itertools
from collections import Counter
from collections.abc import Iterable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.folds.incidents import Joining
from checker.folds.sightings import CLEAR, SEEN
from tests.reference_incidents import FOREVER_US, Seen
from tests.reference_incidents import incidents_of as slowly

DAY_US = 86_400_000_000
UNITS = {None: 0, "u": 1, "v": 2, "w": 3}
EVENTS = {None: 0, "e": 1, "f": 2}


def seen(
    day: int, identity: str, unit: str | None = None, event: str | None = None, breach: bool = True
) -> Seen:
    at = day * DAY_US
    return Seen(at, at + 1, day, identity, event, unit, breach, breach)


def incidents_of(every: Iterable[Seen], cut: int = 1) -> list[tuple[Seen, ...]]:
    """Return the incidents that are joined by columns; units are cut into so many parts."""
    ordered = [*every]
    joining = Joining()
    for part in range(cut):
        some = [n for n, one in enumerate(ordered) if UNITS[one.unit] % cut == part]
        joining.add(
            np.array([_seen(ordered[n], n) for n in some if ordered[n].is_breach], SEEN),
            np.array([_clear(ordered[n]) for n in some if not ordered[n].is_breach], CLEAR),
        )
    found = joining.found()
    incidents: dict[int, list[Seen]] = {}
    for joined in found.rows:
        incidents.setdefault(int(joined["incident"]), []).append(ordered[int(joined["row"])])
    told = [tuple(sorted(group, key=_order)) for group in incidents.values()]
    proved = sum(any(one.is_proved for one in group) for group in told)
    place = (4, 2)
    assert (found.proved[place], found.unproved[place]) == (proved, len(told) - proved)
    for name, group in incidents.items():
        assert name == _identity(min(group, key=_order))
    return sorted(told, key=lambda group: _order(group[0]))


def _order(one: Seen) -> tuple[int, int, str]:
    return one.from_us, one.to_us, one.identity


def _identity(one: Seen) -> int:
    return int.from_bytes(one.identity.encode(), "big")


def _seen(one: Seen, row: int) -> tuple[object, ...]:
    names = (0, UNITS[one.unit]), (EVENTS[one.event], 0)
    when = one.from_us, one.to_us
    return 4, 2, *names, *when, _identity(one), 0, 1, row, one.is_proved


def _clear(one: Seen) -> tuple[object, ...]:
    return 4, 2, (0, UNITS[one.unit]), one.from_us, one.to_us


INSTANTS = st.sampled_from(
    [day * DAY_US + more for day in (0, 1, 2, 14, 15, 16, 28) for more in (-1, 0, 1)]
)


@st.composite
def sightings(draw: st.DrawFn) -> list[Seen]:
    """Draw sightings at the limits: of few units and events, that touch, or lie 14 days apart."""
    found = []
    for row in range(draw(st.integers(0, 12))):
        start, end = sorted((draw(INSTANTS), draw(INSTANTS)))
        if draw(st.integers(0, 20)) == 20:
            start, end = -FOREVER_US, FOREVER_US
        unit = draw(st.sampled_from(["u", "u", "v", None]))
        is_breach = unit is None or draw(st.booleans())
        event = draw(st.sampled_from(["e", "f", None])) if is_breach else None
        identity = f"r{row:02}"
        is_proved = is_breach and draw(st.booleans())
        found.append(Seen(start, end, row, identity, event, unit, is_breach, is_proved))
    return draw(st.permutations(found))


@settings(max_examples=300)
@given(every=sightings(), cut=st.integers(1, 3))
def test_incidents_by_column_are_those_that_are_joined_one_by_one(
    every: list[Seen], cut: int
) -> None:
    assert incidents_of(every, cut) == slowly(every)


def test_a_unit_in_two_places_is_two_chains() -> None:
    joining = Joining()
    one = (0, 1), (0, 0), 5, 5
    rows = [(1, 1, *one, 7, 0, 1, 0, True), (1, 2, *one, 8, 0, 1, 0, True)]
    joining.add(np.array(rows, SEEN), np.empty(0, CLEAR))
    assert joining.found().proved == Counter({(1, 1): 1, (1, 2): 1})


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
    far = Seen(15 * DAY_US + 1, 15 * DAY_US + 2, 9, "b", None, "u", True, True)
    assert named(incidents_of([seen(1, "a", "u"), far])) == ["a+b"]
    farther = Seen(15 * DAY_US + 2, 15 * DAY_US + 2, 9, "b", None, "u", True, True)
    assert named(incidents_of([seen(1, "a", "u"), farther])) == ["a", "b"]


def test_rows_of_one_event_are_one_incident_whatever_their_units() -> None:
    rows = [seen(1, "a", "u", "e"), seen(40, "b", "v", "e")]
    assert named(incidents_of(rows)) == ["a+b"]


def test_the_order_of_the_batches_changes_nothing() -> None:
    parts = [seen(2, "b", "u"), seen(1, "a", "u"), seen(3, "c")]
    found = {
        tuple(named(incidents_of(some, cut)))
        for some in itertools.permutations(parts)
        for cut in (1, 2, 3)
    }
    assert found == {("a+b", "c")}


def test_a_compliant_sighting_splits_only_if_it_is_certainly_between() -> None:
    first, last = seen(1, "a", "u"), seen(3, "b", "u")
    during = [
        Seen(start, end, 9, "x", None, "u", False, False)
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


def test_a_unit_that_was_there_all_the_while_is_followed_from_the_last_it_was_seen() -> None:
    long = Seen(0, 30 * DAY_US, 1, "a", None, "u", True, True)
    rows = [long, seen(1, "b", "u"), seen(20, "c", "u")]
    assert named(incidents_of(rows)) == ["a+b+c"]
    assert named(incidents_of([*rows, seen(2, "x", "u", breach=False)])) == ["a+b+c"]
