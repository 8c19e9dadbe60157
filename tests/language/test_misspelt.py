"""One mistake is told once: a misspelt key is read as the key that was meant."""

from pathlib import Path

import pytest

from checker.language import lint_agreement
from checker.language.misspelt import mended
from checker.language.problems import Problems
from checker.language.text import Table, parse_text
from tests.language.written import LISTS, write

TERMS = """\
questions: {depth: [near, far]}
actors: {red: {}, unit: {edges: [{part_of: red, confidence: likely}]}}
places:
  river: {line: [[20.0, 44.6], [20.1, 45.0]], accuracy: 100 m, source: text}
events: {start-of-talks: {at: 2020-02-01}}
clauses:
  away:
    says: Red stays away.
    source: text
    binds: red
    prohibits: presence
    where:
      within: {depth: {near: {assumed: 5 km, why: nobody said}, far: 9 km}}
      of: river
      toward: both
    so_long_as: {none: {who: unit, does: fire}, lapse: ends}
  back:
    says: Unit hands over.
    source: text
    binds: unit
    obliges: transfer
    by: start-of-talks
  free:
    says: Unit may.
    source: text
    permits: presence
    to: unit
    lifts: away
"""
KEYS = (
    *("questions", "actors", "edges", "part_of", "confidence", "places", "line", "events"),
    *("binds", "prohibits", "where", "within", "assumed", "toward", "so_long_as", "none", "lapse"),
    *("obliges", "by", "permits", "to", "lifts"),
)


def errors(folder: Path, terms: str) -> list[str]:
    found = lint_agreement(write(folder, terms), lists=LISTS, shown="agreement.yaml")
    return [one.code for one in found if one.severity == "error"]


def test_the_terms_have_no_error(tmp_path: Path) -> None:
    assert errors(tmp_path, TERMS) == []


@pytest.mark.parametrize("key", KEYS)
def test_a_misspelt_key_is_told_once_whatever_hangs_on_it(key: str, tmp_path: Path) -> None:
    slipped = f"{key[:-1]}x{key[-1]}:" if len(key) > 2 else f"{key}{key[-1]}:"
    assert errors(tmp_path, TERMS.replace(f"{key}:", slipped, 1)) == ["L101"]


def test_a_known_key_that_is_there_is_the_one_meant() -> None:
    node = parse_text("{bind: a, binds: b, note: c}", "deal.yaml", Problems())
    assert isinstance(node, Table)
    assert mended(node, ("binds", "not"), ("note",)) == node
    assert mended(node, ("binds", "not")).keys() == ("bind", "binds", "not")
