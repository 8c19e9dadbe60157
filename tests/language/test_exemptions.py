"""Exceptions: what a clause does not forbid."""

from pathlib import Path

import pytest

from checker.language.core.exemption import Exemption
from tests.language.whole import TERMS, clause_of, faults

CLAUSE = "binds: red, prohibits: fire"
REGISTERS = "registers: {notices: {file: registers/notices.csv}}\n"


def exemptions(folder: Path, written: str, rest: str = "") -> tuple[Exemption, ...]:
    (variant,) = clause_of(folder, f"{CLAUSE}, unless: {written}", rest).variants
    return variant.exemptions


def refused(folder: Path, written: str) -> list[tuple[str, str]]:
    """Return the problems of exceptions that start in line 18, column 71."""
    keys = f"  c: {{says: Said., source: text, {CLAUSE}, unless: {written}}}\n"
    return [(code, place) for code, place, _ in faults(folder, f"clauses:\n{keys}")]


def test_several_exceptions_are_told_apart_by_number(tmp_path: Path) -> None:
    found = exemptions(tmp_path, "[{who: unit}, {where: gate}]")
    assert [one.name for one in found] == ["unless 1", "unless 2"]
    who, where = found
    assert who.pattern.who is not None
    assert (who.pattern.who.said, who.pattern.where) == ("unit", None)
    assert where.pattern.where is not None


def test_a_waiver_that_was_prolonged_is_one(tmp_path: Path) -> None:
    june = "{who: unit, when: {from: 2020-06-04, until: 2020-06-06}}"
    may = "{who: unit, when: {from: 2020-05-01, until: 2020-06-03}}"
    (one,) = exemptions(tmp_path, f"[{june}, {may}]")
    (period,) = one.pattern.when
    assert one.name == "unless 2"
    assert period.end.low_us - period.start.low_us == 37 * 86_400_000_000


@pytest.mark.parametrize(
    "other",
    [
        "{who: unit, when: {from: 2020-06-05, until: 2020-06-06}}",
        "{who: blue, when: {from: 2020-06-04, until: 2020-06-06}}",
        "{who: unit, where: gate, when: {from: 2020-06-04, until: 2020-06-06}}",
        "{who: unit, when: {from: vote, until: 2020-06-06}}",
    ],
    ids=["a gap", "another", "elsewhere", "from a date that nobody knows"],
)
def test_waivers_that_leave_a_gap_or_differ_stay_apart(other: str, tmp_path: Path) -> None:
    may = "{who: unit, when: {from: 2020-05-01, until: 2020-06-03}}"
    vote = "events: {vote: {between: [2020-06-01, 2020-06-09]}}\n"
    assert len(exemptions(tmp_path, f"[{may}, {other}]", vote)) == 2


def test_one_exception_needs_no_list_and_may_count(tmp_path: Path) -> None:
    (found,) = exemptions(tmp_path, "{who: unit, at_most: 50, of: persons}")
    assert found.bound is not None
    assert (found.bound.at_most, found.bound.at_least, found.bound.of) == (
        (50, 50),
        None,
        "persons",
    )


def test_the_conditions_of_exceptions_are_numbered_through(tmp_path: Path) -> None:
    lapse = "{none: {who: blue}, lapse: ends}"
    found = exemptions(
        tmp_path, f"[{{who: unit, while: {lapse}}}, {{where: gate, while: {lapse}}}]"
    )
    assert [condition.index for one in found for condition in one.conditions] == [0, 1]


def test_an_exception_by_register_has_its_notice_and_to_whom(tmp_path: Path) -> None:
    (tmp_path / "registers").mkdir()
    (tmp_path / "registers" / "notices.csv").write_text("id,actor\nn1,red\n")
    terms = "{registered: notices, to: blue, lead: 72 h}"
    (found,) = exemptions(tmp_path, terms, REGISTERS)
    assert found.registered is not None
    assert found.registered.lead is not None
    assert (found.registered.to, found.registered.lead.us) == ("blue", 72 * 3_600_000_000)
    assert [entry.id for entry in found.registered.register.entries] == ["n1"]


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("unit", ("L830", "18:71")),
        ("{}", ("L830", "18:71")),
        ("{at_most: 5, of: tanks}", ("L831", "18:88")),
        ("{who: unit, lead: 72 h}", ("L832", "18:83")),
        ("{registered: nobody}", ("L833", "18:84")),
        ("{who: unit, per: side}", ("L900", "18:83")),
        ("{whom: unit}", ("L101", "18:72")),
    ],
)
def test_what_is_no_exception_is_refused_where_it_stands(
    written: str, problem: tuple[str, str], tmp_path: Path
) -> None:
    assert problem in refused(tmp_path, written)


def test_the_terms_that_these_tests_use_have_no_problem_themselves(tmp_path: Path) -> None:
    assert TERMS.count("\n") == 9
    assert refused(tmp_path, "{who: unit}") == []
