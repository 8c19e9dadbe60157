"""``requires_notice`` is a prohibition, unless a register holds a notice given in time."""

from pathlib import Path

import pytest

from checker.language.core.pattern import Duration
from tests.language.words.expansion import clauses, first, mistakes

TERM = "binds: red, prohibits: patrol"


@pytest.mark.parametrize(
    ("notice", "exception"),
    [
        (
            "{lead: 72 h, to: mission, register: notices}",
            "{registered: notices, to: mission, lead: 72 h}",
        ),
        ("{register: notices}", "{registered: notices}"),
        ("{lead: 3 d, register: notices}", "{registered: notices, lead: 3 d}"),
    ],
)
def test_a_notice_is_an_exception_by_register(notice: str, exception: str, tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}, requires_notice: {notice}") == clauses(
        tmp_path, c=f"{TERM}, unless: [{exception}]"
    )


def test_the_exception_holds_whom_and_how_long_before(tmp_path: Path) -> None:
    notice = "{lead: 72 h, to: mission, register: notices}"
    (exemption,) = first(tmp_path, f"{TERM}, requires_notice: {notice}").variants[0].exemptions
    assert exemption.registered is not None
    assert exemption.registered.register.name == "notices"
    assert exemption.registered.to == "mission"
    assert exemption.registered.lead == Duration(us=72 * 3_600_000_000)


def test_a_notice_comes_after_the_exceptions_that_are_there(tmp_path: Path) -> None:
    others = "unless: [{who: mission}]"
    notice = "requires_notice: {register: notices}"
    core = f"{TERM}, unless: [{{who: mission}}, {{registered: notices}}]"
    assert clauses(tmp_path, c=f"{TERM}, {others}, {notice}") == clauses(tmp_path, c=core)
    assert clauses(tmp_path, c=f"{TERM}, {notice}, {others}") == clauses(tmp_path, c=core)


@pytest.mark.parametrize(
    ("notice", "problem"),
    [
        ("{register: notes}", ("L833", "notes", "did you mean 'notices'?")),
        ("{lead: 72, register: notices}", ("L501", "72", "write the unit, one of s, min, h, d")),
        ("{lead: 72 h, to: mission}", ("L102", "lead", "add 'register:'")),
        ("{registered: notices}", ("L102", "registered", "add 'register:'")),
        ("notices", ("L830", "notices", "write {lead: 72 h, to: ACTOR, register: NAME}")),
        ("{register: notices, leed: 72 h}", ("L101", "leed", "did you mean 'lead'?")),
    ],
)
def test_what_is_no_notice_is_refused_rather_than_lost(
    notice: str, problem: tuple[str, str, str], tmp_path: Path
) -> None:
    assert mistakes(tmp_path, c=f"{TERM}, requires_notice: {notice}") == [problem]
