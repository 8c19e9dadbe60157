"""``permits: D`` to A, lifting C, is an exception of C with this pattern and condition."""

from dataclasses import replace
from pathlib import Path

import pytest

from checker.language.core.exemption import Exemption
from tests.language.words.expansion import clauses, mistakes, readings

TRUCE = "binds: red, prohibits: fight, where: zone"
OTHER = "binds: blue, prohibits: patrol"
SINCE = "when: {from: 2020-01-01}"


def excepted(folder: Path, permission: str, exception: str) -> tuple[Exemption, Exemption]:
    """Return the exception of a permission, and one that is written out; each has its own name."""
    lifted, _ = readings(folder, c=TRUCE, p=permission)
    written, _ = readings(folder, c=f"{TRUCE}, unless: [{exception}]", p=OTHER)
    (word,) = lifted.variants[0].exemptions
    (core,) = written.variants[0].exemptions
    named = tuple(replace(one, owner="", index=0) for one in word.conditions)
    plain = tuple(replace(one, owner="", index=0) for one in core.conditions)
    return replace(word, name="", conditions=named), replace(core, name="", conditions=plain)


@pytest.mark.parametrize(
    ("permission", "exception"),
    [
        ("permits: fire, to: red, lifts: [c]", f"{{who: red, does: fire, {SINCE}}}"),
        (
            "permits: [fire, strike], to: red, against: blue, where: zone, lifts: c",
            "{who: red, does: [fire, strike], against: blue, where: zone, " + SINCE + "}",
        ),
        (
            "permits: fire, to: red, after: signing, lifts: [c]",
            "{who: red, does: fire, when: [{from: 2020-01-01}, {from: signing}]}",
        ),
        (
            "permits: fire, to: red, in_force: {until: 2020-03-01}, lifts: [c]",
            "{who: red, does: fire, when: {until: 2020-03-01}}",
        ),
        (
            "permits: fire, to: red, lifts: [c], so_long_as: {none: {who: blue}, lapse: ends}",
            f"{{who: red, does: fire, {SINCE}, while: {{none: {{who: blue}}, lapse: ends}}}}",
        ),
    ],
)
def test_a_permission_is_an_exception_of_what_it_lifts(
    permission: str, exception: str, tmp_path: Path
) -> None:
    word, core = excepted(tmp_path, permission, exception)
    assert word == core


def test_a_permission_excepts_nothing_that_it_does_not_lift(tmp_path: Path) -> None:
    lifted, other, _ = readings(tmp_path, c=TRUCE, d=TRUCE, p="permits: fire, to: red, lifts: [c]")
    assert [one.name for one in lifted.variants[0].exemptions] == ["p"]
    assert other.variants[0].exemptions == ()


def test_a_permission_stands_beside_the_exceptions_of_the_clause(tmp_path: Path) -> None:
    lifted, _ = readings(
        tmp_path,
        c=f"{TRUCE}, unless: [{{who: mission}}]",
        p="permits: fire, to: red, lifts: [c]",
    )
    assert [one.name for one in lifted.variants[0].exemptions] == ["unless 1", "p"]


def test_a_permission_says_to_whom_and_from_what(tmp_path: Path) -> None:
    assert mistakes(tmp_path, p="permits: fire") == [
        ("L102", "says", "add 'to:'"),
        ("L102", "says", "add 'lifts:'"),
    ]
    assert mistakes(tmp_path, p="permits: fire, to: red") == [("L102", "says", "add 'lifts:'")]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("unless", "[{who: blue}]"),
        ("requires_notice", "{register: notices}"),
        ("at_most", "50"),
        ("by", "2020-05-01"),
    ],
)
def test_what_would_narrow_a_permission_in_vain_is_refused(
    key: str, value: str, tmp_path: Path
) -> None:
    permission = f"permits: fire, to: red, lifts: [c], {key}: {value}"
    found = mistakes(tmp_path, c=TRUCE, p=permission)
    assert [(code, at) for code, at, _ in found] == [("L803", key)]


def test_a_permission_leaves_the_clause_itself_as_it_was(tmp_path: Path) -> None:
    alone = clauses(tmp_path, c=TRUCE)["c"].readings[0]
    lifted = clauses(tmp_path, c=TRUCE, p="permits: fire, to: red, lifts: c")["c"].readings[0]
    assert replace(lifted.variants[0], exemptions=()) == alone.variants[0]
