"""Figures of a list that a finding rests on are told with it."""

from pathlib import Path

import pytest

from tests.cli.made import HEAD, result_of, row

AGREEMENT = """\
accord: 1
id: guns
title: Invented deal on guns
timezone: Europe/Kyiv
edges: geodesic
in_force: {from: 2015-02-15}
use: [lists/equipment]
sources: {text: {kind: invented}}
actors: {red: {name: Red}}
places: {zone: {box: {west: 35, south: 32, east: 37, north: 33}, accuracy: 1 m, source: text}}
things: {own-gun: {class: guns, calibre: 130 mm}}
clauses:
  big:
    says: No guns of 100 mm and more.
    source: text
    binds: everyone
    prohibits: presence
    things: [mines, {class: artillery, calibre: {at_least: 100 mm}}]
    where: zone
  any:
    says: No MLRS.
    source: text
    binds: everyone
    prohibits: presence
    things: mlrs
    where: zone
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_number_from_the_list_is_told_with_source_and_version(here: Path) -> None:
    (here / "a.yaml").write_text(AGREEMENT)
    things = ("BM-21 Grad", "D-30", "own-gun", "artillery", "Grad; 2S1")
    rows = [row(f"r{n}").rstrip() + f",{thing}\n" for n, thing in enumerate(things)]
    (here / "r.csv").write_text(HEAD.rstrip() + ",thing\n" + "".join(rows))
    found = result_of("a.yaml", "r.csv", "--all")["findings"]
    told = {
        (one["reports"][0]["id"], one["clause"]): [a["path"] for a in one["assumed"]]
        for one in found
    }
    assert told == {
        ("r0", "big"): ["things.bm-21.calibre"],
        ("r1", "big"): ["things.d-30.calibre"],
        ("r2", "big"): [],
        ("r3", "big"): [],
        ("r4", "big"): ["things.2s1.calibre", "things.bm-21.calibre"],
        **{(f"r{n}", "any"): [] for n in range(5)},
    }
    one = next(f for f in found if f["reports"][0]["id"] == "r0" and f["clause"] == "big")
    (rests,) = one["assumed"]
    assert rests["value"] == "122 mm"
    assert rests["why"].startswith("from lists/equipment (sha256 ")
    assert "CFE Treaty" in rests["why"]
    assert one["standing"] == "violation"
