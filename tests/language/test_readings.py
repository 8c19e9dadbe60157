"""Every clause under every combination of the answers that it depends on."""

from pathlib import Path

import pytest

from checker.geography.region import Within
from checker.language.answering import MOST_READINGS
from checker.language.clauses import Clauses
from checker.language.core.clause import CoreClause
from checker.language.document import read_document
from checker.language.drafts import drafts_of
from checker.language.problems import Problems
from checker.language.readings import core_clauses
from checker.language.terms import terms_of
from tests.language.written import LISTS, write

PLACES = """
actors: {red: {}, blue: {}, corps: {edges: [{part_of: blue, confidence: likely}]}}
places:
  {camp: {point: {lon: 20, lat: 45}}, yard: {circle: {of: camp, radius: 1 km}}}
"""


def resolved(folder: Path, terms: str) -> tuple[dict[str, CoreClause], list[tuple[str, str, str]]]:
    """Return the clauses, and what is wrong: code, what stands there, and hint."""
    path, problems = write(folder, PLACES + terms), Problems()
    read = read_document(path, "agreement.yaml", LISTS, problems, ())
    assert read is not None
    found = core_clauses(Clauses(terms_of(read), drafts_of(read)))
    typed = path.read_text(encoding="utf-8").splitlines()
    told = []
    for problem in problems.sorted():
        span = problem.span
        assert span is not None
        at = typed[span.line - 1][span.column - 1 : span.end_column - 1]
        told.append((problem.code, at, problem.hint))
    return {clause.id: clause for clause in found}, told


def deep(*questions: str) -> str:
    """Return a depth that hangs on questions: on the next only where the one before says yes."""
    found = "5 km"
    for question in reversed(questions):
        found = f"{{{question}: {{yes: {found}, no: 6 km}}}}"
    return f"{{within: {found}, of: camp}}"


def term(where: str, more: str = "", binds: str = "red") -> str:
    keys = f"says: 5 km or 6., source: text, binds: {binds}, prohibits: presence{more}"
    return f"{{{keys}, where: {where}}}"


def clauses(**terms: str) -> str:
    return "clauses:\n" + "".join(f"  {name}: {text}\n" for name, text in terms.items())


def kept(name: str) -> str:
    return f", in_return_for: {{kept: {name}, lapse: ends}}"


def asked(*questions: str) -> str:
    return "questions: {" + ", ".join(f"{q}: [yes, no]" for q in questions) + "}\n"


def test_a_clause_without_questions_has_one_reading(tmp_path: Path) -> None:
    found, told = resolved(tmp_path, clauses(c=term("{within: 5 km, of: camp}")))
    assert (found["c"].questions, [r.answers for r in found["c"].readings]) == ((), [()])
    assert told == []


def test_readings_are_the_product_of_the_answers_in_declared_order(tmp_path: Path) -> None:
    # The text meets q2 before q1.
    text = clauses(c=term(deep("q2", "q1")))
    found, _ = resolved(tmp_path, asked("q1", "q2") + text)
    assert found["c"].questions == ("q1", "q2")
    assert [reading.answers for reading in found["c"].readings] == [
        (("q1", "yes"), ("q2", "yes")),
        (("q1", "yes"), ("q2", "no")),
        (("q1", "no"), ("q2", "yes")),
        (("q1", "no"), ("q2", "no")),
    ]
    depths = []
    for reading in found["c"].readings:
        where = reading.variants[0].pattern.where
        assert isinstance(where, Within)
        depths.append(where.limit.low_m)
    assert depths == [5_000.0, 6_000.0, 6_000.0, 6_000.0]


def test_a_clause_depends_on_no_question_that_it_does_not_meet(tmp_path: Path) -> None:
    text = clauses(c=term(deep("q1")), d=term(deep("q2")))
    found, _ = resolved(tmp_path, asked("q1", "q2") + text)
    assert [found[name].questions for name in "cd"] == [("q1",), ("q2",)]


def test_a_condition_on_a_clause_brings_its_questions_however_far(tmp_path: Path) -> None:
    text = clauses(c=term("yard", kept("d")), d=term("yard", kept("e")), e=term(deep("q1")))
    found, _ = resolved(tmp_path, asked("q1") + text)
    assert [found[name].questions for name in "cde"] == [("q1",)] * 3
    assert [len(found[name].readings) for name in "cde"] == [2, 2, 2]


def test_clauses_that_watch_each_other_share_their_questions(tmp_path: Path) -> None:
    text = clauses(c=term(deep("q1"), kept("d")), d=term(deep("q2"), kept("c")))
    found, _ = resolved(tmp_path, asked("q1", "q2") + text)
    assert [found[name].questions for name in "cd"] == [("q1", "q2")] * 2


def test_a_clause_has_at_most_64_readings(tmp_path: Path) -> None:
    six = tuple(f"q{number}" for number in range(6))
    for questions, is_kept in ((six, True), ((*six, "q6"), False)):
        # Under most answers few of the questions are met; the product is counted in full.
        text = clauses(c=term(deep(*questions)))
        found, told = resolved(tmp_path, asked(*questions) + text)
        assert ("c" in found) == is_kept
        hint = "answer some of the questions, or split the clause"
        assert told == ([] if is_kept else [("L809", "c", hint)])
    assert 2 ** len(six) == MOST_READINGS


def test_readings_that_a_watched_clause_brings_count_too(tmp_path: Path) -> None:
    six = tuple(f"q{number}" for number in range(6))
    text = clauses(c=term(deep("more"), kept("d")), d=term(deep(*six)))
    found, told = resolved(tmp_path, asked(*six, "more") + text)
    assert list(found) == ["d"]
    assert [(code, at) for code, at, _ in told] == [("L809", "c")]


def test_what_is_carried_into_findings_is_kept_as_it_was_written(tmp_path: Path) -> None:
    clause = """
clauses:
  c:
    says: Red stays
      away.
    source: text
    certainty: stated
    binds: red
    guarantor: blue
    owed_to: [blue, corps]
    prohibits: presence
"""
    found, told = resolved(tmp_path, clause)
    assert told == []
    assert (found["c"].says, found["c"].source) == ("Red stays away.", "text")
    assert (found["c"].certainty, found["c"].guarantor) == ("stated", ("blue",))
    assert found["c"].owed_to == ("blue", "corps")
    assert (found["c"].span.line, found["c"].span.column) == (14, 3)


@pytest.mark.parametrize("key", ["guarantor", "owed_to"])
def test_who_answers_for_a_clause_is_a_declared_actor(key: str, tmp_path: Path) -> None:
    _, told = resolved(tmp_path, clauses(c=term("yard", f", {key}: blu")))
    assert told == [("L303", "blu", "did you mean 'blue'?")]


@pytest.mark.parametrize(
    ("binds", "parties", "outside"),
    [
        ("red", "[blue]", ("red",)),
        ("red", "[red, blue]", ()),
        ("corps", "[blue]", ()),
        ("[blue, red]", "[blue]", ("[blue, red]",)),
        ("red", "[]", ()),
        # Nobody is certainly bound, so nobody is said to be.
        ("{deferred: the list is secret}", "[blue]", ()),
    ],
)
def test_a_clause_that_binds_somebody_who_did_not_sign_says_so(
    binds: str, parties: str, outside: tuple[str, ...], tmp_path: Path
) -> None:
    text = f"parties: {parties}\n" + clauses(c=term("yard", binds=binds))
    found, _ = resolved(tmp_path, text)
    assert found["c"].binds_non_party == outside


def test_a_permission_binds_nobody(tmp_path: Path) -> None:
    permission = "{source: text, permits: presence, to: red, lifts: [c]}"
    text = "parties: [blue]\n" + clauses(c=term("yard", binds="blue"), p=permission)
    found, _ = resolved(tmp_path, text)
    assert [found[name].binds_non_party for name in "cp"] == [(), ()]
