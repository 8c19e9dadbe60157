"""Every clause under every combination of the answers that it depends on."""

from collections.abc import Mapping
from itertools import product
from math import prod

from checker.language.answering import MOST_READINGS, TooManyReadingsError, explored
from checker.language.clauses import Clauses
from checker.language.core.clause import Answers, Clause, CoreClause
from checker.language.document import Document, entries_of, text_of
from checker.language.drafts import Draft
from checker.language.names import check_reference
from checker.language.questions import answers_of
from checker.language.reading import written

__all__ = ["core_clauses"]


def core_clauses(clauses: Clauses) -> tuple[CoreClause, ...]:
    """Resolve all clauses; a clause with too many readings is a problem and left out.

    A condition on another clause is judged under the same answers, so a clause depends on the
    questions of every clause that it watches, and of those that they watch.
    """
    met: dict[str, set[str]] = {}
    watched: dict[str, set[str]] = {}
    for draft in clauses.drafts:
        try:
            met[draft.id], watched[draft.id] = _explored(clauses, draft)
        except TooManyReadingsError as error:
            _refuse(clauses, draft, error.count)
    found = []
    for draft in clauses.drafts:
        if draft.id not in met:
            continue
        questions = _ordered(clauses.terms.document, _closure(draft.id, met, watched))
        count = prod(len(answers_of(clauses.terms.document, q)) for q in questions)
        if count > MOST_READINGS:
            _refuse(clauses, draft, count)
            continue
        found.append(_core_clause(clauses, draft, questions))
    return tuple(found)


def _explored(clauses: Clauses, draft: Draft) -> tuple[set[str], set[str]]:
    """Return the questions that a clause meets under any answer, and what clauses it watches."""
    watched: set[str] = set()

    def read(answers: Answers) -> None:
        watched.update(_watched_by(clauses.clause(draft, answers)))

    return explored(clauses.terms.document, read), watched


def _watched_by(clause: Clause) -> set[str]:
    conditions = [
        *clause.conditions,
        *(c for v in clause.variants for e in v.exemptions for c in e.conditions),
    ]
    return {condition.kept for condition in conditions if condition.kept is not None}


def _closure(start: str, met: Mapping[str, set[str]], watched: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    queue = [start]
    while queue:
        here = queue.pop()
        if here not in seen:
            seen.add(here)
            queue += watched.get(here, ())
    return {question for clause in seen for question in met.get(clause, ())}


def _ordered(document: Document, questions: set[str]) -> tuple[str, ...]:
    return tuple(q for q in document.section("questions") if q in questions)


def _core_clause(clauses: Clauses, draft: Draft, questions: tuple[str, ...]) -> CoreClause:
    document = clauses.terms.document
    choices = [[(q, answer) for answer in answers_of(document, q)] for q in questions]
    readings = tuple(clauses.clause(draft, answers) for answers in product(*choices))
    return CoreClause(
        id=draft.id,
        questions=questions,
        readings=readings,
        says=" ".join((draft.text("says") or "").split()),
        source=draft.text("source") or "",
        certainty=draft.text("certainty"),
        guarantor=_actors(clauses, draft, "guarantor"),
        owed_to=_actors(clauses, draft, "owed_to"),
        binds_non_party=_non_parties(clauses, readings),
        span=draft.key,
    )


def _actors(clauses: Clauses, draft: Draft, key: str) -> tuple[str, ...]:
    """Return the names under a key, each of which has to be a declared actor."""
    document = clauses.terms.document
    for item in entries_of(draft.written.get(key)):
        check_reference(document, "actors", written(item), item.span)
    return draft.names(key)


def _non_parties(clauses: Clauses, readings: tuple[Clause, ...]) -> tuple[str, ...]:
    """Return whom a clause binds, as written, where not all of them belong to a party."""
    terms = clauses.terms
    parties = [terms.actors.plain(p) for p in _parties(clauses)]
    if not parties:
        return ()
    found: dict[str, None] = {}
    for clause in readings:
        for variant in clause.variants if clause.kind != "permits" else ():
            group = variant.pattern.who
            if group is None:
                continue
            for index, member in enumerate(group.members):
                is_bound = any(truth == 2 for _, _, truth in member.spans)  # noqa: PLR2004
                if is_bound and not any(party.members[index].spans for party in parties):
                    found[group.said] = None
                    break
    return tuple(found)


def _parties(clauses: Clauses) -> tuple[str, ...]:
    document = clauses.terms.document
    names = (text_of(item) or "" for item in entries_of(document.root.get("parties")))
    return tuple(name for name in names if name in clauses.terms.actors.ids)


def _refuse(clauses: Clauses, draft: Draft, count: int) -> None:
    message = f"the clause {draft.id!r} has {count} readings or more, at most {MOST_READINGS}"
    hint = "answer some of the questions, or split the clause"
    clauses.terms.document.problems.add("L809", message, draft.key, hint)
