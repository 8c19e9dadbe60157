"""What is known by what holds a position."""

from concurrent.futures import ThreadPoolExecutor

from checker.geography.known_by import KnownBy
from checker.geography.region import Named, Region
from checker.geography.shapes import Point


def ground(number: int) -> Region:
    return Named(f"ground {number}", Point(float(number), 0.0))


def test_areas_stay_and_of_grounds_the_last_few() -> None:
    known: KnownBy[list[int]] = KnownBy(3)
    area = known.of((0, None), lambda: [0])
    for number in range(10):
        known.of((-1, ground(number)), lambda number=number: [number])  # type: ignore[misc]
    assert known.of((0, None), lambda: [1]) is area
    assert known.of((-1, ground(9)), lambda: [0]) == [9]
    assert known.of((-1, ground(0)), lambda: [77]) == [77]
    assert len(known._by_ground) <= 3


def test_an_empty_value_is_known_too() -> None:
    known: KnownBy[dict[str, int]] = KnownBy(3)
    known.of((0, None), dict)["a"] = 1
    assert known.of((0, None), dict) == {"a": 1}


def test_several_threads_may_ask_while_room_is_made() -> None:
    known: KnownBy[list[int]] = KnownBy(2)

    def asked(number: int) -> bool:
        number %= 7
        return known.of((-1, ground(number)), lambda: [number]) == [number]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(asked, range(5_000)))
