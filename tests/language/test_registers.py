"""Registers and coverage: files beside the agreement."""

from pathlib import Path

import pytest

from checker.geography.region import Named, Within
from checker.language.core.exemption import Register
from checker.language.core.pattern import FOREVER_US
from tests.language.whole import TERMS, clause_of, core, faults
from tests.language.written import warnings

DAY_US = 86_400_000_000
JUNE_US = 1_590_958_800_000_000
"""2020-06-01 in Damascus, which is 3 hours ahead of UTC in summer."""

CLAUSE = "clauses: {c: {says: Said., source: text, binds: red, prohibits: fire}}\n"


def register(folder: Path, rows: str, until: str = "") -> Register:
    _write(folder, "notices.csv", rows)
    rest = f"registers: {{notices: {{file: registers/notices.csv{until}}}}}\n"
    keys = "binds: red, prohibits: fire, unless: {registered: notices}"
    (variant,) = clause_of(folder, keys, rest).variants
    registered = variant.exemptions[0].registered
    assert registered is not None
    return registered.register


def _write(folder: Path, name: str, rows: str) -> None:
    (folder / "registers").mkdir(exist_ok=True)
    (folder / "registers" / name).write_text(rows, encoding="utf-8")


def wrong(folder: Path, rows: str) -> list[tuple[str, str]]:
    """Return the problems of a register, as code and place in its file."""
    _write(folder, "notices.csv", rows)
    keys = (
        "  c: {says: S., source: text, binds: red, prohibits: fire,"
        " unless: {registered: notices}}\n"
    )
    terms = f"clauses:\n{keys}registers: {{notices: {{file: registers/notices.csv}}}}\n"
    return [(code, place) for code, place, _ in faults(folder, terms)]


def test_an_empty_cell_matches_anything(tmp_path: Path) -> None:
    (found,) = register(tmp_path, "id,actor,unit\nn1,,\n").entries
    assert (found.id, found.actor, found.unit, found.does, found.place) == ("n1", *[None] * 4)
    assert (found.period.start.low_us, found.period.end.high_us) == (-FOREVER_US, FOREVER_US)


def test_a_date_is_its_whole_day_in_the_zone_of_the_agreement(tmp_path: Path) -> None:
    (found,) = register(tmp_path, "from,until\n2020-06-01,2020-06-02\n").entries
    assert found.period.start.low_us == JUNE_US
    assert found.period.end.high_us == JUNE_US + 2 * DAY_US


def test_an_actor_goes_by_any_of_its_names_and_a_recipient_too(tmp_path: Path) -> None:
    (found,) = register(tmp_path, "actor,to\nRed army,Blue army\n").entries
    assert found.actor is not None
    assert (found.actor.said, found.to) == ("red", "blue")


def test_a_register_is_complete_until_the_end_of_its_date_or_never(tmp_path: Path) -> None:
    dated = register(tmp_path, "id\n", ", complete_until: 2020-06-01")
    assert dated.complete_until_us == JUNE_US + DAY_US
    assert register(tmp_path, "id\n").complete_until_us == -FOREVER_US


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("id,who\nn1,red\n", ("L842", "1:1")),
        ("id\nn1,red\n", ("L842", "2:1")),
        ("id,from\nn1,June\n", ("L604", "2:4")),
        ("id,place\nn1,nowhere\n", ("L721", "2:4")),
        ('id\n"n1\n', ("L842", "2:1")),
        # A row that is cut off would excuse everybody, anywhere.
        ("id,actor,place\nn1,red\n", ("L842", "2:1")),
        ("id,actor,actor\nn1,red,\n", ("L842", "1:1")),
        ("", ("L842", "1:1")),
        ("id,from,until\nn1,2020-06-02,2020-06-01\n", ("L602", "2:15")),
    ],
)
def test_what_cannot_be_read_is_refused_in_its_own_file(
    rows: str, problem: tuple[str, str], tmp_path: Path
) -> None:
    assert problem in wrong(tmp_path, rows)


def test_coverage_says_where_and_when_somebody_looked(tmp_path: Path) -> None:
    rows = (
        "place,from,to,status\ngate,2020-06-01,2020-06-02,watched\n,2020-06-03,2020-06-03,denied\n"
    )
    (tmp_path / "coverage.csv").write_text(rows)
    found = core(tmp_path, "coverage: {file: coverage.csv}\n" + CLAUSE).coverage
    assert found is not None
    watched, denied = found.rows
    assert isinstance(watched.place, Named)
    assert (watched.place.name, watched.status) == ("gate", "watched")
    assert (watched.start_us, watched.end_us) == (JUNE_US, JUNE_US + 2 * DAY_US)
    assert (denied.place, denied.status) == (None, "denied")


def test_coverage_of_a_place_made_of_others_is_of_that_ground_and_not_of_everywhere(
    tmp_path: Path,
) -> None:
    (tmp_path / "coverage.csv").write_text(
        "place,from,to,status\nzone,2020-06-01,2020-06-02,watched\n"
    )
    terms = "  zone: {within: 5 km, of: camp}\ncoverage: {file: coverage.csv}\n" + CLAUSE
    coverage = core(tmp_path, terms).coverage
    assert coverage is not None
    assert isinstance(coverage.rows[0].place, Within)


def test_coverage_without_its_columns_or_with_another_status_is_refused(tmp_path: Path) -> None:
    (tmp_path / "coverage.csv").write_text("from,to,status\n2020-06-01,2020-06-02,seen\n")
    terms = "coverage: {file: coverage.csv}\n" + CLAUSE
    assert ("L844", "2:23") in [found[:2] for found in faults(tmp_path, terms)]


def test_every_mistake_of_a_row_of_coverage_is_told(tmp_path: Path) -> None:
    (tmp_path / "coverage.csv").write_text(
        "place,from,to,status\nnowhere,2020-01-40,2020-01-01,seen\n"
    )
    terms = "coverage: {file: coverage.csv}\n" + CLAUSE
    assert {found[0] for found in faults(tmp_path, terms)} >= {"L844", "L604", "L721"}


def test_an_id_that_stands_twice_is_warned_of_at_the_second(tmp_path: Path) -> None:
    _write(tmp_path, "notices.csv", "id,actor\nn1,red\n,red\n,red\nN1,blue\n")
    terms = (
        "clauses:\n  c: {says: S., source: text, binds: red, prohibits: fire,"
        " unless: {registered: notices}}\nregisters: {notices: {file: registers/notices.csv}}\n"
    )
    (found,) = warnings(tmp_path, TERMS + terms, "L845")
    assert found.span is not None
    assert found.span.line == 5
    assert "first in line 2; both entries count" in found.message
