"""The draft of aliases: nothing counts before it is confirmed, and what is confirmed loads."""

import re
from pathlib import Path

from checker.findings.finding import ReportRef, UnknownWord
from checker.language import load_agreement
from checker.language.core.agreement import Core
from checker.outputs.alias_draft import alias_draft
from checker.reports.unknown import Kind
from tests.language.written import LISTS

TERMS = """\
accord: 1
id: invented
title: Invented deal
timezone: Asia/Damascus
edges: geodesic
in_force: {from: 2020-01-01}
use: [lists/equipment, aliases.yaml]
sources: {text: {kind: invented}}
actors:
  hezbollah: {name: Hezbollah, aliases: [the party]}
  wagner-group: {armed: false}
clauses:
  c: {says: "None.", source: text, binds: everyone, prohibits: presence}
"""
ARABIC, HEBREW = "حزب الله", "חיזבאללה\u200f"


def unknown(kind: Kind, name: str, *nearest: str, count: int = 2) -> UnknownWord:
    return UnknownWord(kind, name, count, nearest, ReportRef("r.csv", 7, 6, "a"))


WORDS = [
    unknown("actor", ARABIC, "hezbollah"),
    unknown("actor", HEBREW, "hezbollah", "wagner-group"),
    unknown("actor", 'Evil: {x} # "q"\nline \\ \U000e0041'),
    unknown("actor", "Wagner-Group "),
    unknown("actor", "WAGNER group"),
    unknown("actor", "everyone!"),
    unknown("actor", "🚀"),
    unknown("thing", "tankz", "tanks"),
    unknown("thing", "??"),
    unknown("doing", "Обстрел", "shell"),
    unknown("place", "Quneitra", "quneitra-governorate"),
]


def core(folder: Path, draft: str) -> Core:
    (folder / "agreement.yaml").write_text(TERMS, encoding="utf-8")
    (folder / "aliases.yaml").write_text(draft, encoding="utf-8")
    return load_agreement(folder, lists=LISTS).core


def confirmed(draft: str) -> str:
    return re.sub(r"(?m)^# ", "", draft)


def test_an_unconfirmed_draft_changes_nothing(tmp_path: Path) -> None:
    before = core(tmp_path, "")
    draft = alias_draft(before, WORDS)
    assert all(line.startswith("#") or not line for line in draft.splitlines())
    after = core(tmp_path, draft)
    assert (after.actor_names, after.thing_names) == (before.actor_names, before.thing_names)


def test_a_draft_confirmed_whole_loads_with_every_name_intact(tmp_path: Path) -> None:
    draft = alias_draft(core(tmp_path, ""), WORDS)
    read = core(tmp_path, confirmed(draft))
    named = {spelling: read.actors[index] for spelling, index in read.actor_names}
    assert {named[ARABIC], named[HEBREW], named["the party"]} == {"hezbollah"}
    assert 'evil: {x} # "q" line \\ \U000e0041' in named
    assert named["🚀"] == "somebody"
    assert dict(read.thing_names)["tankz"] == read.things.index("tanks")
    assert dict(read.doing_names)["обстрел"] == read.doings.index("shell")
    assert "??" not in dict(read.thing_names)


def test_ids_are_short_and_no_name_that_reports_use_of_somebody_else(tmp_path: Path) -> None:
    names = ("007", "yes", "Foo Bar", "foo-bar", "H" * 3_000, "h" * 2_999)
    words = [unknown("actor", name) for name in names]
    read = core(tmp_path, confirmed(alias_draft(core(tmp_path, ""), words)))
    named = {spelling: read.actors[index] for spelling, index in read.actor_names}
    ids = [named[name.lower()] for name in names]
    assert ids[:4] == ["007", "yes", "foo-bar-2", "foo-bar"]
    assert ids[4:] == ["h" * 60, "h" * 60 + "-2"]


def test_counts_nearest_and_first_place_stand_beside_each_name(tmp_path: Path) -> None:
    draft = alias_draft(core(tmp_path, ""), WORDS)
    assert f'##   "{ARABIC}": 2 reports, first r.csv:7; nearest: hezbollah\n' in draft
    assert "\\u200F" in draft
    assert "\u200f" not in draft
    assert '##   "Quneitra": 2 reports, first r.csv:7; nearest: quneitra-governorate' in draft


def test_somebody_new_is_called_like_nobody_else(tmp_path: Path) -> None:
    draft = alias_draft(core(tmp_path, ""), WORDS)
    ids = re.findall(r'(?m)^#   ("[^:]+"): \{name', draft)
    assert (
        ids == ['"evil-x-q-line"', '"wagner-group-2"', '"everyone-2"', '"somebody"'][0:1] + ids[1:]
    )
    assert len(set(ids)) == len(ids)
    assert '"everyone"' not in ids


def test_without_unknown_names_it_says_so(tmp_path: Path) -> None:
    assert alias_draft(core(tmp_path, ""), []).endswith("## Every name is known.\n")
