"""How the same work is done on many batches; what is done is the same whoever does it."""

from checker.evaluate.engine import IN_TURN, Here
from checker.reports.batch import Batch
from tests.handmade import batch_of


def test_one_after_the_other_and_only_when_it_is_asked_for() -> None:
    done: list[int] = []

    def work(item: int) -> int:
        done.append(item)
        return item * item

    results = IN_TURN.map(work, iter([3, 1, 2]))
    assert next(results) == 9
    assert done == [3]
    assert [*results] == [1, 4]


def test_reports_are_read_anew_each_time_they_are_worked_on() -> None:
    read: list[None] = []

    def batches() -> list[Batch]:
        read.append(None)
        return [batch_of({}), batch_of({}, {})]

    over = Here(batches)
    assert [[*over(len)] for _ in range(2)] == [[1, 2]] * 2
    assert len(read) == 2
