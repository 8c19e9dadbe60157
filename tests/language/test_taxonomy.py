"""Words of acts and things: what a report of one says about another."""

from pathlib import Path

import pytest

from checker.language.taxonomy import PRESENCE, Taxonomy, doings_of, things_of
from checker.values.truth import Truth
from tests.language.written import document, reading, said, value

FALSE, UNKNOWN, TRUE = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE

WORDS = """
questions: {which: [light, heavy]}
doings:
  fight: {includes: [fire, attack]}
  fire: {includes: [shell]}
  patrol: {}
things:
  weapons: {includes: [guns, tanks]}
  rifles: {}
  m-46: {class: guns, calibre: 130 mm, range: 27 km}
  d-30: {class: guns, calibre: 122 mm}
  mortar: {class: guns}
  odd: {class: guns, calibre: 100..130 mm}
"""


def named(folder: Path, kind: str, wanted: str, **answers: str) -> dict[str, Truth]:
    """Return what a report of each word says about what a clause names; FALSE is left out."""
    key = "prohibits" if kind == "doings" else "things"
    read = document(folder, f"{WORDS}\nclauses:\n  c:\n    {key}: {wanted}\n")
    taxonomy = doings_of(read) if kind == "doings" else things_of(read)
    words = taxonomy.named(reading(read, **answers), value(read, f"clauses.c.{key}"), key)
    assert said(read) == []
    return {
        word: Truth(truth)
        for word, truth in zip(taxonomy.words, words.truths, strict=True)
        if truth != FALSE
    }


def taxonomy(folder: Path, kind: str, words: str) -> tuple[Taxonomy, list[str]]:
    read = document(folder, f"\n{kind}: {words}\n")
    found = doings_of(read) if kind == "doings" else things_of(read)
    return found, [problem.split()[0] for problem in said(read)]


def test_presence_is_built_in_and_first(tmp_path: Path) -> None:
    found, _ = taxonomy(tmp_path, "doings", "{fire: {}}")
    assert found.words == (PRESENCE, "fire")


def test_presence_is_no_act_and_no_act_is_presence(tmp_path: Path) -> None:
    assert named(tmp_path, "doings", "presence") == {PRESENCE: TRUE}


def test_a_narrower_word_proves_a_wider_one(tmp_path: Path) -> None:
    assert named(tmp_path, "doings", "fight") == dict.fromkeys(
        ("fight", "fire", "attack", "shell"), TRUE
    )


def test_a_wider_word_leaves_a_narrower_one_open(tmp_path: Path) -> None:
    assert named(tmp_path, "doings", "shell") == {"shell": TRUE, "fire": UNKNOWN, "fight": UNKNOWN}


def test_a_list_is_any_of_its_words(tmp_path: Path) -> None:
    assert named(tmp_path, "doings", "[shell, patrol]") == {
        "shell": TRUE,
        "fire": UNKNOWN,
        "fight": UNKNOWN,
        "patrol": TRUE,
    }


def test_a_word_may_be_declared_by_what_includes_it_alone(tmp_path: Path) -> None:
    assert "attack" in named(tmp_path, "doings", "attack")


def test_a_misspelt_key_declares_what_was_meant_and_is_told_once(tmp_path: Path) -> None:
    found, problems = taxonomy(tmp_path, "doings", "{fight: {inclubes: [fire, shell]}}")
    assert found.words == ("presence", "fight", "fire", "shell")
    assert len(problems) == 1


def test_a_thing_is_of_its_class_all_the_way_up(tmp_path: Path) -> None:
    assert named(tmp_path, "things", "weapons")["m-46"] == TRUE
    assert named(tmp_path, "things", "m-46") == {"m-46": TRUE, "guns": UNKNOWN, "weapons": UNKNOWN}


def test_a_calibre_tells_the_things_of_a_class_apart(tmp_path: Path) -> None:
    found = named(tmp_path, "things", "{class: guns, calibre: {at_least: 125 mm}}")
    assert found["m-46"] == TRUE
    assert "d-30" not in found
    assert found["odd"] == UNKNOWN


def test_an_unknown_calibre_leaves_a_thing_open(tmp_path: Path) -> None:
    found = named(tmp_path, "things", "{class: guns, calibre: {at_least: 100 mm}}")
    assert found["mortar"] == UNKNOWN
    assert found["guns"] == UNKNOWN
    assert "rifles" not in found


@pytest.mark.parametrize(
    ("bound", "truth"),
    [
        ("{at_least: 130 mm}", TRUE),
        ("{above: 130 mm}", FALSE),
        ("{at_most: 130 mm}", TRUE),
        ("{below: 130 mm}", FALSE),
        ("130 mm", TRUE),
        ("122 mm", FALSE),
        ("{at_least: 100 mm, below: 131 mm}", TRUE),
        ("{at_least: 125..135 mm}", UNKNOWN),
        ("{above: 120..135 mm}", UNKNOWN),
    ],
)
def test_a_limit_belongs_to_at_least_and_at_most(bound: str, truth: Truth, tmp_path: Path) -> None:
    found = named(tmp_path, "things", f"{{class: guns, calibre: {bound}}}")
    assert found.get("m-46", FALSE) == truth


def test_a_range_is_an_attribute_too(tmp_path: Path) -> None:
    assert named(tmp_path, "things", "{range: {at_least: 20 km}}")["m-46"] == TRUE


def test_what_is_meant_may_hang_on_a_question(tmp_path: Path) -> None:
    wanted = "{which: {light: rifles, heavy: guns}}"
    assert named(tmp_path, "things", wanted, which="light") == {"rifles": TRUE}


def test_a_deferred_list_leaves_every_word_open(tmp_path: Path) -> None:
    found = named(tmp_path, "things", "{deferred: the annex was never published}")
    assert set(found.values()) == {UNKNOWN}


@pytest.mark.parametrize(
    ("kind", "wanted", "code"),
    [
        ("doings", "fihgt", "L401"),
        ("doings", "~", "L401"),
        ("doings", "{}", "L401"),
        ("things", "{}", "L401"),
        ("doings", "[fight, march]", "L401"),
        ("doings", "{class: fight}", "L101"),
        ("things", "{klass: guns}", "L101"),
        ("things", "{class: canons}", "L401"),
        ("things", "{calibre: 100}", "L501"),
        ("things", "{calibre: {atleast: 100 mm}}", "L101"),
        ("things", "{calibre: {at_least: 100}}", "L501"),
    ],
)
def test_what_names_no_word_is_a_problem(kind: str, wanted: str, code: str, tmp_path: Path) -> None:
    key = "prohibits" if kind == "doings" else "things"
    read = document(tmp_path, f"{WORDS}\nclauses:\n  c:\n    {key}: {wanted}\n")
    known = doings_of(read) if kind == "doings" else things_of(read)
    known.named(reading(read), value(read, f"clauses.c.{key}"), key)
    assert [found.split()[0] for found in said(read)] == [code]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("{a: {includes: [b]}, b: {includes: [a]}}", "L402"),
        ("{a: {inlcudes: [b]}}", "L101"),
        ("{a: {calibre: 100}}", "L501"),
    ],
)
def test_what_declares_no_word_is_a_problem(words: str, code: str, tmp_path: Path) -> None:
    _, problems = taxonomy(tmp_path, "things", words)
    assert set(problems) == {code}


def test_what_is_referred_to_is_noted(tmp_path: Path) -> None:
    read = document(tmp_path, f"{WORDS}\nclauses:\n  c: {{prohibits: fire}}\n")
    doings_of(read).named(reading(read), value(read, "clauses.c.prohibits"), "prohibits")
    assert read.used == {("doings", "fire")}


def test_a_thing_that_may_be_of_what_is_wanted_leaves_it_open(tmp_path: Path) -> None:
    words = """
things:
  artillery: {includes: [heavy-mortars, guns]}
  mortars: {includes: [heavy-mortars, light-mortars]}
doings:
  fight: {includes: [capture]}
  advance: {includes: [capture]}
"""
    read = document(tmp_path, f"{words}\nclauses: {{c: {{things: artillery, prohibits: fight}}}}\n")
    things, doings = things_of(read), doings_of(read)
    wanted = things.named(reading(read), value(read, "clauses.c.things"), "things")
    told = dict(zip(things.words, wanted.truths, strict=True))
    assert (told["mortars"], told["light-mortars"], told["heavy-mortars"]) == (1, 0, 2)
    acts = doings.named(reading(read), value(read, "clauses.c.prohibits"), "prohibits")
    assert dict(zip(doings.words, acts.truths, strict=True))["advance"] == FALSE
