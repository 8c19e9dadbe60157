"""An agreement that is written wrongly is told so, each mistake once, where it stands."""

from pathlib import Path

import pytest

from checker.language import lint_agreement
from tests.language.written import LISTS

AGREEMENT = """\
accord: 1
id: river-line
title: Invented agreement on the river line
timezone: Europe/Belgrade
edges: geodesic
in_force: {from: 2020-01-01}
sources:
  text: {kind: treaty}
questions:
  q: [a, b]
actors:
  red: {name: Red Army}
  blue: {name: Blue Army}
doings:
  fire: {}
things:
  guns: {}
events:
  truce: {at: 2020-05-05}
places:
  river: {line: [[20.0, 44.6], [20.1, 45.0], [20.0, 45.4]], accuracy: 100 m, source: text}
  eastham: {point: {lon: 20.5, lat: 45.0}, source: text}
  zone: {box: {west: 20.3, south: 44.8, east: 20.7, north: 45.2}, accuracy: 50 m, source: text}
clauses:
  base: {says: Red stays out., source: text, binds: red, prohibits: presence, where: zone}
"""

FIRE = "binds: red, prohibits: fire"

WRONG = [
    # Read silently once.
    ("actors", "g: {all_except: [red], except: [blue]}", [("L101", "except")]),
    ("actors", "g: {name: [a], aliases: [b, [c]]}", [("L103", "[a]"), ("L103", "[c]")]),
    ("actors", "g: []", [("L301", "[]")]),
    ("actors", "g: {part_of: []}", [("L301", "[]")]),
    ("actors", '"g\u200b": {}', [("L111", '"g\u200b"')]),
    ("doings", "a: x", [("L103", "x")]),
    ("doings", "a: {includes: {b: c}}", [("L103", "{b: c}")]),
    ("doings", "a: {aliases: [fire]}", [("L403", "fire")]),
    ("things", "a: {source: nope}", [("L309", "nope")]),
    ("events", "e: {at: 2020-05-05, not_before: 2020-06-05}", [("L607", "not_before")]),
    ("events", "e: {at: 2020-05-05, source: nope}", [("L309", "nope")]),
    ("events", "2020-05-05: {at: 2020-06-05}", [("L110", "2020-05-05")]),
    ("clauses", f"{FIRE}, unless: []", [("L810", "[]")]),
    ("clauses", f"{FIRE}, while: []", [("L810", "[]")]),
    ("events", "e: {first: {}}", [("L607", "{}")]),
    ("places", "p: {name: zone, point: [20, 45]}", [("L716", "zone")]),
    ("places", "p: {name: [x], point: [20, 45]}", [("L103", "[x]")]),
    ("places", "p: {circle: {of: eastham, radius: 5 km, foo: 1}}", [("L101", "foo")]),
    ("clauses", f"{FIRE}, at_most: {{assumed: 5, why: w}}", [("L900", "{assumed: 5, why: w}")]),
    ("clauses", f"{FIRE}, when: {{}}", [("L601", "{}")]),
    ("clauses", f"{FIRE}, when: {{from: truce, after: truce}}", [("L609", "after")]),
    ("clauses", "binds: red, obliges: [fire], by: truce, at_least: 1.5", [("L503", "1.5")]),
    ("clauses", "binds: [], prohibits: fire", [("L301", "[]")]),
    ("clauses", "binds: red, prohibits: []", [("L401", "[]")]),
    ("clauses", f"{FIRE}, things: {{calibre: {{}}}}", [("L502", "{}")]),
    ("clauses", "permits: fire, to: red, lifts: ~", [("L807", "~")]),
    ("clauses", "permits: fire, to: red, lifts: {qq: {a: [base], b: []}}", [("L101", "qq")]),
    ("clauses", "permits: fire, to: red, lifts: [[base]]", [("L103", "[base]")]),
    (
        "clauses",
        "permits: fire, to: red, lifts: [{q: {a: base, b: base}}]",
        [("L103", "{q: {a: base, b: base}}")],
    ),
    # Told twice once, or with what is not to blame.
    ("actors", "g: {edges: [{member_of: red, confidence: likely}]}", [("L101", "member_of")]),
    ("actors", "g: {backd_by: red}", [("L101", "backd_by")]),
    ("actors", "g: {part_of: all}\n  all: [red, blue]", [("L303", "all")]),
    ("actors", "g: {part_of: ~}", [("L301", "~")]),
    ("doings", "a: {includes: [b]}\n  b: {includes: [a]}", [("L402", "a")]),
    ("events", "e: {after: truce}", [("L101", "after")]),
    ("places", "p: {point: {longitude: 20, lat: 45}}", [("L101", "longitude")]),
    ("places", "p: {point: {lon: 20,5, lat: 45}}", [("Y109", "20")]),
    (
        "places",
        "p: {line: [20, 45, 21, 46], accuracy: 5 m, source: text}",
        [("L708", "[20, 45, 21, 46]")],
    ),
    ("places", "p: {points: [20, 45]}", [("L101", "points")]),
    ("clauses", f"{FIRE}, at_most: x", [("L503", "x")]),
    ("clauses", f"{FIRE}, guarantor: [red, bleu]", [("L303", "bleu")]),
    ("clauses", f"{FIRE}, where: {{q: {{a: zone, bb: zone}}}}", [("L204", "bb")]),
    ("clauses", f"{FIRE}, in_force: {{from: 2021-01-01, until: 2020-01-01}}", [("L602", "from")]),
    ("clauses", f"{FIRE}, theatre: {{not: theatre}}", [("L722", "theatre")]),
]


def told(folder: Path, text: str) -> list[tuple[str, str]]:
    """Return what is said of an agreement, but for unused names: the code, and what is typed."""
    path = folder / "agreement.yaml"
    path.write_text(text, encoding="utf-8")
    typed = text.splitlines()
    return [
        (problem.code, typed[span.line - 1][span.column - 1 : span.end_column - 1])
        for problem in lint_agreement(path, lists=LISTS)
        if problem.code[0] != "W" and (span := problem.span) is not None
    ]


def with_line(section: str, line: str) -> str:
    """Return the agreement with one line more, the first of its section."""
    if section == "clauses":
        line = f"c: {{says: Said., source: text, {line}}}"
    return AGREEMENT.replace(f"\n{section}:\n", f"\n{section}:\n  {line}\n")


def test_the_agreement_itself_has_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, AGREEMENT) == []


@pytest.mark.parametrize(("section", "line", "problems"), WRONG)
def test_a_mistake_is_told_once_where_it_stands(
    section: str, line: str, problems: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(tmp_path, with_line(section, line)) == problems


def test_a_section_of_the_wrong_form_is_one_mistake_wherever_it_is_referred_to(
    tmp_path: Path,
) -> None:
    text = AGREEMENT.replace("sources:\n  text: {kind: treaty}\n", "sources: [text]\n")
    assert told(tmp_path, text) == [("L103", "[text]")]


def test_every_key_that_is_missing_is_told(tmp_path: Path) -> None:
    keys = ["id", "title", "timezone", "edges", "in_force", "clauses"]
    found = lint_agreement(_file(tmp_path, "accord: 1\n"), lists=LISTS)
    assert sorted(problem.hint for problem in found) == sorted(f"add '{key}:'" for key in keys)


def test_many_mistakes_are_all_told_in_one_run(tmp_path: Path) -> None:
    text = AGREEMENT
    for old, new in (
        ("edges: geodesic", "edges: flat"),
        ("binds: red", "binds: reds"),
        ("[20.1, 45.0]", "[200.1, 45.0]"),
        ("where: zone", "where: zoon"),
        ("at: 2020-05-05", "at: 2020-05-35"),
        ("id: river", "idd: river"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    assert [code for code, _ in told(tmp_path, text)] == [
        "L101",
        "L103",
        "L604",
        "L704",
        "L303",
        "L721",
    ]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("clauses:\n  base", "clauses:\n\tbase", "write blanks at the start of the line"),
        ("binds: red", "binds: *red", "write the value out"),
        ("  base: {says", "---\n  base: {says", "take the line --- away"),
        ("id: river-line", "id:\u00a0river-line", "a no-break space stands here"),
        ("timezone: Europe/Belgrade", "timezone: europe/belgrade", "'Europe/Belgrade'"),
        ("where: zone", "where: {within: 5\u00a0km, of: zone}", "one plain space"),
        ("where: zone", "where: {within: 5-6 km, of: zone}", "write 5..6 km"),
        ("where: zone", "where: {within: 5 km ± 1 km, of: zone}", "write 5 km +- 1 km"),
        ("where: zone", "where: {within: 5,5 km, of: zone}", "write 5.5 km"),
    ],
)
def test_the_hint_says_what_to_write_instead(old: str, new: str, hint: str, tmp_path: Path) -> None:
    assert AGREEMENT.count(old) == 1
    found = lint_agreement(_file(tmp_path, AGREEMENT.replace(old, new)), lists=LISTS)
    assert any(hint in problem.hint for problem in found), [problem.hint for problem in found]


def _file(folder: Path, text: str) -> Path:
    path = folder / "agreement.yaml"
    path.write_text(text, encoding="utf-8")
    return path
