"""Several threads, each with a batch of its own, and the results in the order of the batches."""

from collections.abc import Iterator
from contextvars import ContextVar
from threading import Barrier

import pytest

from checker.runners.threads import Threads


def test_results_come_in_the_order_of_the_items_from_several_at_a_time() -> None:
    both = Barrier(2, timeout=20)

    def work(item: int) -> int:
        both.wait()  # passes only if another item is worked on at the same time
        return item * item

    assert [*Threads(2).map(work, range(8))] == [item * item for item in range(8)]


def test_no_more_items_are_taken_than_are_worked_on_and_one() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(100):
            taken.append(item)
            yield item

    results = Threads(3).map(lambda item: item, items())
    assert next(results) == 0
    assert len(taken) == 4


def test_what_work_raises_is_raised_in_its_place() -> None:
    def work(item: int) -> int:
        if item == 2:
            raise ValueError("two")
        return item

    results = Threads(2).map(work, range(5))
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(ValueError, match="two"):
        next(results)


def test_what_the_caller_notes_in_its_context_work_notes_too() -> None:
    noted: ContextVar[list[int]] = ContextVar("noted")
    noted.set([])
    assert [*Threads(2).map(lambda item: noted.get().append(item), range(4))] == [None] * 4
    assert sorted(noted.get()) == [0, 1, 2, 3]
