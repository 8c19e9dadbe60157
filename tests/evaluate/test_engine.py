"""How the same work is done on many batches; what is done is the same whoever does it."""

from checker.evaluate.engine import IN_TURN


def test_one_after_the_other_and_only_when_it_is_asked_for() -> None:
    done: list[int] = []

    def work(item: int) -> int:
        done.append(item)
        return item * item

    results = IN_TURN.map(work, iter([3, 1, 2]))
    assert next(results) == 9
    assert done == [3]
    assert [*results] == [1, 4]
