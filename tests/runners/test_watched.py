"""An engine that tells how far it is, pass by pass over the reports."""

from checker.evaluate.engine import IN_TURN
from checker.runners.watched import Watched


def test_each_pass_is_told_from_none_to_all_of_the_reports() -> None:
    told: list[tuple[int, int, int | None]] = []
    watched = Watched(IN_TURN, lambda *one: told.append(one))
    batches = ["ab", "c"]
    assert [*watched.map(str.lower, batches)] == ["ab", "c"]
    assert [*watched.map(str.upper, batches)] == ["AB", "C"]
    assert told == [
        *((1, 0, None), (1, 2, None), (1, 3, None), (1, 3, 3)),
        *((2, 0, 3), (2, 2, 3), (2, 3, 3)),
    ]
