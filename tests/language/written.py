"""Agreements written into a folder for one test, and what is read or found there."""

from pathlib import Path
from textwrap import dedent

from checker.language import lint_agreement
from checker.language.core.agreement import Core, Standard
from checker.language.core.clause import CoreClause
from checker.language.document import Document, read_document
from checker.language.lint import Linted
from checker.language.places import Atlas
from checker.language.problems import Problems
from checker.language.reading import Reading
from checker.language.text import Node
from checker.values.diagnostic import Diagnostic

LISTS = Path(__file__).parents[2] / "rules" / "lists"

HEAD = """\
accord: 1
id: invented
title: Invented deal
timezone: Asia/Damascus
edges: geodesic
in_force: {from: 2020-01-01}
sources: {text: {kind: invented}}
"""
"""What every agreement says; its lines count, so terms start in line 8."""

CLAUSES = "clauses: {}\n"


def write(folder: Path, terms: str) -> Path:
    """Write an agreement of some terms; clauses are there in any case."""
    text = HEAD + dedent(terms)
    path = folder / "agreement.yaml"
    path.write_text(text if "\nclauses:" in text else text + CLAUSES, encoding="utf-8")
    return path


def document(folder: Path, terms: str) -> Document:
    """Read an agreement as far as its sections, whatever is wrong with it."""
    path = write(folder, terms)
    found = read_document(path, "agreement.yaml", None, Problems(), ())
    assert found is not None
    return found


def value(read: Document, key: str) -> Node:
    """Return what stands under a key of the agreement, such as ``clauses.c.binds``."""
    node: Node = read.root
    for part in key.split("."):
        found = node.get(part)  # type: ignore[union-attr]
        assert found is not None, key
        node = found
    return node


def reading(read: Document, **answers: str) -> Reading:
    """Return a reading under some answers."""
    return Reading(read, answers)


def said(read: Document) -> list[str]:
    """Return the problems found so far, as code, line and column."""
    return [_brief(problem) for problem in read.problems.sorted()]


def _brief(problem: Diagnostic) -> str:
    place = f"{problem.span.line}:{problem.span.column}" if problem.span else "nowhere"
    return f"{problem.code} {place}"


def warnings(folder: Path, terms: str, code: str) -> list[Diagnostic]:
    """Return the warnings of one kind; the agreement has no errors."""
    found = lint_agreement(write(folder, terms), lists=LISTS, shown="agreement.yaml")
    errors = [str(problem) for problem in found if problem.severity == "error"]
    assert errors == [], errors
    return [problem for problem in found if problem.code == code]


def places(found: list[Diagnostic]) -> list[tuple[int, int]]:
    """Return the line and column of each problem."""
    return [(problem.span.line, problem.span.column) for problem in found if problem.span]


def linted(read: Document, atlas: Atlas, *clauses: CoreClause) -> Linted:
    """Return what lint looks at: a document, what was drawn of it, and clauses made by hand."""
    core = Core(
        id="invented",
        title="Invented deal",
        digest="",
        timezone="Asia/Damascus",
        clauses=clauses,
        actors=(),
        actor_names=(),
        actor_titles=(),
        doings=("presence",),
        doing_names=(),
        things=(),
        thing_names=(),
        places=(),
        place_regions=(),
        place_names=(),
        questions=(),
        standard=Standard(),
        firsts=(),
        coverage=None,
        sources=(),
        claims=(),
        parties=(),
        party_groups=(),
    )
    return Linted(read, core, atlas)
