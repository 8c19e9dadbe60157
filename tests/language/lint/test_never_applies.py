"""Clauses that no report can fall under."""

from pathlib import Path

import pytest

from tests.language.written import places, warnings

CODE = "W111"
TERMS = """
questions: {{who: [narrow, broad]}}
actors:
  red: {{}}
  blue: {{armed: false}}
  nobody: {{part_of: red, except: [red]}}
  some: {{who: {{narrow: nobody, broad: red}}}}
things: {{guns: {{calibre: 100 mm}}}}
clauses:
  c: {{says: They stay out., source: text, binds: {binds}, prohibits: {does}}}
"""


@pytest.mark.parametrize(
    ("binds", "does", "why"),
    [
        ("nobody", "fire", "no declared actor is of the group that it means"),
        ("red", "fire, against: nobody", "no declared actor is of the group that it is against"),
        (
            "red",
            "fire, things: {class: guns, calibre: {above: 100 mm}}",
            "no declared word is what it means",
        ),
    ],
)
def test_a_clause_that_means_nobody_or_nothing_is_told(
    binds: str, does: str, why: str, tmp_path: Path
) -> None:
    (found,) = warnings(tmp_path, TERMS.format(binds=binds, does=does), CODE)
    assert places([found]) == [(17, 3)]
    assert found.message.startswith("'c' can never apply: ")
    assert why in found.message


def test_a_clause_that_applies_under_one_reading_is_told_with_the_other(tmp_path: Path) -> None:
    (found,) = warnings(tmp_path, TERMS.format(binds="some", does="fire"), CODE)
    assert found.message.startswith("'c' can never apply under who=narrow: ")


@pytest.mark.parametrize(
    ("binds", "does"),
    [
        ("red", "fire"),
        ("everyone", "presence"),
        ("anyone", "fire"),
        ("red", "fire, when: {from: 2020-06-01}"),
        ("{deferred: nobody said who}", "fire"),
    ],
)
def test_a_clause_that_may_apply_is_not(binds: str, does: str, tmp_path: Path) -> None:
    assert warnings(tmp_path, TERMS.format(binds=binds, does=does), CODE) == []
