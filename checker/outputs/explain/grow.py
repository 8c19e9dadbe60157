"""From what was judged, or what a result stored, to the tree of its explanation."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings.against import AgainstWhy
from checker.findings.citation import citation
from checker.findings.explanation import Explanation, relevant_spells
from checker.findings.finding import (
    ConditionSpell,
    Finding,
    Header,
    InputFile,
    ReadingFinding,
)
from checker.findings.message import length
from checker.findings.others import other_clauses
from checker.findings.why import ReadingWhy
from checker.language.core.clause import Answers
from checker.outputs.differ import by_difference
from checker.outputs.explain.flips import flips_between, flips_of
from checker.outputs.explain.numbers import ground_of, numbers_of, stored_ground
from checker.outputs.explain.tree import Branch, Proof, Told, Tree
from checker.outputs.finding_lines import margin_text

__all__ = ["grown", "stored_tree"]

Proofs = dict[Answers, tuple[Proof, ...]]
"""The tests that were made under each reading."""


def grown(told: Explanation) -> Tree:
    """Return the tree of what was judged."""
    radius_m = next((one.radius_m for one in told.findings), None)
    own: Proofs = {why.answers: (_own(why, radius_m),) for why in told.readings}
    against: Proofs = {}
    for why in told.against:
        against[why.answers] = (*against.get(why.answers, ()), _against(why, radius_m))
    answers = tuple(
        _told(finding, against if finding.subject == "condition" else own)
        for finding in told.findings
    )
    return Tree(
        clause=told.clause,
        says=told.says,
        certainty=told.certainty,
        facts=told.source,
        inputs=told.inputs,
        answers=answers,
        unfound=() if told.findings else tuple(_unfound(against)),
        others=told.others,
        conditions=told.conditions,
        questions=told.questions,
        relied=told.relied,
        is_stored=False,
    )


def stored_tree(
    header: Header,
    finding: Finding,
    beside: Sequence[Finding] = (),
    conditions: Sequence[ConditionSpell] = (),
    inputs: Sequence[InputFile] = (),
) -> Tree:
    """Return the tree of a finding as a result holds it, or as a writer gets it.

    ``beside`` are the findings of the same result about the same report; ``conditions`` what became
    of all conditions, and ``inputs`` the files, where they are known already.
    """
    exceptions = {reading.exception for reading in finding.readings if reading.exception}
    clauses = [(one.id, one.says) for one in header.clauses] if finding.subject == "report" else []
    others = other_clauses(clauses, finding, beside, _unsaid(header))
    return Tree(
        clause=finding.clause,
        says=finding.says,
        certainty=finding.clause_certainty,
        facts=tuple(_facts(header, finding)),
        inputs=tuple(_stored_inputs(finding, inputs)),
        answers=(_told(finding, {}),),
        unfound=(),
        others=others,
        conditions=relevant_spells(tuple(conditions), finding.clause, exceptions),
        questions=header.questions,
        relied=(),
        is_stored=True,
    )


def _facts(header: Header, finding: Finding) -> Iterator[tuple[str, str]]:
    yield "source", citation(header.sources, finding.source)
    if header.edition is not None:
        yield "edition", header.edition.said


def _unsaid(header: Header) -> str:
    """Say why a result has no finding of a clause about a report."""
    asked = header.asked
    if asked.clauses or asked.party or asked.since or asked.until:
        return "the result does not show it: it was asked for a part alone"
    if asked.is_all:
        return "it permits, or the report proves nothing under it"
    return "no breach and not in doubt, under any reading"


def _told(finding: Finding, proofs: Proofs) -> Told:
    outcomes = []
    for reading in finding.readings:
        measured = tuple(
            replace(one, answers=())
            for one in reading.measured or finding.measured
            if one.answers == reading.answers
        )
        bare = replace(reading, answers=(), measured=measured, incident=None)
        # A stored result has no tests, but what was measured.
        stored = stored_ground(measured, finding.radius_m)
        made = proofs.get(reading.answers) or (Proof(grounds=(stored,) if measured else ()),)
        outcomes.append((reading.answers, _branch(finding, bare, made)))
    branches = tuple(
        replace(branch, answers=answers) for answers, branch in by_difference(outcomes)
    )
    return Told(finding, branches, tuple(flips_between(finding)))


def _branch(finding: Finding, reading: ReadingFinding, proofs: tuple[Proof, ...]) -> Branch:
    margin = None
    if reading.margin_m is not None:
        margin = margin_text(reading.margin_m, reading.measured)
    return Branch(
        answers=(),
        standing=reading.standing,
        verdict=reading.verdict,
        reasons=reading.reasons,
        exception=reading.exception,
        lapse=reading.lapse,
        margin=margin,
        numbers=tuple(numbers_of(finding, reading)),
        decides=reading.decides,
        proofs=proofs,
        flips=flips_of(finding, reading, proofs),
    )


def _unfound(against: Proofs) -> Iterator[Branch]:
    """Yield the tests of a report that is no evidence at all."""
    for answers, proofs in by_difference(list(against.items())):
        yield Branch(answers, None, None, (), None, None, None, (), None, proofs, ())


def _own(why: ReadingWhy, radius_m: float | None) -> Proof:
    place = (why.place,) if why.place is not None else ()
    return Proof(
        side=why.side,
        candidate=why.candidate,
        tests=(*why.applies, *place),
        exceptions=why.exemptions,
        weak=why.weak,
        grounds=tuple(ground_of(one, radius_m) for one in why.grounds),
    )


def _against(why: AgainstWhy, radius_m: float | None) -> Proof:
    return Proof(
        condition=why.said,
        kept=why.kept,
        candidate=why.candidate,
        tests=why.trials,
        weak=why.weak,
        grounds=tuple(ground_of(one, radius_m) for one in why.grounds),
    )


def _stored_inputs(finding: Finding, inputs: Sequence[InputFile]) -> Iterator[tuple[str, str]]:
    """Yield what a finding tells of its report, and what the user stated for the whole file."""
    told = (
        ("kind", finding.kind),
        ("actor", finding.reported_actor),
        ("role", finding.role),
        ("position_of", finding.position_of),
        ("at", _place(finding)),
        ("seen", _seen(finding)),
        ("does", "; ".join(finding.does)),
        ("unit", finding.unit),
    )
    files = {report.file for report in finding.reports}
    stated = {name for one in inputs if one.file in files for name, _ in one.stated}
    for name, text in told:
        if text:
            yield name, f"{text} (stated for the file)" if name in stated else text


def _place(finding: Finding) -> str:
    within = f"within {finding.within_area}" if finding.within_area else ""
    if finding.lon is None or finding.lat is None:
        return within
    radius = "radius not given"
    if finding.radius_m is not None:
        radius = f"radius {length(finding.radius_m)}"
    said = f"lon {finding.lon:.15g}, lat {finding.lat:.15g}, {radius}"
    return f"{said}; {within}" if within else said


def _seen(finding: Finding) -> str:
    if finding.seen_from is None or finding.seen_from == finding.seen_to:
        return finding.seen_from or finding.seen_to or ""
    return f"{finding.seen_from} to {finding.seen_to}"
