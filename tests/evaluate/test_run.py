"""A whole run: what is excluded, which instant the answer is of, and every batch judged."""

import pickle

from checker.evaluate.engine import Here
from checker.evaluate.run import fields_of, judge_all, latest_us, prepared
from checker.plan import compile_plan
from checker.values.verdict import Standing, Verdict
from tests.handmade import (
    DAY_US,
    HOUR_US,
    JUNE_US,
    POST,
    batch_of,
    clause,
    core_of_clauses,
    judged,
    pattern,
    reading,
    within,
)

CORE = core_of_clauses(clause("c1"))
NOON_US = JUNE_US + 12 * HOUR_US


def test_the_answer_is_as_of_the_latest_instant_unless_said() -> None:
    assert judged(CORE, {"seen_from": "2018-05-01"}, {}).facts.as_of_us == NOON_US
    assert judged(CORE, {}, as_of_us=JUNE_US).facts.as_of_us == JUNE_US
    assert judged(CORE, {"seen_from": ""}).facts.as_of_us is None


def test_a_report_that_begins_by_then_is_read_and_one_that_begins_later_is_not() -> None:
    rows = [{"seen_from": "2018-06-01", "seen_to": "2018-06-03"}, {"seen_from": "2018-06-02"}]
    run = judged(CORE, *rows, as_of_us=JUNE_US + DAY_US - 1)
    assert run.batches[0].columns.excluded.tolist() == [False, True]
    assert run.batches[0].columns.superseded.tolist() == [False, False]


def test_a_superseded_report_is_counted_and_left_out() -> None:
    run = judged(CORE, {"id": "r1"}, {"id": "r2", "supersedes": "r1", "actor": "green"})
    assert run.batches[0].columns.superseded.tolist() == [True, False]
    assert run.batches[0].columns.excluded.tolist() == [True, False]


def test_a_correction_later_than_the_answer_supersedes_nothing() -> None:
    later = {"id": "r2", "supersedes": "r1", "seen_from": "2018-06-05"}
    run = judged(CORE, {"id": "r1"}, later, as_of_us=JUNE_US + DAY_US)
    assert run.batches[0].columns.excluded.tolist() == [False, True]


def test_the_latest_instant_is_that_of_what_is_not_superseded() -> None:
    batch = batch_of({}, {"seen_from": "2018-06-02T12:00:00Z"}, {"seen_from": ""})
    assert latest_us([batch]) == NOON_US + DAY_US
    assert latest_us([batch], frozenset({"r2"})) == NOON_US
    assert latest_us([]) is None


def test_batches_are_judged_as_if_they_were_one() -> None:
    rows: list[dict[str, str]] = [{"id": "a"}, {"id": "b", "actor": "green"}]
    plan, parts = compile_plan(CORE), [batch_of(row) for row in rows]
    run = judge_all(plan, parts)
    apart = [int(b.readings[0][0].verdict[0]) for b in run.batches]
    assert apart == judged(CORE, *rows).batches[0].readings[0][0].verdict.tolist()
    assert apart == [Verdict.VIOLATION, Verdict.NOT_APPLICABLE]


def test_what_streams_by_is_judged_as_what_is_held() -> None:
    parts = [batch_of({"id": "a"}), batch_of({"id": "b", "actor": "green"})]
    run = prepared(compile_plan(CORE), Here(lambda: parts))
    assert run.batches == ()
    for _ in range(2):
        verdicts = [int(one.readings[0][0].verdict[0]) for one in run.judged(parts)]
        assert verdicts == [Verdict.VIOLATION, Verdict.NOT_APPLICABLE]


def test_a_permission_has_no_answers() -> None:
    permission = clause("p1", reading("p1", pattern(), kind="permits"))
    run = judged(core_of_clauses(clause("c1"), permission), {})
    assert run.batches[0].readings[1] == ()
    assert run.batches[0].rolled[1] is None


def test_every_reading_is_judged_and_rolled_into_one_answer() -> None:
    near, far = (
        reading("c1", pattern(where=within(metres)), answers=(("how-far", name),))
        for metres, name in ((5.0, "near"), (1000.0, "far"))
    )
    run = judged(core_of_clauses(clause("c1", near, far)), {"lat": "32.501"})
    (rolled,) = run.batches[0].rolled
    assert rolled is not None
    assert Standing(int(rolled.standing[0])) == Standing.DEPENDS_ON_READING
    assert (rolled.yes[0], rolled.open[0], rolled.no[0]) == (1, 0, 1)


def test_each_region_is_compiled_once() -> None:
    field_of = fields_of(compile_plan(CORE))
    region = within(1000.0, None, POST)
    assert field_of(region) is field_of(within(1000.0))


def test_what_was_compiled_is_left_behind_and_compiled_once_elsewhere() -> None:
    field_of = fields_of(compile_plan(CORE))
    region = within(1000.0, None, POST)
    field_of(region)
    there, again = (pickle.loads(pickle.dumps(field_of)) for _ in range(2))  # noqa: S301
    assert there(region) is again(region)
    assert there(region) is not field_of(region)
