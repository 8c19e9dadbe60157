"""``parallel_to: {kept: C}`` is: while C is kept, and C while this clause is."""

from pathlib import Path

import pytest

from tests.language.words.expansion import clauses, mistakes

RED = "binds: red, prohibits: fire"
BLUE = "binds: blue, prohibits: strike"


@pytest.mark.parametrize("rest", ["lapse: suspends", "lapse: ends, lasts: 3 d, unproved: holds"])
def test_both_duties_hang_on_each_other(rest: str, tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{RED}, parallel_to: {{kept: d, {rest}}}", d=BLUE) == clauses(
        tmp_path,
        c=f"{RED}, while: {{kept: d, {rest}}}",
        d=f"{BLUE}, while: {{kept: c, {rest}}}",
    )


def test_it_is_the_same_whichever_of_the_two_says_so(tmp_path: Path) -> None:
    both = clauses(
        tmp_path,
        c=f"{RED}, parallel_to: {{kept: d, lapse: ends}}",
        d=f"{BLUE}, parallel_to: {{kept: c, lapse: ends}}",
    )
    assert both == clauses(tmp_path, c=f"{RED}, parallel_to: {{kept: d, lapse: ends}}", d=BLUE)
    assert both == clauses(tmp_path, c=RED, d=f"{BLUE}, parallel_to: {{kept: c, lapse: ends}}")


def test_what_the_other_says_of_this_one_itself_stands(tmp_path: Path) -> None:
    found = clauses(
        tmp_path,
        c=f"{RED}, parallel_to: {{kept: d, lapse: ends}}",
        d=f"{BLUE}, in_return_for: {{kept: c, lapse: suspends}}",
    )
    ((own,), (other,)) = (found[name].readings[0].conditions for name in "cd")
    assert (own.kept, own.lapse) == ("d", "ends")
    assert (other.kept, other.lapse) == ("c", "suspends")


def test_the_condition_joins_what_the_other_hangs_on_already(tmp_path: Path) -> None:
    found = clauses(
        tmp_path,
        c=f"{RED}, parallel_to: {{kept: d, lapse: ends}}",
        d=f"{BLUE}, so_long_as: {{event: signing}}",
        e=f"{RED}, parallel_to: {{kept: d, lapse: suspends}}",
    )
    conditions = found["d"].readings[0].conditions
    assert [(one.owner, one.index, one.kept) for one in conditions] == [
        ("d", 0, None),
        ("d", 1, "c"),
        ("d", 2, "e"),
    ]


def test_a_duty_depends_on_the_questions_of_the_one_that_runs_beside_it(tmp_path: Path) -> None:
    effect = "questions: {effect: [suspends, ends]}\n"
    condition = "{kept: d, lapse: effect}"
    found = clauses(tmp_path, effect, c=f"{RED}, parallel_to: {condition}", d=BLUE)
    assert found["d"].questions == ("effect",)
    assert [one.conditions[0].lapse for one in found["d"].readings] == ["suspends", "ends"]


@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        ("{kept: dd, lapse: ends}", ("L823", "dd")),
        ("{kept: c, lapse: ends}", ("L824", "c")),
        ("{kept: p, lapse: ends}", ("L824", "p")),
        ("{kept: d}", ("L825", "kept")),
        ("{kept: d, lapse: end}", ("L826", "end")),
        ("d", ("L820", "d")),
    ],
)
def test_what_is_wrong_with_it_is_told_once(
    condition: str, problem: tuple[str, str], tmp_path: Path
) -> None:
    permission = "permits: fire, to: blue, lifts: [c]"
    found = mistakes(tmp_path, c=f"{RED}, parallel_to: {condition}", d=BLUE, p=permission)
    assert [(code, at) for code, at, _ in found] == [problem]


def test_a_permission_runs_beside_nothing_for_nobody_can_break_it(tmp_path: Path) -> None:
    permission = "permits: fire, to: blue, lifts: [c], parallel_to: {kept: c, lapse: ends}"
    found = mistakes(tmp_path, c=RED, p=permission)
    assert [(code, at) for code, at, _ in found] == [("L824", "parallel_to")]
