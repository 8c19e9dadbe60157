"""Which reports a clause does not concern, and by which word: the first that is true."""

import pytest

from checker.evaluate.concern import is_silent, silenced, unconcerned
from checker.evaluate.parts import parts_of
from checker.language.core.pattern import Pattern
from checker.values.verdict import Standing
from tests.handmade import (
    DAY_US,
    JUNE_US,
    THINGS,
    clause,
    core_of_clauses,
    judged,
    pattern,
    period,
    reading,
    words,
)

TANKS = pattern(things=words("tanks", of=THINGS))
FIRE = pattern(does=words("fire"))
LATER = pattern(when=(period(JUNE_US + DAY_US),))


def concern(what: Pattern, row: dict[str, str]) -> tuple[bool, bool, str]:
    """Return whether a report is silent, is silenced, and the word if nothing concerns it."""
    run = judged(core_of_clauses(clause("c1", reading("c1", what))), row)
    one, columns = run.plan.clauses[0].readings[0], run.batches[0].columns
    variant = one.variants[0]
    parts = parts_of(columns, one, variant)
    silent = is_silent(columns, variant.pattern, parts)
    word = Standing(int(unconcerned(columns, variant.pattern, parts, silent)[0])).word
    return bool(silent[0]), bool(silenced(columns, silent)[0]), word


def test_a_report_without_the_thing_that_the_clause_names_is_silent() -> None:
    assert concern(TANKS, {"thing": ""}) == (True, True, "silent")
    assert concern(TANKS, {"thing": "catapults"})[0] is False


def test_a_report_that_is_out_by_another_test_is_not_silent() -> None:
    assert concern(TANKS, {"thing": "", "actor": "green"})[::2] == (False, "not_applicable")
    early = pattern(things=words("tanks", of=THINGS), when=(period(JUNE_US + DAY_US),))
    assert concern(early, {"thing": ""})[::2] == (False, "not_in_force")


def test_a_report_without_an_act_is_silent_though_who_was_struck_did_not_act() -> None:
    assert concern(FIRE, {"does": "", "role": "struck"})[0] is True


def test_refused_access_is_never_silent() -> None:
    assert concern(FIRE, {"kind": "access_denied", "does": ""})[:2] == (False, False)


@pytest.mark.parametrize("kind", ["statement", "denial", "withdrawal_claim"])
def test_a_mere_claim_is_silenced_and_no_position(kind: str) -> None:
    assert concern(pattern(), {"kind": kind}) == (False, True, "not_a_position")


@pytest.mark.parametrize(
    ("what", "row", "word"),
    [
        (LATER, {"actor": "green"}, "not_in_force"),
        (pattern(), {"actor": "green", "position_of": "debris"}, "not_applicable"),
        (pattern(), {"position_of": "debris"}, "not_a_position"),
        (pattern(), {"position_of": "debris", "count_high": "0"}, "not_applicable"),
        (FIRE, {"does": "presence", "role": "acting"}, "not_applicable"),
    ],
)
def test_the_first_word_that_is_true_is_taken(
    what: Pattern, row: dict[str, str], word: str
) -> None:
    assert concern(what, row)[2] == word
