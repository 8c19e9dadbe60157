"""Which visits and refusals concern a clause: by place and time, under any reading."""

from typing import Any

from checker.findings.observed import observed_clauses
from checker.geography.region import Named
from checker.geography.shapes import Box
from checker.language.core.agreement import Coverage, Visit
from tests.handmade import DISTRICT as HERE
from tests.handmade import clause, core_of_clauses, judged, pattern, period, reading

DAY_US = 86_400_000_000
POST, DISTRICT = 0, 1


def counted(*visits: Visit, files: tuple[str, ...] = ("o.csv",), **given: Any) -> list[int]:
    one = clause("c1", reading("c1", pattern(**given)))
    core = core_of_clauses(one, coverage=Coverage((), visits, files))
    told = observed_clauses(judged(core, as_of_us=9 * DAY_US))
    return [n for one in told for n in (one.visits, one.partial, one.refused)]


def visit(area: int | None = POST, day: int = 0, status: str = "watched") -> Visit:
    return Visit(area, day * DAY_US, day * DAY_US + 1, status)  # type: ignore[arg-type]


def test_without_a_file_nothing_is_counted() -> None:
    assert counted(files=()) == []
    assert counted() == [0, 0, 0]


def test_statuses_are_counted_apart() -> None:
    visits = [visit(), visit(status="partial"), visit(status="denied"), visit(status="denied")]
    assert counted(*visits) == [2, 1, 2]


def test_a_refusal_somewhere_counts_everywhere_and_a_visit_somewhere_nowhere() -> None:
    assert counted(visit(None), visit(None, status="denied")) == [0, 0, 1]


def test_only_what_lies_in_the_time_of_the_clause_and_before_the_end_counts() -> None:
    days = [visit(day=0), visit(day=1), visit(day=2, status="denied"), visit(day=10)]
    assert counted(*days, when=(period(DAY_US),)) == [1, 0, 1]


def test_an_area_that_lies_elsewhere_does_not_count_and_a_wide_one_may() -> None:
    assert counted(visit(POST), visit(DISTRICT))[0] >= 1
    assert counted(visit(POST), where=None) == [1, 0, 0]


def test_a_visit_that_draws_its_ground_counts_where_that_may_be() -> None:
    near = Named("drawn", Box(35.9, 32.4, 35.95, 32.45, accuracy_m=0.0))
    far = Named("drawn", Box(10.0, 10.0, 10.1, 10.1, accuracy_m=0.0))
    visits = [Visit(None, 0, 1, "watched", near), Visit(None, 0, 1, "denied", far)]
    assert counted(*visits, where=HERE) == [1, 0, 0]
    assert counted(*visits, where=None) == [1, 0, 1]
