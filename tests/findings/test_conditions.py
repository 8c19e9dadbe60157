"""Evidence against a condition is a finding of its own."""

from checker.evaluate.run import JudgedRun
from checker.findings.conditions import condition_findings
from checker.findings.finding import Finding
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import Pattern
from checker.values.verdict import Standing, Verdict
from tests.handmade import (
    clause,
    condition,
    core_of_clauses,
    group,
    judged,
    pattern,
    reading,
    words,
)

FIRE = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}
RULE = condition(owner="p1")


def found(run: JudgedRun) -> list[Finding]:
    return [finding for batch in run.batches for _, finding in condition_findings(run, batch)]


def permitted(*rows: dict[str, str]) -> list[Finding]:
    """Judge a permission of red that rests on green's not firing."""
    lifted = Exemption("p1", Pattern(who=group("red")), conditions=(RULE,))
    prohibition = clause("c1", reading("c1", pattern(), [lifted]))
    permission = clause("p1", reading("p1", pattern(), kind="permits", conditions=(RULE,)))
    return found(judged(core_of_clauses(prohibition, permission), *rows))


def test_proof_against_a_condition_breaks_it_beside_the_reports_own_finding() -> None:
    (one,) = permitted(FIRE, {})
    assert (one.subject, one.clause, one.reports[0].id) == ("condition", "p1", "r1")
    assert (one.verdict, one.standing) == (Verdict.NOT_APPLICABLE, Standing.BREAKS_CONDITION)
    assert (one.reasons, one.violated_yes) == ((), 1)
    assert "is proof against the condition" in one.message


def test_what_is_only_alleged_or_open_leaves_the_condition_open() -> None:
    for weak in (FIRE | {"kind": "allegation"}, FIRE | {"actor": "Umber"}, FIRE | {"role": ""}):
        (one,) = permitted(weak)
        assert (one.verdict, one.standing) == (Verdict.UNDETERMINED, Standing.UNDETERMINED)
        assert one.reasons == ("condition_open",)


def test_what_does_not_match_is_no_evidence() -> None:
    assert permitted(FIRE | {"actor": "blue"}, FIRE | {"kind": "denial"}, {}) == []


def test_proof_under_some_readings_alone_depends_on_the_reading() -> None:
    fire, shell = (
        reading(
            "c1",
            pattern(),
            answers=(("which-act", act),),
            conditions=(condition(none=Pattern(who=group("green"), does=words(act))),),
        )
        for act in ("fire", "shell")
    )
    (one,) = found(judged(core_of_clauses(clause("c1", fire, shell)), FIRE))
    assert (one.standing, one.reasons) == (Standing.DEPENDS_ON_READING, ("readings_differ",))
    assert (one.violated_yes, one.violated_open, one.violated_no) == (1, 0, 1)
    assert [r.standing for r in one.readings] == [
        *(Standing.BREAKS_CONDITION, Standing.NOT_APPLICABLE)
    ]


def test_a_condition_that_something_is_there_is_broken_by_its_absence_alone() -> None:
    rule = condition(some=Pattern(who=group("green"), does=words("presence")))
    core = core_of_clauses(clause("c1", reading("c1", pattern(), conditions=(rule,))))
    there, gone = {"actor": "green"}, {"actor": "green", "count_low": "0", "count_high": "0"}
    assert found(judged(core, there)) == []
    (one,) = found(judged(core, gone))
    assert one.standing == Standing.BREAKS_CONDITION
