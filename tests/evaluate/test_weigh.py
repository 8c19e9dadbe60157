"""From tests to a verdict: the table, what proof weakens, and which doubts are named."""

from itertools import product

import numpy as np
import pytest

from checker.evaluate.parts import Part, Parts
from checker.evaluate.weigh import (
    Weakness,
    clearing_of,
    exemption_truths,
    reasons_of,
    weakness_of,
    weigh,
)
from checker.evaluate.weigh import weigh_face as at_face
from checker.reports.batch import KINDS
from checker.values.truth import Truth
from checker.values.verdict import Reason, Verdict, reason_names
from tests.handmade import clause, core_of_clauses, judged

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
NEVER = np.array([False])
R = Reason
NONE = Reason(0)


def part(
    answer: int,
    reason: Reason = R.TIME_VAGUE,
    name: str = "when",
    hangs_on: Reason | None = None,
) -> Part:
    truth = np.array([answer], dtype=np.int8)
    doubts = np.array([reason if answer == U else 0], dtype=np.uint32)
    blurred = ((hangs_on, np.full_like(truth, U)),) if hangs_on is not None else ()
    return Part(name, truth, truth, doubts, blurred)


def parts(applies: list[Part], where: Part | None, *exemptions: tuple[Part, ...]) -> Parts:
    return Parts(tuple(applies), where, exemptions, (), tuple(() for _ in exemptions))


def weakness(
    breach: Reason = NONE,
    compliance: Reason = NONE,
    single: Reason = NONE,
) -> Weakness:
    return Weakness(
        *(np.array([bits], dtype=np.uint32) for bits in (breach, breach | compliance, single))
    )


PROVED = weakness()


def verdict(of: Parts, weak: Weakness = PROVED) -> Verdict:
    return Verdict(int(weigh(of, weak, NEVER)[0]))


def reasons(of: Parts, weak: Weakness = PROVED) -> tuple[str, ...]:
    found, _ = reasons_of(of, weak, NEVER, weigh(of, weak, NEVER))
    return reason_names(int(found[0]))


@pytest.mark.parametrize(
    ("applies", "outside", "answer"),
    [
        (T, T, "compliant"),
        (T, U, "undetermined"),
        (T, F, "violation"),
        (U, T, "no_breach"),
        (U, U, "undetermined"),
        (U, F, "undetermined"),
        (F, T, "not_applicable"),
        (F, U, "not_applicable"),
        (F, F, "not_applicable"),
    ],
)
def test_two_truths_make_the_verdict_of_the_table(
    applies: Truth, outside: Truth, answer: str
) -> None:
    region = part(2 - outside, R.PLACE_VAGUE, "where")
    assert verdict(parts([part(applies)], region)).word == answer


def test_one_exception_that_covers_is_enough_and_none_that_may_is_a_breach() -> None:
    inside = part(T, name="where")
    for one, other in product((F, U, T), repeat=2):
        found = verdict(parts([part(T)], inside, (part(one),), (part(other),)))
        expected = {T: Verdict.COMPLIANT, U: Verdict.UNDETERMINED, F: Verdict.VIOLATION}
        assert found == expected[max(one, other)]


def test_all_tests_of_an_exception_must_hold() -> None:
    both = parts([part(T)], None, (part(T), part(F)), (part(T), part(U)))
    assert [int(truth[0]) for truth in exemption_truths(both)] == [F, U]


def test_a_weak_source_turns_violation_and_compliance_alone_into_undetermined() -> None:
    weak = weakness(R.SOURCE_WEAK)
    inside, outside = part(T, name="where"), part(F, name="where")
    assert verdict(parts([part(T)], inside), weak) == Verdict.UNDETERMINED
    assert verdict(parts([part(T)], outside), weak) == Verdict.UNDETERMINED
    assert verdict(parts([part(U)], outside), weak) == Verdict.NO_BREACH
    assert verdict(parts([part(F)], inside), weak) == Verdict.NOT_APPLICABLE
    assert int(at_face(parts([part(T)], inside), NEVER)[0]) == Verdict.VIOLATION


def test_a_weak_attribution_opens_who_and_nothing_else() -> None:
    weak = weakness(single=R.ATTRIBUTION_WEAK)
    inside = part(T, name="where")
    who, anyone = part(T, name="who", hangs_on=R.ATTRIBUTION_WEAK), part(T, name="who")
    assert verdict(parts([who], inside), weak) == Verdict.UNDETERMINED
    assert reasons(parts([who], inside), weak) == ("attribution_weak",)
    assert verdict(parts([anyone], inside), weak) == Verdict.VIOLATION


def test_axes_that_may_be_swapped_open_the_place_and_nothing_else() -> None:
    weak = weakness(single=R.PLACE_SWAPPED)
    for truth in (T, F):
        place = part(truth, name="where", hangs_on=R.PLACE_SWAPPED)
        assert verdict(parts([part(T)], place), weak) == Verdict.UNDETERMINED
        assert reasons(parts([part(T)], place), weak) == ("place_swapped",)
        assert verdict(parts([part(F)], place), weak) == Verdict.NOT_APPLICABLE
    assert verdict(parts([part(T)], None), weak) == Verdict.VIOLATION


def test_one_more_weakness_never_decides_anything() -> None:
    # A weak attribution alone leaves "no breach either way"; with a weak source nothing is known.
    who = part(T, name="who", hangs_on=R.ATTRIBUTION_WEAK)
    outside = parts([who], part(F, name="where"))
    assert verdict(outside, weakness(single=R.ATTRIBUTION_WEAK)) == Verdict.NO_BREACH
    both = weakness(R.SOURCE_WEAK, single=R.ATTRIBUTION_WEAK)
    assert verdict(outside, both) == Verdict.UNDETERMINED
    assert reasons(outside, both) == ("source_weak",)


def test_an_admission_proves_a_breach_and_no_compliance() -> None:
    weak = weakness(compliance=R.KIND_WEAK)
    assert verdict(parts([part(T)], part(T, name="where")), weak) == Verdict.VIOLATION
    outside = parts([part(T)], part(F, name="where"))
    assert verdict(outside, weak) == Verdict.UNDETERMINED
    assert reasons(outside, weak) == ("kind_weak",)


def test_a_doubt_is_named_if_removing_it_alone_would_decide() -> None:
    vague_time = parts([part(U)], part(T, name="where"))
    assert reasons(vague_time) == ("time_vague",)


def test_where_no_doubt_alone_would_decide_all_of_them_are_named() -> None:
    both = parts([part(U)], part(U, R.PLACE_VAGUE, "where"))
    assert reasons(both) == ("place_vague", "time_vague")


def test_a_doubt_clears_alone_where_its_answer_may_leave_no_breach_whatever_else_is_open() -> None:
    both = parts([part(U)], part(U, R.PLACE_VAGUE, "where"))
    weak = weakness(R.SOURCE_WEAK)
    open_ = np.array([R.PLACE_VAGUE | R.TIME_VAGUE | R.SOURCE_WEAK], dtype=np.uint32)
    found = [clearing_of(both, w, NEVER, open_).item() for w in (PROVED, weak)]
    assert found == [int(R.PLACE_VAGUE | R.TIME_VAGUE)] * 2
    # Known to be one of them, and weakly reported, it would be compliant at its word alone.
    sure = parts([part(T)], part(U, R.PLACE_VAGUE, "where"))
    assert clearing_of(sure, weak, NEVER, open_).item() == 0
    # An exception that does not cover clears nobody.
    excepted = parts([part(T)], part(T, name="where"), (part(U),))
    assert clearing_of(excepted, PROVED, NEVER, open_).item() == 0


def test_a_doubt_that_changes_nothing_is_not_named() -> None:
    # The second exception cannot cover, whatever its open test is worth.
    open_one = part(U, R.REGISTER_OPEN)
    of = parts([part(T)], part(T, name="where"), (part(U, R.COUNT_VAGUE),), (part(F), open_one))
    assert reasons(of) == ("count_vague",)


def test_whoever_is_silenced_is_not_concerned() -> None:
    of = parts([part(T)], part(T, name="where"))
    assert weigh(of, PROVED, np.array([True])).tolist() == [Verdict.NOT_APPLICABLE]


def test_what_the_kind_of_a_report_withholds_from_proof() -> None:
    rows = [{"kind": kind} for kind in (*KINDS, "")]
    run = judged(core_of_clauses(clause("c1")), *rows)
    weak = weakness_of(run.batches[0].columns)
    kinds = (*KINDS, "")
    assert {k for k, bits in zip(kinds, weak.breach, strict=True) if bits} == {"allegation", ""}
    compliance = {k for k, bits in zip(kinds, weak.compliance, strict=True) if bits}
    assert compliance == {"allegation", "", "admission"}


@pytest.mark.parametrize(
    ("applies", "weak", "together"),
    [
        ([part(U)], PROVED, False),
        ([part(U), part(U, R.ACTOR_UNRESOLVED, "who")], PROVED, True),
        ([part(U)], weakness(R.SOURCE_WEAK), True),
        ([part(T)], weakness(R.SOURCE_WEAK), False),
    ],
)
def test_where_no_doubt_alone_would_decide_all_of_them_have_to_go(
    applies: list[Part], weak: Weakness, together: bool
) -> None:
    of = parts(applies, part(T, name="where"))
    _, needs_all = reasons_of(of, weak, NEVER, weigh(of, weak, NEVER))
    assert needs_all.tolist() == [together]
