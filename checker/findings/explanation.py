"""One report under one clause, with all that led to its answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.against import AgainstWhy, against_of
from checker.findings.citation import citation
from checker.findings.collect import report_findings
from checker.findings.conditions import condition_findings
from checker.findings.finding import ConditionSpell, Finding
from checker.findings.gathered import gathered_in
from checker.findings.incidents import incidents_from
from checker.findings.inputs import inputs_of
from checker.findings.lapses import condition_spells, decided_by_lapse
from checker.findings.others import OtherWhy, others_of
from checker.findings.why import ReadingWhy, why_of
from checker.language.core.agreement import Core
from checker.language.core.clause import CoreClause
from checker.language.core.question import Question
from checker.language.say.words import Voice, named_text, value_text, who_text
from checker.reports.batch import BatchKey
from checker.reports.identity import place_of
from checker.values.diagnostic import CheckerError, Diagnostic

__all__ = ["Explanation", "explanation_of", "relevant_spells"]

Told = Mapping[BatchKey, tuple[tuple[int, Finding], ...]]
"""Rows and what was found of them, by the number of their batch."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Hold why, and why not.

    ``findings`` are the report's own and what it is as evidence against the clause's condition;
    none where it is neither. ``source`` says where the clause was read, ``inputs`` what the report
    says, ``readings`` the tests and ``against`` those of the conditions; an explanation of a stored
    result has only the first of them.
    ``questions`` are those of the agreement. ``relied`` are the findings on which the lapse of one
    of the clause's conditions decided. ``others`` are the other clauses: why they did not fire.
    """

    clause: str
    says: str
    certainty: str | None
    source: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    inputs: tuple[tuple[str, str], ...]
    readings: tuple[ReadingWhy, ...]
    against: tuple[AgainstWhy, ...]
    conditions: tuple[ConditionSpell, ...]
    questions: tuple[Question, ...]
    relied: tuple[Finding, ...] = ()
    others: tuple[OtherWhy, ...] = ()


def explanation_of(run: JudgedRun, clause: str, report: str) -> Explanation:
    """Explain report ``report`` (its id, or ``file:line``) under clause ``clause``.

    Raises ``CheckerError`` where there is no such report, or where it proves nothing because
    another supersedes it or it lies after the date of the answer.
    """
    batch, row = _found(run, report)
    core = run.plan.core
    index = next(number for number, one in enumerate(core.clauses) if one.id == clause)
    carried = core.clauses[index]
    why = why_of(run, batch, row, index)
    spells = condition_spells(run)
    # Which reports a lapse decides on is known only once all of them are told.
    asked = run.batches if any(spell.clause == clause for spell in spells) else (batch,)
    told = _told(run, asked)
    own = (*told[batch.columns.key], *condition_findings(run, batch))
    return Explanation(
        clause=clause,
        says=carried.says,
        certainty=carried.certainty,
        source=tuple(_source(core, carried)),
        findings=tuple(one for at, one in own if at == row and one.clause == clause),
        inputs=inputs_of(run, batch, row),
        readings=why,
        against=against_of(run, batch, row, index),
        conditions=relevant_spells(
            spells, clause, {e.name for reading in why for e in reading.exemptions}
        ),
        questions=core.questions,
        relied=tuple(_relied(told, clause)) if asked is run.batches else (),
        others=others_of(run, batch, row, index, [one for at, one in own if at == row]),
    )


def relevant_spells(
    spells: tuple[ConditionSpell, ...], clause: str, exceptions: set[str]
) -> tuple[ConditionSpell, ...]:
    """Return what became of the clause's conditions, and of those of the permissions it knows."""
    return tuple(spell for spell in spells if spell.clause == clause or spell.clause in exceptions)


def _found(run: JudgedRun, report: str) -> tuple[JudgedBatch, int]:
    ids: list[str] = []
    for batch in run.batches:
        row = _row_of(batch, report)
        if row is not None:
            if batch.columns.excluded[row]:
                why = "a later report supersedes it, or it lies after the date of the answer"
                hint = "explain the report that supersedes it, or state a later --as-of"
                raise _unknown(f"the report '{report}' proves nothing: {why}", hint)
            return batch, row
        ids += batch.columns.batch.ids
    near = get_close_matches(report, ids, n=3, cutoff=0.5)
    hint = "write its id or file:line; accord validate lists the rows that were not accepted"
    if near:
        hint = f"did you mean {' or '.join(near)}?"
    raise _unknown(f"no report '{report}' was accepted", hint)


def _row_of(batch: JudgedBatch, report: str) -> int | None:
    """Return the row that has this id, or stands at this place; None where there is none."""
    reports = batch.columns.batch
    ids = [*reports.ids]
    if report in ids:
        return ids.index(report)
    if not report.startswith(reports.file):
        return None
    places = zip(reports.line.tolist(), reports.row.tolist(), strict=True)
    named = [place_of(reports.file, line, row) for line, row in places]
    return named.index(report) if report in named else None


def _unknown(message: str, hint: str) -> CheckerError:
    return CheckerError(Diagnostic("U108", message, None, hint))


def _told(run: JudgedRun, batches: Sequence[JudgedBatch]) -> Told:
    """Return the findings about the reports of some batches, by the key of the batch."""
    incidents = incidents_from(run.plan.core, gathered_in(run, run.batches).sightings)
    return {
        batch.columns.key: tuple(report_findings(run, batch, incidents, is_all=True))
        for batch in batches
    }


def _relied(told: Told, clause: str) -> Iterator[Finding]:
    for found in told.values():
        yield from decided_by_lapse((finding for _, finding in found), clause)


def _source(core: Core, clause: CoreClause) -> Iterator[tuple[str, str]]:
    """Yield what the agreement says of where the clause was read, and who answers for it."""
    yield "source", citation(core.sources, clause.source)
    kinds = dict.fromkeys(reading.kind for reading in clause.readings)
    yield "kind", ", ".join(kinds)
    bound = dict.fromkeys(
        who_text(Voice.of(core, reading.answers), variant.pattern.who)
        for reading in clause.readings
        for variant in reading.variants
        if variant.pattern.who is not None
    )
    yield "who", " / ".join(bound)
    voice = Voice.of(core, ())
    for name, actors in (
        ("guarantor", clause.guarantor),
        ("owed to", clause.owed_to),
        ("not a party", clause.binds_non_party),
    ):
        if actors:
            yield name, "; ".join(named_text(voice, one) for one in actors)
    for path, value, why in _assumed(clause):
        yield "assumed", f"{path} = {value_text(value)}: {why}"


def _assumed(clause: CoreClause) -> list[tuple[str, str, str]]:
    found = dict.fromkeys(
        (one.path, one.value, one.why) for reading in clause.readings for one in reading.assumed
    )
    return sorted(found)
