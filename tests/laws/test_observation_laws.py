"""What is true of every file of observations: silence and refusals decide nothing by themselves."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.cli.judging import prepare
from checker.evaluate import judge_all
from checker.evaluate.run import JudgedRun
from checker.findings.clauses import summary_rows
from checker.findings.gathered import gathered_in
from checker.findings.incidents import incidents_from
from checker.language.core.agreement import Core
from checker.plan import compile_plan
from checker.reports.batch import Batch
from checker.values.verdict import ClauseStanding
from tests.cli.made import HEAD, row, write_deal
from tests.laws.kernel import kernel_judgement
from tests.laws.test_kernel_equals_reference import _differences
from tests.reference import judge

AGREEMENT = """\
accord: 1
id: visits
title: Invented deal
timezone: Etc/UTC
edges: geodesic
in_force: {from: 2018-06-01}
sources: {text: {kind: treaty}}
actors: {red: {name: Red}, blue: {name: Blue}}
places:
  zone: {box: {west: 35, south: 32, east: 37, north: 33}, accuracy: 1 m, source: text}
  far: {box: {west: 40, south: 48, east: 41, north: 49}, accuracy: 1 m, source: text}
clauses:
  out: {says: Out., source: text, binds: red, obliges: leave, where: zone, by: 2018-06-03}
  maps: {says: Maps., source: text, binds: red, obliges: [hand-over], where: zone, by: 2018-06-05}
  far-out: {says: Out., source: text, binds: blue, prohibits: presence, where: far}
  while-quiet:
    says: Blue stays while red is out.
    source: text
    binds: blue
    prohibits: presence
    where: zone
    while: {none: {who: red, does: presence, where: far}, lapse: suspends, unproved: holds}
"""
STATED = dict.fromkeys(("mapping", "gazetteer", "kind", "radius", "zone", "encoding", "sheet"))
AREAS, STATUSES = ("zone", "far", "nowhere"), ("watched", "partial", "denied")
PROVED = {
    ClauseStanding.VIOLATED,
    ClauseStanding.LATE,
    ClauseStanding.OVERDUE,
    ClauseStanding.COMPLIED,
    ClauseStanding.NO_BREACH_SEEN,
}
Look = tuple[str, int, int, str]


@st.composite
def looks(draw: st.DrawFn, statuses: tuple[str, ...] = STATUSES) -> Look:
    first = draw(st.integers(1, 12))
    return (
        draw(st.sampled_from(AREAS)),
        first,
        draw(st.integers(first, 12)),
        draw(st.sampled_from(statuses)),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("laws")
    write_deal(folder / "deal", AGREEMENT)
    rows = (
        row("r1", seen_from="2018-06-02"),
        row("r2", seen_from="2018-06-04"),
        row("r3", actor="blue", seen_from="2018-06-06"),
        row("r4", actor="blue", lon="40.5", lat="48.5", seen_from="2018-06-07"),
    )
    (folder / "r.csv").write_text(HEAD + "".join(rows))
    return folder


def world(folder: Path, observed: list[Look]) -> tuple[Core, list[Batch]]:
    """Return the agreement and the reports with some observations, as a run has them."""
    stream = io.StringIO()
    table = csv.writer(stream)
    table.writerow(("area", "from", "to", "status"))
    for area, first, last, status in observed:
        table.writerow((area, f"2018-06-{first:02}", f"2018-06-{last:02}", status))
    (folder / "o.csv").write_text(stream.getvalue())
    named = str(folder / "r.csv"), str(folder / "o.csv")
    ground = prepare(str(folder / "deal"), named[:1], STATED, (), named[1:])  # type: ignore[arg-type]
    return ground.agreement.core, [*ground.reports.batches()]


def run_of(core: Core, batches: list[Batch]) -> JudgedRun:
    return judge_all(compile_plan(core), batches, 1_528_761_600_000_000)  # 12 June 2018


def standings(folder: Path, observed: list[Look]) -> dict[str, ClauseStanding]:
    core, batches = world(folder, observed)
    run = run_of(core, batches)
    found = gathered_in(run, run.batches)
    rows = summary_rows(run, found, incidents_from(core, found.sightings))
    return {one.clause: one.standing for one in rows}


@settings(max_examples=25)
@given(observed=st.lists(looks(), max_size=5), more=looks(("partial",)))
def test_a_visit_in_part_or_of_an_unknown_area_changes_no_standing(
    folder: Path, observed: list[Look], more: Look
) -> None:
    before = standings(folder, observed)
    assert standings(folder, [*observed, more]) == before
    assert standings(folder, [*observed, ("nowhere", *more[1:3], "watched")]) == before


@settings(max_examples=25)
@given(observed=st.lists(looks(), max_size=5), more=looks(("denied",)))
def test_a_refusal_decides_nothing(folder: Path, observed: list[Look], more: Look) -> None:
    before, after = standings(folder, observed), standings(folder, [*observed, more])
    for clause, standing in after.items():
        # What a departure had proved late may be open again: then the breach stands as it stood.
        is_reopened = (before[clause], standing) == (ClauseStanding.LATE, ClauseStanding.OVERDUE)
        assert standing == before[clause] or standing not in PROVED or is_reopened, clause


@settings(max_examples=25)
@given(observed=st.lists(looks(("watched", "partial")), max_size=5))
def test_silence_is_never_a_pass_however_much_was_watched(
    folder: Path, observed: list[Look]
) -> None:
    after = standings(folder, observed)
    assert after["maps"] in (ClauseStanding.NO_EVIDENCE, ClauseStanding.OVERDUE)
    if after["maps"] == ClauseStanding.OVERDUE:
        days = {
            d
            for area, a, b, s in observed
            for d in range(a, b + 1)
            if (area, s) == ("zone", "watched")
        }
        assert {1, 2, 3, 4, 5} <= days


@settings(max_examples=12)
@given(observed=st.lists(looks(), max_size=6))
def test_the_second_evaluator_agrees(folder: Path, observed: list[Look]) -> None:
    core, batches = world(folder, observed)
    differences: Iterator[str] = _differences(
        core, judge(core, batches), kernel_judgement(core, batches)
    )
    assert [*differences] == []
