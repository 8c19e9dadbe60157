"""Which clauses lack a case that breaks them, or one that comes near and does not."""

from checker.cli.cases import Case
from checker.cli.coverage import gaps
from checker.language.core.agreement import Core
from tests.handmade import clause, core_of_clauses, pattern, reading

PLACED = core_of_clauses(clause("c1"))
ANYWHERE = core_of_clauses(clause("c1", reading("c1", pattern(where=None))))
PERMITTED = core_of_clauses(clause("c1", reading("c1", pattern(), kind="permits")))


def lacks(core: Core, *expected: tuple[str, str | None]) -> list[tuple[str, str]]:
    cases = [Case(f"r{n}", n, "c1", v, s, (), "") for n, (v, s) in enumerate(expected)]
    return list(gaps(core, cases))


def test_a_clause_without_cases_lacks_both() -> None:
    assert lacks(PLACED) == [("c1", "no case that breaks it, no near miss")]


def test_a_breach_and_a_lawful_case_are_enough() -> None:
    breach = ("violation", None)
    for lawful in (("compliant", "compliant"), ("compliant", "excepted"), ("no_breach", None)):
        assert lacks(PLACED, breach, lawful) == []


def test_an_outsider_is_a_near_miss_only_of_a_clause_without_a_place() -> None:
    cases = [("violation", None), ("not_applicable", "not_applicable")]
    assert lacks(PLACED, *cases) == [("c1", "no near miss")]
    assert lacks(ANYWHERE, *cases) == []


def test_a_permission_needs_evidence_against_it_and_no_near_miss() -> None:
    assert lacks(PERMITTED, ("not_applicable", "breaks_condition")) == []
    assert lacks(PERMITTED) == [("c1", "no case that breaks it")]
