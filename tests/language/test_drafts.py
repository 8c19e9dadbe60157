"""Clauses as written: which kind of term each is, and what no clause can be."""

from pathlib import Path

import pytest

from checker.language.document import Document
from checker.language.drafts import Draft, drafts_of, words_in
from checker.language.structure import plain
from checker.values.diagnostic import Diagnostic
from tests.language.written import document, value

Problem = tuple[str, str, str]


def drafted(folder: Path, clauses: str) -> tuple[dict[str, Draft], list[Problem]]:
    """Return the drafts of clauses from line 9 on, and what is wrong with them."""
    read = document(folder, f"clauses:\n{clauses}")
    before = set(read.problems.sorted())
    found = {draft.id: draft for draft in drafts_of(read)}
    return found, _new(read, before)


def _new(read: Document, before: set[Diagnostic]) -> list[Problem]:
    return [
        (p.code, str(p.span).partition(":")[2], p.hint)
        for p in read.problems.sorted()
        if p not in before
    ]


def clause(folder: Path, keys: str) -> tuple[Draft | None, list[Problem]]:
    """Return the draft of a clause c whose first key stands in 9:7, and its problems."""
    found, problems = drafted(folder, f"  c: {{{keys}}}\n")
    return found.get("c"), problems


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ("binds: red, prohibits: fire", "prohibits"),
        ("binds: red, confines: fire, where: zone", "prohibits"),
        ("binds: red, obliges: leave, where: zone, by: 2020-05-01", "leave"),
        ("binds: red, obliges: be_in, where: zone, by: 2020-05-01", "be_in"),
        ("binds: red, obliges: [leave], where: zone, by: 2020-05-01", "leave"),
        ("binds: red, obliges: [hand-over], by: 2020-05-01", "act"),
        ("binds: red, obliges: hand-over, by: 2020-05-01", "act"),
        ("permits: fire, to: red, lifts: []", "permits"),
    ],
)
def test_the_verb_says_what_kind_of_term_it_is(keys: str, kind: str, tmp_path: Path) -> None:
    found, problems = clause(tmp_path, f"source: text, {keys}")
    assert found is not None
    assert (found.kind, problems) == (kind, [])


def test_a_draft_keeps_what_was_typed_beside_what_it_means(tmp_path: Path) -> None:
    found, _ = clause(
        tmp_path, "says: Stop., source: text, binds: red, prohibits: fire, owed_to: b"
    )
    assert found is not None
    assert plain(found.core) == {
        "says": "Stop.",
        "source": "text",
        "binds": "red",
        "owed_to": "b",
        "does": "fire",
        "at_most": "0",
    }
    assert found.written.keys() == ("says", "source", "binds", "prohibits", "owed_to")
    assert (found.text("says"), found.text("certainty")) == ("Stop.", None)
    assert (found.names("owed_to"), found.names("guarantor")) == (("b",), ())
    assert str(found.key) == "agreement.yaml:9:3"


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("source: text, binds: red", ("L801", "9:3", "add prohibits: presence, or an act")),
        (
            "source: text, binds: red, prohibits: fire, confines: fire",
            ("L802", "9:50", "make two clauses"),
        ),
        ("source: text, prohibits: fire", ("L102", "9:7", "add 'binds:'")),
        ("source: text, binds: red, confines: fire", ("L102", "9:7", "add 'where:'")),
        ("source: text, permits: fire, to: red", ("L102", "9:7", "add 'lifts:'")),
        ("source: text, permits: fire, lifts: []", ("L102", "9:7", "add 'to:'")),
        ("source: text, binds: red, obliges: [x]", ("L102", "9:7", "add 'by:'")),
        (
            "source: text, binds: red, obliges: [x, leave], by: 2020-05-01",
            ("L802", "9:46", "make two clauses"),
        ),
        (
            "source: text, binds: red, limits: [a]",
            ("L900", "9:33", "take it away, and say in SOURCE.md what is left out"),
        ),
        ("binds: red, prohibits: fire", ("L804", "9:7", "add source:")),
        (
            "source: texts, binds: red, prohibits: fire",
            ("L309", "9:15", "did you mean 'text'?"),
        ),
    ],
)
def test_what_a_clause_lacks_or_has_too_much_is_a_problem(
    keys: str, problem: Problem, tmp_path: Path
) -> None:
    assert clause(tmp_path, keys)[1] == [problem]


@pytest.mark.parametrize(
    "keys",
    [
        "binds: red, prohibits: fire, to: blue",
        "binds: red, prohibits: fire, lifts: []",
        "binds: red, prohibits: fire, by: 2020-05-01",
        "binds: red, prohibits: fire, at_least: 2",
        "binds: red, obliges: leave, where: zone, by: 2020-05-01, at_least: 2",
        "binds: red, obliges: be_in, where: zone, by: 2020-05-01, at_least: 2",
        "binds: red, obliges: [x], by: 2020-05-01, at_most: 2",
        "permits: fire, to: red, lifts: [], at_most: 50",
        "permits: fire, to: red, lifts: [], at_least: 50",
        "permits: fire, to: red, lifts: [], by: 2020-05-01",
        "permits: fire, to: red, lifts: [], binds: blue",
        "permits: fire, to: red, lifts: [], unless: [{who: blue}]",
        "permits: fire, to: red, lifts: [], requires_notice: {register: r}",
    ],
)
def test_a_key_that_would_say_nothing_in_this_kind_of_clause_is_refused(
    keys: str, tmp_path: Path
) -> None:
    last = keys.rindex(", ") + 2
    hint = "take it away, or change the kind of the clause"
    assert clause(tmp_path, f"source: text, {keys}")[1] == [("L803", f"9:{7 + 14 + last}", hint)]


def test_a_clause_of_two_kinds_is_no_draft_but_one_of_none_is_read_on(tmp_path: Path) -> None:
    assert clause(tmp_path, "binds: red, prohibits: fire, permits: fire")[0] is None
    found, _ = clause(tmp_path, "source: text, binds: red, where: zone")
    assert found is not None
    assert found.kind == "prohibits"


def test_a_clause_that_is_no_mapping_is_no_draft(tmp_path: Path) -> None:
    found, problems = drafted(
        tmp_path, "  c: fire\n  d: {source: text, binds: red, prohibits: x}\n"
    )
    assert list(found) == ["d"]
    assert problems == [
        ("L801", "9:3", "write says:, source:, binds:, prohibits: and the like below it")
    ]


def test_a_misspelt_verb_has_its_own_problem_and_no_other(tmp_path: Path) -> None:
    # The structure of the clause has told it already.
    found, problems = clause(tmp_path, "source: text, binds: red, prohibit: fire")
    assert found is not None
    assert problems == []


@pytest.mark.parametrize(
    ("notice", "problem"),
    [
        ("r", ("L830", "9:67", "write {lead: 72 h, to: ACTOR, register: NAME}")),
        ("[r]", ("L830", "9:67", "write {lead: 72 h, to: ACTOR, register: NAME}")),
        ("{to: blue}", ("L102", "9:68", "add 'register:'")),
    ],
)
def test_a_notice_without_a_register_is_refused(
    notice: str, problem: Problem, tmp_path: Path
) -> None:
    keys = f"source: text, binds: red, prohibits: fire, requires_notice: {notice}"
    assert clause(tmp_path, keys)[1] == [problem]


PERMISSION = "{{source: text, permits: fire, to: red, lifts: {}}}"


def permissions(folder: Path, **lifts: str) -> list[Problem]:
    lines = (f"  {name}: {PERMISSION.format(lifted)}\n" for name, lifted in lifts.items())
    return drafted(folder, "".join(lines) + "questions: {far: [yes, no]}\n")[1]


@pytest.mark.parametrize(
    "lifts",
    [
        {"a": "[a]"},
        {"a": "[b]", "b": "{far: {yes: [a], no: []}}"},
        {"a": "b", "b": "c", "c": "{assumed: [a], why: so}"},
    ],
)
def test_permissions_that_lift_each_other_in_a_circle_are_refused(
    lifts: dict[str, str], tmp_path: Path
) -> None:
    found = permissions(tmp_path, **lifts)
    assert found == [
        ("L805", f"{9 + number}:45", "break the circle") for number in range(len(lifts))
    ]


def test_a_permission_that_hangs_on_a_circle_is_not_of_it(tmp_path: Path) -> None:
    found = permissions(tmp_path, a="[a]", b="[a]", c="[b]")
    assert [place for _, place, _ in found] == ["9:45"]


@pytest.mark.parametrize("lifts", ["[a, dd]", "{far: {yes: [dd], no: []}}", "dd"])
def test_a_clause_that_nobody_declared_cannot_be_lifted(lifts: str, tmp_path: Path) -> None:
    text = f"  d: {{source: text, binds: red, prohibits: fire}}\n  a: {PERMISSION.format(lifts)}\n"
    text += "questions: {far: [yes, no]}\n"
    found = [problem for problem in drafted(tmp_path, text)[1] if problem[0] == "L807"]
    column = 52 + lifts.index("dd")
    assert found == [("L807", f"10:{column}", "did you mean 'd'?")]


def test_the_reason_of_what_is_lifted_names_no_clause(tmp_path: Path) -> None:
    assert permissions(tmp_path, a="{deferred: the annex is missing}") == []
    assert permissions(tmp_path, a="{assumed: [], why: the text says nothing}") == []


def test_the_words_in_a_value_are_all_its_scalars(tmp_path: Path) -> None:
    read = document(tmp_path, "theatre: {a: [x, {b: y}], c: ~, d: z}\n")
    assert list(words_in(value(read, "theatre"))) == ["x", "y", "z"]
    assert list(words_in(None)) == []
